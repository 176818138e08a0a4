"""What has to hold in every conversation, whatever it is about; each check yields what breaks it."""
# ruff: noqa: RUF001 -- the house speaks other languages too

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise

from tests.score.book import PHONE, TEXTS
from tests.score.guest import Conversation, Exchange
from tests.score.house import ZONE, Body
from tests.score.tongues import TONGUES
from tests.score.traced import hours_of, names_gone, plain, untraced

LONGEST = 600
"""Characters of one reply, with all its bubbles."""
SHORT = 20
"""Sentences below so many characters may come twice: "Noted." is no repetition."""
Check = Callable[[Conversation], Iterator[str]]
_FORBIDDEN = re.compile("[!¡\u2600-\u27bf\U0001f000-\U0001faff]")
_RAW = re.compile(r"\{\w*\}|\bNone\b|\bnull\b|Traceback|Error:|<[a-z/]+>")
_BOOKED = re.compile(
    r"\b(?:is|are|now|all) (?:now |all )?(?:booked|confirmed)\b|(?:est[áa]n?|queda) (?:ya )?(?:reservad|confirmad)"
    r"|забронирован[оаы]?\b|подтвержд[её]н[оаы]?\b|вы записаны|заброньован|підтверджен(?:о|а|і|ий)\b|вас записано"
    r"|\bו?אושרה?\b|\bמאושר",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:once|when|as soon as|until|after|before|not|if|will be)\b|\b(?:cuando|una vez|después|no|hasta|si)\b"
    r"|\b(?:когда|как только|после|не|пока|если|коли|щойно|після|якщо)\b|(?:כש|אחרי|לא |אם |עד )",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"treatment|which day|what time|massage|facial|\bbook|shall i hold|tratamiento|qué día|masaje|reserv"
    r"|процедур|какой день|массаж|запис|який день|масаж|טיפול|איזה יום|עיסוי|להזמין",
    re.IGNORECASE,
)


def all_that_is_wrong(talk: Conversation) -> list[str]:
    """Return every broken rule as `cause: detail`, each once."""
    return list(dict.fromkeys(f"{name}: {detail}" for name, check in CHECKS.items() for detail in check(talk)))


def _answered(talk: Conversation) -> Iterator[str]:
    yield from (f"{each.answer.status} to {_begin(each)}" for each in talk.exchanges if each.answer.status != 200)
    yield from (f"nothing to {_begin(each)}" for each in talk.exchanges if not each.answer.text)


def _price_unasked(talk: Conversation) -> Iterator[str]:
    for each in talk.exchanges if not talk.task.prices else ():
        if "$" in plain(each.answer.text) and not each.answer.payments:
            yield f"after {_begin(each)}"


def _booked_without_a_booking(talk: Conversation) -> Iterator[str]:
    paid = False
    for each in talk.exchanges:
        paid = paid or any(booking["status"] == "confirmed" for booking in (each.answer.bookings or {}).values())
        said = says_booked(each.answer.text) if not (paid or talk.task.before) else ""
        yield from (f"{words!r} after {_begin(each)}" for words in [said] if words)


def says_booked(text: str) -> str:
    """Return the words by which a reply says that a visit is booked, "" for none; what is yet to come is none."""
    said = (
        _BOOKED.search(sentence) for sentence in re.split(r"(?<=[.?])\s+|\n", text) if not _NOT_YET.search(sentence)
    )
    return next((found[0] for found in said if found), "")


def _said_twice(talk: Conversation) -> Iterator[str]:
    for before, after in pairwise(talk.exchanges):
        twice = set(sentences(before.answer.text)) & set(sentences(after.answer.text))
        if before.answer.payments and after.answer.payments:  # a summary that is changed has most of its facts again
            twice = {sentence for sentence in twice if not re.search(r"[\d@]", sentence)}
        yield from (f"{sentence[:60]!r} after {_begin(after)}" for sentence in sorted(twice))


