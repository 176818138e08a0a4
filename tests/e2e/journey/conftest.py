"""Guests with browsers, and the whole house behind one front door; each story has a Wednesday of its own."""

import itertools
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser

from infra.local.stack import Stack
from shared_lib.kernel.adapters.database import Database
from tests.e2e.browsers import launched
from tests.e2e.journey.guest import Guest
from tests.e2e.journey.house import ZONE, House

FIRST = datetime(2026, 11, 25, 10, tzinfo=ZONE)


@pytest.fixture(scope="package")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One browser; each guest has a profile of their own in it."""
    with launched(chromium_path) as browser:
        yield browser


@pytest.fixture(scope="session")
def wednesdays() -> Iterator[datetime]:
    """The mornings on which stories begin: what an earlier one has booked is in the past, also after other tests."""
    return (FIRST + timedelta(weeks=week) for week in itertools.count())


@pytest.fixture(scope="package", autouse=True)
def clock(stack: Stack) -> Iterator[None]:
    """Business time is real time again after the stories."""
    yield
    stack.home.clock.write_text("0")


@pytest.fixture(scope="package")
def database(stack: Stack) -> Iterator[Database]:
    """The house's own database, to be read."""
    database = Database(stack.facts["database_url"])
    yield database
    database.close()


@pytest.fixture
def house(stack: Stack, database: Database, wednesdays: Iterator[datetime]) -> House:
    """The house on a Wednesday morning, with nothing booked."""
    return House(stack, database, next(wednesdays))


@pytest.fixture
def new_guest(house: House, browser: Browser) -> Iterator[Callable[..., Guest]]:
    """Make a guest by name and, if it matters, device; no browser may have had a complaint at the end."""
    guests: list[Guest] = []

    def make(name: str = "Ada Example", **device: object) -> Guest:
        guests.append(Guest(browser, house.url, name, **device))
        return guests[-1]

    yield make
    complaints = [complaint for guest in guests for complaint in guest.complaints]
    for guest in guests:
        guest.leaves()
    assert complaints == []


@pytest.fixture
def guest(new_guest: Callable[..., Guest]) -> Guest:
    """Somebody who has not said a word yet."""
    return new_guest()
