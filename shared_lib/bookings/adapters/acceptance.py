"""What a guest accepted before paying: sealed beside the booking, and opened for evidence and export."""

import dataclasses
import json
from datetime import datetime
from uuid import UUID

from typing_extensions import override

from shared_lib.bookings.ports import AcceptanceReader
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.ports import Cipher
from shared_lib.payments.payment import Acceptance

ACCEPTANCE = "booking.acceptance"


def seal_acceptance(acceptance: Acceptance | None, cipher: Cipher) -> bytes | None:
    """Return an acceptance encrypted: it has an internet address."""
    if acceptance is None:
        return None
    return cipher.seal(json.dumps(dataclasses.asdict(acceptance), default=str), purpose=ACCEPTANCE)


def open_acceptance(sealed: bytes | None, cipher: Cipher) -> Acceptance | None:
    """Return a sealed acceptance; those from before the documents had versions name none."""
    if sealed is None:
        return None
    kept = json.loads(cipher.open(sealed, purpose=ACCEPTANCE))
    return Acceptance(**kept | {"at": datetime.fromisoformat(kept["at"])})


class PostgresAcceptances(AcceptanceReader):
    """Reads them from the bookings."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def acceptance_of(self, booking_id: UUID) -> Acceptance | None:
        rows = self._database.rows("select policy_accepted from coresync.bookings where id = %s", (booking_id,))
        if not rows:
            raise NotFound("no such booking")
        return open_acceptance(rows[0]["policy_accepted"], self._cipher)
