"""scheduler.yaml, read and checked: what is to run by the clock."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from infra.deploy.cron import Cron

PREFIX = "coresync-"
"""Of the names of jobs that are ours to change and to delete."""
SHIFTING_HOURS = {1, 2}
"""The hours that a change of the clock skips or repeats."""

NAME = re.compile(rf"{PREFIX}[a-z0-9-]+")
SECONDS = re.compile(r"(\d+)s")
FIELDS = {"name", "function", "description", "schedule", "attempt_deadline", "retry"}
RETRY_FIELDS = {"count", "min_backoff", "max_backoff"}
DEADLINES = range(15, 1801)
RETRIES = range(6)
"""What Cloud Scheduler allows, in seconds and in times."""

Entry = Mapping[str, Any]


class ScheduleInvalid(Exception):
    """scheduler.yaml can't be deployed; `problems` says why, a sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, kw_only=True)
class WantedJob:
    """One job as it is to be."""

    name: str
    function: str
    description: str
    schedule: str
    time_zone: str
    attempt_deadline: timedelta
    retries: int
    min_backoff: timedelta
    max_backoff: timedelta


def read_jobs(path: Path, *, functions: Path) -> tuple[WantedJob, ...]:
    """Read the list; raise ScheduleInvalid where it can't work. `functions` holds those that can be called."""
    listed = yaml.safe_load(path.read_text())
    zone, entries = _outline(listed) or ("", None)
    if entries is None:
        raise ScheduleInvalid([f"{path.name}: needs a time_zone and a list of jobs"])
    problems = [f"{path.name}: {problem}" for problem in _problems(zone, entries, functions)]
    if problems:
        raise ScheduleInvalid(problems)
    return tuple(_wanted(entry, zone) for entry in entries)


def _outline(listed: object) -> tuple[str, list[Entry]] | None:
    if not isinstance(listed, dict) or set(listed) != {"time_zone", "jobs"}:
        return None
    entries = listed["jobs"]
    whole = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    return (str(listed["time_zone"]), entries) if whole else None


def _problems(zone: str, entries: list[Entry], functions: Path) -> Iterator[str]:
    names = Counter(entry.get("name") for entry in entries)
    yield from (f"{name} is listed {times} times" for name, times in names.items() if times > 1)
    for position, entry in enumerate(entries, 1):
        label = entry.get("name", f"job {position}")
        if wrong := list(_misfits(entry)):
            yield from (f"{label} {problem}" for problem in wrong)
        else:
            yield from (f"{label} {problem}" for problem in _misuses(entry, zone, functions))


def _misfits(entry: Entry) -> Iterator[str]:
    yield from (f"lacks {field}" for field in sorted(FIELDS - set(entry)))
    yield from (f"has {field}, which means nothing" for field in sorted(set(entry) - FIELDS))
    retry = entry.get("retry")
    if not isinstance(retry, dict) or set(retry) != RETRY_FIELDS:
        yield "needs retry with count, min_backoff and max_backoff"
        return
    durations = {"attempt_deadline": entry.get("attempt_deadline"), **retry}
    durations.pop("count")
    for field, value in durations.items():
        if not SECONDS.fullmatch(str(value)):
            yield f"has {field} {value!r}, which is not a number of seconds like 30s"


def _misuses(entry: Entry, zone: str, functions: Path) -> Iterator[str]:
    if not NAME.fullmatch(entry["name"]):
        yield f"must be named {PREFIX} and small letters, digits or hyphens"
    if not (functions / str(entry["function"]) / "main.py").is_file():
        yield f"calls {entry['function']}, but there is no folder functions/{entry['function']}"
    if _seconds(entry["attempt_deadline"]).total_seconds() not in DEADLINES:
        yield "has an attempt_deadline that is not between 15s and 1800s"
    if entry["retry"]["count"] not in RETRIES:
        yield "has a retry count that is not between 0 and 5"
    yield from _mistimings(str(entry["schedule"]), zone)


def _mistimings(schedule: str, zone: str) -> Iterator[str]:
    try:
        cron = Cron.parse(schedule, zone)
    except ValueError as error:
        yield f"has a schedule that can't be read: {error}"
        return
    every_hour = len(cron.hours) == 24  # noqa: PLR2004 -- a day has 24 hours
    if cron.hours & SHIFTING_HOURS and not every_hour and _changes_clocks(cron):
        yield f"runs between 01:00 and 02:59 ({schedule!r}), which a change of the clock in {zone} skips or repeats"


def _changes_clocks(cron: Cron) -> bool:
    """Tell whether the zone has summer time (in a year that stands for all)."""
    winter, summer = (datetime(2026, month, 1, tzinfo=UTC).astimezone(cron.zone) for month in (1, 7))
    return winter.utcoffset() != summer.utcoffset()


def _wanted(entry: Entry, zone: str) -> WantedJob:
    return WantedJob(
        name=entry["name"],
        function=entry["function"],
        description=entry["description"],
        schedule=entry["schedule"],
        time_zone=zone,
        attempt_deadline=_seconds(entry["attempt_deadline"]),
        retries=entry["retry"]["count"],
        min_backoff=_seconds(entry["retry"]["min_backoff"]),
        max_backoff=_seconds(entry["retry"]["max_backoff"]),
    )


def _seconds(text: str) -> timedelta:
    return timedelta(seconds=int(text.removesuffix("s")))
