"""What happens in Google calendars: read by sync tokens, told of by channels."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from typing_extensions import override

from shared_lib.calendars.adapters.google.account import GoogleAccount
from shared_lib.calendars.adapters.google.connection import VENDOR, Connection, Stored
from shared_lib.calendars.adapters.google.seen import OURS, TIMES, seen
from shared_lib.calendars.feed import CalendarNews, Channel, SeenEvent, Window
from shared_lib.calendars.ports import CalendarFeed
from shared_lib.kernel.errors import VendorUnavailable

ALWAYS = {"singleEvents": True, "maxResults": 2500, "maxAttendees": 1}
"""Recurring events come as the single ones that they are; of those invited, only the calendar's owner comes."""
MOST_PAGES = 40
"""More than anybody's two years hold; an endless list is Google's trouble."""


class GoogleCalendarFeed(CalendarFeed):
    """Nothing is repeated here: whoever called us calls again, Google's push as well as the jobs."""

    def __init__(self, account: GoogleAccount) -> None:
        self._account = account

    @override
    def read(
        self, *, calendar_id: str, since: str | None, window: Window, zone: ZoneInfo, ours: bool
    ) -> CalendarNews | None:
        wanted = ALWAYS | {"fields": f"nextPageToken,nextSyncToken,items({OURS if ours else TIMES})"}
        bounds = {"timeMin": window.begins.isoformat(), "timeMax": window.ends.isoformat()}
        with self._account.connected() as google:
            pages = _pages(google, calendar_id, wanted | ({"syncToken": since} if since else bounds))
            if pages is None:
                return None
        events = (seen(item, zone) for page in pages for item in _items(page))
        return CalendarNews(_latest(events), token=_token(pages[-1]), whole=since is None)

    @override
    def find(self, *, calendar_id: str, event_id: str, zone: ZoneInfo) -> SeenEvent | None:
        with self._account.connected() as google:
            stored = google.get(calendar_id, event_id)
        return None if stored is None else seen(stored, zone)

    @override
    def open_channel(self, channel: Channel, *, address: str, token: str) -> Channel:
        body = {
            "id": str(channel.id),
            "type": "web_hook",
            "address": address,
            "token": token,
            "expiration": str(int(channel.ends_at.timestamp() * 1000)),
        }
        with self._account.connected() as google:
            granted = google.watch(channel.calendar_id, body)
        return dataclasses.replace(channel, resource_id=_text(granted, "resourceId"), ends_at=_ending(granted))

    @override
    def close_channel(self, channel_id: UUID, resource_id: str) -> None:
        with self._account.connected() as google:
            google.stop({"id": str(channel_id), "resourceId": resource_id})


def _pages(google: Connection, calendar_id: str, query: Stored) -> list[Stored] | None:
    """Return all pages, None if the token has ended."""
    pages: list[Stored] = []
    for _ in range(MOST_PAGES):
        page = google.page(calendar_id, query)
        if page is None:
            return None
        pages.append(page)
        if "nextPageToken" not in page:
            return pages
        query = query | {"pageToken": page["nextPageToken"]}
    raise VendorUnavailable(VENDOR, "lists without an end")


def _items(page: Stored) -> list[Stored]:
    items = page.get("items", [])
    if not isinstance(items, list):
        raise VendorUnavailable(VENDOR, "lists something that is no list")
    return [item for item in items if isinstance(item, dict)]


def _latest(events: Iterator[SeenEvent | None]) -> tuple[SeenEvent, ...]:
    """Return each event once, as it stood on the last page that had it: it may change while we turn pages."""
    return tuple({event.event_id: event for event in events if event}.values())


def _token(page: Stored) -> str:
    return _text(page, "nextSyncToken")


def _text(answer: Stored, name: str) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or not value:
        raise VendorUnavailable(VENDOR, f"answered without {name}")
    return value


def _ending(granted: Stored) -> datetime:
    text = _text(granted, "expiration")
    if not text.isdecimal():
        raise VendorUnavailable(VENDOR, "answered an expiration that is no number")
    try:
        return datetime.fromtimestamp(int(text) / 1000, UTC)
    except (OverflowError, ValueError) as error:
        raise VendorUnavailable(VENDOR, "answered an expiration that is no instant") from error
