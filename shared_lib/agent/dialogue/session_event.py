"""What others have to tell a conversation: a payment came, a hold ended."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class StoredSessionEvent:
    """A word as the session finds it; `n` grows with time."""

    n: int
    type: str
    booking_id: str
