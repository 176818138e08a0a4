"""The forms of words that change their endings, in a notation that a reader of the language can check."""

from collections.abc import Iterator
from textwrap import dedent


def forms(block: str) -> dict[str, str]:
    """Return each form with the one that the tables use: `запис ь и ью` is запись, записи and записью.

    A line is a stem and its endings, `-` where there is none; the first form is the one of the tables.
    """
    found: dict[str, str] = {}
    for line in block.strip().splitlines():
        stem, *endings = line.split()
        first, *others = (stem + ending.removeprefix("-") for ending in endings)
        found |= {form: first for form in others if form != first}
    return found


def alike(block: str) -> dict[str, str]:
    """Return each word with the first of its line, which is the one of the tables; deeper lines go on."""
    words: list[list[str]] = []
    for line in dedent(block.strip("\n")).splitlines():
        if line.startswith(" "):
            words[-1] += line.split()
        elif line.strip():
            words.append(line.split())
    return {word: first for first, *others in words for word in others}


def numbered(block: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the words of a block with their numbers; slashes and line ends part the numbers."""
    rows = [row for line in block.strip().splitlines() for row in line.split("/")]
    yield from ((n, word) for n, row in enumerate(rows, start=first) for word in row.split())
