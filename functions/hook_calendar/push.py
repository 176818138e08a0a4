"""What Google says on a channel: only headers, no body."""

import json
from typing import NamedTuple, Protocol
from uuid import UUID

from shared_lib.calendars.watch_channels import PURPOSE
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.plain_json import read_plain_json
from shared_lib.kernel.ports import Signer

CHANGES = frozenset({"exists", "not_exists"})
"""Not among them: `sync`, by which a channel greets."""
LONGEST_TOKEN, LONGEST_NUMBER = 256, 40


class Headers(Protocol):
    """What is read of a request's headers."""

    def get(self, name: str, default: str, /) -> str:
        """Return one by its name, in whatever case."""
        ...


class Push(NamedTuple):
    """On which channel, what it says of the calendar, and the number that the channel gives its calls."""

    channel_id: UUID
    state: str
    number: str = ""

    @property
    def event_id(self) -> str:
        """Return what no other call is named by."""
        return f"{self.channel_id}:{self.number}"

    def body(self) -> bytes:
        """Return the call as it is kept, without its token."""
        return json.dumps({"channel_id": str(self.channel_id), "state": self.state, "number": self.number}).encode()


def read_push(headers: Headers, *, signer: Signer) -> Push:
    """Return what a channel says whose token we signed for this very channel; raise InvalidSignature."""
    token, channel = headers.get("X-Goog-Channel-Token", ""), headers.get("X-Goog-Channel-ID", "")
    signed = signer.read(token[:LONGEST_TOKEN], purpose=PURPOSE)
    if signed != channel:
        raise InvalidSignature("the token is another channel's")
    number = headers.get("X-Goog-Message-Number", "")[:LONGEST_NUMBER]
    return Push(UUID(signed), headers.get("X-Goog-Resource-State", ""), number)


def reread_push(body: bytes) -> Push:
    """Return a call as it was kept."""
    kept = read_plain_json(body)
    return Push(UUID(kept["channel_id"]), kept["state"], kept["number"])
