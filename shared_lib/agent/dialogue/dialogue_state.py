"""What a conversation knows so far; it rests as JSON between turns."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Self

from shared_lib.agent.language import When

MOST_VISITS = 5
MOST_SHELVED = 3
"""How many matters wait below the one that has the floor."""


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One treatment that is asked for: `treatment` is its id, or the ids of `candidates` are still to choose from.

    Items of one `guest` follow one another, those of several go side by side.
    """

    treatment: str | None = None
    candidates: tuple[str, ...] = ()
    add_ons: tuple[str, ...] = ()
    guest: int = 1
    technicians: tuple[str, ...] = ()
    gender: str | None = None
    anyone: bool = False
    """Whether somebody else will do as well as the technicians that were named."""
    not_technicians: tuple[str, ...] = ()
    """Who was ruled out by name."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Return what it is, or may be."""
        return (self.treatment,) if self.treatment else self.candidates


@dataclasses.dataclass(frozen=True, slots=True)
class OfferedTime:
    """A time on the table, and who was named beside it."""

    starts_at: datetime
    technicians: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """A matter that waits while another one has the floor."""

    kind: str = "book"
    asked: str | None = None
    items: tuple[Item, ...] = ()
    when: When | None = None
    booking_id: str | None = None
    offered: tuple[OfferedTime, ...] = ()
    proposed: bool = False
    reference: str = ""
    edge: str = ""
    most_wait: int | None = None
    quoted: int | None = None
    party: int = 0
    intent: int = 1


_OF_A_FRAME = tuple(field.name for field in dataclasses.fields(Frame))


@dataclasses.dataclass(slots=True)
class DialogueState:
    """Facts of one conversation: the matter that has the floor, those that wait, and the guest.

    `asked` is the question that waits for an answer. `offered` are the times on the table; `proposed` says that the
    first of them was proposed by itself, so that a plain yes means it; `edge` is `earliest` or `latest` where such a
    time of the stretch is wished for, `most_wait` the minutes that may lie between two treatments, where that was
    said, `quoted` the cents that were said with the question,
    `party` for how many it shall be where that was said before the treatment was. `intent` numbers the visits
    that were begun: it is part of the key under which a hold is made, so that no double click and no second tab makes a
    second booking. `visits` are the bookings of this conversation that stand besides the present one, `waitlisted` says
    that the guest waits for a place, `buttons` are the labels of what was offered to press, `before` is what was wished
    for before the last change.

    `visitor` is who comes where that is somebody else than the guest who is written to, `for_another` that only the
    name of somebody else is known yet.

    `paused` says that the guest spoke of trouble and has not gone on since, `health` that it was of health, which the
    next visit has to know, `told` that nobody knows yet to whom a case of theirs is answered, `promised` by when a
    person answers, as an ISO instant. `said` counts the
    variants of our sentences, `heard` is what we said last, `shown` the payment link that was beside it, and
    `answered` what kind of question it answered, `advised` the treatments that were advised while none is wished for.
    """

    kind: str = "book"
    asked: str | None = None
    items: tuple[Item, ...] = ()
    when: When | None = None
    booking_id: str | None = None
    offered: tuple[OfferedTime, ...] = ()
    proposed: bool = False
    reference: str = ""
    edge: str = ""
    most_wait: int | None = None
    quoted: int | None = None
    party: int = 0
    intent: int = 1
    shelved: tuple[Frame, ...] = ()
    before: tuple[Frame, ...] = ()
    last_intent: int = 1
    name: str = ""
    for_another: bool = False
    visitor: str = ""
    email: str = ""
    phone: str = ""
    notes: str = ""
    guest_id: str | None = None
    visits: tuple[str, ...] = ()
    waitlisted: bool = False
    buttons: dict[str, str] = dataclasses.field(default_factory=dict)
    lost: int = 0
    paused: bool = False
    told: bool = False
    promised: str = ""
    health: bool = False
    lang: str = "en"
    said: dict[str, int] = dataclasses.field(default_factory=dict)
    heard: str = ""
    shown: str = ""
    answered: str = ""
    advised: tuple[str, ...] = ()

    @property
    def treatment(self) -> str | None:
        """Return the treatment that the visit begins with, None where nothing was chosen or something is unclear."""
        return self.items[0].treatment if self.items else None

    @property
    def unclear(self) -> Item | None:
        """Return the first item that several treatments could be."""
        return next((item for item in self.items if item.treatment is None), None)

    @property
    def ready(self) -> bool:
        """Return whether it is known what is wished for."""
        return bool(self.items) and self.unclear is None

    @property
    def moving(self) -> bool:
        """Return whether the times on the table are for a visit that is paid."""
        return self.kind == "move"

    def frame(self) -> Frame:
        """Return the matter that has the floor."""
        return Frame(**{name: getattr(self, name) for name in _OF_A_FRAME})

    def take_up(self, frame: Frame) -> None:
        """Give a matter the floor."""
        for name in _OF_A_FRAME:
            setattr(self, name, getattr(frame, name))

    def detour(self, kind: str, **facts: Any) -> None:  # noqa: ANN401 -- fields of a frame
        """Begin another matter; the present one waits where it is if anything was said of it."""
        if self.items or self.when or self.booking_id or self.asked:
            self.shelved = (*self.shelved, self.frame())[-MOST_SHELVED:]
        self.take_up(Frame(kind, intent=self._next_intent(), **facts))

    def come_back(self) -> bool:
        """End the matter that has the floor and return to the one below; return whether there is one."""
        waiting = self.shelved[-1] if self.shelved else None
        self.shelved = self.shelved[:-1]
        self.take_up(waiting or Frame(intent=self._next_intent()))
        return waiting is not None

    def begin_again(self) -> None:
        """Forget the visit, not the guest; a booking that stood is remembered among the visits."""
        self.remember(self.booking_id)
        self.take_up(Frame(intent=self._next_intent()))
        self.before, self.lost, self.paused, self.advised = (), 0, False, ()

    def remember(self, booking_id: str | None) -> None:
        """Keep a booking among the visits of this conversation."""
        if booking_id and booking_id not in self.visits:
            self.visits = (*self.visits, booking_id)[-MOST_VISITS:]

    def _next_intent(self) -> int:
        self.last_intent = max(self.last_intent, self.intent, *(frame.intent for frame in self.shelved), 0) + 1
        return self.last_intent

    def next_key(self) -> None:
        """Hold under another key from here on."""
        self.intent = self._next_intent()

    def let_go(self) -> None:
        """Forget the booking, not the request that led to it."""
        self.booking_id = None
        self.next_key()

    def clear_options(self, asked: str | None = None) -> None:
        """Take the offered times off the table and note the next question."""
        self.asked, self.offered, self.proposed, self.quoted = asked, (), False, None

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON; `from_json` reads it."""
        body = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        frames = {name: [_frame_to_json(frame) for frame in body[name]] for name in ("shelved", "before")}
        return body | _frame_to_json(self.frame()) | frames | {name: list(body[name]) for name in ("visits", "advised")}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote; what an older one wrote is read as far as it is known."""
        read = _known(cls, body)
        read |= {name: tuple(map(_frame_from_json, body.get(name) or ())) for name in ("shelved", "before")}
        frame = _frame_from_json(body)
        ours = {name: getattr(frame, name) for name in _OF_A_FRAME}
        listed = {name: tuple(body.get(name) or ()) for name in ("visits", "advised")}
        return cls(**{**read, **listed, **ours})


