"""The legal documents: each has a version, its date, which a booking stores with what was accepted."""

import dataclasses
from datetime import date


@dataclasses.dataclass(frozen=True, slots=True)
class LegalDocument:
    """A text in `templates/`, and the day from which it holds; a changed text gets a new day."""

    title: str
    template: str
    version: date


LEGAL_DOCUMENTS = {
    "terms": LegalDocument("Terms", "terms.html", date(2026, 11, 22)),
    "privacy": LegalDocument("Privacy", "privacy.html", date(2026, 11, 22)),
    "refunds": LegalDocument("Refunds", "refunds.html", date(2026, 11, 22)),
    "card-on-file": LegalDocument("Card on file", "card_on_file.html", date(2026, 11, 22)),
}
"""By the path under which it is served."""
