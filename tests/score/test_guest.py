"""What a simulated guest does: it hears what it is asked, in each language, and answers by its wish."""
# ruff: noqa: RUF001 -- the house speaks other languages too

from datetime import UTC, datetime

import pytest

from tests.score.answer import Answer
from tests.score.guest import Guest
from tests.score.tasks import Task

NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)
TASK = {"task": "one", "wants": "Swedish Massage, Thu 15:00-16:00, with Anna", "say": ["a massage, please"]}
NOON, THREE = "slot:2026-11-26T17:00:00+00:00", "slot:2026-11-26T20:00:00+00:00"


class Script:
    """A house that says what is in its script, and then nothing to the point."""

    def __init__(self, *replies):
        self.replies, self.said = list(replies), []

    def say(self, session, said):
        self.said.append(said)
        text, choices = self.replies.pop(0) if self.replies else ("Farewell.", [])
        buttons = [{"id": key, "label": label} for key, label in choices]
        return 200, {
            "session": "s",
            "replies": [{"text": text, "choices": buttons}],
            "state": {"missing": ["name", "email"]},
        }

    def now(self):
        return NOW


def converse(*replies, run=0, **more):
    """Return what a guest says to a house with this script."""
    house = Script(*replies)
    guest = Guest(Task.read("kind", TASK | more), run, house)
    guest.converse()
    return house.said, guest.talk.wrong


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Under what name may it stand?", "name"),
        ("The name is still missing, such as Ann Lee. Which one may I use?", "name"),
        ("To which e-mail address may it go?", "email"),
        ("What is the code that we sent?", "code"),
        ("¿A qué nombre la pongo?", "name"),
        ("¿A qué correo la envío?", "email"),
        ("На чьё имя записать?", "name"),
        ("На какую почту отправить?", "email"),
        ("Який день вам підійде?", "day"),
        ("На чиє ім'я записати?", "name"),
        ("על איזה שם לרשום?", "name"),
        ("לאיזה מייל לשלוח?", "email"),
        ("Which day would suit you?", "day"),
        ("The code went to your e-mail. May I help with anything else?", "email code"),
        ("An e-mail follows.", ""),
    ],
)
def test_a_guest_hears_what_it_is_asked(text, asks):
    assert Answer((text,), missing=("name", "email")).asks == asks


def test_a_button_that_fits_is_pressed_and_the_name_is_told():
    offered = ("On Thursday these are free. Which one?", [(NOON, "12:00 PM with Anna"), (THREE, "3:00 PM with Anna")])
    said, _ = converse(offered, ("What name may I use?", []))
    assert said[1] == {"choice": THREE}
    assert said[2]["text"]


def test_who_types_says_yes_to_what_is_proposed_and_the_hour_of_what_is_listed():
    times = [(THREE, "3:00 PM with Anna")]
    proposed = converse(("Thursday 3:00 PM is free. Shall I hold it?", times), run=1)
    listed = converse(("These are free. Which one?", times), run=1)
    assert (proposed[0][1]["text"], listed[0][1]["text"]) == ("yes please", "at 3:00 PM")


def test_a_time_with_somebody_else_does_not_fit():
    said, _ = converse(("Which one?", [(THREE, "3:00 PM with Lena")]), ("Which one?", []))
    assert said[1] == {"text": "Swedish Massage tomorrow between 3:00 PM and 4:00 PM with Anna"}


def test_nobody_asks_for_ever():
    said, wrong = converse(*[("Which day would suit you?", [])] * 20, turns=4)
    assert len(said) == 4
    assert wrong == []


def test_a_line_waits_for_its_moment_and_its_answer_is_held_to():
    then = [{"when": "name", "say": ["is there parking?"], "hears": "garage"}]
    _, wrong = converse(("Which day would suit you?", []), ("What name?", []), ("No idea.", []), then=then)
    assert wrong == ["unanswered: 'is there parking?' wants 'garage'"]


def test_a_line_whose_moment_never_comes_is_missed():
    _, wrong = converse(then=[{"when": "payment", "say": ["thank you"]}])
    assert wrong[0] == "unsaid: the moment of 'thank you' never came"
