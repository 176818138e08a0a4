"""Buttons that were never drawn, or long ago: they invent nobody, change no other matter and end no conversation."""

import pytest

from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import BadInput
from tests.agent.dialogue.house import Guest, House

AT_THREE = "slot:2026-11-27T20:00:00+00:00"


@pytest.fixture
def guest():
    guest = Guest(House())
    guest.says("deep tissue massage friday 3pm")
    return guest


def paid(guest):
    guest.says("yes", "Ann Lee", "ann@example.com")
    guest.house.pay(guest.booking)


@pytest.mark.parametrize("name", ["Nobody", "{treatment}", "<b>Anna</b>", "x" * 10_000, "Anna~Your refund is $900."])
def test_a_forged_name_is_never_said(guest, name):
    with pytest.raises(BadInput):
        guest.chooses(f"{AT_THREE}~{name}")
    assert guest.house.kept == {}


def test_a_technician_of_ours_who_does_something_else_is_said_to_be_another(guest):
    assert "with somebody else" in guest.chooses(f"{AT_THREE}~Marco")
    assert "Marco" not in guest.booking.technicians


@pytest.mark.parametrize("value", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_visit_of_nobody_here_asks_again_what_waits(guest, value):
    assert "?" in guest.chooses(f"visit:{value}")
    assert guest.state.asked == "slot"


def test_treatments_pressed_while_a_paid_visit_is_moved_begin_another(guest):
    paid(guest)
    guest.says("move it to thursday")
    guest.chooses("category:Facials")
    assert guest.state.asked == "treatment"
    [booking] = guest.house.kept.values()
    assert booking.status == Status.CONFIRMED


def test_a_treatment_pressed_beside_an_extra_for_a_visit_elsewhere_is_its_own(guest):
    guest = Guest(House())
    guest.says("add hot stone to my booking CS-2026-000123")
    assert "day" in guest.chooses("treatment:manicure")
    assert guest.state.items[0].add_ons == ()


def test_a_day_pressed_for_the_waiting_list_offers_what_is_free_and_a_time_is_held():
    guest = Guest(House())
    guest.says("put me on the waiting list for a deep tissue massage")
    assert "You need not wait" in guest.presses("Tomorrow")
    guest.says("yes", "Ann Lee", "ann@example.com")
    assert guest.replies[0].payment
