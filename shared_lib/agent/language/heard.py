"""One sentence in the readings of a language: as it was typed, as words, as things, as times."""

from collections.abc import Sequence
from dataclasses import dataclass

from .answered_name import Answer, answered_name, as_written
from .demo_vocabulary import DEMO
from .digits import apart
from .exact_names import with_exact_names
from .items import Item
from .language import Language
from .meaning import Vocabulary
from .treatments import Index, index_of


@dataclass(frozen=True)
class Heard:
    """What is read of a sentence before it is asked what it means."""

    language: Language
    index: Index
    asked: str | None  # what we asked before, by its name
    text: str  # with its spelling put right
    whole: Sequence[Item]  # all words
    words: Sequence[Item]  # without those of a name that was asked for, which mean nothing else
    items: Sequence[Item]  # the same, with phones and codes as one
    things: list[Item]
    parsed: list[Item]  # what is said of times
    name: str | None  # what answers our question for one


def hear(text: str, language: Language, vocabulary: Vocabulary | None, asked: str | None) -> Heard:
    """Return the readings of a cleaned text."""
    plain = language.respell(text)
    whole = with_exact_names(language.items(plain), vocabulary or DEMO, language)
    index = index_of(vocabulary or DEMO, language.code)
    named = _answered(language, plain, whole, index) if asked == "name" else None
    words = [item for item in whole if not (named and named.begin <= item.start < named.end)]
    items = apart(words, asked=asked)
    time_asked = asked == "time" or (asked is None and _only_digits(items))
    parsed = language.parsed(items, time_asked=time_asked, day_asked=asked == "date")
    things = language.things(items)
    name = as_written(named.name, text) if named else None
    return Heard(language, index, asked, plain, whole, words, items, things, parsed, name)


def _answered(language: Language, plain: str, words: list[Item], index: Index) -> Answer | None:
    """Return the name that answers our question for one."""
    names = (index.treatments, index.add_ons)
    sold = frozenset(item.start for item in words if any(each.words(item) for each in names))
    return answered_name(plain, words, language, sold, language.parsed(list(words)))


def _only_digits(items: Sequence[Item]) -> bool:
    """Tell whether somebody typed nothing but an hour: 1500."""
    return len(items) == 1 and "compact" in items[0].readings
