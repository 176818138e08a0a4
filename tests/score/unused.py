"""How many sentences each rule takes part in: our own with the examples beside the rules, and public ones."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from shared_lib.agent.language import understand
from tests.score import examples, own, public, rules


class Fired(NamedTuple):
    """A rule of a language, its group, and in how many sentences of ours and of others it takes part."""

    lang: str
    group: str
    pattern: str
    ours: int
    others: int

    def __str__(self) -> str:
        return f"{self.lang} {self.group}: {self.pattern}  ours {self.ours}, public {self.others}"


def counts(public_folder: Path) -> Iterator[Fired]:
    """Yield each rule with its counts, language by language."""
    fired: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    with rules.watched() as noted:
        for ours, understood in _sentences(public_folder):
            noted.clear()
            understood()
            fired[ours].update(noted)
    for lang in own.languages():
        known = {id(each.rule): each for each in rules.rules(lang)}
        totals: dict[tuple[str, str], Counter[bool]] = {}
        for each, found in known.items():  # a table that is applied in two passes counts in both
            total = totals.setdefault((found.group, found.rule.pattern), Counter())
            total.update({True: fired[True][each], False: fired[False][each]})
        yield from (Fired(lang, *rule, total[True], total[False]) for rule, total in totals.items())


def _sentences(public_folder: Path) -> Iterator[tuple[bool, Callable[[], object]]]:
    """Yield whether a sentence is ours, and what understands it."""
    for lang in own.languages():
        yield from ((True, partial(getattr, row, "got")) for row in own.sentences(lang))
        yield from ((True, example.meaning) for example in examples.all_of(lang))
        yield from ((True, partial(examples.shown, said, lang)) for said in examples.prompts(lang))
    if not public_folder.is_dir():
        return
    for dated in public.dated(public_folder):
        yield False, partial(understand, dated.text, now=datetime.fromisoformat(dated.now), lang=dated.lang)
    for intended in public.intended(public_folder):
        yield False, partial(understand, intended.text, now=own.NOW, system=intended.system)
