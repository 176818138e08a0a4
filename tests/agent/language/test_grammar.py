"""How patterns fit over items."""

from shared_lib.agent.language.cues import Cues, clauses, patterns
from shared_lib.agent.language.grammar import Grammar
from shared_lib.agent.language.items import Item
from shared_lib.agent.language.spelling import SpellingCorrector


def row(text):
    return [Item(word, 0, 0, {"n": int(word)} if word.isdigit() else {}) for word in text.split()]


def fact(*captured):
    return {"fact": captured}


def words(items):
    return [item.word for item in items]


def test_the_longest_phrase_wins_and_captures_its_kinds():
    grammar = Grammar([("at <n>", fact), ("at <n> past <n>", fact)])
    made = grammar.rewrite(row("come at 5 past 3 please"))
    assert words(made) == ["come", "at 5 past 3", "please"]
    assert made[1].readings == {"fact": (5, 3)}


def test_a_missing_element_is_captured_as_none():
    assert Grammar([("at <n> <n>?", fact)]).rewrite(row("at 3"))[0].readings == {"fact": (3, None)}


def test_an_element_that_is_only_looked_at_stays_in_place():
    made = Grammar([("=after <n>", fact)]).rewrite(row("after 5"))
    assert words(made) == ["after", "5"]
    assert made[1].readings == {"fact": (5,)}


def test_a_rule_may_refuse_what_fits():
    assert words(Grammar([("at <n>", lambda n: fact() if n < 24 else None)]).rewrite(row("at 25"))) == ["at", "25"]


def test_a_gap_skips_words_but_no_clause():
    cues = Cues({"moved": "move .. booking"}, {})
    assert cues.shown_in(clauses(row("please move my little booking"), frozenset())) == {"moved"}
    assert cues.shown_in(clauses(row("i move . a booking"), frozenset())) == set()


def test_a_phrase_goes_on_in_a_deeper_line_and_names_sets():
    block = """
        ^ yes|
            yep
        sounds [good]
    """
    assert list(patterns(block, {"good": "good fine"})) == ["^ yes|yep", "sounds good|fine"]


def test_one_slip_is_forgiven_two_are_not():
    forgiving = SpellingCorrector({"saturday"}, {"saturdays"})
    assert [forgiving.get(word) for word in ("satuday", "satrday", "saturdya", "saturxay")] == ["saturday"] * 4
    assert [forgiving.get(word) for word in ("saturday", "satudy", "xaturday", "day")] == [None] * 4
