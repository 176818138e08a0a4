"""Letting go: a wish, a hold, a visit that is paid."""
# ruff: noqa: RUF001 -- two of the languages have other letters

import pytest

from shared_lib.bookings.lifecycle import Status
from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def guest():
    guest = Guest(House())
    guest.says("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    return guest


@pytest.mark.parametrize("said", ["cancel", "never mind", "cancel it please", "let it go", "forget it"])
def test_a_hold_is_let_go_by_a_word(guest, said):
    assert guest.says(said) == "I have let Friday 27 November, 3:00 PM New York time go. Nothing was charged."
    assert not guest.house.living


def test_who_lets_go_while_paying_is_not_told_that_nothing_was_charged(guest):
    guest.house.become(guest.booking, "paying")
    assert guest.says("cancel it please").endswith("If a payment was under way, it comes back to you in full.")


def test_a_hold_is_let_go_by_its_button(guest):
    guest.presses("Let it go")
    assert not guest.house.living


def test_a_wish_is_dropped_without_fuss():
    guest = Guest(House())
    assert guest.says("deep tissue friday 3pm", "never mind").startswith("Of course. Nothing is held")
    assert guest.state.treatment is None


@pytest.mark.parametrize(
    ("hours", "said"), [(0, "the full $250.80"), (10, "$125.40 of $250.80"), (40, "nothing of $250.80")]
)
def test_a_paid_visit_names_its_refund_and_asks_first(guest, hours, said):
    guest.house.pay(guest.booking)
    guest.house.later(hours=hours)
    assert said in guest.says("cancel my booking")
    assert guest.house.living


def test_a_paid_visit_is_cancelled_after_a_yes(guest):
    guest.house.pay(guest.booking)
    assert "$250.80 goes back to your card" in guest.says("cancel my booking", "yes")
    assert not guest.house.living


@pytest.mark.parametrize("said", ["no", "never mind", "keep it"])
def test_a_paid_visit_stays_after_anything_else(guest, said):
    guest.house.pay(guest.booking)
    guest.says("cancel my booking", said)
    assert guest.house.living


def test_a_question_before_the_yes_is_answered_and_the_question_repeated(guest):
    guest.house.pay(guest.booking)
    heard = guest.says("cancel my booking", "where do I park?")
    assert "garage" in heard
    assert heard.endswith("Shall I cancel it?")


def test_a_stale_yes_button_asks_before_it_cancels(guest):
    guest.house.pay(guest.booking)
    guest.chooses("yes_cancel")
    assert guest.house.living


def test_an_earlier_visit_of_the_conversation_is_found_again(guest):
    guest.house.pay(guest.booking)
    guest.says("book another massage", "never mind", "cancel my booking")
    assert "CS-2026-000001" in guest.heard


def test_who_has_nothing_here_is_led_to_the_front_desk():
    assert "+1 555 010 0142" in Guest(House()).says("cancel my appointment")


def test_a_visit_that_has_begun_is_no_longer_cancelled_here(guest):
    guest.house.pay(guest.booking)
    guest.says("cancel my booking")
    guest.house.later(hours=53, minutes=10)
    assert "can't be changed here any more" in guest.says("yes")


KEEPING = [
    "please do not let it go, I am paying",
    "please don't cancel it",
    "do not cancel my booking please",
    "don\u2019t let my booking go",
    "never cancel it",
    "I didn't want to cancel",
]


@pytest.mark.parametrize("said", KEEPING)
def test_a_hold_that_shall_not_be_let_go_stays(guest, said):
    assert guest.says(said).startswith("Then it stays as it is.")
    assert guest.house.living
    assert guest.replies[0].payment


@pytest.mark.parametrize("said", KEEPING)
def test_a_wish_that_shall_not_be_dropped_stays_on_the_table(said):
    guest = Guest(House())
    assert guest.says("deep tissue friday 3pm", said).startswith("Then it stays as it is.")
    assert guest.state.asked == "slot"


def test_a_paid_visit_stays_where_a_yes_comes_with_do_not_cancel(guest):
    guest.house.pay(guest.booking)
    guest.says("cancel my booking", "yes, do not cancel it")
    assert guest.house.living


@pytest.mark.parametrize(
    "said", ["never mind, cancel it", "I can't come, cancel it please", "I do not want it, let it go"]
)
def test_a_no_to_something_else_does_not_keep_a_hold(guest, said):
    guest.says(said)
    assert not guest.house.living


@pytest.mark.parametrize(
    "said",
    ["can I cancel for free?", "what does it cost to cancel?", "is cancelling free", "is there a cancellation fee?"],
)
def test_the_policy_is_told_to_who_asks_what_cancelling_costs(guest, said):
    assert "letting it go costs nothing" in guest.says(said)
    assert guest.house.living


@pytest.mark.parametrize("waits", ["hold on, let me ask my wife", "wait a sec", "un momento", "אני צריך לשאול את אשתי"])
def test_who_needs_a_moment_lets_nothing_go(waits):
    guest = Guest(House())
    guest.says("swedish tomorrow 3pm")
    assert guest.says(waits)
    assert guest.state.offered
    guest.says("yes", waits)
    assert guest.booking.status == Status.HELD
    guest.says("Anna Berg")
    assert guest.state.name == "Anna Berg"


HELD = {
    "en": ("swedish tomorrow at 3", "yes"),
    "es": ("masaje sueco mañana a las 3", "sí"),
    "ru": ("шведский массаж завтра в 3", "да"),
    "uk": ("шведський масаж завтра о 3", "так"),
    "he": ("עיסוי שוודי מחר ב-3", "כן"),
}


@pytest.mark.parametrize(
    ("lang", "asks"),
    [
        ("en", "can I cancel later?"),
        ("en", "may i cancel it up to the last day?"),
        ("en", "i might have to cancel, is that a problem"),
        ("es", "si me surge algo, ¿lo puedo cancelar?"),
        ("es", "¿es posible cancelar luego?"),
        ("ru", "можно будет потом отменить?"),
        ("ru", "а отменить потом можно"),
        ("uk", "до якого часу можна скасувати?"),
        ("uk", "а скасувати потім можна"),
        ("he", "אפשר לבטל אחר כך?"),
        ("he", "עד מתי אפשר לבטל?"),
    ],
)
def test_whoever_asks_about_cancelling_keeps_the_place(lang, asks):
    guest = Guest(House())
    guest.says(*HELD[lang])
    guest.says(asks)
    assert guest.booking.status == Status.HELD


@pytest.mark.parametrize("answer", ["yes", "no, keep it"])
def test_a_hold_is_let_go_after_a_yes_where_that_was_asked(answer):
    guest = Guest(House())
    guest.says(*HELD["en"])
    assert guest.says("can I cancel this?").endswith("Shall I let it go?")
    guest.says(answer)
    assert bool(guest.house.living) == (answer != "yes")
