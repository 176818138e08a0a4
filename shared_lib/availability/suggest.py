"""Which times to suggest of all that are free: for the chat and the phone alike."""

import dataclasses
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import SearchContext
from shared_lib.availability.slots import Slot
from shared_lib.availability.timeline import GRID
from shared_lib.kernel.hours import resolve
from shared_lib.kernel.spa import Spa

A_DAY = timedelta(days=1)
SPREADS = (timedelta(hours=20), timedelta(hours=4), timedelta(hours=2), timedelta(minutes=30))
"""How far apart slots are where the hour was left open: over the days, else over the day, else as they come."""
NEAREST_DAYS = 7
"""On how many days, the nearest first, other times are looked for."""


def spread_out(search: SearchContext, request: BookingRequest) -> tuple[Slot, ...]:
    """Return what is nearest to the wanted instant, or else times that are spread over the windows."""
    if request.wanted is not None:
        return search.slots(request)
    found: tuple[Slot, ...] = ()
    for apart in SPREADS if _over_days(request) else SPREADS[1:]:
        found = search.slots(dataclasses.replace(request, apart=apart))
        if not found or len(found) == request.limit:
            break
    return found


def _over_days(request: BookingRequest) -> bool:
    return len(request.windows) > 1 or any(ends - begins > A_DAY for begins, ends in request.windows)


def every_quarter_hour(search: SearchContext, request: BookingRequest) -> tuple[Slot, ...]:
    """Return all times that are offered at all, up to the request's limit."""
    return search.slots(dataclasses.replace(request, apart=timedelta(minutes=GRID)))


def on_nearest_days(
    search: SearchContext, request: BookingRequest, *, wished: date, today: date, last_day: date, spa: Spa
) -> tuple[Slot, ...]:
    """Return times of the wished day, else one of each of the days nearest to it, at the hour that was asked for.

    `search` reaches from today to the last day.
    """
    begins = spa.wall(request.wanted or request.windows[0][0])
    minute = begins.hour * 60 + begins.minute
    slots: list[Slot] = []
    for day in _nearest_days(wished, today, last_day):
        limit = request.limit if day == wished else 1
        wanted = resolve(day, minute, spa.tz) if request.wanted or minute else None
        window = (spa.midnight(day), spa.midnight(day + A_DAY))
        slots += search.slots(dataclasses.replace(request, windows=(window,), wanted=wanted, limit=limit))
        if len(slots) >= request.limit or (slots and day == wished):
            break
    return tuple(slots)


def _nearest_days(wished: date, today: date, last_day: date) -> Iterator[date]:
    days = (today + timedelta(days=n) for n in range((last_day - today).days + 1))
    return iter(sorted(days, key=lambda day: (abs(day - wished), day))[:NEAREST_DAYS])


def nearest_to(search: SearchContext, request: BookingRequest, instant: datetime) -> tuple[Slot, ...]:
    """Return the times that are nearest to an instant, on whatever day of the search."""
    window = search.booking_window
    wanted = min(max(instant, window.earliest), window.horizon)
    return search.slots(dataclasses.replace(request, windows=((window.now, window.horizon),), wanted=wanted))
