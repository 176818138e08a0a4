"""English phrases for days by their number, and for months and what is counted in them."""

from shared_lib.agent.language import calendar, counted, dated, numbered, reach, timed
from shared_lib.agent.language.clock import HALF
from shared_lib.agent.language.grammar import Make, Readings, Table
from shared_lib.agent.language.items import LONGEST_MONTH

SOON = 45  # days
QUARTER = 15  # minutes
LONGEST_LIST = 4  # things that we offer at once
_P = ",|.?"  # the comma of `Friday, March 5` and the point of `Fri. 5 March`
_YEAR = ",|.|of|in?"
_DAY = "<ordinal>|<mday>|<nth>"


def _nth_with_part(make: Make) -> Make:
    """Make the first Saturday morning in December."""
    return lambda nth, weekday, part, *month: {**(make(nth, weekday, *month) or {}), "part": part}


def _last_with_part(make: Make) -> Make:
    """Make the last Friday evening of the month."""
    return lambda weekday, part, *month: {**(make(-1, weekday, *month) or {}), "part": part}


def _late_in_month(weekday: int, mday: int) -> Readings | None:
    """Mean Friday 18 where such a Friday is near: up to twelve it would be an hour, and far away it is a slip."""
    if mday <= HALF:
        return None
    near = calendar.preferring(
        (calendar.day_of_month(mday, weekday=weekday), calendar.coming(weekday)),
        lambda day, today: day <= today + SOON * calendar.DAY,
    )
    return {"day": near}


def _quarters(hour: int, minute: int) -> Readings | None:
    """Mean 13 30 after a weekday."""
    return timed.at_minute(hour, minute) if minute % QUARTER == 0 else None


def _unless_one(mday: int) -> Readings | None:
    """Mean on the 5, where `the one` would be a thing."""
    return numbered.of_this_month(mday) if mday > 1 else None


def _three_numbers(month: int, mday: int, year: int) -> Readings | None:
    """Mean 12 25 2026."""
    within = month <= numbered.MONTHS and mday <= LONGEST_MONTH
    return numbered.slashed("md")(f"{month}/{mday}/{year}") if within and year >= numbered.CENTURY else None


def _rather(refused: int, mday: int) -> Readings:
    """Mean not the fifth, the sixth."""
    return {"not_day": calendar.day_of_month(refused), "day": calendar.day_of_month(mday)}


def _fifth_or_later(mday: int) -> Readings | None:
    """Mean how about the tenth; the first four could be things of a list."""
    return numbered.of_this_month(mday) if mday > LONGEST_LIST else None


def _by_end_of_month(month: int) -> Readings | None:
    """Mean by the end of February."""
    return reach.day_bound("before")(calendar.month_part(month, 1, LONGEST_MONTH))


def _weekday_unless_one(weekday: int, mday: int) -> Readings | None:
    """Mean Friday the 5."""
    return numbered.numbered(weekday, mday) if mday > 1 else None


