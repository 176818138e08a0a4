"""Mails to guests."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.bookings import BookingServices

if TYPE_CHECKING:
    from shared_lib.notifications.adapters.mail_log import PostgresMailLog
    from shared_lib.notifications.adapters.mail_templates import TemplateRenderer
    from shared_lib.notifications.adapters.owed_mail import PostgresOwedMail
    from shared_lib.notifications.adapters.sendgrid import SendGridMailer, SendGridReports


class NotificationServices(BookingServices):
    """SendGrid, templates, and the log of mails."""

    @cached_property
    def mail(self) -> "SendGridMailer":
        """Sends mails."""
        from shared_lib.notifications.adapters.sendgrid import SendGridMailer

        settings = self.settings
        return SendGridMailer(
            settings.sendgrid_api_key,
            sender=settings.mail_sender,
            sender_name=self.spa.name,
            host=settings.sendgrid_api_base,
        )

    @cached_property
    def mail_log(self) -> "PostgresMailLog":
        """Which mails were sent."""
        from shared_lib.notifications.adapters.mail_log import PostgresMailLog

        return PostgresMailLog(self.database)

    @cached_property
    def mail_renderer(self) -> "TemplateRenderer":
        """Writes mails."""
        from shared_lib.notifications.adapters.icalendar import ICalendarWriter
        from shared_lib.notifications.adapters.mail_templates import TemplateRenderer
        from shared_lib.payments.pay_links import pay_url

        return TemplateRenderer(
            spa=self.spa,
            sender=self.settings.mail_sender,
            invitations=ICalendarWriter(),
            pay_link=lambda booking_id: pay_url(booking_id, public_url=self.public_url, signer=self.signer),
        )

    @cached_property
    def mail_reports(self) -> "SendGridReports":
        """What becomes of mails."""
        from shared_lib.notifications.adapters.sendgrid import SendGridReports

        return SendGridReports(self.settings.sendgrid_webhook_public_key)

    @cached_property
    def owed_mail(self) -> "PostgresOwedMail":
        """Mails that are not settled."""
        from shared_lib.notifications.adapters.owed_mail import PostgresOwedMail

        return PostgresOwedMail(self.database)
