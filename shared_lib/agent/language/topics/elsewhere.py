"""Treatments that other spas have, and what kind of ours comes near to them."""

from collections.abc import Iterable
from functools import cache, lru_cache

from .concepts import _HEBREW_PREFIXES, _read, languages_of, words_of
from .word_index import WordIndex


@cache
def _index(lang: str) -> WordIndex:
    pairs = ((name, word) for name, row in _read("elsewhere").items() for word in row[lang].split())
    return WordIndex.of(pairs, _HEBREW_PREFIXES if lang == "he" else frozenset())


def sold_elsewhere(text: str, lang: str, names: Iterable[str]) -> frozenset[str]:
    """Return the treatments of a text that are none of ours, by their own names; what we call so ourselves is ours."""
    return frozenset(found for code in languages_of(lang, text) for found in _found(text, code)) - _ours(tuple(names))


@lru_cache(maxsize=8)
def _ours(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(found for name in names for found in _found(name, "en"))


def _found(text: str, lang: str) -> set[str]:
    words = words_of(text, lang)
    return {name for at in range(len(words)) for name in _index(lang).longest_at(words, at)[1]}


def kinds_near(name: str) -> str:
    """Return what kind of ours comes near to a treatment that we do not have, "" where none does."""
    near: str = _read("elsewhere")[name]["near"]
    return near
