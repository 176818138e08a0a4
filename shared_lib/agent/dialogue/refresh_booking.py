"""Before each turn: what has become of the visit of this conversation meanwhile."""

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import current_booking
from shared_lib.agent.dialogue.wording import moment_of
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status


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


def _ended(booking: Booking) -> bool:
    return booking.status in {Status.HELD, Status.EXPIRED}
