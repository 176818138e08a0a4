from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.hours import WeeklyHours, days, resolve

NEW_YORK = ZoneInfo("America/New_York")
FALL_BACK = date(2026, 11, 1)
SPRING_FORWARD = date(2027, 3, 14)
NIGHT = WeeklyHours(week=dict.fromkeys(range(7), ((18 * 60, 25 * 60),)))


def one(hours: WeeklyHours, day: date) -> tuple[datetime, datetime]:
    ((begins, ends),) = hours.ranges(days(day, day, NEW_YORK))
    return instant(begins), instant(ends)


def instant(minute: int) -> datetime:
    return datetime.fromtimestamp(60 * minute, NEW_YORK)


def test_a_week_gives_each_day_its_hours():
    hours = WeeklyHours(week={4: ((600, 960),), 5: ()})
    assert hours.spans_on(date(2026, 11, 27)) == ((600, 960),)
    assert hours.spans_on(date(2026, 11, 28)) == ()
    assert hours.spans_on(date(2026, 11, 29)) == ()


def test_a_dated_exception_takes_the_place_of_the_week():
    christmas, eve = date(2026, 12, 25), date(2026, 12, 24)
    hours = WeeklyHours(week={3: ((600, 1440),), 4: ((600, 960),)}, exceptions={christmas: (), eve: ((600, 840),)})
    assert hours.spans_on(christmas) == ()
    assert hours.spans_on(eve) == ((600, 840),)


def test_a_night_ends_on_the_next_day():
    begin, end = one(NIGHT, date(2026, 11, 28))
    assert begin.isoformat() == "2026-11-28T18:00:00-05:00"
    assert end.isoformat() == "2026-11-29T01:00:00-05:00"


def test_the_night_in_which_clocks_go_back_ends_at_the_first_one_o_clock():
    begin, end = one(NIGHT, FALL_BACK - timedelta(days=1))
    assert end.astimezone(UTC) == datetime(2026, 11, 1, 5, tzinfo=UTC)
    assert end.timestamp() - begin.timestamp() == 7 * 3600


def test_the_day_on_which_clocks_go_back_has_its_evening_at_the_new_hour():
    begin, end = one(NIGHT, FALL_BACK)
    assert begin.astimezone(UTC) == datetime(2026, 11, 1, 23, tzinfo=UTC)
    assert end.astimezone(UTC) == datetime(2026, 11, 2, 6, tzinfo=UTC)


def test_the_night_before_clocks_go_forward_is_as_long_as_any():
    begin, end = one(NIGHT, SPRING_FORWARD - timedelta(days=1))
    assert begin.astimezone(UTC) == datetime(2027, 3, 13, 23, tzinfo=UTC)
    assert end.astimezone(UTC) == datetime(2027, 3, 14, 6, tzinfo=UTC)


def test_the_day_on_which_clocks_go_forward_has_its_evening_at_the_new_hour():
    begin, end = one(NIGHT, SPRING_FORWARD)
    assert begin.astimezone(UTC) == datetime(2027, 3, 14, 22, tzinfo=UTC)
    assert end.astimezone(UTC) == datetime(2027, 3, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize("minute", [120, 150, 179])
def test_a_minute_that_the_spring_night_skips_is_the_instant_of_the_jump(minute):
    assert resolve(SPRING_FORWARD, minute, NEW_YORK).astimezone(UTC) == datetime(2027, 3, 14, 7, tzinfo=UTC)


def test_a_whole_day_lasts_as_long_as_the_clocks_make_it():
    day_round = WeeklyHours(week={6: ((0, 1440),)})
    lengths = [one(day_round, day) for day in (FALL_BACK, SPRING_FORWARD)]
    assert [(end.timestamp() - begin.timestamp()) / 3600 for begin, end in lengths] == [25, 23]


SPANS = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(lambda two: ((two[0], two[0] + two[1]),))
HOURS = st.builds(
    WeeklyHours,
    week=st.dictionaries(st.integers(0, 6), SPANS),
    exceptions=st.dictionaries(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.one_of(SPANS, st.just(()))),
)


@given(HOURS)
def test_hours_survive_being_written_down(hours):
    assert WeeklyHours.from_json(hours.to_json()) == hours


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 2879))
def test_later_on_the_wall_is_never_earlier_in_time(day, minute):
    assert resolve(day, minute, NEW_YORK) <= resolve(day, minute + 1, NEW_YORK)
