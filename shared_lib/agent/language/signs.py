"""Phrases that are signs of something: what a guest wants, what we asked."""

from collections.abc import Mapping, Sequence
from textwrap import dedent

from .counted import said
from .grammar import Grammar, filled, ways
from .items import Item

_ENDS = frozenset(".!?,;:\n")


class Signs:
    """Blocks of phrases by sign; `sets` are the groups of words that phrases name in brackets."""

    def __init__(self, blocks: Mapping[str, str], sets: Mapping[str, str]) -> None:
        table = ((phrase, said("sign", sign)) for sign, block in blocks.items() for phrase in phrases(block, sets))
        self._grammar = Grammar(table)

    def shown_in(self, items: Sequence[Item]) -> set[str]:
        """Return the signs that marked clauses show."""
        shown: set[str] = set()
        for at in range(len(items)):
            for rule in self._grammar.beginning_at(items, at):
                sign = (rule.make() or {})["sign"]
                if sign not in shown and next(ways(rule.elements, items, at), None):
                    shown.add(sign)
        return shown


def phrases(block: str, sets: Mapping[str, str]) -> list[str]:
    """Return the phrases of a block, one a line, deeper lines continued, `[good]` replaced by the words of that set."""
    lines: list[str] = []
    for line in dedent(block.strip("\n")).splitlines():
        if line.startswith(" ") and lines:
            lines[-1] += ("" if lines[-1].endswith("|") else " ") + line.strip()
        elif line.strip():
            lines.append(line.strip())
    return [filled(line, sets) for line in lines]


def clauses(items: Sequence[Item], fillers: frozenset[str]) -> list[Item]:
    """Mark the ends of clauses with ^ and $, and leave out words that say nothing."""
    marked = [Item("^", 0, 0)]
    for item in items:
        if item.word in _ENDS:
            asks = {"asks": True} if item.word == "?" else {}
            marked += [Item("$", item.start, item.end, asks), Item("^", item.end, item.end)]
        elif item.word not in fillers:
            marked.append(item)
    return [*marked, Item("$", 0, 0)]
