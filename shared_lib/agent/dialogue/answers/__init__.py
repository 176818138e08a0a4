"""Every question of a sentence finds its answer: the house's facts, the owner's own words, or an honest pass."""

from .answering import answers, membership_told, prices_told
from .topic import Topic

__all__ = ["Topic", "answers", "membership_told", "prices_told"]
