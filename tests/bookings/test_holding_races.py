"""Many hands after the same place: all clients start at one moment, each on a connection of its own.

`RACE_ROUNDS` says how often each race is run, 1,000 times with PROOF=full; every round begins in an empty house.
"""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest

from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.expire import expire_holds
from shared_lib.bookings.record_payment import PaymentSource, record_payment
from shared_lib.kernel.errors import SlotTaken
from tests.availability.properties.sizes import rounds as rounds_of
from tests.bookings.proof.always import broken, clean
from tests.bookings.proof.bank import Bank
from tests.change_house import move
from tests.snapshots import NOW, THURSDAY, at
from tests.spa_house import COUPLES, SWEDISH, THREE, PayHouse, at_once, spa_house

pytestmark = pytest.mark.proof

CLIENTS = 50
ROUNDS = int(os.environ.get("RACE_ROUNDS") or rounds_of(3, whole=1000))
DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()"
NOON = at(THURSDAY, "12:00")


@pytest.fixture
def house(database_url, tmp_path, postgres):
    known = _deadlocks_in(postgres.log)
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house
    assert _deadlocks_in(postgres.log) == known


def _deadlocks_in(log) -> int:
    return log.read_text().count("deadlock detected")


def outcome(results) -> Counter:
    return Counter("booked" if isinstance(result, Booking) else type(result).__name__ for result in results)


def rounds(house) -> Iterator[int]:
    """Yield each round in an empty house, and see afterwards that all is as it must be."""
    for number in range(ROUNDS):
        clean(house.database)
        house.now = NOW
        yield number
        assert broken(house.database) == set()


def test_fifty_clients_after_one_slot_make_one_booking_in_every_round(house):
    for number in rounds(house):
        start = NOON + timedelta(minutes=number % 540)
        results = at_once(CLIENTS, lambda _, start=start: house.hold(start, "manicure"))
        assert outcome(results) == {"booked": 1, "SlotTaken": CLIENTS - 1}
        assert house.count("booking_resources", "active") == 2


def test_one_technician_is_never_shared_though_rooms_are_free(house):
    for _ in rounds(house):
        results = at_once(CLIENTS, lambda _: house.hold(THREE, technician="Anna"))
        assert outcome(results) == {"booked": 1, "SlotTaken": CLIENTS - 1}


def test_the_last_pair_of_technicians_makes_one_couple(house):
    for _ in rounds(house):
        results = at_once(CLIENTS, lambda _: house.hold(THREE, COUPLES))
        assert outcome(results) == {"booked": 1, "SlotTaken": CLIENTS - 1}
        assert house.count("booking_resources", "active") == 3


def test_pairs_of_friends_and_single_guests_fill_the_house_and_no_more(house):
    """Two people give massages: they have one pair of guests, or two who come alone."""
    friends = (RequestedItem(SWEDISH, guest=2),)
    for _ in rounds(house):
        results = at_once(CLIENTS, lambda n: house.hold(THREE, also=friends if n % 2 else ()))
        placed = sorted(len(booking.visits) for booking in results if isinstance(booking, Booking))
        assert placed in ([2], [1, 1])


def test_who_moves_and_who_books_never_share_a_place(house):
    for _ in rounds(house):
        mine = house.hold(THREE, technician="Anna")
        acts = [lambda mine=mine: move(house, mine, NOON), *[lambda: house.hold(NOON, technician="Anna")] * 20]
        results = at_once(len(acts), lambda n, acts=acts: acts[n]())
        assert sum(isinstance(result, SlotTaken) for result in results) == len(acts) - 1


def paying(house, **request):
    """Return a booking whose guest has paid, of which the bank has not told yet."""
    house.__dict__["payments"] = bank = Bank()
    booking = house.hold(THREE, **request)
    house.open_payment(booking)
    [page] = bank.of(booking.id)
    page.status = "complete"
    return booking


