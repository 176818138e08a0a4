"""Several treatments, several guests: asked for, offered, held and corrected as one."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import re
from datetime import time, timedelta

import pytest

from shared_lib.agent.dialogue.transitions import TABLE, table
from tests.agent.dialogue.house import SPA, Guest, House


@pytest.fixture
def guest():
    return Guest(House())


def sold(booking):
    visits = {visit.number: visit for visit in booking.visits}
    return [(line.name, visits[line.visit].guest) for line in booking.lines]


def starts(guest):
    zone = guest.house.zone
    return [f"{visit.starts_at.astimezone(zone):%H:%M}" for visit in guest.booking.visits]


def held(guest, *lines):
    guest.says(*lines, "yes")
    return guest.booking


def test_two_treatments_follow_each_other_in_one_booking(guest):
    booking = held(guest, "a precision facial and then a manicure tomorrow at 3pm")
    assert sold(booking) == [("Precision Facial", 1), ("Manicure", 1)]
    assert starts(guest)[0] == "15:00"


def test_what_comes_first_is_in_the_words_not_in_their_place(guest):
    booking = held(guest, "a swedish massage on friday, but first a hot towel shave at 11am")
    assert [name for name, _ in sold(booking)] == ["Classic Hot Towel Shave", "Swedish Massage"]


def test_two_guests_lie_side_by_side(guest):
    booking = held(guest, "a swedish for my wife and a deep tissue for me at the same time, tomorrow 4pm")
    assert {who for _, who in sold(booking)} == {1, 2}
    assert len(set(starts(guest))) == 1
    assert booking.party == 2


def test_one_more_treatment_joins_a_visit_that_is_held(guest):
    guest.says("swedish tomorrow at 2pm", "yes", "Daniel Example", "daniel@example.com")
    heard = guest.says("and a pedicure right after, please")
    assert "I have added it: Swedish Massage and Pedicure" in heard
    assert sold(guest.booking) == [("Swedish Massage", 1), ("Pedicure", 1)]
    assert len(guest.house.living) == 1


def test_a_visit_on_another_day_is_begun_beside_the_one_that_is_held(guest):
    guest.says("swedish tomorrow at 2pm", "yes", "Daniel Example", "daniel@example.com")
    guest.says("I'd also like a hot towel shave on friday at 1pm", "yes")
    assert len(guest.house.living) == 2
    assert guest.replies[-1].payment


def test_two_visits_of_one_sentence_are_held_one_after_the_other(guest):
    guest.says("deep tissue tomorrow at 5pm and an executive cut on friday at 11am", "yes", "Daniel Example")
    guest.says("daniel@example.com")
    assert [reply.booking["treatment"] for reply in guest.replies] == ["Deep Tissue Massage", "Executive Cut"]
    assert all(reply.payment for reply in guest.replies)


def test_an_add_on_is_taken_off_again(guest):
    guest.says("swedish with hot stones tomorrow 3pm")
    assert guest.state.items[0].add_ons == ("hot-stone",)
    guest.says("without the hot stone please")
    assert guest.state.items[0].add_ons == ()


def test_another_treatment_takes_the_place_of_the_first(guest):
    guest.says("swedish tomorrow 3pm", "never mind the massage, a precision facial instead")
    assert guest.state.treatment == "precision-facial"


def test_more_guests_than_rooms_are_for_the_front_desk(guest):
    assert "+1 555 010 0142" in guest.says("massages for six of us tomorrow afternoon")
    assert not guest.house.living


def test_the_technician_on_a_button_is_the_one_who_is_held(guest):
    guest.says("swedish tomorrow, with a woman")
    label = next(label for label in guest.buttons.values() if "with" in label)
    guest.presses(label)
    assert guest.booking.technicians == (label.rpartition(" ")[2],)


def test_whoever_is_named_gives_way_to_anybody_where_that_was_said(guest):
    guest.house.busy = []
    heard = guest.says("swedish tomorrow at 11am with Marco, or whoever is free")
    assert "11:00 AM New York time is free with" in heard


def test_the_table_can_be_read():
    lines = table().splitlines()
    assert re.split(r"\s{2,}", lines[0]) == ["asked", "the guest", "step", "which is to"]
    assert len(lines) == len(TABLE) + 1
    assert [line for line in lines if len(re.split(r"\s{2,}", line)) < len(("asked", "guest", "step", "to"))] == []


@pytest.mark.parametrize(
    ("asks", "leaves"),
    [
        ("a manicure and a pedicure tomorrow at four", "just the manicure please"),
        ("una manicura y una pedicura mañana a las cuatro", "solo la manicura"),
        ("маникюр и педикюр завтра в четыре", "только маникюр"),
        ("манікюр і педикюр завтра о четвертій", "тільки манікюр, будь ласка"),
        ("מניקור ופדיקור מחר בארבע", "רק מניקור"),
    ],
)
def test_only_one_of_several_is_left_and_said_back(guest, asks, leaves):
    guest.says(asks, leaves)
    assert [item.treatment for item in guest.state.items] == ["manicure"]
    assert not guest.house.living


def test_what_is_added_to_an_offer_is_said_back_with_it(guest):
    heard = guest.says("swedish tomorrow at 3pm", "with hot stones")
    assert heard.startswith("Gladly: Swedish Massage with Hot Stone. ")
    assert guest.says("yes").startswith("I am holding")


def test_several_treatments_told_once_more_make_clear_what_was_open(guest):
    guest.says("haircut, then beard, then nails tomorrow noon")
    heard = guest.says("Executive Cut and then Beard Trim & Shape and then Manicure")
    assert [item.treatment for item in guest.state.items] == ["executive-cut", "beard-trim-shape", "manicure"]
    assert "is free" in heard


@pytest.mark.parametrize("adds", ["and another day a haircut", "también un corte, otro día", "и стрижку в другой день"])
def test_what_is_for_another_day_leaves_the_held_visit_as_it_is(guest, adds):
    guest.says("reflexology tomorrow noon", "yes", "Harriet Boyle", "harriet@example.com")
    before = guest.booking
    guest.says(adds)
    assert guest.house.living == [before]
    assert guest.state.items[0].ids == ("executive-cut",)
    assert guest.state.asked == "day"


def test_treatments_at_hours_of_their_own_are_visits_of_their_own(guest):
    heard = guest.says("beard trim at 5 and then swedish massage at 7 tomorrow")
    assert heard.startswith("First Beard Trim & Shape, then I see to Swedish Massage.")
    guest.says("yes", "Ann Berg", "ann@example.com")
    assert sorted(guest.house.spa_hour(booking) for booking in guest.house.living) == [17, 19]


def test_an_add_on_that_goes_with_nothing_wished_for_is_told(guest):
    assert "Hot Stone does not go with Executive Cut." in guest.says("haircut with hot stones tomorrow 3pm")


@pytest.mark.parametrize(
    ("passing", "wish"),
    [
        ("I'm about 10 minutes behind", "please also book me a manicure thursday at 5"),
        ("running late", "a manicure thursday at 5, please"),
        ("can you add hot stone to it", "book me a manicure thursday 5pm"),
        ("llego diez minutos tarde", "y resérveme una manicura el jueves a las 17:00"),
        ("опаздываю на десять минут", "и запишите меня на маникюр в четверг в 17:00"),
        ("запізнююся на десять хвилин", "і запишіть мене на манікюр у четвер о 17:00"),
        ("אני מאחר בעשר דקות", "ותקבעו לי מניקור ביום חמישי ב-17:00"),
    ],
)
def test_after_what_passes_the_next_wish_is_a_visit_of_its_own(guest, passing, wish):
    guest.says("swedish friday 2pm", "yes", "Daniel Example", "daniel@example.com")
    guest.house.pay(guest.booking)
    guest.says(passing, wish)
    assert [item.treatment for item in guest.state.items] == ["manicure"]
    assert guest.state.booking_id is None
    assert len(guest.state.visits) == 1
    guest.chooses(next(iter(guest.buttons)))
    assert len(guest.house.living) == 2


@pytest.mark.parametrize(
    ("asks", "begins", "most"),
    [
        ("a manicure and then the massage bed tomorrow at 3", time(15, 15), 30),
        ("a manicure and then the massage bed tomorrow at 3, no more than an hour between them", time(15), 60),
        ("a manicure and then the massage bed tomorrow at 3 without a break", time(15, 45), 0),
        ("a manicure and then the massage bed tomorrow at 3, with a gap of 10 minutes at most", time(15, 30), 10),
        ("una manicura y luego la AI Massage Bed mañana a las 15, máximo 10 minutos entre los dos", time(15, 30), 10),
        ("маникюр, а потом AI Massage Bed завтра в 15, перерыв не больше 10 минут", time(15, 30), 10),
        ("манікюр, а потім AI Massage Bed завтра о 15 без перерви", time(15, 45), 0),
        ("מניקור ואחר כך AI Massage Bed מחר ב-15, לא יותר מ-10 דקות ביניהם", time(15, 30), 10),
    ],
)
def test_no_more_minutes_than_were_said_lie_between_two_treatments(asks, begins, most):
    house = House()
    Guest(house).says("ai massage bed tomorrow at 3", "yes")  # free again at half past four
    guest = Guest(house)
    guest.says(asks)
    assert SPA.wall(guest.state.offered[0].starts_at).time() == begins
    guest.says("yes")
    first, second = guest.booking.visits
    assert second.starts_at - first.ends_at <= timedelta(minutes=most)


def test_a_wait_that_is_ruled_out_later_is_looked_for_anew():
    house = House()
    Guest(house).says("ai massage bed tomorrow at 3", "yes")
    guest = Guest(house)
    assert "3:15 PM" in guest.says("a manicure and then the massage bed tomorrow at 3")
    assert "3:45 PM" in guest.says("without a break please")
