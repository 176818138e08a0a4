"""Finds the spa's technicians in a sentence: those wished for, those refused, and whose name is somebody else's."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .items import Item
from .language import Language
from .spelling import SpellingCorrector

SHORTEST = 5  # letters of a name in which one slip is forgiven
_REFUSES = frozenset({"refuses", "lacks"})
_DOUBLED = re.compile(r"(\w)\1")
_LONGEST_LEAD = 4  # items
_TOLD_AFTER = 3  # items after a name that may tell whose it is


@dataclass(frozen=True)
class TechnicianIndex:
    """The technicians by the words of their names; a first name is enough where only one bears it."""

    by_first: Mapping[str, Mapping[tuple[str, ...], str]]  # first name -> words of a name -> name
    corrector: SpellingCorrector

    @property
    def single(self) -> Iterator[tuple[str, str]]:
        """Yield the first names that one technician bears, each with the whole name."""
        return ((first, bearing[first,]) for first, bearing in self.by_first.items() if (first,) in bearing)

    @classmethod
    def of(cls, names: Sequence[str]) -> "TechnicianIndex":
        """Index the names."""
        by_first: dict[str, dict[tuple[str, ...], str]] = {}
        for name in names:
            if words := tuple(plain_name(name).split()):
                by_first.setdefault(words[0], {})[words] = name
        for first, bearing in by_first.items():
            if len(bearing) == 1:
                bearing[first,] = next(iter(bearing.values()))
        return cls(by_first, SpellingCorrector(by_first, shortest=SHORTEST))

    def meant(self, word: str) -> str | None:
        """Return the first name that a word is with one slip, or with a letter said once: Ana is Anna."""
        single = _DOUBLED.sub(r"\1", word)
        alike = [first for first in self.by_first if _DOUBLED.sub(r"\1", first) == single]
        return self.corrector.get(word) or (alike[0] if len(alike) == 1 and len(single) > len("an") else None)

    def at(self, words: Sequence[str]) -> tuple[str, int] | None:
        """Return the name that these words begin with and how many of them are its own, the longest."""
        found = [
            (name, len(own)) for own, name in self.by_first.get(words[0], {}).items() if tuple(words[: len(own)]) == own
        ]
        return max(found, key=lambda each: each[1], default=None)


def plain_name(name: str) -> str:
    """Return a name in small letters without accents: José is jose."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Technicians:
    """The technicians wished for, any of them welcome, those of them named after a word as `with`, those refused."""

    wanted: tuple[str, ...]
    beside: tuple[str, ...]
    refused: tuple[str, ...]
    places: tuple[tuple[int, str], ...] = ()  # where in the text each of those wished for is named


@dataclass(frozen=True, slots=True)
class _Named:
    """A technician's name in a row of items: from which item to which, and whether after a word such as `with`."""

    name: str
    begin: int
    end: int
    beside: bool


def technicians_in(items: Sequence[Item], people: TechnicianIndex, language: Language) -> Technicians:
    """Return the technicians that a sentence names."""
    wanted: dict[str, bool] = {}
    places: list[tuple[int, str]] = []
    refused: dict[str, None] = {}
    refusing, done = False, 0
    for named in _named(items, people, language):
        between = items[done : named.begin]
        refusing, done = _refusing(between, language, refusing), named.end
        if _somebody_else(items, named, language) or (between and "told" in between[-1].readings):
            continue
        if refusing or _refused_after(items[named.end :]):
            refused[named.name] = None
            continue
        if any(item.word in language.corrections for item in between):
            wanted.clear()  # Anna, no, Lena
        places.append((items[named.begin].start, named.name))
        wanted[named.name] = named.beside or wanted.get(named.name, False)
    welcome = tuple(name for name in wanted if name not in refused)
    beside = tuple(name for name in welcome if wanted[name])
    return Technicians(welcome, beside, tuple(refused), tuple(place for place in places if place[1] in welcome))


def _named(items: Sequence[Item], people: TechnicianIndex, language: Language) -> Iterator[_Named]:
    """Yield the names; after a word such as `with` one slip is forgiven, and a word that means more is a name too."""
    words = [plain_name(item.word.removesuffix("'s")) for item in items]
    end = 0
    for at, item in enumerate(items):
        if at < end:
            continue
        beside = at > 0 and _last_word(items[at - 1]) in language.before_technician
        found = people.at(words[at:])
        if found and not beside and len(items) > 1 and _means_more(item, language):
            continue
        if not found and beside and not _means_more(item, language):
            found = people.at((people.meant(words[at]) or "",))
        if not found and (name := in_its_script(item, people, language)):
            found = name, 1
        if found:
            end = at + found[1]
            yield _Named(found[0], at, end, beside)


def _means_more(item: Item, language: Language) -> bool:
    """Tell whether a name is a common word as well: may I, I will."""
    return bool(item.readings) or item.word in language.ambiguous_names or item.word in language.known


def in_its_script(item: Item, people: TechnicianIndex, language: Language) -> str | None:
    """Return the technician whose name is written in another script than the price book's."""
    if item.readings or not item.word.isalpha() or item.word.isascii():
        return None
    return next((name for plain, name in people.single if language.is_first_name(item.word, plain)), None)


def _last_word(item: Item) -> str:
    return item.word.rpartition(" ")[2]


def _refusing(items: Sequence[Item], language: Language, refusing: bool) -> bool:
    """Tell whether a name after these items is refused: a refusal reaches over the small words of its clause."""
    for item in items:
        if item.word in language.contrasts:
            refusing = False
        elif item.word in language.refusal_words or not _REFUSES.isdisjoint(item.readings):
            refusing = True
        elif not (
            item.word in language.refusal_connectors
            or item.word in language.before_technician
            or "names" in item.readings
        ):
            refusing = False
    return refusing


def _refused_after(items: Sequence[Item]) -> bool:
    """Tell whether what follows a name refuses it: she was too rough."""
    return bool(items) and "refused" in items[0].readings


def _somebody_else(items: Sequence[Item], named: _Named, language: Language) -> bool:
    """Tell whether the name is the guest's or one of his people's: my wife Anna, this is Sam, David is my son."""
    before, after = items[: named.begin], items[named.end : named.end + _TOLD_AFTER]
    if before and _last_word(before[-1]) in language.relatives:
        return True
    if _told_of_kin(after, language):
        return True
    starts = range(max(0, named.begin - _LONGEST_LEAD), named.begin)
    leads = (grammar.longest(before, at) for at in starts for grammar in (language.leads, language.introducing))
    return any(found and found.end == named.begin for found in leads)


def _told_of_kin(after: Sequence[Item], language: Language) -> bool:
    """Tell whether a name goes on as in `Anna is my wife`."""
    for item in after:
        words = item.word.split()
        if not language.relatives.isdisjoint(words):
            return True
        if not language.relation_words.issuperset(words):
            return False
    return False
