"""When schedules come due, on ordinary days and on the two on which New York's clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from infra.deploy.cron import Cron

NEW_YORK = "America/New_York"
ZONE = ZoneInfo(NEW_YORK)


def times(schedule, start, count, zone=NEW_YORK):
    """The next times in UTC."""
    cron, moment, found = Cron.parse(schedule, zone), start.replace(tzinfo=ZoneInfo(zone)), []
    for _ in range(count):
        moment = cron.next_after(moment) or pytest.fail("it never comes")
        found.append(moment.strftime("%m-%d %H:%M"))
    return found


WEDNESDAY = datetime(2026, 11, 25, 10, 30)  # noqa: DTZ001 -- the zone is added in `times`

ORDINARY = [
    ("* * * * *", ["11-25 10:31", "11-25 10:32"]),
    ("*/5 * * * *", ["11-25 10:35", "11-25 10:40"]),
    ("10-20/5 8,14 * * *", ["11-25 14:10", "11-25 14:15"]),
    ("0 9 * * *", ["11-26 09:00", "11-27 09:00"]),
    ("0 18 * * THU", ["11-26 18:00", "12-03 18:00"]),
    ("0 0 * * 7", ["11-29 00:00", "12-06 00:00"]),
    ("0 0 1 jan *", ["01-01 00:00", "01-01 00:00"]),
    ("0 0 13 * FRI", ["11-27 00:00", "12-04 00:00"]),
    ("0 0 */15 * *", ["12-01 00:00", "12-16 00:00"]),
    ("0 0 29 2 *", ["02-29 00:00", "02-29 00:00"]),
]


@pytest.mark.parametrize(("schedule", "expected"), ORDINARY)
def test_a_schedule_comes_when_it_says(schedule, expected):
    assert times(schedule, WEDNESDAY, 2, zone="UTC") == expected


def test_what_never_comes_has_no_next_time():
    assert Cron.parse("0 0 30 2 *", "utc").next_after(WEDNESDAY.replace(tzinfo=UTC)) is None


NO_SCHEDULES = [
    *("", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *"),
    *("*/0 * * * *", "5/10 * * * *", "a * * * *", "* * * * MONDAY", "every 5 minutes", "1,,2 * * * *", "² * * * *"),
]


@pytest.mark.parametrize("schedule", NO_SCHEDULES)
def test_a_schedule_that_is_none_is_refused(schedule):
    with pytest.raises(ValueError, match=r"is not a|five fields"):
        Cron.parse(schedule, NEW_YORK)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "New York"])
def test_a_zone_that_is_none_is_refused(zone):
    with pytest.raises(ValueError, match="is not a time zone"):
        Cron.parse("* * * * *", zone)


def test_at_nine_it_is_nine_on_both_sides_of_a_change():
    spring, autumn = datetime(2027, 3, 13, 12), datetime(2027, 11, 6, 12)  # noqa: DTZ001
    assert times("0 9 * * *", spring, 1) == ["03-14 13:00"]
    assert times("0 9 * * *", datetime(2027, 3, 12, 12), 1) == ["03-13 14:00"]  # noqa: DTZ001
    assert times("0 9 * * *", autumn, 1) == ["11-07 14:00"]


def test_in_spring_the_hour_that_is_skipped_does_not_come():
    assert times("30 2 * * *", datetime(2027, 3, 13, 12), 1) == ["03-15 06:30"]  # noqa: DTZ001


def test_in_autumn_the_hour_that_is_repeated_comes_twice():
    assert times("30 1 * * *", datetime(2027, 11, 6, 12), 3) == ["11-07 05:30", "11-07 06:30", "11-08 06:30"]  # noqa: DTZ001


@pytest.mark.parametrize("day", [datetime(2027, 3, 14, tzinfo=ZONE), datetime(2027, 11, 7, tzinfo=ZONE)])
def test_each_quarter_of_an_hour_comes_on_every_day(day):
    cron, moment, gaps = Cron.parse("*/15 * * * *", NEW_YORK), day.astimezone(UTC), set()
    for _ in range(100):
        later = cron.next_after(moment)
        gaps.add(later - moment)
        moment = later
    assert gaps == {timedelta(minutes=15)}


def test_of_many_missed_times_the_latest_counts():
    cron, start = Cron.parse("0 9 * * *", NEW_YORK), datetime(2026, 11, 25, 9, tzinfo=ZONE)
    assert cron.latest(after=start, until=start + timedelta(hours=23)) is None
    assert cron.latest(after=start, until=start + timedelta(days=40)) == start + timedelta(days=40)
    assert cron.latest(after=start, until=start - timedelta(days=1)) is None
