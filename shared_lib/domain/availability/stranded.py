"""Stranded minutes: what a visit leaves free beside it, too short for anybody else."""

SHORTEST = 30
"""Minutes of the shortest visit that is worth a gap: what is left shorter than this is lost."""


def stranded(available: int, first: int, last: int) -> int:
    """Return how many minutes before `first` and from `last` on would be left in gaps that are too short for a visit.

    `available` has the minutes at which somebody or something could be used but for this visit.
    """
    before = _run(int(f"{_ahead(available, first - SHORTEST):0{SHORTEST}b}"[::-1], 2))
    after = _run(_ahead(available, last))
    return sum(gap for gap in (before, after) if gap < SHORTEST)


def _ahead(mask: int, bit: int) -> int:
    """Return the bits from one on, as many as matter; there are none before the first."""
    shifted = mask >> bit if bit >= 0 else mask << -bit
    return shifted & ((1 << SHORTEST) - 1)


def _run(mask: int) -> int:
    """Return how many bits are set in a row, from the first on."""
    return (~mask & (mask + 1)).bit_length() - 1
