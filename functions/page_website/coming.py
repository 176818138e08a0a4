"""Pages that are not open yet: what they will be for, and what to do until then."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class ComingPage:
    """What comes under a path, and the ways that work today."""

    title: str
    sentence: str
    comes: tuple[str, ...]
    until_then: tuple[str, ...]


COMING = {
    "staff": ComingPage(
        "The pages for technicians are not open yet",
        "One place for your day. We are preparing it; there is nothing to sign in to so far.",
        ("Your visits of the day", "Your shifts and your hours", "What you are paid, week by week"),
        (
            "Your visits stand in the calendar for technicians, in Google Calendar.",
            "Time off that you enter in your own Google Calendar keeps guests from booking you.",
        ),
    ),
    "admin": ComingPage(
        "The pages for the desk are not open yet",
        "One place for the house. We are preparing it; there is nothing to sign in to so far.",
        ("The visits of the day, and what to do when somebody calls", "Guests, payments and refunds", "Reports"),
        (
            "All visits stand in the master calendar, in Google Calendar.",
            "Prices, hours and policies are changed in the price book, a Google Sheet.",
            "Payments and refunds stand in Stripe's dashboard.",
        ),
    ),
}
"""By the first part of the path; whatever lies below it is not open either."""
