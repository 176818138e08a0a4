"""Before each turn: what has become of the visit of this conversation meanwhile."""

from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.steps import current_booking
from shared_lib.agent.dialogue.wording import moment_of
from shared_lib.agent.replies import say
from shared_lib.domain.booking import Booking, Status


def settle(memory: Memory, desk: Desk) -> str:
    """Let go of a visit that is over; return the sentence that tells of a hold that has ended, "" otherwise.

    The wish stays, and the question that waits: whoever comes back with a name finds the same hour looked for again.
    """
    booking = current_booking(memory, desk)
    if booking is None or booking.lives(desk.now) or booking.status == Status.PAYING:
        return ""
    if booking.status == Status.CONFIRMED and booking.ends_at > desk.now:
        if memory.asked != "confirm_cancel" and not memory.moving:
            memory.clear_table()  # times that were offered before the payment came are no wish any more
        return ""
    if booking.paid:
        memory.begin_again()
        return ""
    memory.let_go()
    return say("hold_ended", moment=moment_of(booking.starts_at, desk)) if _ended(booking) else ""


def _ended(booking: Booking) -> bool:
    return booking.status in {Status.HELD, Status.EXPIRED}
