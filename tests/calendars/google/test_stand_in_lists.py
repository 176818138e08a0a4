"""The calendar stand-in lists, synchronises and tells who is busy as Google does."""

import pytest
import requests
from googleapiclient.errors import HttpError

from infra.local.stand_ins.calendar import CalendarStandIn
from infra.local.stand_ins.store import Store
from tests.calendars.google.conftest import CALENDAR, MASTER, ZONE


def at(hour, day=25):
    return {"dateTime": f"2026-11-{day}T{hour:02}:00:00-05:00", "timeZone": ZONE}


@pytest.fixture
def visits(events):
    """Three visits on one day, entered out of order; the second one was cancelled."""
    for name, hour in (("late00", 18), ("noon00", 12), ("first0", 9)):
        private = {"booking_id": name}
        body = {"id": name, "summary": name, "start": at(hour), "end": at(hour + 1)}
        events.insert(calendarId=CALENDAR, body=body | {"extendedProperties": {"private": private}}).execute()
    events.delete(calendarId=CALENDAR, eventId="noon00").execute()


def listed(events, **query):
    return [event["id"] for event in events.list(calendarId=CALENDAR, **query).execute()["items"]]


def refused(events, **query):
    with pytest.raises(HttpError) as error:
        events.list(calendarId=CALENDAR, **query).execute()
    return error.value.status_code, error.value.error_details[0]["reason"]


@pytest.mark.usefixtures("visits")
def test_a_list_holds_what_was_not_deleted_unless_asked_for(events):
    assert listed(events) == ["late00", "first0"]
    assert listed(events, showDeleted=True) == ["late00", "noon00", "first0"]
    assert listed(events, singleEvents=True, orderBy="startTime") == ["first0", "late00"]
    assert listed(events, orderBy="updated") == ["late00", "first0"]


@pytest.mark.usefixtures("visits")
def test_a_list_can_be_narrowed(events):
    assert listed(events, timeMin="2026-11-25T10:00:00-05:00") == ["late00"]
    assert listed(events, timeMax="2026-11-25T23:00:00Z") == ["first0"]
    assert listed(events, privateExtendedProperty="booking_id=first0") == ["first0"]
    assert listed(events, privateExtendedProperty=["booking_id=first0", "a=b"]) == []
    assert listed(events, q="LATE") == ["late00"]
    assert listed(events, iCalUID="late00@google.com") == ["late00"]
    assert listed(events, updatedMin="2020-01-01T00:00:00Z") == ["late00", "noon00", "first0"]


@pytest.mark.usefixtures("visits")
def test_a_list_that_makes_no_sense_is_refused(events):
    assert refused(events, orderBy="startTime") == (400, "badRequest")
    empty = {"timeMin": "2026-11-25T10:00:00Z", "timeMax": "2026-11-25T10:00:00Z"}
    assert refused(events, **empty) == (400, "timeRangeEmpty")
    assert refused(events, pageToken="nonsense") == (400, "invalid")


@pytest.mark.usefixtures("visits")
def test_pages_follow_each_other_and_the_last_one_has_the_sync_token(events):
    first = events.list(calendarId=CALENDAR, maxResults=1).execute()
    assert "nextSyncToken" not in first
    second = events.list(calendarId=CALENDAR, maxResults=1, pageToken=first["nextPageToken"]).execute()
    assert [item["id"] for item in first["items"] + second["items"]] == ["late00", "first0"]
    assert "nextPageToken" not in second
    assert second["nextSyncToken"]


@pytest.mark.usefixtures("visits")
def test_a_sync_token_brings_what_changed_since_and_only_that(google, events):
    token = events.list(calendarId=CALENDAR).execute()["nextSyncToken"]
    by_hand = f"{google.url}/_events/{CALENDAR}"
    busy = {"summary": "Dentist", "start": "2026-11-26T09:00:00-05:00", "end": "2026-11-26T11:00:00-05:00"}
    added = requests.post(by_hand, json=busy, timeout=5).json()["id"]
    requests.delete(f"{by_hand}/late00", timeout=5)
    changes = events.list(calendarId=CALENDAR, syncToken=token).execute()
    assert [item["id"] for item in changes["items"]] == [added, "late00"]
    assert set(changes["items"][1]) == {"kind", "etag", "id", "status"}
    assert listed(events, syncToken=changes["nextSyncToken"]) == []


def test_changes_between_two_pages_are_not_lost(events, visits):
    first = events.list(calendarId=CALENDAR, maxResults=1).execute()
    events.patch(calendarId=CALENDAR, eventId="late00", body={"summary": "changed"}).execute()
    last = events.list(calendarId=CALENDAR, maxResults=1, pageToken=first["nextPageToken"]).execute()
    assert listed(events, syncToken=last["nextSyncToken"]) == ["late00"]


