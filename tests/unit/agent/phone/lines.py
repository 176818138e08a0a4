"""A line to tell stories on: the demo spa's people and prices in memory."""

from typing import Any

from shared_lib.adapters.signer import TokenSigner
from shared_lib.agent.phone.line import CallContext
from tests.floors import NOW, SPA
from tests.unit.agent.dialogue.house import House


class NoAnnouncer:
    """What these stories tell of announces nothing."""


def a_line(now=NOW):
    house: Any = House(now)
    dispatcher: Any = NoAnnouncer()
    ports = {"bookings": house, "snapshots": house, "books": house, "dispatcher": dispatcher}
    return CallContext(spa=SPA, signer=TokenSigner(["a key"]), public_url="http://spa", now=now, **ports)
