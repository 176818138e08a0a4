"""Keep a channel open on each calendar, so that Google tells us of changes instead of being asked."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from shared_lib.calendars.feed import Channel, WatchedCalendar
from shared_lib.calendars.ports import CalendarFeed, Channels
from shared_lib.calendars.read_calendars import CalendarFailure
from shared_lib.kernel.errors import ExternalServiceError
from shared_lib.kernel.ports import Signer

LIFE = timedelta(days=7)
"""For which a channel is asked; Google may grant less."""
RENEWED = timedelta(hours=48)
"""Before its end a channel is followed by a new one, and then closed: none can be made longer."""
PATIENCE = timedelta(hours=1)
"""Between two attempts on a calendar for which Google opens none; until then it is polled."""
PURPOSE = "calendar-channel"


class RenewedChannels(NamedTuple):
    """The ids of calendars on which a channel was opened, how many were closed, and what went wrong."""

    opened: Sequence[str]
    closed: int
    failures: Sequence[CalendarFailure]


class WatchChannels(NamedTuple):
    """Opens and closes channels; `address` is where Google shall call."""

    feed: CalendarFeed
    channels: Channels
    signer: Signer
    address: str
    spa_id: str

    def renew(
        self, calendars: Sequence[WatchedCalendar], *, now: datetime, out_of_time: Callable[[], bool]
    ) -> RenewedChannels:
        """Open what is missing or ends soon, close what was followed; what fails keeps none of the others."""
        known = self.channels.all(self.spa_id)
        lasting = {channel.calendar_id: channel for channel in reversed(known) if _lasts(channel, now)}
        opened: list[str] = []
        failures: list[CalendarFailure] = []
        for calendar in calendars:
            if calendar.calendar_id in lasting or out_of_time():
                continue
            try:
                lasting[calendar.calendar_id] = self._open(calendar, now)
                opened.append(calendar.calendar_id)
            except ExternalServiceError as trouble:
                failures.append(CalendarFailure(trouble.code, calendar.name))
        wanted = {calendar.calendar_id for calendar in calendars}
        over = [channel for channel in known if channel.calendar_id not in wanted or _is_over(channel, lasting, now)]
        return RenewedChannels(opened, sum(self._close(channel, now) for channel in over), failures)

    def _open(self, calendar: WatchedCalendar, now: datetime) -> Channel:
        wanted = Channel(uuid4(), calendar.calendar_id, None, opened_at=now, ends_at=now + LIFE)
        self.channels.opening(self.spa_id, wanted)
        token = self.signer.sign(str(wanted.id), purpose=PURPOSE)
        granted = self.feed.open_channel(wanted, address=self.address, token=token)
        self.channels.opened(granted)
        return granted

    def _close(self, channel: Channel, now: datetime) -> bool:
        """Close a channel; one that Google does not want to close ends by itself, and is not listened to until then."""
        if channel.resource_id and channel.ends_at > now:
            try:
                self.feed.close_channel(channel.id, channel.resource_id)
            except ExternalServiceError:
                return False
        self.channels.closed(channel.id, now=now)
        return True


def _lasts(channel: Channel, now: datetime) -> bool:
    """Tell whether nothing has to be opened: a channel that lasts is there, or was asked for in vain just now."""
    if channel.resource_id is None:
        return channel.opened_at > now - PATIENCE
    return channel.ends_at > now + RENEWED


def _is_over(channel: Channel, lasting: dict[str, Channel], now: datetime) -> bool:
    """Tell whether another channel has taken over, it has ended, or Google never said that it opened it."""
    follower = lasting.get(channel.calendar_id)
    followed = follower is not None and follower.id != channel.id and follower.resource_id is not None
    in_vain = channel.resource_id is None and not _lasts(channel, now)
    return followed or in_vain or channel.ends_at <= now
