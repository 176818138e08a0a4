"""All tabs together."""

from collections.abc import Mapping
from datetime import date

from shared_lib.kernel.errors import PriceBookInvalid
from shared_lib.pricing.price_book import PriceBook
from shared_lib.pricing.reading import add_ons, faq, opening_hours, policies, tax, tiers, treatments
from shared_lib.pricing.reading.cells import key
from shared_lib.pricing.reading.table import Rows

Tabs = Mapping[str, Rows]

STATUS_TAB = "Status"
"""The tab that we write; it is never read."""

_NAMED = (tiers.TAB, add_ons.TAB, opening_hours.TAB, policies.TAB, tax.TAB, faq.TAB)


def read(tabs: Tabs) -> PriceBook:
    """Read a workbook as version 0; raise PriceBookInvalid with every problem, each naming its cell.

    Tabs of treatments are known by their headings, the others by name; tabs of another shape are the owner's own.
    """
    problems: list[str] = []
    named = {key(name): rows for name, rows in tabs.items()}
    offered = _offered(tabs, problems)
    rates = tax.read_tax(named.get(key(tax.TAB)), problems)
    tiers_read = tiers.read_tiers(named.get(key(tiers.TAB)), treatments.discounts(offered), problems)
    classes = frozenset(rate.tax_class for rate in rates)
    book = PriceBook(
        version=0,
        treatments=treatments.read_treatments(offered, [tier.name for tier in tiers_read], classes, problems),
        add_ons=add_ons.read_add_ons(named.get(key(add_ons.TAB)), offered, classes, problems),
        tiers=tiers_read,
        hours=opening_hours.read_hours(named.get(key(opening_hours.TAB)), problems),
        policies=policies.read_policies(named.get(key(policies.TAB)), problems),
        tax=rates,
        faq=faq.read_faq(named.get(key(faq.TAB)), problems),
    )
    if problems:
        raise PriceBookInvalid(problems)
    return book


def _offered(tabs: Tabs, problems: list[str]) -> dict[str, Rows]:
    others = {key(name) for name in (*_NAMED, STATUS_TAB)}
    offered = {name: rows for name, rows in tabs.items() if key(name) not in others and treatments.is_treatments(rows)}
    if not offered:
        problems.append("Massages: there is no tab with the columns Service Name, Duration and Non-Member")
    return offered


def not_in_force(book: PriceBook, day: date) -> tuple[str, ...]:
    """Return a problem for each class of tax that is charged but has no rate yet on a day."""
    charged = {one.tax_class for one in book.treatments} | {one.tax_class for one in book.add_ons}
    begun = {rate.tax_class for rate in book.tax if rate.since <= day}
    return tuple(f"{tax.TAB}: there is no rate for {name} on {day}" for name in sorted(charged - begun))
