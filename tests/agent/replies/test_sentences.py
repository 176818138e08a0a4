"""Every sentence of the house in every language of its guests: all there, in one tone, with the same facts."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from shared_lib.agent.replies.sentences import sentences
from shared_lib.kernel.locales import LANGUAGES
from shared_lib.kernel.locales.sentence_writer import writer

TRANSLATED = LANGUAGES[1:]
LONGEST = 600
ALWAYS_SAID = (
    "greet ask_treatment ask_day which_time ask_name bad_name bad_email noted lost anything_else waiting_for_payment"
    " once_more still_there insulted late_again note_taken bad_phone"
)
"""What a conversation may come back to again and again."""
LONG = {
    "moment": "Wednesday 30 September 2026, 12:30 PM New York time",
    "before": "Wednesday 30 September 2026, 12:30 PM New York time",
    "lines": "\n".join(["Finnish Sauna and Steam: Sunday to Thursday 10:00 AM to midnight"] * 4),
    "email": "maria-alexandra.konstantinopolskaya@guests.example.com",
    "sorry": "On Wednesday 30 September 2026 we are closed for the Traditional Deep Tissue Massage, 90 minutes.",
    "benefits": "20 % off every treatment, priority booking sixty days ahead, one guest pass a month",
    "treatment": "Traditional Deep Tissue Massage, 90 minutes",
    "address": "1150 Avenue of the Americas, Suite 4100, New York, NY 10036",
}
TOLD_AS_IT_IS = re.compile(r"\b911\b|\b988\b|212 555 0123|[“«\"][^”»\"]*[”»\"]")
"""Whom to call in an emergency, and what a guest may write."""
LETTERS = {"ru": "[а-яё]", "uk": "[а-яіїєґ]", "he": "[א-ת]"}
STRANGERS = {"ru": "[іїєґ]", "uk": "[ыэёъ]"}


def told(lang: str) -> Iterator[tuple[str, str]]:
    """Yield each key with each sentence that may be said under it."""
    for key, entry in sentences(lang).items():
        for text in [entry] if isinstance(entry, str) else entry.values() if isinstance(entry, dict) else entry:
            yield key, text


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def own_words(text: str) -> str:
    return re.sub(r"\{[^}]*\}|\S+@\S+", " ", text)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_each_language_says_the_same_things_with_the_same_facts(lang):
    here, english = ({key: facts(text) for key, text in told(one)} for one in (lang, "en"))
    assert here == english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_figure_stands_in_a_sentence(lang):
    """Each price, hour and rule is a fact that the house looked up in the same turn."""
    cared = sentences("care")[lang].values()
    each = [text for entry in cared for text in ([entry] if isinstance(entry, str) else entry)]
    own = [TOLD_AS_IT_IS.sub("", own_words(text)) for text in [*each, *(text for _, text in told(lang))]]
    assert [text for text in own if re.search(r"\d", text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_way_to_say_a_thing_names_the_same_facts(lang):
    named = {key: facts(text) for key, text in told(lang)}
    assert all(facts(text) == named[key] for key, text in told(lang) if isinstance(sentences(lang)[key], list))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_counted_has_the_plural_forms_of_the_language(lang):
    forms = writer(lang).locale.plurals()
    assert all(entry.keys() == forms for entry in sentences(lang).values() if isinstance(entry, dict))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_in_the_tone_of_the_house(lang):
    for key, text in told(lang):
        assert not re.search(r"[!¡\U0001F000-\U0001FAFF\u2600-\u27BF]|\boops\b", own_words(text)), key
        assert text.count("?") <= 1, key
        assert "  " not in text, key
        assert text == text.strip() or key == "with_whom", key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_stay_short_with_the_longest_facts(lang):
    for key, text in told(lang):
        known = {name: LONG.get(name, "x" * 30) for name in facts(text)} | {"count": 5}
        assert len(writer(lang).write(text, known)) <= LONGEST, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_often_is_said_in_more_than_one_way(lang):
    assert all(len({text for key, text in told(lang) if key == often}) > 1 for often in ALWAYS_SAID.split())


@pytest.mark.parametrize("lang", TRANSLATED)
def test_no_sentence_was_left_in_english(lang):
    english = {text for _, text in told("en") if re.search(r"\w{4}", own_words(text))}
    assert not english & {text for _, text in told(lang)}
    if lang in LETTERS:
        spoken = [(key, own_words(text)) for key, text in told(lang) if re.search(r"\w", own_words(text))]
        assert all(re.search(LETTERS[lang], text.lower()) for _, text in spoken)


@pytest.mark.parametrize("lang", STRANGERS)
def test_no_letter_of_another_language_slips_in(lang):
    for key, text in told(lang):
        own = own_words(text).lower()
        assert not re.search(STRANGERS[lang], own), key
        assert not re.search(r"[а-яіїєґ][a-z]|[a-z][а-яіїєґ]", own), key
