"""The real client against our Cloud Tasks."""

from datetime import UTC, datetime, timedelta

import grpc
import pytest
import requests
from google.api_core import exceptions
from google.cloud.tasks_v2 import CloudTasksClient, HttpMethod, Queue, Task
from google.cloud.tasks_v2.services.cloud_tasks.transports import CloudTasksGrpcTransport

from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks import TasksStandIn
from infra.local.stand_ins.tasks.pacing import pause
from infra.local.stand_ins.tasks.record import GAVE_UP, Record
from tests.kernel.tasks.receiver import Receiver, eventually

PLACE = "projects/demo/locations/us-east1"
QUEUE = f"{PLACE}/queues/work"
NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)


class MovableClock:
    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return MovableClock()


@pytest.fixture
def target():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def tasks(clock):
    with TasksStandIn(queues=[QUEUE], clock=clock) as stand_in:
        yield stand_in


@pytest.fixture
def client(tasks):
    with grpc.insecure_channel(tasks.address) as channel:
        yield CloudTasksClient(transport=CloudTasksGrpcTransport(channel=channel))


def task(target, key=None, **changes):
    request = {"url": f"{target.url}/tasks/send", "body": b'{"a":1}', "headers": {"Content-Type": "application/json"}}
    named = {"name": f"{QUEUE}/tasks/{key}"} if key else {}
    return {"http_request": request} | named | changes


def fates(stand_in):
    return {known["name"]: known["state"] for known in stand_in.state()["tasks"]}


def test_a_task_reaches_its_target_with_its_headers(client, target):
    client.create_task(parent=QUEUE, task=task(target, "one"))
    eventually(lambda: target.received)
    [seen] = target.received
    assert (seen.method, seen.path, seen.body) == ("POST", "/tasks/send", b'{"a":1}')
    assert seen.headers["X-Cloudtasks-Queuename"] == "work"
    assert seen.headers["X-Cloudtasks-Taskname"] == "one"
    assert seen.headers["X-Cloudtasks-Taskretrycount"] == "0"
    assert seen.headers["X-Cloudtasks-Taskexecutioncount"] == "0"
    assert float(seen.headers["X-Cloudtasks-Tasketa"]) == NOON.timestamp()
    assert seen.headers["Content-Type"] == "application/json"
    assert seen.headers["User-Agent"] == "Google-Cloud-Tasks"


def test_a_name_is_taken_while_the_task_waits_and_a_day_after_its_end(client, tasks, target, clock):
    client.create_task(parent=QUEUE, task=task(target, "one"))
    eventually(lambda: fates(tasks) == {"one": "done"})
    clock.now += timedelta(hours=23)
    with pytest.raises(exceptions.AlreadyExists):
        client.create_task(parent=QUEUE, task=task(target, "one"))
    clock.now += timedelta(hours=1)
    client.create_task(parent=QUEUE, task=task(target, "one"))
    eventually(lambda: len(target.received) == 2)


def test_a_deleted_task_never_runs_and_keeps_its_name(client, tasks, target, clock):
    later = task(target, "one", schedule_time=NOON + timedelta(hours=1))
    client.create_task(parent=QUEUE, task=later)
    client.delete_task(name=f"{QUEUE}/tasks/one")
    for call in (client.get_task, client.delete_task, client.run_task):
        with pytest.raises(exceptions.NotFound):
            call(name=f"{QUEUE}/tasks/one")
    with pytest.raises(exceptions.AlreadyExists):
        client.create_task(parent=QUEUE, task=later)
    assert fates(tasks) == {"one": "deleted"}


def test_a_jump_of_the_clock_brings_a_task_once(client, tasks, target, clock):
    client.create_task(parent=QUEUE, task=task(target, "later", schedule_time=NOON + timedelta(hours=2)))
    client.create_task(parent=QUEUE, task=task(target, "now"))
    eventually(lambda: fates(tasks)["now"] == "done")
    assert fates(tasks)["later"] == "waiting"
    clock.now += timedelta(days=3)
    eventually(lambda: fates(tasks)["later"] == "done")
    assert [seen.headers["X-Cloudtasks-Taskname"] for seen in target.received] == ["now", "later"]


