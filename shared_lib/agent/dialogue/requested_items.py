"""From what a sentence wishes for to the items of a request: chat and phone read it here alike, without a state."""

import dataclasses
from collections.abc import Callable, Sequence

from shared_lib.agent.dialogue.dialogue_state import Item
from shared_lib.agent.language import ItemWish, Meaning
from shared_lib.availability.request import LONGEST_WAIT, MOST_GUESTS, MOST_VISITS, RequestedItem
from shared_lib.pricing.price_book import PriceBook, Treatment

WAIT = 30
"""How many minutes a guest waits at most between two treatments, unless more are agreed."""
NEAR = 15
"""Minutes by which a treatment may be longer or shorter than was said, where none has that length."""
TOGETHER = "together"
ALL = "all"
Wished = list[tuple[ItemWish, list[Treatment]]]
Does = Callable[[str, Item], bool]
"""Whether a technician does what an item is."""


def wished_items(meaning: Meaning, book: PriceBook) -> tuple[Item, ...]:
    """Return what a sentence wishes for as the items of a request, none where it names no treatment of ours."""
    return _guests(_narrowed(_rows_of(meaning, book), meaning), meaning, book)


def requested(items: Sequence[Item], book: PriceBook) -> tuple[RequestedItem, ...]:
    """Return the items as the engine takes them.

    Of several technicians the first is the one asked for, and as many beside as the treatment takes.
    """
    return tuple(_requested(item, book) for item in items)


def _requested(item: Item, book: PriceBook) -> RequestedItem:
    needed = len(book.treatment(item.treatment or "").specialties)
    return RequestedItem(
        item.treatment or "",
        guest=item.guest,
        add_on_ids=item.add_ons,
        technician=item.technicians[0] if item.technicians else None,
        gender=item.gender,
        beside=item.technicians[1 : max(needed, 1)],
        without=item.not_technicians,
    )


def wait_of(items: Sequence[Item], *, most: int | None = None) -> int:
    """Return the most minutes between two treatments of one guest: those that were said, else the usual ones."""
    several = len({item.guest for item in items}) < len(items)
    return min(WAIT if most is None else most, LONGEST_WAIT) if several else 0


def minutes_of(items: Sequence[Item], book: PriceBook) -> int:
    """Return how long the guest who has most is treated, in minutes."""
    lengths: dict[int, int] = {}
    for item in items:
        extra = sum(add_on.minutes for add_on in book.requested_add_ons(item.add_ons))
        minutes = book.treatment(item.treatment or "").minutes + extra
        lengths[item.guest] = lengths.get(item.guest, 0) + minutes
    return max(lengths.values())


def as_item(rows: Sequence[Treatment], guest: int = 1) -> Item:
    """Return one treatment as chosen, several as candidates."""
    ids = tuple(row.id for row in rows)
    return Item(ids[0], guest=guest) if len(ids) == 1 else Item(candidates=ids, guest=guest)


def add_on_ids(names: Sequence[str], rows: Sequence[Treatment], book: PriceBook) -> tuple[str, ...]:
    """Return the add-ons of these names that go with one of the treatments."""
    kinds = {ALL, *(row.category.lower() for row in rows)}
    return tuple(row.id for row in book.add_ons if row.name in names and row.category.lower() in kinds)


def with_whom(
    items: Sequence[Item], names: tuple[str, ...], *, gender: str | None, anyone: bool, does: Does
) -> tuple[Item, ...]:
    """Return the items with whom they shall be: a name is for all that one guest has of them, several are shared out.

    `does` tells whether somebody does what an item is. A gender is for all, and so is that anyone will do.
    """
    wished = _shared_out(items, names, does)
    gender = None if names else gender
    return tuple(
        dataclasses.replace(item, technicians=theirs, gender=gender, anyone=anyone)
        for item, theirs in zip(items, wished, strict=True)
    )


def _shared_out(items: Sequence[Item], names: tuple[str, ...], does: Does) -> list[tuple[str, ...]]:
    if len(items) == 1:
        return [names]
    if len(names) == 1:
        return [names if n in _places_for(names[0], items, does) else () for n in range(len(items))]
    told = {name for item in items for name in item.technicians}
    if names and told.issuperset(names):
        return [item.technicians for item in items]
    return _one_each(items, names, does)


def _places_for(name: str, items: Sequence[Item], does: Does) -> list[int]:
    """Return for which items somebody is named: the work of one guest that they do, else the first of all."""
    able = [n for n, item in enumerate(items) if does(name, item)]
    return [n for n in able if items[n].guest == items[able[0]].guest] or [0]


