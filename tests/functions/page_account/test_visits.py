"""A guest's visits: seen, moved, cancelled, one guest fewer; what becomes of it is said before anything happens."""

from datetime import timedelta

import pytest

from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.contact import Contact
from tests.account_house import Browser
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, SWEDISH, THREE


@pytest.fixture
def signed_in(house, browser):
    browser.sign_in()
    return browser


def path_of(booking) -> str:
    return f"/account/visits/{booking.reference}"


def test_somebody_elses_visit_is_none_that_there_is(house, signed_in):
    theirs = house.confirmed(contact=Contact("Robert Example", "robert@example.com"))
    for below in ("", "/move", "/cancel", "/receipt.pdf", "/visit.ics", "/guests/1"):
        missing = signed_in.follow(f"/account/visits/CS-2026-999999{below}")
        foreign = signed_in.follow(f"{path_of(theirs)}{below}")
        assert (foreign.status_code, foreign.text) == (404, missing.text), below
    assert "There is nothing of yours here" in foreign.text


def test_a_visit_is_moved_by_pressing_a_day_a_time_and_a_button(house, signed_in):
    booking = house.confirmed()
    days = signed_in.get(f"{path_of(booking)}/move").text
    assert "Friday 20 November" in days
    assert f"{path_of(booking)}/move?to=20261120T1600Z" in days
    chosen = signed_in.get(f"{path_of(booking)}/move?to=20261120T1600Z")
    assert "Move it to this time?" in chosen.text
    assert "Friday 20 November, 11:00 AM New York time" in chosen.text
    assert house.again(booking) == booking
    moved = signed_in.post(f"{path_of(booking)}/move", f"{path_of(booking)}/move?to=20261120T1600Z")
    assert "Your visit is moved" in moved.text
    now = house.again(booking)
    assert (now.starts_at, now.moves) == (at(FRIDAY, "11:00"), 1)
    assert "booking.rescheduled" in house.wire.types


def test_the_same_form_sent_twice_moves_once(house, signed_in):
    booking = house.confirmed()
    page = f"{path_of(booking)}/move?to=20261120T1600Z"
    form = {"to": "20261120T1600Z", "key": str(booking.version)}
    for _ in range(2):
        assert "Your visit is moved" in signed_in.post(f"{path_of(booking)}/move", page, **form).text
    assert house.again(booking).moves == 1


def test_a_time_that_was_taken_meanwhile_leaves_the_visit_as_it_was(house, signed_in):
    booking = house.confirmed()
    shown = signed_in.get(f"{path_of(booking)}/move?to=20261120T1600Z").text
    for name in ("anna", "david"):
        house.hold(at(FRIDAY, "11:00"), contact=Contact("Robert Example", f"{name}@example.com"))
    late = signed_in.send(f"{path_of(booking)}/move", shown, to="20261120T1600Z", key=str(booking.version))
    assert late.status_code == 409
    assert "Your visit stands as it was" in late.text
    assert house.again(booking) == booking


def test_too_late_to_be_moved_says_until_when_it_was_and_what_is_possible(house, signed_in):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=23)
    page = signed_in.follow(f"{path_of(booking)}/move")
    assert page.status_code == 409
    for words in ("too close to be moved", "Thursday 19 November, 2:00 PM", "+1 555 010 0142", "Cancel it"):
        assert words in page.text
    moved = signed_in.post(f"{path_of(booking)}/move", f"{path_of(booking)}", to="20261120T1600Z")
    assert "too close to be moved" in moved.text
    assert house.again(booking) == booking


def test_cancelling_says_first_what_comes_back_and_asks_for_a_fresh_code(house, signed_in):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=30)
    asked = signed_in.prove_again(f"{path_of(booking)}/cancel")
    half = booking.total_cents // 2
    assert "Cancel this visit?" in asked.text
    assert f"${half / 100:.2f}" in asked.text
    assert house.status(booking) == "confirmed"
    done = signed_in.post(f"{path_of(booking)}/cancel")
    assert "Your visit is cancelled" in done.text
    assert house.status(booking) == "cancelled"
    house.relay_outbox()
    assert house.returned_cents() == [half]
    again = signed_in.get(f"{path_of(booking)}/cancel")
    assert (again.status_code, "It is cancelled already" in again.text) == (409, True)


def test_too_late_to_move_is_said_where_it_would_be_offered(house, signed_in):
    booking = house.confirmed()
    assert ", up to 2 times." in signed_in.get(path_of(booking)).text
    house.now = THREE - timedelta(hours=3)
    assert "It could be moved until" in signed_in.get(path_of(booking)).text
    shown = signed_in.prove_again(f"{path_of(booking)}/cancel").text
    assert "Move it instead" not in shown
    done = signed_in.post(f"{path_of(booking)}/cancel")
    assert "cancelled too late for a return" in done.text


