"""The words of topics are complete, and each language speaks of the same things."""

import tomllib
from pathlib import Path

import pytest

from shared_lib.agent.language import topics
from shared_lib.agent.language.topics import about, clauses_of, sold_elsewhere

WORDS = Path(topics.__file__).parent
NAMES = ("Couple's Massage", "Hot Stone", "Base")


def _read(lang):
    return tomllib.loads((WORDS / f"{lang}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["es", "ru", "uk", "he"])
def test_no_language_has_a_topic_that_english_has_not(lang):
    english, other = _read("en"), _read(lang)
    for section, concepts in other.items():
        assert set(concepts) <= set(english[section]), section
    kept = {"asking", "kinds", "needs"}
    assert all(set(other[section]) == set(english[section]) for section in kept)


@pytest.mark.parametrize("lang", ["en", "es", "ru", "uk", "he"])
def test_every_word_is_written_as_it_is_looked_for(lang):
    for concepts in _read(lang).values():
        for concept, line in concepts.items():
            assert line == line.lower(), concept
            assert "-" not in line, concept
            assert all(len(word.rstrip("*")) > 0 for word in line.split()), concept


def test_the_same_question_is_about_the_same_in_all_languages():
    asked = ["where can I park?", "¿dónde puedo estacionar?", "где парковка?", "де парковка?", "איפה החניה?"]
    assert all("parking" in about(text) for text in asked)


def test_a_sentence_has_its_clauses():
    first, second, third = clauses_of("what do I bring, where do I park and is there wifi?", "en")
    assert ("bring" in first.concepts, "parking" in second.concepts, "wifi" in third.concepts) == (True,) * 3
    assert first.asks
    assert second.asks
    assert third.asks


def test_what_the_spa_calls_its_own_is_about_nothing_else():
    [clause] = clauses_of("how much is the couples massage?", "en", NAMES)
    assert clause.named == {"Couple's Massage"}
    assert "couples" not in clause.concepts


def test_a_slip_in_a_long_word_is_forgiven_and_a_country_is_no_relative():
    assert "tip" in about("is gratuety expected", "en")
    assert about("the capital of France", "en") == {"foreign"}


def test_what_others_sell_is_known_in_each_language_unless_it_is_ours():
    for text, lang in [("thai", "en"), ("depilación", "es"), ("тайский", "ru"), ("тайський", "uk"), ("דיקור", "he")]:
        assert sold_elsewhere(text, lang, NAMES)
    assert not sold_elsewhere("thai massage", "en", ("Thai Massage",))
