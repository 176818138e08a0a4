"""What the owner wrote for questions that guests ask, found by what both are about."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from shared_lib.agent.dialogue.answers.follow_ups import supposes
from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.agent.language.topics import FUNCTIONS, HOUSE, KINDS, NEEDS, Clause, about, words_apart
from shared_lib.pricing.price_book import PriceBook, Question

Features = frozenset[str]

COVERED, COVERS = 0.45, 0.4
"""The shares, by weight, of what a guest asks about and of what a row is about, that both must have."""
WEAK = FUNCTIONS - {"refund", "pay", "pay_means", "now_or_there", "discount", "tax", "contact", "call_me", "membership"}
"""What many questions ask of many things."""
FAINT, STRANGE, OF_ACTS, ELSEWHERE = 0.25, 0.2, 0.7, 0.9
"""What such a concept weighs, a word that no table knows, what guests do, and what none of our rows is about."""
IGNORED = KINDS | NEEDS | {"asks"}
"""What treatments are, and what they are good for, tells nothing of the house."""
OF_WISHES = frozenset(
    {"couples", "women", "men", "arrive", "late", "move", "cancel", "wait", "groups", "health", "bring", "phone_use"}
)
"""What belongs to a wish for a visit where one is made, and asks nothing."""
STATED = frozenset({"late"})
"""What asks for the rule of the house though it is told."""
COUPLES = frozenset({"couples"})
OF_PRICE_OR_TIME = frozenset({"price", "total", "how_long", "ends"})
"""What is asked of one thing that was named."""
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
        return sum(self._weight(each) for each in features)

    def _weight(self, feature: str) -> float:
        if feature in self.weights:
            return self.weights[feature] * _share(feature)
        return self.unknown * min(_share(feature), FAINT if feature in FUNCTIONS else ELSEWHERE)

    def score(self, asked: Features, row: Row) -> float:
        """Return how well a row meets a question, 0 where it does not: by its best wording."""
        return max((self._met(asked, wording, row.answer) for wording in row.wordings), default=0)

    def _met(self, asked: Features, wording: Features, answer: Features) -> float:
        both = asked & wording
        rare = any(each.startswith("~") for each in both) and not _tells(asked | wording)
        if not (rare or _tells(both)):
            return 0
        told = both | (asked & answer & HOUSE)
        covered = self.weigh(told) / (self.weigh(asked) or 1)
        covers = self.weigh(both) / (self.weigh(wording) or 1)
        return covered * covers if covered >= COVERED and covers >= COVERS else 0


def _tells(features: Features) -> bool:
    """Tell whether any of them says what a question is about, and not only what it asks."""
    return any(_share(each) >= OF_ACTS for each in features)


def _share(feature: str) -> float:
    if feature.startswith("~"):
        return STRANGE
    return FAINT if feature in WEAK else OF_ACTS if feature in OF_WISHES else 1


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
        if not score or (best and not _tells(asked - OF_WISHES)):
            break
        best.append(inquiry.book.faq[-row])
        asked -= frozenset().union(*rows.rows[-row].wordings) | rows.rows[-row].answer
    return best or _by_answer(rows, clause, inquiry)


def _asked(inquiry: Inquiry, clause: Clause) -> Features:
    """Return what a clause asks about; nothing where it belongs to a wish, or is no question."""
    house, supposed = clause.concepts - IGNORED, supposes(inquiry)
    wishes = inquiry.wishes and not supposed
    kept = {"arrive"} if "how_early" in clause.concepts else STATED if not inquiry.wishes else frozenset()
    if wishes or "theirs" in clause.concepts or not _is_put(inquiry, clause):
        house -= OF_WISHES - kept
    house -= says_which(inquiry, clause)
    if house & OF_CHANGES and not house & NEEDS_RULE and not (supposed or _names_rule(clause)):
        house -= OF_CHANGES
    strange = frozenset() if inquiry.wishes or inquiry.named else frozenset(f"~{word}" for word in clause.strange)
    return house | strange


def says_which(inquiry: Inquiry, clause: Clause) -> Features:
    """Return what only says which thing is meant whose price or length is asked for: the massage for couples."""
    priced = bool(inquiry.named and inquiry.concepts & OF_PRICE_OR_TIME and clause.concepts & KINDS)
    return COUPLES if priced else frozenset()


def _is_put(inquiry: Inquiry, clause: Clause) -> bool:
    """Tell whether it is put as a question, or names a rule; `I will be there` asks nothing."""
    return clause.asks or inquiry.said.asks or "ask_info" in inquiry.said.intents or "policy" in clause.concepts


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