def test_a_failing_task_is_tried_again_until_it_is_taken(client, tasks, target):
    target.statuses[:] = [500, 302, 404]
    client.create_task(parent=QUEUE, task=task(target, "one"))
    eventually(lambda: fates(tasks) == {"one": "done"})
    counts = [seen.headers["X-Cloudtasks-Taskretrycount"] for seen in target.received]
    answered = [seen.headers["X-Cloudtasks-Taskexecutioncount"] for seen in target.received]
    assert counts == answered == ["0", "1", "2", "3"]
    assert len({seen.headers["X-Cloudtasks-Tasketa"] for seen in target.received}) == 1


def test_a_queue_gives_up_after_its_attempts(client, tasks, target):
    retry = {"max_attempts": 2, "min_backoff": timedelta(milliseconds=10)}
    client.create_queue(parent=PLACE, queue={"name": f"{PLACE}/queues/short", "retry_config": retry})
    target.statuses[:] = [500] * 9
    client.create_task(parent=f"{PLACE}/queues/short", task=task(target))
    eventually(lambda: list(fates(tasks).values()) == ["gave up"])
    assert len(target.received) == 2


def test_nobody_at_home_is_a_failure_like_any_other(client, tasks):
    with Receiver() as gone:
        pass
    client.create_task(parent=QUEUE, task=task(gone, "one"))
    eventually(lambda: tasks.state()["tasks"][0]["attempts"] >= 2)
    assert client.get_task(name=f"{QUEUE}/tasks/one").response_count == 0


def test_pauses_double_then_grow_then_stay():
    seconds = [pause(failures, shortest=10, longest=300, doublings=3) for failures in range(1, 9)]
    assert seconds == [10, 20, 40, 80, 160, 240, 300, 300]


def test_a_paused_queue_rests_but_a_task_can_be_forced(client, tasks, target):
    assert client.pause_queue(name=QUEUE).state == Queue.State.PAUSED
    client.create_task(parent=QUEUE, task=task(target, "one"))
    client.create_task(parent=QUEUE, task=task(target, "two"))
    client.run_task(name=f"{QUEUE}/tasks/one")
    eventually(lambda: fates(tasks) == {"one": "done", "two": "waiting"})
    client.resume_queue(name=QUEUE)
    eventually(lambda: fates(tasks) == {"one": "done", "two": "done"})


def test_a_purged_queue_is_empty(client, tasks, target):
    for key in ("one", "two"):
        client.create_task(parent=QUEUE, task=task(target, key, schedule_time=NOON + timedelta(hours=1)))
    assert [known.name for known in client.list_tasks(parent=QUEUE)] == [f"{QUEUE}/tasks/one", f"{QUEUE}/tasks/two"]
    client.purge_queue(name=QUEUE)
    assert list(client.list_tasks(parent=QUEUE)) == []
    assert set(fates(tasks).values()) == {"deleted"}


def test_tasks_come_in_pages_and_show_their_body_when_asked(client, target):
    for key in ("one", "two", "three"):
        client.create_task(parent=QUEUE, task=task(target, key, schedule_time=NOON + timedelta(hours=1)))
    assert len(list(client.list_tasks(request={"parent": QUEUE, "page_size": 2}))) == 3
    assert client.get_task(name=f"{QUEUE}/tasks/one").http_request.body == b""
    full = client.get_task(request={"name": f"{QUEUE}/tasks/one", "response_view": Task.View.FULL})
    assert full.http_request.body == b'{"a":1}'


def request_of(**changes):
    return {"http_request": {"url": "http://127.0.0.1:1/"} | changes}