def sentences(text: str) -> list[str]:
    """Return the sentences of a reply that are the house's and not the owner's, and long enough to be noticed."""
    for known in (*TEXTS, PHONE):
        text = text.replace(known, " ") if known else text
    parts = re.split(r"(?<=[.?])\s+|\n", text)
    return [part.strip() for part in parts if len(names_gone(part, ()).strip()) >= SHORT]


def _two_questions(talk: Conversation) -> Iterator[str]:
    many = [each for each in talk.exchanges if each.answer.text.count("?") + each.answer.text.count("؟") > 1]
    yield from (f"after {_begin(each)}" for each in many)


def _too_long(talk: Conversation) -> Iterator[str]:
    for each in talk.exchanges:
        length = sum(map(len, each.answer.texts))
        yield from (f"{one} after {_begin(each)}" for one in [length] if one > LONGEST)


def _tone(talk: Conversation) -> Iterator[str]:
    for each in talk.exchanges:
        shown = "\n".join([each.answer.text, *(button.label for button in each.answer.buttons)])
        found = _FORBIDDEN.search(shown) or _RAW.search(each.answer.text)
        yield from (f"{one[0]!r} after {_begin(each)}" for one in [found] if one)


def _another_language(talk: Conversation) -> Iterator[str]:
    names = [*talk.names, *(word for each in talk.exchanges for word in re.findall(r"\S+@\S+", each.said))]
    for each in talk.exchanges:
        text = re.sub(r"\S+@\S+|https?://\S+|\b[A-Z][\w'\u2019&-]*", " ", names_gone(each.answer.text, names))
        if not TONGUES[each.lang].speaks(text.lower()):
            yield f"not {each.lang} after {_begin(each)}"


def _another_technician(talk: Conversation) -> Iterator[str]:
    for each in talk.exchanges:
        held = {word for booking in (each.answer.bookings or {}).values() for word in _words(booking["technician"])}
        missing = each.promised - held if held else ()
        yield from (f"{name} was on the button, held is {' and '.join(sorted(held))}" for name in sorted(missing))


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", text or "")


def _money_before_day_and_hour(talk: Conversation) -> Iterator[str]:
    """A payment that is shown first has the day and the hour of its visit beside it, in whole."""
    seen: set[str] = set()
    for each in talk.exchanges:
        new = set(each.answer.payments or {}) - seen
        seen |= new
        for reference in sorted(new):
            begins = _wall(each.answer.bookings or {}, reference)
            day = re.search(rf"(?<!\d){begins.day}(?!\d)", each.answer.text)
            if not day or begins.hour * 60 + begins.minute not in hours_of(each.answer.text):
                yield f"{begins:%-d %B %H:%M} after {_begin(each)}"


def _wall(bookings: Mapping[str, Body], reference: str) -> datetime:
    return datetime.fromisoformat(bookings[reference]["starts_at"]).astimezone(ZONE)


def _selling(talk: Conversation) -> Iterator[str]:
    for each in talk.exchanges if talk.task.quiet else ():
        if each.answer.times or ("?" in each.answer.question and _SELLS.search(each.answer.question)):
            yield f"after {_begin(each)}"


def _from_nowhere(talk: Conversation) -> Iterator[str]:
    for at, each in enumerate(talk.exchanges):
        yield from (f"{figure} after {_begin(each)}" for figure in untraced(talk, at))


def _begin(exchange: Exchange) -> str:
    return repr(exchange.said[:50])


CHECKS: dict[str, Check] = {
    "http": _answered,
    "price": _price_unasked,
    "promise": _booked_without_a_booking,
    "again": _said_twice,
    "questions": _two_questions,
    "length": _too_long,
    "tone": _tone,
    "language": _another_language,
    "technician": _another_technician,
    "in full": _money_before_day_and_hour,
    "sales": _selling,
    "figure": _from_nowhere,
}
