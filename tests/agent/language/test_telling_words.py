"""Two questions are alike by the words that tell what they are about, in each language."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

import pytest

from shared_lib.agent.language.telling_words import telling_words


@pytest.mark.parametrize(
    ("lang", "asked", "known"),
    [
        ("en", "what if I am cancelling?", "cancellation"),
        ("es", "¿cuál es la política de cancelación?", "politicas para cancelar"),
        ("ru", "а какая у вас есть парковка?", "где парковки"),
        ("uk", "чи є у вас парковка?", "де парковки"),
        ("he", "יש לכם חניה?", "איפה חניות"),
    ],
)
def test_small_words_and_endings_tell_nothing(lang, asked, known):
    assert telling_words(asked, lang) == telling_words(known, lang) != frozenset()


@pytest.mark.parametrize(
    ("lang", "asked"),
    [("en", "what is it?"), ("es", "¿y qué es?"), ("ru", "а что это?"), ("uk", "а що це?"), ("he", "מה זה?")],
)
def test_small_words_alone_tell_of_nothing(lang, asked):
    assert telling_words(asked, lang) == frozenset()


def test_other_things_stay_apart():
    assert not telling_words("where do I park?", "en") & telling_words("what should I bring?", "en")
