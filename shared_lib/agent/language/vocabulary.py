"""Finds the spa's treatments and add-ons in a sentence, by name and by everyday name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .items import Item
from .meaning import Term, Vocabulary
from .spelling import Forgiving
from .technicians import People

SHORTEST_PLURAL = 4  # letters; of shorter words the s is their own
_NOTHING = Item("", 0, 0)
UNWANTED = frozenset({"refuses", "lacks"})
CATEGORY_WEIGHT = 0.2  # a word of the tab's title says less than a word of the name


def stem(word: str) -> str:
    """Return a word without its possessive and plural endings."""
    word = word.removesuffix("'s").removesuffix("s'")
    return word[:-1] if len(word) > SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True)
class Names:
    """The words of a list of names, each with the terms that have it and how much it tells them apart."""

    weights: Mapping[str, Mapping[str, float]]  # word -> name -> weight
    heads: frozenset[str]  # what a name is at bottom: massage, facial, cut
    sizes: Mapping[str, int]  # name -> number of its words
    forgiving: Forgiving

    @classmethod
    def of(cls, terms: Sequence[Term]) -> "Names":
        """Index the terms."""
        words = {term.name: _words(" ".join((term.name, *term.aliases))) for term in terms}
        having: dict[str, set[str]] = {}
        for name, own in words.items():
            for word in own:
                having.setdefault(word, set()).add(name)
        weights = {word: dict.fromkeys(names, 1 / len(names)) for word, names in having.items()}
        for term in terms:
            for word in _words(term.category.replace("_", " ")):
                weights.setdefault(word, {}).setdefault(term.name, CATEGORY_WEIGHT / len(terms))
        heads = {own[-1] for own in words.values() if own} | {w for w, names in having.items() if len(names) > 1}
        sizes = {name: len(own) for name, own in words.items()}
        return cls(weights, frozenset(heads), sizes, Forgiving(having))

    def word(self, item: Item) -> str | None:
        """Return the word of a name that an item is, one slip forgiven."""
        word = stem(item.word)
        if word in self.weights:
            return word
        return None if item.readings else self.forgiving.get(word)

    def together(self, said: Sequence[str], more: Sequence[str]) -> bool:
        """Tell whether both could be words of one name; `mani pedi` could not."""
        heads = [word for word in (*said, *more) if word in self.heads]
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

    treatments: Names
    add_ons: Names
    technicians: People


@lru_cache(maxsize=8)
def index_of(vocabulary: Vocabulary) -> Index:
    """Return the index of a vocabulary, kept while the price book stays."""
    return Index(Names.of(vocabulary.treatments), Names.of(vocabulary.add_ons), People.of(vocabulary.technicians))


def _refuses(before: Item, words: frozenset[str], kinds: frozenset[str]) -> bool:
    """Tell whether a word, or a phrase of one of these kinds, refuses what comes after it."""
    return before.word in words or not kinds.isdisjoint(before.readings)


def mentions(
    items: Sequence[Item], names: Names, parting: frozenset[str], refusing: frozenset[str] = frozenset()
) -> list[list[str]]:
    """Return the words of names that stand together, mention by mention, but those after a phrase that refuses them."""
    found: list[list[str]] = [[]]
    refused: set[int] = set()
    for before, item in zip([_NOTHING, *items], items, strict=False):
        words = [w for w in item.readings.get("names", ()) if w in names.weights]
        single = None if words else names.word(item)
        if single:
            words = [single]
        if words and not names.together(found[-1], words):
            found.append([])
        if words and not found[-1] and _refuses(before, frozenset(), refusing):
            refused.add(len(found))
        if words:
            found[-1] += words
        elif found[-1] and "refused" in item.readings:  # the pedicure is not needed
            refused.add(len(found))
            found.append([])
        elif found[-1] and (item.word in parting or len(found) in refused or _refuses(item, frozenset(), refusing)):
            found.append([])
    return [words for number, words in enumerate(found, 1) if words and number not in refused]


def wishes_in(
    items: Sequence[Item],
    names: Names,
    parting: frozenset[str],
    weak: frozenset[str],
    refusing: frozenset[str] = frozenset({"refuses"}),
) -> tuple[tuple[str, ...], ...]:
    """Return the candidates of each thing wished for, each wish once."""
    candidates = (names.best(words, weak) for words in mentions(items, names, parting, refusing))
    return tuple(dict.fromkeys(c for c in candidates if c))


def _words(text: str) -> list[str]:
    return [stem(word) for word in text.lower().replace("&", " ").split() if word]
