"""How contact points rest: sealed."""

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.kernel.ports import Cipher

CONTACT_POINT = "guest.contact_point"


def seal(contact_point: ContactPoint, cipher: Cipher) -> bytes:
    """Return a contact point as it rests in the database."""
    return cipher.seal(contact_point.address, purpose=CONTACT_POINT)


def unseal(channel: str, sealed: bytes, cipher: Cipher) -> ContactPoint:
    """Return a contact point that `seal` sealed."""
    return ContactPoint(Channel(channel), cipher.open(sealed, purpose=CONTACT_POINT))
