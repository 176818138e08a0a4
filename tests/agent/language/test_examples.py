"""What stands beside the rules is true: each group applies in its examples, and no dear rule could be left out."""

import pytest

from shared_lib.agent.language.cues import patterns, phrases
from shared_lib.agent.language.grammar import filled
from shared_lib.agent.language.intents import CRITICAL
from shared_lib.agent.language.loader import load_language
from tests.score import examples, own, rules

LANGUAGES = list(own.languages())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_table_has_a_name_and_applies_in_its_examples(lang):
    groups = {id(known.rule): known.group for known in rules.rules(lang)}
    for table in examples.tables(lang):
        assert (bool(table.name), bool(table.examples)) == (True, True), table.rows[0]
        for written in table.examples:
            with rules.watched() as noted:
                meaning = examples.Example.read(written).meaning()
            assert (meaning.lang, table.name in {groups.get(each) for each in noted}) == (lang, True), written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_cue_shows_in_its_examples(lang):
    language = load_language(lang)
    known = {(each.group.partition(" ")[2], each.rule.pattern): each.rule for each in rules.rules(lang)}
    blocks = [*language.cue_phrases.items(), *language.dialogue_phrases.items(), *language.sign_phrases.items()]
    for cue, pattern, example in examples.of_phrases(lang):
        with rules.watched() as noted:
            assert example.meaning().lang == lang, example
        own_phrases = (
            [pattern]
            if pattern
            else [phrase.pattern for name, block in blocks if name == cue for phrase in phrases(block)]
        )
        showing = {id(known[cue, filled(each, language.sets)]) for each in own_phrases if each}
        assert showing & noted, (cue, example)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_group_of_cues_has_an_example(lang):
    language = load_language(lang)
    blocks = {**language.cue_phrases, **language.dialogue_phrases, **language.sign_phrases}
    assert [cue for cue, block in blocks.items() if not any(phrase.examples for phrase in phrases(block))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_dialogue_may_ask_for_the_same_cues_in_each_language(lang):
    own, english = load_language(lang), load_language("en")
    assert own.dialogue_phrases.keys() == english.dialogue_phrases.keys()
    assert own.sign_phrases.keys() == english.sign_phrases.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_own_words_show_what_they_ask(lang):
    for cue, block in load_language(lang).prompt_phrases.items():
        ours = [example for phrase in phrases(block) for example in phrase.examples]
        assert ours, cue
        assert [said for said in ours if cue not in examples.shown(said, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_rule_that_decides_something_dear_has_an_example_that_fails_without_it(lang):
    grammar, language = load_language(lang).cues.grammar, load_language(lang)
    known = {((rule.make() or {})["cue"], rule.pattern): rule for rule in grammar.rules}
    shown = {(cue, filled(pattern, language.sets)): each for cue, pattern, each in examples.of_phrases(lang) if pattern}
    for cue, block in language.cue_phrases.items():
        for pattern in patterns(block, language.sets) if cue in CRITICAL else ():
            example = shown.get((cue, pattern))
            assert example, f"{cue}, `{pattern}` has no example of its own"
            meant = example.meaning().intents
            with rules.without(grammar, known[cue, pattern]):
                assert example.meaning().intents != meant, f"{cue}, `{pattern}` is not needed for {example.say!r}"
