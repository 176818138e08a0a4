"""What the telephone shows of who calls: a number, or one of the words and stand-in numbers of those who hide it."""

import re

HIDDEN = frozenset(
    {
        "266696687",  # A-N-O-N-Y-M-O-U-S on the keys, as carriers send it
        "7378742833",  # R-E-S-T-R-I-C-T-E-D
        "7378742883",  # the same, as it is often mistyped
        "8656696",  # U-N-K-N-O-W-N
        "86282452253",  # U-N-A-V-A-I-L-A-B-L-E
        "2562533",  # B-L-O-C-K-E-D
    }
)
"""Numbers that are nobody's: the words for a hidden caller, as one would dial them."""
NUMBER = re.compile(r"(?:tel:)?\+?[(0-9][0-9 ().-]{4,24}")
FEWEST = 7
"""Figures of the shortest number that somebody can be called back by from another town."""


def shown_number(caller: str) -> str:
    """Return the caller's number as it came, "" where it is hidden or is none."""
    caller = caller.strip()
    figures = "".join(letter for letter in caller if letter.isdecimal())
    if not NUMBER.fullmatch(caller) or len(figures) < FEWEST or _is_hidden(figures):
        return ""
    return caller


def _is_hidden(figures: str) -> bool:
    """Return whether it is a stand-in, also with a country's code before it, or one figure over and over."""
    return any(number in HIDDEN or len(set(number)) == 1 for number in (figures, figures.removeprefix("1")))
