"""Finds concepts by the words of a language: whole words, stems, and phrases of several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from shared_lib.agent.language.spelling import SpellingCorrector

SHORTEST_STEM = 2  # letters
SHORTEST_CORRECTED = 7  # letters; `France` is no `fiance`
MOST_PREFIXES = 3  # letters written together with one word
ALONE = ""
"""Stands for the second word of a phrase that has none."""


@dataclass(frozen=True)
class WordIndex:
    """Phrases of a language with the concepts that they show; a word with a star at its end is a stem."""

    phrases: Mapping[tuple[str, ...], frozenset[str]]
    prefixes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: Iterable[tuple[str, str]], prefixes: frozenset[str] = frozenset()) -> "WordIndex":
        """Index pairs of concept and phrase, whose words are joined by `_`."""
        phrases: dict[tuple[str, ...], set[str]] = {}
        for concept, phrase in words:
            phrases.setdefault(tuple(phrase.split("_")), set()).add(concept)
        return cls({phrase: frozenset(concepts) for phrase, concepts in phrases.items()}, prefixes)

    def longest_at(self, words: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
        """Return how many words from a place on are a phrase, and the concepts that it shows."""
        most, shown = 0, frozenset[str]()
        for phrase in self._beginning(words, at):
            if len(phrase) > most and self._goes_on(phrase, words, at):
                most, shown = len(phrase), self.phrases[phrase]
            elif len(phrase) == most and self._goes_on(phrase, words, at):
                shown |= self.phrases[phrase]
        return most, shown

    def corrected(self, word: str) -> str:
        """Return the word that was meant where this one is unknown and one slip away from one."""
        return self._corrector.get(word) or word

    def _goes_on(self, phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
        rest = words[at + 2 : at + len(phrase)]
        return len(rest) == max(len(phrase) - 2, 0) and all(map(self._is, phrase[2:], rest))

    def _is(self, part: str, word: str) -> bool:
        return part in _keys(word, self.prefixes)

    def _beginning(self, words: Sequence[str], at: int) -> Iterator[tuple[str, ...]]:
        """Yield the phrases whose first two words are those of a place, or whose only word is."""
        second = _keys(words[at + 1], self.prefixes) if at + 1 < len(words) else ()
        for key in _keys(words[at], self.prefixes):
            if following := self._by_words.get(key):
                for other in (ALONE, *second):
                    yield from following.get(other, ())

    @cached_property
    def _by_words(self) -> Mapping[str, Mapping[str, list[tuple[str, ...]]]]:
        """The phrases by their first word, then by their second."""
        by_words: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in self.phrases:
            second = phrase[1] if len(phrase) > 1 else ALONE
            by_words.setdefault(phrase[0], {}).setdefault(second, []).append(phrase)
        return by_words

    @cached_property
    def _corrector(self) -> SpellingCorrector:
        return SpellingCorrector(
            (phrase[0] for phrase in self.phrases if len(phrase) == 1), shortest=SHORTEST_CORRECTED
        )


@lru_cache(maxsize=4096)
def _keys(word: str, prefixes: frozenset[str]) -> tuple[str, ...]:
    """Return under what a word may stand in an index: itself, without what is written together with it, and stems."""
    keys: list[str] = []
    for form in _forms(word, prefixes):
        keys += [form, *(f"{form[:length]}*" for length in range(SHORTEST_STEM, len(form) + 1))]
    return tuple(dict.fromkeys(keys))


def _forms(word: str, prefixes: frozenset[str]) -> Iterator[str]:
    """Yield a word, and what is left of it without the letters that are written together with it."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
    for n in range(1, min(MOST_PREFIXES, len(word) - SHORTEST_STEM) + 1):
        if word[n - 1] not in prefixes:
            return
        yield word[n:]