# a day by its number, which could not be anything else
DATES: Table = (
    (f"<month> {_P} the? <ordinal>|<mday>|<nth> {_YEAR} <number>?", numbered.month_day_year),
    (f"the? {_DAY} day? of|,? <month> {_YEAR} <number>?", numbered.day_month),
    (f"<weekday> {_P} <month> {_P} the? {_DAY} {_YEAR} <number>?", numbered.weekday_month_day),
    (f"<weekday> {_P} the? {_DAY} day? of? <month> {_YEAR} <number>?", numbered.numbered),
    ("<month> /|- <mday>|<ordinal> /|-|,? <number>?", numbered.month_day_year),
    ("<mday>|<ordinal> /|- <month> /|-|,? <number>?", numbered.day_month),
    ("in|during? <month> ,|of|in? <number>", numbered.month_year),
    ("<weekday> ,? the <mday>", _weekday_unless_one),
    ("<weekday> ,? <mday>", _late_in_month),
    ("=<weekday> ,? <hour> - <hour>", timed.window),
    ("=<weekday> ,? <hour> h|hours|hrs|o'clock", timed.at_whole_day),
    ("=<weekday> ,? <hour> <half>", timed.at),
    ("=<weekday> ,? <hour> <minute>", _quarters),
    (f"<weekday> {_P} the? <ordinal>", numbered.numbered),
    (f"<weekday> {_P} the <nth>", numbered.numbered),
    ("<weekday> ,? on? <slashed>", numbered.slashed_on_weekday("md")),
    ("<weekday> ,? on? <ymd>", lambda _, text: numbered.iso(text)),
    (f"the? {_DAY} day? of this|the month", numbered.of_this_month),
    (f"the? {_DAY} day? of|, next month", numbered.of_next_month),
    (f"next month ,|on? the {_DAY}", numbered.of_next_month),
    ("next month ,|on? <ordinal>", numbered.of_next_month),
    ("the? <ordinal>", numbered.of_this_month),
    ("<slashed>", numbered.slashed("md")),
    ("<digits> - <digits>", numbered.dashed),
    ("the <mday> to|through|- <mday>", lambda first, last: numbered.span_to_number(calendar.day_of_month(first), last)),
    ("<number> <number> <number>", _three_numbers),
    ("<number> / <number>", lambda month, mday: numbered.slashed("md")(f"{month}/{mday}")),
    ("<ymd>", numbered.iso),
    ("the? <nth>|<ordinal> <weekday> of|in <month>", dated.nth_of_month),
    ("the? last <weekday> of|in <month>", lambda weekday, month: dated.nth_of_month(-1, weekday, month)),
    ("the? <nth>|<ordinal> <weekday> of|in the|this month", dated.nth_of_month),
    ("the? last <weekday> of|in the|this month", lambda weekday: dated.nth_of_month(-1, weekday)),
    ("the? <nth>|<ordinal> <weekday> of|in next month", dated.nth_of_next_month),
    ("the? last <weekday> of|in next month", lambda weekday: dated.nth_of_next_month(-1, weekday)),
    ("the? <nth>|<ordinal> <weekday> <part> of|in <month>", _nth_with_part(dated.nth_of_month)),
    ("the? <nth>|<ordinal> <weekday> <part> of|in the|this month", _nth_with_part(dated.nth_of_month)),
    ("the? <nth>|<ordinal> <weekday> <part> of|in next month", _nth_with_part(dated.nth_of_next_month)),
    ("the? last <weekday> <part> of|in <month>", _last_with_part(dated.nth_of_month)),
    ("the? last <weekday> <part> of|in the|this month", _last_with_part(dated.nth_of_month)),
    ("the? last <weekday> <part> of|in next month", _last_with_part(dated.nth_of_next_month)),
    ("the? <nth>|<ordinal> week of|in <month>", dated.week_of_month),
    ("the? first <length> of|in <month>", dated.days_of_month),
    ("the? first <length> of|in the|this month", dated.days_of_month),
    ("the? first <length> of|in next month", lambda length: dated.days_of_month(length, months=1)),
    ("the? last week of|in <month>", lambda month: dated.week_of_month(-1, month)),
    ("the? <nth>|<ordinal> week of|in the|this month", dated.week_of_month),
    ("the? last week of|in the|this month", lambda: dated.week_of_month(-1)),
    ("the? <nth>|<ordinal> week of|in next month", lambda nth: dated.week_of_month(nth, months=1)),
    ("the? last week of|in next month", lambda: dated.week_of_month(-1, months=1)),
    ("the? <nth>|<ordinal> weekend of|in <month>", dated.weekend_of_month),
    ("the? <nth>|<ordinal> weekend of|in the|this month", dated.weekend_of_month),
    ("the? <nth>|<ordinal> weekend of|in next month", dated.weekend_of_next_month),
    ("the? <nth>|<ordinal> <weekday> of|in the? new|next year", lambda nth, day: dated.nth_of_month(nth, day, 1)),
    ("the? <nth>|<ordinal> week of|in the? new|next year", lambda nth: dated.week_of_month(nth, 1)),
    ("the? last <weekday> of|in the|this year", lambda weekday: dated.nth_of_month(-1, weekday, 12)),
    ("the? last weekend of|in <month>", lambda month: dated.weekend_of_month(-1, month)),
    ("any|some|a weekend of|in <month>", lambda month: dated.weekend_of_month(1, month)),
    (f"the? {_DAY} to|until|through|-|and the? {_DAY} of? <month>", numbered.span_in_month),
    (f"from|between the? {_DAY} to|until|through|-|and the? {_DAY} of? <month>", numbered.span_in_month),
    (f"from? <month> {_DAY} to|until|through|- the? {_DAY}", numbered.span_of_month),
)

# what may be a day where nothing better was found
LOOSE: Table = (
    ("next|this|coming <day>", counted.kept("day")),
    ("=on|for|until|from|by|to|through|and|- the <nth>", numbered.of_this_month),
    ("=on|for|until|from|by|to|through|and|- the <mday>", _unless_one),
    ("the <nth> =at|around|after|before|by|from? =<hour>|<clock>|<compact>", numbered.of_this_month),
    ("the <nth> =in|, =the? =<part>", numbered.of_this_month),
    ("the <nth> =<part>", numbered.of_this_month),
    ("=about|do|try|prefer|like|want|make|need|not the <nth>", _fifth_or_later),
    ("not the <nth> , but? the <nth>", _rather),
    ("=<numbered> or|and the? <mday>", numbered.of_this_month),
    ("in|during|for|of <month>", dated.part_of_month(1, 31)),
    ("=had|was|were|been in <month>", counted.marked("past")),
    ("next <month>", dated.part_of_month(1, 31)),
    ("beginning|start|early of|in? <month>", dated.part_of_month(1, 10)),
    ("the? middle|mid of|-? <month>", dated.part_of_month(11, 20)),
    ("the? last day of|in <month>", lambda month: dated.last_of_month(0, month)()),
    ("the? first half of <month>", dated.part_of_month(1, 15)),
    ("by|before|until the? end of <month>", _by_end_of_month),
    ("the? second half of <month>", dated.part_of_month(16, 31)),
    ("end|late of|in? <month>", dated.part_of_month(21, 31)),
)
