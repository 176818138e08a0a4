"""Chat sessions: what is known, what was said, and what others have to tell."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from shared_lib.agent.dialogue.session_event import StoredSessionEvent


@dataclasses.dataclass(frozen=True, slots=True)
class Session:
    """A session as it was read: `context` is the dialogue state, `stamp` makes a late writer notice another one."""

    id: str
    context: Mapping[str, Any]
    touched_at: datetime | None
    stamp: object = None


@dataclasses.dataclass(frozen=True, slots=True)
class Turn:
    """One message of a guest and its answer."""

    message_id: str
    text: str
    answer: Mapping[str, Any]
    at: datetime
    n: int = 0
    """When it was kept, in the numbers of what is told: both can be put in one order."""


@dataclasses.dataclass(frozen=True, slots=True)
class SessionEvent:
    """Something that happened outside the chat and concerns a session."""

    event_id: str
    type: str
    booking_id: str


class Sessions(Protocol):
    """Sessions rest encrypted; the chat is their one writer."""

    def open(self, session_id: str, message_id: str) -> tuple[Session | None, Turn | None]:
        """Return the session, and the answer that this message was given before, in one read."""
        ...

    def find(self, session_id: str) -> Session | None:
        """Return the session."""
        ...

    def keep(self, session: Session, turn: Turn) -> bool:
        """Write context and turn as one; False if somebody else wrote since `session` was read."""
        ...

    def turns(self, session_id: str) -> Sequence[Turn]:
        """Return what was said, oldest first."""
        ...

    def record_event(self, session_id: str, word: SessionEvent, *, at: datetime) -> None:
        """Leave word for a session, once for each event."""
        ...

    def events(self, session_id: str, *, after: int) -> Sequence[StoredSessionEvent]:
        """Return what was left for a session after number `after`, oldest first."""
        ...
