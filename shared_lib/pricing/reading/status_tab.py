"""The tab Status: what we tell the owner, and the one answer that we take from it."""

from collections.abc import Sequence

from shared_lib.pricing.price_changes import PriceWarnings
from shared_lib.pricing.reading.cells import key, words
from shared_lib.pricing.reading.table import Rows

TAB = "Status"
ANSWER = "B4"
"""Where the owner types yes."""

_AS_OF = "As of"
_QUESTION = "Publish anyway?"
_NOTE = "Note"
_YES = frozenset({"yes", "y", "true", "x", "ok", "publishanyway"})
"""What is taken for a yes; a ticked box is TRUE."""


def status_rows(
    *, version: int, moment: str, problems: Sequence[str], doubts: PriceWarnings, notes: Sequence[str]
) -> list[list[str]]:
    """Return what the tab says: how things stand, then what keeps them so, then what is only worth knowing."""
    question = [_QUESTION, "", doubts.code, f"type yes in {ANSWER} if exactly the lines below are meant"]
    return [
        ["Status", _state(problems, doubts)],
        ["Version in force", str(version or "none yet")],
        [_AS_OF, moment],
        *([question] if doubts.sentences else []),
        *([sentence, "waits for your yes"] for sentence in doubts.sentences),
        *([problem] for problem in problems),
        *([_NOTE, note] for note in notes),
    ]


def is_agreed(status: Rows, code: str) -> bool:
    """Tell whether the owner has said yes to the question with this code, and to no other."""
    said = [[words(cell) for cell in row] for row in status]
    asked = next((row[1:3] for row in said if row and key(row[0]) == key(_QUESTION)), [])
    return len(asked) == len(("answer", "code")) and key(asked[0]) in _YES and asked[1] == code


def says_the_same(one: Rows, other: Rows) -> bool:
    """Tell whether two readings of the tab tell the same; the time alone is no news."""
    return _news(one) == _news(other)


def _state(problems: Sequence[str], doubts: PriceWarnings) -> str:
    if problems:
        return "Mend the cells below; until then the version in force stays"
    if doubts.sentences:
        return "Waits for your yes; until then the version in force stays, also for all other edits"
    return "Published"


def _news(status: Rows) -> list[list[str]]:
    rows = ([text for cell in row if (text := words(cell))] for row in status)
    return [row for row in rows if row and row[0] != _AS_OF]
