"""Which language a guest asks us to speak, in whatever language it is asked."""

import re
import tomllib
from collections.abc import Mapping
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
    if _aside().search(plain):
        return None
    asking = _asked() if _any_name().search(plain) else ()  # nearly always none, and then nothing is compiled
    for pattern in (*asking, *_listed()):
        if found := pattern.search(plain):
            return _called(found["tongue"]) if "tongue" in pattern.groupindex else OTHER
    return None


def _called(name: str) -> str:
    """Return whose name it is."""
    return next(code for code, pattern in _names().items() if pattern.fullmatch(name))


@cache
def _names() -> Mapping[str, re.Pattern[str]]:
    table = _table()
    return {code: re.compile(f"{names}|{table['alone'].get(code, '(?!)')}") for code, names in table["names"].items()}


@cache
def _aside() -> re.Pattern[str]:
    """Return what speaks of somebody else's language."""
    return _whole(_table()["aside"]["who"])


@cache
def _any_name() -> re.Pattern[str]:
    """Return the names of all languages."""
    return re.compile("|".join((*_table()["names"].values(), *_table()["alone"].values())))


@cache
def _listed() -> tuple[re.Pattern[str], ...]:
    """Return what asks which languages there are, without a name of one."""
    return tuple(_whole(line) for line in _table()["listed"].values())


@cache
def _asked() -> tuple[re.Pattern[str], ...]:
    """Return what asks for a language by its name, the last where it is only named."""
    table = _table()
    every = {**table["words"], "tongue": "|".join(table["names"].values())}
    lines = (line.strip() for line in "\n".join(table["asked"].values()).split("\n"))
    asked = [_whole(_NAMED.sub(lambda name: _group(name[1], every), line)) for line in lines if line]
    ours = "|".join(names for code, names in table["names"].items() if code != OTHER)
    alone = "|".join(table["alone"].values())
    before, after = table["named"]["before"], table["named"]["after"]
    named = rf"^(?:{before}[ ,.!]*)*(?:en |in |на |ב)?(?P<tongue>{ours}|{alone})(?:[ ,]*{after})*[ ?.!]*$"
    return (*asked, re.compile(named))


def _group(name: str, every: Mapping[str, str]) -> str:
    return f"(?P<tongue>{every[name]})" if name == "tongue" else f"(?:{every[name]})"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tomllib.loads(in_plain_letters(text))
