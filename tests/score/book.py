"""What the demo spa sells and who works there: the source of every figure that may be said."""

from infra.local.demo.facts import facts
from infra.local.demo.workbook import workbook
from shared_lib.pricing.reading import read

BOOK = read(workbook())
STAFF = frozenset(str(row[0]) for row in facts()["technicians"])
PHONE = str(facts()["spa"]["phone"])
TEXTS = (
    *(text for question in BOOK.faq for text in (question.question, question.answer, *question.answers.values())),
    BOOK.policies.terms,
    BOOK.policies.directions,
    BOOK.policies.parking,
    BOOK.policies.what_to_bring,
    *(text for treatment in BOOK.treatments for text in (treatment.description, *treatment.descriptions.values())),
    *(text for add_on in BOOK.add_ons for text in (add_on.description, *add_on.descriptions.values())),
    *(text for treatment in BOOK.treatments for text in (treatment.includes, *treatment.inclusions.values())),
    *(text for tier in BOOK.tiers for text in (tier.benefits, *tier.advantages.values())),
)
"""The owner's own words in each language: they are said as they are, and again when they are asked for again."""
