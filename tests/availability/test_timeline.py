"""Minutes as bits, against minutes as a plain list."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from shared_lib.availability.timeline import Timeline, at_least, bits, is_set, starts_of, whole_minute
from shared_lib.kernel.minutes import minute_of, touched

ORIGIN = datetime(2026, 11, 1, 4, tzinfo=UTC)
LINE = Timeline(ORIGIN, 200)
masks = st.integers(0, (1 << 200) - 1)
seconds = st.integers(-600, 13000)


def instant(second: int) -> datetime:
    return ORIGIN + timedelta(seconds=second)


@given(seconds, seconds)
def test_a_mask_has_every_minute_that_is_touched(begins, ends):
    assume(begins < ends)
    touched = {n for n in range(200) if n * 60 < ends and begins < (n + 1) * 60}
    assert set(bits(LINE.mask(instant(begins), instant(ends)))) == touched


@given(st.lists(st.tuples(seconds, st.integers(-100, 4000)), max_size=8))
def test_many_stretches_make_the_mask_that_each_would_make(found):
    """They may overlap, touch, lie outside, or end before they begin, as in the hour that a spring night skips."""
    intervals = [(instant(begins), instant(begins + length)) for begins, length in found]
    one_by_one = 0
    for begins, ends in intervals:
        one_by_one |= LINE.mask(begins, ends)
    assert LINE.mask_of(touched(*interval) for interval in intervals) == one_by_one


def test_no_time_at_all_has_no_bits():
    assert Timeline(ORIGIN, 0).mask_of([touched(ORIGIN, ORIGIN + timedelta(hours=1))]) == 0
    assert list(bits(0)) == []


@given(masks, st.integers(-5, 205))
def test_a_bit_is_set_or_not_also_outside(mask, bit):
    assert is_set(mask, bit) == (bit in set(bits(mask)))


@given(seconds)
def test_an_instant_lies_in_its_minute(second):
    assert minute_of(instant(second)) == minute_of(ORIGIN) + second // 60


@given(seconds, seconds)
def test_starts_are_the_minutes_that_begin_within(begins, ends):
    within = {n for n in range(200) if begins <= n * 60 < ends}
    assert set(bits(LINE.starts(instant(begins), instant(ends)))) == within


@given(masks, st.integers(1, 90))
def test_a_start_has_its_minutes_free_in_a_row(free, minutes):
    found = starts_of(free, minutes)
    naive = {n for n in range(200) if all(free >> n + k & 1 for k in range(minutes))}
    assert set(bits(found)) == naive


def test_a_visit_of_no_minutes_begins_nowhere():
    assert starts_of(LINE.whole, 0) == 0


@given(st.lists(masks, max_size=6), st.integers(1, 4))
def test_enough_people_are_counted_for_each_minute(free, needed):
    naive = {n for n in range(200) if sum(mask >> n & 1 for mask in free) >= needed}
    assert set(bits(at_least(needed, free))) == naive


@given(seconds, seconds)
def test_a_timeline_covers_both_of_its_ends(begins, ends):
    line = Timeline.between(instant(begins), instant(ends))
    assert line.origin <= instant(begins)
    assert line.minutes == 0 or line.at(line.minutes) >= instant(ends) > line.at(line.minutes - 1)


def test_an_hour_that_the_clocks_repeat_is_two_hours_of_instants():
    new_york = datetime(2026, 11, 1, 1, 30, 59, tzinfo=ZoneInfo("America/New_York"))
    first, second = whole_minute(new_york), whole_minute(new_york.replace(fold=1))
    assert second - first == timedelta(hours=1)
    assert first == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
