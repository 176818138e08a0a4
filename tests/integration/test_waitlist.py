"""Guests who wait: a place that opens is theirs for a quarter of an hour, one after the other."""

from datetime import datetime, timedelta

import pytest
from flask import Flask, request

from functions.job_offer_waitlist import main as job
from shared_lib.domain.booking import Booking, Contact
from shared_lib.domain.waitlist import WaitlistEntry
from shared_lib.usecases.find_times import Wish
from shared_lib.usecases.join_waitlist import join_waitlist
from tests.floors import THURSDAY, at
from tests.spa_house import GUEST, PayHouse, pay_house

THREE = at(THURSDAY, "15:00")
MANICURE = "manicure"
"""Nina alone does it, at one station: who has three o'clock has all of it."""
QUARTER = timedelta(minutes=15)
VERA = Contact("Vera Example", "vera@example.com")
NOBODY = {"offered": 0, "booked": 0, "ended": 0, "troubles": []}


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        monkeypatch.setattr(job, "services", lambda: open_house)
        yield open_house


def join(
    house: PayHouse, contact: Contact = GUEST, *, start: datetime = THREE, key: str = "", **wish: object
) -> WaitlistEntry:
    """Wait for a manicure that begins at one time, unless the wish says more."""
    wanted = {"treatment_id": MANICURE, "windows": ((start, start + QUARTER),)} | wish
    return join_waitlist(
        Wish(**wanted), contact, key=key or contact.email, source="phone", waitlist=house.waitlist, house=house.house,
        now=house.now,
    )  # fmt: skip


def run(house: PayHouse) -> dict:
    with Flask("job").test_request_context(method="POST"):
        return job.job_offer_waitlist(request).get_json()


def offers(house: PayHouse) -> list[Booking]:
    rows = house.rows("select id from coresync.bookings where source = 'waitlist' order by created_at")
    return [house.bookings.get(row["id"]) for row in rows]


def standings(house: PayHouse) -> list[tuple[str, str]]:
    """Return whom each offer was made to, and what became of it."""
    return [(offer.contact.name.split()[0], str(offer.status)) for offer in offers(house)]


def status(house: PayHouse, entry: WaitlistEntry) -> str:
    return str(house.waitlist.get(entry.id).status)


def test_a_place_that_opens_goes_to_the_first_then_to_the_next_who_takes_it(house):
    taken = house.confirmed(THREE, MANICURE)
    first = join(house)
    house.wait(1)
    second = join(house, VERA)
    assert run(house) == NOBODY
    house.cancel(taken)
    assert run(house) == NOBODY | {"offered": 1}
    assert standings(house) == [("Daniel", "held")]
    house.wait(14)
    assert run(house) == NOBODY
    house.wait(1)
    assert run(house) == NOBODY | {"offered": 1}
    assert standings(house) == [("Daniel", "expired"), ("Vera", "held")]
    house.pay(house.open_payment(offers(house)[1]))
    house.tell("checkout.session.completed")
    assert run(house) == NOBODY | {"booked": 1}
    assert (status(house, first), status(house, second)) == ("waiting", "booked")
    assert standings(house)[1] == ("Vera", "confirmed")
