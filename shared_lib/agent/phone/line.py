"""The line: what one action of a call works with, through the same use cases as every other door."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from shared_lib.agent.phone.slots import LIFE, Slot
from shared_lib.agent.phone.speech import all_of, say_moment, say_phone
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import Offer
from shared_lib.domain.booking import Booking
from shared_lib.domain.price_book import NON_MEMBER, PriceBook
from shared_lib.domain.spa import Spa, Technician
from shared_lib.ports.bookings import Bookings
from shared_lib.ports.floors import Floors
from shared_lib.ports.price_books import PriceBooks
from shared_lib.ports.signer import Signer
from shared_lib.usecases.announce import Announcer
from shared_lib.usecases.find_times import Sought, Wish, seek
from shared_lib.usecases.hold_place import Asked, hold_place
from shared_lib.usecases.looks import Glance

if TYPE_CHECKING:
    from shared_lib.agent.language import Vocabulary

FEW = 3
"""As many times as a caller can keep in mind."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Line:
    """The ports of one action, and the instant at which it is asked."""

    spa: Spa
    bookings: Bookings
    floors: Floors
    books: PriceBooks
    announcer: Announcer
    signer: Signer
    public_url: str
    now: datetime

    @cached_property
    def glance(self) -> Glance:
        """One look at the house, for everything that a search asks of it."""
        return Glance(self.floors, self.spa.id, now=self.now)

    @cached_property
    def book(self) -> PriceBook:
        """The price book in force."""
        return self.books.version(self.spa.id, self.glance.floor.book_version)

    @cached_property
    def technicians(self) -> tuple[Technician, ...]:
        """Everybody who treats guests."""
        return self.glance.floor.technicians

    @cached_property
    def limits(self) -> Limits:
        """From when until when a caller may book: nobody on the phone has proved to be a member."""
        return Limits.of(self.book, NON_MEMBER, spa=self.spa, now=self.now)

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """The spa's own words."""
        from shared_lib.agent.language import Term, Vocabulary

        return Vocabulary(
            treatments=tuple(Term(row.name, row.category) for row in self.book.treatments),
            add_ons=tuple(Term(row.name) for row in self.book.add_ons),
            technicians=tuple(technician.name for technician in self.technicians),
        )

    @property
    def wall_now(self) -> datetime:
        """Return what the spa's clocks show, without a zone, as the language takes it."""
        return self.spa.wall(self.now).replace(tzinfo=None)

    def seek(self, wish: Wish) -> Sought:
        """Return what a search for a wish has to go on."""
        return seek(wish, spa=self.spa, floors=self.glance, books=self.books, now=self.now)

    def hold(self, wish: Wish, start: datetime, asked: Asked) -> Booking:
        """Return the held booking; raise SlotTaken, NotBookable or NotFound. The floor is read afresh."""
        return hold_place(
            wish,
            start,
            asked,
            spa=self.spa,
            bookings=self.bookings,
            floors=self.floors,
            books=self.books,
            now=self.now,
        )

    def nearest(self, wish: Wish, instant: datetime) -> tuple[Offer, ...]:
        """Return the times that a caller may book which are nearest to an instant, on whatever day."""
        near = min(max(instant, self.limits.earliest), self.limits.horizon)
        windows = ((self.now, self.limits.horizon),)
        anywhen = dataclasses.replace(wish, windows=windows, wanted=near, limit=FEW)
        return self.seek(anywhen).offers(anywhen)

    def slots(self, offers: Sequence[Offer], wish: Wish) -> list[Mapping[str, Any]]:
        """Return offers as a voice agent is given them."""
        return [self.slot(offer, wish) for offer in offers]

    def slot(self, offer: Offer, wish: Wish) -> Mapping[str, Any]:
        """Return one offer, good for a while."""
        guests, until = 1 + len(wish.also), self.now + LIFE
        wished = (wish.technician, wish.gender, wish.add_on_ids)
        slot = Slot(wish.treatment_id, offer.starts_at, until, *wished, guests)
        return {
            "slot": slot.token(self.signer),
            "label": self.moment(offer.starts_at),
            "starts_at": self.wall(offer.starts_at),
            "ends_at": self.wall(offer.ends_at),
            "technician": all_of(offer.technicians) if offer.technicians else None,
        }

    @property
    def phone(self) -> str:
        """Return the front desk's number, figure by figure."""
        return say_phone(self.spa.phone)

    def moment(self, instant: datetime) -> str:
        """Return day and hour in words."""
        return say_moment(instant, self.spa, now=self.now)

    def wall(self, instant: datetime) -> str:
        """Return an instant as RFC 3339, on the spa's wall clock with its offset."""
        return self.spa.wall(instant).isoformat()
