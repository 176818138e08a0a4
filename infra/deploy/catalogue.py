"""infra/functions.yaml, read and checked: what is deployed, and with what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

LIST = Path(__file__).parents[1] / "functions.yaml"
PARTS = {"connections", "environment", "secrets", "optional", "defaults", "delivery", "functions"}
SIZES = {"memory", "cpu", "concurrency", "timeout", "min_instances", "max_instances", "connections"}
FIELDS = SIZES | {"settings", "probe", "may"}


class Trigger(StrEnum):
    """What calls a function; also the field that says so in the list."""

    HTTP = "http"
    EVENTS = "events"
    JOB = "job"
    TASK = "task"


class CatalogueInvalid(Exception):
    """The list can't be deployed; `problems` says why, a sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Probe:
    """A request, and the status and a part of the answer that only the function's own code gives."""

    method: str
    path: str
    status: int
    says: str


@dataclass(frozen=True, kw_only=True)
class Function:
    """One function as it is to be; `timeout` in seconds, `connections` of each instance."""

    name: str
    trigger: Trigger
    paths: tuple[str, ...]
    topic: str
    memory: str
    cpu: float
    concurrency: int
    timeout: int
    min_instances: int
    max_instances: int
    connections: int
    settings: tuple[str, ...]
    may: tuple[str, ...]
    probe: Probe

    @property
    def service(self) -> str:
        """Return its name in the cloud, which knows no underscores."""
        return self.name.replace("_", "-")

    @property
    def most_connections(self) -> int:
        """Return how many connections all its instances hold at most."""
        return self.max_instances * self.connections


@dataclass(frozen=True)
class Secret:
    """A secret by its name in Secret Manager; with a `file` the setting is that path."""

    name: str
    file: str = ""


@dataclass(frozen=True)
class Delivery:
    """How Pub/Sub delivers, in seconds and times."""

    ack_deadline: int
    shortest_pause: int
    longest_pause: int
    attempts: int


@dataclass(frozen=True)
class Catalogue:
    """The whole list; `connections` is what all functions together may hold, `secrets` are by setting.

    `optional` are the settings that hang on another, by that one: without it a function is given none of them.
    """

    connections: int
    environment: Mapping[str, str]
    secrets: Mapping[str, Secret]
    optional: Mapping[str, tuple[str, ...]]
    delivery: Delivery
    functions: tuple[Function, ...]

    def named(self, names: list[str]) -> tuple[Function, ...]:
        """Return those functions, all where no name is given; raise CatalogueInvalid for a name that is not listed."""
        if unknown := sorted(set(names) - {function.name for function in self.functions}):
            raise CatalogueInvalid([f"{name} is not in {LIST.name}" for name in unknown])
        return tuple(function for function in self.functions if not names or function.name in names)


STRANGER = {"post": "/", "status": 401, "says": "NOT_AUTHENTICATED"}
"""Every function for events or tasks listens to its queue alone, and so not to whoever asks for its probe."""
KNOW_THEIR_CALLER = frozenset({Trigger.EVENTS, Trigger.TASK})


def read_catalogue(path: Path = LIST) -> Catalogue:
    """Read the list; raise CatalogueInvalid where it can't be deployed."""
    listed: dict[str, Any] = yaml.safe_load(path.read_text())
    problems = list(_problems(listed))
    if problems:
        raise CatalogueInvalid([f"{path.name}: {problem}" for problem in problems])
    return Catalogue(
        connections=listed["connections"],
        environment=listed["environment"],
        secrets={
            setting: Secret(entry["secret"], entry.get("file", "")) for setting, entry in listed["secrets"].items()
        },
        optional={setting: tuple(others) for setting, others in listed["optional"].items()},
        delivery=Delivery(**listed["delivery"]),
        functions=tuple(_function(name, entry, listed["defaults"]) for name, entry in listed["functions"].items()),
    )


def _problems(listed: Mapping[str, Any]) -> Iterator[str]:
    if set(listed) != PARTS:
        yield f"needs exactly {', '.join(sorted(PARTS))}"
        return
    for name, entry in listed["functions"].items():
        yield from (f"{name} {problem}" for problem in _misfits(entry))


def _misfits(entry: Mapping[str, Any]) -> Iterator[str]:
    triggers = set(entry) & set(Trigger)
    if len(triggers) != 1:
        yield f"needs one trigger of {', '.join(Trigger)}"
    yield from (f"has {field}, which means nothing" for field in sorted(set(entry) - FIELDS - triggers))
    yield from (f"lacks {field}" for field in sorted({"settings", "probe"} - set(entry)) if _needs(field, triggers))


def _needs(field: str, triggers: set[str]) -> bool:
    return field == "settings" or triggers.isdisjoint(KNOW_THEIR_CALLER)


def _function(name: str, entry: Mapping[str, Any], defaults: Mapping[str, Any]) -> Function:
    trigger = next(trigger for trigger in Trigger if trigger in entry)
    sizes = {field: value for field, value in (defaults[trigger] | entry).items() if field in SIZES}
    return Function(
        name=name,
        trigger=trigger,
        paths=tuple(entry.get("http", ())),
        topic=entry.get("events", ""),
        settings=tuple(entry["settings"]),
        may=tuple(entry.get("may", ())),
        probe=_probe(entry.get("probe", STRANGER)),
        **sizes,
    )


def _probe(entry: Mapping[str, Any]) -> Probe:
    method = "post" if "post" in entry else "get"
    return Probe(method.upper(), entry[method], entry["status"], entry["says"])
