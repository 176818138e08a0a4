"""The parts of the day, in minutes of the spa's wall clock: one reading for words, forms and calls."""

HOUR = 60
MIDNIGHT = 24 * HOUR
PARTS = {
    "morning": (6 * HOUR, 12 * HOUR),
    "afternoon": (12 * HOUR, 17 * HOUR),
    "evening": (17 * HOUR, MIDNIGHT),
    "night": (20 * HOUR, MIDNIGHT + 2 * HOUR),
}
"""From and until; an end beyond midnight is on the next day."""
ENDS = {
    ("early", "morning"): (6 * HOUR, 10 * HOUR),
    ("late", "morning"): (10 * HOUR, 12 * HOUR),
    ("early", "afternoon"): (12 * HOUR, 15 * HOUR),
    ("late", "afternoon"): (16 * HOUR, 18 * HOUR),
    ("early", "evening"): (17 * HOUR, 19 * HOUR),
    ("late", "evening"): (20 * HOUR, MIDNIGHT),
}
"""The ends of a part, as people name them: `late afternoon`."""
LATE_PARTS = ("evening", "night")


def minutes_of(part: str, end: str = "") -> tuple[int, int] | None:
    """Return from when until when a part of the day is, or the early or late end of it; None for what is no part."""
    return ENDS.get((end, part)) or PARTS.get(part)
