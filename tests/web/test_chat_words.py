"""What the chat's page itself says: all of it in each language of our guests, with the same facts, in our tone."""

import re
from collections.abc import Iterator

import pytest

from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.locales import ENGLISH, LANGUAGES, locale_of
from shared_lib.web.assets import SHARED
from tests.web.chat_words import chat_words

TRANSLATED = [lang for lang in LANGUAGES if lang != ENGLISH]
WRITING = {"locale", "clock", "day", "day_with_year", "moment", "span", "zones", "tidy", "evening_from"}
"""How a language writes, which may be alike in two of them."""
PLURALS = {"slow"}
SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in sorted(SHARED.glob("chat*.js")))
TEMPLATE = (SHARED.parent / "templates" / "chat.html").read_text(encoding="utf-8")


def told(words: dict, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield each sentence with its key; of plural forms all as one, since not each names its count."""
    for key, said in words.items():
        if key in PLURALS:
            yield key, " ".join(said.values())
        elif isinstance(said, dict) and key not in WRITING:
            yield from told(said, f"{prefix}{key}.")
        elif isinstance(said, list) and key not in WRITING:
            yield from ((f"{key}.{n}", label) for n, label in enumerate(said))
        elif isinstance(said, str):
            yield prefix + key, said


def facts(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", sentence))


@pytest.mark.parametrize("lang", TRANSLATED)
def test_each_language_says_the_same_with_the_same_facts(lang):
    english, theirs = chat_words(ENGLISH), chat_words(lang)
    assert theirs.keys() == english.keys()
    ours, said = dict(told(english)), dict(told(theirs))
    assert {key: facts(text) for key, text in said.items()} == {key: facts(text) for key, text in ours.items()}
    assert [key for key in ours if key not in WRITING and said[key] == ours[key]] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_in_the_tone_of_the_house_and_said_somewhere(lang):
    words = chat_words(lang)
    for key, text in told(words):
        assert text.strip() == text != "", key
        assert not re.search(r"[!¡]|  ", text), key
    for key in words.keys() - {"unsteady", "line", "refused", "long", "session"}:
        assert re.search(rf'"{key}"|sheet\.{key}\b|{{ {key} }}', SCRIPTS) or f'data-says="{key}"' in TEMPLATE, key
    assert words["states"].keys() == {status.value for status in Status}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_the_plurals_that_its_seconds_take(lang):
    locale = locale_of(lang)
    assert chat_words(lang)["slow"].keys() == {locale.plural(seconds) for seconds in range(1, 201)}


def test_the_page_offers_no_language_that_the_house_does_not_speak():
    [languages] = re.findall(r"LANGUAGES = new Set\(\[(.*)\]\)", SCRIPTS)
    assert sorted(re.findall(r"\w+", languages)) == sorted(LANGUAGES)
    assert sorted(re.findall(r"\w+", re.findall(r"FROM_THE_RIGHT = new Set\(\[(.*)\]\)", SCRIPTS)[0])) == [
        lang for lang in LANGUAGES if locale_of(lang).direction == "rtl"
    ]
