"""The papers of the house: each has a version, its date, which a booking stores with what was accepted."""

import dataclasses
from datetime import date


@dataclasses.dataclass(frozen=True, slots=True)
class Paper:
    """A text in `templates/`, and the day from which it holds; a changed text gets a new day."""

    title: str
    template: str
    version: date


PAPERS = {
    "terms": Paper("Terms", "terms.html", date(2026, 11, 22)),
    "privacy": Paper("Privacy", "privacy.html", date(2026, 11, 22)),
    "refunds": Paper("Refunds", "refunds.html", date(2026, 11, 22)),
    "card-on-file": Paper("Card on file", "card_on_file.html", date(2026, 11, 22)),
}
"""By the path under which it is served."""
