"""Seat a booking again, at its own time or at another: as it was sold, under the rules of today."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from shared_lib.domain.availability.groups import Group, Step
from shared_lib.domain.availability.timeline import MINUTE
from shared_lib.domain.booking import BookedVisit, Booking
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


def places_again(booking: Booking, start: datetime, *, house: House, now: datetime) -> tuple[Seating, ...]:
    """Return the places for a booking that begins at `start`, its own first.

    Raise SlotTaken, NotBookable with the reason, or NotFound for what the spa no longer has.
    """
    sought = seek(wish_of(booking, start), spa=house.spa, floors=house.floors, books=house.books, now=now)
    return own_first(as_sold(sought, booking).seatings(start), booking)


def own_first(seatings: Sequence[Seating], booking: Booking) -> tuple[Seating, ...]:
    """Return seatings in the same rooms with the same people as now before all others."""
    own = {(place.kind, place.id) for place in booking.places}
    return tuple(sorted(seatings, key=lambda seating: {(place.kind, place.id) for place in seating.places} != own))


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
    """Return the wish that a booking came from, at another start."""
    first, *others = [Also(**_sold(booking, visit), guest=visit.guest) for visit in booking.visits]  # type: ignore[arg-type]
    wish = Wish.at(first.treatment_id, start, add_on_ids=first.add_on_ids, tier=booking.tier, also=tuple(others))
    return dataclasses.replace(wish, technician=first.technician, gender=first.gender)


def _sold(booking: Booking, visit: BookedVisit) -> Mapping[str, object]:
    (treatment, *add_ons), _ = booking.of_visit(visit.number)
    by_gender = visit.wish in GENDERS
    return {
        "treatment_id": treatment.item_id,
        "add_on_ids": tuple(line.item_id for line in add_ons),
        "technician": None if by_gender else visit.wish,
        "gender": visit.wish if by_gender else None,
    }
