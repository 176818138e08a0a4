"""Bookings as rows, and rows as bookings."""

from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import open_contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.ports import Cipher
from shared_lib.payments.payment import Payment
from shared_lib.pricing.sale import LineItem

AS_THEY_ARE = (
    "id", "reference", "spa_id", "version", "starts_at", "ends_at", "held_until", "tier", "party", "source",
    "price_book_version", "net_cents", "tax_cents", "total_cents", "policy", "ai_session_id", "atlas_call_id",
    "moves", "fees_cents", "refund_at_most", "arrived_at", "gave_way_to", "guest_id", "attendance_confirmed_at",
    "lang",
)  # fmt: skip

BOOKING: LiteralString = """
select b.*,
  (select jsonb_agg(jsonb_build_array(
            number, guest, starts_at, ends_at, wish) order by number)
     from coresync.booking_visits where booking_id = b.id and left_at is null) as visits,
  (select jsonb_agg(jsonb_build_array(
            kind, item_id, name, l.minutes, list_cents, price_cents, tax_class, tax_rate, tax_cents, visit)
            order by position)
     from coresync.booking_lines l join coresync.booking_visits v on (v.booking_id, v.number) = (l.booking_id, l.visit)
    where l.booking_id = b.id and v.left_at is null) as lines,
  (select jsonb_agg(jsonb_build_array(
            r.resource_kind, r.resource_id, lower(r.occupied), upper(r.occupied), coalesce(m.name, t.name, ''),
            coalesce(m.area, ''), r.visit)
            order by r.resource_kind, r.resource_id, r.occupied)
     from coresync.booking_resources r
     left join coresync.rooms m on r.resource_kind = 'room' and m.id = r.resource_id
     left join coresync.technicians t on r.resource_kind = 'technician' and t.id = r.resource_id
    where r.booking_id = b.id) as allocations,
  (select jsonb_agg(jsonb_build_array(
            id, attempt, status, amount_cents, ends_at, refunded_cents, checkout_id, checkout_url, payment_intent_id,
            (select coalesce(sum(amount_cents), 0) from coresync.refunds
              where payment_id = p.id and status in ('due', 'failed')))
            order by attempt)
     from coresync.payments p where booking_id = b.id) as payments
from coresync.bookings b
"""


def read_booking(row: Row, cipher: Cipher) -> Booking:
    """Return the booking of a row of BOOKING."""
    return Booking(
        **{field: row[field] for field in AS_THEY_ARE},
        status=Status(row["status"]),
        visits=tuple(_visit(*visit) for visit in row["visits"]),
        lines=tuple(LineItem(*line) for line in row["lines"]),
        allocations=tuple(_allocation(*allocation) for allocation in row["allocations"] or ()),
        payments=tuple(_payment(*payment) for payment in row["payments"] or ()),
        contact=open_contact(row["contact"], cipher),
        policy_accepted=row["policy_accepted"] is not None,
    )


def _visit(number: int, guest: int, begins: str, ends: str, wish: str | None) -> BookedVisit:
    return BookedVisit(number, guest, datetime.fromisoformat(begins), datetime.fromisoformat(ends), wish)


def _allocation(kind: str, number: int, begins: str, ends: str, *rest: Any) -> Allocation:  # noqa: ANN401 -- columns
    return Allocation(kind, number, datetime.fromisoformat(begins), datetime.fromisoformat(ends), *rest)


def _payment(key: str, attempt: int, status: str, cents: int, ends_at: str, *rest: Any) -> Payment:  # noqa: ANN401 -- columns
    return Payment(UUID(key), attempt, status, cents, datetime.fromisoformat(ends_at), *rest)
