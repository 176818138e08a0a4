"""The words of trouble in one language, read from its file and compiled once.

A file has for each kind lines of alternatives: `a|b` is heard alone, `a && b` where both are in one sentence, in
whatever order. `<name>` stands for a line of the table `words`. `harmless` are turns of speech that are none.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shared_lib.agent.language.spelling import spelled_out

_HEBREW_PREFIX = "[\u05d4\u05d5\u05d1\u05db\u05dc\u05de\u05e9]{0,3}"  # written together with the word
_UNSEEN = frozenset({"Cf", "Mn"})  # categories of characters
_SPACES = re.compile(r"\s+")
_LETTERS: Mapping[int, int | None] = {
    **str.maketrans("áàâäãéèêëíìîïóòôöõúùûüñç\u0451\u2019\u02bc`\u05f3", "aaaaaeeeeiiiiooooouuuunc\u0435''''"),
    **str.maketrans("\u05da\u05dd\u05df\u05e3\u05e5", "\u05db\u05de\u05e0\u05e4\u05e6"),  # as at the end of a word
    **dict.fromkeys(range(0x0591, 0x05C8)),  # vowel points
}
_NAMED = re.compile(r"<([a-z_]+)>")
_BOTH = " && "


@dataclass(frozen=True, slots=True)
class _Heard:
    """One kind: what is heard alone, and what is heard only together."""

    alone: re.Pattern[str]
    together: tuple[tuple[re.Pattern[str], ...], ...]

    def within(self, plain: str, sentences: Iterable[str]) -> bool:
        """Return whether a text has words of it."""
        return bool(self.alone.search(plain)) or any(
            all(pattern.search(sentence) for pattern in both) for both in self.together for sentence in sentences
        )


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language by kind."""

    kinds: Mapping[str, _Heard]
    harmless: re.Pattern[str]
    ordering: str
    """What stands before a thing that is ordered, or not."""

    def has(self, name: str, plain: str, sentences: Iterable[str]) -> bool:
        """Return whether a text has words of a kind."""
        return name in self.kinds and self.kinds[name].within(plain, sentences)

    def without_harmless(self, plain: str) -> str:
        """Return a text without the turns of speech that mean no trouble."""
        return self.harmless.sub(" ~ ", plain)

    def without_ordered(self, plain: str, things: tuple[str, ...]) -> str:
        """Return a text without the things that are ordered: "no ..., please"."""
        return _ordered(self.ordering, things).sub(" ", plain)


def plain_text(text: str) -> str:
    """Return a text as the patterns have it: small letters, no accents, nothing unseen, nothing typed in a hurry."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    seen = "".join(sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)
    return spelled_out(_SPACES.sub(" ", seen))


def in_plain_letters(words: str) -> str:
    """Return the words of a file in the letters that a plain text has."""
    return words.translate(_LETTERS)


@cache
def words_of(lang: str) -> Words:
    """Return the words of a language; KeyError of a file where we have none."""
    table = tomllib.loads(in_plain_letters(Path(__file__).with_name(f"{lang}.toml").read_text(encoding="utf-8")))
    named, prefix = table.pop("words"), _HEBREW_PREFIX if lang == "he" else ""
    kinds = {name: _lines(str(block), named) for name, block in table["trouble"].items()}
    harmless = _pattern(_lines(table["harmless"], named), prefix)
    return Words({name: _heard(lines, prefix) for name, lines in kinds.items()}, harmless, named["ordering"])


@cache
def _ordered(ordering: str, things: tuple[str, ...]) -> re.Pattern[str]:
    ends = r"(?= *(?:$|[.,;!?&+]|\w+ *$|(?:and|y|\u0438|\u0456|\u0442\u0430)\b))"
    return re.compile(rf"(?<!\w)(?:{ordering}) (?:{'|'.join(map(re.escape, things)) or '(?!)'}){ends}")


def _lines(block: str, named: Mapping[str, str]) -> list[str]:
    """Return the lines of a kind with the named words put in, which may name others."""
    while _NAMED.search(block):
        block = _NAMED.sub(lambda name: f"(?:{named[name[1]]})", block)
    return [line for raw in block.strip().splitlines() if (line := raw.strip())]


def _heard(lines: Iterable[str], prefix: str) -> _Heard:
    alone = [line for line in lines if _BOTH not in line]
    together = [line.split(_BOTH) for line in lines if _BOTH in line]
    return _Heard(
        _pattern(alone, prefix), tuple(tuple(_pattern([word.strip()], prefix) for word in both) for both in together)
    )


def _pattern(lines: Iterable[str], prefix: str) -> re.Pattern[str]:
    """Return a pattern of whole words whose lines are alternatives."""
    return re.compile(rf"(?<!\w){prefix}(?:{'|'.join(lines) or '(?!)'})(?!\w)")
