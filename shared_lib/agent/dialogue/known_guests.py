"""Guests who prove who they are in a conversation: the code, and what is theirs after it."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.ports import GuestBookings
from shared_lib.bookings.recognise_guest import recognise_guest
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.guests.ports import Guests, ProofCodes
from shared_lib.guests.request_code import SendSoon, request_code
from shared_lib.kernel.locales import ENGLISH
from shared_lib.kernel.ports import RateLimits


@dataclasses.dataclass(frozen=True, kw_only=True)
class KnownGuests:
    """The ports of a proof; `check_number` raises a Refusal for a telephone that no code can go to."""

    codes: ProofCodes
    guests: Guests
    guest_bookings: GuestBookings
    send_soon: SendSoon
    rate_limits: RateLimits
    note_proved: Callable[[ContactPoint], None]
    check_number: Callable[[str], None]

    def send_code(self, text: str, *, holder: str, address: str, now: datetime, lang: str = ENGLISH) -> ContactPoint:
        """Have a code sent to an address or a number as it was typed; raise BadInput, TooMany or SmsNotOffered."""
        point = ContactPoint.parse(text)
        if point.channel == Channel.SMS:
            self.check_number(point.address)
        request_code(
            point,
            holder=holder,
            address=address,
            codes=self.codes,
            send_soon=self.send_soon,
            rate_limits=self.rate_limits,
            now=now,
            lang=lang,
        )
        return point

    def check(self, typed: str, *, holder: str, address: str, now: datetime) -> Guest:
        """Return the guest whom a code proves; raise BadInput, CodeWrong, CodeEnded or TooMany."""
        return recognise_guest(
            typed,
            holder=holder,
            address=address,
            codes=self.codes,
            rate_limits=self.rate_limits,
            guests=self.guests,
            guest_bookings=self.guest_bookings,
            note_proved=self.note_proved,
            now=now,
        )

    def coming(self, guest_id: UUID, *, now: datetime) -> Sequence[Booking]:
        """Return what lies ahead of a guest, the next one first."""
        return self.guest_bookings.coming(self.guests.get(guest_id), now=now)
