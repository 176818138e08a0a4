"""The Pub/Sub that a contract is held against: ours always, Google's own emulator where it is found."""

from itertools import count

import pytest

from infra.deploy.subscriptions import connect
from tests.kernel.tasks.receiver import Receiver

_numbers = count(1)


@pytest.fixture(params=["embedded", "google"])
def vendor(request):
    return request.param


@pytest.fixture
def vendor_host(vendor, request):
    return request.getfixturevalue(f"{vendor}_pubsub")


@pytest.fixture
def pubsub(vendor_host):
    """An empty project: `topic(name)` and `subscription(name)` are full names."""
    with connect(f"demo-contract-{next(_numbers)}", vendor_host) as made:
        yield made


@pytest.fixture
def topic(pubsub):
    """The full name of a topic that exists."""
    return pubsub.publisher.create_topic(name=pubsub.topic("events")).name


@pytest.fixture
def target():
    with Receiver() as receiver:
        yield receiver
