"""Every treatment is found by its own name, whatever its words: the owner chooses them, and we read them."""

from datetime import date, datetime, time

import pytest

from shared_lib.agent.language import Term, Vocabulary, understand
from shared_lib.agent.language.demo_vocabulary import DEMO
from shared_lib.agent.language.exact_names import with_exact_names
from shared_lib.agent.language.items import cleaned
from shared_lib.agent.language.language import TABLES
from shared_lib.agent.language.loader import load_language

NOW = datetime(2026, 12, 1, 10, 0)  # noqa: DTZ001 -- the spa's wall clock
NAMES = [
    "Quiet Hour, for him",
    "Stop & Breathe",
    "Not Your Father's Facial",
    "No Worries Massage",
    "Goodbye, Stress",
    "Never Mind the Back",
    "Cancel the Noise",
    "The Friday Ritual",
    "Noon Glow; short",
    "The 5 pm Reset",
    "Two for One",
    "Yes, Please",
    "The Human Touch",
    "Slow & Steady, Please",
    "Thank You, Feet",
    "How Much Heat",
]
ADD_ONS = ["Hello, Ginger", "Ten More Minutes"]
SPA = Vocabulary(
    treatments=tuple(Term(name, "Rituals") for name in (*NAMES, "Swedish Massage", "Swedish Massage Deluxe", "Facial")),
    add_ons=tuple(map(Term, ADD_ONS)),
    technicians=("Anna", "Marco"),
)


def said(text, **more):
    return understand(text, now=NOW, vocabulary=SPA, **more)


@pytest.mark.parametrize("name", NAMES)
def test_a_treatment_is_found_by_its_name_alone_and_nothing_else_is_heard(name):
    meaning = said(name)
    assert meaning.wishes == ((name,),)
    assert meaning.intents == ("book",)
    others = (meaning.when, meaning.party, meaning.choice, meaning.gender, meaning.name, meaning.technician)
    assert others == (None,) * len(others)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", sorted(TABLES))
def test_so_it_is_in_every_language(name, lang):
    meaning = said(name, lang=lang)
    assert meaning.wishes == ((name,),)
    assert not {"stop", "cancel", "deny", "goodbye", "thanks"} & set(meaning.intents)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("spelling", [str, str.lower, str.upper, lambda name: name.replace(",", "").replace(";", "")])
def test_what_is_said_beside_it_is_heard(name, spelling):
    meaning = said(f"book {spelling(name)} tomorrow at 4 pm with Anna")
    assert meaning.wishes == ((name,),)
    assert (meaning.when.date, meaning.when.time) == (date(2026, 12, 2), time(16))
    assert (meaning.technician, meaning.intents) == ("Anna", ("book",))


@pytest.mark.parametrize("name", NAMES)
def test_its_price_is_asked_for_by_its_name(name):
    meaning = said(f"how much is {name}?")
    assert (meaning.wishes, meaning.intents) == (((name,),), ("ask_price",))


def test_add_ons_have_such_names_too():
    meaning = said("a Swedish Massage Deluxe with Ten More Minutes tomorrow")
    assert (meaning.treatments, meaning.add_ons, meaning.minutes) == (
        ("Swedish Massage Deluxe",),
        ("Ten More Minutes",),
        None,
    )


def test_a_name_that_is_part_of_a_longer_one_is_found_where_it_stands_alone():
    assert said("a swedish massage tomorrow").treatments == ("Swedish Massage",)
    assert said("the swedish massage deluxe").treatments == ("Swedish Massage Deluxe",)
    assert said("Facial").treatments == ("Facial",)


def test_the_words_of_such_a_name_keep_their_meaning_elsewhere():
    assert "stop" in said("stop").intents
    assert "cancel" in said("cancel my visit please").intents
    assert said("please, how much is the massage for two?").wishes == (
        ("No Worries Massage", "Swedish Massage", "Swedish Massage Deluxe"),
    )
    assert said("cancel my visit please").wishes == ()
    assert said("a swedish massage on friday at noon").when.time == time(12)
    assert said("two of us, a swedish massage at 5 pm").party == 2


def test_a_treatment_is_refused_by_such_a_name():
    assert said("not the Quiet Hour, for him, a Yes, Please").wishes == (("Yes, Please",),)


@pytest.mark.parametrize("lang", sorted(TABLES))
def test_names_that_mislead_nobody_are_read_word_by_word_as_before(lang):
    tongue = load_language(lang)
    spelt = [term for term in (*DEMO.treatments, *DEMO.add_ons) if "&" not in term.name]  # an `&` is said as a word
    for term in spelt:
        items = tongue.items(tongue.respell(cleaned(f"a {term.name} at 5")))
        assert with_exact_names(items, DEMO, tongue) == items
