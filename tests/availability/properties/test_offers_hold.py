"""Whatever is offered can be held at once, and breaks no rule of a spa that chance has furnished."""

import dataclasses
import itertools

import pytest
from hypothesis import event, given

from shared_lib.availability.allocation import BookedVisit
from shared_lib.kernel.errors import NotBookable, SlotTaken
from tests.availability.properties.case import Case, PaperHouse
from tests.availability.properties.plain import Plain, broken
from tests.availability.properties.sizes import examples
from tests.availability.properties.spas import cases
from tests.snapshots import MINUTE

pytestmark = pytest.mark.proof

EVERY = {"limit": 400, "apart": MINUTE}


def visits_of(case: Case, slot) -> tuple[BookedVisit, ...]:
    alone = (BookedVisit(1, 1, slot.starts_at, slot.ends_at),)
    return slot.assignment.visits or alone


@examples(80)
@given(cases())
def test_what_is_offered_breaks_no_rule(case):
    slots = case.slots()
    event(f"offers: {min(len(slots), 1)}, visits: {len(case.request.items)}")
    for slot in slots:
        assert broken(case, slot.starts_at, visits_of(case, slot), slot.assignment.allocations) == []
        assert Plain(case).wished_for(slot.starts_at)
        assert slot.ends_at == max(visit.ends_at for visit in visits_of(case, slot))


@examples(80)
@given(cases())
def test_what_is_offered_can_be_held_at_once(case):
    for slot in case.slots():
        held = PaperHouse(case).hold_at(slot.starts_at)
        assert held.starts_at == slot.starts_at
        assert broken(case, held.starts_at, held.visits, held.assignment.allocations) == []


@examples(30)
@given(cases())
def test_the_nearest_time_that_a_reason_tells_can_be_held(case):
    found = case.found()
    assert found.slots == case.slots()
    if found.rejection and found.rejection.nearest:
        held = PaperHouse(case).hold_at(found.rejection.nearest)
        assert broken(case, held.starts_at, held.visits, held.assignment.allocations) == []


@examples(40)
@given(cases(longest=90))
def test_every_quarter_hour_that_is_free_is_offered_and_no_other(case):
    request = dataclasses.replace(case.request, **EVERY)
    offered = [slot.starts_at for slot in case.but(request=request).slots()]
    free = [
        start
        for start in Plain(case).starts()
        if start == case.request.wanted or start.astimezone(case.spa.tz).minute % 15 == 0
    ]
    assert sorted(offered) == free


@examples(80)
@given(cases(longest=20))
def test_find_and_hold_never_disagree_about_any_minute(case):
    plain, found = Plain(case), case.search()
    begins, _ = case.request.windows[0]
    for start in (begins + n * MINUTE for n in range(0, 20, 3)):
        rejection = found.rejection_for([(start, start + MINUTE)])
        try:
            PaperHouse(case).hold_at(start)
            held = True
        except (NotBookable, SlotTaken):
            held = False
        assert held == (rejection is None) == plain.can_begin(start)


@examples(40)
@given(cases())
def test_one_hold_after_another_fills_the_house_and_breaks_nothing(case):
    house = PaperHouse(case)
    for number in range(6):
        now_taken = case.but(busy=tuple(house.busy))
        slots = now_taken.slots()
        if not slots:
            break
        held = house.hold_at(slots[0].starts_at, f"k{number}")
        assert broken(now_taken, held.starts_at, held.visits, held.assignment.allocations) == []
    allocations = [allocation for held in house.holds.values() for allocation in held.assignment.allocations]
    assert not any(one.meets(other) for one, other in itertools.combinations(allocations, 2))


@examples(40)
@given(cases())
def test_offers_name_the_ended_holds_that_give_way_and_only_those(case):
    for slot in case.slots():
        in_the_way = {
            busy.expired_hold
            for busy in case.busy
            for allocation in slot.assignment.allocations
            if (busy.kind, busy.id) == (allocation.kind, allocation.id)
            and busy.begins < allocation.ends
            and allocation.begins < busy.ends
        }
        assert set(slot.assignment.expired_holds) == in_the_way
