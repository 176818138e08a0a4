"""What was said of money is what happens: a question that time or a new price overtook is put again."""

import dataclasses
from datetime import timedelta

import pytest

from shared_lib.bookings.lifecycle import Status
from tests.agent.dialogue import house as floor
from tests.agent.dialogue.house import BOOK, Guest, House


def paid(*lines):
    guest = Guest(House())
    guest.says(*lines, "yes", "Ann Lee", "ann@example.com")
    guest.house.pay(guest.booking)
    return guest, guest.booking


@pytest.mark.parametrize("yes", ["says", "presses"])
def test_a_cancellation_that_a_limit_overtook_is_asked_about_again(yes):
    guest, booking = paid("deep tissue massage friday 3pm")
    guest.house.now = booking.starts_at - timedelta(hours=48)
    assert "the full $250.80 goes back" in guest.says("cancel it")
    guest.house.later(seconds=1)
    asked = guest.says("yes") if yes == "says" else guest.chooses("yes_cancel")
    assert "$125.40 of $250.80 goes back" in asked
    assert guest.house.get(booking.id).status == Status.CONFIRMED
    assert "is cancelled" in guest.says("yes")


@pytest.mark.parametrize("asked", ["what happens if I say yes?", "is yes final?", "¿y si digo que sí?", "yes means?"])
def test_a_question_with_a_yes_in_it_cancels_nothing(asked):
    guest, booking = paid("deep tissue massage friday 3pm")
    guest.says("cancel it", asked)
    assert guest.house.get(booking.id).status == Status.CONFIRMED
    assert "is cancelled" in guest.says("yes, please")


def test_a_visit_that_has_begun_is_not_asked_about():
    guest, booking = paid("deep tissue massage friday 3pm")
    guest.house.now = booking.starts_at
    assert guest.says("cancel it").startswith("That visit can't be changed here any more.")
    assert guest.state.asked is None


def test_a_guest_is_not_taken_out_for_less_than_was_said():
    guest, booking = paid("two deep tissue massages thursday 12pm")
    guest.house.now = booking.starts_at - timedelta(hours=24)
    assert "$125.40 goes back" in guest.says("one of us cannot come")
    guest.house.later(seconds=1)
    assert "$0.00 goes back" in guest.says("yes")
    assert len(guest.house.get(booking.id).guests) == 2


def test_an_extra_is_not_added_for_more_than_was_said(monkeypatch):
    guest, booking = paid("deep tissue massage thursday noon")
    assert "$41.80" in guest.says("add hot stone to my visit")
    dearer = tuple(dataclasses.replace(row, cents=row.cents + 1000) for row in BOOK.add_ons)
    monkeypatch.setattr(floor, "BOOK", dataclasses.replace(BOOK, version=2, add_ons=dearer))
    assert "$52.25" in guest.says("yes")
    assert guest.house.get(booking.id) == booking


def test_a_couple_s_treatment_is_not_called_one_for_a_single_guest():
    guest, _ = paid("couple's massage friday 1pm")
    assert "for all of you" in guest.says("one of us cannot come")


def test_a_reference_is_heard_while_we_ask_for_a_treatment():
    guest = Guest(House())
    guest.says("good morning")
    guest.says("I want to move CS-2026-000123 to thursday 5pm")
    assert (guest.state.kind, guest.state.asked) == ("move", "proof_contact")


@pytest.mark.parametrize(
    "wished",
    [
        "two deep tissue massages with hot stone for both friday 1pm",
        "swedish massage with aromatherapy and hot stone and a manicure after that friday 1pm",
    ],
)
@pytest.mark.parametrize("asked", ["how much is it?", "how much in total?", "¿cuánto cuesta todo?"])
def test_what_several_come_to_is_said_before_the_hold_as_it_is_paid_after_it(wished, asked):
    guest = Guest(House())
    guest.says(wished)
    told = guest.says(asked)
    guest.says("the first one", "Ann Lee", "ann@example.com")
    assert f"${guest.booking.total_cents / 100:.2f}" in told


def test_what_is_named_is_priced_by_itself():
    guest = Guest(House())
    guest.says("two deep tissue massages with hot stone for both friday 1pm")
    assert guest.says("how much is a manicure?").startswith("Manicure, 30 minutes: $60.00")


@pytest.mark.parametrize(
    "said",
    ["can you add hot stone to it", "add aromatherapy and hot stone to my visit", "¿pueden añadir piedras calientes?"],
)
def test_an_extra_that_does_not_fit_is_not_offered_first(said):
    guest, booking = paid("swedish massage friday 3pm")
    guest.says(said)
    assert guest.state.asked != "confirm_add"
    assert guest.house.get(booking.id) == booking
