"""One turn of a conversation: what was said is taken in, questions are answered, and the next step is taken."""

from collections.abc import Callable, Sequence

from shared_lib.agent.dialogue import changes, health, questions, rescheduling, slot_filling, small_talk, steps
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.cards import holds_card
from shared_lib.agent.dialogue.choices import chosen_start
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.holds import retry_hold, take_slot
from shared_lib.agent.dialogue.more_times import more_times
from shared_lib.agent.dialogue.news import last_word
from shared_lib.agent.dialogue.quick_replies import press_quick_reply
from shared_lib.agent.dialogue.refresh_booking import refresh_booking
from shared_lib.agent.dialogue.sentence import Sentence, hear
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.session_event import StoredSessionEvent
from shared_lib.agent.replies import say
from shared_lib.bookings.lifecycle import WAITING, Status

Rule = Callable[[DialogueState, Sentence, DialogueServices], list[Reply]]
"""Looks at a sentence and answers it, or leaves it to the next rule by an empty list."""

PATIENCE = 2
"""How often in a row we may not understand before a person is offered."""


def take_turn(state: DialogueState, *, text: str | None, choice: str | None, services: DialogueServices) -> list[Reply]:
    """Return what the house says to a sentence or a pressed button, and remember what follows from it."""
    ended = refresh_booking(state, services)
    if choice is not None:
        state.lost, state.paused = 0, False
        return press_quick_reply(state, choice, services)
    if holds_card(text or ""):
        return [steps.ask_again(state, services).after(say("card_in_chat")).after(ended)]
    said = hear(text or "", state, services)
    replies = next((replies for rule in RULES if (replies := rule(state, said, services))), [])
    state.lost = 0 if replies else state.lost + 1
    first, *others = replies or [_lost(state, services)]
    return [first.after(ended), *others]


def _keep(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Leave what must not be let go; a request for another hour in the same breath is left to the rules after this."""
    if not said.keeps or (said.meaning.when and state.asked != "confirm_cancel"):
        return []
    slot_filling.fill_contact(state, said, services)
    return [changes.keep(state, services)]


def _sure_to_cancel(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    if state.asked != "confirm_cancel":
        return []
    if "affirm" in said.intents:
        return [changes.cancel(state, services)]
    return [changes.keep(state, services)] if "deny" in said.intents else []


def _sure_to_move(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    booking = rescheduling.moving(state, services)
    if booking is None or state.asked != "confirm_move" or said.meaning.when:
        return []
    if "affirm" in said.intents:
        return [rescheduling.reschedule_visit(state, booking, services)]
    return [changes.keep(state, services)] if "deny" in said.intents else []


def _person(_: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    return [Reply(say("handoff", phone=services.spa.phone))] if "handoff" in said.intents else []


def _cancel(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    if said.keeps:
        return []
    if said.cancels and not questions.is_about_policy(said):
        return [changes.request_cancellation(state, services)]
    return [changes.drop(state, services)] if said.lets_go else []


def _choose(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    start = chosen_start(state, said, services) if state.asked == "slot" else None
    if start is None:
        return []
    slot_filling.fill_contact(state, said, services)
    return [take_slot(state, start, services)]


def _paid_visit(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """After a visit is booked: another one is begun, or the booked one spoken of."""
    booking = steps.current_booking(state, services)
    if booking is None or booking.status != Status.CONFIRMED:
        return []
    if "reschedule" in said.intents:
        return [rescheduling.request_reschedule(state, booking, said.meaning.when, services)]
    if said.meaning.treatments or ("book" in said.intents and "booking_status" not in said.intents):
        state.begin_again()
        return []
    if slot_filling.fill_contact(state, said, services) or said.address_in_doubt:
        return [Reply(say("contact_stands", phone=services.spa.phone))]
    if said.meaning.when and not questions.asks(said):
        return [rescheduling.request_reschedule(state, booking, said.meaning.when, services)]
    return []


def _other_times(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    mine = steps.living_hold(state, services) or rescheduling.moving(state, services)
    if said.meaning.when or said.meaning.technician or said.names_guest or not (state.offered or mine):
        return []
    if said.wants_other_times:
        return [more_times(state, services, direction=said.direction, mine=mine)]
    if mine and "deny" in said.intents:
        return [changes.keep(state, services)]
    if state.asked == "slot" and said.intents & {"alternatives", "deny"}:
        return press_quick_reply(state, "other_day", services)
    return []


def _go_on(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Answer the questions of a sentence, take in what it says of the visit, and take the next step."""
    answers = [*questions.answers(state, said, services)]
    new_contact = slot_filling.fill_contact(state, said, services)
    wished = not questions.only_asks(state, said) and slot_filling.fill_slots(state, said, services)
    answers += small_talk.limits(state, said, services)
    if wished:
        reply = retry_hold(state, services, firmly=not said.asks)
        quietly = state.treatment is None and (said.meaning.gender or said.meaning.technician)
        return [*answers, reply.after(say("noted") if quietly else "")]
    if new_contact:
        return [*answers, steps.after_contact(state, services)]
    if answers:
        return answers if answers[-1].payment else [*answers, steps.ask_again(state, services)]
    return [steps.next_step(state, services)] if "book" in said.intents else []


def _doubtful_address(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Ask for an address that was typed and can't be read for sure; a mail to half of it would reach a stranger."""
    if not said.address_in_doubt:
        return []
    if steps.living_hold(state, services) and state.name and state.asked is None:
        state.asked = "email"
    return [Reply(say("bad_email"))]


RULES: tuple[Rule, ...] = (
    health.answer,
    _keep,
    _sure_to_cancel,
    _sure_to_move,
    _person,
    _cancel,
    _choose,
    _paid_visit,
    _other_times,
    _go_on,
    _doubtful_address,
    small_talk.answer,
)


def _lost(state: DialogueState, services: DialogueServices) -> Reply:
    again = steps.ask_again(state, services)
    if state.lost >= PATIENCE:
        return again.after(say("lost_twice", phone=services.spa.phone))
    if state.asked in {"name", "email"}:
        return Reply(say(f"bad_{state.asked}"))
    return again.after(say("lost"))


def awaits_news(
    state: DialogueState, services: DialogueServices, news: Callable[[], Sequence[StoredSessionEvent]]
) -> bool:
    """Return whether the guest waits for something outside the chat: a payment, the end of a hold, the word of it.

    The booking is ahead of the word: a page that stops asking between the two never hears it. `told` is what the
    session has heard so far.
    """
    booking = steps.current_booking(state, services)
    if booking is None or booking.status in WAITING:
        return booking is not None
    word = last_word(booking)
    return word is not None and (word, str(booking.id)) not in {(item.type, item.booking_id) for item in news()}
