"""From a wish to a payment, one question at a time."""

import pytest

from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def guest():
    return Guest(House())


def at_hold(guest, *lines):
    guest.says("deep tissue friday 3pm", "yes", *lines)
    return guest


def at_summary(guest):
    return at_hold(guest, "Daniel Example", "daniel@example.com")


def test_a_greeting_is_answered_with_one_question(guest):
    assert guest.says("hi") == "Good to have you here. Which treatment would you like?"
    assert "Massages" in guest.buttons.values()


def test_an_unclear_treatment_is_asked_for_and_the_time_said_back(guest):
    heard = guest.says("book a massage friday 3pm")
    assert heard == "Friday 27 November, 3:00 PM New York time, gladly. Which one would you like?"
    assert "treatment:swedish-massage" in guest.buttons


def test_the_wished_time_is_proposed_and_a_yes_holds_it(guest):
    assert "Friday 27 November, 3:00 PM New York time is free with Anna" in guest.says("deep tissue friday 3pm")
    assert not guest.house.living
    assert "I am holding Friday 27 November, 3:00 PM New York time" in guest.says("yes please")
    assert [str(booking.status) for booking in guest.house.living] == ["held"]


def test_a_day_alone_is_offered_over_the_whole_day(guest):
    guest.says("swedish massage tomorrow")
    assert list(guest.buttons.values())[:3] == ["10:00 AM with Anna", "2:00 PM with Anna", "6:00 PM with Marco"]


def test_a_plain_yes_to_several_equal_times_asks_which(guest):
    assert guest.says("swedish massage tomorrow", "yes") == "Which of these times would you like?"
    assert not guest.house.living


@pytest.mark.parametrize(
    ("said", "hour"),
    [("the second", 14), ("the last one", 18), ("the later one", 18), ("the earliest", 10), ("2", 14), ("6 pm", 18)],
)
def test_an_offered_time_is_chosen_in_any_words(guest, said, hour):
    guest.says("swedish massage tomorrow", said)
    assert guest.house.spa_hour(guest.booking) == hour


def test_a_bare_number_is_an_hour_where_one_of_the_times_has_it(guest):
    guest.says("swedish massage tomorrow at 2", "2")
    assert guest.house.spa_hour(guest.booking) == 14


def test_everything_in_one_message_needs_only_a_yes(guest):
    guest.says("deep tissue massage tomorrow at 3 for Anna Berg, anna@example.com")
    heard = guest.says("yes")
    assert "The confirmation goes to anna@example.com" in heard
    assert guest.booking.contact.name == "Anna Berg"


def test_the_summary_names_all_that_money_moves_for(guest):
    heard = at_summary(guest).heard
    assert "Deep Tissue Massage, 50 minutes, Friday 27 November, 3:00 PM New York time with Anna" in heard
    assert "$240.00 plus $10.80 sales tax, $250.80 in all" in heard
    payment = guest.replies[-1].payment
    assert (payment["amount_cents"], payment["currency"]) == (25080, "usd")
    assert payment["url"] == f"https://spa.test/pay/pay.{guest.booking.id.hex}"


def test_nothing_is_called_booked_or_confirmed_before_it_is(guest):
    heard = [guest.says(line) for line in ("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")]
    assert not any(word in text.lower() for text in heard for word in ("booked", "confirmed"))


def test_no_price_is_said_before_it_is_asked_for(guest):
    heard = [guest.says(line) for line in ("hi", "massage", "deep tissue", "friday 3pm", "yes", "Daniel Example")]
    assert not any("$" in text for text in heard)


def test_a_double_click_on_a_time_holds_it_once(guest):
    guest.says("deep tissue friday 3pm")
    choice = next(iter(guest.buttons))
    guest.chooses(choice)
    guest.chooses(choice)
    assert len(guest.house.kept) == 1


def test_two_tabs_that_press_the_same_time_share_one_booking():
    house = House()
    first = Guest(house)
    first.says("deep tissue friday 3pm")
    second = Guest(house)
    second.state, second.replies = type(first.state).from_json(first.state.to_json()), first.replies
    first.presses("3:00 PM")
    second.presses("3:00 PM")
    assert first.state.booking_id == second.state.booking_id


def test_a_key_whose_hold_has_ended_is_not_called_held_again(guest):
    guest.says("deep tissue friday 3pm")
    before = guest.state.to_json()
    guest.says("yes")
    guest.house.later(minutes=11)
    guest.state = type(guest.state).from_json(before)
    guest.says("yes")
    assert guest.booking.is_live_hold(guest.house.now)


def test_a_hold_that_ended_meanwhile_is_told_and_looked_for_again(guest):
    at_hold(guest)
    guest.house.later(minutes=12)
    heard = guest.says("Daniel Example")
    assert heard.startswith("The time that I could hold Friday 27 November, 3:00 PM New York time for you has ended")
    assert "3:00 PM New York time is free" in heard
    assert "To which e-mail address" in guest.says("yes")
    assert guest.state.name == "Daniel Example"


def test_an_open_checkout_past_its_time_promises_nothing(guest):
    at_summary(guest)
    guest.house.become(guest.booking, "paying")
    guest.house.later(minutes=11)
    assert "asking whether your payment still came" in guest.says("hello?")
    assert len(guest.house.kept) == 1


def test_after_a_paid_visit_another_one_begins_with_the_same_guest(guest):
    guest.house.pay(at_summary(guest).booking)
    assert "Which one would you like?" in guest.says("book another massage")
    guest.says("swedish tomorrow at noon", "yes")
    assert guest.booking.contact.email == "daniel@example.com"
    assert len(guest.house.living) == 2


def test_a_place_that_went_in_a_race_is_followed_by_real_times(guest):
    guest.says("couples massage saturday 8pm")
    other = Guest(guest.house, "s2")
    other.says("couples massage saturday 8pm", "yes")
    heard = guest.says("yes")
    assert heard.startswith("Somebody was a moment faster: Saturday 28 November, 8:00 PM")
    assert "The nearest free time is" in heard
    assert len(guest.house.living) == 1


def test_a_turn_looks_at_the_floor_once(guest):
    for line in ("deep tissue", "friday 3pm", "how much?", "do you have parking?"):
        guest.house.looks = 0
        guest.says(line)
        assert guest.house.looks == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("massage for 45 min?", ["Deep Tissue Massage", "Swedish Massage"]),
        ("un masaje de 45 minutos", ["Deep Tissue Massage", "Swedish Massage"]),
        ("an hour long massage", ["Swedish Massage"]),
        ("a massage of five hours", ["Sports Massage", "Deep Tissue Massage", "Swedish Massage"]),
    ],
)
def test_a_length_leaves_the_treatments_that_come_near_to_it(said, told):
    guest = Guest(House())
    guest.says(said)
    ids = guest.state.items[0].ids
    assert {each.lower().replace(" ", "-") for each in told} <= set(ids)
    assert len(told) > 2 or "sports-massage" not in ids