def test_what_was_shown_is_what_holds_a_deadline_that_passed_meanwhile_is_shown_again(house, signed_in):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=48)
    signed_in.prove_again(f"{path_of(booking)}/cancel")
    shown = signed_in.get(f"{path_of(booking)}/cancel")
    assert "All that you paid comes back" in shown.text
    house.now += timedelta(minutes=1)
    late = signed_in.send(f"{path_of(booking)}/cancel", shown.text, refund=booking.total_cents)
    assert late.status_code == 409
    assert "a deadline has passed" in late.text
    assert house.status(booking) == "confirmed"


def test_a_deadline_that_passes_while_it_is_cancelled_takes_nothing_from_what_was_shown(house, signed_in):
    booking = house.confirmed()
    deadline = booking.starts_at - timedelta(hours=max(hours for hours, _ in booking.policy["refund"]))
    house.now = deadline - timedelta(minutes=1)
    shown = signed_in.prove_again(f"{path_of(booking)}/cancel")
    house.now = deadline
    looks = iter([deadline] * 4)  # who it is, whether the code is fresh, and what comes back
    house.clock = lambda: next(looks, deadline + timedelta(seconds=1))
    signed_in.send(f"{path_of(booking)}/cancel", shown.text, refund=booking.total_cents)
    assert house.status(booking) == "cancelled"
    assert house.again(booking).paid.owed_cents == booking.total_cents


def test_a_receipt_is_mailed_only_where_there_is_one_and_an_address(house, signed_in):
    mailed: list[str] = []
    house.send_receipt_soon = lambda booking: mailed.append(booking.reference)
    paid, held = house.confirmed(), house.hold(at(FRIDAY, "12:00"))
    nameless = house.hold(at(FRIDAY, "10:00"), contact=Contact("Daniel Example", "", "+1 212 555 0199"))
    house.database.run("update coresync.bookings set guest_id = (select id from coresync.guests)")
    page = signed_in.get("/account").text
    answers = [signed_in.send(f"{path_of(each)}/receipt", page).status_code for each in (paid, held, nameless)]
    assert (answers, mailed) == ([200, 404, 404], [paid.reference])
    house.database.run("update coresync.bookings set contact = null")
    assert "Mail me the receipt" not in signed_in.get(path_of(paid)).text


def test_a_session_that_was_proved_long_ago_cancels_nothing(house, signed_in):
    booking = house.confirmed()
    fresh = signed_in.get(f"{path_of(booking)}/cancel")
    house.now += timedelta(minutes=10)
    stale = signed_in.send(f"{path_of(booking)}/cancel", fresh.text, refund=booking.total_cents)
    assert "A fresh code, please" in stale.text
    assert house.status(booking) == "confirmed"


def test_one_guest_of_a_group_stays_at_home_and_their_share_comes_back(house, signed_in):
    booking = house.confirmed(also=(RequestedItem(SWEDISH, 2),))
    page = signed_in.get(path_of(booking))
    assert "Who comes" in page.text
    shown = signed_in.get(f"{path_of(booking)}/guests/2")
    assert "One guest fewer?" in shown.text
    done = signed_in.post(f"{path_of(booking)}/guests/2")
    assert "The others come as before" in done.text
    assert house.again(booking).guests == (1,)


def test_an_unpaid_place_can_be_paid_or_let_go(house, signed_in):
    booking = house.hold()
    page = signed_in.get(path_of(booking))
    assert "One step is left" in page.text
    assert "Kept for you until" in page.text
    assert "/pay/" in page.text
    assert "Nothing was charged" in signed_in.get(f"{path_of(booking)}/cancel").text
    signed_in.post(f"{path_of(booking)}/cancel")
    assert house.status(booking) == "cancelled"


def test_past_visits_stand_in_pages(house, signed_in):
    for hour in ("11:00", "12:15", "13:30"):
        house.confirmed(at(FRIDAY, hour))
    house.now = THREE + timedelta(days=2)
    page = signed_in.get("/account").text
    assert page.count("CS-2026-") >= 3
    assert "Earlier" in page


def test_who_reads_over_a_shoulder_needs_a_session_of_their_own(house, signed_in):
    booking = house.confirmed()
    stranger = Browser(house, signed_in.codes)
    stranger.sign_in("robert@example.com")
    assert stranger.get(path_of(booking)).status_code == 404
    assert GUEST.email not in signed_in.get(path_of(booking)).text
