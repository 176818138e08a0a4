"""Phrases that are cues of something: what a guest wants, what we asked.

A block holds the phrases of one cue, one a line; deeper lines go on. What follows `~` is a sentence in which the phrase
shows the cue; on a line of its own it is one for the whole block. It may begin with what we asked before, by its name,
or with our words: `~ confirm: yes`, `~ "Anything else?" no`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .grammar import Grammar, filled, said, ways
from .items import Item

_ENDS = frozenset(".!?,;:\n")
_EXAMPLE = "~ "


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern with its examples; those of the whole block have none."""

    pattern: str
    examples: tuple[str, ...]


class Cues:
    """Blocks of phrases by cue; `sets` are the groups of words that phrases name in brackets."""

    def __init__(self, blocks: Mapping[str, str], sets: Mapping[str, str]) -> None:
        self.grammar = Grammar((p, said("cue", cue)) for cue, block in blocks.items() for p in patterns(block, sets))

    def shown_in(self, items: Sequence[Item]) -> set[str]:
        """Return the cues that marked clauses show."""
        shown: set[str] = set()
        for at in range(len(items)):
            for rule in self.grammar.beginning_at(items, at):
                cue = (rule.make() or {})["cue"]
                if cue not in shown and next(ways(rule.elements, items, at), None):
                    shown.add(cue)
        return shown


def patterns(block: str, sets: Mapping[str, str]) -> Iterator[str]:
    """Yield the patterns of a block, `[good]` replaced by the words of that set."""
    return (filled(phrase.pattern, sets) for phrase in phrases(block) if phrase.pattern)


@cache
def phrases(block: str) -> tuple[Phrase, ...]:
    """Return the phrases of a block, as they are written."""
    lines: list[str] = []
    deep = ""
    for line in filter(str.strip, block.splitlines()):
        deep = deep or line[: len(line) - len(line.lstrip())] + " "
        if line.startswith(deep) and lines:
            lines[-1] += ("" if lines[-1].endswith("|") else " ") + line.strip()
        else:
            lines.append(line.strip())
    return tuple(_phrase(line) for line in lines)


def _phrase(line: str) -> Phrase:
    pattern, *examples = f" {line}".split(f" {_EXAMPLE}")
    return Phrase(pattern.strip(), tuple(example.strip() for example in examples))


def clauses(items: Sequence[Item], fillers: frozenset[str]) -> list[Item]:
    """Mark the ends of clauses with ^ and $, the first and the last, and leave out words that say nothing."""
    marked = [Item("^", 0, 0, {"begins": True})]
    for item in items:
        if item.word in _ENDS:
            asks = {"asks": True} if item.word == "?" else {}
            marked += [Item("$", item.start, item.end, asks), Item("^", item.end, item.end)]
        elif item.word not in fillers:
            marked.append(item)
    marked.append(Item("$", 0, 0))
    said = [place for place, item in enumerate(marked) if item.word not in {"^", "$"}]
    if said:
        end = marked[said[-1] + 1]
        end.readings = {**end.readings, "ends": True}
    return marked
