"""The console's API over the real stand-ins, as its page and other tests use it."""

from collections.abc import Iterator

import pytest

from infra.local.demo import load_demo
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database
from tests.local.console.console_house import DeadTopic, House, console_house
from tests.notifications.mail_house import Desk
from tests.visits import NOW

PROJECT = "demo-dead-letters"


@pytest.fixture(scope="package")
def open_house(tmp_path_factory) -> Iterator[House]:
    with console_house(tmp_path_factory.mktemp("console")) as house:
        yield house


@pytest.fixture
def house(open_house: House) -> House:
    open_house.start_anew()
    return open_house


@pytest.fixture
def dead_topic(pubsub_host) -> Iterator[DeadTopic]:
    with DeadTopic(pubsub_host, project=PROJECT, consumer="on_booking_email") as topic:
        yield topic


@pytest.fixture
def desk(database_url) -> Iterator[Desk]:
    database = Database(database_url)
    load_demo(database, now=NOW)
    yield Desk(database, DataCipher({1: bytes(32)}), now=NOW)
    database.close()
