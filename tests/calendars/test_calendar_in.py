"""What technicians do in their own calendars is known to every search a moment later."""

from datetime import UTC, datetime, timedelta

import pytest
import requests

from infra.local.stand_ins.faults import Faults
from shared_lib.calendars.adapters.google import GoogleCalendarFeed
from tests.calendars.calendar_house import ANNA, HOUR, MARCO, TEAM, calendar_house
from tests.snapshots import NOW
from tests.spa_house import THREE, at_once


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with calendar_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_a_busy_hour_is_no_longer_offered_and_comes_back_when_it_is_deleted(house):
    assert house.slots("Anna")
    dentist = house.busy(ANNA)
    assert house.read() == 200
    assert (house.busy_times(), house.slots("Anna")) == ([(THREE, THREE + HOUR)], False)
    house.by_hand("DELETE", ANNA, dentist)
    house.read()
    assert (house.busy_times(), house.slots("Anna")) == ([], True)


def test_an_event_that_moves_moves_the_busy_time(house):
    dentist = house.busy(ANNA)
    house.read()
    later = {"start": (THREE + HOUR).isoformat(), "end": (THREE + 3 * HOUR).isoformat()}
    house.by_hand("PATCH", ANNA, dentist, **later)
    house.read()
    assert house.busy_times() == [(THREE + HOUR, THREE + 3 * HOUR)]


@pytest.mark.parametrize(
    "free",
    [
        {"transparency": "transparent"},
        {"attendees": [{"email": ANNA, "self": True, "responseStatus": "declined"}]},
        {"eventType": "workingLocation"},
        {"extendedProperties": {"private": {"booking_id": "7b0d2f9c-5f3a-4b58-9a35-b1f0e5a3c001"}}},
    ],
    ids=["shown as free", "declined", "a place of work", "one of our own visits"],
)
def test_what_takes_nobody_s_time_is_not_busy(house, free):
    event = house.busy(ANNA, **free)
    house.read()
    assert house.busy_times() == []
    if "transparency" in free:
        house.by_hand("PATCH", ANNA, event, transparency="opaque")
        house.read()
        assert house.busy_times() == [(THREE, THREE + HOUR)]


def test_an_invitation_that_is_declined_later_is_free_again(house):
    invited = {"email": ANNA, "self": True, "responseStatus": "accepted"}
    event = house.busy(ANNA, attendees=[invited])
    house.read()
    assert len(house.busy_times()) == 1
    house.by_hand("PATCH", ANNA, event, attendees=[invited | {"responseStatus": "declined"}])
    house.read()
    assert house.busy_times() == []


@pytest.mark.parametrize(
    ("day", "begins", "hours"),
    [
        ("2026-11-20", datetime(2026, 11, 20, 5, tzinfo=UTC), 24),
        ("2027-03-14", datetime(2027, 3, 14, 5, tzinfo=UTC), 23),
        ("2027-11-07", datetime(2027, 11, 7, 4, tzinfo=UTC), 25),
    ],
    ids=["a plain day", "the day that loses an hour", "the day that has one more"],
)
def test_a_whole_day_is_the_spa_s_day_whatever_zone_its_owner_lives_in(house, day, begins, hours):
    house.google.create_calendar("lena@example.com", "Lena", "Asia/Tokyo")
    house.database.run("update coresync.technicians set calendar_id = 'lena@example.com' where name = 'Lena'")
    tomorrow = (datetime.fromisoformat(day) + timedelta(days=1)).date().isoformat()
    house.by_hand("POST", "lena@example.com", start=day, end=tomorrow)
    house.read()
    assert house.busy_times("Lena") == [(begins, begins + HOUR * hours)]


def test_a_leave_without_an_end_has_bounds_and_the_night_moves_them(house):
    house.by_hand("POST", ANNA, start="2020-01-01", end="2099-01-01")
    house.read()
    ((_, ends),) = house.busy_times()
    assert ends == house.now + timedelta(days=400)
    house.now += timedelta(days=30)
    house.reconcile()
    assert house.busy_times() == [(house.now - timedelta(days=1), house.now + timedelta(days=400))]


