"""How the other languages of our guests write, by the rules of CLDR as Babel has them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_currency
from babel.units import format_unit

from shared_lib.kernel.formatting import comes_twice, day_runs
from shared_lib.kernel.hours import DAY, Span, WeeklyHours
from shared_lib.kernel.locales.english import English
from shared_lib.kernel.spa import Spa

_WORDS = Path(__file__).with_name("words.toml")
_CENTS = 100
_MONDAY = date(2024, 1, 1)
_LATIN_OR_NUMBER, _RIGHT_TO_LEFT = re.compile(r"[A-Za-z0-9]"), re.compile(r"[\u0590-\u05ff\u200f]")
_ISOLATE, _END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


class Translated(English):
    """One language, with its own words around what CLDR writes; the clock has 24 hours in each of them."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._words = _words()[lang]
        self._cldr = Locale.parse(self._words["cldr"])
        self.direction = self._words["direction"]

    def money(self, cents: int) -> str:
        """Return cents of US dollars, with the sign that every guest knows."""
        written = format_currency(cents / _CENTS, "USD", locale=self._cldr)
        return self.isolated(written.replace("USD", "$"))

    def day(self, instant: datetime, spa: Spa, *, now: datetime) -> str:
        """Return weekday, day and month; the year is added when it is not the year of `now`."""
        wall = spa.wall(instant)
        return self._dated("day" if wall.year == spa.today(now).year else "day_with_year", wall)

    def full_date(self, day: date) -> str:
        """Return a date with its year."""
        return format_date(day, "long", locale=self._cldr)

    def _dated(self, pattern: str, wall: date) -> str:
        return format_datetime(datetime.combine(wall, datetime.min.time()), self._words[pattern], locale=self._cldr)

    def time(self, instant: datetime, spa: Spa) -> str:
        """Return `15:00`; an hour that comes twice that night says which: `1:30 EDT`."""
        wall = spa.wall(instant)
        hour = format_datetime(wall.replace(tzinfo=None), self._words["time"], locale=self._cldr)
        return f"{hour} {wall:%Z}" if comes_twice(wall) else hour

    def zone(self, spa: Spa) -> str:
        """Return what the spa's zone is called beside a time."""
        named: Mapping[str, str] = self._words["zones"]
        return named.get(spa.zone) or self._put("zone", city=self._city(spa))

    def _city(self, spa: Spa) -> str:
        return get_timezone_location(spa.tz, locale=self._cldr, return_city=True)

    def moment(self, instant: datetime, spa: Spa, *, now: datetime) -> str:
        """Return day, hour and zone in full."""
        return self._put(
            "moment", day=self.day(instant, spa, now=now), time=self.time(instant, spa), zone=self.zone(spa)
        )

    def hours(self, begins: datetime, ends: datetime, spa: Spa) -> str:
        """Return from when until when a visit lasts."""
        return self._put("hours", begins=self.time(begins, spa), ends=self.time(ends, spa), zone=self.zone(spa))

    def clock(self, minute: int) -> str:
        """Return a minute of the wall clock, counted from midnight: `10:00`, `24:00` at the day's end."""
        if minute == DAY:
            return "24:00"
        wall = datetime.combine(_MONDAY, datetime.min.time()) + timedelta(minutes=minute % DAY)
        return format_datetime(wall, self._words["time"], locale=self._cldr)

    def spans(self, spans: Sequence[Span], *, closed: str) -> str:
        """Return the hours of a day."""
        return ", ".join(self._span(begins, ends) for begins, ends in spans) or closed

    def _span(self, begins: int, ends: int) -> str:
        last = self._words["midnight"] if ends == DAY else self.clock(ends)
        return self._put("span", begins=self.clock(begins), ends=last)

    def week(self, hours: WeeklyHours, *, closed: str) -> str:
        """Return a week from its first day here, days with the same hours together."""
        return "; ".join(self._runs(hours, closed))

    def _runs(self, hours: WeeklyHours, closed: str) -> Iterator[str]:
        first = self._cldr.first_week_day
        for days, spans in day_runs(hours, [(first + n) % 7 for n in range(7)]):
            names = [self._weekday(day) for day in days]
            said = names[0] if len(names) == 1 else self.from_to(names[0], names[-1])
            yield self._put("week", days=said, hours=self.spans(spans, closed=closed))

    def _weekday(self, day: int) -> str:
        return str(self._cldr.days["stand-alone"]["wide"][day])

    def minutes(self, count: int) -> str:
        """Return a length in minutes, with the plural that belongs to it."""
        return format_unit(count, "duration-minute", locale=self._cldr)

    def duration(self, length: timedelta) -> str:
        """Return a length in hours and minutes."""
        hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
        parts = [format_unit(hours, "duration-hour", locale=self._cldr)] * bool(hours)
        return " ".join([*parts, *[self.minutes(minutes)] * bool(minutes or not hours)])

    def from_to(self, first: str, last: str) -> str:
        """Return a range of numbers or days."""
        return self._put("from_to", first=first, last=last)

    def all_of(self, names: Sequence[str]) -> str:
        """Return all names, the last two with an `and` between them."""
        return self._listed(names, "standard")

    def one_of(self, names: Sequence[str]) -> str:
        """Return all names, the last two with an `or` between them."""
        return self._listed(names, "or")

    def _listed(self, names: Sequence[str], style: Literal["standard", "or"]) -> str:
        listed = format_list([self.isolated(name) for name in names], style=style, locale=self._cldr)
        return self.tidy(listed)

    def guest(self, number: int, what: str) -> str:
        """Return what one of several guests has."""
        return self._put("guest", number=str(number), what=what)

    def with_whom(self, what: str, names: Sequence[str]) -> str:
        """Return a treatment with those who give it."""
        return self._put("with_whom", what=what, names=self.all_of(names))

    def plural(self, count: int) -> str:
        """Return which plural form a count takes, as CLDR calls it."""
        return self._cldr.plural_form(count)

    def plurals(self) -> frozenset[str]:
        """Return the plural forms that a whole number can take."""
        return frozenset(self._cldr.plural_form(count) for count in range(201))

    def isolated(self, text: str) -> str:
        """Return Latin letters and numbers within a sentence from right to left, isolated from it."""
        foreign = self.direction == "rtl" and _LATIN_OR_NUMBER.search(text) and not _RIGHT_TO_LEFT.search(text)
        return f"{_ISOLATE}{text}{_END}" if foreign and _ISOLATE not in text else text

    def tidy(self, text: str) -> str:
        """Return a filled sentence with what its facts change in the words beside them."""
        for sought, instead in self._tidying:
            text = sought.sub(instead, text)
        return text

    @cached_property
    def _tidying(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(sought), instead) for sought, instead in self._words["tidy"]]

    def _put(self, pattern: str, **words: str) -> str:
        return str(self._words[pattern]).format(**words)


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
