"""Ports that every capability may use: secrets, events out and in, limits, tasks, webhook payloads."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol
from uuid import UUID

from shared_lib.kernel.events import Event
from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert


class Cipher(Protocol):
    """Encryption with the house's key, and keyed hashes for look-up."""

    def seal(self, text: str, *, purpose: str) -> bytes:
        """Return the text encrypted; it opens only for the same purpose."""
        ...

    def open(self, sealed: bytes, *, purpose: str) -> str:
        """Return the text again; raise InvalidSignature if it was altered or sealed for another purpose."""
        ...

    def fingerprint(self, text: str) -> bytes:
        """Return a keyed hash of the text, the same for upper and lower case and for space around it."""
        ...


class Signer(Protocol):
    """Signs what we hand out; a token for one purpose is none for another."""

    def sign(self, payload: str, *, purpose: str) -> str:
        """Return a token that may stand in a URL."""
        ...

    def read(self, token: str, *, purpose: str) -> str:
        """Return the payload again; raise InvalidSignature."""
        ...


class Outbox(Protocol):
    """Events that were committed and are not published yet."""

    def waiting(self, *, limit: int) -> Sequence[Event]:
        """Return the oldest ones."""
        ...

    def waiting_of(self, booking_id: UUID) -> Sequence[Event]:
        """Return those of one booking, oldest first."""
        ...

    def published(self, ids: Sequence[UUID], *, now: datetime) -> None:
        """Note that they got out."""
        ...


class Publisher(Protocol):
    """Tells the followers of bookings."""

    def publish(self, events: Sequence[Event], *, within: float) -> Sequence[UUID]:
        """Publish within so many seconds and return the ids of those that surely got out."""
        ...


class DeadLetter(NamedTuple):
    """An event that a consumer gave up on, by its id in the queue, and the booking that it is about."""

    id: str
    booking_id: UUID | None


class DeadLetters(Protocol):
    """What consumers of events gave up on."""

    def look(self, consumer: str) -> Sequence[DeadLetter]:
        """Return some of a consumer's, which stay where they are; raise VendorUnavailable."""
        ...


@dataclasses.dataclass(frozen=True, slots=True)
class Allowance:
    """How often something may happen within a window of time."""

    bucket: str
    most: int
    window: timedelta


class RateLimits(Protocol):
    """Counts that all instances share."""

    def count(self, limits: Mapping[str, int], *, window: timedelta, now: datetime) -> None:
        """Count one more in each bucket; raise TooMany beyond any limit in the window that `now` lies in."""
        ...

    def count_all(self, allowances: Sequence[Allowance], *, now: datetime) -> None:
        """Count one more of each, whose windows may differ; raise TooMany beyond any."""
        ...


class TaskQueue(Protocol):
    """Remembers what to do and when; each task is delivered at least once."""

    def at(self, when: datetime, *, name: str, function: str, body: Mapping[str, object]) -> None:
        """Have `function` called with `body` (JSON, no personal data) at an instant at most 30 days ahead, or at once.

        Asking again under the same name (letters, digits, - and _) changes nothing, also after the task is done: a
        task for a changed time needs a new name. Raises VendorUnavailable, which may be asked again, or VendorRefused.
        """
        ...


class ManagerAlerts(Protocol):
    """What the manager has to hear of."""

    def record(self, kind: AlertKind, key: str, facts: Mapping[str, str], *, now: datetime) -> None:
        """Note an alert, once for each key of a kind; it is mailed with the next ones."""
        ...

    def waiting(self, *, limit: int) -> Sequence[ManagerAlert]:
        """Return those that were not mailed yet, oldest first."""
        ...

    def mailed(self, alerts: Sequence[ManagerAlert], *, now: datetime) -> None:
        """Note that they were mailed."""
        ...


class Inbox(Protocol):
    """Claims of events whose effect has no transaction of its own."""

    def claim(self, source: str, event_id: str, *, now: datetime) -> bool:
        """Take the right to deal with an event; False if somebody has it, or had."""
        ...

    def knows(self, source: str, event_id: str) -> bool:
        """Return whether somebody has dealt with an event."""
        ...

    def release(self, source: str, event_id: str) -> None:
        """Give the right back: nothing was done, and the sender may try again."""
        ...


KEPT = timedelta(days=40)
"""How long a payload can be looked at and applied again."""
APPLIED, IGNORED = "applied", "ignored"
"""What became of a payload; else it is the code of what went wrong."""


@dataclasses.dataclass(frozen=True, slots=True)
class WebhookPayload:
    """One genuine webhook: whose, under which id, how often it came, and what became of it the last time."""

    id: int
    vendor: str
    event_id: str
    received_at: datetime
    outcome: str
    attempts: int
    expires_at: datetime


class WebhookPayloads(Protocol):
    """Payloads rest encrypted; nobody needs one to answer a webhook."""

    def keep(self, vendor: str, event_id: str, body: bytes, *, outcome: str, now: datetime) -> None:
        """Keep what came, or note that it came again and what became of it this time."""
        ...

    def newest(self, *, limit: int, vendor: str | None = None) -> Sequence[WebhookPayload]:
        """Return the latest ones, newest first."""
        ...

    def open(self, payload_id: int) -> tuple[WebhookPayload, bytes]:
        """Return one with its body; raise NotFound."""
        ...
