"""Writes mails without a look, for stories about what is sent and when."""

from collections.abc import Sequence
from datetime import datetime

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.history import BookingHistory
from shared_lib.kernel.manager_alerts import ManagerAlert
from shared_lib.notifications.mail import Mail, MailKind
from shared_lib.notifications.membership_card import MembershipCard
from shared_lib.notifications.ports import MailRenderer
from tests.visits import SPA


class PlainRenderer(MailRenderer):
    """Each mail names its kind and the visit's time at the spa."""

    def render(self, kind: MailKind, booking: Booking, past: BookingHistory, *, now: datetime) -> Mail:
        subject = f"{kind} {SPA.wall(booking.starts_at):%d %b %H:%M}"
        return Mail(kind, subject, f"<p>{booking.reference}</p>", f"{booking.reference}, written {now}")

    def code(self, digits: str, *, now: datetime, lang: str = "en") -> Mail:
        return Mail(MailKind.CODE, digits, f"<p lang={lang}>{digits}</p>", f"{digits}, written {now}")

    def manager_alert(self, alerts: Sequence[ManagerAlert], *, now: datetime, lang: str = "en") -> Mail:
        return Mail(MailKind.MANAGER_ALERT, f"{len(alerts)} alerts", "<p>alerts</p>", "alerts")

    def membership_welcome(self, card: MembershipCard, *, to: Contact, now: datetime, lang: str = "en") -> Mail:
        return Mail(MailKind.MEMBERSHIP_WELCOME, "welcome", "<p>welcome</p>", "welcome")
