"""Two Firestores under one contract: ours, which is always there, and Google's own emulator where it is installed."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from google.cloud.firestore_v1 import Client

from tests.agent.chat.firestore.raw import RawFirestore


@pytest.fixture(scope="session", params=["embedded", "google"])
def firestore_host(request: pytest.FixtureRequest) -> str:
    """One of the two as "127.0.0.1:port": what is proved with it holds for both."""
    return str(request.getfixturevalue(f"{request.param}_firestore"))


@pytest.fixture
def client(firestore_host: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """The real client, with a database of its own for each test."""
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    client = Client(project=f"demo-{uuid4().hex[:12]}")
    yield client
    client.close()


@pytest.fixture
def raw(client: Client) -> RawFirestore:
    """The same database by the messages themselves: what the client's own checks would keep from it."""
    return RawFirestore(client)
