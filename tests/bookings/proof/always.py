"""What must be true of the bookings at any moment, asked of the tables themselves; each query finds what is not so."""

from shared_lib.kernel.adapters.database import Database

OCCUPYING = "('held', 'paying', 'confirmed', 'completed')"

BROKEN = {
    "nobody and no room is in two places": """
        select a.booking_id from coresync.booking_resources a join coresync.booking_resources b
            on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.occupied && b.occupied
           and (a.booking_id, a.visit) < (b.booking_id, b.visit)
         where a.active and b.active""",
    "a resource is active exactly while its booking occupies": f"""
        select r.booking_id from coresync.booking_resources r join coresync.bookings b on b.id = r.booking_id
         where r.active is distinct from (b.status in {OCCUPYING})""",
    "each visit that stands has one room, from its first minute until past its last": f"""
        select v.booking_id from coresync.booking_visits v join coresync.bookings b on b.id = v.booking_id
         where v.left_at is null and b.status in {OCCUPYING} and 1 <> (
            select count(*) from coresync.booking_resources r
             where (r.booking_id, r.visit) = (v.booking_id, v.number) and r.resource_kind = 'room'
               and lower(r.occupied) = v.starts_at and upper(r.occupied) >= v.ends_at)""",
    "every place belongs to a visit that stands, at its time": f"""
        select r.booking_id from coresync.booking_resources r join coresync.bookings b on b.id = r.booking_id
          join coresync.booking_visits v on (v.booking_id, v.number) = (r.booking_id, r.visit)
         where b.status in {OCCUPYING}
           and (v.left_at is not null or lower(r.occupied) <> v.starts_at or upper(r.occupied) < v.ends_at)""",
    "a booking lasts as long as its visits": f"""
        select b.id from coresync.bookings b join coresync.booking_visits v on v.booking_id = b.id and v.left_at is null
         where b.status in {OCCUPYING} group by b.id
        having (b.starts_at, b.ends_at) is distinct from (min(v.starts_at), max(v.ends_at))""",
    "an event is in the outbox for each version": """
        select b.id from coresync.bookings b cross join generate_series(1, b.version) as n
         where not exists (select from coresync.outbox o where o.booking_id = b.id and o.version = n)""",
    "every event has an audit row beside it": """
        select o.booking_id from coresync.outbox o
         group by o.booking_id, o.type
        having count(*) > (select count(*) from coresync.audit_log a
                            where a.booking_id = o.booking_id and a.action = o.type)""",
    "the ledger balances, entry by entry": """
        select (array_agg(booking_id))[1] from coresync.ledger_entries group by entry_id having sum(cents) <> 0""",
    "the ledger has what came and what went back": """
        select b.id from coresync.bookings b
         where (select coalesce(sum(cents), 0) from coresync.ledger_entries l
                 where l.booking_id = b.id and l.account = 'stripe_clearing')
            <> (select coalesce(sum(amount_cents - refunded_cents), 0) from coresync.payments p
                 where p.booking_id = b.id and p.status = 'paid')""",
    "what went back is what was noted as sent": """
        select p.booking_id from coresync.payments p where p.refunded_cents <> (
            select coalesce(sum(r.amount_cents), 0) from coresync.refunds r
             where r.payment_id = p.id and r.status in ('sent', 'succeeded'))""",
    "no more is given back than came": """
        select p.booking_id from coresync.payments p join coresync.refunds r on r.payment_id = p.id
         group by p.id having sum(r.amount_cents) > p.amount_cents""",
    "a booking that waits or has expired keeps no money": """
        select booking_id from kept where status in ('held', 'paying', 'expired') and cents <> 0""",
    "a visit that stands is paid, once, as far as it is not owed at the desk": """
        select booking_id from kept where status in ('confirmed', 'completed')
           and (cents <= 0 or cents > due or (cents < due and moves = 0))""",
    "the balance of a guest is what is still to be paid, less what is on its way back": """
        select booking_id from kept k where
            (case when status in ('confirmed', 'completed') then due - cents else 0 end) <> (
                select coalesce(sum(l.cents), 0) from coresync.ledger_entries l
                 where l.booking_id = k.booking_id and l.account = 'guest_balances')
            + (select coalesce(sum(r.amount_cents), 0) from coresync.refunds r join coresync.payments p
                   on p.id = r.payment_id
                where p.booking_id = k.booking_id and r.status = 'due' and r.reason = 'price_difference')""",
    "a booking that was given up keeps no more than it cost": """
        select booking_id from kept where status in ('cancelled', 'no_show') and not cents between 0 and due""",
}

KEPT = """
with kept as (
  select b.id as booking_id, b.status, b.moves, b.total_cents + b.fees_cents as due,
         coalesce(sum(p.amount_cents), 0) - coalesce(sum((select sum(r.amount_cents) from coresync.refunds r
            where r.payment_id = p.id and r.status <> 'failed')), 0) as cents
    from coresync.bookings b left join coresync.payments p on p.booking_id = b.id and p.status = 'paid'
   group by b.id
)
"""
"""What of the money for each booking is neither sent back nor owed."""

ALL = KEPT + " union all ".join(
    f"select '{rule}' as rule, x.*::text as booking from ({query}) x" for rule, query in BROKEN.items()
)


def broken(database: Database) -> set[str]:
    """Return the rules that do not hold."""
    return {f"{row['rule']}: {row['booking']}" for row in database.rows(ALL)}


CLEAN = """
alter table coresync.audit_log disable trigger user;
alter table coresync.ledger_entries disable trigger user;
truncate coresync.bookings, coresync.audit_log, coresync.inbox, coresync.waitlist_entries cascade;
alter table coresync.ledger_entries enable trigger user;
alter table coresync.audit_log enable trigger user;
"""


def clean(database: Database) -> None:
    """Forget all bookings: the next example begins in an empty house."""
    with database.connection() as connection:
        connection.execute(CLEAN)
