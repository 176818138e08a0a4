"""Who speaks in the answers: one place, so that another voice is one line."""

from collections.abc import Sequence
from datetime import date, datetime

from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.replies import say
from shared_lib.kernel.formatting import say_day, say_moment, say_spans, week_runs
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.money import say_cents


class EnglishVoice:
    """The house's words in English."""

    lang = "en"

    def __init__(self, services: DialogueServices) -> None:
        self._spa, self._now = services.spa, services.now

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence with its facts."""
        return say(key, **facts)

    def money(self, cents: int) -> str:
        """Return cents as people read them."""
        return say_cents(cents)

    def moment(self, instant: datetime) -> str:
        """Return day, hour and zone in full."""
        return say_moment(instant, self._spa, now=self._now)

    def date(self, day: date) -> str:
        """Return a date of the spa's wall."""
        return say_day(self._spa.midnight(day), self._spa, now=self._now)

    def minutes(self, n: int) -> str:
        """Return a length."""
        return f"{n} minutes"

    def all_of(self, names: Sequence[str]) -> str:
        """Return `a, b and c`."""
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

    def spans(self, spans: Sequence[Span]) -> str:
        """Return the hours of a day, or that it has none."""
        return say_spans(spans, closed=say("closed"))

    def week(self, hours: WeeklyHours) -> str:
        """Return the hours of a week, days with the same hours together."""
        return "; ".join(f"{days} {self.spans(spans)}" for days, spans in week_runs(hours))

    def from_to(self, first: object, last: object) -> str:
        """Return a range of numbers."""
        return f"{first} to {last}"


def voice_of(lang: str, services: DialogueServices) -> EnglishVoice:
    """Return the voice that speaks to this guest."""
    del lang
    return EnglishVoice(services)
