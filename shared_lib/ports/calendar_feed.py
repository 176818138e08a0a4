"""What people do in calendars that are not ours to decide on, and how we hear of it."""

from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from shared_lib.domain.calendar_reading import CalendarNews, Channel, Window


class CalendarFeed(Protocol):
    """All calls may be repeated; all raise VendorUnavailable, or AccessLost where a person has to mend it."""

    def read(
        self, *, calendar_id: str, since: str | None, window: Window, zone: ZoneInfo, ours: bool
    ) -> CalendarNews | None:
        """Return what changed since a token, or with None all that stands in the window; None if the token has ended.

        Whole days are those of `zone`. Only of calendars that are `ours` it is told whether people edited our words.
        """
        ...

    def open_channel(self, channel: Channel, *, address: str, token: str) -> Channel:
        """Have `address` called with `token` whenever the calendar changes; return the channel as it was granted."""
        ...

    def close_channel(self, channel_id: UUID, resource_id: str) -> None:
        """Have it called no more; a channel that is not there is as good."""
        ...
