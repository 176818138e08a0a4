"""What the payment page says, in the language of the booking: sentences in files, one for each language."""

import tomllib
from functools import cache
from pathlib import Path

from shared_lib.kernel.locales import locale_of
from shared_lib.kernel.locales.sentence_writer import writer

FOLDER = Path(__file__).with_name("words")


@cache
def page_words(lang: str) -> "PageWords":
    """Return the page's sentences in a language; in English for one that is not ours."""
    return PageWords(locale_of(lang).lang)


class PageWords:
    """The sentences of the page in one language, and how that language writes."""

    def __init__(self, lang: str) -> None:
        self._writer = writer(lang)
        self._sheet = tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
        self.lang = lang
        self.direction = self._writer.locale.direction

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return a sentence with its facts; a missing sentence or fact is a KeyError, never a half sentence."""
        return self._writer.write(self._sheet[key], facts)

    def money(self, cents: int) -> str:
        """Return cents of US dollars as the language writes them."""
        return self._writer.locale.money(cents)

    def footer(self, name: str) -> str:
        """Return what a page that the footer leads to, or a legal document, is called."""
        return str(self._sheet["footer"][name])

    def error(self, status: int, part: str, otherwise: str) -> str:
        """Return the title or the sentence of an error page; the house's own where the language has none."""
        return str(self._sheet.get("errors", {}).get(str(status), {}).get(part, otherwise))