def hear(house, booking_id):
    """Take in the bank's event of a payment."""
    [page] = house.payments.of(booking_id)
    source = PaymentSource("stripe", "evt_1")
    record_payment(page.checkout, source, context=house.context, now=house.now)


def end_holds(house):
    ports = {
        "gateway": house.payments,
        "pending_payments": house.pending_payments,
        "context": house.context,
    }
    assert expire_holds(**ports, now=house.now).failures == []


def test_a_payment_and_the_end_of_its_hold_make_one_paid_visit(house):
    for _ in rounds(house):
        booking = paying(house)
        house.wait(11)
        acts = [lambda b=booking: hear(house, b.id), lambda: end_holds(house)] * 4
        assert at_once(len(acts), lambda n, acts=acts: acts[n]()) == [None] * len(acts)
        assert house.status(booking) == "confirmed"
        assert (house.count("payments", "status = 'paid'"), house.count("refunds")) == (1, 0)


def test_who_pays_late_and_who_wants_the_place_never_share_it(house):
    for _ in rounds(house):
        booking = paying(house, technician="Anna")
        PayHouse.let_go(house, booking)
        acts = [lambda b=booking: hear(house, b.id), *[lambda: house.hold(THREE, technician="Anna")] * 20]
        results = at_once(len(acts), lambda n, acts=acts: acts[n]())
        late, held = house.status(booking), outcome(results[1:])["booked"]
        assert (late, held, house.count("refunds")) in (("confirmed", 0, 0), ("expired", 1, 1))


def test_anyone_never_double_books_and_leaves_nobody_idle(house):
    results = at_once(CLIENTS, lambda _: house.hold(THREE))
    assert outcome(results) == {"booked": 2, "SlotTaken": CLIENTS - 2}
    assert {name for booking in results if isinstance(booking, Booking) for name in booking.technicians} == {
        "Anna",
        "David",
    }
    assert broken(house.database) == set()


def test_two_couples_and_many_singles_want_the_last_two_technicians(house):
    """All rows of a booking or none: never half a couple."""
    treatments = [COUPLES, "swedish-massage"] * 15
    results = at_once(30, lambda n: house.hold(THREE, treatments[n]))
    assert broken(house.database) == set()
    placed = sorted(len(booking.technicians) for booking in results if isinstance(booking, Booking))
    assert placed in ([2], [1, 1])
    assert all(isinstance(result, Booking | SlotTaken) for result in results)


def test_overlapping_starts_in_mixed_order_never_deadlock(house):
    starts = [THREE + timedelta(minutes=5 * (n % 7) - 15) for n in range(CLIENTS)]
    wishes = [COUPLES if n % 3 == 0 else "deep-tissue-massage" for n in range(CLIENTS)]
    results = at_once(CLIENTS, lambda n: house.hold(starts[n], wishes[n]))
    assert {kind for kind in outcome(results) if kind != "booked"} <= {"SlotTaken", "NotBookable"}
    assert broken(house.database) == set()
    assert house.rows(DEADLOCKS)[0]["deadlocks"] == 0


def test_an_ended_hold_is_wanted_by_fifty_and_given_to_one(house):
    old = house.hold(at(THURSDAY, "15:00"), "manicure")
    house.wait(11)
    results = at_once(CLIENTS, lambda _: house.hold(old.starts_at, "manicure"))
    assert outcome(results) == {"booked": 1, "SlotTaken": CLIENTS - 1}
    assert house.status(old) == "expired"
    assert house.count("outbox", "type = 'booking.expired'") == 1


def test_couples_take_the_ended_holds_of_two_singles_without_deadlock(house):
    for _ in range(3):
        singles = [house.hold(THREE), house.hold(THREE)]
        house.wait(11)
        results = at_once(20, lambda n: house.hold(THREE, (COUPLES, "swedish-massage")[n % 2]))
        assert {house.status(single) for single in singles} <= {"expired", "held"}
        assert broken(house.database) == set()
        assert "booked" in outcome(results)
        house.wait(11)
