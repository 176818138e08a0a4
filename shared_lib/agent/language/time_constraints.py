"""From the facts of a sentence to constraints on day and time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from .calendar import DAY, LEAP_DAY, Coming, Days, Period, moved, spanning
from .clock import HALF, Bound, Clock, Window, more
from .items import Item
from .meaning import When

_KINDS = ("day", "clock", "window", "bound", "part", "later", "within", "soft", "spare")
_VOID = ("past", "busy")
_NEAR = 2  # words
_NEARLY_A_YEAR = 303 * DAY  # a day so far away was rather the one two months ago
_ENDS = frozenset(".?!,;")
_TIMED = ("clock", "window", "bound", "later", "within")


@dataclass(slots=True)
class Constraint:
    """What was said in one breath: at most one of each kind."""

    day: Days | None = None
    side: str = ""
    beyond: bool = False  # the day is a bound and not meant itself
    clock: Clock | None = None
    window: Window | None = None
    bound: Bound | None = None
    part: str | None = None
    soft: Window | None = None  # counts where no time is said
    spare: Bound | None = None  # counts where neither a time nor a part of the day is said
    later: int | None = None  # minutes from now
    within: int | None = None  # minutes from now
    limits: bool = False  # what somebody does till then; what is said next is the wish
    void: bool = False  # of the past, or of a day on which nobody comes
    corrects: bool = False
    place: int = 0  # in the text, of the first word
    stands: bool = False  # of a visit that is booked; what else is said is the wish
    stays: bool = False  # of a stay or an occasion, which bounds a visit where nothing else does
    moves: bool = False  # to which a visit is moved; what else is said is another wish

    def takes(self, item: Item) -> bool:
        """Tell whether the item says something new that does not contradict."""
        readings = item.readings
        if ("day" in readings and self.void) or (_is_void(item) and self.day):
            return False
        if self.part and readings.get("part", self.part) != self.part:
            return False
        if "bound" in readings and self.bound:
            return self.limits or _enclose(self.bound, readings["bound"])
        if self.timed and _says_time(item):
            return self.limits
        return not ("day" in readings and self.day) or readings.get("side") == "before" != self.side

    def add(self, item: Item) -> None:
        """Take what the item says."""
        bound = item.readings.get("bound")
        if self.limits and _says_time(item) and not (bound and self.bound and _enclose(self.bound, bound)):
            self.bound = None
        if bound and self.bound:
            first, last = sorted((self.bound, bound), key=lambda one: one.side)
            self.bound, self.window = None, Window.between(first.clock, last.clock)
            return
        if self.day and "day" in item.readings:
            self.day = spanning(self.day, item.readings["day"])
            return
        self.void = self.void or _is_void(item)
        for kind in (*_KINDS, "side", "beyond", "limits"):
            if kind in item.readings:
                setattr(self, kind, item.readings[kind])

    def turn(self, side: str) -> None:
        """Let what was a time be a bound: `a meeting at 3, after that`."""
        clock = self.window.end if self.window else self.clock
        if clock:
            self.clock, self.window, self.bound = None, None, Bound(clock, side)

    @property
    def timed(self) -> bool:
        """Tell whether a time was said."""
        return any(getattr(self, kind) is not None for kind in _TIMED)


def _is_void(item: Item) -> bool:
    return any(kind in item.readings for kind in _VOID)


def _says_time(item: Item) -> bool:
    return any(kind in item.readings for kind in _TIMED)


def _enclose(one: Bound, other: Bound) -> bool:
    """Tell whether both bounds hold at once: `after 3, before 8` do, `before noon or after 5` do not."""
    first, last = sorted((one, other), key=lambda bound: bound.side)
    end = last.clock.after(first.clock) if last.clock.open and first is one else last.clock
    return first.side != last.side and first.clock.likely() < end.likely()


@dataclass(frozen=True, slots=True)
class Times:
    """What a sentence says of days and times: the one that counts first, each by its place, and what stands so far."""

    whens: tuple[When, ...] = ()
    placed: tuple[tuple[int, When], ...] = ()
    old: When | None = None
    passed: date | None = None  # a day that was named and has passed


def times_of(items: list[Item], now: datetime, corrections: frozenset[str], joiners: frozenset[str]) -> Times:
    """Return the constraints of a parsed sentence."""
    constraints = _lend(_constraints(items, corrections, joiners))
    wished, stands = _apart(constraints)
    wished = sorted(_standing(wished), key=lambda each: not each.moves)
    placed = [(each.place, when) for each in wished if (when := _resolve(each, now))]
    old = next(filter(None, (_resolve(each, now) for each in stands)), None) or _left(items, now, joiners)
    whens = _refusing([when for _, when in placed], items, now)
    return Times(whens, tuple(placed), old, _passed(whens, items, now.date()))


def _passed(whens: tuple[When, ...], items: Sequence[Item], today: date) -> date | None:
    """Return a day that was named and has passed: last Monday, or 30 November on the day after."""
    named: list[Days] = [item.readings["past_day"] for item in items if "past_day" in item.readings]
    periods = (days(today) for days in named)
    gone = next((period.first for period in periods if period and period.first < today), None)
    if gone and not any(when.date and when.date - gone != 7 * DAY for when in whens):
        return gone
    day = whens[0].date if whens else None
    if day is None or day - today < _NEARLY_A_YEAR or any(str(day.year) in item.word for item in items):
        return None
    return _year_before(day)


def _year_before(day: date) -> date | None:
    """Return the same day of the year before, None on a leap day."""
    return None if (day.month, day.day) == LEAP_DAY else day.replace(year=day.year - 1)


def _apart(constraints: list[Constraint]) -> tuple[list[Constraint], list[Constraint]]:
    """Part what is wished for from the times of a visit that stands; with nothing beside them, these are the wish."""
    wished = [each for each in constraints if not (each.stands or each.stays)]
    if wished:
        return wished, [each for each in constraints if each.stands]
    return constraints, []


def _left(items: Sequence[Item], now: datetime, joiners: frozenset[str]) -> When | None:
    """Return what is given up in one phrase: from Friday to Saturday, from 3 to 4, or `my massage Friday won't do`."""
    mark = ""
    for item in items:
        mark = _mark(item, mark, joiners)
        if mark == "stands" and (refused := _refused(item, now.date())):
            return When(date=refused[0])
        if "old_day" in item.readings and (period := item.readings["old_day"](now.date())):
            return When(date=period.first)
        if "old_clock" in item.readings:
            return When(time=item.readings["old_clock"].likely(), either_half=item.readings["old_clock"].open)
    return None


def _refusing(whens: list[When], items: Sequence[Item], now: datetime) -> tuple[When, ...]:
    """Return the times with the days that the sentence refuses."""
    since = min((when.date - DAY for when in whens if when.date and when.end_date), default=now.date())
    refused = tuple(day for item in items for day in _refused(item, max(since, now.date())))
    return tuple(dict.fromkeys(replace(when, not_dates=refused) for when in whens)) or (
        (When(not_dates=refused),) if refused else ()
    )


def _standing(constraints: list[Constraint]) -> list[Constraint]:
    """Leave out what was corrected afterwards."""
    last = max((n for n, constraint in enumerate(constraints) if constraint.corrects), default=0)
    return constraints[last:]


def _constraints(items: Sequence[Item], corrections: frozenset[str], joiners: frozenset[str]) -> list[Constraint]:
    constraints: list[Constraint] = []
    corrected, last = False, 0
    mark = ""
    for n, item in enumerate(items):
        mark = _mark(item, mark, joiners)
        if item.word in corrections or "corrects" in item.readings or _trails_off(items, n, constraints):
            corrected = True
            if constraints and _ends_constraint(items, n):  # `4 pm instead` corrects what was said before it
                constraints[-1].corrects, corrected = len(constraints) > 1, False
        moved_to = _moved(item.readings.get("shift"), constraints, items[:n])
        if moved_to:
            moved_to.corrects = corrected and bool(constraints)
            constraints.append(moved_to)
        if "then" in item.readings and constraints:
            constraints[-1].turn(item.readings["then"])
        if not any(kind in item.readings for kind in (*_KINDS, *_VOID)):
            continue
        told = constraints and (_beside(items, last, n) or not (constraints[-1].void or _is_void(item)))
        if not (told and constraints[-1].takes(item) and _in_one_breath(constraints[-1], mark)):
            constraints.append(
                Constraint(
                    corrects=corrected and bool(constraints),
                    place=item.start,
                    stands=mark == "stands",
                    stays=mark == "stays",
                    moves=mark == "moves",
                )
            )
        constraints[-1].add(item)
        corrected, last = False, n
    return [constraint for constraint in constraints if not constraint.void]


def _mark(item: Item, mark: str, joiners: frozenset[str]) -> str:
    """Return what a time after an item is: stands, of a stay, moved to, "" for a wish; it holds for a breath."""
    said = next((kind for kind in ("stays", "stands", "moves", "wishes") if kind in item.readings), "")
    if said:
        return said.removeprefix("wishes")
    return "" if item.word in _ENDS or item.word == ":" or item.word in joiners else mark


def _in_one_breath(constraint: Constraint, mark: str) -> bool:
    """Tell whether a time goes on with the one before: a stay with no other, a visit that stands with no stay."""
    stays, moves = (mark == "stays") == constraint.stays, mark == "moves" and not constraint.moves
    return stays and not moves and not (mark == "stands" and not constraint.stands)


def _beside(items: Sequence[Item], one: int, other: int) -> bool:
    """Tell whether two items stand so near that they say one time: `yesterday at 3`."""
    between = items[one + 1 : other]
    return len(between) <= _NEAR and not any(item.word in _ENDS for item in between)


def _moved(shift: timedelta | None, constraints: list[Constraint], before: Sequence[Item]) -> Constraint | None:
    """Return what was said before, so much later or earlier: `not Monday, the day after`, `at 3, no, an hour later`."""
    if not shift:
        return None
    day = constraints[-1].day if constraints else None
    if shift % DAY:
        clock = constraints[-1].clock if constraints else None
        return Constraint(day=day, clock=more(clock, shift // timedelta(minutes=1))) if clock else None
    refused = next((item.readings["not_day"] for item in reversed(before) if "not_day" in item.readings), None)
    day = day or refused
    return Constraint(day=moved(day, shift.days)) if day else None


def _trails_off(items: Sequence[Item], at: int, before: Sequence[Constraint]) -> bool:
    """Tell whether somebody pauses after a day to think again: Friday... Thursday at 3."""
    pauses = items[at].word == "\u2026" or (at > 0 and items[at].word == items[at - 1].word == ".")
    return pauses and bool(before) and not before[-1].timed


def _ends_constraint(items: Sequence[Item], at: int) -> bool:
    """Tell whether an item stands between a time and the end of its sentence."""
    told = at > 0 and any(kind in items[at - 1].readings for kind in _KINDS)
    return told and (at + 1 == len(items) or items[at + 1].word in _ENDS)


def _lend(constraints: list[Constraint]) -> list[Constraint]:
    """Let `Monday or Tuesday at 3` be 3 on both days, `Monday at 3 or 4` and `Monday at 3, no, 4` on Monday."""
    for before, after in pairwise(constraints):
        alike = after.day is None  # `Monday at 5 or Tuesday at 10` says nothing of the evening
        if after.day is None and after.later is None:
            after.day, after.side = before.day, before.side
            after.part = after.part or before.part
        if alike and before.clock and after.clock and not after.corrects:
            before.clock = Window.between(before.clock, after.clock).start
            after.clock = after.clock.near(before.clock)
        if after.corrects and not after.timed:
            after.clock, after.window, after.bound = before.clock, before.window, before.bound
    for after, before in pairwise(reversed(constraints)):
        if not (before.timed or before.part or before.stands != after.stands) and before.day:
            before.clock, before.window, before.bound = after.clock, after.window, after.bound
            before.part = before.part or after.part
        if before.day is None and before.later is None:
            before.day, before.side = after.day, after.side
    return constraints


def _refused(item: Item, since: date) -> list[date]:
    """Return the days that an item refuses: the Friday of the week that is wished for, not the one before."""
    days = item.readings.get("not_day")
    period = days(since) if days else None
    return [period.first + n * DAY for n in range((period.last - period.first).days + 1)] if period else []


def _resolve(constraint: Constraint, now: datetime) -> When | None:
    if constraint.later is not None:
        return _later(now, constraint.later)
    if constraint.within is not None:
        return _within(now, constraint.within)
    period = constraint.day(now.date()) if constraint.day else None
    if constraint.day and period is None:
        return None
    when = _timed(constraint, period)
    if period is None:
        return when
    either_week = isinstance(constraint.day, Coming)
    return replace(when, open=when.open or constraint.side, either_week=either_week, beyond=constraint.beyond)


def _later(now: datetime, minutes: int) -> When | None:
    if minutes > 60 * 24 * 365:
        return None
    then = now + timedelta(minutes=minutes)
    return When(date=then.date(), time=then.time().replace(second=0, microsecond=0))


def _within(now: datetime, minutes: int) -> When | None:
    begin, end = _later(now, 0), _later(now, minutes)
    return replace(begin, end_date=end.date, end_time=end.time) if begin and end else None


def _timed(constraint: Constraint, period: Period | None) -> When:
    first = period.first if period else None
    last = None if period is None or period.is_day else period.last
    when = When(date=first, end_date=last, part=None if constraint.timed else constraint.part)
    window = constraint.window or (None if constraint.timed else constraint.soft)
    if window:
        return _in_window(when, window, constraint.part)
    bound = constraint.bound or (None if constraint.clock or constraint.part else constraint.spare)
    clock = bound.clock if bound else constraint.clock
    if clock is None:
        return when
    part = (
        "afternoon" if bound and clock.hour == HALF and constraint.part == "morning" else constraint.part
    )  # before 12 is before noon
    clock = clock.in_part(part) if part else clock
    if clock.next_day and first and last is None:
        when = replace(when, date=first + DAY)
    side = bound.side if bound else ""
    return replace(when, time=clock.likely(), open=side, either_half=clock.open, around=clock.around)


def _in_window(when: When, window: Window, part: str | None) -> When:
    start, end = window.start, window.end
    if part:
        start = start.in_part(part)
        end = end.after(start) if end.open else end.in_part(part)
    first, last = start.likely(), (end.after(start) if start.open and end.open else end).likely()
    end_date = when.end_date or (when.date + DAY * (last <= first) if when.date else None)
    return replace(when, time=first, end_time=last, end_date=end_date, part=None, either_half=start.open or end.open)
