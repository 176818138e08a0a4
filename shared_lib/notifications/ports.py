"""Mails that were asked for by an event and are not settled yet."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.history import BookingHistory
from shared_lib.kernel.events import Event
from shared_lib.kernel.manager_alerts import ManagerAlert
from shared_lib.notifications.invitation import Invitation
from shared_lib.notifications.mail import Claim, Mail, MailKey, MailKind, MailReport, MessageKind
from shared_lib.notifications.membership_card import MembershipCard
from shared_lib.notifications.reminder_rules import UpcomingVisit
from shared_lib.notifications.suppression import SuppressionReason


class Mailer(Protocol):
    """Whoever carries mails; it knows no idempotency, so each call may be a mail of its own."""

    def send(self, mail: Mail, *, to: Contact, message_id: UUID) -> str:
        """Hand the mail over and return the carrier's own id for it.

        Raise VendorRefused (never), VendorUnavailable (not sent) or OutcomeUnknown (sent, perhaps).
        """
        ...


class MailRenderer(Protocol):
    """Whoever writes mails; `lang` is the guest's language, English where there is nothing in it."""

    def render(self, kind: MailKind, booking: Booking, past: BookingHistory, *, now: datetime) -> Mail:
        """Return the mail about a booking as it reads at `now`, in the booking's language.

        Its invitation or receipt is attached where it has one.
        """
        ...

    def code(self, digits: str, *, now: datetime, lang: str = "en") -> Mail:
        """Return the mail with a code that is asked for at `now`."""
        ...

    def manager_alert(self, alerts: Sequence[ManagerAlert], *, now: datetime, lang: str = "en") -> Mail:
        """Return one mail for one alert or several: what happened, and what to do."""
        ...

    def membership_welcome(self, card: MembershipCard, *, to: Contact, now: datetime, lang: str = "en") -> Mail:
        """Return the mail that welcomes a member, with the card attached; `to` may switch off such mails."""
        ...


class MembershipCardWriter(Protocol):
    """Whoever draws members' cards."""

    def write(self, card: MembershipCard, *, house: str, membership: str, since: str) -> bytes:
        """Return the card as a PDF; `membership` and `since` are what stands on it, in the member's language."""
        ...


class TextMessenger(Protocol):
    """Whoever carries text messages to telephones; it knows no idempotency."""

    def send(self, text: str, *, to: str, message_id: UUID) -> str:
        """Hand a text to a number in E.164 over and return the carrier's own id for it; errors as a Mailer's."""
        ...


class TextWriter(Protocol):
    """Whoever writes text messages: plain, short, each with one link at most."""

    def code(self, digits: str) -> str:
        """Return the text that brings a code."""
        ...

    def payment_link(self, booking: Booking, url: str, *, now: datetime) -> str:
        """Return the text that brings the link by which a hold is paid."""
        ...

    def reminder(self, booking: Booking, url: str, *, now: datetime) -> str:
        """Return the text that reminds of a visit; it says how to end such texts."""
        ...


class InvitationWriter(Protocol):
    """Whoever writes what a guest's calendar reads."""

    def write(self, invitation: Invitation, *, stamped: datetime) -> bytes:
        """Return the invitation as an iCalendar file."""
        ...


class MailLog(Protocol):
    """What was sent to whom: each mail is claimed by its key before it is sent."""

    def claim(self, key: MailKey, *, to: str, now: datetime) -> Claim | None:
        """Take the right to send it to an address; None if it has gone out; raise MailOnItsWay while nobody knows."""
        ...

    def claimed_since(self, kind: MessageKind, since: datetime, *, most: int) -> int:
        """Return how many of a kind were claimed after an instant, counted up to `most`."""
        ...

    def heard_since(self, kind: MessageKind, since: datetime, *, to: str, apart_from: UUID) -> bool:
        """Return whether an address was sent one of a kind after an instant, about another booking than this one."""
        ...

    def accepted(self, claim: Claim, vendor_id: str, *, now: datetime) -> None:
        """Note that the carrier has it."""
        ...

    def refused(self, claim: Claim, reason: str, *, now: datetime) -> None:
        """Note that the carrier will never take it."""
        ...

    def unsent(self, claim: Claim, *, now: datetime) -> None:
        """Give the claim back: it is known not to have been sent."""
        ...


KeepChoices = Callable[..., None]
"""Keeps what guests chose, in a transaction: of a connection, the addresses' hashes, the choices, and `now`."""


class DeliveryReports(Protocol):
    """What the carrier tells later."""

    def apply(self, reports: Sequence[MailReport], *, now: datetime) -> Sequence[MailReport]:
        """Note each report and what it means for the mail's address, once and in any order; return those that are new.

        The desk is told, once for each booking, of an address that nothing is written to any more.
        """
        ...


class Suppressions(Protocol):
    """Addresses that nothing is written to any more, by their keyed hash."""

    def reason_for(self, contact_hash: bytes) -> SuppressionReason | None:
        """Return why nothing is written to an address, None if it may be written to."""
        ...

    def suppress(self, contact_hash: bytes, reason: SuppressionReason, *, now: datetime) -> bool:
        """Write to an address no more; return whether that is new."""
        ...

    def lift(self, contact_hash: bytes) -> None:
        """Write again to an address that was proved anew; who complained stays undisturbed."""
        ...


class UpcomingVisits(Protocol):
    """Visits that are to come."""

    def between(self, begins: datetime, ends: datetime) -> Sequence[UpcomingVisit]:
        """Return those whose guests are expected and have not said that they come; none that begins at `ends`."""
        ...


class OwedMail(Protocol):
    """What was promised by a committed event, whether or not anybody was told of the event."""

    def mark_settled(self, *, now: datetime) -> int:
        """Note for all events whose mail is settled that nobody need look at them again; return how many."""
        ...

    def waiting(self, *, before: datetime, limit: int) -> Sequence[Event]:
        """Return the oldest events from before an instant that may ask for a mail which is not settled.

        Not among them: those whose mail somebody has begun to send after that instant.
        """
        ...

    def mark_unneeded(self, event_id: UUID, *, now: datetime) -> None:
        """Note that an event asks for no mail any more."""
        ...
