"""A visit that is paid is moved by the chat: by a time that was said back in full, and by its own policy."""

import dataclasses

import pytest

from shared_lib.agent.dialogue.news import news
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.events import EventType
from tests.agent.dialogue.house import SPA, Guest, House


@pytest.fixture
def guest():
    """Has paid for Friday at 3; now it is Wednesday morning."""
    guest = Guest(House())
    guest.says("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    guest.house.pay(guest.booking)
    return guest


def stands(guest) -> str:
    return f"{SPA.wall(guest.booking.starts_at):%a %H:%M}"


def test_both_times_are_said_in_full_and_a_yes_moves(guest):
    guest.says("I need to reschedule to thursday")
    assert "from Friday 27 November, 3:00 PM New York time to Thursday 26 November, 3:00 PM" in guest.heard
    assert stands(guest) == "Fri 15:00"
    assert "CS-2026-000001 is moved" in guest.says("yes")
    assert (stands(guest), guest.booking.status, guest.booking.moves) == ("Thu 15:00", Status.CONFIRMED, 1)
    assert len(guest.house.living) == 1


def test_an_hour_is_enough_and_the_day_stays(guest):
    guest.says("can we make it 1pm instead")
    guest.presses("Yes, move it")
    assert stands(guest) == "Fri 13:00"


def test_a_no_leaves_it_where_it_is(guest):
    guest.says("move it to thursday")
    assert "stays as it is" in guest.says("no")
    assert "May I arrange anything else" in guest.heard
    assert stands(guest) == "Fri 15:00"
    guest.chooses("yes_move")
    assert stands(guest) == "Fri 15:00"


def test_who_only_wants_to_move_is_asked_for_the_day(guest):
    guest.says("I have to move my massage")
    thursday = next(button for button in guest.buttons if button.startswith("day:2026-11-26"))
    guest.chooses(thursday)
    guest.says("yes please")
    assert stands(guest) == "Thu 15:00"


def test_what_is_not_free_is_offered_nearby_and_asked_again(guest):
    assert "nearest free time is Friday 27 November, 10:00 AM" in guest.says("move it to friday 9am")
    assert "I keep Friday 27 November, 3:00 PM" in guest.heard
    guest.says("yes")
    assert "Shall I move it?" in guest.heard
    guest.says("yes")
    assert stands(guest) == "Fri 10:00"


def test_the_time_that_it_has_already_is_no_move(guest):
    assert "stays as it is" in guest.says("move it to friday 3pm")
    assert guest.booking.moves == 0


def test_another_time_may_be_said_instead_of_a_yes(guest):
    guest.says("move it to thursday", "hm, 4pm would be better")
    assert "to Thursday 26 November, 4:00 PM" in guest.heard
    guest.says("yes")
    assert stands(guest) == "Thu 16:00"


def test_a_question_in_between_does_not_lose_the_question(guest):
    guest.says("move it to thursday", "where are you?")
    assert "Shall I move it?" in guest.heard
    guest.says("yes")
    assert stands(guest) == "Thu 15:00"


def test_too_late_is_said_with_what_would_help(guest):
    guest.house.later(hours=30)
    assert "too close to the visit" in guest.says("move it to 1pm")
    assert stands(guest) == "Fri 15:00"


def test_too_often_is_said_with_what_cancelling_returns(guest):
    for line in ("move it to thursday", "yes", "move it to friday 1pm", "yes"):
        guest.says(line)
    assert guest.booking.moves == 2
    said = guest.says("move it to thursday")
    assert "as often as can be done here" in said
    assert "If you cancel it now, $125.40 goes back" in said


def test_a_time_that_was_taken_meanwhile_is_not_lost_silently(guest):
    guest.says("move it to thursday 3pm")
    for n in range(3):
        Guest(guest.house, f"other-{n}").says("deep tissue thursday 3pm", "yes")
    said = guest.says("yes")
    assert "faster" in said
    assert stands(guest) == "Fri 15:00"


def test_another_visit_is_still_begun_by_its_name(guest):
    guest.says("I would also like a manicure on sunday at 1pm", "yes")
    assert guest.booking.treatment.item_id == "manicure"
    assert len(guest.house.living) == 2


def test_a_visit_that_others_changed_is_told(guest):
    told = news(EventType.RESCHEDULED, guest.booking, guest.house.services())
    assert "CS-2026-000001 has changed: Deep Tissue Massage, Friday 27 November, 3:00 PM" in told.text
    guest.house.become(guest.booking, Status.CANCELLED)
    assert news(EventType.RESCHEDULED, guest.booking, guest.house.services()) is None


@pytest.mark.parametrize("changes", [{"item": "cryo"}, {"wish": "Olga"}])
def test_what_the_chat_can_not_seat_again_is_moved_by_the_front_desk(guest, changes):
    booking = guest.booking
    lines = (dataclasses.replace(booking.lines[0], item_id=changes.get("item", booking.lines[0].item_id)),)
    visits = (dataclasses.replace(booking.visits[0], wish=changes.get("wish")),)
    guest.house.become(booking, Status.CONFIRMED, visits=visits, lines=lines)
    assert "To move it, the front desk helps" in guest.says("move it to thursday")
