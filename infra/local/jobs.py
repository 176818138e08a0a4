"""Brings the local Cloud Scheduler in line with scheduler.yaml, by the same code that deploys it."""

from infra.deploy.jobs import ScheduleInvalid, read_jobs
from infra.deploy.scheduler import bring_in_line, connect
from infra.local.environment import REGION
from infra.local.home import ROOT
from infra.local.startup_error import StartupError


def schedule_jobs(address: str, *, front_door: str) -> None:
    """Make the jobs call their functions through the front door; raise StartupError for a list that can't be used."""
    try:
        wanted = read_jobs(ROOT / "scheduler.yaml", functions=ROOT / "functions")
    except ScheduleInvalid as invalid:
        raise StartupError("; ".join(invalid.problems)) from invalid
    with connect(address) as client:
        bring_in_line(
            client, wanted, parent=REGION, target=lambda name: f"{front_door}/jobs/{name}", service_account=None
        )