def test_what_is_long_over_or_far_away_leaves_no_row(house):
    house.busy(ANNA, NOW - timedelta(days=40))
    house.busy(ANNA, NOW + timedelta(days=500))
    house.read()
    house.busy(ANNA, NOW + timedelta(days=600))
    house.read()
    assert house.busy_times() == []


def test_no_word_of_an_event_ever_comes_in(house):
    house.busy(ANNA, summary="Fertility clinic", description="room 7", location="5th Avenue")
    house.read()
    tables = ("busy_times", "calendar_reads", "audit_log", "calendar_drift_reports", "inbox")
    kept = [str(row) for table in tables for row in house.rows(f"select * from coresync.{table}")]
    assert not any(word in text for text in kept for word in ("clinic", "room 7", "Avenue"))


def lunch(house):
    """Anna's lunch on the spa's clock, each day from the Saturday on before New York changes its clocks."""
    times = {"start": "2027-03-13T12:00:00", "end": "2027-03-13T13:00:00"}
    return str(house.by_hand("POST", ANNA, **times, recurrence=["RRULE:FREQ=DAILY;COUNT=3"])["id"])


def hours(house):
    return [f"{house.spa.wall(begins):%d %H}" for begins, _ in house.busy_times()]


def test_what_comes_again_each_day_is_busy_each_day_on_the_clock_of_that_day(house):
    lunch(house)
    house.read()
    assert hours(house) == ["13 12", "14 12", "15 12"]


def test_one_day_of_a_series_that_is_left_out_or_moved_changes_that_day_alone(house):
    series = lunch(house)
    house.read()
    house.by_hand("DELETE", ANNA, f"{series}_20270314T160000Z")
    house.by_hand("PATCH", ANNA, f"{series}_20270315T160000Z", start="2027-03-15T14:00:00", end="2027-03-15T15:00:00")
    house.read()
    assert hours(house) == ["13 12", "15 14"]


def test_a_series_that_moves_leaves_nothing_where_it_was(house):
    series = lunch(house)
    house.read()
    house.by_hand("PATCH", ANNA, series, start="2027-03-13T15:00:00", end="2027-03-13T16:00:00")
    house.read()
    assert hours(house) == ["13 15", "14 15", "15 15"]
    house.by_hand("DELETE", ANNA, series)
    house.read()
    assert hours(house) == []


def test_reading_twice_changes_nothing(house):
    house.busy(ANNA)
    house.read()
    before = house.rows("select ctid, * from coresync.busy_times")
    house.read()
    house.reconcile()
    assert house.rows("select ctid, * from coresync.busy_times") == before


def test_twenty_24095_a_token_that_ended_is_followed_by_a_whole_reading_that_misses_no_deletion(house):
    """A swallowed 410 leaves what was deleted meanwhile busy for ever."""
    gone, stays = house.busy(ANNA), house.busy(ANNA, THREE + 3 * HOUR)
    house.read()
    house.by_hand("DELETE", ANNA, gone)
    requests.post(f"{house.google.url}/_expire_tokens", timeout=5).raise_for_status()
    assert house.read() == 200
    assert stays
    assert house.busy_times() == [(THREE + 3 * HOUR, THREE + 4 * HOUR)]


def test_hundreds_of_events_come_page_by_page(house, monkeypatch):
    monkeypatch.setattr("infra.local.stand_ins.calendar.listing.LARGEST_PAGE", 7)
    starts = [NOW + timedelta(days=1, hours=2 * n) for n in range(30)]
    for start in starts:
        house.busy(ANNA, start)
    house.read()
    assert [begins for begins, _ in house.busy_times()] == starts


