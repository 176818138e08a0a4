"""Guests who stay all day: many treatments, long waits, and still the same answers in bounded work."""

import dataclasses
import itertools

from hypothesis import given
from hypothesis import strategies as st

from shared_lib.domain.availability.groups import Group, Step
from shared_lib.domain.price_book import Treatment
from shared_lib.usecases.find_times import LONGEST_WAIT, Also, Wish
from tests.floors import MASSAGE, NOW, SPA, THURSDAY, a_book, always, at, room, technician
from tests.unit.domain.properties.case import Case, PaperHouse
from tests.unit.domain.properties.effort import examples

LONG = Treatment("t1", "Long", "All", 180, {"Non-Member": 18000}, "treatment", ("massage",), 30)
MORNING = at(THURSDAY, "08:00")


def a_day_of(treatments: int, **wish) -> Case:
    crew, rooms = tuple(map(technician, range(1, 4))), tuple(map(room, range(1, 4)))
    book = a_book(treatments=(LONG,), hours={"Suite": always((0, 1440))})
    asked = Wish.at("t1", MORNING, also=(Also("t1"),) * (treatments - 1), **wish)
    return Case(SPA, book, rooms, crew, (), NOW, asked, THURSDAY)


def test_a_guest_who_stays_for_twelve_hours_is_offered_what_can_be_held():
    case = a_day_of(4)
    assert [offer.starts_at for offer in case.found().offers] == [MORNING]
    assert len(PaperHouse(case).hold_at(MORNING).visits) == 4


def test_eight_treatments_with_long_waits_are_answered_in_bounded_work():
    found = a_day_of(8, longest_wait=LONGEST_WAIT).sought()
    assert next(found.group.timings(MORNING))[0] == MORNING
    assert len(found.seatings(MORNING)) > 0


waits = st.lists(st.integers(0, 60), min_size=1, max_size=4, unique=True).map(sorted).map(tuple)


@examples(50)
@given(st.lists(waits, min_size=1, max_size=4))
def test_the_shortest_waits_come_first_and_none_is_left_out(choices):
    steps = tuple(Step(dataclasses.replace(MASSAGE, minutes=1), 1, row) for row in choices)
    times = [begins[-1] for begins in Group(steps).timings(MORNING)]
    assert times == sorted(times)
    assert len(times) == len(list(itertools.product(*choices)))
