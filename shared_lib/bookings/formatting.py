"""How we write the visits of a booking."""

from collections.abc import Iterator

from shared_lib.availability.allocation import BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.kernel.locales import ENGLISH, locale_of
from shared_lib.kernel.locales.english import English
from shared_lib.kernel.spa import Spa


def say_visits(booking: Booking, spa: Spa, *, with_whom: bool = True, lang: str = ENGLISH) -> Iterator[tuple[str, str]]:
    """Yield each visit of a booking as its hour and what it is: `3:00 PM`, `Swedish Massage, 1 hour, with Anna`."""
    locale = locale_of(lang)
    for visit in sorted(booking.visits, key=lambda visit: (visit.starts_at, visit.guest)):
        what = _say_visit(booking, visit, locale, with_whom=with_whom)
        several = len(booking.guests) > 1
        yield (
            locale.time(visit.starts_at, spa),
            locale.guest(booking.guests.index(visit.guest) + 1, what) if several else what,
        )


def _say_visit(booking: Booking, visit: BookedVisit, locale: English, *, with_whom: bool) -> str:
    lines, allocations = booking.of_visit(visit.number)
    what = f"{locale.all_of([line.name for line in lines])}, {locale.duration(visit.ends_at - visit.starts_at)}"
    names = [allocation.name for allocation in allocations if allocation.kind == "technician"]
    return locale.with_whom(what, names) if names and with_whom else what
