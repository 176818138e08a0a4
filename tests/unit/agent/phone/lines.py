"""A line to tell stories on: the demo spa's people and prices in memory."""

from typing import Any

from shared_lib.adapters.signer import TokenSigner
from shared_lib.agent.phone.line import Line
from tests.floors import NOW, SPA
from tests.unit.agent.dialogue.house import House


def a_line(now=NOW):
    house: Any = House(now)
    signer = TokenSigner(["a key"])
    return Line(spa=SPA, bookings=house, floors=house, books=house, signer=signer, public_url="http://spa", now=now)
