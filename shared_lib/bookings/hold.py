"""Hold a place: rules, price and policy are checked and frozen here, and the database has the last word."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import RelaxedSearch, load_search, relax_rules, search_in
from shared_lib.availability.slots import OfferedPlaces
from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.availability.timeline import MINUTE, whole_minute
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.draft import Draft, HoldLimit
from shared_lib.kernel.errors import Refusal, SlotTaken
from shared_lib.kernel.locales import ENGLISH
from shared_lib.kernel.override import Override, noted
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.sale import price_visits

TRIES = 3
"""How often the snapshot is read again when everything that looked free was gone."""


@dataclasses.dataclass(frozen=True, slots=True)
class HoldRequest:
    """Who asks for a hold, and under which key: the same key gives the same booking. `lang` is the guest's language.

    With an `override` staff set aside what says when a visit may be. An `offer` names the places to be tried first;
    the technicians who were `promised` by name are taken before others, and are no wish beyond this hold.
    """

    idempotency_key: str
    source: str
    contact: Contact | None = None
    ai_session_id: str | None = None
    atlas_call_id: str | None = None
    lang: str = ENGLISH
    override: Override | None = None
    limits: tuple[HoldLimit, ...] = ()
    offer: OfferedPlaces | None = None
    promised: tuple[str, ...] = ()


def place_hold(
    request: BookingRequest,
    start: datetime,
    asked: HoldRequest,
    *,
    context: BookingContext,
    now: datetime,
) -> Booking:
    """Return the held booking; raise SlotTaken, NotBookable with the reason, TooManyHolds or NotFound.

    `start` counts by its minute.
    """
    start, spa, bookings = whole_minute(start), context.spa, context.bookings
    if held := _hold_offered(request, start, asked, context=context, now=now):
        return held
    whole_day = dataclasses.replace(request, windows=_around(start, spa))
    for _ in range(TRIES):
        try:
            search = load_search(whole_day, context=context, now=now)
            relaxed = relax_rules(search, start, asked.override)
            assignments = _promised_first(relaxed.search.assignments(start), asked.promised)
        except Refusal:
            if known := bookings.by_key(asked.idempotency_key):
                return known
            raise
        draft = _draft(request, relaxed, start, asked, spa=spa, now=now)
        if held := bookings.hold(draft, assignments, now=now):
            return held
    raise SlotTaken("somebody else has the place")


def _promised_first(assignments: Sequence[Assignment], promised: tuple[str, ...]) -> Sequence[Assignment]:
    """Return the assignments, those with most of the promised technicians before the others."""

    def missing(assignment: Assignment) -> int:
        names = {place.name for place in assignment.allocations if place.kind == "technician"}
        return len(set(promised) - names)

    return sorted(assignments, key=missing) if promised else assignments


def _hold_offered(
    request: BookingRequest, start: datetime, asked: HoldRequest, *, context: BookingContext, now: datetime
) -> Booking | None:
    """Keep the very places that were offered, or return what this key has; None where a search has to look, or say why.

    Under the versions of book and roster that it was offered under, the rules allow it as they did then, but for what
    time brings: the notice is checked here; that both are in force and the places free, by the statement that inserts.
    """
    offer, rosters = asked.offer, context.rosters
    roster = rosters.known(context.spa.id, offer.roster_version) if offer and rosters else None
    if not offer or not roster:
        return None
    seen = OccupancySnapshot(
        offer.book_version, start, start, roster.rooms, roster.technicians, (), roster_version=roster.version
    )
    search = search_in(request, seen, context, now)
    assignment = offer.assignment(search.group, start, roster)
    if assignment is None or search.booking_window.broken_by(start, start + MINUTE):
        return None
    draft = _draft(request, RelaxedSearch(search), start, asked, spa=context.spa, now=now)
    return context.bookings.hold(dataclasses.replace(draft, roster_version=roster.version), [assignment], now=now)


def _around(start: datetime, spa: Spa) -> tuple[tuple[datetime, datetime], ...]:
    """Return the whole day of a start: how much each technician works that day decides who is chosen."""
    midnight = spa.midnight(spa.today(start))
    return ((midnight, midnight + timedelta(days=1)),)


def _draft(
    request: BookingRequest, relaxed: RelaxedSearch, start: datetime, asked: HoldRequest, *, spa: Spa, now: datetime
) -> Draft:
    search, book = relaxed.search, relaxed.search.book
    return Draft(
        spa_id=spa.id,
        starts_at=start,
        ends_at=start + timedelta(minutes=search.group.steps[0].visit.minutes),
        held_until=now + timedelta(minutes=book.policies.kept_minutes(asked.source)),
        tier=request.tier,
        party=search.group.party,
        price_book_version=book.version,
        lines=price_visits(book, search.ordered, tier=request.tier, day=spa.today(start)),
        policy=book.policies.sold_under(),
        year=spa.today(now).year,
        wishes={n: said for n, item in enumerate(request.items, 1) if (said := item.technician or item.gender)},
        idempotency_key=asked.idempotency_key,
        source=asked.source,
        contact=asked.contact,
        ai_session_id=asked.ai_session_id,
        atlas_call_id=asked.atlas_call_id,
        lang=asked.lang,
        limits=asked.limits,
        audited=noted(asked.override, relaxed.relaxed_rules),
    )
