"""Gives an empty system its demo spa: rooms and people, the owner's workbook, the spa's and the people's calendars."""

from infra.local.demo import TITLE, load, publish, workbook
from infra.local.demo.facts import facts
from infra.local.environment import CALENDARS, PRICE_BOOK_ID, SPA_ID
from infra.local.vendors import Vendors
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.clock import Clock

_ZONE = "America/New_York"


def open_demo(database_url: str, vendors: Vendors, clock: Clock) -> None:
    """Put in place what is missing; what is there already stays as people have left it."""
    for name, calendar_id in CALENDARS.items():
        vendors.calendar.create_calendar(calendar_id, name.removeprefix("CALENDAR_").capitalize(), _ZONE)
    for name, calendar_id in facts()["calendars"].items():
        vendors.calendar.create_calendar(calendar_id, f"{name}'s own", _ZONE)
    vendors.sheets.create_workbook(PRICE_BOOK_ID, TITLE, workbook())
    database = Database(database_url)
    try:
        load(database, spa_id=SPA_ID)
        publish(database, now=clock(), spa_id=SPA_ID)
    finally:
        database.close()