@pytest.mark.parametrize(
    "clash",
    [
        {"privateExtendedProperty": "a=b"},
        {"timeMin": "2026-11-25T10:00:00Z"},
        {"orderBy": "updated"},
        {"q": "x"},
        {"showDeleted": False},
    ],
)
def test_a_sync_token_goes_with_no_other_wish(events, clash):
    token = events.list(calendarId=CALENDAR).execute()["nextSyncToken"]
    assert refused(events, syncToken=token, **clash) == (400, "invalid")


def test_an_ended_sync_token_asks_for_a_full_sync(google, events):
    token = events.list(calendarId=CALENDAR).execute()["nextSyncToken"]
    requests.post(f"{google.url}/_expire_tokens", timeout=5)
    assert refused(events, syncToken=token) == (410, "fullSyncRequired")
    assert listed(events, syncToken=events.list(calendarId=CALENDAR).execute()["nextSyncToken"]) == []


def test_busy_times_are_merged_and_an_unknown_calendar_is_an_error_inside_a_good_answer(calendar, events):
    for n, (start, end) in enumerate([(9, 11), (10, 12), (14, 15)]):
        events.insert(calendarId=CALENDAR, body={"id": f"taken{n}", "start": at(start), "end": at(end)}).execute()
    free = {"id": "free1", "start": at(16), "end": at(17), "transparency": "transparent"}
    events.insert(calendarId=CALENDAR, body=free).execute()
    asked = {"timeMin": "2026-11-25T00:00:00Z", "timeMax": "2026-11-26T00:00:00Z", "timeZone": ZONE}
    items = [{"id": CALENDAR}, {"id": MASTER}, {"id": "unknown"}]
    answer = calendar.freebusy().query(body=asked | {"items": items}).execute()["calendars"]
    assert [(span["start"][11:16], span["end"][11:16]) for span in answer[CALENDAR]["busy"]] == [
        ("09:00", "12:00"),
        ("14:00", "15:00"),
    ]
    assert answer[MASTER] == {"busy": []}
    assert answer["unknown"]["errors"] == [{"domain": "global", "reason": "notFound"}]


@pytest.mark.parametrize(
    "body",
    [
        {"timeMin": "2026-11-25T00:00:00Z"},
        {"timeMin": "2026-11-25T00:00:00", "timeMax": "2026-11-26T00:00:00"},
        {"timeMin": "2026-11-26T00:00:00Z", "timeMax": "2026-11-25T00:00:00Z"},
        {"timeMin": "2026-11-25T00:00:00Z", "timeMax": "2026-11-26T00:00:00Z", "calendars": ["x"]},
    ],
)
def test_a_question_for_busy_times_must_be_whole(calendar, body):
    with pytest.raises(HttpError) as error:
        calendar.freebusy().query(body=body).execute()
    assert error.value.status_code == 400


def test_a_whole_day_is_busy_from_the_spa_s_midnight_on(google, calendar):
    holiday = {"summary": "Away", "start": "2026-11-26", "end": "2026-11-27"}
    requests.post(f"{google.url}/_events/{CALENDAR}", json=holiday, timeout=5).raise_for_status()
    asked = {"timeMin": "2026-11-25T00:00:00Z", "timeMax": "2026-11-30T00:00:00Z", "items": [{"id": CALENDAR}]}
    (busy,) = calendar.freebusy().query(body=asked).execute()["calendars"][CALENDAR]["busy"]
    assert busy == {"start": "2026-11-26T05:00:00Z", "end": "2026-11-27T05:00:00Z"}


def test_calendars_are_listed_shown_and_made(calendar):
    assert [item["id"] for item in calendar.calendarList().list().execute()["items"]] == [MASTER, CALENDAR]
    assert calendar.calendarList().get(calendarId=MASTER).execute()["accessRole"] == "owner"
    assert calendar.calendars().get(calendarId=CALENDAR).execute()["timeZone"] == ZONE
    made = calendar.calendars().insert(body={"summary": "Private", "timeZone": ZONE}).execute()
    assert calendar.calendars().get(calendarId=made["id"]).execute()["summary"] == "Private"
    with pytest.raises(HttpError):
        calendar.calendars().insert(body={"summary": "Private", "timeZone": "Mars/Base"}).execute()


def test_a_restart_forgets_nothing_and_a_reset_leaves_empty_calendars(connect, tmp_path):
    body = {"id": "abc12", "start": at(9), "end": at(10)}
    with CalendarStandIn(store=Store(tmp_path / "calendar.db")) as first:
        first.create_calendar(CALENDAR, "Technicians", ZONE)
        connect(first).events().insert(calendarId=CALENDAR, body=body).execute()
        first.store.close()
    with CalendarStandIn(store=Store(tmp_path / "calendar.db")) as second:
        second.create_calendar(CALENDAR, "Another name", ZONE)
        events = connect(second).events()
        assert listed(events) == ["abc12"]
        requests.post(f"{second.url}/_reset", timeout=5)
        assert listed(events) == []
        second.store.close()
