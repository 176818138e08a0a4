"""Advice for guests who have not decided: from the owner's tags and descriptions, never medical."""

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers.inquiry import Inquiry, kinds_of
from shared_lib.agent.dialogue.answers.menu import described
from shared_lib.agent.language.topics import KINDS, NEEDS, about
from shared_lib.pricing.price_book import Treatment

MOST = 3
TAG, WORD = 3, 1
"""What a need counts that the owner has tagged, and one that is only in the description."""
FIRST_TIME = "first_time"


def advise(inquiry: Inquiry) -> Reply | None:
    """Return two or three treatments for what a guest tells of themselves; None where nothing of ours is near to it."""
    needs = inquiry.concepts & NEEDS or frozenset({FIRST_TIME})
    rows = _fitting(_among(inquiry), needs)[:MOST]
    if not rows:
        return None
    lines = [described(row, inquiry) for row in rows]
    text = inquiry.voice.say("answer_advice", lines=inquiry.lines(lines, [row.name for row in rows]))
    return Reply(text, inquiry.buttons(rows))


def _among(inquiry: Inquiry) -> tuple[Treatment, ...]:
    """Return the treatments to choose from: of the kind that was named, else all."""
    kinds = inquiry.concepts & KINDS
    return (
        tuple(row for row in inquiry.book.treatments if not kinds or kinds & kinds_of(row)) or inquiry.book.treatments
    )


def _fitting(rows: tuple[Treatment, ...], needs: frozenset[str]) -> list[Treatment]:
    """Return the treatments that meet the needs, those that meet most of them first."""
    scores = {row.id: _score(row, needs) for row in rows}
    return sorted((row for row in rows if scores[row.id]), key=lambda row: -scores[row.id])


def _score(row: Treatment, needs: frozenset[str]) -> int:
    tagged = frozenset().union(*(about(tag, "en") for tag in row.tags)) & needs
    return TAG * len(tagged) + WORD * (len(about(row.name, "en") & needs) + len(about(row.description, "en") & needs))
