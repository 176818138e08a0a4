"""A console over the real stand-ins, and a browser that looks at it."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from infra.local.demo import load_demo
from infra.local.postgres import Postgres
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database
from tests.e2e.console.browsing import WEDNESDAY, opened
from tests.local.console.console_house import House, console_house
from tests.notifications.mail_house import Desk
from tests.visits import NOW


@pytest.fixture(scope="module")
def demo_url(postgres: Postgres, migrated: str) -> Iterator[str]:
    name = f"console_{os.getpid()}"
    yield postgres.create_database(name, template=migrated)
    postgres.drop_database(name)


@pytest.fixture(scope="module")
def demo(demo_url: str) -> Iterator[Database]:
    database = Database(demo_url)
    load_demo(database, now=NOW)
    yield database
    database.close()


@pytest.fixture(scope="module")
def open_house(tmp_path_factory, demo_url: str, pubsub_host: str) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("console")
    with console_house(folder, database_url=demo_url, pubsub_host=pubsub_host) as house:
        yield house


@pytest.fixture
def house(open_house: House) -> House:
    open_house.start_anew()
    open_house.console("clock", "POST", json={"at": WEDNESDAY})
    return open_house


@pytest.fixture
def desk(demo: Database) -> Desk:
    return Desk(demo, DataCipher({1: bytes(32)}), now=NOW)


@pytest.fixture
def page(browser, house) -> Iterator[Page]:
    yield from opened(browser, house)
