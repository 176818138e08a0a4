"""The link in a mail opens its visit alone; a friend who gets it can move it, never cancel it or see a sum."""

from datetime import timedelta

import pytest

from shared_lib.bookings.visit_links import visit_url
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.payments.pay_links import booking_of
from tests.account_house import Browser, link_of
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, THREE


@pytest.fixture
def friend(house, browser):
    """Somebody to whom the mail was passed on."""
    return Browser(house, browser.codes)


def test_a_link_shows_the_visit_without_a_sum_or_a_name(house, friend):
    booking = house.confirmed()
    page = friend.get(link_of(booking, house))
    assert page.status_code == 200
    for words in ("We look forward to you", "Swedish Massage", "Friday 20 November", booking.reference):
        assert words in page.text
    for secret in ("$", GUEST.email, "Daniel", "lavender"):
        assert secret not in page.text


def test_who_taps_i_will_come_is_expected_and_a_look_changes_nothing(house, friend):
    booking = house.confirmed()
    path = link_of(booking, house)
    assert "I will come" in friend.get(path).text
    assert house.again(booking) == booking
    said = friend.post(f"{path}/come", path)
    assert "We look forward to you" in said.text
    assert house.again(booking).attendance_confirmed_at == house.now
    assert "I will come" not in friend.get(path).text


def test_a_visit_is_moved_by_its_link(house, friend):
    booking = house.confirmed()
    path = link_of(booking, house)
    moved = friend.post(f"{path}/move", f"{path}/move?to=20261120T1600Z")
    assert "Your visit is moved" in moved.text
    assert house.again(booking).starts_at == at(FRIDAY, "11:00")


def test_a_friend_with_the_link_can_not_cancel_for_the_code_goes_to_whoever_booked(house, friend):
    booking = house.confirmed()
    asked = friend.get(f"{link_of(booking, house)}/more")
    assert "d•••l@example.com" in asked.text
    friend.post(f"{link_of(booking, house)}/more")
    assert friend.codes.sent[-1][0] == GUEST.email
    for below in ("", "/cancel", "/receipt.pdf"):
        assert friend.get(f"/account/visits/{booking.reference}{below}").status_code == 303
    page = friend.type(friend.codes.last)
    assert page.request.path == f"/account/visits/{booking.reference}"
    assert "Cancel this visit?" in friend.get(f"/account/visits/{booking.reference}/cancel").text


def test_a_guest_who_is_signed_in_goes_straight_on(house, browser):
    booking = house.confirmed()
    browser.sign_in()
    assert browser.follow(f"{link_of(booking, house)}/more").request.path == f"/account/visits/{booking.reference}"
    assert len(browser.codes.sent) == 1


def test_a_link_ends_a_week_after_the_visit(house, friend):
    booking = house.confirmed()
    house.now = booking.ends_at + timedelta(days=7) - timedelta(seconds=1)
    assert "Thank you for your visit" in friend.get(link_of(booking, house)).text
    house.now += timedelta(seconds=1)
    for below in ("", "/move", "/more", "/visit.ics"):
        ended = friend.get(link_of(booking, house) + below)
        assert (ended.status_code, "This link has ended" in ended.text) == (410, True)


def test_a_token_for_another_purpose_or_an_altered_one_opens_nothing(house, friend):
    booking = house.confirmed()
    pays = house.signer.sign(booking.id.hex, purpose="pay")
    for token in (pays, link_of(booking, house).rpartition("/")[2][:-1], booking.reference, booking.id.hex, "%00"):
        assert friend.get(f"/visit/{token}").status_code == 404
    with pytest.raises(InvalidSignature):
        booking_of(visit_url(booking.id, public_url="", signer=house.signer).rpartition("/")[2], house.signer)


def test_every_state_of_a_visit_has_its_words(house, friend):
    held, paid = house.hold(), house.confirmed(at(FRIDAY, "11:00"))
    assert "One step is left" in friend.get(link_of(held, house)).text
    assert "It is not paid yet" in friend.get(f"{link_of(held, house)}/move").text
    house.cancel(paid)
    assert "This visit is cancelled" in friend.get(link_of(paid, house)).text
    cancelled = friend.get(f"{link_of(paid, house)}/move")
    assert (cancelled.status_code, "nothing to move any more" in cancelled.text) == (409, True)
    house.now = THREE
    house.expire_holds()
    assert "no longer held" in friend.get(link_of(held, house)).text


def test_who_taps_after_it_was_cancelled_sees_so(house, friend):
    booking = house.confirmed()
    path = link_of(booking, house)
    shown = friend.get(path).text
    house.cancel(booking)
    assert "This visit is cancelled" in friend.send(f"{path}/come", shown).text
