"""A sentence in its clauses, each with what it is about: `parking, and wifi?` asks two things."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from shared_lib.agent.language.treatments import stem

from .concepts import KINDS, begins_asking, concepts_in, words_of

FEW = 4  # words; so few that name a thing ask about it
_ONLY_ASKING = frozenset({"asks", "policy", "describe"})
_ENDS = re.compile(r"(?<=[?!;\n])|(?<=[^\d][,.:])\s|\s[-\u2013\u2014]\s|[()]")
_PLACES = re.compile(r"\{[^{}]*\}|<\|[^|]*\|>")
"""What stands in templates, and is no word of a guest's."""
_AMOUNT = re.compile(
    r"[$\u20aa\u20ac]\s?\d{2,4}|(?<![\d:.])[1-9]\d{2}(?![\d:.-]|\s?(?:[ap]\.?m|min|мин|хв|דק))|\d{2,4}\s?(?:\$|bucks|dol|дол|דולר)"
)
"""A sum of dollars, or a bare number that is no hour."""
_ASKED = re.compile(r"[?\u061f]\s*$")
_AND = {
    "en": re.compile(r"\s(?:and|or|but|plus|also)\s", re.IGNORECASE),
    "es": re.compile(r"\s(?:y|e|o|pero|tambi[ée]n)\s", re.IGNORECASE),
    "ru": re.compile(r"\s(?:и|или|а|но)\s", re.IGNORECASE),  # noqa: RUF001 -- Cyrillic is meant
    "uk": re.compile(r"\s(?:і|й|та|або|чи|а|але)\s", re.IGNORECASE),  # noqa: RUF001 -- Cyrillic is meant
    "he": re.compile(r"\s(?:וגם|או|אבל)\s|\sו(?=\S)", re.IGNORECASE),  # noqa: RUF001 -- Hebrew is meant
}


_BETWEEN = {
    "en": re.compile(r"\s(?:and|or|vs\.?|versus|from|to|than|over|with)\s", re.IGNORECASE),
    "es": re.compile(r"\s(?:y|e|o|u|vs\.?|que|con)\s", re.IGNORECASE),
    "ru": re.compile(r"\s(?:и|или|от|с|со|чем|против)\s", re.IGNORECASE),  # noqa: RUF001 -- Cyrillic is meant
    "uk": re.compile(r"\s(?:і|й|та|чи|або|від|з|із|ніж|проти)\s", re.IGNORECASE),  # noqa: RUF001 -- Cyrillic is meant
    "he": re.compile(r"\s(?:לבין|או|מול|לעומת)\s|\s[לומ](?=\S)"),
}
"""Words between things that are compared."""


def compared(text: str, lang: str) -> list[str]:
    """Return the parts of a sentence between words that set things beside each other."""
    return [part for part in _BETWEEN.get(lang, _BETWEEN["en"]).split(text) if part.strip()]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: its concepts, the words that no table knows, what of the spa's own it names."""

    text: str
    concepts: frozenset[str]
    strange: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    asks: bool = False
    brief: bool = False
    amount: bool = False


@lru_cache(maxsize=4)  # a turn asks for those of its sentence more than once
def clauses_of(text: str, lang: str, names: tuple[str, ...] = ()) -> tuple[Clause, ...]:
    """Return the clauses of a sentence; words of `names` name what the spa has, and are about nothing else."""
    text = _PLACES.sub(" ", text)
    asked = bool(_ASKED.search(text))
    parts = [part for whole in _parts(text) for part in _told_apart(whole, lang, names)]
    joined = list(_joined(parts))
    last = len(joined) - 1
    return tuple(replace(part, asks=part.asks or (asked and n == last)) for n, part in enumerate(joined))


def _joined(parts: Iterable[Clause]) -> Iterator[Clause]:
    """Yield the clauses; one that only asks belongs to that before it: `a voucher for my mother, how?`."""
    before: Clause | None = None
    for part in parts:
        own = part.concepts - _ONLY_ASKING or part.strange or part.named
        if before and not (own or _asks_besides(before, part)):
            before = replace(before, asks=before.asks or part.asks, concepts=before.concepts | part.concepts)
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _asks_besides(before: Clause, part: Clause) -> bool:
    """Tell whether it is asked what something is, of which the clause before asks another thing: `and what is it`."""
    return "describe" in part.concepts and bool(before.named) and bool(before.concepts - _ONLY_ASKING - KINDS)


def _parts(text: str) -> Iterator[str]:
    for whole in _ENDS.split(text):
        if whole and whole.strip(" ,.;:-"):
            yield whole


def _told_apart(text: str, lang: str, names: tuple[str, ...]) -> Iterator[Clause]:
    """Yield the parts between ands where more than one is about something; `you and me` is one."""
    parts = [_clause(part, lang, names) for part in _AND.get(lang, _AND["en"]).split(text) if part.strip()]
    whole = parts[0] if len(parts) == 1 else _clause(text, lang, names)
    if sum(bool(part.concepts - {"asks"}) for part in parts) < 2:  # noqa: PLR2004 -- more than one
        yield whole
    else:
        yield from (replace(part, asks=part.asks or whole.asks) for part in parts)


def _clause(text: str, lang: str, names: tuple[str, ...]) -> Clause:
    named, rest = _without_names(text, lang, names)
    concepts, strange = concepts_in(rest, lang)
    kinds, _ = concepts_in(text, lang) if named else (concepts, strange)
    asks = begins_asking(text, lang) or bool(_ASKED.search(text))
    brief = len(words_of(text, lang)) <= FEW
    amount = bool(_AMOUNT.search(text.lower()))
    return Clause(text.strip(), concepts | kinds & KINDS, strange, named, asks, brief, amount)


def _without_names(text: str, lang: str, names: tuple[str, ...]) -> tuple[frozenset[str], str]:
    """Return which names two or more words of a text are of, or their only one, and the text without those words."""
    words = words_of(text, lang)
    stems = [stem(word) for word in words]
    runs = _runs(names)
    named: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(min(_LONGEST, len(words) - at), 0, -1) if tuple(stems[at : at + n]) in runs), 0)
        if length:
            named |= runs[tuple(stems[at : at + length])]
        else:
            rest.append(words[at])
        at += length or 1
    return frozenset(named), " ".join(rest)


_LONGEST = 5  # words of a name


@lru_cache(maxsize=64)
def _runs(names: tuple[str, ...]) -> dict[tuple[str, ...], frozenset[str]]:
    """Return the runs of words by which names are known: two or more of them, and words that only one name has."""
    runs: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        words = tuple(stem(word) for word in words_of(name, "en"))
        for run in _runs_of(words):
            runs.setdefault(run, set()).add(name)
    return {run: frozenset(having) for run, having in runs.items() if _tells(run, having)}


def _tells(run: tuple[str, ...], having: Iterable[str]) -> bool:
    """Tell whether words name something: one alone is no word of ours for anything else."""
    if len(run) > 1:
        return True
    _, strange = concepts_in(run[0], "en")
    return bool(strange) or any(words_of(name, "en") == [run[0]] for name in having)


def _runs_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for begin in range(len(words)):
        for end in range(begin + 1, len(words) + 1):
            yield words[begin:end]
