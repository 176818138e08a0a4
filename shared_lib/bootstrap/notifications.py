"""Mails to guests."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from shared_lib.bootstrap.bookings import BookingServices

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from shared_lib.bookings.booking import Booking
    from shared_lib.guests.contact_point import ContactPoint
    from shared_lib.notifications.adapters.delivery_reports import PostgresDeliveryReports
    from shared_lib.notifications.adapters.icalendar import ICalendarWriter
    from shared_lib.notifications.adapters.mail_log import PostgresMailLog
    from shared_lib.notifications.adapters.mail_templates import TemplateRenderer
    from shared_lib.notifications.adapters.owed_mail import PostgresOwedMail
    from shared_lib.notifications.adapters.sendgrid import SendGridMailer, SendGridReports
    from shared_lib.notifications.adapters.sms_texts import SmsTexts
    from shared_lib.notifications.adapters.suppressions import PostgresSuppressions
    from shared_lib.notifications.adapters.twilio import TwilioMessenger
    from shared_lib.notifications.adapters.upcoming_visits import PostgresUpcomingVisits
    from shared_lib.notifications.context import MailContext
    from shared_lib.notifications.house_texts import HouseTexts
    from shared_lib.notifications.may_send import SendRules
    from shared_lib.notifications.review_request import ReviewContext
    from shared_lib.notifications.send_alerts import AlertContext
    from shared_lib.notifications.send_code import CodeContext
    from shared_lib.notifications.send_text import TextContext
    from shared_lib.notifications.text import SmsReach


class NotificationServices(BookingServices):
    """SendGrid and Twilio, templates, and the log of what was sent."""

    @cached_property
    def sms_reach(self) -> "SmsReach":
        """To which countries texts are sent; to none where the house has no SMS."""
        from shared_lib.notifications.text import SmsReach

        settings = self.settings
        countries = settings.sms_countries.split(",") if settings.sms_account else []
        return SmsReach(frozenset(country.strip() for country in countries))

    @property
    def sms_is_offered(self) -> bool:
        """Whether anything is sent by SMS: a page that may ask for it shows it only then."""
        return self.sms_reach.is_offered

    @cached_property
    def texts(self) -> "TwilioMessenger":
        """Sends text messages; refuses each where the house has no SMS."""
        from shared_lib.notifications.adapters.twilio import TwilioMessenger

        settings = self.settings
        return TwilioMessenger(
            settings.sms_account,
            settings.sms_token,
            sender=settings.sms_sender,
            reach=self.sms_reach,
            host=settings.sms_api_base,
        )

    @cached_property
    def text_writer(self) -> "SmsTexts":
        """Writes text messages."""
        from shared_lib.notifications.adapters.sms_texts import SmsTexts

        return SmsTexts(self.spa, public_url=self.public_url)

    @property
    def text_context(self) -> "TextContext":
        """What every text is sent with."""
        from shared_lib.notifications.links import MailLinks
        from shared_lib.notifications.send_text import TextContext

        return TextContext(
            mails=self.mail_context,
            messenger=self.texts,
            writer=self.text_writer,
            reach=self.sms_reach,
            links=MailLinks(self.public_url, self.signer),
            guests=self.guests,
        )

    def send_code_text(self, digits: str, number: str, message_id: "UUID") -> str:
        """Send a code to a number in E.164 and return the carrier's id; errors as a Mailer's."""
        return self.texts.send(self.text_writer.code(digits), to=number, message_id=message_id)

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

        return PostgresMailLog(self.database, self.cipher)

    @cached_property
    def invitations(self) -> "ICalendarWriter":
        """Writes what guests' calendars read."""
        from shared_lib.notifications.adapters.icalendar import ICalendarWriter

        return ICalendarWriter()

    def calendar_file(self, booking: "Booking", now: "datetime") -> bytes:
        """Return a confirmed visit as an iCalendar file to download; raise WrongState where it does not stand."""
        from shared_lib.notifications.invitation import publish

        return self.invitations.write(publish(booking, self.spa, sender=self.settings.mail_sender), stamped=now)

    @cached_property
    def mail_renderer(self) -> "TemplateRenderer":
        """Writes mails."""
        from shared_lib.notifications.adapters.mail_templates import TemplateRenderer
        from shared_lib.notifications.adapters.membership_cards import PdfCardWriter
        from shared_lib.notifications.links import MailLinks

        return TemplateRenderer(
            spa=self.spa,
            sender=self.settings.mail_sender,
            invitations=self.invitations,
            cards=PdfCardWriter(),
            links=MailLinks(self.public_url, self.signer),
            house=self.house_texts,
            contact_hash=self.cipher.fingerprint,
            receipt_pdf=self.receipt_file,
        )

    def house_texts(self) -> "HouseTexts":
        """Return what the owner tells guests at this moment."""
        from shared_lib.notifications.house_texts import HouseTexts

        told = self.price_book().policies
        return HouseTexts(told.review_url, told.directions, told.parking, told.what_to_bring)

    @cached_property
    def mail_reports(self) -> "SendGridReports":
        """What becomes of mails."""
        from shared_lib.notifications.adapters.sendgrid import SendGridReports

        return SendGridReports(self.settings.sendgrid_webhook_public_key)

    @cached_property
    def delivery_reports(self) -> "PostgresDeliveryReports":
        """Applies what becomes of mails, to them and to their addresses."""
        from shared_lib.guests.adapters.preferences import keep_choices
        from shared_lib.notifications.adapters.delivery_reports import PostgresDeliveryReports

        spa_id = self.settings.spa_id
        return PostgresDeliveryReports(self.database, spa_id=spa_id, keep_choices=partial(keep_choices, spa_id=spa_id))

    @cached_property
    def suppressions(self) -> "PostgresSuppressions":
        """Addresses that nothing is written to any more."""
        from shared_lib.notifications.adapters.suppressions import PostgresSuppressions

        return PostgresSuppressions(self.database, spa_id=self.settings.spa_id)

    @property
    def send_rules(self) -> "SendRules":
        """What may be sent to whom."""
        from shared_lib.notifications.may_send import SendRules

        return SendRules(self.preferences, self.suppressions, self.cipher)

    def note_proved(self, contact_point: "ContactPoint") -> None:
        """Write again to a contact point that was just proved: what came back from it once is mended."""
        self.suppressions.lift(contact_point.hashed(self.cipher))

    def send_receipt_soon(self, booking: "Booking") -> None:
        """Have the receipt of a booking mailed by a task of its own, once for each version."""
        name = f"receipt-{booking.id}-v{booking.version}"
        self.tasks.at(self.clock(), name=name, function="task_send_email", body={"receipt": str(booking.id)})

    @cached_property
    def owed_mail(self) -> "PostgresOwedMail":
        """Mails that are not settled."""
        from shared_lib.notifications.adapters.owed_mail import PostgresOwedMail

        return PostgresOwedMail(self.database)

    @cached_property
    def upcoming_visits(self) -> "PostgresUpcomingVisits":
        """Visits that guests are reminded of."""
        from shared_lib.notifications.adapters.upcoming_visits import PostgresUpcomingVisits

        return PostgresUpcomingVisits(self.database, spa_id=self.settings.spa_id)

    @property
    def mail_context(self) -> "MailContext":
        """What every mail is sent with."""
        from shared_lib.notifications.context import MailContext

        return MailContext(
            bookings=self.bookings,
            history=self.booking_history,
            mail_log=self.mail_log,
            renderer=self.mail_renderer,
            mailer=self.mail,
            rules=self.send_rules,
            manager_alerts=self.manager_alerts,
            most_per_hour=self.settings.mails_of_a_kind_per_hour,
        )

    @property
    def alert_context(self) -> "AlertContext":
        """What mails to the manager are sent with."""
        from shared_lib.notifications.send_alerts import AlertContext

        return AlertContext(
            alerts=self.manager_alerts,
            renderer=self.mail_renderer,
            mail_log=self.mail_log,
            mailer=self.mail,
            manager_mail=self.settings.manager_mail,
        )

    @property
    def review_context(self) -> "ReviewContext":
        """What asking for reviews works with."""
        from shared_lib.notifications.review_request import ReviewContext

        return ReviewContext(mails=self.mail_context, tasks=self.tasks, price_books=self.price_books, spa=self.spa)

    @property
    def code_context(self) -> "CodeContext":
        """What sending codes works with."""
        from shared_lib.notifications.send_code import CodeContext

        return CodeContext(codes=self.proof_codes, mails=self.mail_context, send_text=self.send_code_text)
