"""What the database itself makes sure of, whatever the code does."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import CheckViolation, ExclusionViolation, UniqueViolation

from shared_lib.kernel.events import EventType
from tests.snapshots import NOW
from tests.spa_house import THREE, spa_house

ACTIVE = {"held", "paying", "confirmed", "completed"}
STATUSES = ("held", "paying", "confirmed", "completed", "cancelled", "expired", "no_show")
MOVES = {
    ("held", "paying"), ("held", "confirmed"), ("held", "expired"), ("held", "cancelled"),
    ("paying", "held"), ("paying", "confirmed"), ("paying", "expired"), ("paying", "cancelled"),
    ("confirmed", "completed"), ("confirmed", "cancelled"), ("confirmed", "no_show"),
    ("completed", "no_show"), ("no_show", "completed"), ("expired", "confirmed"),
}  # fmt: skip
WAYS = {"held": (), "paying": ("paying",), "confirmed": ("confirmed",), "completed": ("confirmed", "completed")}
WAYS |= {"cancelled": ("cancelled",), "expired": ("expired",), "no_show": ("confirmed", "no_show")}


@pytest.fixture
def house(bare_database_url, tmp_path):
    with spa_house(bare_database_url, tmp_path) as open_house:
        yield open_house


@pytest.fixture
def raw(bare_database_url):
    with psycopg.connect(bare_database_url, autocommit=True, options="-c search_path=coresync") as connection:
        yield connection


def take(raw, booking, kind: str, number: int, minutes: int = 0) -> None:
    begins = THREE + timedelta(minutes=minutes)
    raw.execute(
        "insert into booking_resources values (%s, %s, %s, tstzrange(%s, %s), true, 1)",
        (booking.id, kind, number, begins, begins + timedelta(minutes=70)),
    )


def move(raw, booking, status: str) -> None:
    raw.execute("update bookings set status = %s where id = %s", (status, booking.id))


def test_an_overlap_is_refused_to_a_direct_insert(house, raw):
    """One claim, held by the database."""
    first, second = house.hold(), house.hold()
    taken = first.allocations[0]
    with pytest.raises(ExclusionViolation):
        take(raw, second, taken.kind, taken.id, minutes=69)
    take(raw, second, taken.kind, taken.id, minutes=70)


def reached(raw, booking, status: str) -> None:
    for step in WAYS[status]:
        move(raw, booking, step)


def refused(raw, change: str, *parameters: object) -> str:
    """Return in which words the database refuses a change, "" if it allows it; undo it either way."""
    try:
        with raw.transaction(force_rollback=True):
            raw.execute(change, parameters)
            raw.execute("set constraints all immediate")
    except psycopg.Error as error:
        return type(error).__name__
    return ""


def test_a_booking_moves_only_along_its_ways(house, raw):
    booking = house.hold()
    allowed = set()
    for before in STATUSES:
        with raw.transaction(force_rollback=True):
            reached(raw, booking, before)
            change = "update bookings set status = %s where id = %s"
            allowed |= {(before, after) for after in STATUSES if not refused(raw, change, after, booking.id)}
    assert allowed == MOVES | {(status, status) for status in STATUSES}


def test_a_place_is_taken_exactly_while_its_booking_takes_it(house, raw):
    booking = house.hold()
    for status in STATUSES:
        with raw.transaction(force_rollback=True):
            reached(raw, booking, status)
            active = raw.execute("select distinct active from booking_resources").fetchall()
            assert active == [(status in ACTIVE,)]
            assert refused(raw, "update booking_resources set active = not active") == "CheckViolation"


def test_a_booking_that_is_over_can_not_take_a_place(house, raw):
    booking = house.hold()
    move(raw, booking, "cancelled")
    with pytest.raises(CheckViolation, match="exactly while"):
        take(raw, booking, "room", 3)


def test_a_visit_is_not_confirmed_for_nobody(house, raw):
    booking = house.hold(contact=None)
    with pytest.raises(CheckViolation):
        move(raw, booking, "confirmed")


def test_a_version_never_goes_back(house, raw):
    booking = house.hold()
    raw.execute("update bookings set version = 3")
    with pytest.raises(CheckViolation, match="never goes back"):
        raw.execute("update bookings set version = 2 where id = %s", (booking.id,))


def test_the_audit_log_is_append_only(house, raw):
    house.hold()
    for change in ("update audit_log set actor = 'x'", "delete from audit_log", "truncate audit_log"):
        assert refused(raw, change) == "InsufficientPrivilege"


def entry(raw, *cents: int) -> None:
    with raw.transaction():
        number = uuid4()
        for line, amount in enumerate(cents, 1):
            raw.execute(
                "insert into ledger_entries values (%s, %s, null, null, 'cash', %s, %s)", (number, line, amount, NOW)
            )


def test_an_entry_of_the_ledger_adds_up_to_nothing(raw):
    entry(raw, 100, -60, -40)
    with pytest.raises(CheckViolation, match="does not balance"):
        entry(raw, 100, -60)


def test_the_ledger_is_append_only(raw):
    entry(raw, 100, -100)
    for change in ("update ledger_entries set cents = 0", "delete from ledger_entries", "truncate ledger_entries"):
        assert refused(raw, change) == "InsufficientPrivilege"


@pytest.fixture
def payment(house):
    booking = house.hold()
    return house.bookings.change(
        booking.id, lambda change: change.payments.open(18810, ends_at=house.now), now=house.now
    )


def test_a_booking_has_one_open_payment(house, raw, payment):
    with pytest.raises(UniqueViolation, match="one_open_payment"):
        raw.execute(
            "insert into payments (id, booking_id, attempt, status, amount_cents, ends_at, created_at, updated_at)"
            " select gen_random_uuid(), booking_id, 2, 'opening', 50, ends_at, created_at, updated_at from payments"
        )
    assert payment.attempt == 1


def test_a_payment_that_can_not_be_is_refused(raw, payment):
    for wrong in (
        "status = 'paid'",
        "status = 'open'",
        "status = 'lost'",
        "amount_cents = 49",
        "amount_cents = 100000000",
        "refunded_cents = 1",
        "currency = 'eur'",
        "status = 'paid', payment_intent_id = 'pi_1', refunded_cents = amount_cents + 1",
    ):
        assert refused(raw, f"update payments set {wrong} where id = %s", payment.id) == "CheckViolation", wrong


def test_a_booking_that_can_not_be_is_refused(house, raw):
    house.hold()
    for wrong in ("reference = 'CS-1'", "ends_at = starts_at", "total_cents = 1", "party = 0", "source = 'fax'"):
        assert refused(raw, f"update bookings set {wrong}") == "CheckViolation", wrong


def test_a_change_that_fails_leaves_nothing_behind(house):
    """State, audit row and event are one transaction."""
    booking = house.hold()

    def steps(change):
        change.transition(EventType.PAYING, actor="guest")
        raise LookupError

    with pytest.raises(LookupError):
        house.bookings.change(booking.id, steps, now=house.now)
    assert house.status(booking) == "held"
    assert house.count("outbox") == house.count("audit_log") == 1
