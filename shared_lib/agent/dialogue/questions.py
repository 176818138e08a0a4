"""Questions in the middle: they are answered, and the conversation goes on where it was."""

from collections.abc import Callable, Mapping, Sequence

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.language import Meaning
from shared_lib.agent.replies import say
from shared_lib.domain.hours import DAY, WeeklyHours
from shared_lib.domain.money import say_cents
from shared_lib.domain.price_book import NON_MEMBER, Treatment

NOON = 12
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL_WORDS = frozenset(
    ("a", "an", "and", "are", "at", "can", "could", "do", "does", "for", "how", "i", "in", "is", "it", "me", "my",
     "of", "on", "or", "the", "to", "what", "you", "your")
)  # fmt: skip


def answer_price(memory: Memory, meaning: Meaning, desk: Desk) -> str:
    """Return the price of the treatment that is meant, or the list of those that may be."""
    asked_for = [row for row in desk.book.treatments if row.name in meaning.treatments]
    rows = asked_for or _on_the_table(memory, desk) or list(desk.book.treatments)
    if len(rows) == 1:
        return _price(rows[0], desk)
    lines = "\n".join(f"{row.name}, {row.minutes} min: {say_cents(row.prices[NON_MEMBER])}" for row in rows)
    return say("price_list", lines=lines)


def _on_the_table(memory: Memory, desk: Desk) -> list[Treatment]:
    ids = {memory.treatment} if memory.treatment else set(memory.candidates)
    return [row for row in desk.book.treatments if row.id in ids]


def _price(row: Treatment, desk: Desk) -> str:
    best = min((row.prices[tier.name] for tier in desk.book.tiers if tier.name in row.prices), default=0)
    listed = row.prices[NON_MEMBER]
    key = "price_one" if best < listed else "price_one_plain"
    price, member_price = say_cents(listed), say_cents(best)
    return say(key, treatment=row.name, minutes=row.minutes, price=price, member_price=member_price)


def answer_duration(memory: Memory, meaning: Meaning, desk: Desk) -> str:
    """Return how long the treatment takes that is meant."""
    rows = [row for row in desk.book.treatments if row.name in meaning.treatments] or _on_the_table(memory, desk)
    return "\n".join(say("duration", treatment=row.name, minutes=row.minutes) for row in rows) or say("price_which")


def answer_hours(memory: Memory, meaning: Meaning, desk: Desk) -> str:
    """Return the opening hours of each area, days with the same hours together."""
    del memory, meaning
    lines = [say("hours_line", area=area, week=_week(hours)) for area, hours in desk.book.hours.items()]
    return say("hours", lines="\n".join(lines))


def _week(hours: WeeklyHours) -> str:
    runs: list[tuple[int, int, str]] = []
    for day in range(7):
        text = ", ".join(f"{_clock(begin)} to {_clock(end)}" for begin, end in hours.week.get(day, ())) or "closed"
        if runs and runs[-1][2] == text:
            runs[-1] = (runs[-1][0], day, text)
        else:
            runs.append((day, day, text))
    return "; ".join(f"{WEEK[a]} {text}" if a == b else f"{WEEK[a]} to {WEEK[b]} {text}" for a, b, text in runs)


def _clock(minute: int) -> str:
    if minute == DAY:
        return "midnight"
    hour, rest = divmod(minute % DAY, 60)
    return f"{(hour + 11) % 12 + 1}:{rest:02d} {'PM' if hour >= NOON else 'AM'}"


def answer_info(memory: Memory, meaning: Meaning, desk: Desk, *, text: str = "") -> str:
    """Return the house's answer to the question that shares most words with this one, or an honest pass."""
    del memory, meaning
    words = _words(text)
    scored = [(len(words & _words(row.question)), row.answer) for row in desk.book.faq]
    best = max(scored, default=(0, ""), key=lambda pair: pair[0])
    return say("faq", answer=best[1]) if best[0] else say("not_sure", phone=desk.spa.phone)


def _words(text: str) -> set[str]:
    letters = "".join(letter.lower() if letter.isalnum() else " " for letter in text)
    return {_stem(word) for word in letters.split() if word not in SMALL_WORDS}


def _stem(word: str) -> str:
    for ending in ("ing", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word


Answerer = Callable[[Memory, Meaning, Desk], str]

ANSWERS: Mapping[str, Answerer] = {
    "ask_price": answer_price,
    "ask_hours": answer_hours,
    "ask_duration": answer_duration,
    "help": lambda memory, meaning, desk: say("help"),  # noqa: ARG005
    "bot_question": lambda memory, meaning, desk: say("bot", phone=desk.spa.phone),  # noqa: ARG005
    "handoff": lambda memory, meaning, desk: say("handoff", phone=desk.spa.phone),  # noqa: ARG005
}
"""Answers by intent; ask_info goes by the words of the question itself."""


def side_answers(memory: Memory, meaning: Meaning, text: str, desk: Desk) -> Sequence[Reply]:
    """Return the answers to all questions of a sentence."""
    said = [ANSWERS[intent](memory, meaning, desk) for intent in meaning.intents if intent in ANSWERS]
    if "ask_info" in meaning.intents and not said:
        said.append(answer_info(memory, meaning, desk, text=text))
    return [Reply(sentence) for sentence in said]
