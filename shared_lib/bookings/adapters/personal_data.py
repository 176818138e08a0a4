"""What bookings hold of a guest: who came, what they wished and accepted, and what staff wrote about it."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from psycopg import Connection
from typing_extensions import override

from shared_lib.bookings.adapters.booking_rows import BOOKING, read_booking
from shared_lib.bookings.booking import Booking
from shared_lib.guests.personal_data import Erased, Kept, PersonalDataStore, Record, Subject, money
from shared_lib.guests.retained import kept
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.adapters.override_reasons import REASON
from shared_lib.kernel.ports import Cipher
from shared_lib.pricing.sale import LineItem

ACCEPTANCE = "booking.acceptance"

_REASONS = """
select booking_id, sealed, created_at from coresync.override_reasons
 where booking_id = any(%(bookings)s) order by created_at, id
"""
_HAPPENED = """
select booking_id, at, action from coresync.audit_log where booking_id = any(%(bookings)s) order by id
"""
_LOCK = "select 1 from coresync.bookings where id = any(%(bookings)s) order by id for update"
_ERASE: LiteralString = """
update coresync.bookings
   set guest_id = %(guest)s, contact = null, email_hash = null, phone_hash = null, holders = '{}', updated_at = %(now)s
 where id = any(%(bookings)s)
   and (contact is not null or email_hash is not null or phone_hash is not null or holders <> '{}')
"""
_STAYS = """
select max(ends_at) filter (where exists (
         select from coresync.payments p where p.booking_id = b.id and p.status = 'paid')) as sold,
       max(ends_at) filter (where policy_accepted is not null) as accepted
  from coresync.bookings b where id = any(%(bookings)s)
"""


class BookingData(PersonalDataStore):
    """`bookings` and `override_reasons`. An erased booking belongs to a guest of whom nothing is known any more."""

    name = "bookings"
    covers = frozenset(
        {
            *("bookings.contact", "bookings.email_hash", "bookings.phone_hash", "bookings.holders"),
            *("bookings.policy_accepted", "override_reasons.sealed", "booking_visits.wish"),
        }
    )

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        asked = {"bookings": list(subject.booking_ids)}
        rows = self._database.rows(BOOKING + " where b.id = any(%(bookings)s) order by b.starts_at, b.id", asked)
        reasons = _by_booking(self._database.rows(_REASONS, asked))
        happened = _by_booking(self._database.rows(_HAPPENED, asked))
        return [
            _visit(read_booking(row, self._cipher))
            | {
                "booked_at": row["created_at"],
                "accepted_policy": self._accepted(row["policy_accepted"]),
                "reasons_of_staff": [self._reason(each) for each in reasons.get(row["id"], ())],
                "what_happened": [_step(each) for each in happened.get(row["id"], ())],
            }
            for row in rows
        ]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        asked = {"bookings": list(subject.booking_ids), "guest": subject.guest_id, "now": now}

        def steps(connection: Connection[Row]) -> Erased:
            connection.execute(_LOCK, asked)
            contacts = connection.execute(_ERASE, asked).rowcount
            reasons = connection.execute(
                "delete from coresync.override_reasons where booking_id = any(%(bookings)s)", asked
            ).rowcount
            [stays] = connection.execute(_STAYS, asked).fetchall()
            return Erased({"names or addresses": contacts, "reasons of staff": reasons}, _kept(**stays))

        return self._database.transaction(steps)

    def _reason(self, row: Row) -> Record:
        return {"words": self._cipher.open(row["sealed"], purpose=REASON), "at": row["created_at"]}

    def _accepted(self, sealed: bytes | None) -> Record | None:
        if sealed is None:
            return None
        accepted = json.loads(self._cipher.open(sealed, purpose=ACCEPTANCE))
        return {**accepted, "at": datetime.fromisoformat(accepted["at"])}


def _kept(*, sold: datetime | None, accepted: datetime | None) -> Sequence[Kept]:
    return [kept(name, since) for name, since in (("sales", sold), ("acceptance", accepted)) if since]


def _by_booking(rows: Sequence[Row]) -> Mapping[UUID, Sequence[Row]]:
    found: dict[UUID, list[Row]] = {}
    for row in rows:
        found.setdefault(row["booking_id"], []).append(row)
    return found


def _step(row: Row) -> Record:
    return {"what": row["action"].replace(".", " ").replace("_", " "), "at": row["at"]}


def _line(line: LineItem) -> Record:
    return {"what": line.name, "minutes": line.minutes, "price": money(line.price_cents)}


def _visit(booking: Booking) -> dict[str, object]:
    """Return a booking in words that its guest understands."""
    contact = booking.contact
    return {
        "reference": booking.reference,
        "status": booking.status.replace("_", " "),
        "begins": booking.starts_at,
        "ends": booking.ends_at,
        "name": contact.name if contact else None,
        "email": contact.email or None if contact else None,
        "phone": contact.phone or None if contact else None,
        "requests": contact.notes or None if contact else None,
        "guests": booking.party,
        "price_tier": booking.tier,
        "booked_by": booking.source,
        "sold": [_line(line) for line in booking.lines],
        "with": list(booking.technicians),
        "wished_for": [visit.wish for visit in booking.visits if visit.wish],
        "room": booking.room or None,
        "before_tax": money(booking.net_cents),
        "sales_tax": money(booking.tax_cents),
        "total": money(booking.total_cents),
        "fees": money(booking.fees_cents),
        "arrived_at": booking.arrived_at,
        "said_they_would_come_at": booking.attendance_confirmed_at,
        "policy_version": booking.policy.get("terms_version"),
    }
