"""Words of health and of distress, and those by which a guest goes on after all; they lie in `health_words.toml`."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_suffix(".toml")
_HEBREW_PREFIX = "[\u05d4\u05d5\u05d1\u05db\u05dc\u05de\u05e9]{0,3}"  # written together with the word


def speaks_of(kind: str, text: str) -> bool:
    """Return whether a text in any of our languages has a word of `health`, `distress` or `going_on`."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    return bool(_patterns()[kind].search(plain))


def care_needed(text: str, names: Iterable[str]) -> str | None:
    """Return `distress` or `health` where words of it are spoken; what the house itself calls something so is none."""
    text = text.lower().replace("\u2019", "'")
    for name in names:
        text = text.replace(name.lower().replace("\u2019", "'"), " ")
    return next((kind for kind in ("distress", "health") if speaks_of(kind, text)), None)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    kinds = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {kind: _any_of(*languages.values()) for kind, languages in kinds.items()}


def _any_of(*blocks: str) -> re.Pattern[str]:
    """Return a pattern of whole words from blocks whose lines are alternatives."""
    lines = (line.strip() for block in blocks for line in block.strip().splitlines())
    return re.compile(rf"(?<!\w){_HEBREW_PREFIX}(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)
