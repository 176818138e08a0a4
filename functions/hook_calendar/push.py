"""What Google says on a channel: only headers, no body."""

from typing import NamedTuple, Protocol
from uuid import UUID

from shared_lib.calendars.watch_channels import PURPOSE
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer

CHANGES = frozenset({"exists", "not_exists"})
"""Not among them: `sync`, by which a channel greets."""
LONGEST_TOKEN = 256


class Headers(Protocol):
    """What is read of a request's headers."""

    def get(self, name: str, default: str, /) -> str:
        """Return one by its name, in whatever case."""
        ...


class Push(NamedTuple):
    """On which channel, and what it says of the calendar."""

    channel_id: UUID
    state: str


def read_push(headers: Headers, *, signer: Signer) -> Push:
    """Return what a channel says whose token we signed for this very channel; raise InvalidSignature."""
    token, channel = headers.get("X-Goog-Channel-Token", ""), headers.get("X-Goog-Channel-ID", "")
    signed = signer.read(token[:LONGEST_TOKEN], purpose=PURPOSE)
    if signed != channel:
        raise InvalidSignature("the token is another channel's")
    return Push(UUID(signed), headers.get("X-Goog-Resource-State", ""))
