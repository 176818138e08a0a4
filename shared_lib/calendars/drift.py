"""How a calendar differs from the bookings that it should show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.feed import SeenEvent
from shared_lib.kernel.ids import derived_event_id


class DriftKind(StrEnum):
    """In what way."""

    MISSING = "missing"
    """Somebody deleted it."""
    MOVED = "moved"
    """Somebody gave it another time."""
    EDITED = "edited"
    """Somebody changed its words."""
    STALE = "stale"
    """It is what we wrote, but the booking has changed since."""
    UNWRITTEN = "unwritten"
    """A visit was never written there: nobody took it away."""
    EXTRA = "extra"
    """An event of ours for a booking that has none there."""
    DOUBLE = "double"
    """A copy of one of our events."""
    STRAY = "stray"
    """An event that is not ours in a calendar that is."""
    BUSY = "busy"
    """Busy times of a technician that nobody had told us of."""
    INVITATION = "invitation"
    """Somebody outside the house invited a technician who has not answered: it takes no time of theirs yet."""
    CLASH = "clash"
    """A technician is booked and busy at once."""


LATE = frozenset({DriftKind.STALE, DriftKind.UNWRITTEN})
"""What is on its way to the calendar, and nobody's doing."""
MENDED = LATE | {DriftKind.MISSING, DriftKind.MOVED, DriftKind.EDITED, DriftKind.EXTRA}
"""What we put right; the rest is told, and left to people: nothing that is not ours is ever deleted."""
AT_ONCE = MENDED - LATE
"""What is put right when we hear of it, and told; what is only late waits for a reading of all, and is not."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference; `calendar` is the calendar's name, `times` how often it was found. No personal data."""

    kind: DriftKind
    calendar: str
    booking_id: UUID | None = None
    event_id: str | None = None
    etag: str = ""
    times: int = 1

    def item(self) -> dict[str, object]:
        """Return it as it is reported."""
        ids = {"booking_id": self.booking_id, "event_id": self.event_id}
        named = {name: str(value) for name, value in ids.items() if value}
        return {"kind": str(self.kind), "calendar": self.calendar, "times": self.times, **named}


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What one night found, and which calendars could not be read, by their names."""

    drifts: Sequence[Drift]
    unread: Sequence[str] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how often each kind was found, none of them left out."""
        found = Counter({str(kind): 0 for kind in DriftKind})
        for drift in self.drifts:
            found[drift.kind] += drift.times
        return {**found, "unread": len(self.unread)}


def judge(seen: SeenEvent, booking_id: UUID, wanted: Mapping[str, CalendarEvent]) -> DriftKind | None:
    """Compare an event that names a booking with what its calendar should show of that, by event id; None if it is so.

    Only the event that we wrote ourselves is ever one too many: a copy of it belongs to whoever made it.
    """
    written = wanted.get(seen.event_id)
    if written is None:
        ours = not wanted and seen.event_id == derived_event_id(booking_id)
        return None if seen.gone else DriftKind.EXTRA if ours else DriftKind.DOUBLE
    if seen.gone:
        return DriftKind.MISSING
    if not seen.intact:
        in_time = (seen.starts_at, seen.ends_at) == (written.starts_at, written.ends_at)
        return DriftKind.EDITED if in_time else DriftKind.MOVED
    return None if (seen.version, seen.seal) == (written.version, written.seal) else DriftKind.STALE
