"""What a visit costs: each line at the tier's price, and sales tax by class, in cents."""

import dataclasses
from collections.abc import Sequence
from datetime import date

from shared_lib.kernel.money import WHOLE, allocate, share
from shared_lib.pricing.price_book import NON_MEMBER, AddOn, PriceBook, Treatment


@dataclasses.dataclass(frozen=True, slots=True)
class LineItem:
    """One thing that is sold: cents as agreed and as a non-member pays; the rate in thousandths of a percent.

    `visit` is the number of the visit that it belongs to.
    """

    kind: str
    item_id: str
    name: str
    minutes: int
    list_cents: int
    price_cents: int
    tax_class: str
    tax_rate: int
    tax_cents: int
    visit: int = 1


@dataclasses.dataclass(frozen=True, slots=True)
class Sale:
    """What a booking's visits sell, and the version of the price book that it was priced by."""

    lines: tuple[LineItem, ...]
    price_book_version: int


def price_visits(
    book: PriceBook, visits: Sequence[tuple[Treatment, tuple[AddOn, ...]]], *, tier: str, day: date
) -> tuple[LineItem, ...]:
    """Return the lines of all visits of a booking on `day`, each with the number of its visit.

    The tax of each class is rounded once for the booking and shared out over its lines.
    """
    discount = book.tier(tier).discount * 1000
    bare = [
        dataclasses.replace(line, visit=number)
        for number, (treatment, add_ons) in enumerate(visits, 1)
        for line in (_of_treatment(treatment, tier), *(_of_add_on(add_on, discount) for add_on in add_ons))
    ]
    rated = [dataclasses.replace(line, tax_rate=book.tax_rate(line.tax_class, day)) for line in bare]
    taxes = {tax_class: _taxes(rated, tax_class) for tax_class in {line.tax_class for line in rated}}
    return tuple(dataclasses.replace(line, tax_cents=taxes[line.tax_class][n]) for n, line in enumerate(rated))


def _of_treatment(treatment: Treatment, tier: str) -> LineItem:
    listed = treatment.prices[NON_MEMBER]
    price = treatment.prices.get(tier, listed)
    return LineItem(
        "treatment", treatment.id, treatment.name, treatment.minutes, listed, price, treatment.tax_class, 0, 0
    )


def _of_add_on(add_on: AddOn, discount: int) -> LineItem:
    price = add_on.cents - share(add_on.cents, min(discount, WHOLE))
    return LineItem("add_on", add_on.id, add_on.name, add_on.minutes, add_on.cents, price, add_on.tax_class, 0, 0)


def _taxes(lines: list[LineItem], tax_class: str) -> tuple[int, ...]:
    """Return the tax of one class for each line, nothing for lines of other classes."""
    weights = [line.price_cents if line.tax_class == tax_class else 0 for line in lines]
    rate = next(line.tax_rate for line in lines if line.tax_class == tax_class)
    return allocate(share(sum(weights), rate), weights)
