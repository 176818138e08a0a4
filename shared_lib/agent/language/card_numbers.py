"""Card numbers that guests type into a conversation: recognised, and never kept."""

import re

SHORTEST, LONGEST = 13, 19
"""How many digits a card number has."""
RUN = re.compile(r"\d(?:[ .\-\u2010-\u2015\u00a0]{0,2}\d)+")
DIGITS = re.compile(r"\d+")
NINE = 9
MASK = "••••"


def holds_card(text: str) -> bool:
    """Return whether a card number is among the words: whole groups of digits that carry its check digit."""
    return any(_is_card(digits) for run in RUN.findall(text) for digits in _runs(DIGITS.findall(run)))


def without_card(text: str) -> str:
    """Return the text as it may be kept: beside a card number its date and its code are hidden too."""
    return DIGITS.sub(MASK, text) if holds_card(text) else text


def _runs(groups: list[str]) -> list[str]:
    places = range(len(groups))
    return ["".join(groups[begin : end + 1]) for begin in places for end in places[begin : begin + LONGEST]]


def _is_card(digits: str) -> bool:
    if not SHORTEST <= len(digits) <= LONGEST:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - NINE if value > NINE else value for value in doubled) % 10 == 0
