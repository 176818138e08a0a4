"""Days and times of day as people write them: `Sun-Thu`, `2026-12-25`, `10:00`, `6 pm`, `24:00`."""

import re
from datetime import UTC, date, datetime

from shared_lib.kernel.hours import DAY, Span
from shared_lib.pricing.reading.cells import Kind

Days = date | tuple[int, ...]
"""One date, or weekdays (0 is Monday)."""

_WEEKDAYS = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
_SHORTEST = len("mon")
_TO = re.compile(" ?(?:-|\N{EN DASH}|\N{EM DASH}|\\bto\\b) ?")
_EVERY = frozenset({"daily", "every day", "all week"})
_DATES = ("%Y-%m-%d", "%m/%d/%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%a, %b %d, %Y", "%A, %B %d, %Y")
_TIME = re.compile(r"([0-9]{1,2})(?::([0-5][0-9]))?(?::00)? ?(?:([ap])\.?m\.?)?")
_TIMES = {"noon": DAY // 2, "midnight": DAY}


def parse_date(text: str) -> date | None:
    """Return a date written in one of the ways that Sheets and people in the United States use."""
    for form in _DATES:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def parse_weekdays(text: str) -> tuple[int, ...] | None:
    """Return the weekdays of `Sun-Thu`, `Mon, Wed`, `Sat & Sun` or `daily`."""
    plain = " ".join(text.casefold().split())
    if plain in _EVERY:
        return tuple(range(7))
    days: set[int] = set()
    for part in re.split(r" ?(?:,|&|\band\b) ?", plain):
        ends = [_weekday(end) for end in _TO.split(part)]
        if None in ends or len(ends) > 2:  # noqa: PLR2004 -- from and to
            return None
        days |= _run([end for end in ends if end is not None])
    return tuple(sorted(days))


def _weekday(word: str) -> int | None:
    hits = (n for n, day in enumerate(_WEEKDAYS) if len(word) >= _SHORTEST and day.startswith(word.rstrip(".")))
    return next(hits, None)


def _run(ends: list[int]) -> set[int]:
    first, last = ends[0], ends[-1]
    return {(first + n) % 7 for n in range((last - first) % 7 + 1)}


def parse_time(text: str) -> int | None:
    """Return minutes after midnight, 24:00 being 1,440; a bare hour may mean morning or evening and is refused."""
    plain = " ".join(text.casefold().split())
    found = _TIME.fullmatch(plain)
    if not found or not (found[2] or found[3]):
        return _TIMES.get(plain)
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        return None if not 1 <= hour <= 12 else (hour % 12 + 12 * (found[3] == "p")) * 60 + minute  # noqa: PLR2004 -- a dial
    return hour * 60 + minute if hour * 60 + minute <= DAY else None


def span(begins: int, ends: int) -> Span:
    """Return what lies between two times of day; an end on or before its begin is on the next day."""
    return begins, ends if ends > begins else ends + DAY


def _opening(text: str) -> int | None:
    minute = parse_time(text)
    return None if minute is None else minute % DAY


DATE = Kind("a date (write 2026-12-25)", parse_date, date.min)
DAYS: Kind[Days] = Kind(
    "a weekday, some weekdays (Sun-Thu) or a date", lambda text: parse_date(text) or parse_weekdays(text), ()
)
OPENS = Kind("a time of day (write 10:00 or 6 pm)", _opening, 0)
CLOSES = Kind("a time of day (write 10:00 or 6 pm)", parse_time, 1)
