"""Whoever proves who they are, from a browser of their own: the codes are read as they go out."""

from uuid import UUID

from shared_lib.bookings.recognise_guest import recognise_guest
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.guests.proof_code import new_digits
from shared_lib.guests.request_code import request_code
from tests.spa_house import GUEST

DANIEL = ContactPoint(Channel.EMAIL, GUEST.email)
PHONE = ContactPoint(Channel.SMS, "+12125550199")
OFFICE = ContactPoint(Channel.EMAIL, "daniel@office.example.com")
HOME, CAFE = "203.0.113.9", "203.0.113.77"


class Browser:
    """Whoever asks for codes and types them, from one place."""

    def __init__(self, house, name: str, address: str = HOME) -> None:
        self.house, self.name, self.address = house, name, address
        self.mailed: list[str] = []

    def ask(self, contact_point: ContactPoint) -> str:
        """Ask for a code; return the digits that went out."""
        code = request_code(
            contact_point,
            holder=self.name,
            address=self.address,
            codes=self.house.proof_codes,
            send_soon=self._send,
            rate_limits=self.house.rate_limits,
            now=self.house.now,
        )
        assert code.contact_point == contact_point
        return self.mailed[-1]

    def _send(self, code_id: UUID) -> None:
        digits = new_digits()
        self.house.proof_codes.sending(code_id, digits, now=self.house.now)
        self.mailed.append(digits)

    def type(self, digits: str, *, known: Guest | None = None) -> Guest:
        house = self.house
        return recognise_guest(
            digits,
            holder=self.name,
            address=self.address,
            known=known.id if known else None,
            codes=house.proof_codes,
            rate_limits=house.rate_limits,
            guests=house.guests,
            guest_bookings=house.guest_bookings,
            note_proved=house.note_proved,
            now=house.now,
        )

    def signed_in(self, contact_point: ContactPoint, *, known: Guest | None = None) -> Guest:
        return self.type(self.ask(contact_point), known=known)


def references(house, guest: Guest) -> list[str]:
    return [booking.reference for booking in house.guest_bookings.coming(guest, now=house.now)]