def _known(noun: type, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a noun has fields for, whatever else an older or a newer one wrote."""
    names = {field.name for field in dataclasses.fields(noun)}
    return {name: value for name, value in body.items() if name in names}


def _frame_to_json(frame: Frame) -> dict[str, Any]:
    return {name: getattr(frame, name) for name in _OF_A_FRAME} | {
        "items": [_listed(item) for item in frame.items],
        "when": _when_to_json(frame.when) if frame.when else None,
        "offered": [[offer.starts_at.isoformat(), list(offer.technicians)] for offer in frame.offered],
    }


def _listed(item: Item) -> dict[str, Any]:
    body = dataclasses.asdict(item)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in body.items()}


def _frame_from_json(body: Mapping[str, Any]) -> Frame:
    offered = body.get("offered") or ()
    read = {
        "items": tuple(map(_item_from_json, body.get("items") or ())),
        "when": _when_from_json(body["when"]) if body.get("when") else None,
        "offered": tuple(OfferedTime(datetime.fromisoformat(start), tuple(names)) for start, names in offered),
    }
    return Frame(**{**_known(Frame, body), **read})


def _item_from_json(body: Mapping[str, Any]) -> Item:
    known = _known(Item, body)
    read: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in known.items()}
    return Item(**read)


def _when_to_json(when: When) -> dict[str, Any]:
    body = dataclasses.asdict(when)
    del body["either_week"], body["beyond"]  # resolved as soon as they are heard
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in body.items()} | {
        "not_dates": [day.isoformat() for day in when.not_dates]
    }


def _when_from_json(body: Mapping[str, Any]) -> When:
    parsed = _known(When, body)
    for name, read in (("date", date), ("end_date", date), ("time", time), ("end_time", time)):
        if body.get(name):
            parsed[name] = read.fromisoformat(body[name])
    return When(**parsed | {"not_dates": tuple(date.fromisoformat(day) for day in body.get("not_dates") or ())})
