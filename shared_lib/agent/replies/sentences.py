"""The house's sentences, one file for each language: a sentence, some variants of one, or one for each plural form."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from shared_lib.kernel.locales import locale_of
from shared_lib.kernel.locales.english import English

FOLDER = Path(__file__).parent
Entry = str | Sequence[str] | Mapping[str, str]
"""Of a list any sentence may be said; of a table the one for the plural form that the fact `count` takes."""


@cache
def sentences(lang: str) -> Mapping[str, Entry]:
    """Return all sentences of a language by their keys."""
    return tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


def variants(entry: Entry, locale: English, facts: Mapping[str, object]) -> Sequence[str]:
    """Return what may be said of an entry; a plural form goes by the fact `count`."""
    if isinstance(entry, Mapping):
        return [entry[locale.plural(int(str(facts["count"])))]]
    return [entry] if isinstance(entry, str) else entry


@cache
def writer(lang: str) -> "SentenceWriter":
    """Return what puts facts into the sentences of a language."""
    return SentenceWriter(locale_of(lang))


class SentenceWriter(Formatter):
    """Puts facts into a sentence, as its language needs them.

    `{minutes:minutes}` counts them, `{day!c}` begins with a capital, and a Latin name does not turn a Hebrew sentence.
    """

    def __init__(self, locale: English) -> None:
        self.locale = locale

    def write(self, sentence: str, facts: Mapping[str, object]) -> str:
        """Return a sentence with its facts; raise KeyError where one is missing."""
        return self.locale.tidy(self.vformat(sentence, (), facts))

    def convert_field(self, value: Any, conversion: str | None) -> Any:  # noqa: ANN401
        """Return a fact with a capital where the sentence begins with it."""
        return capitalised(str(value)) if conversion == "c" else super().convert_field(value, conversion)

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a fact as this language writes it."""
        if format_spec == "minutes":
            return self.locale.minutes(value) if isinstance(value, int) else str(value)
        return self.locale.isolated(value) if isinstance(value, str) else format(value, format_spec)


def capitalised(text: str) -> str:
    """Return words as a sentence, a line or a button begins with them."""
    return text[:1].upper() + text[1:]
