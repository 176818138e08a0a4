"""How the house speaks to one guest: sentences with facts, in the guest's language, never the same twice in a row."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from shared_lib.agent.replies.sentences import sentences, variants
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.locales import ENGLISH, LANGUAGES
from shared_lib.kernel.locales.sentence_writer import capitalised, writer
from shared_lib.kernel.spa import Spa

CLOSED = "closed"


class Voice:
    """The house's words in one language, to one guest.

    `used` tells which variant of a key was said last; given back as `last` in the next turn, with what was `heard`
    in this one, nobody hears the same twice in a row.
    """

    def __init__(
        self, lang: str, *, spa: Spa, now: datetime, last: Mapping[str, int] | None = None, heard: str = ""
    ) -> None:
        self.lang = lang if lang in LANGUAGES else ENGLISH
        self.used: dict[str, int] = dict(last or {})
        self._heard = frozenset(_sentences_of(heard))
        self._spa, self._now = spa, now
        self._sentences, self._writer = sentences(self.lang), writer(self.lang)
        self._locale = self._writer.locale

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence with its facts; a missing sentence or fact is a KeyError, never a half sentence."""
        said = [self._writer.write(each, facts) for each in variants(self._sentences[key], self._locale, facts)]
        if len(said) == 1:
            return said[0]
        following = self.used.get(key, -1) + 1
        turns = [n % len(said) for n in range(following, following + len(said))]
        self.used[key] = min(turns, key=lambda n: len(self._heard.intersection(_sentences_of(said[n]))))
        return said[self.used[key]]

    def knows(self, key: str) -> bool:
        """Return whether there is such a sentence."""
        return key in self._sentences

    @property
    def direction(self) -> str:
        """Return `rtl` for Hebrew, `ltr` for the others, as HTML calls it."""
        return self._locale.direction

    def money(self, cents: int) -> str:
        """Return cents of US dollars: `$180.00`."""
        return self._locale.money(cents)

    def moment(self, instant: datetime) -> str:
        """Return day, hour and zone in full: `Friday 27 November, 3:00 PM New York time`."""
        return self._locale.moment(instant, self._spa, now=self._now)

    def day(self, instant: datetime) -> str:
        """Return the day on the spa's wall: `Friday 27 November`."""
        return self._locale.day(instant, self._spa, now=self._now)

    def date(self, day: date) -> str:
        """Return a date of the spa's wall: `Friday 27 November`."""
        return self.day(self._spa.midnight(day))

    def time(self, instant: datetime) -> str:
        """Return the hour on the spa's wall: `3:00 PM`, `15:00`."""
        return self._locale.time(instant, self._spa)

    def clock(self, minute: int) -> str:
        """Return a minute of the wall clock, counted from midnight: `10:00 AM`, `10:00`."""
        return self._locale.clock(minute)

    def spans(self, spans: Sequence[Span]) -> str:
        """Return the hours of a day, or that it has none: `10:00 AM to midnight`, `closed`."""
        return self._locale.spans(spans, closed=self.say(CLOSED))

    def week(self, hours: WeeklyHours) -> str:
        """Return the hours of a week, days with the same hours together."""
        return self._locale.week(hours, closed=self.say(CLOSED))

    def zone(self) -> str:
        """Return what the spa's zone is called beside a time: `New York time`."""
        return self._locale.zone(self._spa)

    def minutes(self, n: int) -> str:
        """Return a length: `60 minutes`, with the plural that the language has."""
        return self._locale.minutes(n)

    def all_of(self, names: Sequence[str]) -> str:
        """Return `a, b and c`."""
        return self._locale.all_of(names)

    def one_of(self, names: Sequence[str]) -> str:
        """Return `a, b or c`."""
        return self._locale.one_of(names)

    def listed(self, lines: Iterable[str]) -> str:
        """Return lines of a list as the guest reads them: below one another."""
        return "\n".join(lines)

    def label(self, text: str) -> str:
        """Return words as a button or a line begins with them: their first letter is a capital."""
        return capitalised(text)

    def from_to(self, first: object, last: object) -> str:
        """Return a range of numbers or days: `10 to 15`."""
        return self._locale.from_to(str(first), str(last))


def _sentences_of(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [sentence for line in text.splitlines() for sentence in line.replace("? ", "?. ").split(". ") if sentence]
