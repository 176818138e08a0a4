"""What the demo spa sells and who works there: the source of every figure that may be said."""

from infra.local.demo.facts import facts
from infra.local.demo.workbook import workbook
from shared_lib.pricing.reading import read

BOOK = read(workbook())
STAFF = frozenset(str(row[0]) for row in facts()["technicians"])
PHONE = str(facts()["spa"]["phone"])
TEXTS = (
    *(text for question in BOOK.faq for text in (question.question, question.answer)),
    BOOK.policies.terms,
    BOOK.policies.directions,
    BOOK.policies.parking,
    BOOK.policies.what_to_bring,
    *(treatment.description for treatment in BOOK.treatments),
    *(tier.benefits for tier in BOOK.tiers),
)
"""The owner's own words: they are said as they are, and as often as they are asked for."""
