"""All mails, each in all the states that its words know."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from infra.local.mails.samples import (
    CARD,
    HOUSE,
    NEW_YORK,
    NOW,
    SENDER,
    SPA,
    STARTS,
    a_couple,
    a_hold,
    a_visit,
    alerts,
    two_friends,
)
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.history import BookingHistory, LastChange
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.adapters.icalendar import ICalendarWriter
from shared_lib.notifications.adapters.mail_templates import TemplateRenderer
from shared_lib.notifications.adapters.membership_cards import PdfCardWriter
from shared_lib.notifications.house_texts import HouseTexts
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import Mail, MailKind
from shared_lib.notifications.membership_card import MembershipCard

LINKS = MailLinks(SPA.website, TokenSigner(["a key of the samples"]))
BARE = dataclasses.replace(SPA, address="", phone="", website="")
CONFIRMED = BookingHistory(was_confirmed=True)
_DAY = timedelta(days=1)
_BEFORE = STARTS - _DAY - timedelta(hours=1)
_AFTER = STARTS + timedelta(hours=3)

Drawn = Callable[[str], Mail]
"""Writes one mail in a language."""
State = tuple[Any, ...]
"""A booking, what it was, and what else is special when it is written about."""


def a_renderer(
    spa: Spa = SPA, house: HouseTexts = HOUSE, receipt_pdf: Callable[[Booking], bytes] | None = None
) -> TemplateRenderer:
    """Return a renderer whose links and hashes are the same each time."""
    return TemplateRenderer(
        spa=spa,
        sender=SENDER,
        invitations=ICalendarWriter(),
        cards=PdfCardWriter(),
        links=LINKS,
        house=lambda: house,
        contact_hash=lambda _: bytes(32),
        receipt_pdf=receipt_pdf,
    )


def catalogue(lang: str = "en") -> Mapping[str, Mail]:
    """Return every mail by the name of its kind and state."""
    return {name: draw(lang) for name, draw in _drawn()}


def _drawn() -> Iterator[tuple[str, Drawn]]:
    for kind, states in _ABOUT_BOOKINGS.items():
        for state, (visit, past, *special) in states.items():
            yield _name(kind, state), _about(kind, visit, past, **(special[0] if special else {}))
    yield "code", lambda lang: a_renderer().code("402861", now=NOW, lang=lang)
    yield "membership_welcome", _welcome(CARD)
    yield "membership_welcome-nameless", _welcome(dataclasses.replace(CARD, name=""))
    yield "manager_alert", lambda lang: a_renderer().manager_alert(alerts()[2:3], now=NOW, lang=lang)
    yield "manager_alert-several", lambda lang: a_renderer().manager_alert(alerts(), now=NOW, lang=lang)


def _welcome(card: MembershipCard) -> Drawn:
    to = Contact(card.name, "daniel@example.com")
    return lambda lang: a_renderer().membership_welcome(card, to=to, now=NOW, lang=lang)


def _name(kind: MailKind, state: str) -> str:
    return f"{kind}-{state}" if state else kind


def _about(
    kind: MailKind,
    visit: Booking,
    past: BookingHistory,
    *,
    now: datetime = NOW,
    spa: Spa = SPA,
    house: HouseTexts = HOUSE,
    receipt_pdf: Callable[[Booking], bytes] | None = None,
) -> Drawn:
    renderer = a_renderer(spa, house, receipt_pdf)
    return lambda lang: renderer.render(kind, dataclasses.replace(visit, lang=lang), past, now=now)


def _changed(old_start: datetime = STARTS, back: int = 0, fee: int = 0) -> BookingHistory:
    return BookingHistory(was_confirmed=True, refunded_cents=back, change=LastChange(old_start, back, fee))


def _returned(cents: int, *, was_confirmed: bool = True) -> BookingHistory:
    return BookingHistory(was_confirmed=was_confirmed, refunded_cents=cents)


_NEW = BookingHistory(was_confirmed=False)
_CANCELLED = a_visit(version=4, status=Status.CANCELLED)
_MISSED = a_visit(version=4, status=Status.NO_SHOW)
_DONE = a_visit(version=4, status=Status.COMPLETED)
_DEARER: Mapping[str, Any] = {"net_cents": 30000, "tax_cents": 1350, "total_cents": 31350}
_NAMELESS = Contact("", "daniel@example.com")
_AUTUMN = datetime(2026, 11, 1, 0, 45, tzinfo=NEW_YORK)
_SPRING = datetime(2027, 3, 14, 1, 30, tzinfo=NEW_YORK)

_ABOUT_BOOKINGS: Mapping[MailKind, Mapping[str, State]] = {
    MailKind.CONFIRMATION: {
        "": (a_visit(), CONFIRMED),
        "group": (two_friends(), CONFIRMED),
        "couple": (a_couple(), CONFIRMED),
        "nameless": (a_visit(contact=_NAMELESS), CONFIRMED),
        "tomorrow": (a_visit(), CONFIRMED, {"now": STARTS - timedelta(hours=20)}),
        "autumn": (a_visit(_AUTUMN), CONFIRMED, {"now": _AUTUMN - 3 * _DAY}),
        "spring": (a_visit(_SPRING), CONFIRMED, {"now": NOW}),
        "bare": (a_visit(), CONFIRMED, {"spa": BARE}),
    },
    MailKind.CHANGED: {
        "": (two_friends(version=4), _changed()),
        "moved": (a_visit(version=4), _changed(_BEFORE)),
        "moved-nameless": (a_visit(version=4, contact=_NAMELESS), _changed(_BEFORE)),
        "nameless": (a_visit(version=4, contact=_NAMELESS), _changed()),
        "cheaper": (a_visit(version=4), _changed(_BEFORE, back=6792)),
        "dearer": (a_visit(version=4, **_DEARER), _changed(_BEFORE)),
        "one-less": (a_visit(version=4), _changed(back=9405, fee=9405)),
        "one-less-too-late": (a_visit(version=4), _changed(fee=18810)),
    },
    MailKind.CANCELLATION: {
        "": (_CANCELLED, _returned(21736)),
        "half": (_CANCELLED, _returned(10868)),
        "too-late": (_CANCELLED, CONFIRMED),
        "free": (dataclasses.replace(_CANCELLED, payments=(), contact=_NAMELESS), CONFIRMED),
        "group": (two_friends(version=4, status=Status.CANCELLED), _returned(23826)),
        "bare": (_CANCELLED, _returned(21736), {"spa": BARE}),
    },
    MailKind.REFUND_LATE: {
        "": (a_visit(status=Status.EXPIRED), _returned(21736, was_confirmed=False)),
        "nameless": (a_visit(status=Status.EXPIRED, contact=_NAMELESS), _returned(21736, was_confirmed=False)),
    },
    MailKind.WAITLIST_OFFER: {
        "": (a_hold(source="waitlist"), _NEW),
        "nameless": (a_hold(source="waitlist", contact=_NAMELESS), _NEW),
    },
    MailKind.PAYMENT_LINK: {
        "": (a_hold(source="phone"), _NEW),
        "nameless": (a_hold(source="phone", contact=_NAMELESS), _NEW),
    },
    MailKind.PAYMENT_FAILED: {
        "": (a_hold(), _NEW),
        "nameless": (a_hold(contact=_NAMELESS), _NEW),
        "ended": (a_hold(held_until=NOW), _NEW),
        "ended-nameless": (a_hold(held_until=NOW, contact=_NAMELESS), _NEW),
    },
    MailKind.REFUND_SENT: {
        "": (_CANCELLED, _returned(21736)),
        "half": (dataclasses.replace(_CANCELLED, contact=_NAMELESS), _returned(10868)),
        "cheaper": (a_visit(version=4, fees_cents=0), _returned(6792)),
    },
    MailKind.NO_SHOW: {
        "": (_MISSED, CONFIRMED, {"now": _AFTER}),
        "half": (dataclasses.replace(_MISSED, contact=_NAMELESS), _returned(10868), {"now": _AFTER}),
        "all-returned": (_MISSED, _returned(21736), {"now": _AFTER}),
    },
    MailKind.RECEIPT: {
        "": (_DONE, CONFIRMED, {"now": _AFTER, "receipt_pdf": lambda _: b"%PDF-1.7 a receipt"}),
        "before": (a_visit(), CONFIRMED),
        "before-nameless": (a_visit(contact=_NAMELESS), CONFIRMED),
        "balance": (dataclasses.replace(_DONE, **_DEARER), CONFIRMED, {"now": _AFTER}),
        "fee": (
            two_friends(status=Status.COMPLETED, contact=_NAMELESS, fees_cents=3000, payments=a_couple().payments),
            _returned(9749),
            {"now": _AFTER},
        ),
    },
    MailKind.REMINDER: {
        "": (a_visit(), CONFIRMED, {"now": STARTS - timedelta(hours=30)}),
        "tomorrow": (a_visit(), CONFIRMED, {"now": STARTS - timedelta(hours=20)}),
        "group": (two_friends(), CONFIRMED, {"now": STARTS - timedelta(hours=20)}),
        "nameless": (a_visit(contact=_NAMELESS), CONFIRMED, {"house": HouseTexts()}),
        "spring": (a_visit(_SPRING), CONFIRMED, {"now": _SPRING - _DAY}),
        "bare": (a_visit(), CONFIRMED, {"house": HouseTexts(), "spa": BARE}),
    },
    MailKind.REVIEW_REQUEST: {
        "": (_DONE, CONFIRMED, {"now": _AFTER}),
        "nameless": (dataclasses.replace(_DONE, contact=_NAMELESS), CONFIRMED, {"now": _AFTER}),
        "no-page": (_DONE, CONFIRMED, {"now": _AFTER, "house": HouseTexts()}),
    },
}
