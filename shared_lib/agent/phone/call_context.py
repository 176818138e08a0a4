"""What one action of a call works with, through the same use cases as every other endpoint."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared_lib.agent.phone.slot_tokens import LIFE, SlotToken
from shared_lib.agent.phone.speech import all_of, say_moment, say_phone
from shared_lib.availability.rejections import BookingWindow
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import SearchContext, load_search
from shared_lib.availability.slots import OfferedPlaces, Slot
from shared_lib.availability.snapshot import TurnSnapshotCache
from shared_lib.availability.suggest import nearest_to
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.draft import NO_LIMITS, UnpaidLimits
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.bookings.ports import Bookings
from shared_lib.concierge.ports import Cases, MedicalNotes
from shared_lib.kernel.dispatch_events import EventDispatcher
from shared_lib.kernel.lazy import lazy_property
from shared_lib.kernel.ports import Signer
from shared_lib.kernel.spa import Spa, Technician
from shared_lib.pricing.price_book import NON_MEMBER, PriceBook

if TYPE_CHECKING:
    from shared_lib.agent.language import Vocabulary
    from shared_lib.agent.replies.voice import Voice

FEW = 3
"""As many times as a caller can keep in mind."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class CallContext:
    """The ports of one action, and the instant at which it is asked."""

    booking_context: BookingContext
    dispatcher: EventDispatcher
    signer: Signer
    public_url: str
    cases: Cases
    medical_notes: MedicalNotes
    now: datetime
    unpaid: UnpaidLimits = NO_LIMITS

    @property
    def spa(self) -> Spa:
        """The spa that is called."""
        return self.booking_context.spa

    @property
    def bookings(self) -> Bookings:
        """Its bookings."""
        return self.booking_context.bookings

    @lazy_property
    def snapshot_cache(self) -> TurnSnapshotCache:
        """One snapshot, for everything that a search asks of it."""
        return TurnSnapshotCache(self.booking_context.snapshots, self.spa.id, now=self.now)

    @lazy_property
    def book(self) -> PriceBook:
        """The price book in force."""
        return self.booking_context.books.version(self.spa.id, self.snapshot_cache.snapshot.book_version)

    @lazy_property
    def technicians(self) -> tuple[Technician, ...]:
        """Everybody who treats guests."""
        return self.snapshot_cache.snapshot.technicians

    @lazy_property
    def booking_window(self) -> BookingWindow:
        """From when until when a caller may book: nobody on the phone has proved to be a member."""
        return BookingWindow.of(self.book, NON_MEMBER, spa=self.spa, now=self.now)

    @lazy_property
    def vocabulary(self) -> "Vocabulary":
        """The spa's own words."""
        from shared_lib.agent.language import Term, Vocabulary

        return Vocabulary(
            treatments=tuple(Term(row.name, row.category) for row in self.book.treatments),
            add_ons=tuple(Term(row.name) for row in self.book.add_ons),
            technicians=tuple(technician.name for technician in self.technicians),
        )

    @lazy_property
    def areas(self) -> dict[str, str]:
        """The part of the house for each kind of room."""
        return {room.kind: room.area for room in self.snapshot_cache.snapshot.rooms}

    @lazy_property
    def voice(self) -> "Voice":
        """The house's words for the ear."""
        from shared_lib.agent.phone.spoken_voice import SpokenVoice

        return SpokenVoice(self.spa, now=self.now)

    def technicians_for(self, specialties: tuple[str, ...], *, gender: str | None = None) -> tuple[str, ...]:
        """Return the names of those who have one of the specialties, of women or of men alone where that is asked."""
        able = (who for who in self.technicians if who.specialties.intersection(specialties))
        return tuple(who.name for who in able if gender in {None, who.gender})

    def treatment_name(self, request: BookingRequest) -> str:
        """Return the name of the treatment that a request begins with."""
        return self.book.treatment(request.first.treatment_id).name

    @property
    def wall_now(self) -> datetime:
        """Return what the spa's clocks show, without a zone, as the language takes it."""
        return self.spa.wall(self.now).replace(tzinfo=None)

    def load_search(self, request: BookingRequest) -> SearchContext:
        """Return what a search for a request has to go on."""
        return load_search(request, context=self.booking_context.reading(self.snapshot_cache), now=self.now)

    def hold(self, request: BookingRequest, start: datetime, asked: HoldRequest) -> Booking:
        """Return the held booking; raise SlotTaken, NotBookable, TooManyHolds or NotFound."""
        return place_hold(request, start, asked, context=self.booking_context, now=self.now)

    def nearest(self, request: BookingRequest, instant: datetime) -> tuple[Slot, ...]:
        """Return the times that a caller may book which are nearest to an instant, on whatever day."""
        anywhen = dataclasses.replace(request, windows=((self.now, self.booking_window.horizon),), limit=FEW)
        return nearest_to(self.load_search(anywhen), anywhen, instant)

    def slot_answers(self, slots: Sequence[Slot], request: BookingRequest) -> list[Mapping[str, Any]]:
        """Return offers as a voice agent is given them."""
        return [self.slot_answer(slot, request) for slot in slots]

    def slot_answer(self, slot: Slot, request: BookingRequest) -> Mapping[str, Any]:
        """Return one offer, good for a while."""
        # what was found last was found in what was seen last: the cache never looks again between the two
        offer = OfferedPlaces.of(slot.assignment, self.snapshot_cache.snapshot)
        token = SlotToken(request.items, slot.starts_at, self.now + LIFE, request.longest_wait, offer)
        names = tuple(dict.fromkeys(slot.technicians))
        return {
            "slot": token.token(self.signer),
            "label": self.moment(slot.starts_at),
            "starts_at": self.wall(slot.starts_at),
            "ends_at": self.wall(slot.ends_at),
            "technician": all_of(names) if names else None,
        }

    def promised(self, offer: OfferedPlaces | None) -> tuple[str, ...]:
        """Return who was named beside an offer, as far as its roster is known here without another look."""
        rosters = self.booking_context.rosters
        roster = rosters.known(self.spa.id, offer.roster_version) if offer and rosters else None
        ours = offer.technicians if offer else frozenset()
        return tuple(who.name for who in roster.technicians if who.id in ours) if roster else ()

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
