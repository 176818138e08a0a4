"""What the telephone shows of who calls: a number, or one of the words and stand-in numbers of those who hide it."""

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
SIGNS = frozenset("0123456789 ().-")
"""What a number is written with, after its plus."""
FEWEST, LONGEST = 7, 25
"""Figures of the shortest number that somebody can be called back by from another town, and signs of the longest."""


def shown_number(caller: str) -> str:
    """Return the caller's number as it came, "" where it is hidden or is none."""
    caller = caller.strip()
    figures = "".join(letter for letter in caller if letter.isdecimal())
    if not _is_number(caller) or len(figures) < FEWEST or _is_hidden(figures):
        return ""
    return caller


def _is_number(caller: str) -> bool:
    written = caller.removeprefix("tel:").removeprefix("+")
    begins = written[:1] == "(" or written[:1].isdecimal()
    return begins and len(written) <= LONGEST and SIGNS.issuperset(written)


def _is_hidden(figures: str) -> bool:
    """Return whether it is a stand-in, also with a country's code before it, or one figure over and over."""
    return any(number in HIDDEN or len(set(number)) == 1 for number in (figures, figures.removeprefix("1")))
