"""A hold takes the places that its slot names, and searches as ever when anything changed since they were offered."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from infra.local.demo import SPA_ID
from shared_lib.agent.phone.slot_tokens import SlotToken
from shared_lib.availability.snapshot import OccupancySnapshot
from tests.phone_house import PhoneHouse, phone_house
from tests.snapshots import FRIDAY, NOW, at
from tests.spa_house import THREE


class CountedSnapshots:
    """Reads as ever, and counts."""

    def __init__(self, house: PhoneHouse) -> None:
        self._snapshots = house.snapshots
        self.rosters = house.snapshots.rosters
        self.reads = 0

    def read(self, *asked: Any, **more: Any) -> OccupancySnapshot:
        self.reads += 1
        return self._snapshots.read(*asked, **more)


@pytest.fixture
def house(database_url, tmp_path: Path, monkeypatch):
    with phone_house(database_url, tmp_path, monkeypatch) as house:
        house.__dict__["snapshots"] = CountedSnapshots(house)
        yield house


def hold(house: PhoneHouse, slot: str) -> tuple[dict[str, Any], int]:
    """Hold a slot; return the answer and how often the house was looked at for it."""
    counted = cast("CountedSnapshots", house.snapshots)
    before = counted.reads
    answer = house.book(slot)
    return answer, counted.reads - before


def technician_of(house: PhoneHouse, slot: str) -> int:
    offer = SlotToken.read(slot, house.signer).offer
    assert offer is not None
    return offer.places[0][1]


def test_what_was_offered_is_held_without_another_look(house):
    slot = house.slot()
    answer, looks = hold(house, slot)
    assert (answer["ok"], looks) == (True, 0)
    booking = house.booked(answer)
    assert [a.id for a in booking.allocations if a.kind == "technician"] == [technician_of(house, slot)]
    assert (booking.price_book_version, booking.total_cents > 0, booking.starts_at) == (1, True, THREE)


def test_a_place_held_so_is_the_same_as_one_that_was_searched(house):
    slot = house.slot()
    held = house.booked(hold(house, slot)[0])
    house.cancel(held)
    house.snapshots.rosters._known.clear()
    answer, looks = hold(house, slot)
    searched = house.booked(answer)
    own = {"id", "reference", "atlas_call_id"}
    facts = [{f.name: getattr(b, f.name) for f in dataclasses.fields(b) if f.name not in own} for b in (held, searched)]
    assert (facts[0], looks) == (facts[1], 1)


def test_guests_side_by_side_get_the_places_that_were_offered(house):
    answer, looks = hold(house, house.slot("reflexology", party=2))
    booking = house.booked(answer)
    assert (looks, booking.party, len(booking.visits)) == (0, 2, 2)
    assert sorted(a.visit for a in booking.allocations) == [1, 1, 2, 2]


def test_a_couple_has_two_technicians(house):
    answer, looks = hold(house, house.slot("couples massage", party=2))
    kinds = sorted(a.kind for a in house.booked(answer).allocations)
    assert (looks, kinds) == (0, ["room", "technician", "technician"])


def test_whom_was_offered_is_not_held_when_their_shift_is_over(house):
    slot = house.slot()
    gone = technician_of(house, slot)
    house.database.run("delete from coresync.schedules where technician_id = %s", (gone,))
    answer, looks = hold(house, slot)
    assert (answer["ok"], looks > 0) == (True, True)
    assert gone not in [a.id for a in house.booked(answer).allocations if a.kind == "technician"]


def test_a_day_off_since_the_offer_counts(house):
    slot = house.slot(technician="Anna")
    house.database.run("insert into coresync.schedule_exceptions (technician_id, day) values (1, %s)", (FRIDAY,))
    answer, _ = hold(house, slot)
    assert (answer["ok"], answer["code"], house.count("bookings")) == (False, "AWAY", 0)


def test_a_room_that_was_closed_since_is_not_held(house):
    slot = house.slot("ai massage bed")
    house.database.run("update coresync.rooms set active = false where name = 'AI Bed'")
    answer, _ = hold(house, slot)
    assert (answer["ok"], house.count("bookings")) == (False, 0)


def test_a_time_that_a_calendar_has_taken_since_is_not_held(house):
    slot = house.slot(technician="Anna")
    busy(house, technician_of(house, slot), "14:30", "14:45")
    answer, _ = hold(house, slot)
    assert (answer["ok"], house.count("bookings")) == (False, 0)


def test_a_calendar_that_takes_only_the_turnaround_is_in_nobodys_way(house):
    slot = house.slot(technician="Anna")
    held = house.booked(house.book(slot))
    house.cancel(held)
    busy(house, technician_of(house, slot), f"{house.spa.wall(held.ends_at):%H:%M}", "18:00")
    assert hold(house, slot)[1] == 0


def busy(house: PhoneHouse, technician: int, begins: str, ends: str) -> None:
    house.database.run(
        "insert into coresync.busy_times values (%s, 'dentist', tstzrange(%s, %s))",
        (technician, at(FRIDAY, begins), at(FRIDAY, ends)),
    )


def test_a_place_that_is_taken_gives_way_to_another_one(house):
    slot = house.slot()
    first, second = hold(house, slot), hold(house, slot)
    assert (first[0]["ok"], second[0]["ok"]) == (True, True)
    assert (first[1], second[1] > 0) == (0, True)
    assert house.booked(first[0]).allocations != house.booked(second[0]).allocations


def test_the_price_of_this_moment_is_frozen(house):
    slot = house.slot()
    book = house.price_book()
    dearer = [dataclasses.replace(one, prices={t: c + 1000 for t, c in one.prices.items()}) for one in book.treatments]
    house.price_books.publish(SPA_ID, dataclasses.replace(book, treatments=tuple(dearer)), now=NOW)
    answer, looks = hold(house, slot)
    booking = house.booked(answer)
    assert (looks > 0, booking.price_book_version) == (True, 2)
    assert booking.net_cents == next(t for t in dearer if t.id == "swedish-massage").prices["Non-Member"]


def test_notice_that_has_passed_refuses_an_offer(house):
    slot = house.slot(when=f"{house.spa.wall(NOW):%Y-%m-%d}T13:00")
    starts_at = SlotToken.read(slot, house.signer).starts_at
    notice = house.price_book().policies.notice_minutes
    house.now = starts_at.replace(second=1)
    house.wait(-notice)
    late = dataclasses.replace(SlotToken.read(slot, house.signer), until=starts_at).token(house.signer)
    answer, _ = hold(house, late)
    assert (answer["ok"], answer["code"], house.count("bookings")) == (False, "TOO_SOON", 0)


def test_the_same_action_again_is_the_same_booking(house):
    slot = house.slot()
    first, again = house.book(slot, "call-1"), house.book(slot, "call-1")
    assert (first["reference"], house.count("bookings")) == (again["reference"], 1)


def test_a_hold_that_ran_out_gives_way_on_the_offered_place(house):
    slot = house.slot("ai massage bed")
    first = house.booked(hold(house, slot)[0])
    house.now = first.held_until
    renewed = dataclasses.replace(SlotToken.read(slot, house.signer), until=THREE).token(house.signer)
    answer, looks = hold(house, renewed)
    assert (answer["ok"], looks > 0, house.status(first)) == (True, True, "expired")


def test_who_keeps_too_many_unpaid_places_loses_the_oldest_here_too(database_url, tmp_path: Path, monkeypatch):
    with phone_house(database_url, tmp_path, monkeypatch, unpaid_holds_per_contact=1) as house:
        first = house.booked(house.book(house.slot(when="2026-11-20T11:00")))
        second = house.booked(house.book(house.slot(when="2026-11-20T15:00")))
        assert (house.status(first), house.status(second)) == ("expired", "held")


def changes(house: PhoneHouse) -> list[Callable[[Random], object]]:
    """Return what may happen between an offer and its hold."""
    run = house.database.run
    return [
        lambda by: run("delete from coresync.schedules where technician_id = %s", (by.randint(1, 6),)),
        lambda by: run(
            "update coresync.schedules set ends = begins + 60 where technician_id = %s", (by.randint(1, 6),)
        ),
        lambda by: run("update coresync.rooms set active = not active where id = %s", (by.randint(1, 6),)),
        lambda by: run("update coresync.technicians set active = not active where id = %s", (by.randint(1, 6),)),
        lambda by: run(
            "insert into coresync.busy_times values (%s, %s, tstzrange(%s, %s))",
            (by.randint(1, 6), str(by.random()), THREE, THREE + timedelta(minutes=by.randint(1, 90))),
        ),
        lambda by: [house.book(one["slot"]) for one in house.check(by.choice(TREATMENTS), WHEN).get("slots", [])[:1]],
    ]


WHEN = "2026-11-20T14:00"
TREATMENTS = ("swedish massage", "reflexology", "ai massage bed", "couples massage")
BROKEN = """
select a.resource_kind, a.resource_id
  from coresync.booking_resources a
  join coresync.booking_visits v on v.booking_id = a.booking_id and v.number = a.visit
  left join coresync.rooms r on a.resource_kind = 'room' and r.id = a.resource_id
  left join coresync.technicians t on a.resource_kind = 'technician' and t.id = a.resource_id
 where a.booking_id = %(booking)s and a.active and not case a.resource_kind
   when 'room' then r.active
   else t.active
    and not exists (select from coresync.busy_times b
                     where b.technician_id = t.id and b.during && tstzrange(v.starts_at, v.ends_at))
    and exists (select from coresync.schedules s
                 where s.technician_id = t.id and s.weekday = 4 and s.begins <= 840
                   and s.ends >= 840 + extract(epoch from v.ends_at - v.starts_at) / 60) end
"""
"""The places of a booking that a rule forbids, told by SQL alone; it is Friday, 2 PM."""


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_after_an_offer_no_hold_breaks_a_rule(house, seed):
    by = Random(seed)
    slots = [(name, house.slot(name)) for name in TREATMENTS]
    for name, slot in by.sample(slots, k=len(slots)):
        by.choice(changes(house))(by)
        answer = house.book(slot)
        if answer["ok"]:
            booking = house.booked(answer)
            assert house.database.rows(BROKEN, {"booking": booking.id}) == [], name


def test_a_slot_without_places_is_searched_for(house):
    known = dataclasses.replace(SlotToken.read(house.slot(), house.signer), offer=None).token(house.signer)
    answer, looks = hold(house, known)
    assert (answer["ok"], looks) == (True, 1)
