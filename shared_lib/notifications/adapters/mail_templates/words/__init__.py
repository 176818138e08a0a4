"""What our mails say, as sentences in files: one file for each language, in it one table for each kind of mail."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from shared_lib.kernel.locales.sentence_writer import writer

FOLDER = Path(__file__).parent
SHARED = "all"
"""The table of what several kinds of mails say."""
FALLBACK = "en"


@cache
def languages() -> frozenset[str]:
    """Return the languages that mails can be written in."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


@cache
def tables(lang: str) -> frozenset[str]:
    """Return the kinds of mails that are written in a language: the manager's are in English alone."""
    return frozenset(_sheet(lang)) if lang in languages() else frozenset()


@cache
def sentences(lang: str, table: str) -> Mapping[str, str]:
    """Return the sentences of one kind of mail, with those that all may say."""
    sheet = _sheet(lang)
    return {**sheet[SHARED], **sheet[table]}


@cache
def _sheet(lang: str) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


class Words:
    """The sentences of one mail, and the facts that each of them may name.

    A sentence may be told in another way for the `state` that its matter is in (`title_moved`), and to guests who can
    be called by name (`opening_named`).
    """

    def __init__(self, lang: str, table: str, facts: Mapping[str, object], *, state: str = "") -> None:
        self.lang = lang if table in tables(lang) else FALLBACK
        self._writer = writer(self.lang)
        self._sentences = sentences(self.lang, table)
        self._facts = facts
        ways = (f"_{state}", "") if state else ("",)
        self._endings = [way + called for way in ways for called in ("_named",) * bool(facts.get("name")) + ("",)]

    def __call__(self, key: str, /, **more: object) -> str:
        """Return a sentence with its facts; a missing sentence or fact is a KeyError, never a half sentence."""
        way = next((way for ending in self._endings if (way := key + ending) in self._sentences), key)
        return self._writer.write(self._sentences[way], {**self._facts, **more})

    def isolated(self, text: str) -> str:
        """Return words of another script so that they don't turn the words around them."""
        return self._writer.locale.isolated(text)

    def or_else(self, key: str, otherwise: str) -> str:
        """Return a sentence, or another word where no language has one for it."""
        return self._sentences.get(key, otherwise)
