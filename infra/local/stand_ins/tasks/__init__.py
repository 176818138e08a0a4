"""Cloud Tasks as it behaves: each name once, each task at its time, again until it is taken."""

from infra.local.stand_ins.tasks.stand_in import TasksStandIn

__all__ = ["TasksStandIn"]
