"""What is known of guests in every store: given out, erased, and forgotten in time."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.agent import AgentServices
from shared_lib.bootstrap.calendars import CalendarServices
from shared_lib.bootstrap.concierge import ConciergeServices
from shared_lib.bootstrap.notifications import NotificationServices
from shared_lib.bootstrap.waitlist import WaitlistServices

if TYPE_CHECKING:
    from shared_lib.bookings.adapters.subject_bookings import PostgresSubjectBookings
    from shared_lib.calendars.adapters.personal_data import CalendarData
    from shared_lib.guests.adapters.erasures import PostgresErasures
    from shared_lib.guests.adapters.pdf_writer import PdfWriter
    from shared_lib.guests.erase_guest import Eraser
    from shared_lib.guests.personal_data import PersonalDataStore
    from shared_lib.kernel.retention import ExpiringStore
    from shared_lib.notifications.adapters.sendgrid.recipient_data import SendGridRecipientData


class PrivacyServices(AgentServices, ConciergeServices, NotificationServices, CalendarServices, WaitlistServices):
    """Above all capabilities: each has a store of its own, and here they are together."""

    @cached_property
    def erasures(self) -> "PostgresErasures":
        """What guests asked us to forget."""
        from shared_lib.guests.adapters.erasures import PostgresErasures

        return PostgresErasures(self.database, self.cipher, spa_id=self.settings.spa_id)

    @cached_property
    def subject_bookings(self) -> "PostgresSubjectBookings":
        """Which bookings are a guest's."""
        from shared_lib.bookings.adapters.subject_bookings import PostgresSubjectBookings

        return PostgresSubjectBookings(self.database, self.cipher)

    @cached_property
    def pdf_writer(self) -> "PdfWriter":
        """Writes what guests keep."""
        from shared_lib.guests.adapters.pdf_writer import PdfWriter

        return PdfWriter()

    @property
    def personal_data_stores(self) -> "Sequence[PersonalDataStore]":
        """Every store that holds something of guests; calendars are written again after bookings have no contact."""
        from shared_lib.agent.chat.adapters.personal_data import ChatData
        from shared_lib.bookings.adapters.personal_data import BookingData
        from shared_lib.concierge.adapters.personal_data import CaseData
        from shared_lib.guests.adapters.personal_data import GuestRecordData
        from shared_lib.guests.adapters.untraceable_copies import UntraceableCopies
        from shared_lib.notifications.adapters.personal_data import MessageLogData
        from shared_lib.payments.adapters.personal_data import PaymentData
        from shared_lib.waitlist.adapters.personal_data import WaitlistData

        return (
            GuestRecordData(self.database, self.cipher),
            BookingData(self.database, self.cipher),
            PaymentData(self.database),
            WaitlistData(self.database, self.cipher),
            CaseData(self.database, self.cipher),
            MessageLogData(self.database),
            ChatData(self.sessions),
            self._calendar_data,
            self._recipient_data,
            UntraceableCopies(),
        )

    @property
    def _calendar_data(self) -> "CalendarData":
        from shared_lib.calendars.adapters.personal_data import CalendarData

        return CalendarData(
            bookings=self.bookings, calendars=self.calendars, ids=self.calendar_ids, spa=self.spa, inbox=self.inbox
        )

    @property
    def _recipient_data(self) -> "SendGridRecipientData":
        from shared_lib.notifications.adapters.sendgrid.recipient_data import SendGridRecipientData

        return SendGridRecipientData(self.settings.sendgrid_api_key, host=self.settings.sendgrid_api_base)

    @property
    def eraser(self) -> "Eraser":
        """What it takes to erase a guest."""
        from shared_lib.guests.erase_guest import Eraser

        return Eraser(self.erasures, self.subject_bookings, lambda: self.personal_data_stores, self.manager_alerts)

    @property
    def expiring_stores(self) -> "Sequence[ExpiringStore]":
        """Everything that is kept for a time, in the order in which it is forgotten."""
        from shared_lib.agent.chat.adapters.personal_data import ExpiringSessions
        from shared_lib.bookings.adapters import retention as bookings
        from shared_lib.calendars.adapters import retention as calendars
        from shared_lib.concierge.adapters import retention as concierge
        from shared_lib.guests.adapters import retention as guests
        from shared_lib.kernel.adapters import expiring_rows as kernel
        from shared_lib.notifications.adapters import retention as notifications
        from shared_lib.waitlist.adapters import retention as waitlist

        parts = (concierge, bookings, waitlist, guests, notifications, calendars, kernel)
        statements = [each for part in parts for each in part.FORGET.items()]
        rows = (kernel.ExpiringRows(self.database, what, statement) for what, statement in statements)
        return (*rows, ExpiringSessions(self.sessions))
