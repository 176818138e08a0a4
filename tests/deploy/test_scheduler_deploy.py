"""Cloud Scheduler is brought in line with scheduler.yaml, through the real client."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from infra.deploy import scheduler
from infra.deploy.jobs import ScheduleInvalid, WantedJob, read_jobs
from infra.deploy.scheduler import Changes, bring_in_line, connect
from infra.local.stand_ins.scheduler import SchedulerStandIn

ROOT = Path(__file__).parents[2]
PLACE = "projects/demo/locations/us-east1"
RELAY = WantedJob(
    name="coresync-relay",
    function="job_relay",
    description="Relays",
    schedule="* * * * *",
    time_zone="America/New_York",
    attempt_deadline=timedelta(seconds=50),
    retries=2,
    min_backoff=timedelta(seconds=5),
    max_backoff=timedelta(seconds=20),
)
NIGHTLY = replace(RELAY, name="coresync-nightly", function="job_nightly", schedule="10 3 * * *")


@pytest.fixture
def stand_in():
    with SchedulerStandIn() as made:
        yield made


@pytest.fixture
def client(stand_in):
    with connect(stand_in.address) as made:
        yield made


def deploy(client, *wanted, **changes):
    options = {
        "target": "https://{}.example.com/run",
        "service_account": "caller@demo.iam.gserviceaccount.com",
    } | changes
    options["target"] = options["target"].format
    return bring_in_line(client, wanted, parent=PLACE, **options)


def test_what_is_missing_is_created_as_it_is_wanted(client):
    assert deploy(client, RELAY, NIGHTLY) == Changes(created=("coresync-relay", "coresync-nightly"))
    job = client.get_job(name=f"{PLACE}/jobs/coresync-relay")
    assert (job.schedule, job.time_zone) == ("* * * * *", "America/New_York")
    assert job.http_target.uri == "https://job_relay.example.com/run"
    assert job.http_target.oidc_token.audience == "https://job_relay.example.com"
    assert job.attempt_deadline == timedelta(seconds=50)
    assert job.retry_config.retry_count == 2


def test_a_second_time_changes_nothing(client):
    deploy(client, RELAY, NIGHTLY)
    assert deploy(client, RELAY, NIGHTLY) == Changes(unchanged=("coresync-relay", "coresync-nightly"))


DIFFERENCES = [
    {"description": "Relays events"},
    {"schedule": "*/2 * * * *"},
    {"time_zone": "America/Chicago"},
    {"attempt_deadline": timedelta(seconds=60)},
    {"retries": 0},
    {"min_backoff": timedelta(seconds=6)},
    {"function": "job_other"},
]


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_what_differs_is_updated(client, difference):
    deploy(client, RELAY, NIGHTLY)
    changed = replace(RELAY, **difference)
    expected = Changes(updated=("coresync-relay",), unchanged=("coresync-nightly",))
    assert deploy(client, changed, NIGHTLY) == expected
    assert deploy(client, changed, NIGHTLY).updated == ()


def test_a_job_without_an_identity_is_given_one(client):
    deploy(client, RELAY, service_account=None)
    assert deploy(client, RELAY).updated == ("coresync-relay",)


def test_what_is_no_longer_listed_is_deleted_if_it_is_ours(client):
    deploy(client, RELAY, replace(NIGHTLY, name="somebody-elses"))
    assert deploy(client, NIGHTLY) == Changes(created=("coresync-nightly",), deleted=("coresync-relay",))
    left = {job.name.rpartition("/")[2] for job in client.list_jobs(parent=PLACE)}
    assert left == {"coresync-nightly", "somebody-elses"}


def test_a_paused_job_stays_paused(client):
    deploy(client, RELAY)
    client.pause_job(name=f"{PLACE}/jobs/coresync-relay")
    deploy(client, replace(RELAY, schedule="*/2 * * * *"))
    job = client.get_job(name=f"{PLACE}/jobs/coresync-relay")
    assert (job.state.name, job.schedule) == ("PAUSED", "*/2 * * * *")


def test_a_dry_run_tells_and_changes_nothing(client):
    assert deploy(client, RELAY, dry_run=True).lines() == ["+ coresync-relay"]
    assert list(client.list_jobs(parent=PLACE)) == []


ENTRY = {
    "name": "coresync-nightly",
    "function": "job_nightly",
    "description": "Nightly",
    "schedule": "10 3 * * *",
    "attempt_deadline": "60s",
    "retry": {"count": 2, "min_backoff": "5s", "max_backoff": "60s"},
}


def read(tmp_path, *entries, zone="America/New_York"):
    (tmp_path / "functions/job_nightly").mkdir(parents=True, exist_ok=True)
    (tmp_path / "functions/job_nightly/main.py").touch()
    path = tmp_path / "scheduler.yaml"
    path.write_text(yaml.safe_dump({"time_zone": zone, "jobs": list(entries)}))
    return read_jobs(path, functions=tmp_path / "functions")


def test_a_good_list_is_read(tmp_path):
    [job] = read(tmp_path, ENTRY)
    assert job == replace(
        NIGHTLY, description="Nightly", attempt_deadline=timedelta(minutes=1), max_backoff=timedelta(minutes=1)
    )


BAD = [
    ({"function": "job_none"}, "calls job_none, but there is no folder functions/job_none"),
    ({"name": "nightly"}, "must be named coresync-"),
    ({"schedule": "every day"}, "has a schedule that can't be read: a schedule has five fields"),
    ({"schedule": "10 1 * * *"}, "runs between 01:00 and 02:59"),
    ({"schedule": "0 */2 * * *"}, "runs between 01:00 and 02:59"),
    ({"attempt_deadline": "14s"}, "has an attempt_deadline that is not between 15s and 1800s"),
    ({"attempt_deadline": 60}, "has attempt_deadline 60, which is not a number of seconds like 30s"),
    ({"retry": {"count": 6, "min_backoff": "5s", "max_backoff": "60s"}}, "has a retry count"),
    ({"retry": 3}, "needs retry with count, min_backoff and max_backoff"),
    ({"zone": "UTC"}, "has zone, which means nothing"),
]


@pytest.mark.parametrize(("change", "sentence"), BAD)
def test_a_list_that_can_not_work_is_refused_in_a_sentence(tmp_path, change, sentence):
    with pytest.raises(ScheduleInvalid) as refused:
        read(tmp_path, ENTRY | change)
    [problem] = refused.value.problems
    assert problem.startswith("scheduler.yaml: ")
    assert sentence in problem


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    nameless = {field: value for field, value in ENTRY.items() if field != "name"}
    with pytest.raises(ScheduleInvalid) as refused:
        read(tmp_path, ENTRY, ENTRY, nameless)
    assert refused.value.problems == [
        "scheduler.yaml: coresync-nightly is listed 2 times",
        "scheduler.yaml: job 3 lacks name",
    ]


@pytest.mark.parametrize(("schedule", "zone"), [("0 * * * *", "America/New_York"), ("10 1 * * *", "UTC")])
def test_each_hour_and_zones_without_summer_time_may_use_every_hour(tmp_path, schedule, zone):
    assert read(tmp_path, ENTRY | {"schedule": schedule}, zone=zone)


@pytest.mark.parametrize("text", ["", "jobs: []", "[1]", "{time_zone: UTC, jobs: 3}", "{time_zone: UTC, jobs: [3]}"])
def test_what_is_no_list_of_jobs_is_refused(tmp_path, text):
    (tmp_path / "scheduler.yaml").write_text(text)
    with pytest.raises(ScheduleInvalid, match="needs a time_zone and a list of jobs"):
        read_jobs(tmp_path / "scheduler.yaml", functions=tmp_path)


def test_an_unknown_zone_is_refused(tmp_path):
    with pytest.raises(ScheduleInvalid, match="is not a time zone"):
        read(tmp_path, ENTRY, zone="America/Gotham")


def test_the_list_of_this_repository_can_be_deployed(client):
    wanted = read_jobs(ROOT / "scheduler.yaml", functions=ROOT / "functions")
    assert deploy(client, *wanted).created == tuple(job.name for job in wanted)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    read(tmp_path, ENTRY)
    monkeypatch.setattr(scheduler, "ROOT", tmp_path)
    return tmp_path


COMMAND = ["--project", "demo", "--project-number", "42", "--region", "us-east1"]


def test_the_command_prints_its_plan(client, stand_in, repository, capsys):
    assert scheduler.main([*COMMAND, "--api", stand_in.address, "--dry-run"]) == 0
    assert capsys.readouterr().out == "+ coresync-nightly\n"
    assert list(client.list_jobs(parent=PLACE)) == []


def test_the_command_deploys_to_the_functions_own_addresses(client, stand_in, repository):
    assert scheduler.main([*COMMAND, "--api", stand_in.address]) == 0
    job = client.get_job(name=f"{PLACE}/jobs/coresync-nightly")
    assert job.http_target.uri == "https://job-nightly-42.us-east1.run.app/"
    assert job.http_target.oidc_token.service_account_email == "scheduler@demo.iam.gserviceaccount.com"


def test_the_command_says_what_is_wrong(stand_in, repository, capsys):
    (repository / "functions/job_nightly/main.py").unlink()
    assert scheduler.main([*COMMAND, "--api", stand_in.address]) == 1
    assert "no folder functions/job_nightly" in capsys.readouterr().err