def _one_each(items: Sequence[Item], names: tuple[str, ...], does: Does) -> list[tuple[str, ...]]:
    """Give each name the first item without one that they do."""
    given: list[tuple[str, ...]] = [()] * len(items)
    for name in names:
        free = [n for n, theirs in enumerate(given) if not theirs]
        able = [n for n in free if does(name, items[n])] or free
        if able:
            given[able[0]] = (name,)
    return given


def for_party(items: Sequence[Item], party: int, *, in_turn: bool, book: PriceBook) -> tuple[Item, ...] | None:
    """Return the items for so many people, where a sentence names only what they have; None where that is not possible.

    As many treatments as people are one for each of them, unless they follow one another `in_turn`; else everybody has
    all.
    """
    if guests_of(items, book) >= party or len({item.guest for item in items}) > 1:
        return tuple(items) if guests_of(items, book) >= party else None
    if len(items) == party and not in_turn:
        return tuple(dataclasses.replace(item, guest=n) for n, item in enumerate(items, 1))
    together = guests_of(items, book)
    if party % together:
        return None
    return tuple(dataclasses.replace(item, guest=n) for n in range(1, party // together + 1) for item in items)


def in_pairs(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with two guests of the same treatment after one another, and all such pairs side by side.

    A group that wishes for one and the same stays as it is.
    """
    if len({item.ids for item in items}) == 1:
        return tuple(items)
    seen: dict[tuple[str, ...], int] = {}
    places = []
    for item in items:
        count = seen[item.ids] = seen.get(item.ids, -1) + 1
        places.append((item.ids, count // 2))
    numbers = {place: n for n, place in enumerate(dict.fromkeys(places), 1)}
    return tuple(dataclasses.replace(item, guest=numbers[place]) for item, place in zip(items, places, strict=True))


def guests_of(items: Sequence[Item], book: PriceBook) -> int:
    """Return how many people come: a treatment for two brings two."""
    people: dict[int, int] = {}
    for item in items:
        party = book.treatment(item.ids[0]).party
        people[item.guest] = max(people.get(item.guest, 1), party)
    return sum(people.values())


def _rows_of(meaning: Meaning, book: PriceBook) -> Wished:
    found = [(wish, [row for row in book.treatments if row.name in wish.treatments]) for wish in meaning.items]
    return [(wish, named) for wish, named in found if named]


def _narrowed(wishes: Wished, meaning: Meaning) -> Wished:
    """Leave of several candidates those that fit the party and the length that were said."""
    party, minutes = meaning.party, meaning.minutes
    narrowed = []
    for wish, named in wishes:
        rows = named
        if len(rows) > 1 and party and party > 1 and len(wishes) == 1:
            rows = [row for row in rows if row.party >= party] or rows
        if minutes:
            rows = _of_length(rows, minutes)
        narrowed.append((wish, rows))
    return narrowed


def _of_length(rows: list[Treatment], minutes: int) -> list[Treatment]:
    """Return the treatments of a length, else those that come near to it, else all."""
    exactly = [row for row in rows if row.minutes == minutes]
    return exactly or [row for row in rows if abs(row.minutes - minutes) <= NEAR] or rows


def _guests(wishes: Wished, meaning: Meaning, book: PriceBook) -> tuple[Item, ...]:
    """Return the items with their guests numbered: one after the other for one guest, side by side for several."""
    items: list[Item] = []
    guest = 0
    together = any(wish.order == TOGETHER or wish.guests > 1 for wish, _ in wishes)
    relations: dict[str, int] = {}
    for wish, rows in wishes:
        own = as_item(rows)
        people = _people_for(wish, rows, meaning, only=len(wishes) == 1)
        if wish.for_whom and wish.for_whom in relations:
            numbers = [relations[wish.for_whom]]
        elif items and not together and not (wish.for_whom and relations):
            numbers = [items[0].guest]
        else:
            numbers = list(range(guest + 1, guest + people + 1))
            guest += people
        if wish.for_whom:
            relations.setdefault(wish.for_whom, numbers[0])
        add_ons = add_on_ids(wish.add_ons, rows, book)
        items += [
            dataclasses.replace(own, guest=number, add_ons=add_ons, technicians=wish.technicians) for number in numbers
        ]
    return tuple(items[:MOST_VISITS])


def _people_for(wish: ItemWish, rows: list[Treatment], meaning: Meaning, *, only: bool) -> int:
    """Return for how many guests a treatment is wished; one that is for two counts as it is."""
    people = max(wish.guests, (meaning.party or 1) if only else 1)
    together = min((row.party for row in rows), default=1)
    return max(1, min(people // together if 1 < together <= people and not people % together else people, MOST_GUESTS))
