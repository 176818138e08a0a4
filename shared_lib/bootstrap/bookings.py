"""Bookings, and what every change of one works with."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.availability import AvailabilityServices
from shared_lib.bootstrap.guests import GuestServices
from shared_lib.bootstrap.payments import PaymentServices

if TYPE_CHECKING:
    from shared_lib.bookings.adapters.acceptance import PostgresAcceptances
    from shared_lib.bookings.adapters.guest_bookings import PostgresGuestBookings
    from shared_lib.bookings.adapters.history import PostgresHistoryReader
    from shared_lib.bookings.adapters.postgres import PostgresBookings
    from shared_lib.bookings.adapters.receipt_pdf import ReceiptPdf
    from shared_lib.bookings.booking import Booking
    from shared_lib.bookings.context import BookingContext
    from shared_lib.bookings.draft import UnpaidLimits


class BookingServices(AvailabilityServices, PaymentServices, GuestServices):
    """The bookings of the spa."""

    @cached_property
    def bookings(self) -> "PostgresBookings":
        """The bookings of the spa."""
        from shared_lib.bookings.adapters.postgres import PostgresBookings
        from shared_lib.payments.adapters.payment_records import records_of

        return PostgresBookings(self.database, self.cipher, records=records_of)

    @cached_property
    def guest_bookings(self) -> "PostgresGuestBookings":
        """The bookings of guests who have proved who they are."""
        from shared_lib.bookings.adapters.guest_bookings import PostgresGuestBookings

        return PostgresGuestBookings(self.database, self.cipher)

    @cached_property
    def booking_history(self) -> "PostgresHistoryReader":
        """What a booking went through."""
        from shared_lib.bookings.adapters.history import PostgresHistoryReader

        return PostgresHistoryReader(self.database)

    @cached_property
    def acceptances(self) -> "PostgresAcceptances":
        """What guests accepted before they paid."""
        from shared_lib.bookings.adapters.acceptance import PostgresAcceptances

        return PostgresAcceptances(self.database, self.cipher)

    @cached_property
    def receipts(self) -> "ReceiptPdf":
        """Puts receipts on paper."""
        from shared_lib.bookings.adapters.receipt_pdf import ReceiptPdf

        return ReceiptPdf(self.spa)

    def receipt_file(self, booking: "Booking") -> bytes:
        """Return the receipt of a booking as a PDF; raise NotFound where nothing was paid for it."""
        from shared_lib.bookings.receipt import receipt_of

        return self.receipts.write(receipt_of(booking, self.payment_history.history(booking.id)))

    @property
    def context(self) -> "BookingContext":
        """What every change of a booking works with."""
        from shared_lib.bookings.context import BookingContext

        return BookingContext(self.spa, self.snapshots, self.price_books, self.bookings, self.snapshots.rosters)

    @property
    def unpaid_limits(self) -> "UnpaidLimits":
        """How many places may be kept unpaid."""
        from shared_lib.bookings.draft import UnpaidLimits

        settings = self.settings
        of_session, of_contact = settings.unpaid_holds_per_session, settings.unpaid_holds_per_contact
        return UnpaidLimits(of_session, of_contact, settings.unpaid_holds_per_address)
