"""Bookings in Google calendars: once, in their newest version, whatever happens on the way."""

import contextlib
import dataclasses
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
import requests
from flask import request
from google.auth.exceptions import DefaultCredentialsError

from shared_lib.calendars.adapters.google import GoogleAccount, GoogleCalendars
from shared_lib.calendars.event import CalendarEvent
from shared_lib.kernel.errors import Conflict, VendorRefused, VendorUnavailable
from shared_lib.kernel.ids import derived_event_id
from tests.calendars.google.conftest import CALENDAR, ZONE

BOOKING = UUID("7b0d2f9c-5f3a-4b58-9a35-b1f0e5a3c001")
EVENT_ID = derived_event_id(BOOKING)
VISIT = CalendarEvent(
    event_id=EVENT_ID,
    booking_id=BOOKING,
    version=2,
    title="Anna: Swedish Massage",
    description="60 minutes",
    starts_at=datetime(2026, 11, 25, 20, tzinfo=UTC),
    ends_at=datetime(2026, 11, 25, 21, tzinfo=UTC),
    zone=ZONE,
    location="Treatment Room 1",
    reminder_minutes=1440,
)


@pytest.fixture
def calendars(google):
    return GoogleCalendars(GoogleAccount(api_base=f"{google.url}/calendar/v3/", timeout=2))


@pytest.fixture
def stored(google):
    """Return a way to look at the only event there is."""

    def look():
        (event,) = google.state()["events"][CALENDAR]
        return event

    return look


def later(version, hours=1):
    shift = timedelta(hours=hours)
    return dataclasses.replace(VISIT, version=version, starts_at=VISIT.starts_at + shift, ends_at=VISIT.ends_at + shift)


def misbehave(google, **faults):
    requests.post(f"{google.url}/_faults", json=faults, timeout=5).raise_for_status()


def test_the_same_booking_has_the_same_id_everywhere_and_google_takes_it():
    assert derived_event_id(BOOKING) == EVENT_ID
    assert derived_event_id(UUID(int=1)) != EVENT_ID
    assert len(EVENT_ID) == 52
    assert set(EVENT_ID) <= set("0123456789abcdefghijklmnopqrstuv")


def test_a_confirmed_booking_stands_in_the_calendar(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    event = stored()
    assert (event["id"], event["summary"], event["status"]) == (EVENT_ID, "Anna: Swedish Massage", "confirmed")
    assert event["start"] == {"dateTime": "2026-11-25T15:00:00-05:00", "timeZone": ZONE}
    assert event["location"] == "Treatment Room 1"
    assert event["reminders"] == {"useDefault": False, "overrides": [{"method": "popup", "minutes": 1440}]}
    assert event["extendedProperties"] == {"private": {"booking_id": str(BOOKING), "version": "2", "seal": VISIT.seal}}
    assert "attendees" not in event


def test_the_same_event_twice_changes_nothing(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    first = stored()
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    assert stored() == first


def test_a_newer_version_moves_the_event(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    calendars.put(calendar_id=CALENDAR, event=later(3))
    event = stored()
    assert event["start"]["dateTime"] == "2026-11-25T16:00:00-05:00"
    assert (event["extendedProperties"]["private"]["version"], event["sequence"]) == ("3", 1)


def test_an_older_version_that_comes_late_is_ignored(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=later(3))
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    assert stored()["extendedProperties"]["private"]["version"] == "3"
    assert stored()["start"]["dateTime"] == "2026-11-25T16:00:00-05:00"


def test_a_place_that_is_no_longer_known_is_taken_out(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    calendars.put(calendar_id=CALENDAR, event=dataclasses.replace(VISIT, version=3, location=None))
    assert "location" not in stored()


@pytest.mark.parametrize(
    "by_hand",
    [
        lambda url: requests.patch(
            url, json={"start": "2026-11-26T09:00:00-05:00", "end": "2026-11-26T10:00:00-05:00"}, timeout=5
        ),
        lambda url: requests.patch(url, json={"start": "2026-11-25", "end": "2026-11-26"}, timeout=5),
        lambda url: requests.delete(url, timeout=5),
    ],
    ids=["moved", "made a whole day", "deleted"],
)
def test_what_was_changed_by_hand_is_put_right_by_the_same_version(google, calendars, stored, by_hand):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    by_hand(f"{google.url}/_events/{CALENDAR}/{EVENT_ID}").raise_for_status()
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    assert stored()["status"] == "confirmed"
    assert stored()["start"] == {"dateTime": "2026-11-25T15:00:00-05:00", "timeZone": ZONE}


def test_a_cancelled_booking_is_removed_and_an_older_confirmation_does_not_bring_it_back(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)
    assert stored()["status"] == "cancelled"
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    assert stored()["status"] == "cancelled"


def test_a_removed_booking_that_is_confirmed_anew_comes_back(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)
    calendars.put(calendar_id=CALENDAR, event=later(4))
    assert (stored()["status"], stored()["extendedProperties"]["private"]["version"]) == ("confirmed", "4")


def test_a_removal_that_comes_late_does_not_touch_a_newer_version(calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=later(4))
    calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)
    assert stored()["status"] == "confirmed"


def test_removing_twice_or_what_never_was_is_fine(google, calendars, stored):
    calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)
    assert google.state()["events"][CALENDAR] == []
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)
    first = stored()
    calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)
    assert stored() == first


