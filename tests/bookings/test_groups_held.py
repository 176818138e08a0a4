"""Couples, friends and whole afternoons: booked as one, or not at all."""

import dataclasses

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import BadInput, NotBookable, SlotTaken
from tests.booking_requests import request_at, request_for
from tests.snapshots import FRIDAY, at, clock_of
from tests.spa_house import BED, SWEDISH, THREE, at_once, pay_house, spa_house

FACIAL = "gentlemans-facial"
SUNDAY_EVENING = at(FRIDAY.replace(day=22), "19:00")


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


def visits_of(booking):
    return [
        (visit.guest, clock_of(visit.starts_at), booking.of_visit(visit.number)[0][0].item_id)
        for visit in booking.visits
    ]


def people_of(booking, number):
    return [allocation.name for allocation in booking.of_visit(number)[1] if allocation.kind == "technician"]


def test_two_friends_have_their_massages_side_by_side(house):
    booking = house.hold(THREE, SWEDISH, also=(RequestedItem(SWEDISH, guest=2),))
    assert (booking.party, booking.status) == (2, Status.HELD)
    assert visits_of(booking) == [(1, "14:00", SWEDISH), (2, "14:00", SWEDISH)]
    assert {*people_of(booking, 1), *people_of(booking, 2)} == {"Anna", "David"}
    assert len({allocation.name for allocation in booking.allocations if allocation.kind == "room"}) == 2


def test_a_facial_and_then_a_massage_are_one_booking_with_one_price(house):
    booking = house.hold(at(FRIDAY, "12:00"), FACIAL, also=(RequestedItem(SWEDISH, add_on_ids=("hot-stone",)),))
    assert visits_of(booking) == [(1, "12:00", FACIAL), (1, "13:00", SWEDISH)]
    assert clock_of(booking.ends_at) == "14:15"
    assert booking.net_cents == 18000 + 18000 + 4000
    assert booking.total_cents == booking.net_cents + 1800
    assert sum(line.tax_cents for line in booking.lines) == booking.tax_cents == 1800
    assert house.again(booking) == booking


def test_all_or_nothing_a_friend_too_many_and_nobody_is_held(house):
    three = request_at(SWEDISH, THREE).for_guests(3)
    with pytest.raises(SlotTaken):
        house.hold(THREE, SWEDISH, also=three.items[1:])
    assert house.count("bookings") == house.count("booking_resources") == house.count("booking_visits") == 0


def test_the_reason_says_that_each_could_come_but_not_together(house):
    found = house.find(request_at(SWEDISH, THREE).for_guests(3))
    assert found.rejection.code == RejectionCode.NOT_TOGETHER
    assert found.slots == ()


def test_what_is_offered_to_a_group_is_held(house):
    request = request_for(SWEDISH, ((at(FRIDAY, "10:00"), at(FRIDAY, "16:00")),), also=(RequestedItem(FACIAL),))
    request = dataclasses.replace(request, longest_wait=30, limit=8)
    offers = house.find(request).slots
    assert offers
    for offer in offers:
        booking = house.hold(offer.starts_at, SWEDISH, also=request.items[1:], longest_wait=30)
        assert (booking.starts_at, booking.ends_at) == (offer.starts_at, offer.ends_at)
        house.cancel(booking)


def test_wishes_of_each_guest_are_kept(house):
    booking = house.hold(THREE, SWEDISH, gender="m", also=(RequestedItem(SWEDISH, guest=2, technician="Anna"),))
    assert [visit.wish for visit in booking.visits] == ["m", "Anna"]
    assert (people_of(booking, 1), people_of(booking, 2)) == (["David"], ["Anna"])


def test_a_group_is_cancelled_as_one(house):
    booking = house.hold(THREE, SWEDISH, also=(RequestedItem(SWEDISH, guest=2),))
    house.cancel(booking)
    assert house.count("booking_resources", "active") == 0
    assert house.hold(THREE, SWEDISH, also=(RequestedItem(SWEDISH, guest=2),)).status == Status.HELD


@pytest.mark.parametrize("guests", [7, 40])
def test_a_party_that_is_too_large_is_told_how_many_may_come(guests):
    with pytest.raises(NotBookable) as refusal:
        request_at(SWEDISH, THREE).for_guests(guests)
    assert (refusal.value.rejection.code, refusal.value.rejection.most) == (RejectionCode.PARTY_TOO_LARGE, 6)


def test_a_party_of_nobody_is_refused():
    with pytest.raises(BadInput, match="party"):
        request_at(SWEDISH, THREE).for_guests(0)


def test_guests_who_are_not_counted_from_one_are_refused(house):
    with pytest.raises(BadInput, match="guest"):
        house.find(request_at(SWEDISH, THREE, also=(RequestedItem(SWEDISH, guest=3),)))


def test_of_ten_pairs_after_the_last_two_technicians_one_pair_comes(house):
    friends = (RequestedItem(SWEDISH, guest=2),)
    results = at_once(10, lambda _: house.hold(THREE, SWEDISH, also=friends))
    held = [result for result in results if not isinstance(result, Exception)]
    assert len(held) == 1
    assert {type(result) for result in results if result is not held[0]} == {SlotTaken}
    assert house.count("booking_resources", "active") == 4


def test_a_pair_and_single_guests_after_the_same_people_never_share_one(house):
    friends = (RequestedItem(BED, guest=2),)
    at_once(12, lambda n: house.hold(THREE, SWEDISH, also=friends if n % 2 else ()))
    rows = house.rows(
        "select resource_kind, resource_id, count(*) from coresync.booking_resources where active group by 1, 2"
    )
    assert rows
    assert {row["count"] for row in rows} == {1}


def test_a_group_pays_once_for_all(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as house:
        booking = house.confirmed(THREE, SWEDISH, also=(RequestedItem(FACIAL, guest=1),), longest_wait=60)
        assert booking.status == Status.CONFIRMED
        [payment] = booking.payments
        assert payment.amount_cents == booking.total_cents == 37620
        assert sum(house.ledger().values()) == 0


def test_a_late_payment_takes_all_places_of_a_group_again(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as house:
        booking, url = house.paying(at(FRIDAY, "12:00"), FACIAL, also=(RequestedItem(SWEDISH),), longest_wait=20)
        house.let_go(booking)
        assert house.pay(url) == "paid"
        house.tell("checkout.session.completed")
        again = house.again(booking)
        assert again.status == Status.CONFIRMED
        assert again.allocations == booking.allocations


def test_a_late_payment_of_a_group_that_no_longer_fits_goes_back(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as house:
        booking, url = house.paying(THREE, SWEDISH, also=(RequestedItem(SWEDISH, guest=2),))
        house.let_go(booking)
        house.hold(THREE, SWEDISH)
        house.pay(url)
        house.tell("checkout.session.completed")
        assert house.status(booking) == Status.EXPIRED
        assert house.count("refunds", f"amount_cents = {booking.total_cents}") == 1
