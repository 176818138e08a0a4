"""What hooks keep and claim, in memory."""

from datetime import datetime


class PayloadsAtHand:
    """Keeps (vendor, id, body, outcome) of each webhook."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, str, bytes, str]] = []

    def keep(self, vendor: str, event_id: str, body: bytes, *, outcome: str, now: datetime) -> None:
        self.kept.append((vendor, event_id, body, outcome))


class InboxAtHand:
    """Claims in memory."""

    def __init__(self) -> None:
        self.claimed: set[tuple[str, str]] = set()

    def claim(self, source: str, event_id: str, *, now: datetime) -> bool:
        fresh = (source, event_id) not in self.claimed
        self.claimed.add((source, event_id))
        return fresh

    def release(self, source: str, event_id: str) -> None:
        self.claimed.discard((source, event_id))
