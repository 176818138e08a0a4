"""Card numbers that guests type or spell into a conversation: recognised, and never kept."""

import re
from collections.abc import Iterator

from .lexicon import numbered

SHORTEST, LONGEST = 13, 19
"""How many digits a card number has."""
RUN = re.compile(r"\d(?:[ .\-\u2010-\u2015\u00a0]{0,2}\d)+")
LETTERED = re.compile(r"\d+(?:[ .\-]?[^\W\d_]{1,2}[ .\-]?\d+)+")
DIGITS = re.compile(r"\d+")
NINE = 9
MASK = "••••"
FEWEST_SPELT = 8
"""How many words of digits tell that something is spelt; of fewer nothing is looked at any further."""
_GROUPS = ([4, 4, 4, 4], [4, 6, 5])  # as a card shows its number
_CARD = re.compile(r"(?=([2-6]\d{15}))|(?=(3[47]\d{13}))")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+")
_SPELT = {
    word: str(digit)
    for digit, word in numbered(
        """
        zero oh o cero ноль нуль אפס
        one uno una один одна אחת אחד
        two dos два две дві שתיים שניים שתים
        three tres три שלוש שלושה
        four cuatro четыре чотири ארבע ארבעה
        five cinco пять п'ять חמש חמישה
        six seis шесть шість שש שישה
        seven siete семь сім שבע שבעה
        eight ocho восемь вісім שמונה
        nine nueve девять дев'ять תשע תשעה
        """,
        first=0,
    )
}
_TIMES = {"double": 2, "doble": 2, "triple": 3, "дважды": 2, "двічі": 2, "פעמיים": 2}


def holds_card(text: str) -> bool:
    """Return whether a card number is among the words: whole groups of digits, typed or spelt, with its check digit."""
    return _holds_typed(text) or any(_is_card(digits) for spelt in _spelt_in(text) for digits in _parts(spelt))


def without_card(text: str) -> str:
    """Return the text as it may be kept: beside a card number its date and its code are hidden too."""
    if not holds_card(text):
        return text
    hidden = DIGITS.sub(MASK, text)
    if _holds_typed(text):
        return hidden
    return _WORD.sub(lambda found: MASK if _plain(found[0]) in _SPELT.keys() | _TIMES.keys() else found[0], hidden)


def _holds_typed(text: str) -> bool:
    typed = (digits for run in RUN.findall(text) for digits in _runs(DIGITS.findall(run)))
    return any(map(_is_card, typed)) or any(map(_is_card, _parted_by_letters(text)))


def _parted_by_letters(text: str) -> Iterator[str]:
    """Yield digits with letters between them, where they stand as on a card, or one by one."""
    for run in LETTERED.findall(text):
        groups = DIGITS.findall(run)
        if [len(group) for group in groups] in _GROUPS or all(len(group) == 1 for group in groups):
            yield "".join(groups)


def _spelt_in(text: str) -> Iterator[str]:
    """Yield the digits that are spelt in a row, in any language."""
    said = [_plain(word) for word in _WORD.findall(text)]
    if sum(word in _SPELT for word in said) < FEWEST_SPELT:
        return
    digits, times = "", 1
    for word in [*said, ""]:
        digit = _SPELT.get(word, word if word.isdecimal() else "")
        if digit:
            digits, times = digits + digit * times, 1
        elif word in _TIMES:
            times = _TIMES[word]
        else:
            yield digits
            digits, times = "", 1


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def _parts(digits: str) -> Iterator[str]:
    """Yield what could be a card's number in digits spelt in a row: all, or as many as a kind of card has."""
    yield digits
    yield from (found[1] or found[2] for found in _CARD.finditer(digits))


def _runs(groups: list[str]) -> list[str]:
    places = range(len(groups))
    return ["".join(groups[begin : end + 1]) for begin in places for end in places[begin : begin + LONGEST]]


def _is_card(digits: str) -> bool:
    if not SHORTEST <= len(digits) <= LONGEST:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - NINE if value > NINE else value for value in doubled) % 10 == 0
