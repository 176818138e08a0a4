"""What a conversation knows so far; it rests as JSON between turns."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Self

from shared_lib.agent.language import When

_OF_THE_GUEST = ("name", "email", "visits", "intent")
MOST_VISITS = 5
_TUPLES = ("candidates", "add_ons", "visits")


@dataclasses.dataclass(slots=True)
class DialogueState:
    """Facts of one conversation; `asked` is the question that waits for an answer.

    `offered` are the starts of the times on the table; `proposed` says that the first of them was proposed by itself,
    so that a plain yes means it. `intent` counts the visits that were begun: it is part of the key under which a hold
    is made, so that no double click and no second tab makes a second booking. `visits` are the bookings that were
    confirmed before the present one, `buttons` the labels of what was offered to press; `moving` says that the times on
    the table are for a visit that is paid, `paused` that the guest spoke of health and has not gone on since.
    """

    asked: str | None = None
    treatment: str | None = None
    candidates: tuple[str, ...] = ()
    add_ons: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None
    when: When | None = None
    offered: tuple[datetime, ...] = ()
    proposed: bool = False
    name: str = ""
    email: str = ""
    booking_id: str | None = None
    visits: tuple[str, ...] = ()
    buttons: dict[str, str] = dataclasses.field(default_factory=dict)
    intent: int = 1
    lost: int = 0
    moving: bool = False
    paused: bool = False

    def begin_again(self) -> None:
        """Forget the visit, not the guest; a booking that stood is remembered among the visits."""
        if self.booking_id and self.booking_id not in self.visits:
            self.visits = (*self.visits, self.booking_id)[-MOST_VISITS:]
        kept = {name: getattr(self, name) for name in _OF_THE_GUEST}
        for field in dataclasses.fields(self):
            setattr(self, field.name, kept.get(field.name, _fresh(field)))
        self.intent += 1

    def let_go(self) -> None:
        """Forget the booking, not the request that led to it."""
        self.booking_id = None
        self.intent += 1

    def stop_moving(self) -> None:
        """Leave the visit where it is, or where it has come."""
        self.moving = False
        self.clear_options()

    def clear_options(self, asked: str | None = None) -> None:
        """Take the offered times off the table and note the next question."""
        self.asked, self.offered, self.proposed = asked, (), False

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON; `from_json` reads it."""
        body = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return body | {
            "when": _when_to_json(self.when) if self.when else None,
            "offered": [start.isoformat() for start in self.offered],
            **{name: list(body[name]) for name in _TUPLES},
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        read = {
            "when": _when_from_json(body["when"]) if body.get("when") else None,
            "offered": tuple(datetime.fromisoformat(start) for start in body.get("offered", ())),
            **{name: tuple(body.get(name, ())) for name in _TUPLES},
        }
        return cls(**{**body, **read})


def _fresh(field: "dataclasses.Field[Any]") -> object:
    return field.default if field.default is not dataclasses.MISSING else {}


def _when_to_json(when: When) -> dict[str, Any]:
    body = dataclasses.asdict(when)
    del body["either_week"]  # resolved as soon as it is heard
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in body.items()} | {
        "not_dates": [day.isoformat() for day in when.not_dates]
    }


def _when_from_json(body: Mapping[str, Any]) -> When:
    parsed: dict[str, Any] = dict(body)
    for name, read in (("date", date), ("end_date", date), ("time", time), ("end_time", time)):
        if body.get(name):
            parsed[name] = read.fromisoformat(body[name])
    return When(**parsed | {"not_dates": tuple(date.fromisoformat(day) for day in body["not_dates"])})
