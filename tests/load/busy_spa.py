"""The spa of the bench: 10 rooms, 20 technicians, 60 bookings on each of 90 days, and limits raised by settings."""

from datetime import datetime

from infra.local.demo import TITLE, load, workbook
from infra.local.demo.workbook import Rows
from infra.local.environment import CALENDARS, PRICE_BOOK_ID, SPA_ID
from shared_lib.kernel.adapters.database import Database
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from shared_lib.pricing.reading import read
from tests.e2e.whole.system import WholeSystem
from tests.load.filling import Size, fill

ALWAYS_OPEN: Rows = [["Men's Suite", "Sun-Sat", "10:00", "24:00"], ["Private", "Sun-Sat", "10:00", "24:00"]]


class BusySystem(WholeSystem):
    """The whole local system around a spa that has much to do."""

    def _open_demo(self) -> None:
        vendors = self.system.vendors
        for name, calendar_id in CALENDARS.items():
            vendors.calendar.create_calendar(calendar_id, name, "America/New_York")
        vendors.sheets.create_workbook(PRICE_BOOK_ID, TITLE, busy_workbook())
        database = Database(self.system.database_url)
        furnish(database, Size(), now=self.clock())
        database.close()


def furnish(database: Database, size: Size, *, now: datetime) -> None:
    """Let a spa of that size stand in a database, with its price book and its visits."""
    load(database)
    PostgresPriceBooks(database).publish(SPA_ID, read(busy_workbook()), now=now)
    database.transaction(lambda connection: fill(connection, now, size))


def busy_workbook() -> dict[str, Rows]:
    """Return the demo's workbook for a spa that never closes."""
    tabs = workbook()
    return tabs | {"Hours": [tabs["Hours"][0], *ALWAYS_OPEN]}
