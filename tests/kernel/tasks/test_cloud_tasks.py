"""Our queue of tasks, through the real client."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from infra.local.stand_ins.tasks import TasksStandIn
from shared_lib.kernel.adapters.cloud_tasks import CloudTaskQueue, connect
from shared_lib.kernel.errors import VendorRefused, VendorUnavailable
from shared_lib.kernel.ports import TaskQueue
from tests.kernel.tasks.receiver import Receiver, eventually

QUEUE = "projects/demo/locations/us-east1/queues/work"
NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)


@pytest.fixture
def target():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def stand_in():
    with TasksStandIn(queues=[QUEUE], clock=lambda: NOON) as tasks:
        yield tasks


def queue_on(stand_in, target, **changes) -> TaskQueue:
    facts: dict[str, Any] = {"queue": QUEUE, "target": lambda function: f"{target.url}/tasks/{function}"} | changes
    return CloudTaskQueue(client=connect(stand_in.address), **facts)


def ask(queue, **changes):
    queue.at(
        **{"when": NOON, "name": "review-1-v2", "function": "task_send_email", "body": {"kind": "review"}} | changes
    )


def test_a_task_reaches_its_function_as_json(stand_in, target):
    ask(queue_on(stand_in, target))
    eventually(lambda: target.received)
    [seen] = target.received
    assert seen.path == "/tasks/task_send_email"
    assert json.loads(seen.body) == {"kind": "review"}
    assert seen.headers["Content-Type"] == "application/json"


def test_asking_twice_under_one_name_is_asking_once(stand_in, target):
    for _ in range(2):
        ask(queue_on(stand_in, target), when=NOON + timedelta(hours=2))
    [task] = stand_in.state()["tasks"]
    assert task["name"].endswith("-review-1-v2")
    assert task["eta"] == "2026-11-25T19:00:00+00:00"


def test_in_the_cloud_the_call_carries_an_identity_for_the_services_root(stand_in, target):
    queue = queue_on(stand_in, target, service_account="caller@demo.iam.gserviceaccount.com")
    ask(queue, when=NOON + timedelta(hours=2))
    [task] = stand_in.store.all("tasks")
    token = task["task"]["http_request"]["oidc_token"]
    assert token == {"service_account_email": "caller@demo.iam.gserviceaccount.com", "audience": target.url}


def test_trouble_at_the_queue_may_be_over_later(stand_in, target):
    requests.post(f"{stand_in.url}/_faults", json={"error_rate": 1}, timeout=5)
    with pytest.raises(VendorUnavailable, match="tasks"):
        ask(queue_on(stand_in, target))


def test_a_queue_that_is_slow_is_not_waited_for(stand_in, target):
    requests.post(f"{stand_in.url}/_faults", json={"latency_ms": 1000}, timeout=5)
    with pytest.raises(VendorUnavailable):
        ask(queue_on(stand_in, target, deadline=0.1))


def test_what_the_queue_refuses_stays_refused(stand_in, target):
    with pytest.raises(VendorRefused, match="30 days"):
        ask(queue_on(stand_in, target), when=NOON + timedelta(days=31))
    with pytest.raises(VendorRefused, match="not found"):
        ask(queue_on(stand_in, target, queue=f"{QUEUE}2"))


def test_a_name_must_be_one_for_a_task(stand_in, target):
    with pytest.raises(ValueError, match="not a name"):
        ask(queue_on(stand_in, target), name="guest@example.com")
