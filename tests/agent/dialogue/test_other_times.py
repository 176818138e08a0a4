"""What is offered when the wish can't be met, and how to look further."""
# ruff: noqa: RUF001 -- two of the languages have other letters

from datetime import date

import pytest

from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item
from shared_lib.agent.dialogue.offering import offer_times
from shared_lib.agent.dialogue.reasons import say_reason
from shared_lib.agent.language import When
from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.availability.snapshot import Occupancy
from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def guest():
    return Guest(House())


@pytest.mark.parametrize(
    ("said", "reason", "instead"),
    [
        (
            "swedish saturday 3pm",
            "On Saturday 28 November we are closed for the Swedish",
            "Friday 27 November, 3:00 PM",
        ),
        (
            "swedish friday 5pm",
            "from 10:00 AM to 4:00 PM; the last one begins at 3:00 PM",
            "Friday 27 November, 3:00 PM",
        ),
        ("swedish on december 4 at 2pm", "Guests can book up to Saturday 28 November", "Friday 27 November, 2:00 PM"),
        ("swedish today at 10:30", "a visit can begin from Wednesday 25 November, 11:00 AM", "11:00 AM"),
        ("swedish friday 1pm with Marco", "Marco is not in", "Thursday 26 November, 2:00 PM"),
        ("haircut today 9pm", "Nobody for the Executive Cut is in", "7:15 PM"),
    ],
)
def test_the_reason_comes_with_the_nearest_real_time(guest, said, reason, instead):
    heard = guest.says(said)
    assert reason in heard
    assert f"The nearest free time is {instead}" in heard or instead in heard
    guest.says("yes")
    assert guest.booking is not None


def test_who_is_away_is_said_until_when_and_who_would_be_free(guest):
    heard = guest.says("swedish today noon with Marco")
    assert "Marco is away until Wednesday 25 November, 2:00 PM" in heard
    assert "Anna or David would be free then" in heard or "David or Anna would be free then" in heard


@pytest.mark.parametrize("why", RejectionCode)
def test_every_reason_has_its_sentence(guest, why):
    services = guest.house.services("s1")
    assert say_reason(Rejection(why), services.book.treatment("swedish-massage"), None, services)


def test_the_suite_serves_couples_on_a_saturday(guest):
    guest.says("couples massage saturday evening")
    assert next(iter(guest.buttons.values())) == "6:00 PM with Lena and David"


def test_two_together_are_offered_what_is_for_two(guest):
    assert "Couple's Massage" in guest.says("a massage for two people tomorrow")


def test_a_large_party_is_for_the_front_desk(guest):
    assert "+1 555 010 0142" in guest.says("a massage for a party of 5")


def test_two_for_what_only_one_can_do_at_a_time_are_offered_to_be_treated_in_turn(guest):
    heard = guest.says("executive cut for two people tomorrow 2pm")
    assert "one after the other there is: Executive Cut for 2, from Thursday 26 November, 2:00 PM" in heard
    guest.says("yes")
    assert [f"{visit.starts_at:%H:%M}" for visit in guest.booking.visits] == ["19:00", "19:50"]


def test_several_treatments_are_taken_one_after_the_other(guest):
    assert guest.says("a massage and a manicure tomorrow").startswith("Manicure, gladly.")
    guest.says("the swedish")
    guest.presses("2:30 PM")
    assert [line.name for line in guest.booking.lines] == ["Swedish Massage", "Manicure"]
    assert [(visit.guest, f"{visit.starts_at:%H:%M}") for visit in guest.booking.visits] == [(1, "19:30"), (1, "20:30")]


def test_a_technician_who_does_not_do_it_is_said_and_others_named(guest):
    heard = guest.says("precision facial tomorrow 3pm with Marco")
    assert "Marco does not do the Precision Facial" in heard
    assert "3:00 PM New York time is free with Anna" in heard


def test_a_technician_by_gender(guest):
    guest.says("swedish tomorrow 3pm with a man")
    assert "Marco" in next(iter(guest.buttons.values()))


