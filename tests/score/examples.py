"""The sentences that stand beside the rules in the tables of a language."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from shared_lib.agent.language import Meaning, understand
from shared_lib.agent.language.cues import clauses, phrases
from shared_lib.agent.language.grammar import Table
from shared_lib.agent.language.intents import ASKED
from shared_lib.agent.language.language import Pass, tables_of
from shared_lib.agent.language.loader import load_language
from tests.score.own import NOW

_WRITTEN = re.compile(r'(?:(\w+): |"([^"]*)" )?(.*)', re.DOTALL)


class Example(NamedTuple):
    """What is said, after what we asked or said."""

    say: str
    asked: str | None = None
    system: str | None = None

    @classmethod
    def read(cls, written: str) -> "Example":
        """Read an example as tables write it: `confirm: yes`, `"Anything else?" no`."""
        found = _WRITTEN.fullmatch(written)
        return cls(found[3], found[1], found[2]) if found and found[1] in {None, *ASKED} else cls(written)

    def meaning(self, now: datetime = NOW) -> Meaning:
        """Understand it; its language is recognised."""
        return understand(self.say, now=now, asked=self.asked, system=self.system)


def tables(lang: str) -> Iterator[Table]:
    """Yield the tables of a language, each once."""
    language = load_language(lang)
    names = (language.name_leads, language.name_leads_when_asked, language.introductions, language.sure_leads)
    marks = (language.orderings, language.visit_marks, language.technician_leads)
    passes: tuple[Pass, ...] = (*language.time_tables, *language.thing_tables, *names, *marks, language.when_asked)
    yield from {id(table): table for table in tables_of(passes)}.values()


def of_phrases(lang: str) -> Iterator[tuple[str, str, Example]]:
    """Yield the examples of a language's cues: the cue, its phrase ("" for the whole block), the example."""
    language = load_language(lang)
    for cue, block in (
        *language.cue_phrases.items(),
        *language.dialogue_phrases.items(),
        *language.sign_phrases.items(),
    ):
        for phrase in phrases(block):
            for written in phrase.examples:
                yield cue, phrase.pattern, Example.read(written)


def all_of(lang: str) -> Iterator[Example]:
    """Yield all examples of a language."""
    for table in tables(lang):
        yield from map(Example.read, table.examples)
    for _, _, example in of_phrases(lang):
        yield example


def prompts(lang: str) -> Iterator[str]:
    """Yield what we say in the examples of a language's prompts."""
    for block in load_language(lang).prompt_phrases.values():
        for phrase in phrases(block):
            yield from phrase.examples


def shown(ours: str, lang: str) -> set[str]:
    """Return the cues of our own words."""
    language = load_language(lang)
    items = language.parsed(language.items(language.respell(ours)))
    return language.prompt_cues.shown_in(clauses(items, language.fillers))
