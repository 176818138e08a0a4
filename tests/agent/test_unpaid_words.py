"""Whose unpaid place gave way hears so, in the chat and on the phone, and whoever took a newer one too."""

import json

import pytest

from shared_lib.kernel.events import EventType
from tests.chat_house import Page, chat_house
from tests.phone_house import phone_house

ADDRESS = {"X-Forwarded-For": "203.0.113.9"}


@pytest.fixture
def chat(database_url, firestore_host, tmp_path, monkeypatch):
    limits = {"unpaid_holds_per_session": 2, "unpaid_holds_per_address": 2, "unpaid_holds_per_contact": 2}
    with chat_house(database_url, firestore_host, tmp_path, monkeypatch, **limits) as house:
        post = house.post
        monkeypatch.setattr(house, "post", lambda body, **headers: post(body, **ADDRESS | headers))
        yield house


@pytest.fixture
def phone(database_url, tmp_path, monkeypatch):
    with phone_house(database_url, tmp_path, monkeypatch, unpaid_holds_per_contact=2) as house:
        yield house


def holding(house, words: str) -> Page:
    """Return the page of a guest who holds the first time that fits their words."""
    page = Page(house)
    page.says(words)
    slots = [c["id"] for reply in page.last["replies"] for c in reply["choices"] if c["id"].startswith("slot")]
    assert page.send(choice=slots[0]).status_code == 200
    return page


def test_the_guest_whose_place_gave_way_hears_why_in_the_chat(chat):
    first = holding(chat, "deep tissue massage friday at noon")
    gone = first.booking
    chat.wait(1)
    holding(chat, "swedish massage friday morning")
    chat.wait(1)
    newest = holding(chat, "beard trim friday")
    assert chat.status(gone) == "expired"
    chat.tell(chat.again(gone), EventType.EXPIRED)
    [told] = first.read("/api/chat/events?after=0")["events"]
    assert told["type"] == "booking.expired"
    assert "gave way" in told["reply"]["text"]
    assert "Nothing was charged" in told["reply"]["text"]
    assert "no longer, for more unpaid places" in first.says("hello?")
    assert "let the earliest go" not in json.dumps(newest.last)  # it was somebody else's


def test_the_phone_says_which_of_the_caller_s_own_places_was_let_go(phone):
    slots = [phone.slot("swedish massage", f"2026-11-20T{hour}:00") for hour in (12, 14, 15)]
    answers = []
    for slot in slots:
        answers.append(phone.book(slot, "one call"))
        phone.wait(1)
    first, _, last = answers
    assert last["notices"] == [{"code": "HOLD_GAVE_WAY", "reference": first["reference"]}]
    assert "let the earliest go" in last["message"]
    again = phone.book(slots[0], "one call")
    assert (again["ok"], again["code"], again["reference"]) == (False, "HOLD_GAVE_WAY", first["reference"])
    assert "gave way" in again["message"]


def test_another_call_s_place_is_told_to_nobody_but_its_caller(phone):
    slots = [phone.slot("swedish massage", f"2026-11-20T{hour}:00") for hour in (12, 14, 15)]
    answers = []
    for number, slot in enumerate(slots):
        answers.append(phone.book(slot, f"call-{number}"))
        phone.wait(1)
    assert [answer["ok"] for answer in answers] == [True] * 3
    assert "notices" not in answers[2]
    assert phone.booked(answers[0]).status == "expired"
