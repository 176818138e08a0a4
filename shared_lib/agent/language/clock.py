"""Clock times that words can mean, with am or pm possibly left open, and windows between them."""

from dataclasses import dataclass, replace
from datetime import time

from shared_lib.kernel.parts_of_day import LATE_PARTS, MIDNIGHT, PARTS

__all__ = ["LATE_PARTS", "PARTS"]
HALF, DAY, HOUR = 12, 24, 60  # hours of half a day and of a day, minutes of an hour
HALVES = ("am", "pm")
NIGHTFALL = 6  # an hour from here on, said `at night`, is before midnight
FIRST_LIKELY_HOUR = 8  # an hour without am or pm is in the daytime: 8 to 11 before noon, 12 to 7 after it


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall-clock time; `open` while am or pm is left open; `next_day` for midnight at the end of a day."""

    hour: int
    minute: int = 0
    open: bool = False
    around: bool = False
    next_day: bool = False

    @property
    def minutes(self) -> int:
        """Minutes since midnight of the likelier half of the day."""
        return self.likely().hour * HOUR + self.minute

    def likely(self) -> time:
        """Return the likelier of the two halves of the day."""
        hour = self.hour
        if self.open:
            hour = hour % HALF + HALF if hour % HALF < FIRST_LIKELY_HOUR else hour
        return time(hour % DAY, self.minute)

    def on_half(self, half: str) -> "Clock":
        """Settle am or pm where that is open; 15 pm is 15:00."""
        if self.hour > HALF:
            return replace(self, open=False)
        return replace(self, hour=self.hour % HALF + (HALF if half == "pm" else 0), open=False)

    def after(self, start: "Clock") -> "Clock":
        """Settle am or pm to the first such time after another."""
        return min((self.on_half(half) for half in HALVES), key=lambda clock: _minutes_between(start, clock))

    def near(self, other: "Clock") -> "Clock":
        """Let `8` in `7 or 8` be in the half of the day that 7 is likelier in."""
        later = self.open and other.open and other.likely().hour >= HALF and other.hour < self.hour < HALF
        return replace(self, hour=self.hour + HALF) if later else self

    def in_part(self, part: str) -> "Clock":
        """Settle am or pm by a part of the day said with it; midnight of an evening ends it."""
        if not self.open:
            return replace(self, next_day=self.next_day or (self.hour == 0 and part in LATE_PARTS))
        if part == "morning":
            return self.on_half("am")
        if part == "night":
            return self.on_half("pm" if NIGHTFALL <= self.hour < HALF else "am")
        if part == "evening" and self.hour == HALF:
            return replace(self, hour=0, open=False, next_day=True)
        return self.on_half("pm")


@dataclass(frozen=True, slots=True)
class Window:
    """From one clock time to another."""

    start: Clock
    end: Clock

    @classmethod
    def between(cls, start: Clock, end: Clock) -> "Window":
        """Let each end help the other to am or pm: in `3 to 5 pm` both are, in `11 to 1 pm` one is."""
        if start.open and not end.open:
            start = min((start.on_half(half) for half in HALVES), key=lambda clock: _minutes_between(clock, end))
        elif end.open and not start.open:
            end = end.after(start)
        return cls(start, end)


@dataclass(frozen=True, slots=True)
class Bound:
    """An open end: after or before a time."""

    clock: Clock
    side: str


def _minutes_between(start: Clock, end: Clock) -> int:
    return (end.minutes - start.minutes) % MIDNIGHT or MIDNIGHT


def clock_of(hour: int, minute: int = 0, half: str | None = None, *, exact: bool = False) -> Clock | None:
    """Return the time, or None where there is no such; hours past 12, 0 and `exact` ones are of 24 hours."""
    if hour > DAY or minute >= HOUR or (hour == DAY and minute):
        return None
    whole_day = exact or hour == 0 or hour > HALF
    clock = Clock(hour % DAY, minute, open=not whole_day)
    return clock.on_half(half) if half else clock


def less(clock: Clock, minutes: int) -> Clock:
    """So many minutes before a time."""
    at = (clock.hour * HOUR + clock.minute - minutes) % ((HALF if clock.open else DAY) * HOUR)
    hour = at // HOUR or HALF if clock.open else at // HOUR
    return replace(clock, hour=hour, minute=at % HOUR)


def more(clock: Clock, minutes: int) -> Clock:
    """So many minutes after a time."""
    return less(clock, -minutes)
