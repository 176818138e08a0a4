"""check_availability: times for a request, or the reason and the nearest times that would work."""

import dataclasses
from collections.abc import Sequence

from shared_lib.agent.dialogue.dialogue_state import Item
from shared_lib.agent.dialogue.requested_items import for_party, guests_of, minutes_of, requested, wait_of
from shared_lib.agent.phone.action_calls import AvailabilityRequest
from shared_lib.agent.phone.answers import Answer, Declined, done
from shared_lib.agent.phone.call_context import FEW, CallContext
from shared_lib.agent.phone.choices import (
    HeardRequest,
    UnknownTechnician,
    by_preference,
    left_out,
    read_preference,
    read_request,
)
from shared_lib.agent.phone.nearby import decline, decline_time
from shared_lib.agent.phone.reasons import say_reason
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import all_of, number, say_moments
from shared_lib.agent.phone.spoken_request import items_json, say_request
from shared_lib.agent.phone.when import BadWhen, RequestedTime, read_when
from shared_lib.availability.explain import NEVER, with_alternatives
from shared_lib.availability.rejections import BookingWindow, Rejection, RejectionCode
from shared_lib.availability.request import MOST_GUESTS, MOST_VISITS, BookingRequest
from shared_lib.availability.search import SearchContext
from shared_lib.availability.slots import Slot
from shared_lib.availability.suggest import every_quarter_hour, spread_out
from shared_lib.availability.timeline import MINUTE, Window
from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.formatting import say_zone

MOST_PEOPLE = 2 * MOST_GUESTS
"""No more are counted: a treatment is for two at most."""


@dataclasses.dataclass(frozen=True, slots=True)
class SearchOutcome:
    """What one way to meet a wish has: times, and why the wanted one or all of them can't be had."""

    request: BookingRequest
    slots: tuple[Slot, ...]
    rejection: Rejection | None
    search: SearchContext

    @property
    def as_wished(self) -> bool:
        """Return whether there is what was asked for."""
        return bool(self.slots) and (self.request.wanted is None or self.rejection is None)


def check_availability(asked: AvailabilityRequest, context: CallContext) -> Answer:
    """Return times that can be held right now; raise Declined, or BadInput."""
    wish = read_request(asked.treatment, context, party=asked.party)
    items = _for_all(asked, wish, context)
    requested_time = _when(asked, wish, items, context)
    if not items:
        raise _too_many(asked, wish, requested_time, context)
    requests = _with_whom(asked, wish, items, requested_time, context)
    answer = _times(requests, requested_time, items, context)
    return _without_what_does_not_go(answer, wish, context)


def _request(
    items: Sequence[Item], asked: AvailabilityRequest, context: CallContext, *, most_wait: int | None = None
) -> BookingRequest:
    wait = wait_of(items, most=most_wait)
    return BookingRequest(requested(items, context.book), (), limit=asked.limit, longest_wait=wait)


def _for_all(asked: AvailabilityRequest, wish: HeardRequest, context: CallContext) -> tuple[Item, ...]:
    """Return the items of everybody who comes, none where they are more than can be together; raise BadInput."""
    book, party = context.book, asked.party
    if party is not None and party < 1:
        raise BadInput("party", "must be one or more")
    people = party or wish.meaning.party or 1
    items = for_party(wish.items, people, in_turn=wish.in_turn, book=book) if people <= MOST_PEOPLE else None
    fits = items and len(items) <= MOST_VISITS and guests_of(items, book) in {people, wish.people}
    return items if items and fits else ()


def _when(asked: AvailabilityRequest, wish: HeardRequest, items: Sequence[Item], context: CallContext) -> RequestedTime:
    """Return when a visit may begin; where nothing else was said, by what stands beside the treatment."""
    beside = asked.treatment if wish.meaning.when else ""
    try:
        return read_when(asked.when.strip() or beside, context)
    except BadWhen as bad:
        said, request = say("bad_when", bad.why), _request(items or wish.of_one, asked, context)
        raise decline(bad.code, said, request, bad.near or context.now, context, reason=bad.why.upper()) from bad


def _too_many(
    asked: AvailabilityRequest, wish: HeardRequest, requested_time: RequestedTime, context: CallContext
) -> Declined:
    request = _request(wish.of_one, asked, context)
    facts = {"treatment": say_request(request, context), "phone": context.phone, "most": number(MOST_GUESTS)}
    return decline("PARTY_TOO_LARGE", say("party_too_large", **facts), request, requested_time.begins, context)


def _with_whom(
    asked: AvailabilityRequest,
    wish: HeardRequest,
    items: tuple[Item, ...],
    requested_time: RequestedTime,
    context: CallContext,
) -> list[BookingRequest]:
    """Return the request with whom it shall be, what is liked best first; raise Declined for whom nobody knows."""
    try:
        liked = by_preference(items, read_preference(asked.technician, wish, context), context)
    except UnknownTechnician as unknown:
        names = [who.name for who in context.technicians]
        said, request = say("unknown_technician", names=all_of(names)), _request(items, asked, context)
        raise decline(
            "UNKNOWN_TECHNICIAN", said, request, requested_time.begins, context, technicians=names
        ) from unknown
    return [_request(way, asked, context, most_wait=wish.meaning.most_wait) for way in liked]


