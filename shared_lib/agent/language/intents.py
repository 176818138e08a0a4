"""From signs to intents, given what we asked just before."""

from collections.abc import Mapping, Sequence

from .grammar import Grammar
from .items import Item


def signs_of(items: Sequence[Item], grammar: Grammar) -> set[str]:
    """Return the signs that a sentence shows."""
    return {kind for found in grammar.everywhere(list(items)) for kind in found.readings}


def intents_of(
    signs: set[str], *, plain: Mapping[str, str], answers: bool, dated: bool, timed: bool
) -> tuple[str, ...]:
    """Return the intents that signs amount to."""
    found = [intent for sign, intent in plain.items() if sign in signs]
    if "yes" in signs and answers:
        found.append("affirm")
    if "no" in signs:
        found.append("deny")
    if "book" in signs and not {"cancel", "reschedule", "booking_status"} & set(found):
        found.append("book")
    if answers and dated:
        found.append("give_date")
    if answers and timed:
        found.append("give_time")
    if "info" in signs and not found:
        found.append("ask_info")
    if "alternatives" in signs and not found:
        found.append("alternatives")
    return tuple(found)
