"""Finds concepts by the words of a language: whole words, stems, and phrases of several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from shared_lib.agent.language.spelling import SpellingCorrector

SHORTEST_STEM = 2  # letters
SHORTEST_CORRECTED = 7  # letters; `France` is no `fiance`
MOST_PREFIXES = 3  # letters written together with one word


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
        found = [
            (len(phrase), self.phrases[phrase])
            for phrase in self._beginning(words[at])
            if len(phrase) == 1 or self._goes_on(phrase, words, at)
        ]
        most = max((length for length, _ in found), default=0)
        return most, frozenset().union(*(concepts for length, concepts in found if length == most))

    def corrected(self, word: str) -> str:
        """Return the word that was meant where this one is unknown and one slip away from one."""
        return self._corrector.get(word) or word

    def _goes_on(self, phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
        rest = words[at + 1 : at + len(phrase)]
        return len(rest) == len(phrase) - 1 and all(map(self._is, phrase[1:], rest))

    def _is(self, part: str, word: str) -> bool:
        forms = tuple(self._forms(word))
        if part.endswith("*"):
            return any(form.startswith(part[:-1]) for form in forms)
        return part in forms

    def _beginning(self, word: str) -> Iterator[tuple[str, ...]]:
        for form in self._forms(word):
            yield from self._by_word.get(form, ())
            for length in range(SHORTEST_STEM, len(form) + 1):
                yield from self._by_word.get(f"{form[:length]}*", ())

    def _forms(self, word: str) -> Iterator[str]:
        """Yield a word, and what is left of it without the letters that are written together with it."""
        yield word
        if word.endswith("s"):
            yield word[:-1]
        for n in range(1, min(MOST_PREFIXES, len(word) - SHORTEST_STEM) + 1):
            if word[n - 1] not in self.prefixes:
                return
            yield word[n:]

    @cached_property
    def _by_word(self) -> Mapping[str, list[tuple[str, ...]]]:
        by_word: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.phrases:
            by_word.setdefault(phrase[0], []).append(phrase)
        return by_word

    @cached_property
    def _corrector(self) -> SpellingCorrector:
        return SpellingCorrector(
            (phrase[0] for phrase in self.phrases if len(phrase) == 1), shortest=SHORTEST_CORRECTED
        )
