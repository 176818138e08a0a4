"""The links that our mails carry."""

import dataclasses
from uuid import UUID

from shared_lib.bookings.visit_links import visit_url
from shared_lib.guests.preferences import Topic
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer
from shared_lib.payments.pay_links import pay_url

UNSUBSCRIBE = "unsubscribe"


@dataclasses.dataclass(frozen=True, slots=True)
class MailLinks:
    """Makes signed links; `public_url` is the website's address."""

    public_url: str
    signer: Signer

    def pay(self, booking_id: UUID) -> str:
        """Return the link that a booking is paid by."""
        return pay_url(booking_id, public_url=self.public_url, signer=self.signer)

    def visit(self, booking_id: UUID) -> str:
        """Return the link that opens a visit, and nothing else."""
        return visit_url(booking_id, public_url=self.public_url, signer=self.signer)

    def unsubscribe(self, topic: Topic, contact_hash: bytes) -> str:
        """Return the link by which one click ends mails about a topic to a contact point."""
        token = self.signer.sign(f"{topic}:{contact_hash.hex()}", purpose=UNSUBSCRIBE)
        return f"{self.public_url}/unsubscribe/{token}"


def unsubscribed_of(token: str, signer: Signer) -> tuple[Topic, bytes]:
    """Return what an unsubscribe link's token names; raise InvalidSignature."""
    topic, _, hashed = signer.read(token, purpose=UNSUBSCRIBE).partition(":")
    try:
        return Topic(topic), bytes.fromhex(hashed)
    except ValueError as error:
        raise InvalidSignature("the token names no topic") from error
