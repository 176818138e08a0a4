"""A contact point: one e-mail address or telephone number, by which a guest is reached and known."""

import dataclasses
from enum import StrEnum
from typing import Self

from shared_lib.kernel.email_address import parse_email
from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.phone_number import parse_phone
from shared_lib.kernel.ports import Cipher

FIELD = "contact"
SHOWN_DIGITS = 2
SHOWN_OF_LETTERS = 3
"""How long a name before the @ has to be for its last letter to be shown: it tells two addresses of a guest apart."""


class Channel(StrEnum):
    """How a message reaches a guest."""

    EMAIL = "email"
    SMS = "sms"


@dataclasses.dataclass(frozen=True, slots=True)
class ContactPoint:
    """An address in lower case, or a number in E.164: personal data, encrypted wherever it rests."""

    channel: Channel
    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a guest typed; raise BadInput where it is neither an address nor a number."""
        if email := parse_email(text):
            return cls(Channel.EMAIL, email)
        phone = None if "@" in text else parse_phone(text)
        if phone and ";" not in phone:  # nobody can write to an extension
            return cls(Channel.SMS, phone)
        raise BadInput(FIELD, "is neither an e-mail address nor a telephone number")

    def hashed(self, cipher: Cipher) -> bytes:
        """Return the keyed hash under which bookings know the same address or number too."""
        return cipher.fingerprint(self.address)

    @property
    def masked(self) -> str:
        """Return enough of it to be recognised by whoever knows it: `d•••l@example.com`, `••• 99`."""
        if self.channel == Channel.EMAIL:
            local, _, domain = self.address.partition("@")
            last = local[-1] if len(local) > SHOWN_OF_LETTERS else ""
            return f"{local[:1]}•••{last}@{domain}"
        return f"••• {self.address[-SHOWN_DIGITS:]}"
