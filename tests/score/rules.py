"""Which rules take part when a sentence is understood, and what it means without one of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from unittest.mock import patch

from shared_lib.agent.language.cues import Cues
from shared_lib.agent.language.grammar import Element, Found, Grammar, Rule, ways
from shared_lib.agent.language.items import Item
from shared_lib.agent.language.language import Pass, tables_of
from shared_lib.agent.language.loader import load_language


class Known(NamedTuple):
    """A rule of a language, its group, and the pattern that is read."""

    group: str
    rule: Rule
    grammar: Grammar


def rules(lang: str) -> Iterator[Known]:
    """Yield all rules of a language; one that is applied in two passes is there twice."""
    language = load_language(lang)
    passes: tuple[tuple[Grammar, Pass], ...] = (
        *zip(language.grammars, language.time_tables, strict=True),
        *zip(language.thing_grammars, language.thing_tables, strict=True),
        (language.asked_time, language.when_asked),
        (language.leads, language.name_leads),
        (language.leads_when_asked, language.name_leads_when_asked),
        (language.introducing, language.introductions),
        (language.naming, language.sure_leads),
        (language.ordering, language.orderings),
        (language.visit_marking, language.visit_marks),
        (language.technician_leading, language.technician_leads),
    )
    for grammar, tables in passes:
        groups = [table.name for table in tables_of((tables,)) for _ in table.rows]
        yield from (Known(group, rule, grammar) for group, rule in zip(groups, grammar.rules, strict=True))
    for name, cues in (
        ("cue", language.cues),
        ("dialogue", language.dialogue_cues),
        ("sign", language.sign_cues),
        ("prompt", language.prompt_cues),
    ):
        for rule in cues.grammar.rules:
            yield Known(f"{name} {(rule.make() or {})['cue']}", rule, cues.grammar)


@contextmanager
def watched() -> Iterator[set[int]]:
    """Note the rules that take part, by their id, in what is understood meanwhile."""
    noted: set[int] = set()
    longest = Grammar.longest

    def applied(self: Grammar, items: Sequence[Item], at: int) -> Found | None:
        found = longest(self, items, at)
        noted.update({id(found.rule)} if found else ())
        return found

    def shown_in(self: Cues, items: Sequence[Item]) -> set[str]:
        shown = set()
        for at in range(len(items)):
            for rule in self.grammar.beginning_at(items, at):
                if next(ways(rule.elements, items, at), None):
                    noted.add(id(rule))
                    shown.add((rule.make() or {})["cue"])
        return shown

    with patch.object(Grammar, "longest", applied), patch.object(Cues, "shown_in", shown_in):
        yield noted


@contextmanager
def without(grammar: Grammar, rule: Rule) -> Iterator[None]:
    """Leave one rule out."""
    keys = ((index, key) for element in rule.elements for index, key in _places(grammar, element))
    lists = {id(found): found for index, key in keys if (found := index.get(key))}.values()
    before = [(each, tuple(each)) for each in lists]
    for each, _ in before:
        each[:] = [one for one in each if one is not rule]
    yield
    for each, rules_before in before:
        each[:] = rules_before


def _places(grammar: Grammar, element: Element) -> Iterator[tuple[dict[str, list[Rule]], str]]:
    yield from ((grammar._by_word, word) for word in element.words)
    yield from ((grammar._by_kind, kind) for kind in element.kinds)
