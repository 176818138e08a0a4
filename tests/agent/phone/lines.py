"""A line to tell stories on: the demo spa's people and prices in memory."""

from typing import Any

from shared_lib.agent.phone.call_context import CallContext
from shared_lib.kernel.adapters.signer import TokenSigner
from tests.agent.dialogue.house import House
from tests.snapshots import NOW, SPA


class NoAnnouncer:
    """What these stories tell of announces nothing."""


def a_line(now=NOW):
    house: Any = House(now)
    dispatcher: Any = NoAnnouncer()
    ports = {"bookings": house, "snapshots": house, "books": house, "dispatcher": dispatcher}
    return CallContext(spa=SPA, signer=TokenSigner(["a key"]), public_url="http://spa", now=now, **ports)
