"""Where a mail leads: its one action, and the quiet links beside it."""

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode, urlsplit

from shared_lib.kernel.spa import Spa
from shared_lib.notifications.adapters.mail_templates.matter import Matter
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import MailKind

COME = "#come"
"""The part of a visit's page where a guest says that they will come: the link only shows it, a button there does it."""


def house_links(spa: Spa) -> Mapping[str, str]:
    """Return the links in the foot of each mail, and the way to the house; "" for what there is not."""
    place = urlencode({"api": 1, "query": f"{spa.name}, {spa.address}"})
    return {
        "website_name": urlsplit(spa.website).hostname or "",
        "way": f"https://www.google.com/maps/search/?{place}" if spa.address else "",
        "call": "tel:" + "".join(sign for sign in spa.phone if sign.isdigit() or sign == "+"),
    }


def action_of(matter: Matter, links: MailLinks) -> str:
    """Return where the one button of a mail about a booking leads."""
    return _ACTIONS[matter.kind](matter, links)


def _visit(matter: Matter, links: MailLinks) -> str:
    return links.visit(matter.booking.id)


def _come(matter: Matter, links: MailLinks) -> str:
    return links.visit(matter.booking.id) + COME


def _pay(matter: Matter, links: MailLinks) -> str:
    return links.pay(matter.booking.id)


def _website(matter: Matter, _: MailLinks) -> str:
    return matter.spa.website or _letter(matter)


def _try_again(matter: Matter, links: MailLinks) -> str:
    return (_website if matter.state else _pay)(matter, links)


def _review(matter: Matter, _: MailLinks) -> str:
    return matter.house.review_url or _letter(matter)


def _letter(matter: Matter) -> str:
    return f"mailto:{matter.sender}?subject={quote(matter.booking.reference)}"


_ACTIONS: Mapping[MailKind, Callable[[Matter, MailLinks], str]] = {
    MailKind.CONFIRMATION: _visit,
    MailKind.CHANGED: _visit,
    MailKind.CANCELLATION: _website,
    MailKind.REFUND_LATE: _website,
    MailKind.WAITLIST_OFFER: _pay,
    MailKind.PAYMENT_LINK: _pay,
    MailKind.PAYMENT_FAILED: _try_again,
    MailKind.REFUND_SENT: _visit,
    MailKind.NO_SHOW: _website,
    MailKind.RECEIPT: _visit,
    MailKind.REMINDER: _come,
    MailKind.REVIEW_REQUEST: _review,
}
ABOUT_BOOKINGS = frozenset(_ACTIONS)
"""The kinds of mails that are about a booking."""
