"""The tab Add-ons."""

from collections.abc import Iterable

from shared_lib.pricing.price_book import AddOn
from shared_lib.pricing.reading.cells import MINUTES, NAME, PRICE, TEXT, key, slug
from shared_lib.pricing.reading.nearest import known_as, suggestion
from shared_lib.pricing.reading.table import Layout, Row, Rows, quote, tabulate
from shared_lib.pricing.reading.translations import in_languages, translated
from shared_lib.pricing.reading.treatments import read_tax_class

TAB = "Add-ons"
LAYOUT = Layout(
    {"Name": ("add-on", "service name"), "Price": ()},
    {
        "Minutes": ("extra minutes", "duration"),
        "For": ("goes with", "category"),
        "Tax class": (),
        "Description": ("text",),
        **translated("Description"),
    },
    may_be_empty=True,
    may_hide=True,
)
_ALL = "all"


def read_add_ons(
    rows: Rows | None, categories: Iterable[str], tax_classes: frozenset[str], problems: list[str]
) -> tuple[AddOn, ...]:
    """Read the add-ons; each goes with one category of treatments, or with all."""
    known = known_as((*categories, _ALL))
    add_ons: dict[str, AddOn] = {}
    for row in tabulate(TAB, rows, LAYOUT, problems).rows:
        add_on = _add_on(row, known, tax_classes)
        if add_on.id in add_ons:
            row.note("Name", f"{quote(add_on.name)} is there twice")
        add_ons[add_on.id] = add_on
    return tuple(add_ons.values())


def _add_on(row: Row, categories: dict[str, str], tax_classes: frozenset[str]) -> AddOn:
    name = row.needed("Name", NAME)
    category = row.optional("For", TEXT, _ALL)
    if category and key(category) not in categories:
        wrong = f"{quote(category)} is neither a tab of treatments nor 'all'"
        row.note("For", f"{wrong}; {suggestion(category, categories)}")
    return AddOn(
        id=slug(name) or f"{row.tab}!{row.index}",
        name=name,
        cents=row.needed("Price", PRICE),
        minutes=row.optional("Minutes", MINUTES, 0),
        category=categories.get(key(category), _ALL),
        tax_class=read_tax_class(row, "Name", tax_classes),
        description=row.words("Description"),
        descriptions=in_languages(row, "Description"),
    )
