"""The owner's workbook becomes the price book in force, or is told what to mend."""

import contextlib
import dataclasses
from datetime import datetime

from shared_lib.kernel.errors import ExternalServiceError, NotFound, PriceBookInvalid, TryAgain
from shared_lib.kernel.formatting import say_moment
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.ports import PriceBooks, Workbook
from shared_lib.pricing.reading import STATUS_TAB, Rows, Tabs, not_in_force, read, words

READINGS = 3
"""How often the workbook is read while its owner goes on typing; the next poll takes what comes later."""

_AS_OF = "As of"


@dataclasses.dataclass(frozen=True, slots=True)
class Published:
    """The version in force (0 before the first), whether it is new, and the cells that keep a newer one from it."""

    version: int
    changed: bool
    problems: tuple[str, ...]


def publish_prices(*, workbook: Workbook, books: PriceBooks, spa: Spa, now: datetime) -> Published:
    """Publish a valid edit as a new version and say in the Status tab how things stand; raise VendorUnavailable.

    What was published is read once more: of two edits at nearly the same time the later one stays in force.
    """
    before = _version_in_force(books, spa)
    for _ in range(READINGS):
        tabs = workbook.tabs()
        published = _publish(tabs, books=books, spa=spa, now=now)
        if not published.changed:
            break
    # A Status that could not be written differs from what it should say, and the next poll writes it.
    with contextlib.suppress(ExternalServiceError, TryAgain):
        _write_status(workbook, tabs, published, spa=spa, now=now)
    return dataclasses.replace(published, changed=published.version != before)


def _publish(tabs: Tabs, *, books: PriceBooks, spa: Spa, now: datetime) -> Published:
    before = _version_in_force(books, spa)
    try:
        book = read(tabs)
    except PriceBookInvalid as invalid:
        return Published(before, changed=False, problems=invalid.problems)
    if problems := not_in_force(book, spa.today(now)):
        return Published(before, changed=False, problems=problems)
    version = books.publish(spa.id, book, now=now).version
    return Published(version, changed=version != before, problems=())


def _version_in_force(books: PriceBooks, spa: Spa) -> int:
    try:
        return books.current(spa.id).version
    except NotFound:
        return 0


def _write_status(workbook: Workbook, tabs: Tabs, published: Published, *, spa: Spa, now: datetime) -> None:
    """Write the Status tab if it says something else than what is so; the time alone is no news."""
    status = _status(published, say_moment(now, spa, now=now))
    if _news(tabs.get(STATUS_TAB, ())) != _news(status):
        workbook.write(STATUS_TAB, status)


def _status(published: Published, moment: str) -> list[list[str]]:
    state = "Mend the cells below; until then the version in force stays" if published.problems else "Published"
    return [
        ["Status", state],
        ["Version in force", str(published.version or "none yet")],
        [_AS_OF, moment],
        *([problem] for problem in published.problems),
    ]


def _news(status: Rows) -> list[list[str]]:
    rows = ([text for cell in row if (text := words(cell))] for row in status)
    return [row for row in rows if row and row[0] != _AS_OF]
