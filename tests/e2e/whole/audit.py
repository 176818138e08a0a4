"""The books are audited: what the database, the vendors and the guests were told must agree, to the cent."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.e2e.whole.system import WholeSystem

CALENDARS = {"CALENDAR_MASTER": True, "CALENDAR_TECHNICIANS": False}
"""The calendars, and whether visits without a technician stand in them too."""


def audit(system: WholeSystem) -> list[str]:
    """Return everything that does not agree."""
    return [trouble for look in (_overlaps, _charges, _ledger, _mails, _events, _calendars) for trouble in look(system)]


def _overlaps(system: WholeSystem) -> Iterator[str]:
    pairs = system.rows(
        "select a.booking_id as one, b.booking_id as other from coresync.booking_resources a"
        " join coresync.booking_resources b on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id"
        " and a.occupied && b.occupied and a.booking_id < b.booking_id where a.active and b.active"
    )
    yield from (f"{pair['one']} and {pair['other']} overlap" for pair in pairs)


def _charges(system: WholeSystem) -> Iterator[str]:
    """Every charge has a confirmed booking or went back in full, and each booking was charged once."""
    stripe = system.state("stripe")
    refunds: Counter[str] = Counter()
    for refund in stripe["refunds"]:
        refunds[refund["payment_intent"]] += refund["amount"]
    charged = [intent for intent in stripe["payment_intents"] if intent["status"] == "succeeded"]
    known = {row["payment_intent_id"]: row for row in system.rows(_PAID)}
    if unknown := {intent["id"] for intent in charged} ^ set(known):
        yield f"Stripe and the payments do not agree on {sorted(unknown)}"
    for intent in charged:
        if (row := known.get(intent["id"])) and (trouble := _wrong(row, intent["amount_received"], refunds)):
            yield f"{row['booking_id']}: {trouble}"
    for row in system.rows(_KEPT):
        yield f"{row['id']} is {row['status']}, costs {row['total_cents']} and was paid {row['kept']}"


_PAID = """
select p.payment_intent_id, p.booking_id, p.amount_cents, p.refunded_cents, b.status
  from coresync.payments p join coresync.bookings b on b.id = p.booking_id where p.status = 'paid'"""
# What a guest who cancels a confirmed visit gets back, the policy says; else it is all or nothing.
_KEPT = """
select * from (
  select b.id, b.status, b.total_cents,
         coalesce((select sum(amount_cents - refunded_cents) from coresync.payments
                    where booking_id = b.id and status = 'paid'), 0) as kept
    from coresync.bookings b
   where status <> 'cancelled' or not exists (
     select from coresync.outbox where booking_id = b.id and type = 'booking.confirmed')) as booking
 where kept <> case when status in ('confirmed', 'completed') then total_cents else 0 end"""


def _wrong(row: dict[str, Any], received: int, refunds: Counter[str]) -> str:
    went_back = refunds[row["payment_intent_id"]]
    if (row["amount_cents"], row["refunded_cents"]) != (received, went_back):
        return f"Stripe has {received} and gave back {went_back}, we say {row['amount_cents']}, {row['refunded_cents']}"
    return ""


def _ledger(system: WholeSystem) -> Iterator[str]:
    for row in system.rows(_UNBALANCED):
        yield f"the entry {row['entry_id']} does not balance"
    for row in system.rows(_UNEXPLAINED):
        yield f"{row['booking_id']}: the ledger has {row['booked']} in clearing, the payments {row['kept']}"


_UNBALANCED = "select entry_id from coresync.ledger_entries group by entry_id having sum(cents) <> 0"
_UNEXPLAINED = """
select booking_id, booked, kept
  from (select booking_id, sum(cents) as booked from coresync.ledger_entries
         where account = 'stripe_clearing' group by booking_id) as ledger
  full join (select booking_id, sum(amount_cents - refunded_cents) as kept from coresync.payments
              where status = 'paid' group by booking_id) as paid using (booking_id)
 where booked is distinct from kept"""


def _mails(system: WholeSystem) -> Iterator[str]:
    sent = Counter(mail["custom_args"]["message_id"] for mail in system.state("sendgrid").get("mails", []))
    log = system.rows("select id::text, booking_id::text, kind, status from coresync.email_log")
    for row in log:
        most = 2 if row["booking_id"] in system.sent_twice else 1
        if not 1 <= sent[row["id"]] <= most or row["status"] != "delivered":
            yield f"{row['booking_id']}: {row['kind']} is {row['status']} and was sent {sent[row['id']]} times"
    yield from (f"a mail that we do not know: {key}" for key in set(sent) - {row["id"] for row in log})
    for row in system.rows(_UNTOLD):
        yield f"{row['id']} is confirmed and its guest was not told"


_UNTOLD = """
select id from coresync.bookings b where status = 'confirmed' and (
  select count(*) from coresync.email_log where booking_id = b.id and kind = 'confirmation') <> 1"""


def _events(system: WholeSystem) -> Iterator[str]:
    waiting = system.rows("select type, booking_id from coresync.outbox where published_at is null")
    yield from (f"{row['booking_id']}: {row['type']} has not got out" for row in waiting)
    refunds = system.rows("select id, status from coresync.refunds where status not in ('sent', 'succeeded')")
    yield from (f"the refund {row['id']} is {row['status']}" for row in refunds)


def _calendars(system: WholeSystem) -> Iterator[str]:
    calendars = system.state("calendar")["events"]
    confirmed = {row["id"]: row["served"] for row in system.rows(_CONFIRMED)}
    for name, everybody in CALENDARS.items():
        expected = Counter(key for key, served in confirmed.items() if everybody or served)
        shown = Counter(
            event["extendedProperties"]["private"]["booking_id"]
            for event in calendars[system.facts["calendars"][name]]
            if event["status"] != "cancelled"
        )
        yield from (f"{name} misses {key}" for key in expected - shown)
        yield from (f"{name} shows {key} too often" for key in shown - expected)


_CONFIRMED = """
select id::text, exists (select from coresync.booking_resources
                          where booking_id = b.id and resource_kind = 'technician') as served
  from coresync.bookings b where status = 'confirmed'"""
