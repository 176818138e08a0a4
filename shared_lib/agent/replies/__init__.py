"""What the house says, as templates in files, in its own tone."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _sentences(lang: str) -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / f"{lang}.toml").read_text(encoding="utf-8"))


def knows(key: str, *, lang: str = "en") -> bool:
    """Return whether there is such a sentence."""
    return key in _sentences(lang)


def say(key: str, /, *, lang: str = "en", **facts: object) -> str:
    """Return a sentence with its facts; a missing sentence or fact is a KeyError, never a half sentence."""
    return _sentences(lang)[key].format(**facts)
