"""When a visit may begin, from what a caller said: words, or RFC 3339 as language models write it."""

import dataclasses
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from shared_lib.agent.dialogue.times import exactly, in_open_half, wanted_instant, whole_day, windows
from shared_lib.agent.language import When, understand
from shared_lib.agent.language.written_time import WrittenTime, written_time
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.availability.timeline import MINUTE, Window, whole_minute
from shared_lib.kernel.errors import Refusal
from shared_lib.kernel.hours import resolve

DAY, HALF = timedelta(days=1), timedelta(hours=12)
DECEMBER = 12
FIRST_YEAR, LAST_YEAR = 2000, 2200
"""Beyond these all years are alike: long past, or too far ahead; and near the calendar's ends zones have no place."""
NO_SUCH_TIME, SKIPPED, BACKWARDS, NOT_UNDERSTOOD = "no_such_time", "skipped", "backwards", "not_understood"


class BadWhen(Refusal):
    """No time can be meant by it; `near` is what comes closest, None where nothing does."""

    code = "BAD_WHEN"

    def __init__(self, why: str, near: datetime | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.near = near


@dataclasses.dataclass(frozen=True, slots=True)
class RequestedTime:
    """The windows in which a visit may begin, and the one instant that was asked for, if it was one."""

    windows: tuple[Window, ...]
    wanted: datetime | None = None

    @property
    def begins(self) -> datetime:
        """Return the instant that was asked for, or the beginning of the stretch."""
        return self.wanted or self.windows[0][0]


def read_when(text: str, context: CallContext) -> RequestedTime:
    """Return when a visit may begin, as soon as possible where nothing was said; raise BadWhen."""
    text = text.strip()
    if not text:
        return _soonest(context)
    first, slash, last = text.partition("/")
    begins, ends = written_time(first), written_time(last)
    if begins and ends:
        return _from_to(begins, ends, context)
    return _written(begins, context) if begins and not slash else _in_words(text, context)


def _soonest(context: CallContext) -> RequestedTime:
    return RequestedTime(((context.now, context.booking_window.horizon),))


def _written(written: WrittenTime, context: CallContext) -> RequestedTime:
    """Return the day of a date, or the day around a time."""
    day, instant = _read(written, context)
    if instant is None:
        return RequestedTime((whole_day(day, context.spa.tz),))
    return RequestedTime(windows(exactly(instant, context.spa.tz), context.spa.tz), instant)


def _from_to(first: WrittenTime, last: WrittenTime, context: CallContext) -> RequestedTime:
    """Return one window, the last minute or the last day included."""
    (begin_day, begins), (end_day, ends) = _read(first, context), _read(last, context)
    window = (
        begins or context.spa.midnight(begin_day),
        ends + MINUTE if ends else context.spa.midnight(end_day + DAY),
    )
    if window[1] <= window[0]:
        raise BadWhen(BACKWARDS, window[0])
    return RequestedTime((window,))


def _read(written: WrittenTime, context: CallContext) -> tuple[date, datetime | None]:
    """Return a date, and the instant where an hour was written beside it; raise BadWhen."""
    day = f"{min(max(written.year, FIRST_YEAR), LAST_YEAR)}{written.rest}"
    try:
        if written.clock is None:
            return date.fromisoformat(day), None
        moment = datetime.fromisoformat(f"{day}T{written.clock}{written.offset or ''}")
        instant = moment if written.offset else _on_the_wall(moment, context)
        return context.spa.today(instant), whole_minute(instant)
    except ValueError as error:
        raise BadWhen(NO_SUCH_TIME, _end_of_month(day, context)) from error


def _on_the_wall(wall: datetime, context: CallContext) -> datetime:
    """Return the instant at which the spa's clocks show a time, the first one where they do so twice; raise BadWhen."""
    instant = resolve(wall.date(), wall.hour * 60 + wall.minute, context.spa.tz)
    _not_skipped(instant, wall.time(), context)
    return instant


def _not_skipped(instant: datetime, clock: time, context: CallContext) -> None:
    """Raise BadWhen where the clocks never show the hour that was asked for."""
    shown = context.spa.wall(instant)
    if (clock.hour % 12, clock.minute) != (shown.hour % 12, shown.minute):
        raise BadWhen(SKIPPED, instant)


def _end_of_month(day: str, context: CallContext) -> datetime | None:
    """Return noon of the last day of a month that is shorter than somebody thought, None where it was no month."""
    year, month = int(day[:4]), int(day[5:7])
    if not 1 <= month <= DECEMBER:
        return None
    return context.spa.midnight(date(year, month, monthrange(year, month)[1])) + HALF


def _in_words(text: str, context: CallContext) -> RequestedTime:
    meaning = understand(text, now=context.wall_now, asked="time", vocabulary=context.vocabulary)
    if meaning.when is None:
        if meaning.choice and meaning.choice.by in {"earliest", "any"}:
            return _soonest(context)
        raise BadWhen(NOT_UNDERSTOOD)
    whens = [_with_a_day(when, context) for when in meaning.whens]
    if any(when.date and not FIRST_YEAR <= when.date.year <= LAST_YEAR for when in whens):
        raise BadWhen(NO_SUCH_TIME)
    wanted = wanted_instant(whens[0], context.spa.tz)
    if wanted and whens[0].time:
        _not_skipped(wanted, whens[0].time, context)
    return RequestedTime(
        tuple(dict.fromkeys(window for when in whens for window in windows(when, context.spa.tz))), wanted
    )


def _with_a_day(when: When, context: CallContext) -> When:
    """Return an hour without a day as the next time that the clocks show it; am or pm as the house is open."""
    if when.date is not None:
        return in_open_half(when, context.book.hours.values())
    today = context.spa.today(context.now)
    there = _on(today, when, context)
    wanted = wanted_instant(there, context.spa.tz)
    latest = wanted or max((end for _, end in windows(there, context.spa.tz)), default=context.now)
    return there if latest > context.booking_window.earliest else _on(today + DAY, when, context)


def _on(day: date, when: When, context: CallContext) -> When:
    return in_open_half(dataclasses.replace(when, date=day), context.book.hours.values())
