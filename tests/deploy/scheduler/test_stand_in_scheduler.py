"""The real client against our Cloud Scheduler."""

from datetime import UTC, datetime, timedelta

import grpc
import pytest
import requests
from google.api_core import exceptions
from google.cloud.scheduler_v1 import CloudSchedulerClient, HttpMethod, Job
from google.cloud.scheduler_v1.services.cloud_scheduler.transports import CloudSchedulerGrpcTransport
from google.protobuf.field_mask_pb2 import FieldMask

from infra.local.stand_ins.scheduler import SchedulerStandIn
from infra.local.stand_ins.store import Store
from tests.kernel.tasks.receiver import Receiver, eventually

PLACE = "projects/demo/locations/us-east1"
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
def scheduler(clock):
    with SchedulerStandIn(clock=clock) as stand_in:
        yield stand_in


def client_of(stand_in):
    channel = grpc.insecure_channel(stand_in.address)
    return CloudSchedulerClient(transport=CloudSchedulerGrpcTransport(channel=channel))


@pytest.fixture
def client(scheduler):
    with client_of(scheduler) as made:
        yield made


def job(target, schedule="* * * * *", key="relay", **changes):
    return {
        "name": f"{PLACE}/jobs/{key}",
        "schedule": schedule,
        "time_zone": "America/New_York",
        "http_target": {"uri": f"{target.url}/jobs/{key}"},
    } | changes


def scheduled(target):
    return [seen.headers["X-Cloudscheduler-Scheduletime"] for seen in target.received]


def idle(scheduler):
    return lambda: not any(scheduler._running.values())


def a_few_looks(scheduler, times=3):
    """Whether the stand-in has looked at the clock several times from now on."""
    looks = []
    look = scheduler.tick

    def tick():
        look()
        looks.append(scheduler.clock())

    scheduler.tick = tick
    return lambda: len(looks) >= times


def test_a_job_runs_at_its_time_with_its_headers(client, target, clock):
    made = client.create_job(parent=PLACE, job=job(target, "*/5 * * * *"))
    assert made.schedule_time == NOON + timedelta(minutes=5)
    clock.now += timedelta(minutes=5, seconds=20)
    eventually(lambda: target.received)
    [seen] = target.received
    assert (seen.method, seen.path) == ("POST", "/jobs/relay")
    assert seen.headers["X-Cloudscheduler"] == "true"
    assert seen.headers["X-Cloudscheduler-Jobname"] == "relay"
    assert seen.headers["User-Agent"] == "Google-Cloud-Scheduler"
    assert scheduled(target) == ["2026-11-25T17:05:00Z"]


def test_a_jump_of_the_clock_runs_each_job_once(client, scheduler, target, clock):
    client.create_job(parent=PLACE, job=job(target))
    client.create_job(parent=PLACE, job=job(target, "0 9 * * *", key="morning"))
    clock.now += timedelta(days=4, minutes=3)
    eventually(lambda: len(target.received) == 2)
    eventually(idle(scheduler))
    assert sorted(scheduled(target)) == ["2026-11-29T14:00:00Z", "2026-11-29T17:03:00Z"]
    clock.now += timedelta(minutes=1)
    eventually(lambda: len(target.received) == 3)


def test_when_the_clock_is_put_back_jobs_go_on_from_there(client, scheduler, target, clock):
    client.create_job(parent=PLACE, job=job(target))
    clock.now += timedelta(days=30)
    eventually(lambda: len(target.received) == 1)
    eventually(idle(scheduler))
    clock.now = NOON
    eventually(a_few_looks(scheduler))
    clock.now += timedelta(minutes=1)
    eventually(lambda: scheduled(target) == ["2026-12-25T17:00:00Z", "2026-11-25T17:01:00Z"])


def test_a_failing_job_is_tried_again_for_the_same_scheduled_time(client, target, clock):
    target.statuses[:] = [500, 503]
    retry = {"retry_count": 3, "min_backoff_duration": timedelta(milliseconds=10)}
    client.create_job(parent=PLACE, job=job(target, retry_config=retry))
    clock.now += timedelta(minutes=1)
    eventually(lambda: len(target.received) == 3)
    assert scheduled(target) == ["2026-11-25T17:01:00Z"] * 3
    eventually(lambda: client.get_job(name=f"{PLACE}/jobs/relay").status.code == 0)


def test_without_retries_a_failure_waits_for_the_next_time(client, scheduler, target, clock):
    target.statuses[:] = [500]
    client.create_job(parent=PLACE, job=job(target))
    clock.now += timedelta(minutes=1)
    eventually(lambda: scheduler.state()["jobs"][0]["last_error"] == "HTTP 500")
    eventually(idle(scheduler))
    assert len(target.received) == 1
    clock.now += timedelta(minutes=1)
    eventually(lambda: len(target.received) == 2)


def test_retries_end_when_the_next_time_has_come(client, scheduler, target, clock):
    target.gate.clear()
    target.statuses[:] = [500]
    retry = {"retry_count": 5, "min_backoff_duration": timedelta(hours=1)}
    client.create_job(parent=PLACE, job=job(target, retry_config=retry))
    clock.now += timedelta(minutes=1)
    eventually(lambda: len(target.received) == 1)
    clock.now += timedelta(minutes=1)
    target.gate.set()
    eventually(lambda: scheduled(target) == ["2026-11-25T17:01:00Z", "2026-11-25T17:02:00Z"])


