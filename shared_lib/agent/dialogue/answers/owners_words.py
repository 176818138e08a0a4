"""What the owner wrote for questions that guests ask, found by what both are about."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.agent.language.topics import FUNCTIONS, HOUSE, KINDS, NEEDS, Clause, about, words_apart
from shared_lib.pricing.price_book import PriceBook, Question

Features = frozenset[str]

COVERED, COVERS = 0.5, 0.4
"""The shares, by weight, of what a guest asks about and of what a row is about, that both must have."""
WEAK = FUNCTIONS - {"refund", "pay", "pay_means", "now_or_there", "discount", "tax", "contact", "call_me", "membership"}
"""What many questions ask of many things."""
FAINT, HALF = 0.25, 0.5
"""What such a concept weighs, and a word that no table knows."""
IGNORED = KINDS | NEEDS | {"asks"}
"""What treatments are, and what they are good for, tells nothing of the house."""
OF_WISHES = frozenset(
    {"couples", "women", "men", "arrive", "late", "move", "cancel", "wait", "groups", "health", "bring", "phone_use"}
)
"""What belongs to a wish for a visit where one is made, and asks nothing."""
OF_CHANGES = frozenset({"cancel", "move"})
NEEDS_RULE = frozenset({"policy", "price", "refund", "how_long", "describe"})
"""What tells a question about cancelling from a guest who cancels."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question of the owner's with its answer, and what each of its wordings is about."""

    question: Question
    wordings: tuple[Features, ...]
    answer: Features


@dataclass(frozen=True, slots=True)
class Rows:
    """All of them, and how rare each feature is among them."""

    rows: tuple[Row, ...]
    weights: dict[str, float]
    unknown: float

    def weigh(self, features: Iterable[str]) -> float:
        """Return what features weigh together: rare ones more, those of many questions less."""
        return sum(self.weights.get(each, self.unknown) * _share(each) for each in features)

    def score(self, asked: Features, row: Row) -> float:
        """Return how well a row meets a question, 0 where it does not: by its best wording."""
        return max((self._met(asked, wording) for wording in row.wordings), default=0)

    def _met(self, asked: Features, wording: Features) -> float:
        both = asked & wording
        if not any(_share(each) == 1 for each in both):
            return 0
        common, guests, ours = self.weigh(both), self.weigh(asked), self.weigh(wording)
        covered, covers = common / (guests or 1), common / (ours or 1)
        return covered * covers if covered >= COVERED and covers >= COVERS else 0


def _share(feature: str) -> float:
    return FAINT if feature in WEAK else HALF if feature.startswith("~") else 1


@lru_cache(maxsize=8)
def _rows(questions: tuple[tuple[str, tuple[str, ...], str], ...]) -> Rows:
    rows = tuple(
        Row(
            Question(question, answer),
            tuple(filter(None, map(features_of, (question, *asked_as)))),
            about(answer, "en"),
        )
        for question, asked_as, answer in questions
    )
    counts: dict[str, int] = {}
    for row in rows:
        for feature in frozenset().union(*row.wordings):
            counts[feature] = counts.get(feature, 0) + 1
    most = len(rows) + 1
    return Rows(rows, {each: math.log(1 + most / n) for each, n in counts.items()}, math.log(1 + most))


def features_of(text: str) -> Features:
    """Return what one of the owner's wordings is about: concepts, and words that no table knows."""
    concepts, strange = words_apart(text)
    return (concepts - IGNORED) | {f"~{word}" for word in strange}


def rows_of(book: PriceBook) -> Rows:
    """Return the owner's questions, ready to be compared."""
    return _rows(tuple((row.question, row.asked_as, row.answer) for row in book.faq))


def found(inquiry: Inquiry, clause: Clause) -> list[Question]:
    """Return the owner's rows that a clause asks for, the best first; each answers something that the others do not."""
    rows, asked = rows_of(inquiry.book), _asked(inquiry, clause)
    best: list[Question] = []
    while asked:
        score, row = max(((rows.score(asked, row), -n) for n, row in enumerate(rows.rows)), default=(0.0, 0))
        if not score:
            break
        best.append(inquiry.book.faq[-row])
        asked -= frozenset().union(*rows.rows[-row].wordings)
    return best or _by_answer(rows, clause, inquiry)


def _asked(inquiry: Inquiry, clause: Clause) -> Features:
    """Return what a clause asks about; nothing where it belongs to a wish, or is no question."""
    house = clause.concepts - IGNORED
    if inquiry.wishes:
        house -= OF_WISHES
    if house & OF_CHANGES and not house & NEEDS_RULE and not _names_rule(clause):
        house -= OF_CHANGES
    strange = frozenset() if inquiry.wishes or inquiry.named else frozenset(f"~{word}" for word in clause.strange)
    return house | strange


def _names_rule(clause: Clause) -> bool:
    """Tell whether the rule itself is named: `cancellation policy`."""
    return clause.brief and "policy" in clause.concepts


def _by_answer(rows: Rows, clause: Clause, inquiry: Inquiry) -> list[Question]:
    """Return the row whose answer speaks of everything in the house that a clause asks about."""
    house = clause.concepts & HOUSE - OF_WISHES
    if not house or not (clause.asks or clause.brief) or len(clause.strange) > 1 or inquiry.wishes:
        return []
    speaking = (n for n, row in enumerate(rows.rows) if house <= row.answer)
    return [inquiry.book.faq[n] for n in speaking][:1]
