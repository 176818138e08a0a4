"""Days and times as language models write them: RFC 3339, as far as it goes."""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(\d{4})(-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?")


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A year, the rest of its day (`-11-20`), and perhaps a time; without an offset it is the spa's wall clock."""

    year: int
    rest: str
    clock: str | None = None
    offset: str | None = None


def written_time(text: str) -> WrittenTime | None:
    """Return the day or instant that is all of a text, None where it is in words; it may not exist in the calendar."""
    found = _WRITTEN.fullmatch(text.strip().upper())
    return WrittenTime(int(found[1]), found[2], found[3], found[4]) if found else None
