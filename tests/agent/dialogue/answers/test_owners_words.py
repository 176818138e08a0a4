"""What the owner wrote is told as it was written, where it is about what was asked, and nothing else is."""
# ruff: noqa: RUF001 -- Cyrillic letters are meant

import dataclasses

import pytest

from shared_lib.pricing.price_book import Question
from tests.agent.dialogue.answers.asking import Asker
from tests.agent.dialogue.house import BOOK

PIANO = Question("Is there a piano?", "Yes, in the lounge.", ("can I play something",), {"es": "Sí, en el salón."})


def test_a_row_of_ones_own_is_found_by_its_own_rare_word():
    asker = Asker(faq=(*BOOK.faq, PIANO))
    assert asker.hears("do you have a piano?") == "Yes, in the lounge."
    assert asker.hears("¿tienen piano?") == "Sí, en el salón."


@pytest.mark.parametrize(
    "said",
    ["can I bring my dog?", "are babies welcome?", "is there a pool to swim in?",
     "is there a smoking room?", "¿puedo llevar a mi perro?", "можно прийти с ребёнком?", "אפשר להביא כלב?"],
)  # fmt: skip
def test_half_of_the_words_are_no_answer(said):
    [reply] = Asker().asks(said)
    assert reply.unanswered
    assert "front desk" in reply.text


def test_several_questions_each_have_their_answer_in_their_order():
    heard = Asker().asks("where can I put my car, is there internet, and do I leave a tip?")
    assert [reply.text[:12] for reply in heard] == ["A garage wit", "Yes, and a q", "Never. If yo"]


def test_one_of_two_questions_may_be_left_for_the_desk():
    known, left = Asker().asks("is there parking, and are dogs allowed?")
    assert known.text.startswith("A garage")
    assert left.unanswered


def test_without_any_row_the_desk_is_asked():
    [reply] = Asker(faq=()).asks("is there wifi?")
    assert reply.unanswered


def test_a_long_answer_ends_with_a_whole_word():
    wordy = dataclasses.replace(PIANO, answer="word " * 400)
    [reply] = Asker(faq=(wordy,)).asks("is there a piano?")
    assert len(reply.text) <= 600
    assert reply.text.endswith("word")


def test_what_only_an_answer_speaks_of_is_found_there():
    assert "Tea, a robe" in Asker().hears("do you serve tea?")
    assert "slippers" in Asker().hears("do I have to bring slippers?")


def test_cancelling_is_no_question_about_cancelling():
    asker = Asker()
    assert not asker.asks("cancel my booking")
    assert not asker.asks("can you move my massage to Friday?")
    assert "48 hours" in asker.hears("until when may I cancel without paying?")


def test_a_treatment_that_the_owner_has_is_among_ours():
    waxing = dataclasses.replace(BOOK.treatments[0], id="waxing", name="Waxing", description="Warm wax.")
    assert "not among" in Asker().hears("do you do waxing?")
    assert "not among" not in Asker(treatments=(*BOOK.treatments, waxing)).hears("do you do waxing?")


def test_what_comes_near_can_be_pressed():
    [reply] = Asker().asks("do you offer shiatsu?")
    assert reply.choices[0].id == "treatment:swedish-massage"
