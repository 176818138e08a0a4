"""A number alone, or among words that only agree or thank, as an hour of the clock."""

import re

from .language_detection import ENGLISH
from .loader import load_language

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_HOUR = re.compile(r"[1-9]|1[0-2]")


def bare_hour(text: str, lang: str = ENGLISH) -> int | None:
    """Return the hour from 1 to 12 that is all that a text says: `2`, `ok two then`; None where it says more."""
    language = load_language(lang)
    beside = language.beside_hour | language.fillers
    said = [word for word in _WORD.findall(text.lower()) if word not in beside]
    if len(said) != 1 or _goes_on(text, said[0]):
        return None
    number = "".join(str(item.readings.get("hour", item.word)) for item in language.items(said[0]))
    return int(number) if _HOUR.fullmatch(number) else None


def _goes_on(text: str, number: str) -> bool:
    """Tell whether a sign stands at the number that makes another of it: 2:30, 1/2, #3, -4."""
    return bool(re.search(rf"[:/.#+$%*=-]{number}|{number}[:/#+$%*=-]|{number}\.\d", text))
