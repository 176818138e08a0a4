"""The tab Membership Tiers; whoever is no member has a tier too, written down or not."""

import dataclasses
from collections.abc import Mapping

from shared_lib.pricing.price_book import NON_MEMBER, Tier
from shared_lib.pricing.reading.cells import COUNT, NAME, NOTHING, PERCENT, PRICE, key
from shared_lib.pricing.reading.table import Layout, Row, Rows, quote, tabulate
from shared_lib.pricing.reading.translations import in_languages, translated

TAB = "Membership Tiers"
LAYOUT = Layout(
    {"Tier": ("membership", "name"), "Monthly Price": ("price", "monthly", "price per month")},
    {
        "Benefits": ("benefit",),
        "Days ahead": ("book ahead", "horizon"),
        "Discount": ("discount %", "percent"),
        **translated("Benefits"),
    },
)
_USUAL_DAYS = {"nonmember": 3, "base": 60, "premium": 90}
_GUEST = Tier(NON_MEMBER, 0, _USUAL_DAYS["nonmember"], 0, "")


def read_tiers(rows: Rows | None, discounts: Mapping[str, int], problems: list[str]) -> tuple[Tier, ...]:
    """Read the tiers, Non-Member first if the tab does not say; `discounts` hold where the tab has no column."""
    tiers: dict[str, Tier] = {}
    for row in tabulate(TAB, rows, LAYOUT, problems).rows:
        tier = _tier(row, discounts)
        if key(tier.name) in tiers:
            row.note("Tier", f"{quote(tier.name)} is there twice")
        tiers[key(tier.name)] = tier
    guest = tiers.pop(key(NON_MEMBER), _GUEST)
    return dataclasses.replace(guest, name=NON_MEMBER), *tiers.values()


def _tier(row: Row, discounts: Mapping[str, int]) -> Tier:
    name = row.needed("Tier", NAME)
    return Tier(
        name=name,
        monthly_cents=row.needed("Monthly Price", NOTHING if key(name) == key(NON_MEMBER) else PRICE),
        days_ahead=_days(row, key(name)),
        discount=row.optional("Discount", PERCENT, discounts.get(key(name), 0)),
        benefits=row.words("Benefits"),
        advantages=in_languages(row, "Benefits"),
    )


def _days(row: Row, tier: str) -> int:
    if "Days ahead" not in row.columns and tier not in _USUAL_DAYS:
        row.note("Tier", "how many days ahead may they book?")
    return row.optional("Days ahead", COUNT, _USUAL_DAYS.get(tier, 0))
