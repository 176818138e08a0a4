"""Google calendars read by sync tokens, and what a Google that fails looks like."""

import itertools
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import requests
from flask import request
from google.auth.exceptions import RefreshError, TransportError

from shared_lib.calendars.adapters.google import GoogleAccount, GoogleCalendarFeed, GoogleCalendars
from shared_lib.calendars.adapters.google.seen import seen
from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.feed import Channel, Window
from shared_lib.kernel.clock import real_now
from shared_lib.kernel.errors import AccessLost, VendorRefused, VendorUnavailable
from shared_lib.kernel.ids import derived_event_id
from tests.calendars.google.conftest import CALENDAR, ZONE

NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOOKING = UUID("7b0d2f9c-5f3a-4b58-9a35-b1f0e5a3c001")
VISIT = CalendarEvent(
    event_id=derived_event_id(BOOKING),
    booking_id=BOOKING,
    version=2,
    title="Swedish Massage · Daniel",
    description="CS-2026-000123\nno lavender <please>\n",
    starts_at=NOW + 5 * HOUR,
    ends_at=NOW + 6 * HOUR,
    zone=ZONE,
    location="Treatment Room 1",
)


@pytest.fixture
def account(google):
    return GoogleAccount(api_base=f"{google.url}/calendar/v3/", timeout=2)


@pytest.fixture
def feed(account):
    return GoogleCalendarFeed(account)


def read(feed, since=None, *, ours=False, calendar=CALENDAR):
    return feed.read(calendar_id=calendar, since=since, window=Window.around(NOW), zone=ZoneInfo(ZONE), ours=ours)


def add(google, start=NOW + HOUR, **body):
    times = {"summary": "Dentist", "start": start.isoformat(), "end": (start + HOUR).isoformat()}
    return requests.post(f"{google.url}/_events/{CALENDAR}", json=times | body, timeout=5).json()["id"]


def channel(**changes):
    told = {"id": uuid4(), "calendar_id": CALENDAR, "resource_id": None, "opened_at": NOW}
    return Channel(**told | {"ends_at": real_now().replace(microsecond=0) + 3 * HOUR} | changes)


def instead(google, answer, *, path="/events"):
    """Answer calls whose path ends so in Google's place."""

    def hook():
        return answer() if request.path.endswith(path) and not request.path.startswith("/_") else None

    google.app.before_request_funcs[None].append(hook)


def test_a_first_reading_is_whole_and_the_next_one_brings_what_changed(google, feed):
    event = add(google)
    first = read(feed)
    assert (first.whole, [one.event_id for one in first.events]) == (True, [event])
    added = add(google, NOW + 3 * HOUR)
    news = read(feed, first.token)
    assert (news.whole, [one.event_id for one in news.events]) == (False, [added])
    assert read(feed, news.token).events == ()


def test_a_deleted_event_is_gone_and_has_no_time(google, feed):
    event = add(google)
    token = read(feed).token
    requests.delete(f"{google.url}/_events/{CALENDAR}/{event}", timeout=5)
    (gone,) = read(feed, token).events
    assert (gone.event_id, gone.gone, gone.blocks, gone.starts_at) == (event, True, False, None)


def test_an_event_by_its_id_stands_was_deleted_or_never_was(google, account, feed):
    def found():
        return feed.find(calendar_id=CALENDAR, event_id=VISIT.event_id, zone=ZoneInfo(ZONE))

    assert found() is None
    GoogleCalendars(account).put(calendar_id=CALENDAR, event=VISIT)
    assert (found().gone, found().intact, found().seal) == (False, True, VISIT.seal)
    requests.delete(f"{google.url}/_events/{CALENDAR}/{VISIT.event_id}", timeout=5)
    assert found().gone
    requests.post(f"{google.url}/_faults", json={"error_rate": 1.0}, timeout=5)
    with pytest.raises(VendorUnavailable):
        found()


def test_a_token_that_has_ended_is_told_as_such(google, feed):
    token = read(feed).token
    requests.post(f"{google.url}/_expire_tokens", timeout=5)
    assert read(feed, token) is None


def test_no_word_of_a_technician_s_event_leaves_google(google, feed):
    asked = []
    google.app.before_request_funcs[None].append(lambda: asked.append(request.args.get("fields")))
    add(google)
    read(feed)
    assert not any(word in asked[-1] for word in ("summary", "description", "location", "displayName"))


