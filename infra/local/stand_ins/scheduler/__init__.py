"""Cloud Scheduler as it behaves: jobs by the wall clock, one execution of each at a time."""

from infra.local.stand_ins.scheduler.stand_in import SchedulerStandIn

__all__ = ["SchedulerStandIn"]
