"""Everything that a conversation may look up or do, through the same use cases as every other endpoint."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from shared_lib.agent.dialogue.known_guests import KnownGuests
from shared_lib.agent.language import Term, Vocabulary
from shared_lib.agent.replies.voice import Voice
from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.search import SearchResult, find_times, load_search
from shared_lib.availability.slots import Slot
from shared_lib.availability.snapshot import FirstTryCache, TurnSnapshotCache
from shared_lib.availability.suggest import on_nearest_days, spread_out
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.cancel import Cancelled, cancel_booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.draft import NO_LIMITS, UnpaidLimits
from shared_lib.bookings.give_contact import give_contact
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.bookings.remove_guest import GuestRemoved, remove_guest
from shared_lib.bookings.reschedule import RescheduleRequest, reschedule_booking
from shared_lib.concierge.case import Case, CaseKind, NewCase
from shared_lib.concierge.leave_contact import leave_contact
from shared_lib.concierge.medical_note import attach_health_cases
from shared_lib.concierge.open_case import open_case
from shared_lib.concierge.ports import Cases, MedicalNotes
from shared_lib.concierge.promise import promise_at
from shared_lib.guests.guest import Guest
from shared_lib.kernel.errors import CodeEnded
from shared_lib.kernel.events import Event
from shared_lib.kernel.lazy import lazy_property
from shared_lib.kernel.ports import RateLimits, Signer
from shared_lib.kernel.spa import Spa
from shared_lib.payments.pay_links import pay_url
from shared_lib.pricing.price_book import NON_MEMBER, PriceBook, Treatment
from shared_lib.waitlist.ports import Waitlist

HOUR = timedelta(hours=1)


@dataclasses.dataclass(frozen=True, kw_only=True)
class DialoguePorts:
    """What the services of a dialogue are made of."""

    context: BookingContext
    rate_limits: RateLimits
    signer: Signer
    public_url: str
    attempts_per_hour: int
    address_attempts_per_hour: int | None = None
    unpaid: UnpaidLimits = NO_LIMITS
    known_guests: KnownGuests | None = None
    waitlist: Waitlist | None = None
    cases: Cases | None = None
    medical_notes: MedicalNotes | None = None


class DialogueServices:
    """What one turn of one session may look up or do; `events` gathers the events that want to be announced after it.

    What is looked up once in a turn is not looked up again: the snapshot, the price book, each booking.
    """

    def __init__(self, ports: DialoguePorts, *, session_id: str, address: str, now: datetime, lang: str = "en") -> None:
        self._ports = ports
        self._session_id = session_id
        self._address = address
        self._snapshot_cache = TurnSnapshotCache(ports.context.snapshots, ports.context.spa.id, now=now)
        self._bookings: dict[str, Booking] = {}
        self.now = now
        self.events: list[Event] = []
        self.message_id = ""
        """The message that is being answered: what it does is done once."""
        self.offers: Sequence[str] = ()
        """Bookings that were offered meanwhile to a guest on the waiting list."""
        self.marker = ""
        """What a transcript keeps in place of the guest's words, where these are too personal for it."""
        self.voice = Voice(lang, spa=ports.context.spa, now=now)

    def speak(self, lang: str, said: Mapping[str, int], heard: str = "") -> None:
        """Speak a language from here on; `said` counts the variants of sentences, `heard` is what was said last."""
        self.voice = Voice(lang, spa=self.spa, now=self.now, last=said, heard=heard)

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence of ours in the guest's language; of several ways one that was not heard just now."""
        return self.voice.say(key, **facts)

    @property
    def spa(self) -> Spa:
        """Return the spa that guests are talking to."""
        return self._ports.context.spa

    @property
    def wall_now(self) -> datetime:
        """Return what the spa's clocks show, without a zone, as the language takes it."""
        return self.spa.wall(self.now).replace(tzinfo=None)

    @lazy_property
    def book(self) -> PriceBook:
        """The price book in force during this turn."""
        return self._ports.context.books.version(self.spa.id, self._snapshot_cache.snapshot.book_version)

    @lazy_property
    def vocabulary(self) -> Vocabulary:
        """The spa's own words."""
        return Vocabulary(
            treatments=tuple(Term(row.name, row.category) for row in self.book.treatments),
            add_ons=tuple(Term(row.name) for row in self.book.add_ons),
            technicians=tuple(technician.name for technician in self._snapshot_cache.snapshot.technicians),
        )

    @lazy_property
    def areas(self) -> dict[str, str]:
        """Return the part of the house for each kind of room."""
        return {room.kind: room.area for room in self._snapshot_cache.snapshot.rooms}

    @lazy_property
    def last_day(self) -> date:
        """The last day that a guest without membership may book."""
        return self.spa.today(self.now) + timedelta(days=self.book.tier(NON_MEMBER).days_ahead)

    def in_order(self, ids: Sequence[str]) -> list[Treatment]:
        """Return the treatments of these ids that the price book has, in their order."""
        return sorted((row for row in self.book.treatments if row.id in ids), key=lambda row: ids.index(row.id))

    def technicians_for(self, specialties: tuple[str, ...], *, gender: str | None = None) -> tuple[str, ...]:
        """Return the names of those who have one of the specialties, of women or of men alone where that is asked."""
        able = (who for who in self._snapshot_cache.snapshot.technicians if who.specialties.intersection(specialties))
        return tuple(who.name for who in able if gender in {None, who.gender})

    def rooms_of(self, kind: str) -> int:
        """Return how many rooms of a kind there are."""
        return sum(room.kind == kind for room in self._snapshot_cache.snapshot.rooms)

    @lazy_property
    def largest_party(self) -> int:
        """How many guests one treatment is for at most."""
        return max(row.party for row in self.book.treatments)

    @property
    def context(self) -> BookingContext:
        """Return the ports of bookings."""
        return self._ports.context

    @property
    def known_guests(self) -> KnownGuests | None:
        """Return how guests prove who they are, None where a conversation can't ask for it."""
        return self._ports.known_guests

    @property
    def waitlist(self) -> Waitlist | None:
        """Return the waiting list, None where a conversation can't reach it."""
        return self._ports.waitlist

    @property
    def session_id(self) -> str:
        """Return the conversation's own id."""
        return self._session_id

    def key_of(self, deed: str) -> str:
        """Return the key under which this session does something once."""
        return f"chat:{self._session_id}:{deed}"

    def send_code(self, text: str) -> None:
        """Have a code sent for this session; raise BadInput, TooMany or SmsNotOffered."""
        if self.known_guests:
            self.known_guests.send_code(
                text, holder=self._holder, address=self._address, now=self.now, lang=self.voice.lang
            )

    def check_code(self, typed: str) -> Guest:
        """Return the guest whom a code of this session proves; raise BadInput, CodeWrong, CodeEnded or TooMany."""
        if self.known_guests is None:
            raise CodeEnded("nobody can prove anything here")
        return self.known_guests.check(typed, holder=self._holder, address=self._address, now=self.now)

    @property
    def _holder(self) -> str:
        return f"chat:{self._session_id}"

    def coming(self, guest_id: str) -> Sequence[Booking]:
        """Return what lies ahead of a guest who has proved who they are in this session."""
        found = self.known_guests.coming(UUID(guest_id), now=self.now) if self.known_guests and guest_id else ()
        return [self._note(booking) for booking in found]

    def leave_for_desk(self, kind: str, text: str, *, contact: Contact | None, booking_id: str | None) -> Case | None:
        """Open a case for what was told, once for each message; None for what is none, and where nobody keeps cases."""
        cases = self._ports.cases
        if cases is None or kind not in set(CaseKind):
            return None
        new = NewCase(
            key=f"chat:{self._session_id}:{self.message_id}:{kind}",
            kind=CaseKind(kind),
            text=text,
            lang=self.voice.lang,
            promise_at=promise_at(self.now, spa=self.spa, hours=self.book.hours.values()),
            contact=contact,
            session_id=self._session_id,
            booking_id=UUID(booking_id) if booking_id else None,
        )
        return open_case(new, cases=cases, spa=self.spa, now=self.now)

    def note_who_told(self, contact: Contact) -> None:
        """Note how to reach a guest who told of something before they said who they are."""
        if self._ports.cases:
            leave_contact(self._session_id, contact, cases=self._ports.cases, now=self.now)

    def note_health(self, booking_id: str) -> None:
        """Let what was told of health in this conversation join a visit, for its technician."""
        if self._ports.medical_notes:
            notes = self._ports.medical_notes
            attach_health_cases(self._session_id, UUID(booking_id), notes=notes, now=self.now)

    def find(self, request: BookingRequest, *, without: Booking | None = None) -> SearchResult:
        """Return times for a request, spread out where its hour is open, as if `without` were not there."""
        # One snapshot of this turn reaches past all that a guest may book: what would help lies within it.
        context, now = self._context(without), self.now
        return find_times(request, context=context, now=now, help_ahead=timedelta(), choose=spread_out)

    def find_all(self, request: BookingRequest, *, without: Booking | None = None) -> tuple[Slot, ...]:
        """Return all times for a request, as if `without` were not there."""
        return load_search(request, context=self._context(without), now=self.now).slots(request)

    def find_on_nearest_days(
        self, request: BookingRequest, wished: date, *, without: Booking | None = None
    ) -> tuple[Slot, ...]:
        """Return times of the wished day, or of those nearest to it that may be booked."""
        today, spa = self.spa.today(self.now), self.spa
        whole = dataclasses.replace(request, windows=((self.now, spa.midnight(self.last_day + timedelta(days=1))),))
        search = load_search(whole, context=self._context(without), now=self.now)
        return on_nearest_days(search, request, wished=wished, today=today, last_day=self.last_day, spa=spa)

    def _context(self, without: Booking | None) -> BookingContext:
        return self._ports.context.reading(self._snapshot_cache.without(without.allocations if without else ()))

    def hold(
        self,
        request: BookingRequest,
        start: datetime,
        *,
        intent: int,
        contact: Contact | None,
        promised: tuple[str, ...] = (),
    ) -> Booking:
        """Hold a place for this session, once for each visit that it began, with those who were `promised` if they can.

        Raise SlotTaken, NotBookable, TooManyHolds or TooMany.
        """
        ports = self._ports
        ports.rate_limits.count(self._attempts(), window=HOUR, now=self.now)
        email = contact.email if contact else ""
        limits = ports.unpaid.of(session=self._session_id, email=email, address=self._address)
        key, session = f"chat:{self._session_id}:{intent}", self._session_id
        asked = HoldRequest(
            key, "chat", contact, ai_session_id=session, lang=self.voice.lang, limits=limits, promised=promised
        )
        context = ports.context.reading(FirstTryCache(self._snapshot_cache, ports.context.snapshots))
        try:
            held = place_hold(request, start, asked, context=context, now=self.now)
        finally:
            self._snapshot_cache.forget()
        return self._note(held)

    def _attempts(self) -> dict[str, int]:
        """Return how often this session, and all that share its address, may try to hold a place within an hour."""
        ports = self._ports
        shared = ports.address_attempts_per_hour or ports.attempts_per_hour
        return {f"book:address:{self._address}": shared, f"book:session:{self._session_id}": ports.attempts_per_hour}

    def is_mine(self, booking: Booking) -> bool:
        """Return whether a booking was made in this session."""
        return booking.ai_session_id == self._session_id

    def booking(self, booking_id: str) -> Booking:
        """Return a booking of this session."""
        return self._bookings.get(booking_id) or self._note(self._ports.context.bookings.get(UUID(booking_id)))

    def give_contact(self, booking_id: str, contact: Contact) -> Booking:
        """Note who comes; raise WrongState where it is too late for that."""
        ports = self._ports
        noted = give_contact(
            UUID(booking_id), contact, bookings=ports.context.bookings, now=self.now, unpaid=ports.unpaid
        )
        return self._note(noted)

    def cancel(self, booking_id: str) -> Cancelled:
        """Cancel a booking of this session; raise WrongState where it is too late for that."""
        cancelled = cancel_booking(UUID(booking_id), actor="guest", bookings=self._ports.context.bookings, now=self.now)
        self.events += cancelled.events
        self._snapshot_cache.forget()
        self._note(cancelled.booking)
        return cancelled

    def reschedule(self, booking_id: str, start: datetime, *, key: str) -> Booking:
        """Move a paid visit of this session, once for each key.

        Raise SlotTaken, NotBookable with the reason, or WrongState where it is too late for that.
        """
        requested = RescheduleRequest("guest", f"chat:{key}")
        try:
            moved = reschedule_booking(
                UUID(booking_id), start, requested=requested, context=self._ports.context, now=self.now
            )
        finally:
            self._snapshot_cache.forget()
        self.events += moved.events
        return self._note(moved.booking)

    def change_items(self, booking_id: str, start: datetime, items: Sequence[RequestedItem], *, key: str) -> Booking:
        """Make a visit of this session another one at the same time, once for each key.

        Raise SlotTaken, NotBookable with the reason, or WrongState where it is too late for that.
        """
        requested = RescheduleRequest("guest", f"chat:{booking_id}:{key}")
        try:
            changed = reschedule_booking(
                UUID(booking_id), start, requested=requested, context=self._ports.context, now=self.now, items=items
            )
        finally:
            self._snapshot_cache.forget()
        self.events += changed.events
        return self._note(changed.booking)

    def remove_guest(self, booking_id: str, guest: int) -> GuestRemoved:
        """Take one guest out of a visit; raise a Refusal where it is too late for that."""
        removed = remove_guest(UUID(booking_id), guest, actor="guest", context=self._ports.context, now=self.now)
        self._snapshot_cache.forget()
        self.events += removed.events
        self._note(removed.booking)
        return removed

    def _note(self, booking: Booking) -> Booking:
        """Note how a booking stands now."""
        self._bookings[str(booking.id)] = booking
        return booking

    def pay_url(self, booking: Booking) -> str:
        """Return the link that the guest pays by."""
        return pay_url(booking.id, public_url=self._ports.public_url, signer=self._ports.signer)