def test_an_event_that_changes_between_reading_and_writing_is_read_again(google, calendars, stored):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    by_hand = f"{google.url}/_events/{CALENDAR}/{EVENT_ID}"
    just_before(google, "PATCH", lambda: requests.patch(by_hand, json={"colorId": "3"}, timeout=5) and None)
    calendars.put(calendar_id=CALENDAR, event=later(3))
    assert (stored()["colorId"], stored()["extendedProperties"]["private"]["version"]) == ("3", "3")


@pytest.mark.parametrize("status", [403, 429, 500, 503])
@pytest.mark.parametrize("operation", ["put", "remove"])
def test_a_google_that_fails_may_be_asked_again_later(google, calendars, status, operation):
    misbehave(google, error_rate=1, status=status)
    with pytest.raises(VendorUnavailable, match=f"answered {status}") as failure:
        act(calendars, operation)
    assert failure.value.retryable
    misbehave(google)
    act(calendars, operation)


def act(calendars, operation):
    if operation == "put":
        calendars.put(calendar_id=CALENDAR, event=VISIT)
    else:
        calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)


@pytest.mark.parametrize("verb", ["POST", "GET", "PATCH"])
def test_each_call_may_fail_and_the_next_try_mends_it(google, calendars, stored, verb):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    just_before(google, verb, lambda: google.failure(503))
    with pytest.raises(VendorUnavailable):
        calendars.put(calendar_id=CALENDAR, event=later(3))
    calendars.put(calendar_id=CALENDAR, event=later(3))
    assert stored()["extendedProperties"]["private"]["version"] == "3"


def just_before(google, verb, act):
    """Do something when the next call of that kind arrives; what it returns is the answer."""
    waiting = [verb]

    def hook():
        if request.method not in waiting or request.path.startswith("/_"):
            return None
        waiting.remove(request.method)
        return act()

    google.app.before_request_funcs[None].append(hook)


def test_an_answer_that_gets_lost_is_trouble_and_the_event_is_there_once(google, calendars, stored):
    misbehave(google, drop_rate=1)
    with pytest.raises(VendorUnavailable, match=r"RemoteDisconnected|Reset"):
        calendars.put(calendar_id=CALENDAR, event=VISIT)
    misbehave(google)
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    assert stored()["summary"] == "Anna: Swedish Massage"


def test_one_lost_answer_is_repeated_by_the_client_and_does_no_harm(google, calendars, stored):
    def lose(response):
        if request.method == "POST" and response.status_code == HTTPStatus.OK:
            request.environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return response

    google.app.after_request_funcs[None].append(lose)
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    assert (stored()["summary"], stored()["sequence"]) == ("Anna: Swedish Massage", 0)