@pytest.mark.parametrize(
    ("asks", "says"),
    [
        ("swedish friday 1pm with Marco", "anyone then"),
        ("swedish friday 1pm with Marco", "ok, anyone will do"),
        ("masaje sueco el viernes a las 13 con Marco", "quien sea"),
        ("шведский массаж в пятницу в 13 с Marco", "тогда кто угодно"),
        ("עיסוי שוודי ביום שישי ב-13 עם Marco", "לא משנה מי"),
    ],
)
def test_anyone_is_no_longer_somebody(guest, asks, says):
    guest.says(asks)
    guest.says(says)
    assert [item.technicians for item in guest.state.items] == [()]
    assert guest.buttons


def test_with_anyone_drops_the_wish_for_somebody(guest):
    guest.says("swedish friday 1pm with Marco")
    heard = guest.presses("With anyone")
    assert "Friday 27 November, 1:00 PM New York time is free" in heard


def test_other_times_of_the_day_are_new_ones(guest):
    guest.says("swedish tomorrow")
    before = set(guest.buttons)
    guest.presses("Other times")
    slots = {key for key in guest.buttons if key.startswith("slot:")}
    assert len(slots) == 6
    assert not slots & before


@pytest.mark.parametrize(("said", "hour"), [("something later", 18), ("earlier please", 14)])
def test_earlier_and_later_go_that_way(guest, said, hour):
    guest.says("swedish tomorrow at 4pm", said)
    times = [guest.house.zone_hour(key) for key in guest.buttons if key.startswith("slot:")]
    assert all(time > 16 if hour > 16 else time < 16 for time in times)


def test_another_day_is_asked_with_days_to_press(guest):
    guest.says("swedish tomorrow at 4pm")
    assert "Which day would suit you?" in guest.says("another day")
    guest.presses("Friday")
    assert "Friday 27 November" in guest.heard


def test_after_a_late_hour_one_in_the_morning_is_the_same_night(guest):
    guest.says("couples massage saturday at 9pm", "1am")
    assert guest.state.when is None or guest.state.when.date.day == 29


def test_any_day_is_offered_day_by_day(guest):
    guest.says("executive cut", "any day")
    days = [label.split(",")[0] for label in list(guest.buttons.values())[:3]]
    assert days == ["Wednesday 25 November", "Thursday 26 November", "Friday 27 November"]


def test_a_night_that_is_open_past_midnight_is_one_night(guest):
    guest.house.later(days=1)
    heard = guest.says("couples massage saturday at 9pm", "1am")
    assert "On Saturday 28 November we are open for the Couple's Massage from 6:00 PM to 1:00 AM" in heard
    assert "The nearest free time is Saturday 28 November, 11:30 PM" in heard


def test_a_full_day_leads_to_the_days_beside_it(guest):
    day = guest.house.now.replace(hour=5) + (guest.house.one_day * 2)
    guest.house.busy = [
        Occupancy.between("technician", number, day, day + guest.house.one_day) for number in (1, 2, 3, 4)
    ]
    heard = guest.says("swedish friday 1pm")
    assert "That time is taken." in heard
    assert "Thursday 26 November, 1:00 PM" in guest.heard


def test_a_button_of_nobody_is_refused(guest):
    from shared_lib.kernel.errors import BadInput

    for choice in ("slot:soon", "slot:2026-11-27T15:00:00", "treatment:gold", "day:9999-99-99", "wipe", "category:"):
        with pytest.raises(BadInput, match="choice"):
            guest.chooses(choice)


def test_a_day_that_is_ruled_out_again_leaves_the_others():
    friday = date(2026, 11, 27)
    state = DialogueState(items=(Item("swedish-massage"),), when=When(date=friday, not_dates=(friday,)))
    reply = offer_times(state, House().services())
    times = [button.id for button in reply.choices if button.id.startswith("slot:")]
    assert times
    assert not any(time.startswith("slot:2026-11-27") for time in times)


@pytest.mark.parametrize(
    "later", ["an hour later please", "una hora más tarde", "на час позже", "на годину пізніше", "שעה מאוחר יותר"]
)
def test_an_hour_later_is_that_of_the_time_which_was_proposed(later):
    guest = Guest(House())
    guest.says("swedish tomorrow 3pm", later)
    assert guest.house.zone_hour(next(iter(guest.buttons))) == 16
