"""The house's words in one language, to one guest."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from shared_lib.agent import replies
from shared_lib.kernel.formatting import say_day, say_moment, say_time, say_zone
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa


class Voice:
    """Says templates with facts, dates and money in the language's form."""

    def __init__(self, lang: str, *, spa: Spa, now: datetime, last: Mapping[str, int] | None = None) -> None:
        self.lang = lang
        self.used = dict(last or {})
        self._spa, self._now = spa, now

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence with its facts."""
        return replies.say(key, lang="en", **facts)

    def knows(self, key: str) -> bool:
        """Return whether there is such a sentence."""
        return replies.knows(key)

    def money(self, cents: int) -> str:
        """Return an amount of US dollars."""
        return say_cents(cents)

    def moment(self, instant: datetime) -> str:
        """Return day, hour and zone in full."""
        return say_moment(instant, self._spa, now=self._now)

    def day(self, instant: datetime) -> str:
        """Return the day on the spa's wall."""
        return say_day(instant, self._spa, now=self._now)

    def date(self, day: date) -> str:
        """Return a day of the calendar."""
        return self.day(self._spa.midnight(day))

    def time(self, instant: datetime) -> str:
        """Return the hour on the spa's wall."""
        return say_time(instant, self._spa)

    def minutes(self, n: int) -> str:
        """Return a length."""
        return f"{n} minutes"

    def all_of(self, names: Sequence[str]) -> str:
        """Return `a, b and c`."""
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def one_of(self, names: Sequence[str]) -> str:
        """Return `a, b or c`."""
        return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def zone(self) -> str:
        """Return what the spa's zone is called beside a time."""
        return say_zone(self._spa)
