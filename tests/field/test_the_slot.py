"""What happened to guests of other systems, told with ours: the slot."""

from collections import Counter
from datetime import timedelta

import pytest

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.give_contact import give_contact
from shared_lib.kernel.errors import SlotTaken
from tests.booking_requests import request_for
from tests.snapshots import MINUTE, THURSDAY, at
from tests.spa_house import COUPLES, GUEST, SWEDISH, THREE, at_once, spa_house

TREATMENTS = [SWEDISH, "sports-massage", COUPLES, "ai-massage-bed", "manicure", "gentlemans-facial", "executive-cut"]


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


def outcome(results) -> Counter:
    return Counter(type(result).__name__ for result in results)


def test_cal_com_13397_ten_parallel_requests_make_one_booking(house):
    results = at_once(10, lambda _: house.hold(THREE, technician="Anna"))
    assert outcome(results) == {"Booking": 1, "SlotTaken": 9}
    assert house.count("bookings") == 1


def test_cal_com_5820_the_same_request_sent_twice_is_one_booking(house):
    first, second = at_once(2, lambda _: house.hold(THREE, key="one click"))
    assert first.id == second.id
    assert house.count("bookings") == 1


def test_cal_com_23974_a_reserved_slot_is_its_owners_and_nobody_elses(house):
    mine = house.hold(technician="Anna", contact=None, key="mine")
    with pytest.raises(SlotTaken):
        house.hold(technician="Anna")
    assert house.hold(technician="Anna", key="mine").id == mine.id
    assert give_contact(mine.id, GUEST, bookings=house.bookings, now=house.now).contact == GUEST


def test_easy_appointments_845_any_provider_is_somebody_who_is_free(house):
    results = at_once(10, lambda _: house.hold(THREE))
    assert outcome(results) == {"Booking": 2, "SlotTaken": 8}
    names = [name for result in results if isinstance(result, Booking) for name in result.technicians]
    assert sorted(names) == ["Anna", "David"]


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_cal_com_24260_medplum_8331_what_is_offered_is_not_refused(house, treatment):
    midnight = house.spa.midnight(THURSDAY)
    whole_day = request_for(treatment, ((midnight, midnight + timedelta(days=1)),), limit=50, apart=15 * MINUTE)
    slots = house.find(whole_day).slots
    assert slots
    for offer in slots[::3]:
        house.cancel(house.hold(offer.starts_at, treatment))


def test_cal_com_14868_easy_appointments_1224_nobody_is_booked_into_the_turnaround(house):
    """An hour's massage takes seventy minutes of its room and its technician, on both sides."""
    house.hold(at(THURSDAY, "15:00"), technician="Anna")
    for clock in ("13:51", "16:00", "16:09"):
        with pytest.raises(SlotTaken):
            house.hold(at(THURSDAY, clock), technician="Anna")
    for clock in ("13:50", "16:10"):
        assert house.hold(at(THURSDAY, clock), technician="Anna")
