"""Finds the spa's treatments and add-ons in a sentence, by name and by everyday name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .exact_names import exact_word, words_apart
from .items import Item
from .language import Language
from .meaning import Term, Vocabulary
from .spelling import SpellingCorrector
from .technicians import TechnicianIndex

SHORTEST_PLURAL = 4  # letters; of shorter words the s is their own
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NOT_WISHED = frozenset({"refuses", "told"})
UNWANTED = frozenset({"refuses", "lacks"})
CATEGORY_WEIGHT = 0.2  # a word of the tab's title says less than a word of the name


def stem(word: str) -> str:
    """Return a word without its possessive and plural endings."""
    word = word.removesuffix("'s").removesuffix("s'")
    return word[:-1] if len(word) > SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True)
class NameIndex:
    """The words of a list of names, each with the terms that have it and how much it tells them apart."""

    weights: Mapping[str, Mapping[str, float]]  # word -> name -> weight
    heads: frozenset[str]  # what a name is at bottom: massage, facial, cut
    sizes: Mapping[str, int]  # name -> number of its words
    corrector: SpellingCorrector

    @classmethod
    def of(cls, terms: Sequence[Term], apart: Mapping[str, frozenset[str]]) -> "NameIndex":
        """Index the terms; of some, by name, words stand for them only where the whole name does."""
        words = {term.name: _words_of(term, apart.get(term.name, frozenset())) for term in terms}
        having: dict[str, set[str]] = {}
        for name, own in words.items():
            for word in own:
                having.setdefault(word, set()).add(name)
        weights = {word: dict.fromkeys(names, 1 / len(names)) for word, names in having.items()}
        whole = {exact_word(name): {name: 1.0} for name in words}
        weights |= {word: names for word, names in whole.items() if word not in weights}
        for term in terms:
            for word in _words(term.category.replace("_", " ")):
                weights.setdefault(word, {}).setdefault(term.name, CATEGORY_WEIGHT / len(terms))
        heads = {own[-1] for own in words.values() if own} | {w for w, names in having.items() if len(names) > 1}
        heads |= whole.keys()
        sizes = {name: len(own) for name, own in words.items()}
        return cls(weights, frozenset(heads), sizes, SpellingCorrector(having))

    def word(self, item: Item) -> str | None:
        """Return the word of a name that an item is, one slip forgiven."""
        word = item.word if item.word in self.weights else stem(item.word)
        if word in self.weights:
            return word
        return None if item.readings else self.corrector.get(word)

    def words(self, item: Item) -> list[str]:
        """Return the words of names that an item stands for."""
        everyday = [word for word in item.readings.get("names", ()) if word in self.weights]
        single = None if everyday else self.word(item)
        return [single] if single else everyday

    def together(self, said: Sequence[str], more: Sequence[str], *, apart: bool = False) -> bool:
        """Tell whether both could be words of one name; `mani pedi` could not, nor `Swedish, a shave` with a gap."""
        heads = [word for word in (*said, *more) if apart or word in self.heads]
        return not heads or bool(set.intersection(*(set(self.weights[word]) for word in heads)))

    def best(self, said: Sequence[str], weak: frozenset[str]) -> tuple[str, ...]:
        """Return the names that these words fit best, in the order of the price book."""
        if all(word in weak for word in said):
            return ()
        head = next((word for word in reversed(said) if word in self.heads), None)
        fitting = self.weights[head] if head else self.sizes
        scores = {name: sum(self.weights[w].get(name, 0) for w in set(said)) for name in self.sizes if name in fitting}
        top = max(scores.values(), default=0)
        return tuple(name for name, score in scores.items() if score == top > 0)


@dataclass(frozen=True)
class Index:
    """A vocabulary, ready to be looked up."""

    treatments: NameIndex
    add_ons: NameIndex
    technicians: TechnicianIndex


@lru_cache(maxsize=32)
def index_of(vocabulary: Vocabulary, code: str) -> Index:
    """Return the index of a vocabulary for sentences of a language, kept while the price book stays."""
    apart = words_apart(vocabulary, code)
    treatments, add_ons = NameIndex.of(vocabulary.treatments, apart), NameIndex.of(vocabulary.add_ons, apart)
    return Index(treatments, add_ons, TechnicianIndex.of(vocabulary.technicians))


@dataclass(slots=True)
class Mention:
    """Words of names that stand together."""

    words: list[str]
    begin: int = 0  # in the text
    end: int = 0
    refused: bool = False
    lacks: bool = False  # after a no, which refuses it, or corrects what was said before
    either: bool = False  # after an or
    corrects: bool = False  # after a word that takes back what was said before
    told: bool = False  # spoken of, and neither wished for nor taken back: I had a massage
    replaced: bool = False  # after a word such as `switch`, which takes it back where another follows
    replaces: bool = False  # after a word such as `to`
    needs: bool = False  # says what hurts, and names nothing: my feet are killing me


@dataclass(frozen=True, slots=True)
class Named:
    """What is wished for by one mention, or taken back: the candidates, and where in the text they are named."""

    candidates: tuple[str, ...]
    begin: int
    end: int
    firmly: bool = True  # not by a bare no, after which another word may have been left out


def mentions(items: Sequence[Item], names: NameIndex, language: Language) -> list[Mention]:
    """Return what is named, in its order."""
    found: list[Mention] = []
    going_on, done = False, 0  # the last mention may go on; where it ended
    for at, item in enumerate(items):
        words = names.words(item)
        if words:
            if not (going_on and names.together(found[-1].words, words, apart=at > done)):
                found.append(_begun(items[done:at], found[-1] if found else None, language))
                found[-1].begin = item.start
            found[-1].needs = "need" in item.readings and (found[-1].needs or not found[-1].words)
            found[-1].words += words
            found[-1].end = item.end
            going_on, done = True, at + 1
        elif found and going_on and "refused" in item.readings:  # the pedicure is not needed
            found[-1].refused, going_on = True, False
        elif item.word in language.separators or UNWANTED & item.readings.keys() or (found and found[-1].refused):
            going_on = False
    for before, after in pairwise(found):
        before.refused = before.refused or (before.replaced and after.replaces)
    return found


def _begun(between: Sequence[Item], before: Mention | None, language: Language) -> Mention:
    """Return a mention that begins after these items and another mention."""
    last = between[-1].readings if between else {}
    said = [item.word for item in between]
    joined = any(word in language.separators - language.or_words and word != "," for word in said)
    either = before is not None and not joined and not language.or_words.isdisjoint(said)
    along = (
        either
        and before is not None
        and before.refused
        and all(word in language.or_words | language.refusal_connectors for word in said)
    )
    corrects = before is not None and not joined and not language.corrections.isdisjoint(said)
    refused = along or not _NOT_WISHED.isdisjoint(last)
    return Mention(
        [],
        refused=refused,
        lacks="lacks" in last,
        either=either,
        corrects=corrects,
        told="told" in last,
        replaced="replaces" in last,
        replaces=not language.becomes.isdisjoint(said),
    )


def wishes_in(items: Sequence[Item], names: NameIndex, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return the candidates of each thing wished for, each wish once; `this or that` is one with several."""
    return tuple(dict.fromkeys(wish.candidates for wish in wished_in(items, names, language)))


