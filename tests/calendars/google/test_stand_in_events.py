"""The calendar stand-in keeps and refuses events as Google does."""

import pytest
import requests
from googleapiclient.errors import HttpError

from tests.calendars.google.conftest import CALENDAR, MASTER, ZONE

VISIT = {
    "id": "abc12",
    "summary": "Swedish Massage",
    "start": {"dateTime": "2026-11-25T15:00:00-05:00", "timeZone": ZONE},
    "end": {"dateTime": "2026-11-25T16:00:00-05:00", "timeZone": ZONE},
}


def refusal(request):
    with pytest.raises(HttpError) as error:
        request.execute()
    return error.value.status_code, error.value.error_details[0]["reason"]


def insert(events, **changes):
    return events.insert(calendarId=CALENDAR, body=VISIT | changes)


def test_an_event_is_kept_with_what_google_adds(events):
    made = insert(events).execute()
    assert (made["id"], made["status"], made["sequence"], made["iCalUID"]) == (
        "abc12",
        "confirmed",
        0,
        "abc12@google.com",
    )
    assert made["start"] == VISIT["start"]
    assert events.get(calendarId=CALENDAR, eventId="abc12").execute() == made


def test_times_are_told_in_the_zone_of_the_calendar(events):
    start, end = {"dateTime": "2026-11-25T20:00:00Z"}, {"dateTime": "2026-11-25T16:00:00", "timeZone": ZONE}
    made = insert(events, start=start, end=end).execute()
    assert made["start"] == VISIT["start"]
    assert made["end"] == VISIT["end"]


def test_an_id_is_made_when_none_is_given(events):
    body = {name: VISIT[name] for name in ("start", "end")}
    first, second = (events.insert(calendarId=CALENDAR, body=body).execute()["id"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "wxyz1"}, "invalid"),
        ({"id": "abc1"}, "invalid"),
        ({"id": "ABCDE"}, "invalid"),
        ({"colour": "red"}, "invalid"),
        ({"summary": 5}, "invalid"),
        ({"status": "gone"}, "invalid"),
        ({"transparency": "clear"}, "invalid"),
        ({"sequence": "1"}, "invalid"),
        ({"start": {"dateTime": "2026-11-25T15:00:00-05:00", "zone": ZONE}}, "invalid"),
        ({"start": {"dateTime": "tomorrow"}}, "invalid"),
        ({"start": {"dateTime": "2026-11-31T15:00:00Z"}}, "invalid"),
        ({"start": {"date": "2026-11-25"}}, "invalid"),
        ({"start": {"dateTime": "2026-11-25T15:00:00", "timeZone": "Mars/Base"}}, "invalid"),
        ({"start": {"dateTime": "2026-11-25T15:00:00"}}, "required"),
        ({"start": {}}, "required"),
        ({"start": {"dateTime": "2026-11-25T17:00:00-05:00"}}, "timeRangeEmpty"),
        ({"iCalUID": "x@coresync.life"}, "invalid"),
        ({"reminders": {"overrides": [{"method": "sms", "minutes": 5}]}}, "invalid"),
        ({"reminders": {"overrides": [{"method": "popup", "minutes": 40_321}]}}, "invalid"),
        ({"reminders": {"overrides": [{"method": "popup", "minutes": n} for n in range(6)]}}, "invalid"),
        ({"extendedProperties": {"private": {"k" * 45: "v"}}}, "invalid"),
        ({"extendedProperties": {"private": {"k": "v" * 1025}}}, "invalid"),
        ({"extendedProperties": {"secret": {"k": "v"}}}, "invalid"),
    ],
)  # fmt: skip
def test_what_google_refuses_is_refused(events, changes, reason):
    assert refusal(insert(events, **changes)) == (400, reason)
    assert events.list(calendarId=CALENDAR).execute()["items"] == []


def test_default_reminders_go_with_no_others(events):
    reminders = {"useDefault": True, "overrides": [{"method": "popup", "minutes": 5}]}
    assert refusal(insert(events, reminders=reminders)) == (400, "cannotUseDefaultRemindersAndSpecifyOverride")


def test_an_event_needs_a_start_and_an_end(events):
    assert refusal(events.insert(calendarId=CALENDAR, body={"summary": "x"})) == (400, "required")


def test_nobody_may_be_invited(events):
    attendees = [{"email": "anna@example.com"}]
    assert refusal(insert(events, attendees=attendees)) == (403, "forbiddenForServiceAccounts")
    insert(events).execute()
    patch = events.patch(calendarId=CALENDAR, eventId="abc12", body={"attendees": attendees})
    assert refusal(patch) == (403, "forbiddenForServiceAccounts")


def test_an_id_is_taken_once_in_a_calendar(events):
    insert(events).execute()
    assert refusal(insert(events)) == (409, "duplicate")
    events.insert(calendarId=MASTER, body=VISIT).execute()