def test_of_people_only_the_organizer_s_address_leaves_google_to_be_compared(google, feed):
    asked = []
    google.app.before_request_funcs[None].append(lambda: asked.append(request.args.get("fields")))
    guests = [
        {"email": "anna@example.com", "self": True, "responseStatus": "needsAction"},
        {"email": "friend@example.net"},
    ]
    add(google, attendees=guests, organizer={"email": "sales@example.net", "displayName": "Sales"})
    (event,) = read(feed).events
    assert asked[-1].count("email") == asked[-1].count("organizer(email)") == 1
    assert (event.invited_by, event.blocks) == ("sales@example.net", True)


def test_our_own_event_is_intact_until_somebody_changes_a_word_or_its_time(google, account, feed):
    GoogleCalendars(account).put(calendar_id=CALENDAR, event=VISIT)
    (event,) = read(feed, ours=True).events
    assert (event.booking_id, event.version, event.seal, event.intact) == (BOOKING, 2, VISIT.seal, True)
    for change in ({"summary": "Closed"}, {"location": ""}, {"start": (NOW + HOUR).isoformat()}):
        requests.patch(f"{google.url}/_events/{CALENDAR}/{VISIT.event_id}", json=change, timeout=5)
        assert not read(feed, ours=True).events[0].intact
        GoogleCalendars(account).put(calendar_id=CALENDAR, event=VISIT)
        assert read(feed, ours=True).events[0].intact


def test_spaces_that_google_tidies_and_colours_that_people_like_are_no_edits(google, account, feed):
    GoogleCalendars(account).put(calendar_id=CALENDAR, event=VISIT)
    tidied = {"description": "CS-2026-000123\r\nno lavender <please>"}
    requests.patch(f"{google.url}/_events/{CALENDAR}/{VISIT.event_id}", json=tidied | {"colorId": "3"}, timeout=5)
    assert read(feed, ours=True).events[0].intact


def test_an_event_that_changes_while_pages_are_turned_is_taken_as_it_stood_last(google, feed, monkeypatch):
    monkeypatch.setattr("infra.local.stand_ins.calendar.listing.LARGEST_PAGE", 1)
    first, second = add(google), add(google, NOW + 3 * HOUR)
    assert [one.event_id for one in read(feed).events] == [first, second]


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"id": 7},
        {"id": "a"},
        {"id": "a", "start": {"dateTime": "soon"}, "end": {"dateTime": "later"}},
        {"id": "a", "start": {"date": "2026-02-30"}, "end": {"date": "2026-03-01"}},
        {"id": "a", "start": {"dateTime": "2026-11-25T10:00:00"}, "end": {"dateTime": "2026-11-25T11:00:00"}},
        {"id": "a", "start": None, "end": None},
    ],
)
def test_an_event_without_a_readable_time_is_passed_over(broken):
    assert seen(broken, ZoneInfo(ZONE)) is None


def test_properties_that_somebody_else_wrote_are_no_bookings():
    point = {"dateTime": "2026-11-25T10:00:00Z"}
    stranger = {"private": {"booking_id": "42", "version": "-1", "seal": ""}}
    event = seen({"id": "a", "start": point, "end": point, "extendedProperties": stranger}, ZoneInfo(ZONE))
    assert (event.booking_id, event.version, event.intact) == (None, 0, True)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_google_that_fails_may_be_read_again_later(google, feed, status):
    requests.post(f"{google.url}/_faults", json={"error_rate": 1, "status": status}, timeout=5)
    with pytest.raises(VendorUnavailable, match=f"answered {status}") as trouble:
        read(feed)
    assert trouble.value.retryable
    assert not isinstance(trouble.value, AccessLost)


def test_a_google_that_is_asked_too_often_has_not_shut_us_out(google, feed):
    requests.post(f"{google.url}/_faults", json={"error_rate": 1, "status": 403}, timeout=5)
    with pytest.raises(VendorUnavailable) as trouble:
        read(feed)
    assert not isinstance(trouble.value, AccessLost)


def refusal(status, reason):
    return {"error": {"code": status, "message": reason, "errors": [{"reason": reason}]}}, status


@pytest.mark.parametrize(
    ("status", "reason"), [(401, "authError"), (403, "forbidden"), (403, "requiredAccessLevel"), (404, "notFound")]
)
def test_a_share_that_was_taken_back_calls_a_person_and_helps_later(google, feed, status, reason):
    instead(google, lambda: refusal(status, reason))
    with pytest.raises(AccessLost) as trouble:
        read(feed)
    assert trouble.value.retryable


