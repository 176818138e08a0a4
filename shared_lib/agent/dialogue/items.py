"""What is asked for: treatments, for whom, in which order, and with what besides."""

import dataclasses
from collections.abc import Iterable, Sequence

from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item
from shared_lib.agent.dialogue.requested_items import (
    TOGETHER,
    add_on_ids,
    as_item,
    for_party,
    guests_of,
    wished_items,
    with_whom,
)
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.language import Choice
from shared_lib.availability.request import MOST_GUESTS, MOST_VISITS
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.reallocation import GENDERS
from shared_lib.pricing.price_book import PriceBook, Treatment

ADD, INSTEAD = "add", "instead"
ALSO = "also"
"""The sign of one more, even of what is asked for already."""
EACH = "each"
"""The sign that all who come shall have it."""
Sold = list[tuple[str, tuple[str, ...], int]]


def sold_items(booking: Booking) -> tuple[Item, ...]:
    """Return what a booking is for, as it was asked for."""
    guests = {guest: number for number, guest in enumerate(booking.guests, 1)}
    items = []
    for visit in booking.visits:
        (treatment, *add_ons), _ = booking.of_visit(visit.number)
        gender = visit.wish if visit.wish in GENDERS else None
        named = (visit.wish,) if visit.wish and not gender else ()
        extra = tuple(line.item_id for line in add_ons)
        items.append(Item(treatment.item_id, (), extra, guests[visit.guest], named, gender))
    return tuple(items)


def wants(items: Iterable[Item]) -> Sold:
    """Return treatments, add-ons and guests, in one form."""
    return [(item.treatment or "", tuple(sorted(item.add_ons)), item.guest) for item in items]


