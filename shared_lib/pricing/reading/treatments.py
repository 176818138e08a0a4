"""The tabs of treatments: one for each category, a price column for each tier."""

import dataclasses
import re
from collections.abc import Mapping, Sequence

from shared_lib.pricing.price_book import NON_MEMBER, Treatment
from shared_lib.pricing.reading.cells import (
    DURATION,
    MINUTES,
    NAME,
    PARTY,
    PHRASES,
    PRICE,
    WORD,
    WORDS,
    key,
    slug,
)
from shared_lib.pricing.reading.nearest import known_as, suggestion
from shared_lib.pricing.reading.table import (
    Layout,
    Row,
    Rows,
    Table,
    cell_name,
    known_columns,
    quote,
    tabulate,
)
from shared_lib.pricing.reading.translations import in_languages, translated
from shared_lib.pricing.resources import ResourceNames

_NEEDED = {
    "Service Name": ("service", "treatment", "treatment name"),
    "Duration": ("minutes", "length", "time"),
    NON_MEMBER: ("non-members", "non-member price", "guest"),
}
_OPTIONAL = {
    "Room": ("room kind", "room type"),
    "Specialty": ("specialties", "speciality", "technician"),
    "Turnaround": ("turnaround minutes", "turnover"),
    "Party": ("guests", "party size"),
    "Tax class": (),
    "Income account": ("account",),
    "Description": ("text",),
    "Photo": ("picture", "image"),
    "Tags": ("good for",),
    "Includes": ("included",),
    **translated("Description", "Includes"),
}
LAYOUT = Layout(_NEEDED, _OPTIONAL, may_hide=True)
_ENOUGH = 2
"""A tab with so many of the needed columns is one of treatments, though a heading be misspelt."""


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    """What holds in a tab that has no columns for room, specialty and turnaround."""

    room: str = ""
    specialties: tuple[str, ...] = ()
    turnaround: int = 10


_USUAL = {
    "massages": Usual("treatment", ("massage",)),
    "facials": Usual("treatment", ("facial",)),
    "barber": Usual("barber", ("barber",), 5),
    "manipedi": Usual("nails", ("nails",), 5),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """What a treatment may name: classes that the tab Tax has rates for, and what the spa has."""

    tax_classes: frozenset[str]
    resources: ResourceNames


def is_treatments(rows: Rows) -> bool:
    """Tell whether a tab lists treatments: by its headings, not by its name."""
    return known_columns(rows, _NEEDED) >= _ENOUGH


def discounts(tabs: Mapping[str, Rows]) -> dict[str, int]:
    """Return the percentages that headings like `Base 30%` carry, by the heading's words."""
    headings = (cell for rows in tabs.values() for row in rows for cell in row if isinstance(cell, str))
    found = (re.fullmatch(r"\s*(.*?)\s*([0-9]{1,2})\s*%\s*", heading) for heading in headings)
    return {key(match[1]): int(match[2]) for match in found if match}


def read_treatments(
    tabs: Mapping[str, Rows], tiers: Sequence[str], known: Known, problems: list[str]
) -> tuple[Treatment, ...]:
    """Read all tabs of treatments; ids are unique over all of them."""
    read: dict[str, tuple[str, Treatment]] = {}
    for tab, rows in tabs.items():
        table = _with_prices(tabulate(tab, rows, LAYOUT, problems), tiers, problems)
        for row in table.rows:
            treatment = _treatment(row, tiers, known)
            if twin := read.get(treatment.id):
                row.note("Service Name", f"{quote(treatment.name)} is in {twin[0]} already")
            read.setdefault(treatment.id, (row.name("Service Name"), treatment))
    return tuple(treatment for _, treatment in read.values())


def _with_prices(table: Table, tiers: Sequence[str], problems: list[str]) -> Table:
    """Find each tier's column by how its heading begins; `Base Plus 35%` is Base Plus, if there is such a tier."""
    places: dict[str, int] = {}
    members = sorted((tier for tier in tiers if tier != NON_MEMBER), key=len, reverse=True)
    for place, heading in enumerate(table.headings):
        owner = next((tier for tier in members if _begins_with(heading, tier)), None)
        if owner in places:
            problems.append(
                f"{cell_name(table.tab, table.heading, place)}: there is a second column for the tier {owner}"
            )
        elif owner:
            places[owner] = place
    missing = [tier for tier in members if tier not in places] if table.rows else []
    problems += (f"{table.tab}!{table.heading + 1}: there is no column for the tier {tier}" for tier in missing)
    return table.with_columns(places)


def _begins_with(heading: str, tier: str) -> bool:
    name = r"\W*".join(re.findall(r"\w+", tier))
    return bool(re.match(rf"{name}\b", heading, re.IGNORECASE))


def _treatment(row: Row, tiers: Sequence[str], known: Known) -> Treatment:
    usual = _USUAL.get(key(row.tab), Usual())
    name = row.needed("Service Name", NAME)
    return Treatment(
        id=slug(name) or f"{row.tab}!{row.index}",
        name=name,
        category=row.tab,
        minutes=row.needed("Duration", DURATION),
        prices={tier: row.needed(tier, PRICE) for tier in tiers},
        room_kind=_room(row, usual, known.resources.room_kinds),
        specialties=_specialties(row, usual, known.resources.specialties),
        turnaround=row.optional("Turnaround", MINUTES, usual.turnaround),
        party=row.optional("Party", PARTY, 1),
        tax_class=read_tax_class(row, "Service Name", known.tax_classes),
        income_account=row.words("Income account"),
        description=row.words("Description"),
        photo=row.words("Photo"),
        tags=PHRASES.parse(row.words("Tags")) or (),
        includes=row.words("Includes"),
        descriptions=in_languages(row, "Description"),
        inclusions=in_languages(row, "Includes"),
    )


def _room(row: Row, usual: Usual, kinds: Sequence[str]) -> str:
    if "Room" not in row.columns and not usual.room:
        row.note("Service Name", "which kind of room? A column Room is needed")
    return _of_the_spa(row, "Room", row.optional("Room", WORD, usual.room), kinds)


def _specialties(row: Row, usual: Usual, specialties: Sequence[str]) -> tuple[str, ...]:
    """Return what is usual only where there is no column; that nobody is needed is written as `none`."""
    needed = row.optional("Specialty", WORDS, usual.specialties)
    return tuple(_of_the_spa(row, "Specialty", name, specialties) for name in needed)


def _of_the_spa(row: Row, column: str, name: str, names: Sequence[str]) -> str:
    """Return a name as the spa spells it; one that it does not know is noted, where it knows any."""
    known = known_as(names)
    if name and known and key(name) not in known:
        place = column if column in row.columns else "Service Name"
        row.note(place, f"the spa knows no {column.lower()} {quote(name)}; {suggestion(name, known)}")
    return known.get(key(name), name)


def read_tax_class(row: Row, otherwise: str, known: frozenset[str]) -> str:
    """Return the row's class of tax; one without a rate is noted, at the column `otherwise` if it is not written."""
    tax_class = row.optional("Tax class", WORD, "personal_service")
    if tax_class and known and tax_class not in known:
        place = "Tax class" if "Tax class" in row.columns else otherwise
        wrong = f"{quote(tax_class)} has no rate in the tab Tax"
        row.note(place, f"{wrong}; {suggestion(tax_class, known_as(known))}")
    return tax_class
