"""Every question of a sentence finds its answer: the house's facts, the owner's own words, or an honest pass."""

from .answering import (
    Priced,
    answers,
    asks_for_rule,
    membership_told,
    names_treatment,
    price_told,
    priced_rows,
    prices_told,
)
from .topic import Topic

__all__ = [
    "Priced",
    "Topic",
    "answers",
    "asks_for_rule",
    "membership_told",
    "names_treatment",
    "price_told",
    "priced_rows",
    "prices_told",
]
