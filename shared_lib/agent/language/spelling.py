"""Spellings put right: what people write alike in any language, and one wrong letter in a long word."""

import re
from collections.abc import Collection, Iterable

DAY_DIGITS, MONTH_DIGITS = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])"  # of a date in digits
# am and pm
AM_PM = (
    (re.compile(r"\b([ap])(?:\.\s?|\s)m\b\.?", re.IGNORECASE), r"\1m"),
    (re.compile(r"(?<=\d)([ap])\b(?:\.(?=\W|$))?(?!')", re.IGNORECASE), r" \1m"),
)
_PICTURES = ("\U0001f486", "\U0001f487", "\U0001f485", "\U0001f9d6", "\U0001fa92")  # of treatments
_YES, _NO, _THANKS, _ASKS = "[👍👌✅🆗]", "[👎🚫❌]", "🙏", "[❓❔⁉]"

_TYPED = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "im": "i'm",
    "ive": "i've",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "cant": "can't",
    "couldnt": "couldn't",
    "wont": "won't",
    "wouldnt": "wouldn't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "whats": "what's",
    "wheres": "where's",
    "theres": "there's",
    "doc": "doctor",
    "ppl": "people",
    "bday": "birthday",
}
"""How English is typed in a hurry."""
_IN_A_HURRY = re.compile(rf"(?<![\w'@.-])(?:{'|'.join(_TYPED)})(?![\w'@-]|\.\w)")

LONGEST = 20
SHORTEST = 6  # of shorter words, too many others are one letter away


def pictures(*treatments: str, yes: str, no: str, thanks: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what puts words in the place of pictures: massage, haircut, manicure, facial, shave, and signs."""
    shown = {**dict(zip(_PICTURES, treatments, strict=True)), _YES: yes, _NO: no, _THANKS: thanks, _ASKS: "?"}
    return tuple((re.compile(picture), f" {word} ") for picture, word in shown.items())


def spelled_out(text: str) -> str:
    """Return a text in small letters with English that was typed in a hurry written out: `r u`, `dont`."""
    return _IN_A_HURRY.sub(lambda typed: _TYPED[typed[0]], text)


class SpellingCorrector:
    """Finds the long word that was meant, without trying all: one letter missing, too many, other, or two swapped."""

    def __init__(self, words: Iterable[str], innocent: Collection[str] = (), *, shortest: int = SHORTEST) -> None:
        self._innocent = innocent
        self._shortest = shortest
        self._known = frozenset(word for word in words if len(word) >= shortest)
        self._by_shorter: dict[str, list[str]] = {}
        for word in self._known:
            for shorter in _shorter(word):
                self._by_shorter.setdefault(shorter, []).append(word)

    def get(self, word: str) -> str | None:
        """Return the known word that this one misspells, if there is one."""
        if (
            not self._shortest - 1 <= len(word) <= LONGEST
            or word in self._innocent
            or word.removesuffix("s") in self._known
        ):
            return None
        near = {known for shorter in _shorter(word) for known in self._by_shorter.get(shorter, ())}
        return min((known for known in near if known[0] == word[0] and _one_slip(word, known)), default=None)


def _shorter(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _one_slip(said: str, meant: str) -> bool:
    start = next((i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant)))
    said, meant = said[start:], meant[start:]
    swapped = said[:2] == meant[1::-1] and said[2:] == meant[2:]
    return said[1:] == meant or said == meant[1:] or said[1:] == meant[1:] or swapped
