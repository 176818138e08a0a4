"""Before each turn: what has become of the visit of this conversation meanwhile."""

import dataclasses

from shared_lib.agent.dialogue.dialogue_state import DialogueState, Frame
from shared_lib.agent.dialogue.items import still_sold
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import current_booking
from shared_lib.agent.dialogue.wording import moment_of
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status

OPEN = frozenset({"book", "waitlist"})
"""Matters in which something is still to be chosen."""


def refresh_booking(state: DialogueState, services: DialogueServices) -> str:
    """Let go of a visit that is over; return the sentence that tells of a hold that has ended, "" otherwise.

    The request stays, and the question that waits: whoever comes back with a name finds the same hour looked for again.
    """
    booking = current_booking(state, services)
    if booking is None or booking.is_live_hold(services.now) or booking.status == Status.PAYING:
        return ""
    if booking.status == Status.CONFIRMED and booking.ends_at > services.now:
        if state.kind == "book" and state.asked != "confirm_cancel":
            state.clear_options()  # times that were offered before the payment came are no wish any more
        return ""
    if booking.paid:
        state.begin_again()
        return ""
    state.let_go()
    sentence = "hold_gave_way" if booking.gave_way_to else "hold_ended"
    return services.say(sentence, moment=moment_of(booking.starts_at, services)) if _ended(booking) else ""


def forget_unsold(state: DialogueState, services: DialogueServices) -> str:
    """Forget what the price book no longer has; return the sentence that says so, "" where nothing is missing."""
    if not state.items and not any(frame.items for frame in (*state.shelved, *state.before)):
        return ""
    before = state.items
    state.items = still_sold(before, services.book)
    state.shelved, state.before = (_still_sold(frames, services) for frames in (state.shelved, state.before))
    if state.items == before or (state.kind in OPEN and current_booking(state, services)):
        return ""  # a place that is held or paid stands
    if state.kind not in OPEN:
        state.come_back()
    state.clear_options()
    return services.say("no_longer_sold")


def _still_sold(frames: tuple[Frame, ...], services: DialogueServices) -> tuple[Frame, ...]:
    return tuple(dataclasses.replace(frame, items=still_sold(frame.items, services.book)) for frame in frames)


def _ended(booking: Booking) -> bool:
    return booking.status in {Status.HELD, Status.EXPIRED}