def wished_in(items: Sequence[Item], names: NameIndex, language: Language) -> list[Named]:
    """Return each thing wished for, in its order; `this or that` is one with several candidates."""
    named = mentions(items, names, language)
    refused = {
        name
        for mention in named
        if mention.refused
        for name in _certain(names.best(mention.words, language.generic_words))
    }
    wished = _beyond_needs([mention for mention in named if not mention.refused], items, names, language)
    begin = max((n for n, mention in enumerate(wished) if mention.corrects and not mention.lacks), default=0)
    wished = [mention for mention in wished[begin:] if not mention.lacks] or wished[begin:]
    wishes: list[Named] = []
    for mention in wished:
        if candidates := names.best(mention.words, language.generic_words):
            left = tuple(name for name in candidates if name not in refused) or candidates
            before = wishes.pop() if mention.either and wishes else Named((), mention.begin, mention.end)
            both = tuple(dict.fromkeys(before.candidates + left))
            wishes.append(Named(both, before.begin, mention.end, firmly=not mention.lacks))
    return wishes


def _beyond_needs(
    wished: Sequence[Mention], items: Sequence[Item], names: NameIndex, language: Language
) -> list[Mention]:
    """Leave out what hurts where a treatment is named: a stiff neck, a facial. What somebody else gets is another."""
    named = [one for one in wished if not (one.needs or one.lacks) and names.best(one.words, language.generic_words)]
    others = [item.start for item in items if item.word in language.relations]

    def apart(need: Mention, one: Mention) -> bool:
        return any(min(need.end, one.end) <= at < max(need.begin, one.begin) for at in others)

    return [each for each in wished if not each.needs or all(apart(each, one) for one in named)]


def taken_back_in(items: Sequence[Item], names: NameIndex, language: Language) -> list[Named]:
    """Return each thing that is named and not wanted."""
    unwanted = (m for m in mentions(items, names, language) if m.lacks or (m.refused and not m.told))
    taken = (Named(names.best(m.words, language.generic_words), m.begin, m.end, not m.lacks) for m in unwanted)
    return [one for one in taken if one.candidates]


def _certain(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was named where it is one thing; of several, none was."""
    return names if len(names) == 1 else ()


def add_ons_in(items: Sequence[Item], names: NameIndex, language: Language) -> tuple[str, ...]:
    """Return the add-ons wished for."""
    return tuple(dict.fromkeys(wish.candidates[0] for wish in added_in(items, names, language)))


def added_in(items: Sequence[Item], names: NameIndex, language: Language) -> list[Named]:
    """Return each add-on wished for, in its order."""
    wished = (mention for mention in mentions(items, names, language) if not (mention.refused or mention.lacks))
    named = (Named(names.best(mention.words, language.generic_words), mention.begin, mention.end) for mention in wished)
    return [wish for wish in named if wish.candidates]


def _words_of(term: Term, apart: frozenset[str]) -> list[str]:
    own = [word for word in _words(term.name) if word not in set(map(stem, apart))]
    return own + _words(" ".join(term.aliases))


def _words(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower())]