def test_an_answer_that_is_no_json_is_trouble_for_now(google, calendars):
    just_before(google, "POST", lambda: ("maintenance", 200))
    with pytest.raises(VendorUnavailable, match="no JSON"):
        calendars.put(calendar_id=CALENDAR, event=VISIT)


def test_an_event_that_never_rests_is_left_for_later(google, calendars):
    calendars.put(calendar_id=CALENDAR, event=VISIT)
    google.app.before_request_funcs[None].append(
        lambda: ({"error": {"code": 412}}, 412) if request.method == "PATCH" else None
    )
    with pytest.raises(Conflict, match="keeps changing"):
        calendars.put(calendar_id=CALENDAR, event=later(3))
    with pytest.raises(Conflict, match="keeps changing"):
        calendars.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=3)


def test_versions_that_arrive_all_at_once_leave_the_newest(calendars, stored):
    versions = [5, 2, 4, 3, 5, 2]

    def put(version):
        with contextlib.suppress(Conflict):  # overtaken three times: the sender tries again
            calendars.put(calendar_id=CALENDAR, event=later(version, hours=version))

    with ThreadPoolExecutor(len(versions)) as threads:
        list(threads.map(put, versions))
    put(5)
    assert stored()["extendedProperties"]["private"]["version"] == "5"
    assert stored()["start"]["dateTime"] == "2026-11-25T20:00:00-05:00"


def test_keys_that_can_t_be_had_are_asked_for_on_first_use_and_are_trouble_for_now():
    def no_keys():
        raise DefaultCredentialsError

    calendars = GoogleCalendars(GoogleAccount(credentials=no_keys))
    with pytest.raises(VendorUnavailable, match="DefaultCredentialsError"):
        calendars.put(calendar_id=CALENDAR, event=VISIT)


def test_a_slow_google_ends_by_time_out(google):
    hasty = GoogleCalendars(GoogleAccount(api_base=f"{google.url}/calendar/v3/", timeout=0.05))
    misbehave(google, latency_ms=400)
    with pytest.raises(VendorUnavailable, match="Timeout"):
        hasty.put(calendar_id=CALENDAR, event=VISIT)


def test_a_google_that_is_not_there_is_unavailable():
    nowhere = GoogleCalendars(GoogleAccount(api_base="http://127.0.0.1:1/calendar/v3/", timeout=1))
    with pytest.raises(VendorUnavailable, match="ConnectionRefused"):
        nowhere.remove(calendar_id=CALENDAR, event_id=EVENT_ID, version=1)


def test_a_calendar_that_is_not_shared_with_us_can_be_mended_by_people(calendars):
    with pytest.raises(VendorUnavailable, match="answered 404 notFound"):
        calendars.put(calendar_id="unknown@group.calendar.google.com", event=VISIT)


def test_an_event_that_google_does_not_take_is_refused_for_good_and_its_text_is_not_repeated(calendars):
    backwards = dataclasses.replace(VISIT, ends_at=VISIT.starts_at - timedelta(hours=1))
    with pytest.raises(VendorRefused, match="answered 400 timeRangeEmpty") as refusal:
        calendars.put(calendar_id=CALENDAR, event=backwards)
    assert not refusal.value.retryable
    assert "Anna" not in str(refusal.value)


def test_a_visit_over_the_end_of_summer_time_keeps_its_instants(calendars, stored):
    night = dataclasses.replace(
        VISIT, starts_at=datetime(2026, 11, 1, 5, 30, tzinfo=UTC), ends_at=datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    )
    calendars.put(calendar_id=CALENDAR, event=night)
    assert stored()["start"]["dateTime"] == "2026-11-01T01:30:00-04:00"
    assert stored()["end"]["dateTime"] == "2026-11-01T01:30:00-05:00"
