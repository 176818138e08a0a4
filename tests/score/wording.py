"""How a guest says what it wishes for, in its language."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.score.tasks import Visit
from tests.score.tongues import TONGUES, Tongue


@dataclass(frozen=True)
class Wording:
    """The words of one language on one day."""

    lang: str
    today: date

    @property
    def tongue(self) -> Tongue:
        """Return the language."""
        return TONGUES[self.lang]

    def whole(self, wish: Visit) -> str:
        """Say all of a wish in one sentence."""
        whom = f" {self.tongue.with_whom.format(wish.technician)}" if wish.technician else ""
        return f"{self.treatments(wish)} {self.day(wish)} {self.hours(wish)}{whom}"

    def treatments(self, wish: Visit) -> str:
        """Say what is wished for."""
        named = [self.tongue.treatments.get(name, name) for name in wish.treatments]
        return f" {self.tongue.also if wish.side_by_side else self.tongue.then} ".join(named)

    def day(self, wish: Visit) -> str:
        """Say for which day."""
        if wish.day < len(self.tongue.days):
            return self.tongue.days[wish.day]
        return self.tongue.weekdays[(self.today + timedelta(days=wish.day)).weekday()]

    def hours(self, wish: Visit) -> str:
        """Say for which hour, or between which."""
        if wish.begins == wish.until:
            return self.tongue.at.format(self.hour(wish.begins))
        return self.tongue.between.format(self.hour(wish.begins), self.hour(wish.until))

    def hour(self, written: str) -> str:
        """Say an hour that is written as 15:00."""
        hour, minute = (int(part) for part in written.split(":"))
        if self.lang != "en":
            return written
        return f"{hour % 12 or 12}:{minute:02} {'AM' if hour < 12 else 'PM'}"
