"""How many unpaid places a session, a contact or an address keeps: beyond that the oldest give way.

A hold that is within its limits costs nothing more: the statement that inserts it counts. Only one that is not comes
here, in a transaction of its own, which waits first for its holders and then takes what nobody else has locked: a hold
that is just being paid or changed does not give way, and nobody is waited for.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection

from shared_lib.bookings.adapters.expired_holds import expire_holds
from shared_lib.bookings.draft import EMAIL, GAVE_WAY, HoldLimit
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.ports import Cipher

LOCK = "select coresync.lock_holders(%(holders)s::bytea[])"

# What the function finds is looked at again once it is locked: it may have moved on meanwhile.
OF_HOLDER = """
select id from coresync.bookings
 where id in (select id from coresync.unpaid_holds_of(%(holder)s, %(now)s))
   and status = 'held' and held_until > %(now)s and id is distinct from %(spared)s and source in ('chat', 'phone')
   and (email_hash = %(holder)s or holders @> array[%(holder)s::bytea])
 order by created_at, reference limit %(count)s for update skip locked
"""

COUNT = "select count(*) as kept from coresync.unpaid_holds_of(%(holder)s, %(now)s)"


def hold_limits(limits: Sequence[HoldLimit], cipher: Cipher) -> dict[str, Any]:
    """Return limits as the parameters of a statement, holders as their keyed hashes."""
    return {"holders": [_hash(limit.holder, cipher) for limit in limits], "most": [limit.most for limit in limits]}


def _hash(holder: str, cipher: Cipher) -> bytes:
    return cipher.fingerprint(holder.removeprefix(EMAIL) if holder.startswith(EMAIL) else f"holder:{holder}")


def evict_oldest_holds(
    connection: Connection[Row], limits: Mapping[str, Any], *, room: int, spared: UUID | None, now: datetime
) -> Sequence[UUID]:
    """Expire the oldest unpaid holds of each holder, all but `spared`, until there is `room` for so many more.

    Return their ids; fewer than it takes where the others are being paid.
    """
    connection.execute(LOCK, limits)
    gone: list[UUID] = []
    for holder, most in zip(limits["holders"], limits["most"], strict=True):
        gone += _of_holder(connection, holder, most - room, spared, now)
    return gone


def _of_holder(
    connection: Connection[Row], holder: bytes, most: int, spared: UUID | None, now: datetime
) -> Sequence[UUID]:
    asked = {"holder": holder, "now": now, "spared": spared}
    [counted] = connection.execute(COUNT, asked).fetchall()
    beyond = max(0, counted["kept"] - most)
    ids = [row["id"] for row in connection.execute(OF_HOLDER, asked | {"count": beyond}).fetchall()]
    expire_holds(connection, ids, detail={"reason": GAVE_WAY}, now=now, newer=spared)
    return ids


def name_newer(connection: Connection[Row], gone: Sequence[UUID], newer: UUID) -> None:
    """Note which hold the others gave way to."""
    note = "update coresync.bookings set gave_way_to = %s where id = any(%s)"
    connection.execute(note, (newer, list(gone)))
