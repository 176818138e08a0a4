"""The concepts: what questions to the house are about. Their words lie in a file for each language."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from shared_lib.agent.language.language import TABLES
from shared_lib.agent.language.language_detection import detected
from shared_lib.agent.language.loader import load_language
from shared_lib.agent.language.spelling import spelled_out

from .word_index import WordIndex

SHORTEST = 4
"""Letters that tell two unknown words apart."""
SILENT = frozenset({"nothing", "asks"})
"""Words that tell nothing of what a question is about."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u2011](?=[^\W_])")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'"})
_HEBREW_PREFIXES = frozenset("\u05d4\u05d5\u05d1\u05db\u05dc\u05de\u05e9")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def _names(section: str) -> frozenset[str]:
    return frozenset(_read("en")[section])


ASKING = frozenset(
    {
        "price",
        "how_long",
        "describe",
        "difference",
        "recommend",
        "menu",
        "who_does",
        "whom",
        "call_me",
        "capabilities",
        "policy",
        "address",
        "now_or_there",
        "how_early",
        "ends",
        "book_ahead",
    }
)
"""Concepts whose words begin a question, as `how much` does."""
_NEIGHBOURS = {"ru": "uk", "uk": "ru"}
"""Languages that are taken for each other in a short sentence."""
_JOINING = frozenset({"and", "y", "и", "і", "та", "а"})  # noqa: RUF001 -- Cyrillic is meant
FUNCTIONS, HOUSE, KINDS, NEEDS = _names("asking"), _names("house"), _names("kinds"), _names("needs")
"""What is asked of a thing; what of the house; kinds of treatments; what a guest would like to be done for."""


@cache
def index_of(lang: str) -> WordIndex:
    """Return the words of a language; beside a concept, a word of the language itself counts."""
    sections: Mapping[str, Mapping[str, str]] = _read(lang)
    pairs = ((name, word) for words in sections.values() for name, line in words.items() for word in line.split())
    return WordIndex.of(pairs, _HEBREW_PREFIXES if lang == "he" else frozenset())


@cache
def _small(lang: str) -> frozenset[str]:
    language = load_language(lang)
    return language.small_words | language.fillers


def words_of(text: str, lang: str) -> list[str]:
    """Return the words of a text in the letters of the tables."""
    plain = _HYPHEN.sub("", text.lower().translate(_APOSTROPHES))
    plain = spelled_out(plain) if lang == "en" else plain
    return [word.translate(load_language(lang).letter_variants) for word in _WORD.findall(plain)]


def languages_of(lang: str, text: str) -> Iterator[str]:
    """Yield the language of a sentence, and that of its script where another one was given; guests mix them."""
    spoken = lang if lang in TABLES else "en"
    yield spoken
    by_script = detected(text, None)
    yield from dict.fromkeys(code for code in (by_script, _NEIGHBOURS.get(by_script, "en"), "en") if code != spoken)


def concepts_in(text: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the concepts of a text, and its words that no table knows."""
    spoken = tuple(languages_of(lang, text))
    words, at = words_of(text, spoken[0]), 0
    concepts: set[str] = set()
    strange: set[str] = set()
    while at < len(words):
        length, shown = _longest(words, at, spoken)
        concepts |= shown
        if not length and not words[at].isdigit() and not any(words[at] in _small(code) for code in spoken):
            strange.add(_stem(words[at]))
        at += length or 1
    return frozenset(concepts - SILENT) | ({"asks"} & concepts), frozenset(strange)


def begins_asking(text: str, lang: str) -> bool:
    """Tell whether a clause begins like a question, small words before it left out: `and where do I park`."""
    spoken = tuple(languages_of(lang, text))
    words, at = words_of(text, spoken[0]), 0
    while at < len(words):
        length, shown = _longest(words, at, spoken)
        if "asks" in shown or "asks" in _longest(words[at : at + 1], 0, spoken)[1]:
            return True
        if shown != {"nothing"} and words[at] not in _JOINING:
            return ASKING & shown != frozenset()
        at += length or 1
    return False


def leans(text: str, lang: str) -> bool:
    """Tell whether a sentence goes on from the one before: `and the facial`, `Sunday too`."""
    words = words_of(text, next(languages_of(lang, text)))
    return bool(words) and (words[0] in _JOINING or "leans" in concepts_in(text, lang)[0])


def _longest(words: list[str], at: int, spoken: Iterable[str]) -> tuple[int, frozenset[str]]:
    found = next((each for code in spoken if (each := index_of(code).longest_at(words, at))[0]), None)
    if found:
        return found
    code, word = next(iter(spoken)), words[at]
    language = load_language(code)
    known = not word.isascii() or word in language.known or word in language.not_misspelt
    meant = word if known else index_of(code).corrected(word)
    return index_of(code).longest_at([*words[:at], meant, *words[at + 1 :]], at) if meant != word else (0, frozenset())


def _stem(word: str) -> str:
    """Return how a word begins, to be compared with others: endings are cut in whatever language it is."""
    return word[: max(SHORTEST, len(word) * 2 // 3)]


@cache
def about(text: str, lang: str = "") -> frozenset[str]:
    """Return the concepts of one of the owner's texts, in whatever language it is written."""
    concepts, _ = concepts_in(text, lang or detected(text, None))
    return concepts - {"asks"}


def words_apart(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the concepts of one of the owner's texts, and its words that no table knows."""
    spoken = dict.fromkeys((detected(text, None), "en", "es") if text.isascii() else (detected(text, None),))
    return min((concepts_in(text, lang) for lang in spoken), key=lambda found: len(found[1]))
