"""Cuts a sentence into the things that it wishes for, each with what is said of it alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .heard import Heard
from .items import Item
from .meaning import ItemWish, Meaning, When
from .treatments import Named

LARGEST_GROUP = 20
_NEAR = 4  # items before a treatment among which its number stands
_BESIDE = 3  # words between an add-on and the treatment that it is said to go with
_SELF = "self"
_ORDERS = frozenset({"order", "order_of"})
_TIMES = frozenset({"clock", "window", "bound", "day"})
_COUNTS = ("counted", "party", "few", "number")
Placed = Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Spoken:
    """One sentence, in the readings that its parts are told by."""

    heard: Heard
    wished: Sequence[Named]
    added: Sequence[Named]
    technicians: Placed
    whens: Sequence[tuple[int, When]]


@dataclass(slots=True)
class _Part:
    """What belongs to one treatment: from where to where in the text, and how it stands to the one before."""

    named: Named
    begin: int
    end: int
    order: str = ""
    anchors: str = ""  # the treatment beside it comes after it, or before it
    refined: bool = False  # it was named by its kind first, which may stand for those after it too


def items_in(spoken: Spoken, meaning: Meaning) -> tuple[ItemWish, ...]:
    """Return the things wished for, as they shall follow each other."""
    parts = _parts(spoken)
    _mark_orders(parts, spoken)
    relations = [_relation(part, spoken) for part in parts]
    own = _own_relations(relations, meaning)
    guests = _guests(parts, relations, meaning, spoken)
    add_ons = _add_ons(parts, spoken)
    timed = [_when(part, spoken) for part in parts]
    alone = len(parts) == 1
    several = sum(when is not None for when in timed) > 1
    items = [
        ItemWish(
            treatments=part.named.candidates,
            add_ons=add_ons[n],
            guests=guests[n],
            for_whom=own[n],
            when=timed[n] if not alone and (several or part.order == "before") else None,
            technicians=meaning.technicians if alone else _within(spoken.technicians, part),
            order=part.order,
        )
        for n, part in enumerate(parts)
    ]
    return tuple(_in_sequence(items, parts))


def _parts(spoken: Spoken) -> list[_Part]:
    """Return the treatments wished for, each with its part of the sentence; the same one said again is none."""
    parts: list[_Part] = []
    said = spoken.heard.items
    for named in spoken.wished:
        begin = _begin(parts[-1].named.end, named.begin, spoken) if parts else 0
        if parts and _refines(parts[-1].named, named, _between(said, parts[-1].named.end, named.begin), spoken):
            first = min(parts[-1].named, named, key=lambda one: len(one.candidates))
            parts[-1].named = replace(first, begin=parts[-1].named.begin, end=named.end)
            parts[-1].refined = True
            continue
        parts.append(_Part(named, begin, 0))
    for part, after in pairwise(parts):
        part.end = after.begin
    if parts:
        parts[-1].end = max((item.end for item in spoken.heard.items), default=0) + 1
    return _once(parts, spoken)


def _once(parts: list[_Part], spoken: Spoken) -> list[_Part]:
    """Leave out what is named again without a person or a time of its own."""
    kept: list[_Part] = []
    for part in parts:
        same = next((one for one in kept if one.named.candidates == part.named.candidates), None)
        told = (_relation(part, spoken), _when(part, spoken))
        if same is None or (told != (None, None) and told != (_relation(same, spoken), _when(same, spoken))):
            kept.append(part)
        else:
            same.end = max(same.end, part.end) if kept[-1] is same else same.end
    return kept


def _refines(before: Named, after: Named, between: Sequence[Item], spoken: Spoken) -> bool:
    """Tell whether one only says more exactly what the other is: a massage, best a Swedish."""
    if before.candidates == after.candidates or not {*before.candidates} & {*after.candidates}:
        return False
    inside = {*before.candidates} <= {*after.candidates} or {*after.candidates} <= {*before.candidates}
    return inside and not any(item.word in spoken.heard.language.joiners for item in between)


def _between(items: Iterable[Item], begin: int, end: int) -> list[Item]:
    return [item for item in items if begin <= item.start and item.end <= end]


def _begin(after: int, before: int, spoken: Spoken) -> int:
    """Return where what belongs to a treatment begins: at the last word such as `and` after the one before."""
    between = _between(spoken.heard.items, after, before)
    joined = [item.start for item in between if item.word in spoken.heard.language.joiners]
    parted = [item.start for item in between if item.word == ","]
    return (joined or parted or [before])[-1]


def _mark_orders(parts: list[_Part], spoken: Spoken) -> None:
    """Tell of each part how it stands to the one before."""
    row = spoken.heard.language.ordering.rewrite(list(spoken.heard.items))
    marks = [item for item in row if _ORDERS & item.readings.keys()]
    for mark in marks:
        if _is_time(mark, spoken.heard.parsed):  # after 4
            continue
        if "order_of" in mark.readings:
            _anchor(parts, mark, spoken)
        elif part := next((one for one in parts if one.begin < mark.end <= one.end), None):
            part.order = part.order or ("" if part.anchors else mark.readings["order"])
    if parts and any(mark.readings.get("order") == "together" for mark in marks):
        for part in parts[1:]:
            part.order = part.order or "together"
    if len(parts) > 1 and parts[0].order:
        parts[0].order = ""


def _anchor(parts: list[_Part], mark: Item, spoken: Spoken) -> None:
    """Read `a facial after the massage`, in which the massage is only what the facial follows."""
    part = next((one for one in parts if one.named.begin >= mark.end), None)
    if part is None or _between(spoken.heard.items, mark.end, part.named.begin):
        return
    before = [item.word for item in spoken.heard.items if item.end <= mark.start]
    if len(parts) > 1 and before and before[-1] in spoken.heard.language.joiners:  # and after, a massage
        part.order = part.order or mark.readings["order_of"]
    else:
        part.anchors = mark.readings["order_of"]


def _in_sequence(items: list[ItemWish], parts: list[_Part]) -> list[ItemWish]:
    """Put first what shall happen first."""
    row = list(zip(items, parts, strict=True))
    for n, part in enumerate(parts):
        other = n - 1 if n else n + 1
        if part.anchors and other < len(row):
            row[other] = (replace(row[other][0], order=part.anchors), parts[other])
    done: list[tuple[ItemWish, _Part]] = []
    for item, part in row:
        earlier = (done and part.order == "before") or (
            done and part.anchors == "after" and done[-1][0].order == "after"
        )
        later = done and done[-1][1].anchors == "before" and item.order == "before"
        done.insert(len(done) - 1 if earlier or later else len(done), (item, part))
    return [item for item, _ in done]


def _relation(part: _Part, spoken: Spoken) -> str | None:
    """Return for whom a part is: a relation before oneself."""
    if _all_come(part, spoken):
        return None
    named = range(part.named.begin, part.named.end)  # a massage for a couple is not for the couple's other half
    said = [item for item in spoken.heard.items if part.begin <= item.start < part.end and item.start not in named]
    relations = spoken.heard.language.relations
    kin = next((relations[item.word] for item in said if item.word in relations), None)
    if kin := kin or _somebody_else(said, spoken):
        return kin
    return _SELF if any(item.word in spoken.heard.language.self_words for item in said) else None


def _somebody_else(said: Sequence[Item], spoken: Spoken) -> str | None:
    """Return who is meant by a word such as `her` after one such as `for`."""
    language = spoken.heard.language
    named = (
        after.word
        for before, after in pairwise(said)
        if before.word in language.before_beneficiary and after.word in language.other_words
    )
    return next(named, None)


def _all_come(part: _Part, spoken: Spoken) -> int | None:
    """Return how many come where a part names the speaker among them: my husband and I."""
    for item in spoken.heard.things:
        if part.begin <= item.start and item.end <= part.end and "party" in item.readings:
            said = item.word.split()
            kin = any(word in spoken.heard.language.relations for word in said)
            if kin and any(word in spoken.heard.language.self_words for word in said):
                return int(item.readings["party"])
    return None


def _own_relations(relations: list[str | None], meaning: Meaning) -> list[str | None]:
    """Let oneself count only beside others, and nobody where all of them come."""
    others = any(key not in {None, _SELF} for key in relations)
    if len(relations) == 1 and (meaning.party or 1) > 1:
        return [None]
    return relations if others else [None] * len(relations)


def _guests(parts: list[_Part], relations: list[str | None], meaning: Meaning, spoken: Spoken) -> list[int]:
    """Return how many get each."""
    people = [_people(part, spoken) for part in parts]
    if len(parts) > 1 and all(people) and sum(filter(None, people)) > len(parts):
        return [number or 1 for number in people]
    counted = [_number(part, spoken) or _party(part, spoken) for part in parts]
    if len(parts) == 1:
        return [counted[0] or (meaning.party or 1)]
    if parts and parts[0].refined and counted[0] == len(parts):  # two massages, a Swedish and a sports
        counted[0] = None
    if not any(counted) and "each" in meaning.signs and not any(relations):
        return [meaning.party or 1] * len(parts)
    return [number or 1 for number in counted]


def _number(part: _Part, spoken: Spoken) -> int | None:
    """Return the number that stands before a treatment and is no time: two Swedish massages."""
    before = [item for item in spoken.heard.things if item.end <= part.named.begin and item.start >= part.begin]
    for item in reversed(before[-_NEAR:]):
        number = item.readings.get("counted", item.readings.get("few" if item.word.endswith("of") else "number"))
        if isinstance(number, int):
            return number if 1 < number <= LARGEST_GROUP and not _is_time(item, spoken.heard.parsed) else None
        if not (item.word in spoken.heard.language.articles or "length" in item.readings):
            return None
    return None


def _people(part: _Part, spoken: Spoken) -> int | None:
    """Return how many of a group a part is said to be for, right before it: two of us want a manicure, one a facial."""
    before = [item for item in spoken.heard.things if item.end <= part.named.begin and item.start >= part.begin]
    for item in reversed(before[-_NEAR:]):
        if item.word in {",", ":", ";"} or "length" in item.readings:
            return None
        number = next((item.readings[name] for name in _COUNTS if name in item.readings), None)
        if isinstance(number, int):
            return number if 0 < number <= LARGEST_GROUP and not _is_time(item, spoken.heard.parsed) else None
    return None


def _party(part: _Part, spoken: Spoken) -> int | None:
    """Return for how many a part is said to be: for two, for me and my wife."""
    after = [item for item in spoken.heard.things if part.named.end <= item.start and item.end <= part.end]
    alone = (item for item in after if not any(word in spoken.heard.language.relations for word in item.word.split()))
    said = next((item.readings["party"] for item in alone if "party" in item.readings), None)
    maybe = (item for item in after if "maybe_party" in item.readings and not _is_time(item, spoken.heard.parsed))
    return _all_come(part, spoken) or said or next((item.readings["maybe_party"] for item in maybe), None)


def _is_time(item: Item, parsed: Sequence[Item]) -> bool:
    return any(_TIMES & one.readings.keys() and item.start < one.end and one.start < item.end for one in parsed)


def _add_ons(parts: list[_Part], spoken: Spoken) -> list[tuple[str, ...]]:
    """Give each add-on to the treatment that it goes with: the one named after `with`, else the one before."""
    given: list[list[str]] = [[] for _ in parts]
    for added in spoken.added:
        beside = [n for n, part in enumerate(parts) if _goes_with(added, part, spoken)]
        before = [n for n, part in enumerate(parts) if part.named.begin <= added.begin]
        if parts:
            given[(beside or before[-1:] or [0])[0]].append(added.candidates[0])
    return [tuple(dict.fromkeys(names)) for names in given]


def _goes_with(added: Named, part: _Part, spoken: Spoken) -> bool:
    between = _between(spoken.heard.items, added.end, part.named.begin) if part.named.begin >= added.end else []
    linked = any(item.word in spoken.heard.language.becomes for item in between)
    return 0 < len(between) <= _BESIDE and linked


def _within(placed: Placed, part: _Part) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for place, name in placed if part.begin <= place < part.end))


def _when(part: _Part, spoken: Spoken) -> When | None:
    return next((when for place, when in spoken.whens if part.begin <= place < part.end), None)


def asks_item(meaning: Meaning) -> str:
    """Return what a sentence does with its items: it takes them instead of others, adds them, or just says them."""
    if not (meaning.items or meaning.add_ons):
        return ""
    if "instead" in meaning.signs and meaning.items:
        return "instead"
    return "add" if "also" in meaning.signs or (meaning.items and meaning.items[0].order) else ""
