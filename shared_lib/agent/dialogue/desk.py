"""The front desk: everything that a conversation may look up or do, through the same use cases as every other door."""

import dataclasses
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from shared_lib.agent.language import Term, Vocabulary
from shared_lib.domain.booking import Booking, Contact
from shared_lib.domain.events import Event
from shared_lib.domain.price_book import PriceBook
from shared_lib.domain.spa import Spa
from shared_lib.ports.bookings import Bookings
from shared_lib.ports.floors import Floors
from shared_lib.ports.price_books import PriceBooks
from shared_lib.ports.rates import Rates
from shared_lib.ports.signer import Signer
from shared_lib.usecases.cancel_booking import Cancelled, cancel_booking
from shared_lib.usecases.find_times import Found, Wish, find_times
from shared_lib.usecases.give_contact import give_contact
from shared_lib.usecases.hold_place import Asked, hold_place
from shared_lib.usecases.pay_links import pay_url

HOUR = timedelta(hours=1)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Ports:
    """What the desk works with."""

    spa: Spa
    bookings: Bookings
    floors: Floors
    books: PriceBooks
    rates: Rates
    signer: Signer
    public_url: str
    attempts_per_hour: int


class Desk:
    """The desk during one turn of one session; `told` gathers the events that want to be announced after it."""

    def __init__(self, ports: Ports, *, session_id: str, address: str, now: datetime) -> None:
        self._ports = ports
        self._session_id = session_id
        self._address = address
        self.now = now
        self.told: list[Event] = []

    @property
    def spa(self) -> Spa:
        """Return the spa that guests are talking to."""
        return self._ports.spa

    @cached_property
    def book(self) -> PriceBook:
        """The price book in force during this turn."""
        return self._ports.books.current(self.spa.id)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The spa's own words."""
        return Vocabulary(
            treatments=tuple(Term(row.name, row.category) for row in self.book.treatments),
            add_ons=tuple(Term(row.name, row.category) for row in self.book.add_ons),
            technicians=self._technicians,
        )

    @cached_property
    def _technicians(self) -> tuple[str, ...]:
        floor = self._ports.floors.read(self.spa.id, self.now, self.now, now=self.now)
        return tuple(technician.name for technician in floor.technicians)

    def find(self, wish: Wish) -> Found:
        """Return times for a wish."""
        return find_times(wish, spa=self.spa, floors=self._ports.floors, books=self._ports.books, now=self.now)

    def hold(self, wish: Wish, start: datetime, *, intent: int, contact: Contact | None) -> Booking:
        """Hold a place for this session; once for each visit that it began. Raise SlotTaken, NotBookable, TooMany."""
        for bucket in (f"book:address:{self._address}", f"book:session:{self._session_id}"):
            limit = self._ports.attempts_per_hour
            self._ports.rates.count(bucket, limit=limit, window=HOUR, now=self.now)
        asked = Asked(f"chat:{self._session_id}:{intent}", "chat", contact, ai_session_id=self._session_id)
        ports = self._ports
        return hold_place(
            wish,
            start,
            asked,
            spa=ports.spa,
            bookings=ports.bookings,
            floors=ports.floors,
            books=ports.books,
            now=self.now,
        )

    def booking(self, booking_id: str) -> Booking:
        """Return a booking of this session."""
        return self._ports.bookings.get(UUID(booking_id))

    def give_contact(self, booking_id: str, contact: Contact) -> Booking:
        """Note who comes."""
        return give_contact(UUID(booking_id), contact, bookings=self._ports.bookings, now=self.now)

    def cancel(self, booking_id: str) -> Cancelled:
        """Cancel a booking of this session."""
        cancelled = cancel_booking(UUID(booking_id), actor="guest", bookings=self._ports.bookings, now=self.now)
        self.told += cancelled.events
        return cancelled

    def pay_url(self, booking: Booking) -> str:
        """Return the link that the guest pays by."""
        return pay_url(booking.id, public_url=self._ports.public_url, signer=self._ports.signer)
