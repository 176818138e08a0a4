"""Times are looked up: the request itself, what is near it, what else there is."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState, OfferedTime
from shared_lib.agent.dialogue.options import day_buttons, show_options
from shared_lib.agent.dialogue.reasons import night_of, say_reason
from shared_lib.agent.dialogue.requested_items import in_pairs, minutes_of, requested, wait_of
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import in_open_half, wanted_instant, whole_day, windows
from shared_lib.agent.dialogue.wording import day_of, moment_of, named, with_whom
from shared_lib.agent.language import When
from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import SearchResult
from shared_lib.availability.slots import Slot
from shared_lib.availability.timeline import Window
from shared_lib.bookings.booking import Booking

ALL_TIMES = 60
"""More than a stretch has times to begin."""
NEVER = frozenset({RejectionCode.NOT_THEIR_WORK, RejectionCode.NOBODY_FOR_IT})
"""Reasons that no other day changes: somebody else is looked for at once."""
FOR_THE_DESK = frozenset({RejectionCode.PARTY_TOO_LARGE})
"""Reasons that only a person can help with."""


def offer_times(
    state: DialogueState, services: DialogueServices, *, mine: Booking | None = None, sorry: str | None = None
) -> Reply:
    """Return an offer for the request of the state: the wanted time, else the nearest ones with the reason in front.

    `mine` is the hold that this guest has meanwhile; it is kept, and in nobody's way. `sorry` is said instead of the
    reason that the house would give.
    """
    request = request_of(state, services)
    if request.wanted is None and (ends := at_the_edge(state, services, request, mine=mine)):
        return _propose(state, ends, "offer_exact", services).after(sorry or "")
    found = services.find(request, without=mine)
    code = sorry or say_reason(found.rejection, found.treatment, _asked_day(request, found, services), services)
    if found.rejection and found.rejection.code in FOR_THE_DESK and not found.slots:
        return _one_after_the_other(state, services, mine=mine, all_of_them=_are_two(state)) or _by_the_desk(
            state, code
        )
    if not found.slots:
        reply = _elsewhere(state, services, request, found, mine=mine, sorry=code)
    elif request.wanted is None:
        reply = show_options(state, found.slots, _these(state, found, services), services, proposed=False)
    elif found.slots[0].starts_at == request.wanted:
        reply = _propose(state, found.slots, "offer_exact", services).after(sorry or "")
    elif with_another := _with_anybody(state, request, services, mine=mine):
        reply = _propose(state, with_another, "offer_exact", services).after(code)
    else:
        code = sorry or _truer(code, found, found.slots[0], services)
        reply = _propose(state, found.slots, "offer_near", services, sorry=code)
    return reply.after(services.say("kept_meanwhile", moment=moment_of(mine.starts_at, services)) if mine else "")


def _are_two(state: DialogueState) -> bool:
    """Tell whether two guests come, who may be treated in turn where there is room for one at a time."""
    return len({item.guest for item in state.items}) == 2  # noqa: PLR2004 -- two


def _by_the_desk(state: DialogueState, why: str) -> Reply:
    state.clear_options("treatment")
    return Reply(why)


def propose_now(state: DialogueState, services: DialogueServices) -> Reply:
    """Propose the first free time to a guest who would have waited for one."""
    return _propose(state, services.find(request_of(state, services)).slots, "waitlist_free", services)


def at_the_edge(
    state: DialogueState, services: DialogueServices, request: BookingRequest, *, mine: Booking | None = None
) -> Sequence[Slot]:
    """Return the earliest or the latest times of a stretch, where such a one is wished for; the wished one first."""
    if not state.edge:
        return ()
    slots = services.find_all(dataclasses.replace(request, wanted=None, limit=ALL_TIMES), without=mine)
    return sorted(slots, key=lambda slot: slot.starts_at, reverse=state.edge == "latest")[: request.limit]


def request_of(state: DialogueState, services: DialogueServices) -> BookingRequest:
    """Return what the guest would like, as the engine takes it."""
    when = in_open_half(state.when or When(), services.book.hours.values())
    zone = services.spa.tz
    return BookingRequest(
        requested(state.items, services.book),
        windows(when, zone) or _any_other_day(when, services),
        wanted_instant(when, zone),
        longest_wait=wait_of(state.items, most=state.most_wait),
    )


def _any_other_day(when: When, services: DialogueServices) -> tuple[Window, ...]:
    """Return the days that a guest may book but those ruled out; all of them where none is left."""
    first = services.spa.today(services.now)
    every = [first + timedelta(days=n) for n in range((services.last_day - first).days + 1)]
    days = [day for day in every if day not in when.not_dates] or every
    return tuple(whole_day(day, services.spa.tz) for day in days)


def exact_offer(state: DialogueState, services: DialogueServices, *, mine: Booking | None = None) -> OfferedTime | None:
    """Return the wanted instant, with who would be there, if it is free for this guest."""
    request = request_of(state, services)
    if request.wanted is None:
        return None
    slots = services.find(dataclasses.replace(request, limit=1), without=mine).slots
    if not slots or slots[0].starts_at != request.wanted:
        return None
    return OfferedTime(request.wanted, slots[0].technicians)


def _with_anybody(
    state: DialogueState, request: BookingRequest, services: DialogueServices, *, mine: Booking | None
) -> tuple[Slot, ...]:
    """Return the wanted time with somebody else, for a guest who said that anybody will do."""
    if not any(item.anyone and item.technicians for item in state.items):
        return ()
    slots = services.find(request.with_anybody(), without=mine).slots
    return slots if slots and slots[0].starts_at == request.wanted else ()


def _propose(state: DialogueState, slots: Sequence[Slot], key: str, services: DialogueServices, **facts: str) -> Reply:
    """Propose the first time in words: the wanted one, or the nearest with the reason in front."""
    first = slots[0]
    said = facts | {
        "moment": moment_of(first.starts_at, services),
        "with_whom": with_whom(first.technicians, services),
    }
    return show_options(state, slots, services.say(key, **said), services, proposed=True)


def _truer(sorry: str, found: SearchResult, near: Slot, services: DialogueServices) -> str:
    """Return the reason; whoever is offered before they are back is not away, their day only ends too early."""
    rejection = found.rejection
    if rejection is None or rejection.code != RejectionCode.AWAY or not (rejection.back and rejection.technician):
        return sorry
    in_before = rejection.technician in near.technicians and near.starts_at < rejection.back
    return services.say("why_AWAY_part", technician=rejection.technician) if in_before else sorry


def _these(state: DialogueState, found: SearchResult, services: DialogueServices) -> str:
    days = {services.spa.wall(slot.starts_at).date() for slot in found.slots}
    return services.say(
        "offer_some" if len(days) == 1 else "offer_some_days",
        treatment=named(state.items, services),
        minutes=minutes_of(state.items, services.book),
        day=day_of(found.slots[0].starts_at, services),
        zone=services.voice.zone(),
    )


def _asked_day(request: BookingRequest, found: SearchResult, services: DialogueServices) -> date | None:
    return night_of(request.wanted, found.treatment, services) if request.wanted else _wished_day(request, services)


def _wished_day(request: BookingRequest, services: DialogueServices) -> date | None:
    begins = request.wanted or (request.windows[0][0] if request.windows else None)
    return services.spa.wall(begins).date() if begins else None


def _elsewhere(
    state: DialogueState,
    services: DialogueServices,
    request: BookingRequest,
    found: SearchResult,
    *,
    mine: Booking | None,
    sorry: str,
) -> Reply:
    """Look at the wished day whole, then at that hour on the nearest days, then with anybody."""
    wished = _wished_day(request, services) or services.spa.today(services.now)
    flexible = any(item.anyone for item in state.items)
    for other in _wider(request, found.rejection, flexible=flexible):
        if slots := services.find_on_nearest_days(other, wished, without=mine):
            if other == other.with_anybody():
                state.items = tuple(dataclasses.replace(item, technicians=(), gender=None) for item in state.items)
            return _propose(state, slots, "offer_near", services, sorry=_truer(sorry, found, slots[0], services))
    if one_by_one := _one_after_the_other(state, services, mine=mine):
        return one_by_one
    state.clear_options("day")
    state.when = None
    return Reply(services.say("offer_none", sorry=sorry), day_buttons(services))


def _one_after_the_other(
    state: DialogueState, services: DialogueServices, *, mine: Booking | None, all_of_them: bool = True
) -> Reply | None:
    """Offer several guests to be treated in turn where they can't be side by side: by pairs, else all of them."""
    guests = len({item.guest for item in state.items})
    if guests < 2:  # noqa: PLR2004 -- one guest is in turn already
        return None
    side_by_side, alone = state.items, guests == len(state.items)
    pairs = [in_pairs(side_by_side)] if alone else []
    in_turn = [tuple(dataclasses.replace(item, guest=1) for item in side_by_side)] if all_of_them else []
    for state.items in (*pairs, *in_turn):
        found = services.find(request_of(state, services), without=mine)
        if state.items != side_by_side and found.slots:
            return _propose(state, found.slots, "offer_in_turn", services, treatment=named(state.items, services))
    state.items = side_by_side
    return None


def _wider(request: BookingRequest, rejection: Rejection | None, *, flexible: bool) -> list[BookingRequest]:
    anybody = request.with_anybody()
    if request == anybody or flexible or (rejection is not None and rejection.code in NEVER):
        return [anybody]
    return [request, anybody]
