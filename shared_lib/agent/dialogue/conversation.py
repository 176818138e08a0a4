"""One turn of a conversation: trouble is heard first, questions are answered, facts taken in, one next step taken."""

from collections.abc import Callable, Sequence

from shared_lib.agent.dialogue import care, steps
from shared_lib.agent.dialogue.acts import Act, Do, acts_of
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers import asks_for_rule
from shared_lib.agent.dialogue.cases import PROMISE, note_who_told
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.news import last_word
from shared_lib.agent.dialogue.quick_replies import press_quick_reply
from shared_lib.agent.dialogue.refresh_booking import forget_unsold, refresh_booking
from shared_lib.agent.dialogue.second_visit import take_up_next
from shared_lib.agent.dialogue.sentence import Sentence, hear
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.session_event import StoredSessionEvent
from shared_lib.agent.dialogue.side_questions import answered, marked
from shared_lib.agent.dialogue.transitions import TABLE
from shared_lib.agent.dialogue.waiting import take_up_offer
from shared_lib.agent.language.card_numbers import holds_card, without_card
from shared_lib.bookings.lifecycle import WAITING

TO_CHOOSE_FROM = frozenset({"advice", "difference"})
"""The kinds of answers that name treatments to choose from."""
PATIENCE = 2
"""How often in a row we may not understand before a person is offered."""


def take_turn(state: DialogueState, *, text: str | None, choice: str | None, services: DialogueServices) -> list[Reply]:
    """Return what the house says to a sentence or a pressed button, and remember what follows from it."""
    services.speak(state.lang, state.said, state.heard)
    ended = " ".join(filter(None, (refresh_booking(state, services), forget_unsold(state, services))))
    take_up_offer(state, services)
    replies = _pressed(state, choice, services) if choice is not None else _spoken(state, text or "", services)
    if not replies:
        replies = [steps.next_step(state, services) if ended else _lost(state, services)]
    replies += take_up_next(state, replies, services)
    first, *others = replies
    replies = _not_again(state, [first.after(ended), *others], services)
    note_who_told(state, services)
    state.said, state.heard = services.voice.used, _joined(replies)
    state.answered = next((reply.about for reply in replies if reply.about), "")
    state.advised = () if state.items else _advised(replies) or state.advised
    state.shown = next((str(reply.payment["url"]) for reply in reversed(replies) if reply.payment), "")
    return replies


def _advised(replies: Sequence[Reply]) -> tuple[str, ...]:
    """Return the treatments that were advised or compared in this turn."""
    buttons = (button for reply in replies if reply.about in TO_CHOOSE_FROM for button in reply.choices)
    return tuple(button.id.partition(":")[2] for button in buttons if button.id.startswith("treatment:"))


def _pressed(state: DialogueState, choice: str, services: DialogueServices) -> list[Reply]:
    state.lost, state.paused = 0, False
    return press_quick_reply(state, choice, services)


def _spoken(state: DialogueState, text: str, services: DialogueServices) -> list[Reply]:
    said = hear(without_card(text), state, services)
    if said.lang != state.lang:
        state.lang = said.lang
        services.speak(state.lang, services.voice.used, state.heard)
    cared = care.answer(state, said, services)
    if holds_card(text):
        return _without_the_card(cared, state, services)
    replies = cared or _dealt_with(state, said, services)
    state.lost = 0 if replies else state.lost + 1
    return replies


def _without_the_card(cared: list[Reply], state: DialogueState, services: DialogueServices) -> list[Reply]:
    """Say that no card number belongs here; whoever is in trouble hears first who helps."""
    told = services.say("card_in_chat")
    return [*cared, Reply(told)] if cared else [steps.ask_again(state, services).after(told)]


def _dealt_with(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Answer what is asked, then go by the first row of the table that has something to say."""
    if asks_for_rule(said, services) and (told := answered(state, said, services)):
        return [*told, *_back_to_it(state, services)]
    acts = acts_of(said, state)
    answers = _answers(state, said, acts, services)
    said = marked(said, answers)
    step = next(
        (replies for row in TABLE if row.fits(acts, state) and (replies := row.step(state, said, services))), []
    )
    if step:
        return [*answers, *step]
    promised = not state.items and any(answer.about == PROMISE for answer in answers)
    if promised or any(answer.payment for answer in answers):
        return answers
    return [*answers, *_back_to_it(state, services)] if answers else []


def _answers(state: DialogueState, said: Sentence, acts: tuple[Act, ...], services: DialogueServices) -> list[Reply]:
    no_question = state.asked == "code" and said.shows("no_code")
    if Act(Do.REFUSE, "letting go") in acts or _only_gives_contact(state, said) or no_question:
        return []
    wishes = {act.about for act in acts if act.do == Do.WISH} - {"book", "find"}
    return [] if wishes and not said.is_about_policy else answered(state, said, services)


def _only_gives_contact(state: DialogueState, said: Sentence) -> bool:
    """Return whether a sentence is the answer to who comes, whatever else its words may mean."""
    return state.asked in steps.CONTACT and not said.asks and bool(said.names_guest or said.meaning.phone)


def _back_to_it(state: DialogueState, services: DialogueServices) -> list[Reply]:
    """Come back to the question that waits after an answer, in as few words as it takes.

    Whoever asks one thing after the other, and wishes for nothing yet, is not asked for a treatment each time.
    """
    if state.answered and not state.items and state.asked == "treatment" and state.kind == "book":
        return []
    again = steps.ask_again(state, services)
    repeated = again.payment is not None and str(again.payment["url"]) == state.shown
    return [] if repeated else [again]


def _lost(state: DialogueState, services: DialogueServices) -> Reply:
    if state.kind == "late":
        return Reply(services.say("late_again", phone=services.spa.phone))
    again = steps.ask_again(state, services)
    if state.lost >= PATIENCE:
        return again.after(services.say("lost_twice", phone=services.spa.phone))
    if state.asked in {"name", "email"}:
        return Reply(services.say(f"bad_{state.asked}"))
    return again.after(services.say("lost"))


def _joined(replies: Sequence[Reply]) -> str:
    return "\n".join(reply.text for reply in replies)


def _not_again(state: DialogueState, replies: list[Reply], services: DialogueServices) -> list[Reply]:
    """Say so where nothing new can be said: nobody hears the same words twice in a row."""
    if _joined(replies) != state.heard:
        return replies
    first, *others = replies
    return [first.after(services.say("once_more")), *others]


def awaits_news(
    state: DialogueState, services: DialogueServices, news: Callable[[], Sequence[StoredSessionEvent]]
) -> bool:
    """Return whether the guest waits for something from outside: a payment, the end of a hold, a place, the word of it.

    The booking is ahead of the word: a page that stops asking between the two never hears it. `news` is what the
    session has heard so far.
    """
    if state.waitlisted:
        return True
    ids = [*([state.booking_id] if state.booking_id else []), *state.visits]
    bookings = [services.booking(booking_id) for booking_id in ids]
    if any(booking.status in WAITING for booking in bookings):
        return True
    words = {(last_word(booking), str(booking.id)) for booking in bookings}
    words = {(word, booking_id) for word, booking_id in words if word is not None}
    return bool(words) and not words <= {(item.type, item.booking_id) for item in news()}
