"""How many places are kept unpaid by a session, a contact, an address; beyond that the oldest gives way."""

from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.bookings.contact import Contact
from shared_lib.bookings.draft import UnpaidLimits
from shared_lib.bookings.give_contact import give_contact
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import TooManyHolds
from tests.booking_requests import request_at
from tests.snapshots import FRIDAY, at
from tests.spa_house import SWEDISH, at_once, pay_house, spa_house

LIMITS = UnpaidLimits(session=2, contact=3, address=4)


@pytest.fixture
def house(bare_database_url, tmp_path):
    with spa_house(bare_database_url, tmp_path) as open_house:
        yield open_house


def start_of(number: int):
    """Return a time of its own for each number, on days when the house is open and people are in."""
    week, day = divmod(number // 5, 5)
    return at(FRIDAY + timedelta(days=2 + 7 * week + day), f"{12 + number % 5}:00")


def keep(house, number: int, *, limits=LIMITS, **who):
    email = who.pop("email", "")
    contact = Contact("Daniel Example", email) if email else None
    limits = limits.of(email=email, **who)
    return hold(
        house, number, HoldRequest(str(uuid4()), "chat", contact, ai_session_id=who.get("session"), limits=limits)
    )


def hold(house, number: int, asked: HoldRequest):
    request = request_at(SWEDISH, start_of(number), tier="Premium")
    return place_hold(request, start_of(number), asked, context=house.context, now=house.now)


def living(house) -> int:
    return house.count("bookings", "status in ('held', 'paying')")


@pytest.mark.parametrize(
    ("who", "most"), [({"session": "s-1"}, 2), ({"email": "daniel@example.com"}, 3), ({"address": "203.0.113.9"}, 4)]
)
def test_beyond_the_limit_the_oldest_gives_way(house, who, most):
    holds = []
    for number in range(most + 1):
        holds.append(keep(house, number, **who))
        house.wait(0.1)
    assert [house.status(hold) for hold in holds] == ["expired"] + ["held"] * most
    assert [hold.id for hold in holds[-1].evicted_holds] == [holds[0].id]
    assert house.again(holds[0]).gave_way_to == holds[-1].id
    [noted] = house.rows("select detail from coresync.audit_log where action = 'booking.expired'")
    assert noted["detail"] == {"reason": "HOLD_GAVE_WAY"}
    assert house.count("outbox", "type = 'booking.expired' and published_at is null") == 1


def test_guests_who_share_an_address_do_not_share_a_session_s_limit(house):
    for number in range(4):
        keep(house, number, session=f"s-{number}", address="203.0.113.9")
    assert living(house) == 4


def test_whoever_has_said_nothing_of_themselves_is_not_counted(house):
    for number in range(6):
        keep(house, number)
    assert living(house) == 6


def test_a_hold_that_has_run_out_or_was_paid_counts_no_more(house):
    first = keep(house, 0, session="s-1")
    house.wait(11)
    keep(house, 2, session="s-1")
    third = keep(house, 4, session="s-1")
    assert third.evicted_holds == ()
    assert house.status(first) == "held"  # until somebody wants its place


def test_what_others_keep_is_not_read_to_count_what_a_holder_keeps(house):
    plan = house.rows(
        "explain (costs off) select count(*) from coresync.unpaid_holds_of(decode('00', 'hex'), %s)", house.now
    )
    text = "\n".join(row["QUERY PLAN"] for row in plan)
    assert "bookings_waiting" not in text, "it has all that wait for a payment, thousands on a busy day"
    with house.database.connection() as connection, connection.transaction():
        connection.execute("set local enable_seqscan = off")  # which is right for the few rows that are here
        found = connection.execute(
            "explain (costs off) select from coresync.unpaid_holds_of(decode('00', 'hex'), %s)", (house.now,)
        ).fetchall()
    assert {"bookings_by_holder", "bookings_by_email"} <= set("\n".join(row["QUERY PLAN"] for row in found).split())


def test_the_same_hold_asked_for_again_makes_nobody_give_way(house):
    limits = UnpaidLimits(session=1).of(session="s-1")
    asked = HoldRequest("one key", "chat", None, ai_session_id="s-1", limits=limits)
    first, again = hold(house, 0, asked), hold(house, 0, asked)
    assert (first.id, house.status(first), again.evicted_holds) == (again.id, "held", ())


def test_no_address_rests_beside_the_hold(house):
    keep(house, 0, session="s-1", address="203.0.113.9", phone="+1 212 555 0123")
    text = str(house.rows("select holders, email_hash from coresync.bookings"))
    assert "203.0" not in text
    assert "2125550123" not in text


@pytest.mark.parametrize("who", [{"session": "s-1"}, {"email": "daniel@example.com"}, {"address": "203.0.113.9"}])
def test_fifty_at_the_same_moment_keep_no_more_than_the_limit(house, who):
    limits = UnpaidLimits(session=4, contact=4, address=4)
    results = at_once(50, lambda number: keep(house, number, limits=limits, **who))
    assert [result for result in results if isinstance(result, Exception)] == []
    assert living(house) == 4
    assert house.count("bookings", "gave_way_to is not null") == 46
    assert house.count("booking_resources", "active") == 8


def test_fifty_who_share_an_address_and_two_sessions_never_wait_for_each_other_crosswise(house):
    def act(number: int):
        return keep(house, number, session=f"s-{number % 2}", address="203.0.113.9")

    results = at_once(50, act)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert living(house) == 4


def test_a_contact_that_is_said_later_counts_as_well(house):
    contact, limits = Contact("Daniel Example", "daniel@example.com"), UnpaidLimits(contact=2)
    holds = []
    for number in range(4):
        hold = keep(house, number, session=f"s-{number}")
        give_contact(hold.id, contact, bookings=house.bookings, now=house.now, unpaid=limits)
        holds.append(hold)
        house.wait(0.1)
    assert [house.status(hold) for hold in holds] == ["expired", "expired", "held", "held"]


def test_fifty_who_say_the_same_contact_at_the_same_moment_keep_no_more_than_the_limit(house):
    contact, limits = Contact("Daniel Example", "daniel@example.com"), UnpaidLimits(contact=3)
    holds = [keep(house, number, session=f"s-{number}") for number in range(50)]

    def act(number: int):
        return give_contact(holds[number].id, contact, bookings=house.bookings, now=house.now, unpaid=limits)

    results = at_once(50, act)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert living(house) == 3


@pytest.mark.parametrize("source", ["waitlist", "staff"])
def test_what_the_house_keeps_for_a_guest_never_gives_way(house, source):
    contact = Contact("Daniel Example", "daniel@example.com")
    kept = hold(house, 0, HoldRequest(str(uuid4()), source, contact))
    for number in (2, 4, 7, 9, 12):
        keep(house, number, email="daniel@example.com")
        house.wait(0.1)
    assert house.status(kept) == "held"
    assert living(house) == 1 + LIMITS.contact


def test_whoever_is_paying_does_not_give_way_and_a_newer_hold_is_refused(bare_database_url, tmp_path, monkeypatch):
    with pay_house(bare_database_url, tmp_path, monkeypatch) as house:
        limits = UnpaidLimits(session=1)
        first = keep(house, 0, limits=limits, session="s-1")
        give_contact(first.id, Contact("Daniel", "daniel@example.com"), bookings=house.bookings, now=house.now)
        house.open_payment(first)
        with pytest.raises(TooManyHolds):
            keep(house, 1, limits=limits, session="s-1")
        assert house.again(first).status is Status.PAYING
        assert house.count("bookings") == 1