def test_whoever_gets_a_calendar_is_read_whole_and_whoever_loses_it_is_free(house):
    house.busy(ANNA)
    house.read()
    house.database.run("update coresync.technicians set calendar_id = %s where name = 'Lena'", (ANNA,))
    house.read()
    assert house.busy_times("Lena") == house.busy_times("Anna") == [(THREE, THREE + HOUR)]
    house.database.run("update coresync.technicians set calendar_id = null where name = 'Anna'")
    house.reconcile()
    assert (house.busy_times("Anna"), len(house.busy_times("Lena"))) == ([], 1)


def test_a_calendar_that_can_t_be_read_keeps_none_of_the_others(house):
    house.database.run("update coresync.technicians set calendar_id = 'nobody@example.com' where name = 'Anna'")
    house.busy(MARCO, THREE + HOUR)
    assert house.read() == 503
    assert house.busy_times("Marco") == [(THREE + HOUR, THREE + 2 * HOUR)]
    (row,) = house.rows("select read_at, trouble from coresync.calendar_reads where calendar_id = 'nobody@example.com'")
    assert row == {"read_at": None, "trouble": "ACCESS_LOST"}


def test_cal_com_7278_while_google_is_silent_what_is_known_stays_and_its_age_is_told(house):
    """Unknown is neither full nor free: searches go on with what was known, from one database."""
    house.busy(ANNA)
    house.read()
    read_at = house.now
    house.google.faults = Faults(error_rate=1.0)
    assert house.read() == 503
    assert not house.slots("Anna")
    assert house.slots("Anna", THREE - 2 * HOUR)
    (row,) = house.rows("select read_at, failed_at, trouble from coresync.calendar_reads where calendar_id = %s", ANNA)
    assert row == {"read_at": read_at, "failed_at": house.now, "trouble": "VENDOR_UNAVAILABLE"}


def test_nothing_is_lost_over_an_outage(house):
    house.read()
    house.google.faults = Faults(error_rate=1.0)
    house.by_hand("POST", ANNA, start=THREE.isoformat(), end=(THREE + HOUR).isoformat())
    assert house.read() == 503
    house.google.faults = Faults()
    assert house.read() == 200
    assert house.busy_times() == [(THREE, THREE + HOUR)]


@pytest.mark.parametrize("round_", range(5))
def test_many_readers_at_once_leave_what_stands(house, round_):
    house.read()
    house.busy(ANNA)
    gone = house.busy(ANNA, THREE + 2 * HOUR)
    house.by_hand("DELETE", ANNA, gone)
    house.wait(15)
    at_once(6, lambda number: house.reconcile() if number % 2 else house.poll())
    house.read()
    assert house.busy_times() == [(THREE, THREE + HOUR)]


def test_a_technician_s_event_in_the_team_s_calendar_is_left_alone(house):
    stray = house.busy(TEAM)
    assert house.reconcile().status_code == 200
    assert house.event(TEAM)["status"] == "confirmed"
    assert {"kind": "stray", "calendar": "technicians", "times": 1, "event_id": stray} in house.report()["items"]


@pytest.mark.parametrize("how", ["poll", "reconcile"])
def test_a_calendar_that_nobody_can_make_sense_of_keeps_none_of_the_others(house, monkeypatch, caplog, how):
    def read(feed, *, calendar_id, **reading):
        return 1 / 0 if calendar_id == ANNA else readable(feed, calendar_id=calendar_id, **reading)

    readable = GoogleCalendarFeed.read
    monkeypatch.setattr(GoogleCalendarFeed, "read", read)
    house.busy(MARCO)
    answer = getattr(house, how)()
    assert (answer.status_code, answer.json["failures"]) == (503, ["INTERNAL"])
    assert house.busy_times("Marco") == [(THREE, THREE + HOUR)]
    (row,) = house.rows("select failed_at, trouble from coresync.calendar_reads where calendar_id = %s", ANNA)
    assert row == {"failed_at": house.now, "trouble": "INTERNAL"}
    (line,) = [one for one in caplog.records if one.levelname == "ERROR"]
    assert (line.exc_info[0], line.facts) == (
        ZeroDivisionError,
        {"alert": "calendar_unread", "calendar": "technician 1"},
    )
