"""The calendar stand-in plays events that come again, as far as people in a spa have them."""

import pytest
import requests

from tests.calendars.google.conftest import CALENDAR

MONDAYS = {"summary": "Class", "start": "2026-10-26T09:00:00", "end": "2026-10-26T10:00:00"}
RULE = "RRULE:FREQ=WEEKLY;COUNT=3"


def add(google, **body):
    return requests.post(f"{google.url}/_events/{CALENDAR}", json=MONDAYS | {"recurrence": [RULE]} | body, timeout=5)


def starts(events, **query):
    items = events.list(calendarId=CALENDAR, singleEvents=True, **query).execute()["items"]
    return [item["start"].get("dateTime", item["start"].get("date")) for item in items]


def test_a_series_is_one_event_until_single_ones_are_asked_for(google, events):
    series = add(google).json()["id"]
    (event,) = events.list(calendarId=CALENDAR).execute()["items"]
    assert (event["id"], event["recurrence"]) == (series, [RULE])
    assert starts(events) == ["2026-10-26T09:00:00-04:00", "2026-11-02T09:00:00-05:00", "2026-11-09T09:00:00-05:00"]
    single = events.list(calendarId=CALENDAR, singleEvents=True).execute()["items"][1]
    assert (single["id"], single["recurringEventId"]) == (f"{series}_20261102T140000Z", series)


@pytest.mark.parametrize(
    ("rule", "count"),
    [("FREQ=DAILY;COUNT=2", 2), ("FREQ=DAILY;INTERVAL=2;UNTIL=20261101T235959Z", 4), ("FREQ=WEEKLY", 730)],
)
def test_a_rule_says_how_often(google, events, rule, count):
    add(google, recurrence=[f"RRULE:{rule}"])
    assert len(starts(events, maxResults=2500)) == count


def test_whole_days_come_again_too(google, events):
    add(google, start="2026-10-31", end="2026-11-01", recurrence=["RRULE:FREQ=DAILY;COUNT=2"])
    assert starts(events) == ["2026-10-31", "2026-11-01"]


def test_one_of_a_series_is_changed_or_deleted_alone_and_a_token_tells(google, events):
    series = add(google).json()["id"]
    token = events.list(calendarId=CALENDAR, singleEvents=True).execute()["nextSyncToken"]
    by_hand = f"{google.url}/_events/{CALENDAR}/{series}"
    requests.delete(f"{by_hand}_20261102T140000Z", timeout=5).raise_for_status()
    (gone,) = events.list(calendarId=CALENDAR, singleEvents=True, syncToken=token).execute()["items"]
    assert (gone["status"], gone["recurringEventId"]) == ("cancelled", series)
    assert starts(events) == ["2026-10-26T09:00:00-04:00", "2026-11-09T09:00:00-05:00"]
    assert requests.delete(f"{by_hand}_20991102T140000Z", timeout=5).status_code == 404


@pytest.mark.parametrize("lines", [["RRULE:FREQ=YEARLY"], ["EXDATE:20261102"], [RULE, RULE], ["nonsense"]])
def test_what_is_not_played_is_refused(google, lines):
    assert add(google, recurrence=lines).status_code == 400


def test_a_series_is_busy_each_time(google, calendar):
    add(google)
    asked = {"timeMin": "2026-10-20T00:00:00Z", "timeMax": "2026-11-20T00:00:00Z", "items": [{"id": CALENDAR}]}
    assert len(calendar.freebusy().query(body=asked).execute()["calendars"][CALENDAR]["busy"]) == 3
