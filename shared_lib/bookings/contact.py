"""How to reach the guest of one booking, and how that rests: sealed, with a keyed hash to find it by."""

import dataclasses
import json

from shared_lib.kernel.personal_name import called
from shared_lib.kernel.phone_number import parse_phone
from shared_lib.kernel.ports import Cipher


@dataclasses.dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the guest of one booking: personal data, encrypted wherever it rests."""

    name: str
    email: str = ""
    phone: str = ""
    notes: str = ""

    @property
    def first_name(self) -> str:
        """Return what the guest is called."""
        return called(self.name)


CONTACT = "booking.contact"


def seal_contact(contact: Contact | None, cipher: Cipher) -> bytes | None:
    """Return a contact as it rests in the database."""
    return cipher.seal(json.dumps(dataclasses.asdict(contact)), purpose=CONTACT) if contact else None


def open_contact(sealed: bytes | None, cipher: Cipher) -> Contact | None:
    """Return a contact that `seal_contact` sealed."""
    return Contact(**json.loads(cipher.open(sealed, purpose=CONTACT))) if sealed else None


def email_hash(contact: Contact | None, cipher: Cipher) -> bytes | None:
    """Return the keyed hash by which bookings of one address are found."""
    return cipher.fingerprint(contact.email) if contact and contact.email else None


def phone_hash(contact: Contact | None, cipher: Cipher) -> bytes | None:
    """Return the keyed hash by which bookings of one telephone are found, however its number was written."""
    number = parse_phone(contact.phone) if contact and contact.phone else None
    return cipher.fingerprint(number) if number else None
