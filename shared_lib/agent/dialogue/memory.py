"""What a conversation knows so far; it rests as JSON between turns."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Self

from shared_lib.agent.language import When


@dataclasses.dataclass(slots=True)
class Memory:
    """Facts of one conversation; `asked` is the question that waits for an answer.

    `offered` are the starts of the times on the table, `intent` counts the visits that were begun: it is part of the
    key under which a hold is made, so that no double click and no second tab makes a second booking. `buttons` are the
    labels of what was last offered to press.
    """

    asked: str | None = None
    treatment: str | None = None
    candidates: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None
    when: When | None = None
    offered: tuple[datetime, ...] = ()
    name: str = ""
    email: str = ""
    booking_id: str | None = None
    buttons: dict[str, str] = dataclasses.field(default_factory=dict)
    intent: int = 1
    lost: int = 0

    def begin_again(self) -> None:
        """Forget the visit, not the guest."""
        fresh = Memory(name=self.name, email=self.email, intent=self.intent + 1)
        for field in dataclasses.fields(self):
            setattr(self, field.name, getattr(fresh, field.name))

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON; `from_json` reads it."""
        body = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return body | {
            "when": _when_to_json(self.when) if self.when else None,
            "offered": [start.isoformat() for start in self.offered],
            "candidates": list(self.candidates),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(
            **{
                **body,
                "when": _when_from_json(body["when"]) if body.get("when") else None,
                "offered": tuple(datetime.fromisoformat(start) for start in body.get("offered", ())),
                "candidates": tuple(body.get("candidates", ())),
            }
        )


def _when_to_json(when: When) -> dict[str, Any]:
    body = dataclasses.asdict(when)
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in body.items()} | {
        "not_dates": [day.isoformat() for day in when.not_dates]
    }


def _when_from_json(body: Mapping[str, Any]) -> When:
    parsed: dict[str, Any] = dict(body)
    for name, read in (("date", date), ("end_date", date), ("time", time), ("end_time", time)):
        if body.get(name):
            parsed[name] = read.fromisoformat(body[name])
    return When(**parsed | {"not_dates": tuple(date.fromisoformat(day) for day in body["not_dates"])})
