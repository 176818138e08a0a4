"""Puts facts into sentences, as each language needs them."""

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any

from shared_lib.kernel.locales import locale_of
from shared_lib.kernel.locales.english import English


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
