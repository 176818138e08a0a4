"""All tabs together."""

from collections.abc import Iterator, Mapping
from datetime import date

from shared_lib.kernel.errors import PriceBookInvalid
from shared_lib.pricing.price_book import PriceBook
from shared_lib.pricing.reading import (
    add_ons,
    faq,
    opening_hours,
    policies,
    status_tab,
    tax,
    tiers,
    treatments,
)
from shared_lib.pricing.reading.cells import key, words
from shared_lib.pricing.reading.sheet import as_sheet
from shared_lib.pricing.reading.table import Layout, Rows, heading_row, quote, written_rows
from shared_lib.pricing.reading.treatments import Known
from shared_lib.pricing.resources import ResourceNames

Tabs = Mapping[str, Rows]

STATUS_TAB = status_tab.TAB
"""The tab that we write; of it, only an answer is read."""

_NAMED = (tiers.TAB, add_ons.TAB, opening_hours.TAB, policies.TAB, tax.TAB, faq.TAB)


def read(tabs: Tabs, *, resources: ResourceNames | None = None) -> PriceBook:
    """Read a workbook as version 0; raise PriceBookInvalid with every problem, each naming its cell.

    Tabs of treatments are known by their headings, the others by name; tabs of another shape are the owner's own.
    Rooms, specialties and areas are compared with `resources`, if these are given.
    """
    problems: list[str] = []
    known = resources or ResourceNames()
    named = {key(name): rows for name, rows in tabs.items()}
    offered = _offered(tabs, problems)
    rates = tax.read_tax(named.get(key(tax.TAB)), problems)
    tiers_read = tiers.read_tiers(named.get(key(tiers.TAB)), treatments.discounts(offered), problems)
    classes = frozenset(rate.tax_class for rate in rates)
    book = PriceBook(
        version=0,
        treatments=treatments.read_treatments(
            offered, [tier.name for tier in tiers_read], Known(classes, known), problems
        ),
        add_ons=add_ons.read_add_ons(named.get(key(add_ons.TAB)), offered, classes, problems),
        tiers=tiers_read,
        hours=opening_hours.read_hours(named.get(key(opening_hours.TAB)), known.areas, problems),
        policies=policies.read_policies(named.get(key(policies.TAB)), problems),
        tax=rates,
        faq=faq.read_faq(named.get(key(faq.TAB)), problems),
    )
    if problems:
        raise PriceBookInvalid(problems)
    return book


def _offered(tabs: Tabs, problems: list[str]) -> dict[str, Rows]:
    offered = _of_treatments(tabs)
    if not offered:
        problems.append("Massages: there is no tab with the columns Service Name, Duration and Non-Member")
    return offered


def _of_treatments(tabs: Tabs) -> dict[str, Rows]:
    others = {key(name) for name in (*_NAMED, STATUS_TAB)}
    return {name: rows for name, rows in tabs.items() if key(name) not in others and treatments.is_treatments(rows)}


def left_out(tabs: Tabs) -> tuple[str, ...]:
    """Return a sentence for each hidden row that would be offered if it were shown."""
    known = {key(add_ons.TAB): add_ons.LAYOUT, key(faq.TAB): faq.LAYOUT}
    layouts = {name: known[key(name)] for name in tabs if key(name) in known}
    layouts |= dict.fromkeys(_of_treatments(tabs), treatments.LAYOUT)
    return tuple(
        f"{name}!{number + 1}: {quote(first)} is in a hidden row, and so it is left out"
        for name, layout in layouts.items()
        for number, first in _hidden(tabs[name], layout)
    )


def _hidden(rows: Rows, layout: Layout) -> Iterator[tuple[int, str]]:
    sheet = as_sheet(rows)
    for number, row in written_rows(sheet, heading_row(sheet, layout)):
        if sheet.hides(number):
            yield number, next(filter(None, map(words, row)))


def not_in_force(book: PriceBook, day: date) -> tuple[str, ...]:
    """Return a problem for each class of tax that is charged but has no rate yet on a day."""
    charged = {one.tax_class for one in book.treatments} | {one.tax_class for one in book.add_ons}
    begun = {rate.tax_class for rate in book.tax if rate.since <= day}
    return tuple(f"{tax.TAB}: there is no rate for {name} on {day}" for name in sorted(charged - begun))
