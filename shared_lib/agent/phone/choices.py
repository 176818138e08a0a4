"""What a caller would like, and with whom: names as a voice agent heard them, against the spa's own."""

import dataclasses
from collections.abc import Sequence

from shared_lib.agent.dialogue.dialogue_state import Item
from shared_lib.agent.dialogue.requested_items import guests_of, wished_items, with_whom
from shared_lib.agent.language import ItemWish, Meaning, understand
from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import one_of
from shared_lib.pricing.price_book import Treatment

SPOKEN = 3
"""As many names as a caller can keep in mind."""
FOLLOWING = frozenset({"after", "before"})


@dataclasses.dataclass(frozen=True, slots=True)
class HeardRequest:
    """What a visit is for, and the sentence that said so."""

    items: tuple[Item, ...]
    meaning: Meaning
    people: int
    """For how many it is by its words alone."""

    @property
    def of_one(self) -> tuple[Item, ...]:
        """Return what the first guest has of it."""
        return tuple(item for item in self.items if item.guest == self.items[0].guest)

    @property
    def in_turn(self) -> bool:
        """Return whether it was said that one treatment follows another."""
        return any(wish.order in FOLLOWING for wish in self.meaning.items)


@dataclasses.dataclass(frozen=True, slots=True)
class TechnicianPreference:
    """TechnicianPreference a caller wishes for: by name, or by gender; `anyone` where somebody else will do as well."""

    names: tuple[str, ...] = ()
    gender: str | None = None
    anyone: bool = False


def read_request(text: str, context: CallContext, *, party: int | None = None) -> HeardRequest:
    """Return the treatments that a caller can mean, each with its guest and add-ons; raise Declined with candidates."""
    named = [row for row in context.book.treatments if text.casefold() in {row.id, row.name.casefold()}]
    meaning = _named(named) if named else hear(text, context)
    asked = meaning if party is None else dataclasses.replace(meaning, party=party)
    items = wished_items(asked, context.book)
    unclear = next((item for item in items if item.treatment is None), None)
    if unclear or not items:
        raise which(_rows(unclear, context), context)
    in_words = wished_items(dataclasses.replace(meaning, party=None), context.book)
    return HeardRequest(items, asked, guests_of(in_words, context.book))


def _named(rows: Sequence[Treatment]) -> Meaning:
    """Return what a name of the price book means that stands by itself, whatever else its words could mean."""
    names = tuple(row.name for row in rows)
    return Meaning(treatments=names, items=(ItemWish(names),))


def hear(text: str, context: CallContext) -> Meaning:
    """Return what a caller's words mean."""
    return understand(text, now=context.wall_now, vocabulary=context.vocabulary)


def _rows(unclear: Item | None, context: CallContext) -> list[Treatment]:
    return [row for row in context.book.treatments if unclear and row.id in unclear.candidates]


def which(rows: Sequence[Treatment], context: CallContext, said: str = "") -> Declined:
    """Ask which one, after what was `said` of all; where nothing fits, tell what there is."""
    names = [row.name for row in rows or context.book.treatments]
    if rows:
        code, message = "AMBIGUOUS_TREATMENT", say("which_treatment", names=_a_few(names))
    else:
        kinds = dict.fromkeys(row.category.replace("_", " and ").lower() for row in context.book.treatments)
        code, message = "UNKNOWN_TREATMENT", say("unknown_treatment", kinds=", ".join(kinds))
    return Declined(sorry(code, f"{said} {message}".strip(), candidates=names))


def _a_few(names: Sequence[str]) -> str:
    """Return the names to choose from; many are cut, for the ear."""
    some = list(names[:SPOKEN])
    return one_of([*some, say("another")] if len(names) > SPOKEN else some)


def left_out(wish: HeardRequest, context: CallContext) -> list[str]:
    """Return the add-ons that were named and go with nothing of it."""
    taken = {add_on for item in wish.items for add_on in item.add_ons}
    return [row.name for row in context.book.add_ons if row.name in wish.meaning.add_ons and row.id not in taken]


class UnknownTechnician(LookupError):
    """Nobody here has that name."""


def read_preference(text: str, wish: HeardRequest, context: CallContext) -> TechnicianPreference:
    """Return whom a caller wishes for, in an answer of its own or beside the treatment; raise UnknownTechnician."""
    said = " ".join(text.split())
    if not said:
        return _wished_for(wish.meaning)
    exact = next((who.name for who in context.technicians if who.name.casefold() == said.casefold()), None)
    if exact:
        return TechnicianPreference((exact,))
    alone, beside = hear(said.casefold(), context), hear(f"with {said}", context)
    anyone = any(_leaves_open(meaning) for meaning in (alone, beside))
    if names := beside.technicians or alone.technicians:
        if beside.unknown_technician:
            raise UnknownTechnician(said)
        return TechnicianPreference(names, anyone=anyone)
    gender = None if "whoever" in alone.cues else beside.gender or alone.gender or _gender(alone)
    if gender is None and not anyone:
        raise UnknownTechnician(said)
    return TechnicianPreference(gender=gender, anyone=anyone)


def _wished_for(meaning: Meaning) -> TechnicianPreference:
    """Return whom a sentence wishes for beside its treatment; raise UnknownTechnician."""
    if meaning.unknown_technician:
        raise UnknownTechnician(meaning.unknown_technician)
    return TechnicianPreference(
        meaning.technicians, None if meaning.technicians else meaning.gender, _leaves_open(meaning)
    )


def _leaves_open(meaning: Meaning) -> bool:
    return meaning.anyone or "whoever" in meaning.cues or "no_preference" in meaning.signs


def _gender(said: Meaning) -> str | None:
    """Return the gender that was named by a word alone, None where both were."""
    woman, man = "a_woman" in said.cues, "a_man" in said.cues
    return None if woman == man else "f" if woman else "m"


def by_preference(items: tuple[Item, ...], asked: TechnicianPreference, context: CallContext) -> list[tuple[Item, ...]]:
    """Return the same items with whom they shall be, what is liked best first.

    Of several names for one technician's work any is welcome; where somebody else will do, anybody is at last.
    """

    def does(name: str, item: Item) -> bool:
        return name in context.technicians_for(context.book.treatment(item.treatment or "").specialties)

    if not (asked.names or asked.gender or asked.anyone):
        return [items]
    team = len(context.book.treatment(items[0].treatment or "").specialties)
    either = len(items) == 1 and team < len(asked.names)
    liked = [(name,) for name in asked.names] if either else [asked.names]
    found = [
        with_whom(items, names, gender=asked.gender, anyone=asked.anyone, does=does)
        for names in (*liked, *([()] if asked.anyone and asked.names else []))
    ]
    if asked.anyone and asked.gender:
        found.append(with_whom(items, (), gender=None, anyone=True, does=does))
    return found
