"""Which language a guest asks us to speak, in whatever language it is asked."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from .care.patterns import in_plain_letters, plain_text

OTHER = "other"
"""What is asked for is none of our languages, or which they are."""
_NAMED = re.compile(r"<([a-z]+)>")


@lru_cache(maxsize=64)
def tongue_in(text: str) -> str | None:
    """Return the two letters of the language that we are asked to speak, OTHER where we have it not, None for none."""
    plain = plain_text(text).strip()
    asked, named, aside = _patterns()
    if aside.search(plain):
        return None
    for pattern in (*asked, named):
        if found := pattern.search(plain):
            return _called(found["tongue"]) if "tongue" in pattern.groupindex else OTHER
    return None


def _called(name: str) -> str:
    """Return whose name it is."""
    return next(code for code, pattern in _names().items() if pattern.fullmatch(name))


@cache
def _names() -> Mapping[str, re.Pattern[str]]:
    return {code: re.compile(names) for code, names in _table()["names"].items()}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str], re.Pattern[str]]:
    """Return what asks for a language, a language that is only named, and what speaks of somebody else's."""
    table = _table()
    ours = "|".join(names for code, names in table["names"].items() if code != OTHER)
    before, after = table["named"]["before"], table["named"]["after"]
    named = rf"^(?:{before}[ ,.!]*)*(?:en |in |на |ב)?(?P<tongue>{ours}|русский|английский)(?:[ ,]*{after})*[ ?.!]*$"
    listed = (_whole(line) for line in table["listed"].values())
    return (*_asked(table), *listed), re.compile(named), _whole(table["aside"]["who"])


def _asked(table: Mapping[str, Mapping[str, str]]) -> Iterator[re.Pattern[str]]:
    every = {**table["words"], "tongue": "|".join(table["names"].values())}
    for line in "\n".join(table["asked"].values()).split("\n"):
        if line.strip():
            yield _whole(_NAMED.sub(lambda name: _group(name[1], every), line.strip()))


def _group(name: str, every: Mapping[str, str]) -> str:
    return f"(?P<tongue>{every[name]})" if name == "tongue" else f"(?:{every[name]})"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tomllib.loads(in_plain_letters(text))
