"""Hears trouble in a sentence: its words are compiled once, and all languages of its letters are looked at."""

import re
from collections.abc import Iterable
from functools import cache, partial

from shared_lib.agent.language.care.patterns import Words, plain_text, words_of
from shared_lib.agent.language.care.trouble import Kind, Trouble

_LETTERS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[a-z0-9]"), ("en", "es")),
    (re.compile("[\u0430-\u0491]"), ("ru", "uk")),
    (re.compile("[\u05d0-\u05ea]"), ("he",)),
)
_SENTENCE_ENDS = re.compile(r"[.!?;\n]+(?:\s+|$)")
_ORDER: tuple[tuple[str, Kind], ...] = (
    ("unsafe_touch", "harassment"),
    ("at_home", "distress"),
    ("harassment", "harassment"),
    ("injury_here", "injury_here"),
    ("discrimination", "discrimination"),
    ("double_charge", "double_charge"),
    ("lost_thing", "lost_thing"),
    ("distress", "distress"),
    ("health", "health"),
    ("indecent", "indecent"),
    ("bad_service", "bad_service"),
)
"""What is heard first where a sentence has more than one."""


def trouble_in(text: str, lang: str, names: Iterable[str]) -> Trouble | None:
    """Return the gravest trouble in a sentence; `names` are what is sold: they are none, nor what is ordered of them.

    Guests mix languages, so `lang` only adds one whose letters are not in the sentence.
    """
    plain = plain_text(text)
    heard = [words_of(spoken) for spoken in _languages(plain, lang)]
    plain = _without_sold(plain, tuple(names), heard)
    for words in heard:
        plain = words.without_harmless(plain)
    sentences = _SENTENCE_ENDS.split(plain)
    shown = partial(_any, heard=heard, plain=plain, sentences=sentences)
    if shown("chest_pain"):
        return Trouble("emergency" if shown("now") else "health", emergency=True)
    if shown("emergency") or shown("self_harm"):
        return Trouble("emergency", emergency=True, self_harm=shown("self_harm"))
    if shown("reaction") or shown("swelling"):
        return Trouble("health" if shown("reaction") else "emergency", emergency=True)
    kind = next((kind for name, kind in _ORDER if shown(name)), None)
    return Trouble(kind) if kind else None


def goes_on(text: str) -> bool:
    """Return whether a guest goes on in so many words, in any of our languages."""
    plain = plain_text(text)
    return any(words_of(lang).has("going_on", plain, (plain,)) for lang in _languages(plain, ""))


def _any(name: str, heard: Iterable[Words], plain: str, sentences: Iterable[str]) -> bool:
    return any(words.has(name, plain, sentences) for words in heard)


def _languages(plain: str, lang: str) -> list[str]:
    found = [lang for letters, langs in _LETTERS if letters.search(plain) for lang in langs]
    return found if lang in {"", *found} else [*found, lang]


def _without_sold(plain: str, names: tuple[str, ...], heard: Iterable[Words]) -> str:
    """Return a text without names that sound of trouble; without one word of them only where it is ordered."""
    sold = _sounding(names)
    for name in sold:
        plain = plain.replace(name, " ")
    for words in heard if sold else ():
        plain = words.without_ordered(plain, _sounding(tuple(word for name in sold for word in name.split())))
    return plain


@cache
def _sounding(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the names that would be heard as trouble, the longest first; the others say where it was."""
    known = {plain_text(name) for name in names if name and trouble_in(name, "", ())}
    return tuple(sorted(known, key=len, reverse=True))
