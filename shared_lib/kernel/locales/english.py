"""How English writes days, hours, money and lists: as everything that the house shows its own people."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from shared_lib.kernel import formatting
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa


class English:
    """Each instant is written on the spa's wall clock; `closed` is the word for a day without hours."""

    lang = "en"
    direction = "ltr"

    def money(self, cents: int) -> str:
        """Return cents of US dollars: `$1,180.00`."""
        return say_cents(cents)

    def day(self, instant: datetime, spa: Spa, *, now: datetime) -> str:
        """Return `Friday 27 November`; the year is added when it is not the year of `now`."""
        return formatting.say_day(instant, spa, now=now)

    def full_date(self, day: date) -> str:
        """Return a date with its year: `27 November 2026`."""
        return f"{day:%-d %B %Y}"

    def time(self, instant: datetime, spa: Spa) -> str:
        """Return `3:00 PM`; an hour that comes twice that night says which."""
        return formatting.say_time(instant, spa)

    def zone(self, spa: Spa) -> str:
        """Return what the spa's zone is called beside a time: `New York time`."""
        return formatting.say_zone(spa)

    def moment(self, instant: datetime, spa: Spa, *, now: datetime) -> str:
        """Return day, hour and zone in full: `Friday 27 November, 3:00 PM New York time`."""
        return formatting.say_moment(instant, spa, now=now)

    def hours(self, begins: datetime, ends: datetime, spa: Spa) -> str:
        """Return from when until when a visit lasts: `3:00 PM to 4:00 PM New York time`."""
        return f"{self.time(begins, spa)} to {self.time(ends, spa)} {self.zone(spa)}"

    def span(self, begins: datetime, ends: datetime, spa: Spa, *, now: datetime) -> str:
        """Return a visit from its first to its last minute: `Friday 27 November, 3:00 PM to 4:00 PM New York time`."""
        return f"{self.day(begins, spa, now=now)}, {self.hours(begins, ends, spa)}"

    def clock(self, minute: int) -> str:
        """Return a minute of the wall clock, counted from midnight: `10:00 AM`."""
        return formatting.say_clock(minute)

    def spans(self, spans: Sequence[Span], *, closed: str) -> str:
        """Return the hours of a day: `10:00 AM to midnight`."""
        return formatting.say_spans(spans, closed=closed)

    def week(self, hours: WeeklyHours, *, closed: str) -> str:
        """Return a week, days with the same hours together: `Sunday to Thursday 10:00 AM to midnight; ...`."""
        return "; ".join(f"{days} {self.spans(spans, closed=closed)}" for days, spans in formatting.week_runs(hours))

    def minutes(self, count: int) -> str:
        """Return `60 minutes`."""
        return f"{count} minute" if count == 1 else f"{count} minutes"

    def duration(self, length: timedelta) -> str:
        """Return a length in hours and minutes: `1 hour 30 minutes`."""
        return formatting.say_duration(length)

    def from_to(self, first: str, last: str) -> str:
        """Return a range: `10 to 15`."""
        return f"{first} to {last}"

    def all_of(self, names: Sequence[str]) -> str:
        """Return `a, b and c`."""
        return formatting.say_list(names, "and")

    def one_of(self, names: Sequence[str]) -> str:
        """Return `a, b or c`."""
        return formatting.say_list(names, "or")

    def guest(self, number: int, what: str) -> str:
        """Return what one of several guests has: `Guest 2: Swedish Massage`."""
        return f"Guest {number}: {what}"

    def with_whom(self, what: str, names: Sequence[str]) -> str:
        """Return a treatment with those who give it: `Swedish Massage, 1 hour, with Anna`."""
        return f"{what}, with {self.all_of(names)}"

    def plural(self, count: int) -> str:
        """Return which plural form a count takes, as CLDR calls it."""
        return "one" if count == 1 else "other"

    def plurals(self) -> frozenset[str]:
        """Return the plural forms that there are."""
        return frozenset({"one", "other"})

    def isolated(self, text: str) -> str:
        """Return words of another script so that they don't turn the sentence around them."""
        return text

    def tidy(self, text: str) -> str:
        """Return a filled sentence with what its facts change in the words beside them."""
        return text
