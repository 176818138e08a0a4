"""What all tests share: real servers on loopback, started when the first test asks for them."""

import itertools
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from infra.local.children import Children
from infra.local.chromium import HOW_TO_INSTALL, find_chromium
from infra.local.demo import load_demo
from infra.local.emulator_choice import chosen_emulators, why_not_google
from infra.local.emulators import FirestoreEmulator, PubSubEmulator
from infra.local.home import Home
from infra.local.postgres import Postgres
from infra.local.progress import Silence
from infra.local.stack import Stack
from infra.local.stand_ins.firestore import FirestoreStandIn
from infra.local.stand_ins.pubsub import PubSubStandIn
from infra.migrate import migrate
from shared_lib.kernel.adapters.database import Database
from tests.snapshots import NOW

NOT_PROVED = "NOT PROVED"
"""How a skipped test begins to say what this machine lacks: the summary repeats it where nobody overlooks it."""

_numbers = itertools.count(1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each file and reason what this machine could not prove."""
    skipped = [
        (report.nodeid.partition("::")[0], str(report.longrepr[2])) for report in terminalreporter.getreports("skipped")
    ]
    lacking = Counter((file, why) for file, why in skipped if NOT_PROVED in why)
    if lacking:
        terminalreporter.section("NOT PROVED on this machine", red=True, bold=True)
    for (file, why), count in sorted(lacking.items()):
        terminalreporter.line(f"{file}, {count} tests: {why.removeprefix('Skipped: ')}")


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
def google_firestore(children: Children) -> Iterator[str]:
    """Google's own Firestore emulator as "127.0.0.1:port", under our rules; skips where there is none."""
    if why := why_not_google():
        pytest.skip(f"{NOT_PROVED}, for it needs Google's own Firestore emulator: {why}")
    with FirestoreEmulator(children) as emulator:
        _wake(emulator.host)
        yield emulator.host


def _wake(host: str) -> None:
    """Wait for a first answer: on a busy machine Java takes longer for it than our adapter waits."""
    from google.cloud.firestore import Client

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FIRESTORE_EMULATOR_HOST", host)
        client = Client(project="demo-wake")
    client.document("first/call").get(timeout=60)
    client.close()


@pytest.fixture(scope="session")
def google_pubsub(children: Children) -> Iterator[str]:
    """Google's own Pub/Sub emulator as "127.0.0.1:port"; skips where there is none."""
    if why := why_not_google():
        pytest.skip(f"{NOT_PROVED}, for it needs Google's own Pub/Sub emulator: {why}")
    with PubSubEmulator(children) as emulator:
        yield emulator.host


@pytest.fixture(scope="session")
def embedded_firestore() -> Iterator[str]:
    """Our own Firestore as "127.0.0.1:port"."""
    with FirestoreStandIn() as stand_in:
        yield stand_in.host


@pytest.fixture(scope="session")
def embedded_pubsub() -> Iterator[str]:
    """Our own Pub/Sub as "127.0.0.1:port"."""
    with PubSubStandIn() as stand_in:
        yield stand_in.host


@pytest.fixture(scope="session")
def firestore_host(request: pytest.FixtureRequest) -> str:
    """The Firestore that EMULATORS chooses as "127.0.0.1:port"."""
    return str(request.getfixturevalue(f"{chosen_emulators()}_firestore"))


@pytest.fixture(scope="session")
def pubsub_host(request: pytest.FixtureRequest) -> str:
    """The Pub/Sub that EMULATORS chooses as "127.0.0.1:port"."""
    return str(request.getfixturevalue(f"{chosen_emulators()}_pubsub"))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole local system on ports of its own: `.facts` is its stack.json, `.functions.kill(name)` is `kill -9`."""
    home = Home(tmp_path_factory.mktemp("system"))
    with Stack(home, port=0, progress=Silence(), durable=False) as stack:
        yield stack


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A browser for Playwright's `executable_path`; skips where there is none."""
    found = find_chromium()
    if found is None:
        pytest.skip(f"{NOT_PROVED} in a guest's browser: {HOW_TO_INSTALL}")
    return found


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
