"""English words for numbers, days, months and parts of the day, and how people misspell them."""

import re
from collections.abc import Iterator
from typing import Any

from shared_lib.agent.language import halves
from shared_lib.agent.language.clock import PARTS
from shared_lib.agent.language.items import numeral

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
TENS_OF_MONTH = {"twenty": 20, "thirty": 30}
NTH_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
NTH_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth")
NTH_LATE = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}

WEEKDAYS = {
    "monday": 0,
    "mon": 0,
    "tuesday": 1,
    "tue": 1,
    "tues": 1,
    "wednesday": 2,
    "wed": 2,
    "weds": 2,
    "thursday": 3,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "friday": 4,
    "fri": 4,
    "saturday": 5,
    "sat": 5,
    "sunday": 6,
    "sun": 6,
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
LENGTHS = {
    "minute": "minute",
    "minutes": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hours": "hour",
    "hr": "hour",
    "hrs": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "week's": "week",
    "day's": "day",
    "hour's": "hour",
    "month's": "month",
    "month": "month",
    "months": "month",
}

# what speech recognition makes of an hour
HOMOPHONES = {"for": 4, "fore": 4, "to": 2, "too": 2, "ate": 8, "won": 1}

# other spellings -> the word that the tables use
SPELLINGS = {
    "tmrw": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "tomorow": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tomoz": "tomorrow",
    "tomorrow's": "tomorrow",
    "tomorrows": "tomorrow",
    "today's": "today",
    "tonite": "tonight",
    "tonight's": "tonight",
    "nite": "night",
    "morn": "morning",
    "wkday": "weekday",
    "mornings": "morning",
    "afternoons": "afternoon",
    "evenings": "evening",
    "afternoonish": "afternoon",
    "arvo": "afternoon",
    "wknd": "weekend",
    "weekends": "weekend",
    "untill": "until",
    "til": "until",
    "till": "until",
    "'til": "until",
    "thru": "through",
    "@": "at",
    "nxt": "next",
    "upcoming": "coming",
    "following": "coming",
    "oclock": "o'clock",
    "xmas": "christmas",
    "pls": "please",
    "plz": "please",
    "u": "you",
    "ur": "your",
    "thx": "thanks",
    "appt": "appointment",
    "appoint": "appointment",
    "wanna": "want",
    "gonna": "going",
    "cant": "can't",
    "dont": "don't",
    "doesnt": "doesn't",
    "wont": "won't",
    "whats": "what's",
    "im": "i'm",
    "id": "i'd",
    "ill": "i'll",
    "thats": "that's",
}
# long words in which one wrong letter is forgiven, and real words that are not mistakes for them
FORGIVEN = (
    *WEEKDAYS,
    *MONTHS,
    "tomorrow",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "weekend",
    "midnight",
    "o'clock",
    "appointment",
    "reschedule",
    "cancel",
    "booking",
    "reservation",
    "available",
)
INNOCENT = frozenset(
    {"mourning", "sundae", "sundays", "warning", "earning", "evenings", "booing", "cooking", "looking", "hooking"}
)
# spoken or dotted spellings that are put right before the sentence is cut into words
RESPELT = (
    *halves.RESPELT,
    (re.compile(r"\bo\s?['\"]?\s?clock\b", re.IGNORECASE), "o'clock"),
    (re.compile(r"\bweek-ends?\b", re.IGNORECASE), "weekend"),
    (re.compile(r"\bmid-?\s?day\b", re.IGNORECASE), "midday"),
    (re.compile(r"(?<=\d) p\b(?![.'])", re.IGNORECASE), " pm"),
    (re.compile(r"\bpee ?em\b", re.IGNORECASE), "pm"),
    (re.compile(rf"\b({'|'.join(UNITS + TEENS[:3])}|noon|\d+)-?ish\b", re.IGNORECASE), r"\1 ish"),
    (re.compile(r"\bon the dot\b", re.IGNORECASE), "sharp"),
    (re.compile(r"(?<=\d)(?=(?:am|pm|h|ish|hrs?|mins?|st|nd|rd|th)\b)", re.IGNORECASE), " "),
)


NTH = {word: n for n, word in enumerate((*NTH_UNITS, *NTH_TEENS), start=1)} | NTH_LATE


def lexicon() -> dict[str, dict[str, Any]]:
    """Return the readings of each word, by kind."""
    words: dict[str, dict[str, Any]] = {"zero": numeral(0, two_digits=False)}
    for word, readings in _readings():
        words.setdefault(word, {}).update(readings)
    return words


def _readings() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((word, {"unit": n, **numeral(n, two_digits=False)}) for n, word in enumerate(UNITS, start=1))
    yield from ((word, numeral(n, two_digits=True)) for n, word in enumerate(TEENS, start=10))
    yield from ((word, {"tens": n, **numeral(n, two_digits=True)}) for word, n in TENS.items())
    yield from ((word, {"nth": n}) for word, n in NTH.items())
    yield from ((word, {"nth_unit": NTH[word]}) for word in NTH_UNITS)
    yield from ((word, {"weekday": n}) for word, n in WEEKDAYS.items())
    yield from ((f"{word}s", {"weekday": n}) for word, n in WEEKDAYS.items())
    yield from ((word, {"month": n}) for word, n in MONTHS.items())
    yield from ((word, {"unit_of_time": unit}) for word, unit in LENGTHS.items())
    yield from ((word, {"part": word}) for word in PARTS)
    yield from ((half, {"half": half}) for half in ("am", "pm"))
    yield from ((word, {"homophone": n}) for word, n in HOMOPHONES.items())
    yield from (("couple", {"few": 2}), ("few", {"few": 3}))
