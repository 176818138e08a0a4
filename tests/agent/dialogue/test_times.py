"""From words about time to stretches of the spa's clock."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from shared_lib.agent.dialogue.dialogue_state import DialogueState, Frame, Item, OfferedTime
from shared_lib.agent.dialogue.times import exactly, in_open_half, merge, wanted_instant, windows
from shared_lib.agent.language import When
from shared_lib.kernel.hours import WeeklyHours
from tests.agent.dialogue.house import Guest, House

NEW_YORK = ZoneInfo("America/New_York")
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)


def clocks(when):
    return [tuple(f"{end.astimezone(NEW_YORK):%a %H:%M}" for end in window) for window in windows(when, NEW_YORK)]


@pytest.mark.parametrize(
    ("when", "stretch"),
    [
        (When(date=FRIDAY), ("Fri 00:00", "Sat 00:00")),
        (When(date=FRIDAY, part="afternoon"), ("Fri 12:00", "Fri 17:00")),
        (When(date=FRIDAY, part="night"), ("Fri 20:00", "Sat 02:00")),
        (When(date=FRIDAY, time=time(17), open="after"), ("Fri 17:00", "Sat 00:00")),
        (When(date=FRIDAY, time=time(12), open="before"), ("Fri 00:00", "Fri 12:00")),
        (When(date=FRIDAY, time=time(14), end_time=time(16)), ("Fri 14:00", "Fri 16:01")),
        (When(date=FRIDAY, time=time(20), end_time=time(1)), ("Fri 20:00", "Sat 01:01")),
    ],
)
def test_a_wish_is_a_stretch_of_the_day(when, stretch):
    assert clocks(when) == [stretch]


def test_a_range_is_a_stretch_for_each_of_its_days_without_those_refused():
    when = When(date=FRIDAY, end_date=date(2026, 11, 30), not_dates=(SATURDAY,))
    assert [begins for begins, _ in clocks(when)] == ["Fri 00:00", "Sun 00:00", "Mon 00:00"]


def test_one_instant_is_wanted_only_where_day_and_hour_are_said():
    assert wanted_instant(When(date=FRIDAY, time=time(15)), NEW_YORK).hour == 15
    assert wanted_instant(When(date=FRIDAY, part="evening"), NEW_YORK) is None
    assert wanted_instant(When(time=time(15)), NEW_YORK) is None


def test_a_small_hour_after_a_late_one_is_of_the_same_night():
    late = When(date=FRIDAY, time=time(22))
    assert merge(late, When(time=time(1))).date == SATURDAY
    assert merge(When(date=FRIDAY, time=time(11)), When(time=time(1))).date == FRIDAY


def test_an_hour_that_the_spring_night_skips_is_the_one_the_clocks_jump_to():
    wanted = wanted_instant(When(date=date(2027, 3, 14), time=time(2, 30)), NEW_YORK)
    assert f"{wanted.astimezone(NEW_YORK):%H:%M}" == "03:00"


def test_a_memory_survives_its_rest_as_json():
    when = When(date=FRIDAY, time=time(15), not_dates=(SATURDAY,), either_half=True)
    start = wanted_instant(When(date=FRIDAY, time=time(15)), NEW_YORK)
    state = DialogueState(
        when=when,
        offered=(OfferedTime(start, ("Anna",)),),
        items=(Item("a", add_ons=("x",)), Item(candidates=("b", "c"), guest=2)),
        shelved=(Frame("book", items=(Item("d"),), when=when),),
        visits=("v",),
        buttons={"slot": "3:00 PM"},
    )
    assert DialogueState.from_json(state.to_json()) == state
    assert exactly(start, NEW_YORK) == When(date=FRIDAY, time=time(15))


OPEN = WeeklyHours({4: ((10 * 60, 16 * 60),), 6: ((10 * 60, 24 * 60),)})
"""Fridays from 10 to 4, Sundays from 10 to midnight."""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (When(date=SUNDAY, time=time(9), either_half=True), When(date=SUNDAY, time=time(21))),
        (
            When(date=SUNDAY, time=time(9), end_time=time(11), either_half=True),
            When(date=SUNDAY, time=time(21), end_time=time(23)),
        ),
        (
            When(date=SUNDAY, time=time(9), open="before", either_half=True),
            When(date=SUNDAY, time=time(21), open="before"),
        ),
        (When(date=SUNDAY, time=time(11), either_half=True), None),
        (When(date=FRIDAY, time=time(9), end_time=time(11), either_half=True), None),
        (When(date=SATURDAY, time=time(9), either_half=True), None),
        (When(date=SUNDAY, time=time(9)), None),
        (When(time=time(9), either_half=True), None),
    ],
)
def test_opening_hours_settle_am_or_pm_where_only_one_of_them_can_be_meant(said, meant):
    assert in_open_half(said, [OPEN]) == (meant or said)


@pytest.mark.parametrize(
    ("asks", "hours"),
    [
        ("swedish late afternoon tomorrow", range(16, 19)),
        ("swedish late afternoon tomorrow, I could do until friday", range(16, 19)),
        ("a swedish in the early evening tomorrow", range(17, 20)),
        ("masaje sueco mañana a primera hora de la tarde", range(12, 16)),
        ("шведский массаж завтра поздно вечером", range(20, 24)),
        ("шведський масаж завтра пізно ввечері", range(20, 24)),
        ("עיסוי שוודי מחר מאוחר בערב", range(20, 24)),
    ],
)
def test_the_end_of_a_part_of_the_day_is_heard(asks, hours):
    guest = Guest(House())
    guest.says(asks)
    offered = [slot for slot in guest.buttons if slot.startswith("slot:")]
    assert offered
    assert all(guest.house.zone_hour(slot) in hours for slot in offered)