REFUSED = [
    {},
    request_of(url="ftp://example.com"),
    request_of(url="http://example.com/" + "x" * 2083),
    request_of(body=b"x" * 102_400),
    request_of(body=b"x", http_method=HttpMethod.GET),
    request_of(oidc_token={"audience": "a"}),
    request_of() | {"name": f"{QUEUE}/tasks/no spaces"},
    request_of() | {"name": f"{PLACE}/queues/other/tasks/one"},
    request_of() | {"schedule_time": NOON + timedelta(days=30, seconds=1)},
    request_of() | {"dispatch_deadline": timedelta(seconds=14)},
    request_of() | {"retry_config": {"max_attempts": 3}},
]


@pytest.mark.parametrize("bad", REFUSED)
def test_a_task_that_cloud_tasks_would_refuse_is_refused(client, bad):
    with pytest.raises(exceptions.InvalidArgument):
        client.create_task(parent=QUEUE, task=bad)


def test_queues_are_made_once_and_must_exist(client, target):
    [known] = client.list_queues(parent=PLACE)
    assert (known.name, known.retry_config.max_attempts) == (QUEUE, 100)
    with pytest.raises(exceptions.AlreadyExists):
        client.create_queue(parent=PLACE, queue={"name": QUEUE})
    with pytest.raises(exceptions.InvalidArgument):
        client.create_queue(parent=PLACE, queue={"name": "work"})
    for call in (client.get_queue, client.pause_queue, client.purge_queue):
        with pytest.raises(exceptions.NotFound):
            call(name=f"{PLACE}/queues/none")
    with pytest.raises(exceptions.NotFound):
        client.create_task(parent=f"{PLACE}/queues/none", task=task(target))


def test_a_restart_forgets_nothing(target, clock, tmp_path):
    target.gate.clear()
    for expected in (1, 2):
        with (
            TasksStandIn(queues=[QUEUE], clock=clock, store=Store(tmp_path / "store")) as stand_in,
            grpc.insecure_channel(stand_in.address) as channel,
        ):
            if expected == 1:
                client = CloudTasksClient(transport=CloudTasksGrpcTransport(channel=channel))
                client.create_task(parent=QUEUE, task=task(target, "one"))
            eventually(lambda: len(target.received) == expected)  # noqa: B023 -- used at once


def test_a_task_that_an_older_version_wrote_is_read():
    document = Record(task=Task(), queue=QUEUE, eta=NOON, state=GAVE_UP, ended_at=NOON).dump()
    older = {"fate": document.pop("state")} | document
    assert Record.load(older).state == GAVE_UP


def test_told_to_fail_it_is_unavailable(client, tasks, target):
    requests.post(f"{tasks.url}/_faults", json={"error_rate": 1}, timeout=5)
    with pytest.raises(exceptions.ServiceUnavailable):
        client.create_task(parent=QUEUE, task=task(target))
    requests.delete(f"{tasks.url}/_faults", timeout=5)
    requests.post(f"{tasks.url}/_faults", json={"drop_rate": 1}, timeout=5)
    with pytest.raises(exceptions.ServiceUnavailable):
        client.create_task(parent=QUEUE, task=task(target, "lost"))
    eventually(lambda: fates(tasks) == {"lost": "done"})


def test_told_to_duplicate_it_brings_a_task_twice(client, tasks, target):
    requests.post(f"{tasks.url}/_faults", json={"duplicate": True}, timeout=5)
    client.create_task(parent=QUEUE, task=task(target, "one"))
    eventually(lambda: fates(tasks) == {"one": "done"})
    assert len(target.received) == 2


def test_a_reset_leaves_the_given_queues_empty(client, tasks, target):
    client.create_task(parent=QUEUE, task=task(target, "one", schedule_time=NOON + timedelta(hours=1)))
    client.create_queue(parent=PLACE, queue={"name": f"{PLACE}/queues/own"})
    requests.post(f"{tasks.url}/_reset", timeout=5)
    assert [known.name for known in client.list_queues(parent=PLACE)] == [QUEUE]
    client.create_task(parent=QUEUE, task=task(target, "one"))
