"""What somebody may have meant who wrote a name that nobody knows."""

import difflib
from collections.abc import Iterable, Mapping

from shared_lib.pricing.reading.cells import key

NEAR = 0.7
"""Of two spellings that share so much, one is most likely a slip of the other."""


def known_as(names: Iterable[str]) -> dict[str, str]:
    """Return names by what their spellings share."""
    return {key(name): name for name in names}


def nearest(text: str, known: Mapping[str, str], *, near: float = NEAR) -> str | None:
    """Return the known name that is most like a text, if one is."""
    found = difflib.get_close_matches(key(text), known, n=1, cutoff=near)
    return known[found[0]] if found else None


def suggestion(text: str, known: Mapping[str, str]) -> str:
    """Return which name may have been meant, or which ones there are, to end a sentence with."""
    meant = nearest(text, known)
    return f"did you mean {meant}?" if meant else f"there are {', '.join(sorted(known.values()))}"
