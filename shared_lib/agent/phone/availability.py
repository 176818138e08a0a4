"""check_availability: times for a request, or the reason and the nearest times that would work."""

import dataclasses
from collections.abc import Sequence

from shared_lib.agent.phone.action_calls import AvailabilityRequest
from shared_lib.agent.phone.answers import Answer, done
from shared_lib.agent.phone.call_context import FEW, CallContext
from shared_lib.agent.phone.choices import UnknownTechnician, which_treatment, whom
from shared_lib.agent.phone.nearby import decline, decline_time
from shared_lib.agent.phone.reasons import say_reason
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import all_of, number, say_moments
from shared_lib.agent.phone.when import BadWhen, RequestedTime, read_when
from shared_lib.availability.explain import NEVER, with_alternatives
from shared_lib.availability.rejections import BookingWindow, Rejection, RejectionCode
from shared_lib.availability.request import MOST_GUESTS, BookingRequest, RequestedItem
from shared_lib.availability.search import SearchContext
from shared_lib.availability.slots import Slot
from shared_lib.availability.suggest import every_quarter_hour, spread_out
from shared_lib.availability.timeline import MINUTE, Window
from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.formatting import say_zone
from shared_lib.pricing.price_book import Treatment


def check_availability(asked: AvailabilityRequest, context: CallContext) -> Answer:
    """Return times that can be held right now; raise Declined, or BadInput."""
    chosen = which_treatment(asked.treatment, context, party=asked.party)
    item = RequestedItem(chosen.treatment.id, add_on_ids=chosen.add_on_ids)
    bare = BookingRequest((item,), (), limit=asked.limit)
    requested_time = _when(asked, bare, context)
    together = _for_all(asked, chosen.treatment, requested_time, bare, context)
    request = _with(asked, requested_time, together, context)
    return _times(request, requested_time, chosen.treatment, context)


def _when(asked: AvailabilityRequest, request: BookingRequest, context: CallContext) -> RequestedTime:
    try:
        return read_when(asked.when, context)
    except BadWhen as bad:
        said = say("bad_when", bad.why)
        raise decline(bad.code, said, request, bad.near or context.now, context, reason=bad.why.upper()) from bad


def _for_all(
    asked: AvailabilityRequest,
    treatment: Treatment,
    requested_time: RequestedTime,
    request: BookingRequest,
    context: CallContext,
) -> BookingRequest:
    """Return the request for everybody who comes: side by side where a treatment is for fewer."""
    party = treatment.party if asked.party is None else asked.party
    if party < 1:
        raise BadInput("party", "must be one or more")
    guests = -(-party // treatment.party)
    if guests > MOST_GUESTS or (guests > 1 and party % treatment.party):
        facts = {"treatment": treatment.name, "phone": context.phone, "most": number(MOST_GUESTS)}
        raise decline("PARTY_TOO_LARGE", say("party_too_large", **facts), request, requested_time.begins, context)
    return request.for_guests(guests)


def _with(
    asked: AvailabilityRequest, requested_time: RequestedTime, request: BookingRequest, context: CallContext
) -> BookingRequest:
    """Return the request with whom it shall be; raise Declined for somebody whom nobody knows."""
    try:
        technician, gender = whom(asked.technician, context)
    except UnknownTechnician as unknown:
        names = [who.name for who in context.technicians]
        said = say("unknown_technician", names=all_of(names))
        raise decline(
            "UNKNOWN_TECHNICIAN", said, request, requested_time.begins, context, technicians=names
        ) from unknown
    return request.with_whom(technician, gender)


def _times(
    request: BookingRequest, requested_time: RequestedTime, treatment: Treatment, context: CallContext
) -> Answer:
    windows, broken = _within(requested_time.windows, context.booking_window)
    if broken:
        raise decline_time(broken, treatment, request, requested_time.begins, context)
    request = dataclasses.replace(request, windows=windows, wanted=requested_time.wanted)
    search = context.load_search(request)
    slots = _slots(search, request)
    exact = ((requested_time.wanted, requested_time.wanted + MINUTE),) if requested_time.wanted else windows
    rejection = _helped(search.rejection_for(exact), exact, search)
    if not slots:
        raise decline_time(
            rejection or Rejection(RejectionCode.TAKEN), treatment, request, requested_time.begins, context
        )
    said = _say(slots, rejection, treatment, requested_time, context)
    return done(
        said,
        slots=context.slot_answers(slots, request),
        reason=rejection and str(rejection),
        treatment=treatment.name,
        zone=context.spa.zone,
    )


def _helped(rejection: Rejection | None, windows: Sequence[Window], search: SearchContext) -> Rejection | None:
    """Return a reason with what would help, as far as the house has been looked at."""
    if rejection is None or rejection.code in NEVER:
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
    slots: Sequence[Slot],
    rejection: Rejection | None,
    treatment: Treatment,
    requested_time: RequestedTime,
    context: CallContext,
) -> str:
    """Say the wanted time, or the nearest ones with the reason in front, or what there is; a few of many."""
    first = slots[0]
    if requested_time.wanted is not None and rejection is None:
        people = say("with_whom", names=all_of(first.technicians)) if first.technicians else ""
        return say("exactly", moment=context.moment(first.starts_at), with_whom=people, treatment=treatment.name)
    times = say_moments(sorted(slot.starts_at for slot in slots[:FEW]), context.spa, now=context.now)
    if requested_time.wanted is not None and rejection is not None:
        return say("instead", sorry=say_reason(rejection, treatment, requested_time.wanted, context), times=times)
    facts = {"treatment": treatment.name, "minutes": number(treatment.minutes), "zone": say_zone(context.spa)}
    return say("times", times=times, **facts)
