"""What a guest's words are about, whatever they wish for: concepts that are the same in all our languages."""

from .clauses import Clause, clauses_of, compared
from .concepts import FUNCTIONS, HOUSE, KINDS, NEEDS, about, leans, words_apart
from .elsewhere import kinds_near, sold_elsewhere

__all__ = [
    "FUNCTIONS",
    "HOUSE",
    "KINDS",
    "NEEDS",
    "Clause",
    "about",
    "clauses_of",
    "compared",
    "kinds_near",
    "leans",
    "sold_elsewhere",
    "words_apart",
]
