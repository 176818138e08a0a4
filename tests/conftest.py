"""What all tests share: real servers on loopback, started when the first test asks for them."""

import itertools
import time
from collections.abc import Callable, Iterator

import pytest

from infra.local.children import Children
from infra.local.emulators import FirestoreEmulator, PubSubEmulator
from infra.local.postgres import Postgres
from infra.migrate import migrate

_TEMPLATE = "migrated"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """One PostgreSQL for all tests."""
    with Postgres(tmp_path_factory.mktemp("database") / "postgres", durable=False) as server:
        yield server


@pytest.fixture(scope="session")
def migrated(postgres: Postgres) -> str:
    """The name of a database that has the schema and nothing else, to be copied."""
    postgres.drop_database(_TEMPLATE)
    migrate(postgres.create_database(_TEMPLATE))
    return _TEMPLATE


@pytest.fixture
def database_url(postgres: Postgres, migrated: str) -> Iterator[str]:
    """A fresh database with the schema, for one test."""
    name = f"test_{next(_numbers)}"
    postgres.drop_database(name)
    yield postgres.create_database(name, template=migrated)
    postgres.drop_database(name)


@pytest.fixture
def eventually() -> Callable[..., None]:
    """Wait until a condition holds; fail when it has not within so many seconds."""
    return wait_until


def wait_until(condition: Callable[[], object], within: float = 10) -> None:
    end = time.monotonic() + within
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"not within {within} s: {getattr(condition, '__name__', condition)}")
        time.sleep(0.05)


@pytest.fixture(scope="session")
def children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Children]:
    """Processes that end with the tests."""
    folder = tmp_path_factory.mktemp("processes")
    with Children(logs=folder / "logs", records=folder / "run") as children:
        yield children


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
