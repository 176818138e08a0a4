"""Seat a booking again, at its own time or at another: as it was sold, under the rules of today."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from shared_lib.domain.availability.floor import Floor
from shared_lib.domain.availability.groups import Group, Step, seat
from shared_lib.domain.availability.timeline import MINUTE
from shared_lib.domain.booking import OCCUPYING, BookedVisit, Booking, Place
from shared_lib.domain.hold import Seating
from shared_lib.domain.spa import Spa
from shared_lib.ports.floors import Floors
from shared_lib.ports.price_books import PriceBooks
from shared_lib.usecases.find_times import Also, Sought, Wish, seek

GENDERS = frozenset({"f", "m", "x"})


class House(NamedTuple):
    """What it takes to seat a guest again."""

    spa: Spa
    floors: Floors
    books: PriceBooks


@dataclasses.dataclass(frozen=True, slots=True)
class Overlooking:
    """The floor as if a booking had no places: nobody is in their own way."""

    floors: Floors
    places: tuple[Place, ...]

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> Floor:
        """Return the floor without the places."""
        return self.floors.read(spa_id, begins, ends, now=now).without(self.places)


def places_again(booking: Booking, start: datetime, *, house: House, now: datetime) -> tuple[Seating, ...]:
    """Return the places for a booking that begins at `start`, its own first.

    Raise SlotTaken, NotBookable with the reason, or NotFound for what the spa no longer has.
    """
    wish = wish_of(booking, start)
    return seatings_again(as_sold(seek_again(booking, wish, house=house, now=now), booking), wish, booking, start)


def seek_again(booking: Booking, wish: Wish, *, house: House, now: datetime) -> Sought:
    """Read the floor for a booking that wishes for another time, or for something else."""
    floors = Overlooking(house.floors, booking.places) if booking.status in OCCUPYING else house.floors
    return seek(wish, spa=house.spa, floors=floors, books=house.books, now=now)


def seatings_again(sought: Sought, wish: Wish, booking: Booking, start: datetime) -> tuple[Seating, ...]:
    """Return the seatings of a search for a booking's visits, the same rooms and people as now before all others."""
    seatings = sought.seatings(start)
    own = seat(sought.diary.over(sought.diary.floor.only(booking.places)), sought.group, start)
    mine = [_for(booking, wish, seating, sought, start) for seating in (*own, *seatings)]
    now_had = {(place.kind, place.id, place.visit) for place in booking.places}
    return tuple(sorted(mine, key=lambda seating: -_kept(seating, now_had)))


def _kept(seating: Seating, now_had: set[tuple[str, int, int]]) -> int:
    return sum((place.kind, place.id, place.visit) in now_had for place in seating.places)


def _for(booking: Booking, wish: Wish, seating: Seating, sought: Sought, start: datetime) -> Seating:
    """Return a seating with the booking's own numbers of visits and guests, and with the wishes that stand now."""
    minutes = timedelta(minutes=sought.group.steps[0].visit.minutes)
    found = seating.visits or (BookedVisit(1, 1, start, start + minutes),)
    visits = tuple(
        BookedVisit(visit.number, visit.guest, new.starts_at, new.ends_at, asked.technician or asked.gender)
        for visit, new, asked in zip(booking.visits, found, wish.visits, strict=True)
    )
    places = tuple(dataclasses.replace(p, visit=visits[p.visit - 1].number) for p in seating.places)
    return Seating(places, seating.ended_holds, visits)


def as_sold(sought: Sought, booking: Booking) -> Sought:
    """Return the search with each visit as long, and as long after the others, as it was sold.

    The price book may have another length for it by now.
    """
    known: list[BookedVisit] = []
    steps = []
    for step, visit in zip(sought.group.steps, booking.visits, strict=True):
        before = max((other.ends_at for other in known if other.guest == visit.guest), default=booking.starts_at)
        minutes = (visit.ends_at - visit.starts_at) // MINUTE
        lasting = dataclasses.replace(step.visit, minutes=minutes)
        steps.append(Step(lasting, visit.guest, ((visit.starts_at - before) // MINUTE,)))
        known.append(visit)
    return dataclasses.replace(sought, group=Group(tuple(steps)))


def wish_of(booking: Booking, start: datetime) -> Wish:
    """Return the wish that a booking came from, at another start; guests are counted anew where some have left."""
    guests = {guest: number for number, guest in enumerate(booking.guests, 1)}
    visits = [_sold(booking, visit, guests[visit.guest]) for visit in booking.visits]
    return wish_for(visits, start, tier=booking.tier)


def wish_for(visits: Sequence[Also], start: datetime, *, tier: str) -> Wish:
    """Return the wish for visits that begin at an instant."""
    first, *others = visits
    wish = Wish.at(first.treatment_id, start, add_on_ids=first.add_on_ids, tier=tier, also=tuple(others))
    return dataclasses.replace(wish, technician=first.technician, gender=first.gender)


def longest_wait(booking: Booking) -> int:
    """Return the most minutes that a guest of a booking waits between two treatments."""
    by_guest = sorted(booking.visits, key=lambda visit: (visit.guest, visit.starts_at))
    waits = [later.starts_at - before.ends_at for before, later in pairwise(by_guest) if before.guest == later.guest]
    return max(waits, default=timedelta()) // MINUTE


def _sold(booking: Booking, visit: BookedVisit, guest: int) -> Also:
    (treatment, *add_ons), _ = booking.of_visit(visit.number)
    by_gender = visit.wish in GENDERS
    return Also(
        treatment.item_id,
        guest,
        tuple(line.item_id for line in add_ons),
        technician=None if by_gender else visit.wish,
        gender=visit.wish if by_gender else None,
    )