def test_a_deleted_event_keeps_its_id_and_can_be_revived(events):
    insert(events).execute()
    delete = events.delete(calendarId=CALENDAR, eventId="abc12")
    assert delete.execute() == ""
    assert refusal(delete) == (410, "deleted")
    assert refusal(insert(events)) == (409, "duplicate")
    assert events.get(calendarId=CALENDAR, eventId="abc12").execute()["status"] == "cancelled"
    revived = events.patch(calendarId=CALENDAR, eventId="abc12", body={"status": "confirmed"}).execute()
    assert (revived["status"], revived["summary"]) == ("confirmed", "Swedish Massage")


def test_the_sequence_rises_when_the_time_changes_only(events):
    insert(events).execute()
    renamed = events.patch(calendarId=CALENDAR, eventId="abc12", body={"summary": "Sports Massage"}).execute()
    assert renamed["sequence"] == 0
    moved = events.patch(calendarId=CALENDAR, eventId="abc12", body={"end": {"dateTime": "2026-11-25T17:00:00-05:00"}})
    assert moved.execute()["sequence"] == 1
    back = events.patch(calendarId=CALENDAR, eventId="abc12", body={"sequence": -1})
    assert refusal(back) == (400, "invalid")


def test_a_patch_merges_objects_replaces_arrays_and_removes_by_null(events):
    insert(events, location="Room 1", extendedProperties={"private": {"a": "1", "b": "2"}}).execute()
    body = {"location": None, "extendedProperties": {"private": {"b": "3"}}}
    patched = events.patch(calendarId=CALENDAR, eventId="abc12", body=body).execute()
    assert "location" not in patched
    assert patched["extendedProperties"]["private"] == {"a": "1", "b": "3"}


def test_a_time_does_not_become_a_whole_day_by_a_patch_that_leaves_the_time(events):
    insert(events).execute()
    body = {"start": {"date": "2026-11-25"}, "end": {"date": "2026-11-26"}}
    assert refusal(events.patch(calendarId=CALENDAR, eventId="abc12", body=body)) == (400, "invalid")
    whole = {"start": {"date": "2026-11-25", "dateTime": None}, "end": {"date": "2026-11-26", "dateTime": None}}
    patched = events.patch(calendarId=CALENDAR, eventId="abc12", body=whole).execute()
    assert patched["start"] == {"date": "2026-11-25"}


def test_an_update_replaces_everything_and_ignores_what_is_google_s_own(events):
    made = insert(events, location="Room 1").execute()
    body = {name: value for name, value in made.items() if name != "location"} | {"created": "2020-01-01T00:00:00Z"}
    updated = events.update(calendarId=CALENDAR, eventId="abc12", body=body).execute()
    assert "location" not in updated
    assert (updated["created"], updated["id"]) == (made["created"], "abc12")
    assert updated["etag"] != made["etag"]


def test_an_event_that_changed_meanwhile_is_not_overwritten(events):
    made = insert(events).execute()
    events.patch(calendarId=CALENDAR, eventId="abc12", body={"summary": "new"}).execute()
    late = events.patch(calendarId=CALENDAR, eventId="abc12", body={"summary": "late"})
    late.headers["If-Match"] = made["etag"]
    assert refusal(late) == (412, "conditionNotMet")


@pytest.mark.parametrize("call", ["get", "delete"])
def test_what_is_not_there_is_not_found(events, call):
    assert refusal(getattr(events, call)(calendarId=CALENDAR, eventId="nothing")) == (404, "notFound")
    assert refusal(getattr(events, call)(calendarId="unknown", eventId="abc12")) == (404, "notFound")


def test_only_known_parameters_and_paths_are_taken(google):
    url = f"{google.url}/calendar/v3/calendars/{CALENDAR}/events"
    for query in ("colour=red", "maxResults=many", "maxResults=0", "singleEvents=maybe", "timeMin=2026-11-25T00:00:00"):
        assert requests.get(f"{url}?{query}", timeout=5).status_code == 400, query
    assert requests.post(f"{url}?sendUpdates=everybody", json=VISIT, timeout=5).status_code == 400
    assert requests.post(url, data="{", timeout=5).status_code == 400
    assert requests.get(f"{google.url}/calendar/v2/calendars", timeout=5).status_code == 404
    assert requests.post(f"{url}/quickAdd?text=lunch", timeout=5).status_code == 501


def test_a_partial_answer_holds_what_was_asked_for(events):
    insert(events).execute()
    listed = events.list(calendarId=CALENDAR, fields="timeZone,items(id,start/dateTime)").execute()
    assert listed == {"timeZone": ZONE, "items": [{"id": "abc12", "start": {"dateTime": "2026-11-25T15:00:00-05:00"}}]}
    for fields in ("items(id", "items(colour)", "items.,id", ""):
        assert refusal(events.list(calendarId=CALENDAR, fields=fields or ","))[0] == 400


@pytest.mark.parametrize(
    ("status", "reason"), [(403, "rateLimitExceeded"), (429, "rateLimitExceeded"), (503, "backendError")]
)
def test_faults_are_told_in_google_s_words(google, events, status, reason):
    requests.post(f"{google.url}/_faults", json={"error_rate": 1, "status": status}, timeout=5)
    assert refusal(insert(events)) == (status, reason)
    requests.delete(f"{google.url}/_faults", timeout=5)
    insert(events).execute()
