"""What a guest's words mean: text in, meaning out; no database, no network, no state."""

from .meaning import Choice, ItemWish, Meaning, Term, Vocabulary, When
from .understanding import understand

__all__ = ["Choice", "ItemWish", "Meaning", "Term", "Vocabulary", "When", "understand"]
