"""A conversation goes on over a new release and over a new price book."""

import dataclasses

import pytest

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from tests.agent.dialogue import house as floor
from tests.agent.dialogue.house import BOOK, Guest, House

GONE = "deep-tissue-massage"


@pytest.fixture
def guest():
    guest = Guest(House())
    guest.says("deep tissue massage friday 3pm")
    return guest


@pytest.fixture
def shorter_list(monkeypatch):
    rows = tuple(row for row in BOOK.treatments if row.id != GONE)
    return lambda: monkeypatch.setattr(floor, "BOOK", dataclasses.replace(BOOK, version=2, treatments=rows))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"visits": None, "shelved": None, "items": None, "offered": None, "of another release": 1},
        {"items": [{"treatment": GONE, "of another release": 1}]},
        {"when": {"date": "2026-11-27", "time": "15:00:00", "of another release": 1}},
        {"shelved": [{"kind": "book", "of another release": 1}]},
    ],
)
def test_what_another_release_left_is_read_as_far_as_it_is_known(body):
    guest = Guest(House())
    guest.state = DialogueState.from_json(body)
    assert guest.says("deep tissue massage friday at 3pm")
    assert guest.state.treatment == GONE


def test_a_treatment_that_leaves_the_list_before_it_is_held_is_asked_for_again(guest, shorter_list):
    shorter_list()
    assert guest.says("yes") == (
        "What you had chosen is no longer on our list, which has just changed. Which treatment would you like?"
    )
    assert guest.house.kept == {}


def test_a_place_that_is_held_stands_when_its_treatment_leaves_the_list(guest, shorter_list):
    guest.says("yes")
    shorter_list()
    guest.says("Ann Lee", "ann@example.com")
    assert guest.replies[0].payment
    assert "?" in guest.says("go back")
    assert guest.house.living == [guest.booking]


def test_a_paid_visit_stands_when_its_treatment_leaves_the_list_in_the_middle_of_a_move(guest, shorter_list):
    guest.says("yes", "Ann Lee", "ann@example.com")
    guest.house.pay(guest.booking)
    before = guest.booking
    guest.says("move it to thursday 4pm")
    shorter_list()
    assert "no longer on our list" in guest.says("yes")
    assert guest.says("add hot stone to my visit")
    assert guest.house.living == [before]
