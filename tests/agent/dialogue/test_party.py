"""For how many it is, said before the treatment, after it, or once more; too many is no dead end."""

import pytest

from tests.agent.dialogue.house import Guest, House


def guests(guest):
    return len({item.guest for item in guest.state.items})


def test_for_how_many_it_is_outlasts_the_question_for_the_treatment():
    guest = Guest(House())
    guest.says("two of us on friday")
    assert "for 2" in guest.says("deep tissue massage")
    assert guests(guest) == 2


@pytest.mark.parametrize(
    ("said", "many"), [("just me", 1), ("three of us", 3), ("just the two of us then", 2), ("somos tres", 3)]
)
def test_more_or_fewer_guests_are_heard_after_the_treatment(said, many):
    guest = Guest(House())
    guest.says("deep tissue massage friday 1pm", "for two", said)
    assert guests(guest) == many


def test_guests_are_counted_anew_when_one_of_them_has_nothing_left():
    guest = Guest(House())
    guest.says("swedish massage for me and a manicure for my wife friday 1pm", "without the swedish massage")
    assert [item.guest for item in guest.state.items] == [1]
    guest = Guest(House())
    guest.says(
        "deep tissue massage thursday 1pm", "yes", "Ann Lee", "masaje para dos mañana 15h, pedicure next Wednesday"
    )
    assert {item.guest for item in guest.state.items} == {1, 2}


def test_nothing_is_taken_from_a_paid_visit_by_going_back():
    guest = Guest(House())
    guest.says("deep tissue massage friday 1pm", "yes", "Ann Lee", "ann@example.com")
    guest.house.pay(guest.booking)
    guest.says("move it to thursday", "go back", "go back")
    assert guest.state.items
    assert guest.chooses("anyone")


def test_what_only_one_of_them_wishes_lets_nobody_go():
    guest = Guest(House())
    guest.says("deep tissue massage for two friday 1pm", "one of us prefers Lena")
    assert guests(guest) == 2


def test_too_many_guests_are_no_dead_end_and_fewer_are_not_booked_for_them():
    guest = Guest(House())
    assert "front desk" in guest.says("deep tissue massage for 9 people friday 1pm")
    guest.says("4242 4242 4242 4242", "yes")
    assert guest.state.offered == ()
    assert "Anna and David" in guest.says("two of us then", "deep tissue massage")


@pytest.mark.parametrize("said", ["I would like a massage please", "quiero un masaje", "хочу массаж"])
def test_a_wish_for_any_massage_is_no_yes_to_the_time_that_was_proposed(said):
    guest = Guest(House())
    guest.says("deep tissue massage friday 3pm", said)
    assert guest.house.kept == {}
    guest.says("yes")
    assert len(guest.house.kept) == 1
