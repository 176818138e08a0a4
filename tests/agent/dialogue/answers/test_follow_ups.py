"""A question that leans on the one before asks the same of something else; how the house does things is no order."""
# ruff: noqa: RUF001 -- Cyrillic letters are meant

import pytest

from shared_lib.agent.dialogue.answers import asks_for_rule
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import hear
from tests.agent.dialogue.answers.asking import Asker
from tests.agent.dialogue.house import House

SWEDISH = ("swedish-massage",)


@pytest.mark.parametrize(
    ("last", "said", "heard"),
    [
        ("hours", "and on Sundays?", "Sunday 29 November:"),
        ("hours", "Sunday as well?", "Sunday 29 November:"),
        ("hours", "how about Friday", "10:00 AM to 4:00 PM"),
        ("hours", "what about the private suite?", "Private: Sunday to Thursday noon"),
        ("hours", "¿y los domingos?", "Sunday 29 November:"),
        ("hours", "а в воскресенье?", "Sunday 29 November:"),
        ("hours", "а в неділю?", "Sunday 29 November:"),
        ("hours", "וביום ראשון?", "Sunday 29 November:"),
        ("price", "and the pedicure", "Pedicure, 45 minutes: $80.00"),
        ("price", "and the hot stone?", "Hot Stone $40.00"),
        ("price", "and for members?", "Non-Member $180.00; Base $126.00; Premium $108.00"),
        ("price", "what about Premium", "Premium $108.00"),
        ("price", "а для членов клуба?", "Base $126.00"),
        ("price", "¿y la pedicura?", "$80.00"),
        ("price", "ומה עם פדיקור?", "$80.00"),
        ("describe", "what about the deep tissue", "Slow pressure"),
        ("duration", "the shave too?", "takes 45 minutes"),
        ("people", "and pedicures?", "Pedicure: Nina"),
    ],
)
def test_the_same_is_asked_of_something_else(last, said, heard):
    [reply] = Asker().asks(said, last=last, treatments=SWEDISH)
    assert heard in reply.text
    assert reply.about == last


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("hours", "let's do Friday"),
        ("hours", "is Friday free?"),
        ("hours", "what about 3 pm?"),
        ("hours", "Friday at 3"),
        ("hours", "yes"),
        ("price", "book the facial"),
        ("price", "a pedicure please"),
        ("price", "the pedicure tomorrow"),
        ("price", "can I have the pedicure?"),
    ],
)
def test_a_wish_after_an_answer_is_a_wish(last, said):
    assert Asker().asks(said, last=last) == []


def test_another_question_after_an_answer_has_its_own():
    [reply] = Asker().asks("and parking?", last="hours")
    assert reply.text.startswith("A garage")


@pytest.mark.parametrize(
    "said",
    ["is rescheduling free of charge?", "how many times may a visit be moved", "what's the penalty when I cancel",
     "is there such a thing as a waiting list", "¿cuesta cambiar una cita?", "сколько раз можно перенести визит?",
     "скільки разів можна перенести візит?", "כמה פעמים אפשר להזיז תור?"],
)  # fmt: skip
def test_how_the_house_does_it_is_no_order_to_do_it(said):
    services = House().services()
    assert asks_for_rule(hear(said, DialogueState(), services), services)


@pytest.mark.parametrize(
    "said",
    ["can you move it to Friday?", "cancel it please", "is cancelling free? then cancel mine", "could I move my visit?",
     "put me on the waiting list for a haircut tomorrow", "please cancel, free of charge if possible"],
)  # fmt: skip
def test_an_order_is_an_order(said):
    services = House().services()
    assert not asks_for_rule(hear(said, DialogueState(), services), services)
