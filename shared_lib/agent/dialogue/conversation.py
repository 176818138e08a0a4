"""One turn of a conversation: what was said is taken in, questions are answered, and the next step is taken."""

from collections.abc import Callable, Sequence

from shared_lib.agent.dialogue import changes, courtesies, hearing, moving, questions, steps
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.cards import holds_card
from shared_lib.agent.dialogue.choices import chosen_start
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.holding import take_slot, wish_again
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.more_times import more_times
from shared_lib.agent.dialogue.news import last_word
from shared_lib.agent.dialogue.pressed import press
from shared_lib.agent.dialogue.sentence import Sentence, hear
from shared_lib.agent.dialogue.settling import settle
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING, Status
from shared_lib.ports.sessions import Told

Rule = Callable[[Memory, Sentence, Desk], list[Reply]]
"""Looks at a sentence and answers it, or leaves it to the next rule by an empty list."""

PATIENCE = 2
"""How often in a row we may not understand before a person is offered."""


def take_turn(memory: Memory, *, text: str | None, choice: str | None, desk: Desk) -> list[Reply]:
    """Return what the house says to a sentence or a pressed button, and remember what follows from it."""
    ended = settle(memory, desk)
    if choice is not None:
        memory.lost = 0
        return press(memory, choice, desk)
    if holds_card(text or ""):
        return [steps.ask_again(memory, desk).after(say("card_in_chat")).after(ended)]
    said = hear(text or "", memory, desk)
    replies = next((replies for rule in RULES if (replies := rule(memory, said, desk))), [])
    memory.lost = 0 if replies else memory.lost + 1
    first, *others = replies or [_lost(memory, desk)]
    return [first.after(ended), *others]


def _keep(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    """Leave what must not be let go; a wish for another hour in the same breath is left to the rules after this."""
    if not said.keeps or (said.meaning.when and memory.asked != "confirm_cancel"):
        return []
    hearing.hear_contact(memory, said, desk)
    return [changes.keep(memory, desk)]


def _sure_to_cancel(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    if memory.asked != "confirm_cancel":
        return []
    if "affirm" in said.intents:
        return [changes.cancel(memory, desk)]
    return [changes.keep(memory, desk)] if "deny" in said.intents else []


def _sure_to_move(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    booking = moving.moving(memory, desk)
    if booking is None or memory.asked != "confirm_move" or said.meaning.when:
        return []
    if "affirm" in said.intents:
        return [moving.move(memory, booking, desk)]
    return [changes.keep(memory, desk)] if "deny" in said.intents else []


def _person(_: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    return [Reply(say("handoff", phone=desk.spa.phone))] if "handoff" in said.intents else []


def _cancel(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    if said.keeps:
        return []
    if said.cancels and not questions.is_about_policy(said):
        return [changes.wish_to_cancel(memory, desk)]
    return [changes.drop(memory, desk)] if said.lets_go else []


def _choose(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    start = chosen_start(memory, said, desk) if memory.asked == "slot" else None
    if start is None:
        return []
    hearing.hear_contact(memory, said, desk)
    return [take_slot(memory, start, desk)]


def _paid_visit(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    """After a visit is booked: another one is begun, or the booked one spoken of."""
    booking = steps.current_booking(memory, desk)
    if booking is None or booking.status != Status.CONFIRMED:
        return []
    if "reschedule" in said.intents:
        return [moving.wish_to_move(memory, booking, said.meaning.when, desk)]
    if said.meaning.treatments or ("book" in said.intents and "booking_status" not in said.intents):
        memory.begin_again()
        return []
    if hearing.hear_contact(memory, said, desk):
        return [Reply(say("contact_stands", phone=desk.spa.phone))]
    if said.meaning.when and not questions.asks(said):
        return [moving.wish_to_move(memory, booking, said.meaning.when, desk)]
    return []


def _other_times(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    mine = steps.living_hold(memory, desk) or moving.moving(memory, desk)
    if said.meaning.when or said.meaning.technician or said.names_guest or not (memory.offered or mine):
        return []
    if said.wants_other_times:
        return [more_times(memory, desk, direction=said.direction, mine=mine)]
    if mine and "deny" in said.intents:
        return [changes.keep(memory, desk)]
    if memory.asked == "slot" and said.intents & {"alternatives", "deny"}:
        return press(memory, "other_day", desk)
    return []


def _go_on(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    """Answer the questions of a sentence, take in what it says of the visit, and take the next step."""
    answers = [*questions.answers(memory, said, desk)]
    new_contact = hearing.hear_contact(memory, said, desk)
    wished = not questions.only_asks(memory, said) and hearing.hear_wish(memory, said, desk)
    answers += courtesies.limits(memory, said, desk)
    if wished:
        reply = wish_again(memory, desk, firmly=not said.asks)
        quietly = memory.treatment is None and (said.meaning.gender or said.meaning.technician)
        return [*answers, reply.after(say("noted") if quietly else "")]
    if new_contact:
        return [*answers, steps.after_contact(memory, desk)]
    if answers:
        return answers if answers[-1].payment else [*answers, steps.ask_again(memory, desk)]
    return [steps.next_step(memory, desk)] if "book" in said.intents else []


RULES: tuple[Rule, ...] = (
    _keep,
    _sure_to_cancel,
    _sure_to_move,
    _person,
    _cancel,
    _choose,
    _paid_visit,
    _other_times,
    _go_on,
    courtesies.answer,
)


def _lost(memory: Memory, desk: Desk) -> Reply:
    again = steps.ask_again(memory, desk)
    if memory.lost >= PATIENCE:
        return again.after(say("lost_twice", phone=desk.spa.phone))
    if memory.asked in {"name", "email"}:
        return Reply(say(f"bad_{memory.asked}"))
    return again.after(say("lost"))


def awaits_news(memory: Memory, desk: Desk, told: Callable[[], Sequence[Told]]) -> bool:
    """Return whether the guest waits for something outside the chat: a payment, the end of a hold, the word of it.

    The booking is ahead of the word: a page that stops asking between the two never hears it. `told` is what the
    session has heard so far.
    """
    booking = steps.current_booking(memory, desk)
    if booking is None or booking.status in WAITING:
        return booking is not None
    word = last_word(booking)
    return word is not None and (word, str(booking.id)) not in {(item.type, item.booking_id) for item in told()}