def take_in(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Take in what a sentence wishes for; return whether the request changed."""
    before = state.items
    _recall_advice(state, said)
    _pick(state, said, services)
    _put_in_order(state, said, services)
    said = _remove(state, said, services)
    _take_in_treatments(state, said, services)
    _for_those_who_come(state, services)
    _extras(state, said, services)
    _people(state, said, services)
    state.items = _counted_anew(state.items)
    return state.items != before


def still_sold(items: tuple[Item, ...], book: PriceBook) -> tuple[Item, ...]:
    """Return the items as far as the price book has them."""
    sold = {row.id for row in book.treatments}
    add_ons = {row.id for row in book.add_ons}
    kept = [
        dataclasses.replace(
            item,
            candidates=tuple(one for one in item.candidates if one in sold),
            add_ons=tuple(one for one in item.add_ons if one in add_ons or not item.ids),
        )
        for item in items
        if not item.ids or sold.intersection(item.ids)
    ]
    return tuple(kept)


def choose(state: DialogueState, rows: Sequence[Treatment]) -> bool:
    """Note one treatment as chosen, several as candidates, for what is unclear, or else for the whole visit."""
    before = state.items
    fresh = as_item(rows)
    if unclear := state.unclear:
        chosen = [
            dataclasses.replace(item, treatment=fresh.treatment, candidates=fresh.candidates)
            if item.ids == unclear.ids
            else item
            for item in state.items
        ]
        state.items = tuple(chosen)
    else:
        state.items = (fresh,)
    return state.items != before


def _put_in_order(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take what is asked for in the other order, or first what is said to come first: `actually the beard first`."""
    named = wished_items(said.meaning, services.book)
    if said.shows("reversed") and not named:
        turned = reversed(state.items)
    elif said.shows("before_it") and len(named) == 1 and _names_what_is_there(named, state.items):
        turned = iter(sorted(state.items, key=lambda item: not _may_be(item, named[0])))
    else:
        return
    state.items = tuple(dataclasses.replace(new, guest=old.guest) for new, old in zip(turned, state.items, strict=True))


def _counted_anew(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items with their guests counted from 1: one who has nothing left does not come."""
    numbers = {guest: n for n, guest in enumerate(dict.fromkeys(item.guest for item in items), 1)}
    return tuple(dataclasses.replace(item, guest=numbers[item.guest]) for item in items)


def _recall_advice(state: DialogueState, said: Sentence) -> None:
    """Let what was advised be what is chosen from, where one of it is wished for: `book it for Sunday`, `the first`."""
    meaning = said.meaning
    wishes = meaning.choice or meaning.when or "book" in said.intents
    if state.advised and wishes and not (state.items or meaning.items or said.answered):
        state.items = (Item(candidates=state.advised),)


def _pick(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take one of the candidates by its place, or by what sets it apart."""
    unclear, choice = state.unclear, said.meaning.choice
    if state.asked != "treatment" or unclear is None or choice is None or said.meaning.treatments:
        return
    if picked := _picked(services.in_order(unclear.candidates), choice):
        choose(state, picked)


def _picked(rows: list[Treatment], choice: Choice) -> list[Treatment]:
    if choice.number is not None:
        place = choice.number - 1 if choice.number > 0 else choice.number
        return rows[place : place + 1 or None] if -len(rows) <= place < len(rows) else []
    orders = {
        "cheaper": lambda row: min(row.prices.values()),
        "dearer": lambda row: -max(row.prices.values()),
        "shorter": lambda row: row.minutes,
        "longer": lambda row: -row.minutes,
        "any": rows.index,
    }
    order = orders.get(choice.by or "")
    return sorted(rows, key=order)[:1] if order else []


def _remove(state: DialogueState, said: Sentence, services: DialogueServices) -> Sentence:
    """Leave out what the guest takes back by name; return what is left of the sentence.

    Of several treatments the one that is named goes, and is not wished for by the same words.
    """
    removed = set(said.meaning.removed)
    if not removed:
        return said
    several = len(state.items) > 1
    add_ons = {row.id for row in services.book.add_ons if row.name in removed}
    gone = {row.id for row in services.book.treatments if row.name in removed}
    kept = [
        dataclasses.replace(item, add_ons=tuple(i for i in item.add_ons if i not in add_ons))
        for item in state.items
        if not gone.issuperset(item.ids)
    ]
    goes = several and 0 < len(kept) < len(state.items)
    before, state.items = state.items, tuple(kept)
    if not goes:
        return said
    wishes = tuple(wish for wish in said.meaning.items if not removed.issuperset(wish.treatments))
    left = dataclasses.replace(said, meaning=dataclasses.replace(said.meaning, items=wishes))
    wished = wished_items(left.meaning, services.book)
    fresh = tuple(item for item in wished if not _names_what_is_there((item,), state.items))
    if not fresh or len({item.guest for item in fresh}) > 1:
        return left
    state.items = _in_their_place(fresh, before, gone, state.items)
    return dataclasses.replace(left, meaning=dataclasses.replace(left.meaning, items=()))


def _in_their_place(
    fresh: tuple[Item, ...], before: tuple[Item, ...], gone: set[str], kept: tuple[Item, ...]
) -> tuple[Item, ...]:
    """Put what was said where each guest had what is taken back; what stays keeps its place."""
    stays, items, served = iter(kept), list[Item](), set[int]()
    for item in before:
        if not gone.issuperset(item.ids):
            items.append(next(stays))
        elif item.guest not in served:
            served.add(item.guest)
            items += [dataclasses.replace(_with_wishes(one, item), guest=item.guest) for one in fresh]
    return tuple(items[:MOST_VISITS])


def _take_in_treatments(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take in the treatments: the first ones, further ones, or others instead."""
    fresh = wished_items(said.meaning, services.book)
    if not fresh:
        _party(state, said, services)
        return
    asks = said.meaning.asks_item
    settled = _clearing(fresh, state.items, said) or _told_anew(fresh, state.items) or _only(fresh, state.items, said)
    if settled:
        state.items = settled
        return
    others = tuple(item for item in fresh if not _names_what_is_there((item,), state.items))
    if state.items and 0 < len(others) < len(fresh):
        fresh, asks = others, (asks if asks == INSTEAD else ADD)
    if not state.items or (state.unclear and len(fresh) == 1 and state.asked == "treatment" and asks != ADD):
        state.items = fresh if not state.items else _instead_of(state.unclear, fresh, state.items)
    elif asks == ADD and (ALSO in said.meaning.signs or not _names_what_is_there(fresh, state.items)):
        state.items = (*state.items, *_placed(fresh, state.items, said))[:MOST_VISITS]
    elif _names_what_is_there(fresh, state.items):
        return
    else:
        state.items = _replaced(_for_each(fresh, state.items, said, services), state.items, services)


def _clearing(fresh: tuple[Item, ...], items: tuple[Item, ...], said: Sentence) -> tuple[Item, ...]:
    """Return the items with what was unclear filled by the treatment that was said; empty where it fills nothing.

    It fills the first that is unclear, or each where it is for everyone.
    """
    if len(fresh) != 1 or fresh[0].treatment is None:
        return ()
    places = [n for n, item in enumerate(items) if item.treatment is None and fresh[0].treatment in item.candidates]
    filled = places if EACH in said.meaning.signs else places[:1]
    return tuple(_cleared(item, fresh[0]) if n in filled else item for n, item in enumerate(items)) if filled else ()


def _cleared(item: Item, by: Item) -> Item:
    add_ons = tuple(dict.fromkeys((*item.add_ons, *by.add_ons)))
    return dataclasses.replace(item, treatment=by.treatment, candidates=(), add_ons=add_ons)


def _told_anew(fresh: tuple[Item, ...], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what was said where it is the whole request once more, clearer than before; empty where it is not."""
    unclear = any(item.treatment is None for item in items)
    if not unclear or len(fresh) != len(items) or not all(map(_may_be, items, fresh)):
        return ()
    return tuple(_with_wishes(new, old) for new, old in zip(fresh, items, strict=True))


def _may_be(item: Item, other: Item) -> bool:
    return bool(set(item.ids) & set(other.ids))


def _only(fresh: tuple[Item, ...], items: tuple[Item, ...], said: Sentence) -> tuple[Item, ...]:
    """Return what is left of several treatments of which `only the manicure` is wished for."""
    if not said.shows("only") or said.asks or len(items) == 1:
        return ()
    return tuple(item for item in items if any(_may_be(item, one) for one in fresh))


def _instead_of(old: Item | None, fresh: tuple[Item, ...], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Put one item in the place of another."""
    ids = old.ids if old else ()
    return tuple(
        dataclasses.replace(item, treatment=fresh[0].treatment, candidates=fresh[0].candidates)
        if item.ids == ids
        else item
        for item in items
    )


def _party(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take in for how many it is, and how long, where no treatment was named."""
    party, minutes = said.meaning.party, said.meaning.minutes
    rows = _of(state.unclear.candidates, services) if state.unclear else list(services.book.treatments)
    if minutes and (state.unclear or not state.items) and (fitting := [row for row in rows if row.minutes == minutes]):
        choose(state, fitting)
    if not party:
        return
    state.party = party
    if len(state.items) > 1:
        _resize(state, said, services)
        return
    if party < 2:  # noqa: PLR2004 -- one comes in any case
        return
    if not state.items or state.unclear:
        if fitting := [row for row in rows if row.party >= party]:
            choose(state, fitting)
    elif state.treatment and services.book.treatment(state.treatment).party < party:
        state.items = tuple(dataclasses.replace(state.items[0], guest=n) for n in range(1, min(party, MOST_GUESTS) + 1))


def _resize(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Let more or fewer guests come, where all of them have the same and nothing else was said of some of them."""
    meaning, first = said.meaning, [item for item in state.items if item.guest == state.items[0].guest]
    all_alike = [dataclasses.replace(item, guest=1, technicians=()) for item in state.items]
    own = [dataclasses.replace(item, guest=1, technicians=()) for item in first]
    guests = len({item.guest for item in state.items})
    alike = guests > 1 and state.ready and all_alike == own * guests
    if not alike or meaning.technicians or meaning.gender:
        return
    if meaning.party and meaning.party <= MOST_GUESTS and guests_of(own, services.book) == 1:
        state.items = for_party(own, meaning.party, in_turn=True, book=services.book) or state.items


def _for_those_who_come(state: DialogueState, services: DialogueServices) -> None:
    """Let a treatment be for as many as were said to come before it was chosen."""
    party = min(state.party, MOST_GUESTS)
    if party > 1 and state.ready and len(state.items) == 1:
        state.items = for_party(state.items, party, in_turn=True, book=services.book) or state.items


def _of(ids: Iterable[str], services: DialogueServices) -> list[Treatment]:
    wanted = set(ids)
    return [row for row in services.book.treatments if row.id in wanted]


def _placed(fresh: tuple[Item, ...], items: tuple[Item, ...], said: Sentence) -> tuple[Item, ...]:
    """Give further items their guests: for the same guest, one after the other, unless they are for somebody else."""
    together = any(wish.order == TOGETHER for wish in said.meaning.items) or TOGETHER in said.meaning.signs
    guests = max(item.guest for item in items)
    start = guests if together else items[0].guest - 1
    return tuple(dataclasses.replace(item, guest=min(start + item.guest, MOST_GUESTS)) for item in fresh)


def _names_what_is_there(fresh: tuple[Item, ...], items: tuple[Item, ...]) -> bool:
    """Return whether what was said only names what is asked for already: `the massage`."""
    return len(fresh) <= len(items) and all(
        any(_may_be(item, own) and _narrower(own, item) for own in items) for item in fresh
    )


def leaves_some(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Return whether one of several treatments is taken back by its name, not all: `cancel the pedicure`."""
    gone = {row.id for row in services.book.treatments if row.name in said.meaning.removed}
    left = [item for item in state.items if not gone.issuperset(item.ids)]
    return 0 < len(left) < len(state.items)


def names_others(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Return whether a sentence names a treatment that is not asked for yet."""
    return not _names_what_is_there(wished_items(said.meaning, services.book), state.items)


def _narrower(own: Item, said: Item) -> bool:
    return set(own.ids) <= set(said.ids)


def _for_each(
    fresh: tuple[Item, ...], items: tuple[Item, ...], said: Sentence, services: DialogueServices
) -> tuple[Item, ...]:
    """Return what was said for each of the guests of one treatment for several, where it is said of all: `both`."""
    alone = len(items) == 1 and bool(items[0].ids) and guests_of(fresh, services.book) == 1
    if EACH not in said.meaning.signs or not alone:
        return fresh
    return for_party(fresh, guests_of(items, services.book), in_turn=True, book=services.book) or fresh


def _replaced(fresh: tuple[Item, ...], items: tuple[Item, ...], services: DialogueServices) -> tuple[Item, ...]:
    """Put what was said in the place of what it is said instead of: of several that of its kind, else all."""
    if len(fresh) != 1 or len(items) == 1:
        together = len({item.guest for item in items}) > 1 and len(fresh) == 1
        kept = [dataclasses.replace(fresh[0], guest=item.guest) for item in items] if together else list(fresh)
        return tuple(_with_wishes(item, items[0]) for item in kept)
    kinds = {row.category for row in _of(fresh[0].ids, services)}
    alike = [n for n, item in enumerate(items) if {row.category for row in _of(item.ids, services)} & kinds]
    place = alike[0] if alike else len(items) - 1
    changed = [*items[:place], dataclasses.replace(_with_wishes(fresh[0], items[place]), guest=items[place].guest)]
    return (*changed, *items[place + 1 :])


def _with_wishes(item: Item, before: Item) -> Item:
    """Keep whom the guest wished for; the add-ons belonged to the other treatment."""
    people = item.technicians or before.technicians
    return dataclasses.replace(
        item,
        technicians=people,
        gender=item.gender or before.gender,
        anyone=before.anyone,
        not_technicians=before.not_technicians,
    )


def _extras(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take in what shall come with it, where it goes with a treatment that is asked for."""
    names = set(said.meaning.add_ons)
    if not names or said.meaning.items or not state.items:
        return
    changed = []
    for item in state.items:
        extra = add_on_ids(tuple(names), _of(item.ids, services), services.book)
        changed.append(dataclasses.replace(item, add_ons=tuple(dict.fromkeys((*item.add_ons, *extra)))))
        if extra and len(state.items) > 1 and len({i.guest for i in state.items}) == 1:
            changed += state.items[len(changed) :]
            break
    state.items = tuple(changed)


def _without(state: DialogueState, said: Sentence) -> None:
    """Take in whom the guest would rather not have; who is asked for by name later is welcome again."""
    refused, wanted = said.meaning.not_technicians, said.meaning.technicians
    if refused or wanted:
        state.items = tuple(_refusing(item, refused, wanted) for item in state.items)


def _refusing(item: Item, refused: Sequence[str], wanted: Sequence[str]) -> Item:
    without = tuple(name for name in dict.fromkeys((*item.not_technicians, *refused)) if name not in wanted)
    kept = tuple(name for name in item.technicians if name not in refused)
    return dataclasses.replace(item, technicians=kept, not_technicians=without)


def _people(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take in who shall treat the guest; the guest's own name is nobody of ours."""
    meaning = said.meaning
    if not state.items:
        told = meaning.gender or meaning.not_technicians or said.names_technician(state.name)
        state.items = (Item(),) if told else ()
    _without(state, said)
    named = meaning.technicians if said.names_technician(state.name) else ()
    if not (named or meaning.gender or meaning.anyone) or not state.items:
        return

    def does(name: str, item: Item) -> bool:
        return any(name in services.technicians_for(row.specialties) for row in _of(item.ids, services))

    state.items = with_whom(state.items, named, gender=meaning.gender, anyone=meaning.anyone, does=does)