def _times(
    requests: Sequence[BookingRequest], requested_time: RequestedTime, items: tuple[Item, ...], context: CallContext
) -> Answer:
    windows, broken = _within(requested_time.windows, context.booking_window)
    if broken:
        raise decline_time(broken, requests[0], requested_time.begins, context)
    timed = [dataclasses.replace(one, windows=windows, wanted=requested_time.wanted) for one in requests]
    best, first = _best(timed, context)
    rejection = first.rejection and _helped(first.rejection, _exactly(first.request), first.search)
    if not best.slots:
        reason = rejection or Rejection(RejectionCode.TAKEN)
        raise decline_time(reason, first.request, requested_time.begins, context)
    return done(
        _say(best, first, rejection, items, context),
        slots=context.slot_answers(best.slots, best.request),
        reason=rejection and str(rejection),
        treatment=say_request(best.request, context) if len(items) > 1 else context.treatment_name(best.request),
        items=items_json(best.request),
        zone=context.spa.zone,
    )


def _best(requests: Sequence[BookingRequest], context: CallContext) -> tuple[SearchOutcome, SearchOutcome]:
    """Return the first way that has what was asked for, else the last one that has anything; and the very first."""
    found: list[SearchOutcome] = []
    for request in requests:
        found.append(_find(request, context))
        if found[-1].as_wished:
            return found[-1], found[0]
    return next((one for one in reversed(found) if one.slots), found[-1]), found[0]


def _find(request: BookingRequest, context: CallContext) -> SearchOutcome:
    search = context.load_search(request)
    return SearchOutcome(request, _slots(search, request), search.rejection_for(_exactly(request)), search)


def _exactly(request: BookingRequest) -> Sequence[Window]:
    return ((request.wanted, request.wanted + MINUTE),) if request.wanted else request.windows


def _helped(rejection: Rejection, windows: Sequence[Window], search: SearchContext) -> Rejection:
    """Return a reason with what would help, as far as the house has been looked at."""
    if rejection.code in NEVER:
        return rejection
    return with_alternatives(rejection, search.calendar, search.group, windows[0], search.booking_window)


def _within(windows: Sequence[Window], booking_window: BookingWindow) -> tuple[tuple[Window, ...], Rejection | None]:
    """Return the windows as far as a caller may book, or else the reason: what lies beyond need not be read."""
    reasons = [booking_window.broken_by(*window) for window in windows]
    inside = [window for window, rejection in zip(windows, reasons, strict=True) if rejection is None]
    return tuple((begins, min(ends, booking_window.horizon)) for begins, ends in inside), None if inside else reasons[0]


def _slots(search: SearchContext, request: BookingRequest) -> tuple[Slot, ...]:
    """Return what is nearest to the wanted instant, or else times that are spread over the requested time.

    A requested_time that is shorter than a quarter of an hour means its first minute.
    """
    choose = every_quarter_hour if request.limit > FEW else spread_out
    return choose(search, request) or search.slots(dataclasses.replace(request, wanted=request.windows[0][0]))


def _say(
    best: SearchOutcome, first: SearchOutcome, rejection: Rejection | None, items: Sequence[Item], context: CallContext
) -> str:
    """Say the wanted time, or the nearest ones with the reason in front, or what there is; a few of many."""
    wanted = best.request.wanted
    sorry = say_reason(rejection, first.request, wanted or best.request.windows[0][0], context) if rejection else ""
    if wanted is not None and best.as_wished:
        return _say_exactly(best, _named_elsewhere(rejection, first, best, context), context)
    times = say_moments(sorted(slot.starts_at for slot in best.slots[:FEW]), context.spa, now=context.now)
    if rejection is not None:
        return say("instead" if wanted else "with_others", sorry=sorry, times=times)
    minutes = number(minutes_of(items, context.book))
    facts = {"treatment": say_request(best.request, context), "minutes": minutes, "zone": say_zone(context.spa)}
    return say("times", times=times, **facts)


def _say_exactly(best: SearchOutcome, sorry: str, context: CallContext) -> str:
    slot = best.slots[0]
    names = tuple(dict.fromkeys(slot.technicians))
    said = say(
        "exactly",
        "several" if len(best.request.items) > 1 else "",
        moment=context.moment(slot.starts_at),
        with_whom=say("with_whom", names=all_of(names)) if names else "",
        treatment=say_request(best.request, context),
    )
    return f"{sorry} {said}".strip()


def _named_elsewhere(
    rejection: Rejection | None, first: SearchOutcome, best: SearchOutcome, context: CallContext
) -> str:
    """Return why it is with somebody else than was liked best; who could is said beside the time itself."""
    if rejection is None or best is first:
        return ""
    return say_reason(dataclasses.replace(rejection, others=()), first.request, best.request.wanted, context)


def _without_what_does_not_go(answer: Answer, wish: HeardRequest, context: CallContext) -> Answer:
    """Say which of the add-ons that were named go with none of the treatments."""
    names = left_out(wish, context)
    if not names:
        return answer
    said = say("left_out", names=all_of(names))
    return answer | {"message": f"{said} {answer['message']}", "left_out": names}
