"""What waits to be done, and what is done by the clock: Cloud Tasks and Cloud Scheduler."""

from typing import Any

from infra.local.stand_ins.scheduler import SchedulerStandIn
from infra.local.stand_ins.tasks import TasksStandIn


def work(tasks: TasksStandIn, scheduler: SchedulerStandIn) -> dict[str, Any]:
    """Return tasks, newest first and ended ones among them, and the jobs in the order of their list."""
    return {"tasks": tasks.state()["tasks"][::-1], "jobs": scheduler.state()["jobs"]}
