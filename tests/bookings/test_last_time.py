"""Who comes again may have whom they had before."""

import dataclasses

import pytest

from shared_lib.bookings.last_visit import like_last_time
from shared_lib.kernel.errors import NotFound
from tests.booking_requests import request_at
from tests.snapshots import FRIDAY, at
from tests.spa_house import BED, GUEST, SWEDISH, THREE, pay_house

NEXT = request_at(SWEDISH, at(FRIDAY.replace(day=29), "15:00"), tier="Base")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def again(house, email=GUEST.email):
    return like_last_time(NEXT, email, spa_id=house.spa.id, bookings=house.bookings, now=house.now)


def test_the_technician_of_the_last_visit_is_wished_for(house):
    house.confirmed(THREE, technician="David")
    house.confirmed(at(FRIDAY, "11:00"), technician="Anna")
    house.wait(minutes=60 * 24 * 4)
    assert again(house, "DANIEL@example.com").items[0].technician == "David"


def test_a_visit_that_is_still_to_come_was_not_last_time(house):
    house.confirmed(THREE)
    with pytest.raises(NotFound):
        again(house)


@pytest.mark.parametrize("treatment", [BED, None])
def test_without_a_visit_or_anybody_at_it_there_is_no_last_time(house, treatment):
    if treatment:
        house.confirmed(THREE, treatment)
    house.wait(minutes=60 * 24 * 4)
    with pytest.raises(NotFound):
        again(house)


def test_somebody_elses_visit_is_not_told(house):
    house.confirmed(THREE, contact=dataclasses.replace(GUEST, email="ann@example.com"))
    house.wait(minutes=60 * 24 * 4)
    with pytest.raises(NotFound):
        again(house)
