"""All tabs together."""

from collections.abc import Mapping

from shared_lib.domain.errors import PriceBookInvalid
from shared_lib.domain.price_book import PriceBook
from shared_lib.domain.price_book_reading import add_ons, faq, opening_hours, policies, tax, tiers, treatments
from shared_lib.domain.price_book_reading.cells import key
from shared_lib.domain.price_book_reading.table import Rows

STATUS_TAB = "Status"
"""The tab that we write; it is never read."""

_NAMED = (tiers.TAB, add_ons.TAB, opening_hours.TAB, policies.TAB, tax.TAB, faq.TAB)


def read(tabs: Mapping[str, Rows]) -> PriceBook:
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


def _offered(tabs: Mapping[str, Rows], problems: list[str]) -> dict[str, Rows]:
    others = {key(name) for name in (*_NAMED, STATUS_TAB)}
    offered = {name: rows for name, rows in tabs.items() if key(name) not in others and treatments.is_treatments(rows)}
    if not offered:
        problems.append("Massages: there is no tab with the columns Service Name, Duration and Non-Member")
    return offered
