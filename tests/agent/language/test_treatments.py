"""The words of another spa's price book are understood as well as the demo's."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew have their own letters

from datetime import datetime

import pytest

from shared_lib.agent.language import Term, Vocabulary, understand
from shared_lib.agent.language.cues import patterns
from shared_lib.agent.language.language import rows_of
from shared_lib.agent.language.loader import load_language
from tests.agent.language.test_other_languages import never_there

NOW = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 -- the spa's wall clock
OTHER = Vocabulary(
    treatments=(
        Term("Thai Massage", "Massages"),
        Term("Lomi Lomi Massage", "Massages", aliases=("hawaiian",)),
        Term("Mud Bath", "Baths"),
    ),
    technicians=("Oksana",),
    add_ons=(Term("Ginger Tea"),),
)


def test_the_price_book_in_force_is_what_counts():
    meaning = understand("a thai massage with Oksana and ginger tea", now=NOW, vocabulary=OTHER)
    assert meaning.treatments == ("Thai Massage",)
    assert meaning.technician == "Oksana"
    assert meaning.add_ons == ("Ginger Tea",)


def test_a_nickname_of_the_price_book_is_a_name():
    assert understand("the hawaiian one", now=NOW, vocabulary=OTHER).treatments == ("Lomi Lomi Massage",)


def test_what_several_treatments_share_is_asked_back():
    assert understand("a massage", now=NOW, vocabulary=OTHER).treatments == ("Thai Massage", "Lomi Lomi Massage")


def test_a_tab_of_the_price_book_names_all_that_is_in_it():
    assert understand("something from the baths", now=NOW, vocabulary=OTHER).treatments == ("Mud Bath",)


def test_no_price_book_has_no_treatments():
    assert understand("a massage", now=NOW, vocabulary=Vocabulary()).treatments == ()


def test_a_slip_in_a_name_is_forgiven_after_with():
    assert understand("thai with oksanna", now=NOW, vocabulary=OTHER).technician == "Oksana"


def test_what_is_refused_is_not_wished_for():
    meaning = understand("not the mud bath, a thai massage without ginger tea", now=NOW, vocabulary=OTHER)
    assert meaning.treatments == ("Thai Massage",)
    assert meaning.add_ons == ()


def test_whoever_is_refused_is_named_as_such():
    meaning = understand("I don't want Oksana", now=NOW, vocabulary=OTHER)
    assert meaning.technician is None
    assert meaning.not_technicians == ("Oksana",)


def test_whoever_is_called_by_a_common_word_is_meant_only_after_with():
    words = Vocabulary(technicians=("May", "Will", "Grace"))
    assert understand("may I come on May 5, I will be late", now=NOW, vocabulary=words).technicians == ()
    assert understand("a massage with Will", now=NOW, vocabulary=words).technicians == ("Will",)


def test_accents_and_second_names_hide_nobody():
    people = Vocabulary(technicians=("José", "Mary Ann", "Anna Bell", "Anna Stone"))
    assert understand("with jose or mary ann", now=NOW, vocabulary=people).technicians == ("José", "Mary Ann")
    assert understand("is anna stone free or mary", now=NOW, vocabulary=people).technicians == (
        "Anna Stone",
        "Mary Ann",
    )
    assert understand("with anna", now=NOW, vocabulary=people).technicians == ()


def test_our_own_words_tell_what_a_short_answer_is():
    assert understand("john", now=NOW, system="What is your name?").name == "John"
    hour = understand("two", now=NOW, system="What time would suit you?").when
    assert hour
    assert str(hour.time) == "14:00:00"
    assert understand("actually make it 4", now=NOW, system="It is booked. Anything else?").intents == ("reschedule",)


def test_a_reference_that_was_asked_for_needs_no_letters():
    meaning = understand("2026 000123", now=NOW, asked="reference")
    assert (meaning.reference, meaning.phone, meaning.intents) == ("CS-2026-000123", None, ())


def test_a_no_before_a_treatment_may_correct_one_said_before():
    assert understand("no thai massage", now=NOW, vocabulary=OTHER).treatments == ("Thai Massage",)


def test_the_country_of_a_phone_may_be_spoken():
    spoken = "plus four four two zero seven nine four six zero nine five eight"
    assert understand(spoken, now=NOW).phone == "+442079460958"


def test_no_english_phrase_waits_for_a_word_that_is_never_there():
    language = load_language("en")
    cues = [
        phrase
        for block in (*language.cue_phrases.values(), *language.dialogue_phrases.values())
        for phrase in patterns(block, language.sets)
    ]
    signs = [phrase for block in language.sign_phrases.values() for phrase in patterns(block, language.sets)]
    tables = [pattern for pattern, _ in rows_of(*language.time_tables, *language.thing_tables)]
    assert [phrase for phrase in cues if never_there(language, phrase, language.fillers)] == []
    assert [phrase for phrase in signs if never_there(language, phrase, language.telling_fillers)] == []
    assert [pattern for pattern in tables if never_there(language, pattern)] == []


@pytest.mark.parametrize(
    ("say", "names"),
    [
        ("my feet are killing me, pedicure tomorrow 1pm", ["Pedicure"]),
        ("stiff neck. A manicure at 3?", ["Manicure"]),
        ("me duelen los pies, pedicura mañana", ["Pedicure"]),
        ("у меня болит спина, маникюр завтра", ["Manicure"]),
        ("болить шия, манікюр завтра", ["Manicure"]),
        ("כואב לי הגב, מניקור מחר", ["Manicure"]),
        ("my feet hurt", ["Reflexology"]),
        ("a manicure, and something for my sore neck", ["Manicure", "Swedish Massage"]),
        ("my neck is stiff and my wife wants a manicure", ["Swedish Massage", "Manicure"]),
        ("I'd like my beard cut", ["Beard Trim & Shape"]),
        ("could you cut his beard and give me a manicure", ["Beard Trim & Shape", "Manicure"]),
        ("my beard needs a trim", ["Beard Trim & Shape"]),
        ("hair and beard cut", ["Executive Cut", "Beard Trim & Shape"]),
        ("хочу постричь бороду", ["Beard Trim & Shape"]),
        ("чоловік хоче бороду підстригти", ["Beard Trim & Shape"]),
        ("стрижка и борода", ["Executive Cut", "Beard Trim & Shape"]),
    ],
)
def test_what_hurts_names_nothing_beside_a_name_and_a_beard_is_not_hair(say, names):
    assert [wish[0] for wish in understand(say, now=NOW).wishes] == names
