"""The owner's workbook becomes the price book in force, or is told what to mend, or what is meant.

A change that may be a slip (more than 30 %, a member who would pay more than a guest, a new amount under $10) waits for
the owner's yes in the Status tab. Until then the version in force stays whole: the small edits of the same sitting wait
too, so that no guest meets half a price list. A yes holds for exactly the values that were shown.
"""

import contextlib
import dataclasses
import logging
from datetime import datetime

from shared_lib.kernel.errors import ExternalServiceError, NotFound, PriceBookInvalid, TryAgain
from shared_lib.kernel.formatting import say_moment
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.ports import PriceBooks, Resources, Workbook
from shared_lib.pricing.price_book import PriceBook
from shared_lib.pricing.price_changes import NO_DOUBTS, PriceWarnings, doubts
from shared_lib.pricing.reading import STATUS_TAB, Tabs, left_out, not_in_force, read
from shared_lib.pricing.reading.status_tab import is_agreed, says_the_same, status_rows

log = logging.getLogger("coresync.prices")

READINGS = 3
"""How often the workbook is read while its owner goes on typing; the next poll takes what comes later."""

MOST_TOLD = 3
"""How many problems the manager is told of by mail; the Status tab has them all."""


@dataclasses.dataclass(frozen=True, slots=True)
class Published:
    """The version in force (0 before the first), whether it is new, and what keeps a newer one from it."""

    version: int
    changed: bool
    problems: tuple[str, ...] = ()
    doubts: PriceWarnings = NO_DOUBTS


def publish_prices(
    *,
    workbook: Workbook,
    books: PriceBooks,
    resources: Resources,
    alerts: ManagerAlerts,
    spa: Spa,
    now: datetime,
) -> Published:
    """Publish a valid edit as a new version and say in the Status tab how things stand; raise VendorUnavailable.

    What was published is read once more: of two edits at nearly the same time the later one stays in force.
    """
    first = in_force = _in_force(books, spa)
    for _ in range(READINGS):
        tabs = workbook.tabs()
        published = _publish(tabs, in_force, books=books, resources=resources, spa=spa, now=now)
        if not published.changed:
            break
        in_force = _in_force(books, spa)
    if published.problems:
        _tell_manager(published, alerts=alerts, spa=spa, now=now)
    # A Status that could not be written differs from what it should say, and the next poll writes it.
    with contextlib.suppress(ExternalServiceError, TryAgain):
        _write_status(workbook, tabs, published, spa=spa, now=now)
    return dataclasses.replace(published, changed=published.version != (first.version if first else 0))


def _publish(
    tabs: Tabs, in_force: PriceBook | None, *, books: PriceBooks, resources: Resources, spa: Spa, now: datetime
) -> Published:
    """Publish what was read while `in_force` was; where another version is by now, it has to be read again."""
    before = in_force.version if in_force else 0
    try:
        book = read(tabs, resources=resources.names(spa.id))
    except PriceBookInvalid as invalid:
        return Published(before, changed=False, problems=invalid.problems)
    if problems := not_in_force(book, spa.today(now)):
        return Published(before, changed=False, problems=problems)
    asked = doubts(in_force, book)
    if asked.sentences and not is_agreed(tabs.get(STATUS_TAB, ()), asked.code):
        return Published(before, changed=False, doubts=asked)
    version = books.publish(spa.id, book, now=now, after=before).version
    if asked.sentences and version != before:
        log.warning("a doubtful change was published by the owner's yes", extra={"facts": {"version": version}})
    return Published(version, changed=version != before)


def _tell_manager(published: Published, *, alerts: ManagerAlerts, spa: Spa, now: datetime) -> None:
    """Tell the manager what can't be read, once a day and version: whoever is typing looks at the Status tab."""
    facts = {"count": str(len(published.problems)), "cell": " ".join(published.problems[:MOST_TOLD])}
    key = f"version {published.version} {spa.today(now)}"
    alerts.record(AlertKind.PRICE_SHEET_INVALID, key, facts, now=now)


def _in_force(books: PriceBooks, spa: Spa) -> PriceBook | None:
    try:
        return books.current(spa.id)
    except NotFound:
        return None


def _write_status(workbook: Workbook, tabs: Tabs, published: Published, *, spa: Spa, now: datetime) -> None:
    """Write the Status tab if it says something else than what is so."""
    status = status_rows(
        version=published.version,
        moment=say_moment(now, spa, now=now),
        problems=published.problems,
        doubts=published.doubts,
        notes=left_out(tabs),
    )
    if not says_the_same(tabs.get(STATUS_TAB, ()), status):
        workbook.write(STATUS_TAB, status)
