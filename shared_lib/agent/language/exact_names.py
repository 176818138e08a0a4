"""Names of treatments and add-ons whose words mislead: `Quiet Hour, for him` asks nobody to be quiet.

Their words say something by themselves, are parted by marks, or are all in another name too. Where such a name stands
whole in a sentence it is one item, and nothing else is read into its words; one of one word has to be all that is said.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .cues import clauses
from .items import Item, cleaned
from .language import Language
from .loader import load_language
from .meaning import Vocabulary

_OF_NAMES = frozenset({"names", "need"})  # the readings of everyday names of treatments


def exact_word(name: str) -> str:
    """Return the word of the item that a whole name becomes; nobody can say it."""
    return f"[{cleaned(name).lower()}]"


def with_exact_names(items: list[Item], vocabulary: Vocabulary, language: Language) -> list[Item]:
    """Return the items of a sentence with each such name as one of them; marks between its words do not count."""
    for name, words in _misleading(vocabulary, language.code):
        at = 0
        while at < len(items):
            end = _end(items, at, words, language.name_joiners if "&" in name else frozenset())
            if end and (len(words) > 1 or _words(items) == words):
                items = [*items[:at], Item(exact_word(name), items[at].start, items[end - 1].end), *items[end:]]
            at += 1
    return items


@lru_cache(maxsize=32)
def words_apart(vocabulary: Vocabulary, code: str) -> Mapping[str, frozenset[str]]:
    """Return for each name the words that mean something else in a language where they do not stand in the name.

    What other names have too tells treatments apart as ever: the massage of No Worries Massage.
    """
    language = load_language(code)
    words = _names(vocabulary, language)
    odd = {name for name in words if _says_more(words[name], language)}
    plain = {word for name in words if name not in odd for word in _words(words[name])}
    return {name: (language.known & frozenset(_words(words[name]))) - plain for name in odd}


@lru_cache(maxsize=32)
def _misleading(vocabulary: Vocabulary, code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names that a language would misread, each with its words; the longest first."""
    language = load_language(code)
    items = _names(vocabulary, language)
    words = {name: _words(own) for name, own in items.items()}
    found = [
        name
        for name, own in items.items()
        if "&" in name or _says_more(own, language) or _is_parted(own) or _shares_all(name, words)
    ]
    told = {name: _without_and(words[name], language) if "&" in name else words[name] for name in found}
    return tuple((name, told[name]) for name in sorted(found, key=lambda name: -len(words[name])) if words[name])


def _without_and(words: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the words of a name without the `and` that its mark is read as."""
    return tuple(word for word in words if word not in language.name_joiners)


def _names(vocabulary: Vocabulary, language: Language) -> dict[str, list[Item]]:
    terms = (*vocabulary.treatments, *vocabulary.add_ons)
    return {term.name: language.items(language.respell(cleaned(term.name))) for term in terms}


def _is_parted(items: Sequence[Item]) -> bool:
    return any(not _is_word(item) and item.word != "&" for item in items)


def _shares_all(name: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether all words of a name are in another one, or all of another one's in this."""
    own = set(words[name])
    others = [set(others) for other, others in words.items() if other != name]
    return any(own <= one or one <= own for one in others)


def _says_more(items: list[Item], language: Language) -> bool:
    """Tell whether words of a name have a reading that is none of names, are a sign of something, or say nothing."""
    parsed = language.parsed(items)
    readings = {kind for item in (*items, *parsed, *language.things(items)) for kind in item.readings}
    says_nothing = any(item.word in language.fillers for item in items)
    return says_nothing or bool(readings - _OF_NAMES) or bool(language.cues.shown_in(clauses(parsed, language.fillers)))


def _end(items: Sequence[Item], at: int, words: Sequence[str], joiners: frozenset[str]) -> int | None:
    """Return where a name ends that begins at an item, None if none does; its `&` may be said as a word."""
    left = list(words)
    for place in range(at, len(items)):
        if items[place].word == left[0]:
            left.pop(0)
            if not left:
                return place + 1
        elif place == at or (_is_word(items[place]) and items[place].word not in joiners):
            return None
    return None


def _words(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.word for item in items if _is_word(item))


def _is_word(item: Item) -> bool:
    return any(map(str.isalnum, item.word))
