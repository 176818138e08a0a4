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
LATE_PARTS = ("evening", "night")
