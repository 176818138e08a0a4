"""Days, hours, money and addresses in words: a voice reads them aloud as they stand."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from shared_lib.kernel.spa import Spa

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ODD_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
MARKS = {
    ".": "dot", "@": "at", "-": "dash", "_": "underscore", "+": "plus", "'": "apostrophe", "%": "percent",
    "&": "ampersand", "!": "exclamation mark", "#": "hash", "$": "dollar sign", "*": "asterisk", "/": "slash",
    "=": "equals", "?": "question mark", "^": "caret", "`": "backtick", "{": "open brace", "|": "vertical bar",
    "}": "close brace", "~": "tilde",
}  # fmt: skip
HUNDRED, THOUSAND = 100, 1000
LONGEST_NUMBER = 6
"""Digits; what is longer is no count."""
NOON = 12


def number(count: int) -> str:
    """Return a number from 0 to 999,999 in words."""
    if count < len(ONES):
        return ONES[count]
    if count < HUNDRED:
        tens, ones = divmod(count, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    unit, name = (HUNDRED, "hundred") if count < THOUSAND else (THOUSAND, "thousand")
    whole, rest = divmod(count, unit)
    return f"{number(whole)} {name}" + (f" {number(rest)}" if rest else "")


def ordinal(count: int) -> str:
    """Return a place in a row in words: `twenty-first`."""
    words = number(count)
    head, hyphen, last = words.rpartition("-")
    if last.endswith("y"):
        return f"{words[:-1]}ieth"
    return f"{head}{hyphen}{ODD_ORDINALS.get(last, last + 'th')}"


def say_year(year: int) -> str:
    """Return a year as people say it: `twenty twenty-seven`."""
    century, rest = divmod(year, HUNDRED)
    return f"{number(century)} {number(rest)}" if rest >= len(ONES) // 2 else number(year)


def say_date(day: date, *, today: date) -> str:
    """Return `Friday, November twentieth`, with its year where that is not this one."""
    year = "" if day.year == today.year else f", {say_year(day.year)}"
    return f"{day:%A}, {day:%B} {ordinal(day.day)}{year}"


def say_clock(minute: int) -> str:
    """Return a minute of the wall clock, counted from midnight: `two thirty PM`, `noon`."""
    hour, rest = divmod(minute % (24 * 60), 60)
    if rest == 0 and hour % NOON == 0:
        return "noon" if hour else "midnight"
    minutes = "" if rest == 0 else f" {number(rest)}" if rest >= len(ONES) // 2 else f" oh {number(rest)}"
    return f"{number((hour - 1) % NOON + 1)}{minutes} {'PM' if hour >= NOON else 'AM'}"


def say_time(instant: datetime, spa: Spa) -> str:
    """Return the hour on the spa's wall; one that comes twice that night says which."""
    wall = spa.wall(instant)
    said = say_clock(wall.hour * 60 + wall.minute)
    if wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset():
        return said
    return f"{said} {'after' if wall.fold else 'before'} the clocks go back"


def say_day(instant: datetime, spa: Spa, *, now: datetime) -> str:
    """Return the day on the spa's wall."""
    return say_date(spa.today(instant), today=spa.today(now))


def say_moment(instant: datetime, spa: Spa, *, now: datetime) -> str:
    """Return `Friday, November twentieth at two PM`."""
    return f"{say_day(instant, spa, now=now)} at {say_time(instant, spa)}"


def say_moments(instants: Sequence[datetime], spa: Spa, *, now: datetime) -> str:
    """Return several times, each day named once: `Friday, November twentieth at two PM or three PM, or Sunday, ...`."""
    days = groupby(instants, key=lambda instant: say_day(instant, spa, now=now))
    said = [f"{day} at {one_of([say_time(instant, spa) for instant in times])}" for day, times in days]
    return ", or ".join(said)


def one_of(things: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return _joined(things, "or")


def all_of(things: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return _joined(things, "and")


def say_treatments(names: Sequence[str]) -> str:
    """Return each once, with for how many it is: `Swedish Massage for two and Facial`."""
    counted = Counter(names)
    return all_of([f"{name} for {number(count)}" if count > 1 else name for name, count in counted.items()])


def _joined(things: Sequence[str], word: str) -> str:
    *most, last = things
    return f"{', '.join(most)} {word} {last}" if most else last


def say_money(cents: int) -> str:
    """Return US dollars in words: `one hundred eighty-eight dollars and ten cents`."""
    dollars, rest = divmod(cents, HUNDRED)
    parts = [_counted(dollars, "dollar")] * bool(dollars or not rest) + [_counted(rest, "cent")] * bool(rest)
    return " and ".join(parts)


def _counted(count: int, thing: str) -> str:
    return f"{number(count)} {thing}" if count == 1 else f"{number(count)} {thing}s"


def say_phone(number: str) -> str:
    """Return a telephone number figure by figure, with a pause after each group: `one, five five five, ...`."""
    groups = ("".join(sign if sign.isdecimal() else " " for sign in number)).split()
    return ", ".join(" ".join(ONES[int(figure)] for figure in group) for group in groups)


def say_figures(text: str) -> str:
    """Return what an owner wrote with its figures as words: `40 % off; 2 months ahead` is read `forty percent off`."""
    if not any(sign.isdecimal() for sign in text):
        return text
    runs = ("".join(run) for _, run in groupby(text, key=str.isdecimal))
    words = (number(int(run)) if run.isdecimal() and len(run) <= LONGEST_NUMBER else run for run in runs)
    return " ".join("".join(words).replace("%", " percent ").replace(";", ",").split())


def say_email(address: str) -> str:
    """Return an address as it is read back: `anna dot berg nine two at example dot com`."""
    return " ".join("".join(_spelt(sign) for sign in address).split())


def _spelt(sign: str) -> str:
    word = ONES[int(sign)] if sign.isdecimal() else MARKS.get(sign)
    return f" {word} " if word else sign
