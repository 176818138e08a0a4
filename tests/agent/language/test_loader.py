"""A table that could not do what it says is refused when its language is loaded, by name and row."""

import inspect
from dataclasses import replace

import pytest

from shared_lib.agent.language.grammar import BadPattern, elements_of, marked, spoken, table
from shared_lib.agent.language.language import rows_of
from shared_lib.agent.language.loader import checked, load_language
from tests.score import own

ENGLISH = load_language("en")
GOOD = ("at <hour>", marked("clock"))


def with_rows(*rows):
    return replace(ENGLISH, time_tables=(table("hours", "at 3", *rows),))


def with_phrases(block):
    return replace(ENGLISH, cue_phrases={"yes": block})


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("near <our>", "there is no kind <our>"),
        ("near <hour", "`<hour` cannot be read"),
        ("near one||two", "`one||two` cannot be read"),
        ("near an?|one", "`an?|one` cannot be read"),
        ("near ==one", "`==one` cannot be read"),
        ("..", "it has no word"),
        ("at <hour>", "it is there twice"),
    ],
)
def test_a_rule_that_can_never_apply_is_refused_with_its_table_and_row(pattern, why):
    with pytest.raises(BadPattern) as refused:
        checked(with_rows(GOOD, (pattern, marked("clock"))))
    assert str(refused.value) == f"en, hours, row 2, `{pattern}`: {why}"


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("[god] $", "there is no set [god]"),
        ("<dya> works", "there is no kind <dya>"),
        ("^ yes", "it is there twice"),
        ("do|? it", "`do|?` cannot be read"),
    ],
)
def test_a_phrase_that_can_never_show_is_refused_with_its_cue_and_row(phrase, why):
    with pytest.raises(BadPattern) as refused:
        checked(with_phrases(f"^ yes\n{phrase}  ~ an example is no part of it"))
    assert str(refused.value) == f"en, yes, row 2, `{phrase}`: {why}"


def test_a_table_that_languages_share_is_refused_where_one_lacks_a_set():
    with pytest.raises(BadPattern) as refused:
        spoken(table("hours", "", ("[around] <hour>", marked("clock"))), {"about": "about"}, "about 3")
    assert str(refused.value) == "hours, `[around] <hour>`: there is no set [around]"


def test_two_tables_of_one_pass_hold_no_rule_twice_and_two_passes_may():
    twice = (table("hours", "at 3", GOOD), table("more hours", "at 3", GOOD))
    assert checked(replace(ENGLISH, time_tables=twice))
    with pytest.raises(BadPattern, match="en, more hours, row 1, `at <hour>`: it is there twice"):
        checked(replace(ENGLISH, time_tables=(twice,)))


@pytest.mark.parametrize("lang", list(own.languages()))
def test_each_rule_takes_what_its_pattern_captures(lang):
    language = load_language(lang)
    leads = (language.name_leads, language.name_leads_when_asked, language.introductions, language.sure_leads)
    for pattern, make in rows_of(*language.time_tables, *language.thing_tables, language.when_asked, *leads):
        captured = [None for element in elements_of(pattern) if element.kinds and not element.kept]
        assert inspect.signature(make).bind(*captured), pattern
