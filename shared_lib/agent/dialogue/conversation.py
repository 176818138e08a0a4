"""One turn of a conversation: what was said is taken in, questions are answered, and the next step is taken."""

from shared_lib.agent.dialogue import changes, hearing, questions, steps
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.offering import offer_times
from shared_lib.agent.dialogue.pressed import press
from shared_lib.agent.language import Meaning, understand
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING, Status

ASKED = {"day": "date", "confirm_cancel": "cancel_confirm"}
"""Our questions in the words of the language, where they differ."""
SMALL_TALK = ("thanks", "goodbye", "greet")


def take_turn(memory: Memory, *, text: str | None, choice: str | None, desk: Desk) -> list[Reply]:
    """Return what the house says to a sentence or a pressed button, and remember what follows from it."""
    _settle(memory, desk)
    if choice is not None:
        memory.lost = 0
        return press(memory, choice, desk)
    return _listen(memory, text or "", desk)


def _settle(memory: Memory, desk: Desk) -> None:
    """Begin anew where the visit of this conversation is over: ended, cancelled, or come and gone."""
    booking = steps.current_booking(memory, desk)
    if booking is None or booking.lives(desk.now) or booking.status in {Status.CONFIRMED, Status.PAYING}:
        return
    treatment, when = memory.treatment, memory.when
    memory.begin_again()
    memory.treatment, memory.when = treatment, when


def _listen(memory: Memory, text: str, desk: Desk) -> list[Reply]:
    asked = memory.asked
    meaning = understand(
        text,
        now=desk.spa.wall(desk.now).replace(tzinfo=None),
        asked=ASKED.get(asked or "", asked),
        vocabulary=desk.vocabulary,
    )
    if asked == "confirm_cancel" and (reply := _sure_to_cancel(memory, meaning, desk)):
        return [reply]
    if "cancel" in meaning.intents:
        return [changes.wish_to_cancel(memory, desk)]
    replies = _act(memory, meaning, text, desk)
    memory.lost = 0 if replies else memory.lost + 1
    return replies or [_lost(memory, desk)]


def _sure_to_cancel(memory: Memory, meaning: Meaning, desk: Desk) -> Reply | None:
    if "affirm" in meaning.intents:
        return changes.cancel(memory, desk)
    return changes.keep(memory, desk) if "deny" in meaning.intents else None


def _act(memory: Memory, meaning: Meaning, text: str, desk: Desk) -> list[Reply]:
    """Return the answers to what was said; nothing where nothing was understood."""
    start = hearing.chosen_start(memory, meaning, desk) if memory.asked == "slot" else None
    if start is not None:
        return [steps.take_slot(memory, start, desk)]
    answers = [*questions.side_answers(memory, meaning, text, desk)]
    if not answers and memory.asked == "name" and (name := hearing.hear_name(text, meaning)):
        memory.name = name
        hearing.hear(memory, Meaning(email=meaning.email), desk)
        return [steps.next_step(memory, desk)]
    if answers and not _says_more(meaning):
        return [*answers, steps.ask_again(memory, desk)]
    return [*answers, *_go_on(memory, meaning, desk)]


def _says_more(meaning: Meaning) -> bool:
    """Return whether a sentence with a question also says something of the visit."""
    return meaning.when is not None or "book" in meaning.intents


def _go_on(memory: Memory, meaning: Meaning, desk: Desk) -> list[Reply]:
    booking = steps.current_booking(memory, desk)
    if booking and booking.status == Status.CONFIRMED and not _begins(meaning):
        return _after_the_booking(meaning, desk)
    if booking and booking.status == Status.CONFIRMED:
        memory.begin_again()
    wish_changed = hearing.hear(memory, meaning, desk)
    if wish_changed and memory.treatment and memory.when and memory.when.date:
        return [offer_times(memory, desk)]
    if wish_changed or meaning.email or "book" in meaning.intents:
        return [steps.next_step(memory, desk)]
    return _small_talk(memory, meaning, desk)


def _begins(meaning: Meaning) -> bool:
    return bool(meaning.treatments or "book" in meaning.intents)


def _after_the_booking(meaning: Meaning, desk: Desk) -> list[Reply]:
    spoken = [Reply(say(intent)) for intent in SMALL_TALK if intent in meaning.intents]
    if meaning.when is not None or "reschedule" in meaning.intents:
        return [Reply(say("too_late_to_change", phone=desk.spa.phone))]
    return spoken


def _small_talk(memory: Memory, meaning: Meaning, desk: Desk) -> list[Reply]:
    spoken = [Reply(say(intent)) for intent in SMALL_TALK if intent in meaning.intents][:1]
    if "alternatives" in meaning.intents or (memory.asked == "slot" and "deny" in meaning.intents):
        return press(memory, "other_times", desk)
    if memory.asked == "email" or (spoken and memory.asked):
        return [Reply(say("bad_email"))] if not spoken else [*spoken, steps.ask_again(memory, desk)]
    if "greet" in meaning.intents:
        return [*spoken, steps.ask_treatment(memory, desk)]
    return spoken


def _lost(memory: Memory, desk: Desk) -> Reply:
    again = steps.ask_again(memory, desk)
    key = "lost" if memory.lost == 1 else "lost_twice"
    return Reply(say(key, question=again.text, phone=desk.spa.phone), again.choices, again.payment, again.booking)


def awaits_news(memory: Memory, desk: Desk) -> bool:
    """Return whether something may happen outside the chat that the guest waits for: a payment, the end of a hold."""
    booking = steps.current_booking(memory, desk)
    return booking is not None and booking.status in WAITING
