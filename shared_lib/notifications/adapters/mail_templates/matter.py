"""What a mail about a booking is about: the booking as it stands, what it was, and the state that its matter is in."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.history import BookingHistory, LastChange
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.locales import locale_of
from shared_lib.kernel.locales.english import English
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.adapters.mail_templates.words import SHARED, Words
from shared_lib.notifications.house_texts import HouseTexts
from shared_lib.notifications.mail import MailKind

_LONGEST_NAME = 30


@dataclasses.dataclass(frozen=True, slots=True)
class Matter:
    """A booking that is written about at `now`; `sender` is the address that guests reply to."""

    kind: MailKind
    booking: Booking
    past: BookingHistory
    now: datetime
    spa: Spa
    sender: str
    house: HouseTexts

    @property
    def locale(self) -> English:
        """Return how the guest's language writes."""
        return locale_of(self.booking.lang)

    def moment(self, instant: datetime) -> str:
        """Return day, hour and zone in full."""
        return self.locale.moment(instant, self.spa, now=self.now)

    @property
    def day(self) -> str:
        """Return the day of the visit."""
        return self.locale.day(self.booking.starts_at, self.spa, now=self.now)

    @property
    def hours(self) -> str:
        """Return from when until when it lasts."""
        return self.locale.hours(self.booking.starts_at, self.booking.ends_at, self.spa)

    @property
    def change(self) -> LastChange:
        """Return the last change, as none where there was none."""
        return self.past.change or LastChange(self.booking.starts_at)

    @property
    def paid_cents(self) -> int:
        """Return what was paid, whatever came back of it."""
        return self.booking.paid.amount_cents if self.booking.paid else 0

    @property
    def state(self) -> str:
        """Return the state for which some of its sentences are told in another way."""
        state, is_in = _STATES.get(self.kind, ("", lambda _: False))
        return state if is_in(self) else ""


_STATES: Mapping[MailKind, tuple[str, Callable[[Matter], bool]]] = {
    MailKind.CHANGED: ("moved", lambda matter: matter.change.old_start != matter.booking.starts_at),
    MailKind.PAYMENT_FAILED: ("ended", lambda matter: not matter.booking.is_live_hold(matter.now)),
    MailKind.CANCELLATION: ("returned", lambda matter: matter.past.refunded_cents > 0),
    MailKind.RECEIPT: ("before", lambda matter: matter.booking.status is not Status.COMPLETED),
    MailKind.REVIEW_REQUEST: ("privately", lambda matter: not matter.house.review_url),
}


def called(name: str) -> str:
    """Return a first name if it reads like one: strangers' words, links above all, don't travel in our name."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    is_name = first.translate(str.maketrans("", "", "-'\u2019")).isalpha() and len(first) <= _LONGEST_NAME
    return first if is_name else ""


def words_about(matter: Matter) -> Words:
    """Return the sentences of a mail about a booking, with the facts that any of them may name."""
    booking, change, lang, money = matter.booking, matter.change, matter.booking.lang, matter.locale.money
    facts = {
        **ways_to_reach(matter.spa, lang),
        "name": called(booking.contact.name) if booking.contact else "",
        "reference": booking.reference,
        "treatment": booking.treatment.name,
        "moment": matter.moment(booking.starts_at),
        "before": matter.moment(change.old_start),
        "day": matter.day,
        "hours": matter.hours,
        "held_until": matter.moment(booking.held_until),
        "paid": money(matter.paid_cents),
        "refunded": money(matter.past.refunded_cents),
        "back": money(change.refund_cents),
        "fee": money(change.fee_cents),
        "balance": money(booking.balance_cents),
    }
    return Words(lang, matter.kind, facts, state=matter.state)


def ways_to_reach(spa: Spa, lang: str) -> Mapping[str, str]:
    """Return how a guest reaches us, as the last of several ways and as the only one."""
    say = Words(lang, SHARED, {"phone": spa.phone.replace(" ", "\N{NO-BREAK SPACE}")})
    way = "_by_phone" if spa.phone else ""
    return {"reach": say(f"reach{way}"), "reach_first": say(f"reach_first{way}")}
