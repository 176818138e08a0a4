"""Card numbers that guests type or spell into a conversation: recognised, and never kept."""

import re
import unicodedata
from collections.abc import Iterator

from .lexicon import numbered

SHORTEST, LONGEST = 13, 19
"""How many digits a card number has."""
RUN = re.compile(r"\d(?:[\s.\-\u2010-\u2015\u2212]{0,3}\d)+")
LETTERED = re.compile(r"\d+(?:[ .\-]?[^\W\d_]{1,2}[ .\-]?\d+)+")
SINGLE = re.compile(r"(?<!\d)\d(?:[\W_]{1,3}\d(?!\d))+")
GROUPED = re.compile(r"(?<!\d)(?:[2-6]\d{3}(?:\D{1,20}\d{4}){3}|3\d{3}\D{1,20}\d{6}\D{1,20}\d{4,5})(?!\d)")
"""As a card shows its number, whatever stands between the groups."""
BEGUN = re.compile(r"(?<![\d+])(?<!\d[ -])[3-6]\d{3}(?:[ -]\d{4}){1,3}(?![ -]?\d)")
"""Groups of four as on a card: one that goes on in the next message, or has a slip in it, gives a card away too."""
DATE = re.compile(r"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")
DIGITS = re.compile(r"\d+")
NINE = 9
MASK = "••••"
FEWEST_SPELT = 2
"""How many words of digits tell that something is spelt; of fewer nothing is looked at any further."""
_UNSEEN = frozenset({"Cf", "Mn", "Me"})  # categories of characters that show nothing by themselves
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
_TEENS = {
    word: str(number)
    for number, word in numbered(
        """
        ten diez десять
        eleven once одиннадцать одинадцять
        twelve doce двенадцать дванадцять
        thirteen trece тринадцать тринадцять
        fourteen catorce четырнадцать чотирнадцять
        fifteen quince пятнадцать п'ятнадцять
        sixteen dieciséis dieciseis шестнадцать шістнадцять
        seventeen diecisiete семнадцать сімнадцять
        eighteen dieciocho восемнадцать вісімнадцять
        nineteen diecinueve девятнадцать дев'ятнадцять
        """,
        first=10,
    )
}
_TENS = {
    word: str(digit)
    for digit, word in numbered(
        """
        twenty veinte двадцать двадцять עשרים
        thirty treinta тридцать тридцять שלושים
        forty fourty cuarenta сорок ארבעים
        fifty cincuenta пятьдесят п'ятдесят חמישים
        sixty sesenta шестьдесят шістдесят שישים
        seventy setenta семьдесят сімдесят שבעים
        eighty ochenta восемьдесят вісімдесят שמונים
        ninety noventa девяносто дев'яносто תשעים
        """,
        first=2,
    )
}
_AND = "y"  # between tens and ones
_HEBREW_AND = "\u05d5"
_TIMES = {"double": 2, "doble": 2, "triple": 3, "дважды": 2, "двічі": 2, "פעמיים": 2}


def holds_card(text: str) -> bool:
    """Return whether a card number is among the words: whole groups of digits, typed or spelt, with its check digit."""
    return _holds_typed(text) or any(_is_card(digits) for spelt in _spelt_in(text) for digits in _parts(spelt))


def without_card(text: str) -> str:
    """Return the text as it may be kept: beside a card number its date and its code are hidden too."""
    if not holds_card(text):
        return text
    hidden = DIGITS.sub(MASK, _seen(text))
    if _holds_typed(text):
        return hidden
    return _WORD.sub(lambda found: MASK if _is_spelt(_plain(found[0])) else found[0], hidden)


def _seen(text: str) -> str:
    """Return the text as it looks: figures of all forms as plain ones, nothing that can't be seen between them."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)


def _holds_typed(text: str) -> bool:
    seen = DATE.sub("~", _seen(text))
    typed = (digits for run in RUN.findall(seen) for digits in _runs(DIGITS.findall(run)))
    return bool(BEGUN.search(seen)) or any(map(_is_card, typed)) or any(map(_is_card, _set_apart(seen)))


def _set_apart(text: str) -> Iterator[str]:
    """Yield digits with something between them, where they stand as on a card, or one by one."""
    for pattern in (GROUPED, SINGLE):
        yield from ("".join(DIGITS.findall(run)) for run in pattern.findall(text))
    for run in LETTERED.findall(text):
        groups = DIGITS.findall(run)
        if all(len(group) == 1 for group in groups):
            yield "".join(groups)


def _spelt_in(text: str) -> Iterator[str]:
    """Yield the digits that are spelt in a row, in any language."""
    said = [_plain(word) for word in _WORD.findall(_seen(text))]
    if sum(map(_is_spelt, said)) < FEWEST_SPELT:
        return
    digits, times, before = "", 1, ""
    for word in [*said, ""]:
        number = _number(word)
        if number:
            joins = before in _TENS and len(number) == 1 and number != "0"
            digits, times = (digits[:-1] if joins else digits) + number * times, 1
        elif word in _TIMES:
            times = _TIMES[word]
        elif word == _AND and before in _TENS:
            continue
        else:
            yield digits
            digits, times = "", 1
        before = word


def _number(word: str) -> str:
    """Return the figures that a word stands for, "" for none; of tens the last is open."""
    word = _without_and(word)
    tens = f"{_TENS[word]}0" if word in _TENS else ""
    return _SPELT.get(word) or _TEENS.get(word) or tens or (word if word.isdecimal() else "")


def _without_and(word: str) -> str:
    bare = word.removeprefix(_HEBREW_AND)
    return bare if bare in _SPELT else word


def _is_spelt(word: str) -> bool:
    return any(_without_and(word) in words for words in (_SPELT, _TEENS, _TENS, _TIMES))


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
