"""What all tests share: real servers on loopback, started when the first test asks for them."""

import itertools
import os
import time
from collections.abc import Callable, Iterator

import pytest

from infra.local.children import Children
from infra.local.chromium import chromium
from infra.local.demo import load_demo
from infra.local.emulators import FirestoreEmulator, PubSubEmulator
from infra.local.home import Home
from infra.local.postgres import Postgres
from infra.local.progress import Silence
from infra.local.stack import Stack
from infra.migrate import migrate
from shared_lib.kernel.adapters.database import Database
from tests.snapshots import NOW

_numbers = itertools.count(1)


def _database_name() -> str:
    return f"test_{os.getpid()}_{next(_numbers)}"


@pytest.fixture(scope="session")
def children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Children]:
    """Processes that end with the tests."""
    folder = tmp_path_factory.mktemp("processes")
    with Children(logs=folder / "logs", records=folder / "run") as children:
        yield children


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """One PostgreSQL for all tests; its log is `.log`."""
    with Postgres(tmp_path_factory.mktemp("database") / "postgres", durable=False) as server:
        yield server


@pytest.fixture(scope="session")
def migrated(postgres: Postgres) -> str:
    """The name of a database that has the schema and nothing else, to be copied."""
    name = _database_name()
    migrate(postgres.create_database(name))
    return name


@pytest.fixture(scope="session")
def furnished(postgres: Postgres, migrated: str) -> str:
    """The name of a database that has the demo spa too, to be copied."""
    name = _database_name()
    database = Database(postgres.create_database(name, template=migrated))
    load_demo(database, now=NOW)
    database.close()
    return name


@pytest.fixture
def database_url(postgres: Postgres, furnished: str) -> Iterator[str]:
    """A fresh database with the demo spa and nothing booked, for one test."""
    name = _database_name()
    yield postgres.create_database(name, template=furnished)
    postgres.drop_database(name)


@pytest.fixture
def bare_database_url(postgres: Postgres, migrated: str) -> Iterator[str]:
    """A fresh database with the schema and nothing else, for one test."""
    name = _database_name()
    yield postgres.create_database(name, template=migrated)
    postgres.drop_database(name)


@pytest.fixture(scope="session")
def firestore_host(children: Children) -> Iterator[str]:
    """Google's Firestore emulator as "127.0.0.1:port", under our rules."""
    with FirestoreEmulator(children) as emulator:
        yield emulator.host


@pytest.fixture(scope="session")
def pubsub_host(children: Children) -> Iterator[str]:
    """Google's Pub/Sub emulator as "127.0.0.1:port"."""
    with PubSubEmulator(children) as emulator:
        yield emulator.host


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole local system on ports of its own: `.facts` is its stack.json, `.functions.kill(name)` is `kill -9`."""
    home = Home(tmp_path_factory.mktemp("system"))
    with Stack(home, port=0, progress=Silence(), durable=False) as stack:
        yield stack


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A browser for Playwright's `executable_path`."""
    return chromium()


@pytest.fixture(scope="session")
def eventually() -> Callable[..., object]:
    """Wait until a condition holds and return what it gave; fail when it has not within so many seconds."""
    return _wait_until


def _wait_until(condition: Callable[[], object], within: float = 10) -> object:
    end = time.monotonic() + within
    while not (found := condition()):
        if time.monotonic() > end:
            pytest.fail(f"has not come true within {within} s: {condition.__qualname__}")
        time.sleep(0.05)
    return found
