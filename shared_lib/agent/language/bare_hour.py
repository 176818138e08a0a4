"""A number alone, as an hour of the clock."""

import re

_BARE = re.compile(r"[1-9]|1[0-2]")


def bare_hour(text: str) -> int | None:
    """Return the hour from 1 to 12 that is all of a text, None where it says anything else."""
    found = _BARE.fullmatch(text.strip())
    return int(found[0]) if found else None
