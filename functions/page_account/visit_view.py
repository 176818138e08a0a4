"""How the pages write a visit: its day and hours on the spa's clock, what it is, where it stands."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.find_move_times import DAYS
from shared_lib.bookings.formatting import say_visits
from shared_lib.bookings.policy import broken_by_move, movable_until, refund_cents
from shared_lib.bootstrap import Services
from shared_lib.kernel.formatting import say_day, say_moment, say_span, say_time, say_zone
from shared_lib.pricing.price_book import PriceBook
from shared_lib.waitlist.entry import WaitlistEntry

STATUS_WORDS: Mapping[str, str] = {
    "held": "Held for you",
    "paying": "Held while you pay",
    "confirmed": "Confirmed",
    "completed": "You were here",
    "cancelled": "Cancelled",
    "expired": "No longer held",
    "no_show": "Missed",
}
DONE_WORDS: Mapping[str, str] = {
    "moved": "Your visit is moved. Where we know your e-mail, the new entry for your calendar follows.",
    "cancelled": "Your visit is cancelled. Where we know your e-mail, a mail says so once more.",
    "taken-out": "Done. The others come as before.",
    "coming": "Thank you. It is noted.",
    "receipt": "The receipt goes to the address that this visit was booked with, or lies there already.",
    "signed-out": "You are signed out on this device.",
    "ended": "That browser is signed out.",
    "added": "It is yours now, and what was booked with it stands among your visits.",
    "removed": "It is gone: from now on it opens nothing here. What was booked with it before stays among your visits.",
    "last-contact": "It is the only one by which we know you, so it stays. Add another first.",
    "kept": "Your choice is kept, and holds from now on.",
    "waiting": "You are on the list. A mail comes as soon as a place opens.",
    "left": "You wait for that no longer.",
}
"""What is said once after something was done, by the word that the address carries."""
WHOLE = 100


def visit_words(deps: Services) -> Mapping[str, Callable[..., Any] | Mapping[str, str]]:
    """Return what the templates may call."""

    def moment(at: datetime) -> str:
        return say_moment(at, deps.spa, now=deps.clock())

    def refund_steps(booking: Booking) -> list[str]:
        return list(_refund_steps(booking, moment, deps.clock()))

    return {
        "moment": moment,
        "day": lambda at: say_day(at, deps.spa, now=deps.clock()),
        "hour": lambda at: say_time(at, deps.spa),
        "hours": lambda booking: _hours(booking, deps),
        "span": lambda visit: say_span(visit.starts_at, visit.ends_at, deps.spa, now=deps.clock()),
        "awaited": lambda begins, ends: _awaited(begins, ends, deps),
        "lines": lambda booking: list(say_visits(booking, deps.spa)),
        "status_words": STATUS_WORDS,
        "done_words": DONE_WORDS,
        "now": deps.clock,
        "today": lambda: deps.spa.today(deps.clock()),
        "earlier": lambda first: max(first - timedelta(days=DAYS), deps.spa.today(deps.clock())),
        "later": lambda first: first + timedelta(days=DAYS),
        "names": _names,
        "movable_until": movable_until,
        "can_move": lambda booking: not broken_by_move(booking, deps.clock()),
        "kept_words": lambda booking: f"Kept for you until {moment(booking.held_until)}. It is yours once it is paid.",
        "refund_now": lambda booking: refund_cents(booking, deps.clock()),
        "refund_steps": refund_steps,
    }


def _names(entry: WaitlistEntry, book: PriceBook) -> str:
    """Return what somebody waits for; what is no longer sold keeps the name of its id."""
    known = {row.id: row.name for row in book.treatments}
    return " and ".join(known.get(item["treatment_id"], item["treatment_id"]) for item in entry.asked["items"])


def _hours(booking: Booking, deps: Services) -> str:
    spa = deps.spa
    return f"{say_time(booking.starts_at, spa)} to {say_time(booking.ends_at, spa)} {say_zone(spa)}"


def _awaited(begins: datetime, ends: datetime, deps: Services) -> str:
    """Return the day and hours that somebody waits for: `Friday 4 December, after 5:00 PM`."""
    spa, midnight = deps.spa, time()
    from_morning, to_night = (spa.wall(at).time() == midnight for at in (begins, ends))
    if from_morning and to_night:
        hours = "at any time"
    elif from_morning:
        hours = f"before {say_time(ends, spa)}"
    elif to_night:
        hours = f"after {say_time(begins, spa)}"
    else:
        hours = f"{say_time(begins, spa)} to {say_time(ends, spa)}"
    return f"{say_day(begins, spa, now=deps.clock())}, {hours}"


def _refund_steps(booking: Booking, moment: Callable[[datetime], str], now: datetime) -> list[str]:
    """Return what comes back until when, of the steps that still lie ahead."""
    steps = sorted(booking.policy["refund"], reverse=True)
    most = booking.refund_at_most  # a move may have lowered it
    shares = [(_before(booking, hours), min(percent, most)) for hours, percent in steps]
    ahead = [(until, percent) for until, percent in shares if percent and until > now]
    said = [f"Until {moment(until)}, {_share(percent)} comes back." for until, percent in ahead]
    return [*said, "After that, nothing comes back." if said else "This close to the visit, nothing comes back."]


def _before(booking: Booking, hours: int) -> datetime:
    return booking.starts_at - timedelta(hours=hours)


def _share(percent: int) -> str:
    return "all that you paid for it" if percent == WHOLE else f"{percent}% of what you paid for it"
