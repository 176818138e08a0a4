"""A reason is given exactly when nothing can begin, and names a rule that really blocks."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, timedelta

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from shared_lib.availability.explain import explain
from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.visit import Group, Step
from shared_lib.pricing.price_book import Policies
from tests.availability.properties.case import Case
from tests.availability.properties.plain import Plain
from tests.availability.properties.sizes import examples
from tests.availability.properties.spas import AREAS, SPECIALTIES, cases, edges
from tests.snapshots import MASSAGE, MINUTE, WEDNESDAY, a_diary, a_floor, always, at, booking_window, room, technician

pytestmark = pytest.mark.proof

ALWAYS = always((0, 1440))


def code(case: Case) -> RejectionCode | None:
    rejection = case.search().rejection_for(case.request.windows[:1])
    return rejection.code if rejection else None


@examples(80)
@given(cases(longest=20))
def test_there_is_a_reason_exactly_when_nothing_can_begin(case):
    case = case.but(request=dataclasses.replace(case.request, windows=case.request.windows[:1]))
    rejection = code(case)
    event(f"{rejection} for {min(len(case.request.items), 2)}")
    assert (rejection is None) == bool(Plain(case).starts())


def earlier(case: Case) -> Case:
    return case.but(now=case.request.windows[0][0] - timedelta(days=2))


def farther(case: Case) -> Case:
    tiers = tuple(dataclasses.replace(tier, days_ahead=300) for tier in case.book.tiers)
    return case.but(book=dataclasses.replace(case.book, tiers=tiers))


def opened(case: Case) -> Case:
    """Open all areas, with a room of each kind for two."""
    kinds = {treatment.room_kind for treatment in case.book.treatments}
    more = [dataclasses.replace(room(90 + n, capacity=2), kind=kind) for n, kind in enumerate(sorted(kinds))]
    book = dataclasses.replace(case.book, hours=dict.fromkeys(AREAS, ALWAYS))
    return case.but(book=book, rooms=(*case.rooms, *more))


def taught(case: Case) -> Case:
    """Let everybody know everything, and more people come, of each gender."""
    crew = [dataclasses.replace(who, specialties=frozenset(SPECIALTIES)) for who in case.technicians]
    more = [technician(80 + n, *SPECIALTIES, gender="fm"[n % 2]) for n in range(4)]
    return case.but(technicians=(*crew, *more))


def whoever(case: Case) -> Case:
    """Let everybody who was wished for be able to do it."""
    items = tuple(dataclasses.replace(item, gender=None) for item in case.request.items)
    request = dataclasses.replace(case.request, items=items)
    crew = tuple(dataclasses.replace(who, specialties=frozenset(SPECIALTIES)) for who in case.technicians)
    return case.but(request=request, technicians=crew)


def on_duty(case: Case) -> Case:
    return case.but(technicians=tuple(dataclasses.replace(who, shifts=ALWAYS) for who in case.technicians))


def emptied(case: Case) -> Case:
    return case.but(busy=())


WITHOUT: dict[RejectionCode, Callable[[Case], Case]] = {
    RejectionCode.PAST: earlier,
    RejectionCode.TOO_SOON: lambda case: earlier(case.but(book=dataclasses.replace(case.book, policies=Policies()))),
    RejectionCode.OUTSIDE_HORIZON: farther,
    RejectionCode.CLOSED: opened,
    RejectionCode.NOBODY_FOR_IT: taught,
    RejectionCode.NOT_THEIR_WORK: whoever,
    RejectionCode.AWAY: on_duty,
    RejectionCode.NOBODY_ON_DUTY: on_duty,
    RejectionCode.BUSY: emptied,
    RejectionCode.TAKEN: emptied,
}
"""For each reason, the same case without the rule that it names."""


@examples(120)
@given(cases(alone=True, longest=120))
def test_without_the_rule_that_is_named_the_reason_is_another_or_none(case):
    rejection = code(case)
    event(str(rejection))
    if rejection is not None:
        assert code(WITHOUT[rejection](case)) != rejection


@examples(40)
@given(cases(longest=15))
def test_a_group_is_not_together_only_when_each_visit_by_itself_would_find_a_place(case):
    if code(case) == RejectionCode.NOT_TOGETHER:
        plain, (begins, ends) = Plain(case), case.request.windows[0]
        asked = [begins + n * MINUTE for n in range((ends - begins) // MINUTE)]
        for number, step in enumerate(plain.asked):
            least = sum(plain.minutes(before) for before in plain.asked[:number] if before.guest == step.guest)
            follows = sum(before.guest == step.guest for before in plain.asked[:number])
            most = least + follows * case.request.longest_wait
            starts = {start + n * MINUTE for start in asked if plain.in_time(start) for n in range(least, most + 1)}
            assert any(plain.finds_place(number, start) for start in starts)


LIMITS = (RejectionCode.PAST, RejectionCode.TOO_SOON, RejectionCode.OUTSIDE_HORIZON)


@examples(40)
@given(st.one_of(cases(), edges()), st.lists(st.integers(-1500, 3000), min_size=20, max_size=20))
def test_notice_and_horizon_are_counted_on_the_spas_wall_to_the_minute(case, minutes):
    found, plain = case.search(), Plain(case)
    midnight = case.spa.midnight(case.day).astimezone(UTC)
    around = [midnight - MINUTE, midnight, midnight + MINUTE, *(midnight + n * MINUTE for n in minutes)]
    for start in around:
        rejection = found.rejection_for([(start, start + MINUTE)])
        assert (rejection is not None and rejection.code in LIMITS) == (not plain.in_time(start))


def at_two(visit, **snapshot):
    start = at(WEDNESDAY, "14:00")
    return explain(
        a_diary(a_floor(**snapshot)), Group.of(visit), (start, start + 12 * 60 * MINUTE), booking_window()
    ).code


def test_two_masseurs_do_not_make_a_facial():
    both = dataclasses.replace(MASSAGE, specialties=("massage", "facial"))
    assert at_two(both, technicians=(technician(1), technician(2))) == RejectionCode.NOBODY_FOR_IT


def test_one_masseuse_is_not_taken_where_two_are_needed():
    two = dataclasses.replace(MASSAGE, specialties=("massage", "massage"), technician=1)
    assert at_two(two) == RejectionCode.NOBODY_FOR_IT


def test_who_works_only_while_the_house_is_closed_is_not_taken():
    assert at_two(MASSAGE, technicians=(technician(1, shifts=always((1320, 1500))),)) == RejectionCode.NOBODY_ON_DUTY
    named = dataclasses.replace(MASSAGE, technician=1)
    assert at_two(named, technicians=(technician(1, shifts=always((1320, 1500))),)) == RejectionCode.AWAY


def test_a_second_treatment_that_nobody_gives_is_named_as_such():
    facial = dataclasses.replace(MASSAGE, specialties=("facial",))
    start, group = at(WEDNESDAY, "14:00"), Group((Step(MASSAGE), Step(facial)))
    assert explain(a_diary(), group, (start, start + MINUTE), booking_window()).code == RejectionCode.NOBODY_FOR_IT