def test_a_job_never_runs_twice_at_once(client, scheduler, target, clock):
    target.gate.clear()
    client.create_job(parent=PLACE, job=job(target))
    clock.now += timedelta(minutes=1)
    eventually(lambda: len(target.received) == 1)
    clock.now += timedelta(minutes=3)
    eventually(a_few_looks(scheduler))
    assert len(target.received) == 1
    target.gate.set()
    eventually(lambda: scheduled(target) == ["2026-11-25T17:01:00Z", "2026-11-25T17:04:00Z"])


def test_a_paused_job_rests_and_can_be_forced(client, scheduler, target, clock):
    client.create_job(parent=PLACE, job=job(target))
    assert client.pause_job(name=f"{PLACE}/jobs/relay").state == Job.State.PAUSED
    clock.now += timedelta(minutes=5)
    eventually(a_few_looks(scheduler))
    assert not target.received
    client.run_job(name=f"{PLACE}/jobs/relay")
    eventually(lambda: len(target.received) == 1)
    assert client.resume_job(name=f"{PLACE}/jobs/relay").state == Job.State.ENABLED
    clock.now += timedelta(minutes=1)
    eventually(lambda: len(target.received) == 2)


def test_a_job_is_changed_by_its_mask_and_stays_paused(client, target):
    client.create_job(parent=PLACE, job=job(target, description="old"))
    client.pause_job(name=f"{PLACE}/jobs/relay")
    changed = job(target, "0 9 * * *", description="new")
    seen = client.update_job(job=changed, update_mask=FieldMask(paths=["schedule"]))
    assert (seen.schedule, seen.description, seen.state) == ("0 9 * * *", "old", Job.State.PAUSED)
    assert client.update_job(job=changed).description == "new"
    with pytest.raises(exceptions.InvalidArgument):
        client.update_job(job=changed, update_mask=FieldMask(paths=["state"]))


def test_what_was_left_open_has_the_vendors_defaults(client, target):
    made = client.create_job(parent=PLACE, job=job(target, time_zone=""))
    assert (made.time_zone, made.attempt_deadline) == ("Etc/UTC", timedelta(minutes=3))
    assert made.retry_config.min_backoff_duration == timedelta(seconds=5)
    assert made.http_target.http_method == HttpMethod.POST


def test_jobs_are_made_once_and_gone_when_deleted(client, target):
    client.create_job(parent=PLACE, job=job(target))
    client.create_job(parent=PLACE, job=job(target, key="other"))
    with pytest.raises(exceptions.AlreadyExists):
        client.create_job(parent=PLACE, job=job(target))
    listed = client.list_jobs(request={"parent": PLACE, "page_size": 1})
    assert [seen.name.rpartition("/")[2] for seen in listed] == ["relay", "other"]
    client.delete_job(name=f"{PLACE}/jobs/relay")
    for call in (client.get_job, client.delete_job, client.pause_job, client.run_job):
        with pytest.raises(exceptions.NotFound):
            call(name=f"{PLACE}/jobs/relay")


REFUSED = [
    {"schedule": "every 5 minutes"},
    {"schedule": "61 * * * *"},
    {"schedule": "0 0 30 2 *"},
    {"time_zone": "America/Gotham"},
    {"name": f"{PLACE}/jobs/no spaces"},
    {"name": "projects/other/locations/us-east1/jobs/relay"},
    {"http_target": {"uri": "relay"}},
    {"http_target": {"uri": "http://x/" + "x" * 2083}},
    {"http_target": {"uri": "http://x/", "http_method": HttpMethod.GET, "body": b"x"}},
    {"http_target": {"uri": "http://x/", "oidc_token": {"audience": "a"}}},
    {"http_target": None},
    {"description": "x" * 501},
    {"retry_config": {"retry_count": 6}},
    {"attempt_deadline": timedelta(seconds=5)},
]


@pytest.mark.parametrize("bad", REFUSED)
def test_a_job_that_cloud_scheduler_would_refuse_is_refused(client, target, bad):
    with pytest.raises(exceptions.InvalidArgument):
        client.create_job(parent=PLACE, job=job(target) | bad)


def test_after_a_restart_a_job_missed_meanwhile_runs_once(target, clock, tmp_path):
    with SchedulerStandIn(clock=clock, store=Store(tmp_path / "store")) as first, client_of(first) as client:
        client.create_job(parent=PLACE, job=job(target))
    clock.now += timedelta(hours=8)
    with SchedulerStandIn(clock=clock, store=Store(tmp_path / "store")) as second:
        eventually(lambda: second.state()["jobs"][0]["attempts"] == 1)
        eventually(idle(second))
    assert scheduled(target) == ["2026-11-26T01:00:00Z"]


def test_told_to_fail_it_is_unavailable_and_a_reset_keeps_the_jobs(client, scheduler, target):
    client.create_job(parent=PLACE, job=job(target))
    requests.post(f"{scheduler.url}/_faults", json={"error_rate": 1}, timeout=5)
    with pytest.raises(exceptions.ServiceUnavailable):
        client.create_job(parent=PLACE, job=job(target, key="other"))
    requests.post(f"{scheduler.url}/_reset", timeout=5)
    assert [seen.name for seen in client.list_jobs(parent=PLACE)] == [f"{PLACE}/jobs/relay"]
