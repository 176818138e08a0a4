"""Card numbers typed into a conversation: never kept, never understood as anything else."""

import pytest

from shared_lib.agent.language.card_numbers import without_card
from tests.agent.dialogue.house import Guest, House


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("4242424242424242", "••••"),
        ("my card is 4242 4242 4242 4242, 12/28, code 123", "my card is •••• •••• •••• ••••, ••••/••••, code ••••"),
        ("4000-0025-0000-3155 12 30", "••••-••••-••••-•••• •••• ••••"),
        ("amex 378282246310005", "amex ••••"),
    ],
)
def test_a_card_number_is_hidden_with_all_that_stands_beside_it(typed, kept):
    assert without_card(typed) == kept


@pytest.mark.parametrize("typed", ["+1 555 010 0142", "2026-11-27 15:00", "4242424242424241", "swedish at 3"])
def test_other_numbers_stay(typed):
    assert without_card(typed) == typed


def test_a_guest_who_types_a_card_is_led_to_the_payment_page():
    guest = Guest(House())
    guest.says("swedish tomorrow at noon", "yes", "Daniel Example", "daniel@example.com")
    heard = guest.says("4242 4242 4242 4242 12/28")
    assert "only typed on the payment page" in heard
    assert guest.replies[0].payment
    assert "4242" not in repr(guest.state.to_json())


def test_the_question_that_waits_is_repeated_after_a_card():
    guest = Guest(House())
    guest.says("swedish tomorrow at noon", "yes")
    assert guest.says("Daniel 4242424242424242").endswith("What name may I put it under?")
    assert guest.state.name == ""
