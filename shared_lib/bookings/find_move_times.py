"""To which days and times a booking could be moved: the search that books finds them, as if it were not there."""

import dataclasses
from datetime import date, datetime, timedelta

from shared_lib.availability.slots import Slot
from shared_lib.availability.timeline import Window
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.reallocation import as_sold, load_search_without, request_of
from shared_lib.kernel.spa import Spa

DAYS = 14
"""How many days are shown at once."""
TIMES = 40
"""As many times of a day as anybody could choose from, half an hour apart."""


@dataclasses.dataclass(frozen=True, slots=True)
class MoveDay:
    """A day on the spa's wall, and whether the visit could begin on it."""

    date: date
    is_open: bool


@dataclasses.dataclass(frozen=True, slots=True)
class MoveTimes:
    """The days from the one that was asked for on, the chosen one among them, and its times."""

    days: tuple[MoveDay, ...]
    day: date
    slots: tuple[Slot, ...]
    last_day: date
    """The last day that the guest's tier may book."""


def find_move_times(
    booking: Booking, *, first: date, day: date | None, context: BookingContext, now: datetime
) -> MoveTimes:
    """Return two weeks of days from `first` on, and the times of `day`: where none is asked for, of the visit's own.

    Raise NotFound where the spa no longer has what was sold.
    """
    spa = context.spa
    first = max(first, spa.today(now))
    dates = [first + timedelta(days=n) for n in range(DAYS)]
    whole = (max(now, spa.midnight(first)), spa.midnight(first + timedelta(days=DAYS)))
    request = dataclasses.replace(request_of(booking, booking.starts_at), windows=(whole,), wanted=None, limit=TIMES)
    search = as_sold(load_search_without(booking, request, context=context, now=now), booking)
    days = tuple(MoveDay(each, search.may_begin(_window(each, spa, now))) for each in dates)
    wished = day or spa.today(booking.starts_at)
    chosen = wished if wished in dates else next((each.date for each in days if each.is_open), first)
    slots = search.slots(dataclasses.replace(request, windows=(_window(chosen, spa, now),)))
    others = tuple(slot for slot in slots if slot.starts_at != booking.starts_at)
    last_day = spa.today(search.booking_window.horizon - timedelta(minutes=1))
    return MoveTimes(days, chosen, others, last_day)


def _window(day: date, spa: Spa, now: datetime) -> Window:
    return max(now, spa.midnight(day)), max(now, spa.midnight(day + timedelta(days=1)))