@pytest.mark.parametrize(
    ("loss", "kind"),
    [
        (RefreshError("revoked"), AccessLost),
        (RefreshError("busy", retryable=True), VendorUnavailable),
        (TransportError("no metadata"), VendorUnavailable),
    ],
)
def test_a_key_that_is_no_longer_taken_calls_a_person(loss, kind):
    def no_keys():
        raise loss

    with pytest.raises(kind) as trouble:
        read(GoogleCalendarFeed(GoogleAccount(credentials=no_keys)))
    assert type(trouble.value) is kind


def test_a_slow_google_ends_by_time_out(google):
    requests.post(f"{google.url}/_faults", json={"latency_ms": 400}, timeout=5)
    with pytest.raises(VendorUnavailable, match="Timeout"):
        read(GoogleCalendarFeed(GoogleAccount(api_base=f"{google.url}/calendar/v3/", timeout=0.05)))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"items": []}, "without nextSyncToken"),
        ({"items": {}, "nextSyncToken": "t"}, "no list"),
        ({"items": [], "nextSyncToken": 7}, "without nextSyncToken"),
        ("maintenance", "no JSON"),
    ],
)
def test_an_answer_that_makes_no_sense_is_trouble_for_now(google, feed, answer, said):
    instead(google, lambda: (answer, 200))
    with pytest.raises(VendorUnavailable, match=said):
        read(feed)


def test_a_list_without_an_end_is_given_up(google, feed):
    numbers = itertools.count()
    instead(google, lambda: ({"items": [], "nextPageToken": str(next(numbers))}, 200))
    with pytest.raises(VendorUnavailable, match="without an end"):
        read(feed)
    assert next(numbers) == 40


def test_a_channel_is_opened_as_asked_and_closed_again(google, feed):
    wanted = channel()
    granted = feed.open_channel(wanted, address="http://127.0.0.1:9/api/calendar/events", token="only-we-know")
    assert (granted.id, granted.ends_at) == (wanted.id, wanted.ends_at)
    (told,) = [one["told"] for one in google.state()["channels"]]
    assert (told["id"], told["token"], told["resourceId"]) == (str(wanted.id), "only-we-know", granted.resource_id)
    for _ in range(2):
        feed.close_channel(granted.id, granted.resource_id)
    assert google.state()["channels"] == []


def test_google_may_grant_less_time_than_was_asked_for(feed):
    long = channel(ends_at=real_now() + timedelta(days=30))
    granted = feed.open_channel(long, address="http://127.0.0.1:9/", token="t")
    assert granted.ends_at < long.ends_at


def test_an_address_that_google_does_not_call_is_refused_for_good(feed):
    with pytest.raises(VendorRefused, match="pushWebhookUrlNotHttps"):
        feed.open_channel(channel(), address="http://coresync.life/api/calendar/events", token="t")


@pytest.mark.parametrize(
    "answer", [{}, {"resourceId": "r"}, {"resourceId": "r", "expiration": "soon"}, {"expiration": "1"}]
)
def test_a_channel_that_is_granted_in_words_that_mean_nothing_is_trouble(google, feed, answer):
    instead(google, lambda: (answer, 200), path="/watch")
    with pytest.raises(VendorUnavailable):
        feed.open_channel(channel(), address="http://127.0.0.1:9/", token="t")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_channel_that_can_t_be_closed_now_is_trouble(google, feed, status):
    requests.post(f"{google.url}/_faults", json={"error_rate": 1, "status": status}, timeout=5)
    with pytest.raises(VendorUnavailable):
        feed.close_channel(uuid4(), "resource")


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("ends", [{"dateTime": "9999-12-31T23:59:59-05:00"}, {"date": "9999-12-31"}])
@pytest.mark.parametrize("begins", [{"dateTime": "0001-01-01T00:00:00+09:00"}, {"date": "0001-01-01"}])
def test_an_event_at_the_calendars_two_ends_is_one_without_bounds(zone, begins, ends):
    event = seen({"id": "leave", "start": begins, "end": ends}, ZoneInfo(zone))
    window = Window.around(NOW)
    assert window.cut(event.starts_at, event.ends_at) == (window.begins, window.ends)


def test_a_channel_whose_end_is_no_year_is_google_s_trouble(google, feed):
    instead(google, lambda: {"resourceId": "r", "expiration": "9" * 30}, path="/watch")
    with pytest.raises(VendorUnavailable):
        feed.open_channel(channel(), address="https://spa.example/api/calendar/events", token="t")
