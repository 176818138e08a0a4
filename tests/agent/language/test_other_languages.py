"""What guests say in Spanish, Russian, Ukrainian and Hebrew, and how their languages are told apart and loaded."""

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from shared_lib.agent.language import Meaning, understand
from shared_lib.agent.language.cues import patterns
from shared_lib.agent.language.language import Language, rows_of
from shared_lib.agent.language.loader import load_language
from tests.agent.language.test_sentences import NOW, plain
from tests.availability.properties.sizes import EFFORT

HERE = Path(__file__).parent
LANGUAGES = ("es", "ru", "uk", "he")
ROWS = [
    (lang, json.loads(line))
    for lang in LANGUAGES
    for line in (HERE / f"sentences_{lang}.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=[f"{lang} {row['kind']}: {row['say']}" for lang, row in ROWS])
def test_a_sentence_means_what_the_guest_meant(lang, row):
    now = datetime.fromisoformat(row["now"]) if "now" in row else NOW
    said = plain(understand(row["say"], now=now, asked=row.get("asked"), system=row.get("system")))
    got = {key: sorted(said[key]) if key == "intents" else said.get(key) for key in row["means"]}
    assert (said["lang"], got) == (lang, row["means"])


def bare(text: str) -> str:
    """Return a sentence without capitals and marks; those inside a number stay."""
    return " ".join(re.sub(r"(?<!\d)[^\w\s]|[^\w\s](?!\d)", " ", text.casefold()).split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_there_twice_in_other_marks_or_capitals(lang):
    said = Counter(
        (bare(row["say"]), row.get("asked"), row.get("now"), row.get("system")) for own, row in ROWS if own == lang
    )
    assert not [text for text, times in said.items() if times > 1]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("quiero un deep tissue massage mañana", "es"),
        ("I want a massage mañana", "en"),
        ("my name is José Muñoz", "en"),
        ("хочу hot stone massage завтра", "ru"),
        ("хочу hot stone massage сьогодні", "uk"),
        ("אפשר deep tissue massage מחר", "he"),
        ("book а massage with а Cyrillic letter", "en"),  # noqa: RUF001 -- the letters that look Latin are meant
        ("п'ятого числа", "uk"),
        ("через годину", "uk"),
        ("через час", "ru"),
        ("zavtra v 3", "ru"),
        ("zavtra o 3", "uk"),
        ("machar be 3", "he"),
        ("не в 3, а в 4", "ru"),  # noqa: RUF001 -- Cyrillic is meant
        ("не до Марко", "uk"),
        ("pues no", "es"),
        ("y", "en"),
        ("3 pm", "en"),
        ("ok", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_its_own_words_and_not_by_names_of_treatments(text, lang):
    assert understand(text, now=NOW).lang == lang


@pytest.mark.parametrize(("lang", "text"), [("es", "mañana a las 3"), ("ru", "завтра в 3"), ("uk", "завтра о 3")])  # noqa: RUF001 -- Cyrillic is meant
def test_an_hour_alone_leaves_the_half_of_the_day_open(lang, text):
    when = understand(text, now=NOW).when
    assert when
    assert (str(when.date), str(when.time), when.either_half) == ("2026-11-26", "15:00:00", True)


@pytest.mark.proof
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_a_future_wish_is_given_a_past_date(lang):
    for n, (_, row) in enumerate(pair for pair in ROWS if pair[0] == lang):
        for day in range(1, 29) if EFFORT == "full" else (1 + n % 28, 1 + (n + 14) % 28):
            now = datetime(2026, 12, day, 10, 0)  # noqa: DTZ001 -- the spa's wall clock
            whens = understand(row["say"], now=now, lang=lang).whens
            assert all(when.date is None or when.date >= now.date() for when in whens), row["say"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", "   ", "\u200f\u200e", "\U0001f600" * 300, "1" * 400, "25:00", "99/99/2026", "^ $"]
)
def test_what_says_nothing_means_nothing_in_any_language(lang, text):
    meaning = understand(text, now=NOW, lang=lang)
    assert isinstance(meaning, Meaning)
    assert meaning.when is None


def never_there(language: Language, pattern: str, fillers: frozenset[str] = frozenset()) -> bool:
    """Tell whether some place of a pattern can only be taken by words that are respelt or left out before."""
    places = [place.removeprefix("=").split("|") for place in pattern.split() if not place.endswith("?")]
    return any(all(word in fillers or language.spellings.get(word, word) != word for word in words) for words in places)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_phrase_waits_for_a_word_that_is_never_there(lang):
    language = load_language(lang)
    cues = [
        phrase
        for block in (*language.cue_phrases.values(), *language.dialogue_phrases.values())
        for phrase in patterns(block, language.sets)
    ]
    tables = [pattern for pattern, _ in rows_of(*language.time_tables, *language.thing_tables)]
    assert [phrase for phrase in cues if never_there(language, phrase, language.fillers)] == []
    assert [pattern for pattern in tables if never_there(language, pattern)] == []


def test_tables_are_loaded_when_their_language_is_spoken_and_not_before():
    asks = "from datetime import datetime; from shared_lib.agent.language import understand; import sys; "
    says = "understand('hoy', now=datetime(2026, 11, 25), lang='es'); "
    lists = "print([m[-2:] for m in sys.modules if m.startswith('shared_lib.agent.language.') and m.count('.') == 3 "
    lists += "and m[-3] == '.'])"
    done = subprocess.run([sys.executable, "-c", asks + says + lists], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['es']"
