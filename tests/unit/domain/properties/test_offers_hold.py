"""Whatever is offered can be held at once, and breaks no rule of a spa that chance has furnished."""

import dataclasses
import itertools

from hypothesis import event, given

from shared_lib.domain.booking import BookedVisit
from shared_lib.domain.errors import NotBookable, SlotTaken
from tests.floors import MINUTE
from tests.unit.domain.properties.case import Case, PaperHouse
from tests.unit.domain.properties.effort import examples
from tests.unit.domain.properties.plain import Plain, broken
from tests.unit.domain.properties.spas import cases

EVERY = {"limit": 400, "apart": MINUTE}


def visits_of(case: Case, offer) -> tuple[BookedVisit, ...]:
    alone = (BookedVisit(1, 1, offer.starts_at, offer.ends_at),)
    return offer.seating.visits or alone


@examples(80)
@given(cases())
def test_what_is_offered_breaks_no_rule(case):
    offers = case.offers()
    event(f"offers: {min(len(offers), 1)}, visits: {len(case.wish.visits)}")
    for offer in offers:
        assert broken(case, offer.starts_at, visits_of(case, offer), offer.seating.places) == []
        assert Plain(case).wished_for(offer.starts_at)
        assert offer.ends_at == max(visit.ends_at for visit in visits_of(case, offer))


@examples(80)
@given(cases())
def test_what_is_offered_can_be_held_at_once(case):
    for offer in case.offers():
        held = PaperHouse(case).hold_at(offer.starts_at)
        assert held.starts_at == offer.starts_at
        assert broken(case, held.starts_at, held.visits, held.seating.places) == []


@examples(30)
@given(cases())
def test_the_nearest_time_that_a_reason_tells_can_be_held(case):
    found = case.found()
    assert found.offers == case.offers()
    if found.reason and found.reason.nearest:
        held = PaperHouse(case).hold_at(found.reason.nearest)
        assert broken(case, held.starts_at, held.visits, held.seating.places) == []


@examples(40)
@given(cases(longest=90))
def test_every_quarter_hour_that_is_free_is_offered_and_no_other(case):
    wish = dataclasses.replace(case.wish, **EVERY)
    offered = [offer.starts_at for offer in case.but(wish=wish).offers()]
    free = [
        start
        for start in Plain(case).starts()
        if start == case.wish.wanted or start.astimezone(case.spa.tz).minute % 15 == 0
    ]
    assert sorted(offered) == free


@examples(80)
@given(cases(longest=20))
def test_find_and_hold_never_disagree_about_any_minute(case):
    plain, found = Plain(case), case.sought()
    begins, _ = case.wish.windows[0]
    for start in (begins + n * MINUTE for n in range(0, 20, 3)):
        reason = found.why_not([(start, start + MINUTE)])
        try:
            PaperHouse(case).hold_at(start)
            held = True
        except (NotBookable, SlotTaken):
            held = False
        assert held == (reason is None) == plain.can_begin(start)


@examples(40)
@given(cases())
def test_one_hold_after_another_fills_the_house_and_breaks_nothing(case):
    house = PaperHouse(case)
    for number in range(6):
        now_taken = case.but(busy=tuple(house.busy))
        offers = now_taken.offers()
        if not offers:
            break
        held = house.hold_at(offers[0].starts_at, f"k{number}")
        assert broken(now_taken, held.starts_at, held.visits, held.seating.places) == []
    places = [place for held in house.holds.values() for place in held.seating.places]
    assert not any(one.meets(other) for one, other in itertools.combinations(places, 2))


@examples(40)
@given(cases())
def test_offers_name_the_ended_holds_that_give_way_and_only_those(case):
    for offer in case.offers():
        in_the_way = {
            busy.ended_hold
            for busy in case.busy
            for place in offer.seating.places
            if (busy.kind, busy.id) == (place.kind, place.id) and busy.begins < place.ends and place.begins < busy.ends
        }
        assert set(offer.seating.ended_holds) == in_the_way
