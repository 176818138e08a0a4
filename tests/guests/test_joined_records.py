"""One person with several addresses is one guest, and a record holds what was proved to be theirs."""

from datetime import timedelta

import pytest

from shared_lib.bookings.contact import Contact
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from tests.guests.proof_house import DANIEL, OFFICE, PHONE, Browser, references
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, at_once, spa_house


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


@pytest.fixture
def browser(house):
    return Browser(house, "browser-1")


def test_a_guest_with_two_addresses_is_one_guest_once_both_are_proved(house, browser):
    """Where the e-mail and the telephone meet, two records become one, and all of their visits."""
    one = house.hold()
    two = house.hold(at(FRIDAY, "12:30"), contact=Contact("Daniel Example", OFFICE.address))
    first = browser.signed_in(DANIEL)
    house.now += timedelta(minutes=1)
    office = Browser(house, "browser-2").signed_in(OFFICE)
    session = house.guest_sessions.open(office.id, device="an office", now=house.now)
    assert office.id != first.id
    both = browser.signed_in(OFFICE, known=first)
    assert (both.id, set(both.contact_points)) == (first.id, {DANIEL, OFFICE})
    assert references(house, both) == [two.reference, one.reference]
    assert house.again(two).guest_id == first.id
    assert house.guests.get(office.id) == both
    assert house.guest_sessions.get(session.id, now=house.now).guest_id == first.id


def test_records_that_were_joined_are_one_though_nobody_finished_it(house, browser):
    """Killed after the records became one, before the visits followed: none of them is lost, and no browser either."""
    one = house.hold()
    two = house.hold(at(FRIDAY, "12:30"), contact=Contact("Daniel Example", OFFICE.address))
    first = browser.signed_in(DANIEL)
    house.now += timedelta(minutes=1)
    office = Browser(house, "browser-2").signed_in(OFFICE)
    house.guests.prove(OFFICE, known=first.id, now=house.now)
    house.guest_sessions.open(office.id, device="signed in at that moment", now=house.now)
    assert references(house, house.guests.get(first.id)) == [two.reference, one.reference]
    browser.signed_in(DANIEL)
    assert house.again(two).guest_id == first.id
    assert house.guest_sessions.revoke(first.id, now=house.now) == 1


def test_proofs_that_join_the_same_records_crosswise_leave_one_guest(house):
    for turn in range(5):
        points = [ContactPoint(Channel.EMAIL, f"{name}{turn}@example.com") for name in ("a", "b", "c", "d", "x")]
        guests = [_at_the_next_second(house, point) for point in points[:4]]
        house.guests.prove(points[4], known=guests[1].id, now=house.now)
        proofs = [(guests[2], points[1]), (guests[0], points[4]), (guests[3], points[2])]
        at_once(3, lambda n, proofs=proofs: house.guests.prove(proofs[n][1], known=proofs[n][0].id, now=house.now))
        found = {house.guests.find(point) for point in points}
        assert found == {house.guests.get(guest.id) for guest in guests} == {house.guests.get(guests[0].id)}


def _at_the_next_second(house, point: ContactPoint) -> Guest:
    house.now += timedelta(seconds=1)
    return house.guests.prove(point, known=None, now=house.now).guest


def test_a_number_that_was_mistyped_shows_nobody_anothers_visit(house, browser):
    """A visit that names an address is that address's: whoever owns the number neither sees it nor takes it away."""
    booked = house.hold(contact=Contact("Daniel Example", GUEST.email, "(212) 555-0199"))
    assert references(house, Browser(house, "a stranger").signed_in(PHONE)) == []
    assert references(house, browser.signed_in(DANIEL)) == [booked.reference]


def test_a_telephone_that_was_proved_joins_what_was_booked_with_it(house, browser):
    booked = house.hold(contact=Contact("Daniel Example", "", "(212) 555-0199"))
    guest = browser.signed_in(DANIEL)
    assert references(house, guest) == []
    assert references(house, browser.signed_in(PHONE, known=guest)) == [booked.reference]


def test_a_shared_family_address_shows_the_visits_of_both(house, browser):
    """Whoever reads the mailbox gets the confirmations too."""
    his = house.hold(contact=Contact("Daniel Example", "family@example.com"))
    hers = house.hold(at(FRIDAY, "12:30"), contact=Contact("Dana Example", "family@example.com"))
    guest = browser.signed_in(ContactPoint(Channel.EMAIL, "family@example.com"))
    assert references(house, guest) == [hers.reference, his.reference]
