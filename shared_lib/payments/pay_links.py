"""Payment links: our own signed page for one booking, good for as long as the booking waits."""

from uuid import UUID

from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer

PURPOSE = "pay"


def pay_url(booking_id: UUID, *, public_url: str, signer: Signer) -> str:
    """Return the link that the guest pays by."""
    return f"{public_url}/pay/{signer.sign(booking_id.hex, purpose=PURPOSE)}"


def booking_of(token: str, signer: Signer) -> UUID:
    """Return the booking of a link's token; raise InvalidSignature."""
    try:
        return UUID(signer.read(token, purpose=PURPOSE))
    except ValueError as error:
        raise InvalidSignature("the token names no booking") from error
