"""A line to tell stories on: the demo spa's people and prices in memory."""

from typing import Any

from shared_lib.agent.phone.call_context import CallContext
from shared_lib.bookings.context import BookingContext
from shared_lib.kernel.adapters.signer import TokenSigner
from tests.agent.dialogue.house import House
from tests.snapshots import NOW, SPA


class NoAnnouncer:
    """What these stories tell of announces nothing."""


class NoCases:
    """What these stories tell of opens no case."""


def a_line(now=NOW):
    house: Any = House(now)
    dispatcher: Any = NoAnnouncer()
    context = BookingContext(SPA, house, house, house)
    cases: Any = NoCases()
    signer, url = TokenSigner(["a key"]), "http://spa"
    return CallContext(
        booking_context=context,
        dispatcher=dispatcher,
        signer=signer,
        public_url=url,
        cases=cases,
        medical_notes=cases,
        now=now,
    )
