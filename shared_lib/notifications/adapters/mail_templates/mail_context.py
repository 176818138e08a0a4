"""What a mail says about one booking, as plain words and rows for the templates."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.formatting import say_visits
from shared_lib.bookings.history import BookingHistory, LastChange
from shared_lib.kernel.formatting import say_duration, say_moment, say_time, say_zone
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.invitation import reminds
from shared_lib.notifications.mail import MailKind

_LONGEST_NAME = 30
_EXPECTED = frozenset({MailKind.CONFIRMATION, MailKind.CHANGED})
_WITH_WHOM = _EXPECTED | {MailKind.WAITLIST_OFFER, MailKind.PAYMENT_LINK}


def words_for(
    kind: MailKind, booking: Booking, past: BookingHistory, *, spa: Spa, sender: str, now: datetime
) -> Mapping[str, Any]:
    """Return everything that a template may name."""
    return {
        "booking": booking,
        "spa": spa,
        "called": _called(booking.contact),
        "hours": _hours(booking, spa),
        "visit_rows": list(_visit_rows(kind, booking, spa)),
        "receipt": list(_receipt(booking)),
        "terms": list(_terms(booking, spa, now)),
        "paid": _paid(booking),
        "refunded": past.refunded_cents,
        "change": past.change or LastChange(booking.starts_at),
        "reminds": reminds(booking.starts_at, now=now),
        "links": _links(booking, spa, sender),
    }


def _called(contact: Contact | None) -> str:
    """Return the first name if it reads like one: strangers' words, links above all, don't travel in our name."""
    name = contact.first_name if contact else ""
    is_name = name.translate(str.maketrans("", "", "-'\u2019")).isalpha() and len(name) <= _LONGEST_NAME
    return name if is_name else ""


def _hours(booking: Booking, spa: Spa) -> str:
    return f"{say_time(booking.starts_at, spa)} to {say_time(booking.ends_at, spa)} {say_zone(spa)}"


def _visit_rows(kind: MailKind, booking: Booking, spa: Spa) -> Iterator[tuple[str, str, bool]]:
    """Yield label, value, and whether the value is set in mono; the address is told only to whoever is expected."""
    if len(booking.visits) > 1:
        visits = say_visits(booking, spa, with_whom=kind in _WITH_WHOM)
        yield from ((hour, visit, False) for hour, visit in visits)
    else:
        yield from _only_visit(kind, booking)
    if kind in _WITH_WHOM and booking.party > 1:
        yield "Guests", str(booking.party), True
    if kind in _EXPECTED and spa.address:
        yield "Where", spa.address, False
    yield "Reference", booking.reference, True


def _only_visit(kind: MailKind, booking: Booking) -> Iterator[tuple[str, str, bool]]:
    length = say_duration(timedelta(minutes=booking.treatment.minutes))
    yield "Treatment", f"{booking.treatment.name}, {length}", False
    if extras := ", ".join(line.name for line in booking.lines[1:]):
        yield "Added", extras, False
    if kind in _WITH_WHOM and booking.technicians:
        yield "With", " and ".join(booking.technicians), False


def _receipt(booking: Booking) -> Iterator[tuple[str, str]]:
    yield from ((line.name, say_cents(line.price_cents)) for line in booking.lines)
    yield "Sales tax", say_cents(booking.tax_cents)
    if booking.balance_cents:
        yield "Total", say_cents(booking.total_cents)
        yield "Paid", say_cents(booking.total_cents - booking.balance_cents)
        yield "To be paid at the desk", say_cents(booking.balance_cents)
    else:
        yield "Total paid" if booking.paid else "Total", say_cents(booking.total_cents)


def _paid(booking: Booking) -> int:
    return booking.paid.amount_cents if booking.paid else 0


def _terms(booking: Booking, spa: Spa, now: datetime) -> Iterator[str]:
    """Yield the rules of cancelling as dates, of those that still lie ahead."""
    steps = [(percent, booking.starts_at - timedelta(hours=hours)) for hours, percent in booking.policy["refund"]]
    ahead = [(percent, until) for percent, until in sorted(steps, reverse=True) if percent and until > now]
    for percent, until in ahead:
        share = "all" if percent == 100 else f"{percent}%"  # noqa: PLR2004 -- percent
        yield f"Cancel by {say_moment(until, spa, now=now)}, and {share} of your payment is returned."
    yield "After that, nothing is returned." if ahead else "This close to the visit, a payment is no longer returned."


def _links(booking: Booking, spa: Spa, sender: str) -> Mapping[str, str]:
    allocation = urlencode({"api": 1, "query": f"{spa.name}, {spa.address}"})
    return {
        "website": spa.website or f"mailto:{sender}?subject={quote(booking.reference)}",
        "website_name": urlsplit(spa.website).hostname or "",
        "way": f"https://www.google.com/maps/search/?{allocation}" if spa.address else "",
        "call": "tel:" + "".join(sign for sign in spa.phone if sign.isdigit() or sign == "+"),
    }
