"""The one place that chooses adapters: each is built when it is first used, and imported only then."""

from functools import cache, cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.calendars import CalendarServices
from shared_lib.config import Settings
from shared_lib.kernel.adapters.clock import BusinessClock
from shared_lib.kernel.clock import real_now

if TYPE_CHECKING:
    from datetime import datetime

    from shared_lib.agent.chat.adapters.firestore import FirestoreSessions
    from shared_lib.availability.adapters.postgres import PostgresSnapshotReader
    from shared_lib.bookings.adapters.history import PostgresHistoryReader
    from shared_lib.bookings.adapters.postgres import PostgresBookings
    from shared_lib.bookings.context import BookingContext
    from shared_lib.kernel.adapters.cipher import DataCipher
    from shared_lib.kernel.adapters.database import Database
    from shared_lib.kernel.adapters.rate_limits import PostgresRateLimits
    from shared_lib.kernel.adapters.signer import TokenSigner
    from shared_lib.kernel.dispatch_events import EventDispatcher
    from shared_lib.kernel.spa import Spa
    from shared_lib.notifications.adapters.mail_log import PostgresMailLog
    from shared_lib.notifications.adapters.mail_templates import TemplateRenderer
    from shared_lib.notifications.adapters.sendgrid import SendGridMailer, SendGridReports
    from shared_lib.payments.adapters.pending_payments import PostgresPendingPayments
    from shared_lib.payments.adapters.stripe.gateway import StripeGateway
    from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
    from shared_lib.pricing.adapters.sheets import GoogleWorkbook
    from shared_lib.pricing.price_book import PriceBook
    from shared_lib.waitlist.adapters.postgres import PostgresWaitlist
    from shared_lib.web.signatures import TimedSignature


class Services(CalendarServices):
    """What the endpoints work with; nothing is connected before it is asked for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = BusinessClock(settings.path("clock_file"))

    def real_now(self) -> "datetime":
        """Return the real instant, for vendors' time-outs and signatures."""
        return real_now()

    @property
    def public_url(self) -> str:
        """Return the website's address, without a slash at its end."""
        return self.settings.public_url

    @cached_property
    def database(self) -> "Database":
        """The bookings' database."""
        from shared_lib.kernel.adapters.database import Database

        return Database(self.settings.database_url, max_connections=self.settings.database_pool_max)

    @cached_property
    def cipher(self) -> "DataCipher":
        """The house's data key, unwrapped once."""
        from shared_lib.kernel.adapters.cipher import DataCipher
        from shared_lib.kernel.adapters.keys import data_keys_from_file, data_keys_from_kms

        path = self.settings.path("data_key_file")
        keys = (
            data_keys_from_file(path)
            if path
            else data_keys_from_kms(self.settings.data_key_kms, self.settings.data_key_wrapped)
        )
        return DataCipher(keys)

    @cached_property
    def signer(self) -> "TokenSigner":
        """Tokens for sessions and payment links."""
        from shared_lib.kernel.adapters.keys import signing_keys_from_file
        from shared_lib.kernel.adapters.signer import TokenSigner

        path = self.settings.path("signing_key_file")
        return TokenSigner(signing_keys_from_file(path) if path else [])

    @property
    def form_key(self) -> bytes:
        """The key that signs the forms of our pages."""
        return self.signer.sign("forms", purpose="form-key").encode()

    @property
    def atlas_secrets(self) -> list[str]:
        """The secrets that Atlas may show: two are in force while one is being exchanged."""
        return [secret.strip() for secret in self.settings.atlas_secrets.split(",") if secret.strip()]

    @cached_property
    def spa(self) -> "Spa":
        """The spa that this deployment serves."""
        from shared_lib.kernel.adapters.spas import PostgresSpas

        return PostgresSpas(self.database).get(self.settings.spa_id)

    @cached_property
    def price_books(self) -> "PostgresPriceBooks":
        """Published versions of the price book."""
        from shared_lib.pricing.adapters.postgres import PostgresPriceBooks

        return PostgresPriceBooks(self.database)

    def price_book(self) -> "PriceBook":
        """Return the version in force."""
        return self.price_books.current(self.settings.spa_id)

    @cached_property
    def bookings(self) -> "PostgresBookings":
        """The bookings of the spa."""
        from shared_lib.bookings.adapters.postgres import PostgresBookings
        from shared_lib.payments.adapters.payment_records import records_of

        return PostgresBookings(self.database, self.cipher, records=records_of)

    @cached_property
    def waitlist(self) -> "PostgresWaitlist":
        """Those who wait for a place."""
        from shared_lib.waitlist.adapters.postgres import PostgresWaitlist

        return PostgresWaitlist(self.database, self.cipher)

    @cached_property
    def booking_history(self) -> "PostgresHistoryReader":
        """What a booking went through."""
        from shared_lib.bookings.adapters.history import PostgresHistoryReader

        return PostgresHistoryReader(self.database)

    @cached_property
    def snapshots(self) -> "PostgresSnapshotReader":
        """One look at the house."""
        from shared_lib.availability.adapters.postgres import PostgresSnapshotReader

        return PostgresSnapshotReader(self.database)

    @property
    def context(self) -> "BookingContext":
        """What every change of a booking works with."""
        from shared_lib.bookings.context import BookingContext

        return BookingContext(self.spa, self.snapshots, self.price_books, self.bookings)

    @cached_property
    def rate_limits(self) -> "PostgresRateLimits":
        """How often somebody asked."""
        from shared_lib.kernel.adapters.rate_limits import PostgresRateLimits

        return PostgresRateLimits(self.database)

    @cached_property
    def pending_payments(self) -> "PostgresPendingPayments":
        """Money matters that somebody has to see to."""
        from shared_lib.payments.adapters.pending_payments import PostgresPendingPayments

        return PostgresPendingPayments(self.database)

    @cached_property
    def sessions(self) -> "FirestoreSessions":
        """The chat's sessions."""
        from shared_lib.agent.chat.adapters.firestore import FirestoreSessions

        return FirestoreSessions(project=self.settings.project, cipher=self.cipher)

    @cached_property
    def dispatcher(self) -> "EventDispatcher":
        """Tells the followers of bookings what was committed."""
        from shared_lib.kernel.adapters.outbox import PostgresOutbox
        from shared_lib.kernel.adapters.pubsub import PubSubPublisher
        from shared_lib.kernel.dispatch_events import EventDispatcher

        settings = self.settings
        publisher = PubSubPublisher(
            project=settings.project, topic=settings.booking_topic, emulator=settings.pubsub_emulator_host
        )
        return EventDispatcher(PostgresOutbox(self.database), publisher)

    @cached_property
    def payments(self) -> "StripeGateway":
        """The payment service."""
        from shared_lib.payments.adapters.stripe.gateway import StripeGateway

        settings = self.settings
        return StripeGateway(
            api_key=settings.stripe_api_key,
            api_base=settings.stripe_api_base,
            webhook_secret=settings.stripe_webhook_secret,
        )

    @cached_property
    def workbook(self) -> "GoogleWorkbook":
        """The owner's price book in Google Sheets."""
        from shared_lib.pricing.adapters.sheets import GoogleWorkbook

        return GoogleWorkbook(
            spreadsheet_id=self.settings.price_book_id, api_base=self.settings.sheets_api_base or None
        )

    @cached_property
    def sheets_signature(self) -> "TimedSignature":
        """What the price book's script signs with."""
        from shared_lib.web.signatures import TimedSignature

        return TimedSignature(self.settings.sheets_webhook_secret)

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


@cache
def services() -> Services:
    """Return this process's services, read from its environment once."""
    return Services(Settings.read())
