"""Whoever speaks of health or distress on the phone is led to a person, and is sold nothing."""

import pytest

from tests.spa_house import SWEDISH


@pytest.mark.parametrize(
    "when", ["tomorrow 3pm, i am pregnant", "mañana, estoy embarazada", "tomorrow, I have a pacemaker"]
)
def test_words_of_health_are_for_the_front_desk(house, when):
    answer = house.check(treatment=SWEDISH, when=when)
    assert (answer["ok"], answer["code"], answer["alternatives"]) == (False, "HEALTH", [])
    assert "front desk" in answer["message"]


def test_distress_is_for_the_front_desk_and_for_911(house):
    answer = house.check(treatment="massage, and i can't breathe", when="today")
    assert answer["code"] == "DISTRESS"
    assert "nine one one" in answer["message"]


def test_a_note_of_health_holds_nothing(house):
    answer = house.book(house.slot(), "call-1", notes="I am allergic to nuts")
    assert (answer["ok"], answer["code"]) == (False, "HEALTH")
    assert house.count("bookings") == 0


def test_what_the_house_sells_is_no_word_of_health(house):
    assert house.check(treatment=SWEDISH, when="tomorrow 3pm")["ok"]
