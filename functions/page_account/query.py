"""What an address or a form asks for, read with care: what makes no sense counts as not asked for."""

from datetime import UTC, date, datetime

INSTANT = "%Y%m%dT%H%MZ"
"""How an address names an instant, in UTC: `20261127T2000Z`."""
YEARS = range(2000, 2200)
"""Years of which a calendar can be shown with the days around them."""
LAST_PAGE = 10_000


def day(text: str | None) -> date | None:
    """Return a day as forms write it, None where it is none."""
    try:
        asked = date.fromisoformat(text or "")
    except ValueError:
        return None
    return asked if asked.year in YEARS else None


def instant(text: str | None) -> datetime | None:
    """Return an instant as `written` wrote it, None where it is none."""
    try:
        asked = datetime.strptime(text or "", INSTANT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return asked if asked.year in YEARS else None


def written(at: datetime) -> str:
    """Return an instant as an address carries it."""
    return at.astimezone(UTC).strftime(INSTANT)


def number(text: str | None) -> int:
    """Return the number of a page, from 1 on; 1 where it is none."""
    digits = text if text and text.isascii() and text.isdecimal() and len(text) <= len(str(LAST_PAGE)) else "1"
    return max(1, min(int(digits), LAST_PAGE))
