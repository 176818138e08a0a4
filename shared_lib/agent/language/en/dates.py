"""English phrases for days by their number, and for months and what is counted in them."""

from shared_lib.agent.language import calendar, date_builders, day_builders, time_builders
from shared_lib.agent.language.clock import HALF
from shared_lib.agent.language.grammar import Make, Readings, kept, marked, table
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
    return time_builders.at_minute(hour, minute) if minute % QUARTER == 0 else None


def _unless_one(mday: int) -> Readings | None:
    """Mean on the 5, where `the one` would be a thing."""
    return date_builders.of_this_month(mday) if mday > 1 else None


def _three_numbers(month: int, mday: int, year: int) -> Readings | None:
    """Mean 12 25 2026."""
    within = month <= date_builders.MONTHS and mday <= LONGEST_MONTH
    return date_builders.slashed("md")(f"{month}/{mday}/{year}") if within and year >= date_builders.CENTURY else None


def _dashed(month: int, mday: int) -> Readings | None:
    """Mean 12-4 before an hour: such numbers are no hours then."""
    return date_builders.month_day_year(month, mday) if month <= date_builders.MONTHS else None


def _rather(refused: int, mday: int) -> Readings:
    """Mean not the fifth, the sixth."""
    return {"not_day": calendar.day_of_month(refused), "day": calendar.day_of_month(mday)}


def _fifth_or_later(mday: int) -> Readings | None:
    """Mean how about the tenth; the first four could be things of a list."""
    return date_builders.of_this_month(mday) if mday > LONGEST_LIST else None


def _by_end_of_month(month: int) -> Readings | None:
    """Mean by the end of February."""
    return date_builders.day_bound("before")(calendar.month_part(month, 1, LONGEST_MONTH))


def _weekday_unless_one(weekday: int, mday: int) -> Readings | None:
    """Mean Friday the 5."""
    return date_builders.numbered(weekday, mday) if mday > 1 else None


# a day by its number, which could not be anything else
DATES = table(
    "dates",
    "march 5th at 3 / the 3rd of may / friday the 18th",
    (f"<month> {_P} the? <ordinal>|<mday>|<nth> {_YEAR} <number>?", date_builders.month_day_year),
    (f"the? {_DAY} day? of|,? <month> {_YEAR} <number>?", date_builders.day_month),
    (f"<weekday> {_P} <month> {_P} the? {_DAY} {_YEAR} <number>?", date_builders.weekday_month_day),
    (f"<weekday> {_P} the? {_DAY} day? of? <month> {_YEAR} <number>?", date_builders.numbered),
    ("<month> /|- <mday>|<ordinal> /|-|,? <number>?", date_builders.month_day_year),
    ("<mday>|<ordinal> /|- <month> /|-|,? <number>?", date_builders.day_month),
    ("in|during? <month> ,|of|in? <number>", date_builders.month_year),
    ("<weekday> ,? the <mday>", _weekday_unless_one),
    ("<weekday> ,? <mday>", _late_in_month),
    ("=<weekday> ,? <hour> - <hour>", time_builders.window),
    ("=<weekday> ,? <hour> h|hours|hrs|o'clock", time_builders.at_whole_day),
    ("=<weekday> ,? <hour> <half>", time_builders.at),
    ("=<weekday> ,? <hour> <minute>", _quarters),
    (f"<weekday> {_P} the? <ordinal>", date_builders.numbered),
    (f"<weekday> {_P} the <nth>", date_builders.numbered),
    ("<weekday> ,? on? <slashed>", date_builders.slashed_on_weekday("md")),
    ("<weekday> ,? on? <ymd>", lambda _, text: date_builders.iso(text)),
    (f"the? {_DAY} day? of this|the month", date_builders.of_this_month),
    (f"the? {_DAY} day? of|, next month", date_builders.of_next_month),
    (f"next month ,|on? the {_DAY}", date_builders.of_next_month),
    ("next month ,|on? <ordinal>", date_builders.of_next_month),
    ("the? <ordinal>", date_builders.of_this_month),
    ("<slashed>", date_builders.slashed("md")),
    ("<digits> - <digits>", date_builders.dashed),
    ("<mday> - <mday> =at =<hm>|<hour>|<compact>", _dashed),
    (
        "the <mday> to|through|- <mday>",
        lambda first, last: date_builders.span_to_number(calendar.day_of_month(first), last),
    ),
    ("<number> <number> <number>", _three_numbers),
    ("<number> / <number>", lambda month, mday: date_builders.slashed("md")(f"{month}/{mday}")),
    ("<ymd>", date_builders.iso),
    ("the? <nth>|<ordinal> <weekday> of|in <month>", day_builders.nth_of_month),
    ("the? last <weekday> of|in <month>", lambda weekday, month: day_builders.nth_of_month(-1, weekday, month)),
    ("the? <nth>|<ordinal> <weekday> of|in the|this month", day_builders.nth_of_month),
    ("the? last <weekday> of|in the|this month", lambda weekday: day_builders.nth_of_month(-1, weekday)),
    ("the? <nth>|<ordinal> <weekday> of|in next month", day_builders.nth_of_next_month),
    ("the? last <weekday> of|in next month", lambda weekday: day_builders.nth_of_next_month(-1, weekday)),
    ("the? <nth>|<ordinal> <weekday> <part> of|in <month>", _nth_with_part(day_builders.nth_of_month)),
    ("the? <nth>|<ordinal> <weekday> <part> of|in the|this month", _nth_with_part(day_builders.nth_of_month)),
    ("the? <nth>|<ordinal> <weekday> <part> of|in next month", _nth_with_part(day_builders.nth_of_next_month)),
    ("the? last <weekday> <part> of|in <month>", _last_with_part(day_builders.nth_of_month)),
    ("the? last <weekday> <part> of|in the|this month", _last_with_part(day_builders.nth_of_month)),
    ("the? last <weekday> <part> of|in next month", _last_with_part(day_builders.nth_of_next_month)),
    ("the? <nth>|<ordinal> week of|in <month>", day_builders.week_of_month),
    ("the? first <length> of|in <month>", day_builders.days_of_month),
    ("the? first <length> of|in next month", lambda length: day_builders.days_of_month(length, months=1)),
    ("the? last week of|in <month>", lambda month: day_builders.week_of_month(-1, month)),
    ("the? <nth>|<ordinal> week of|in the|this month", day_builders.week_of_month),
    ("the? last week of|in the|this month", lambda: day_builders.week_of_month(-1)),
    ("the? <nth>|<ordinal> week of|in next month", lambda nth: day_builders.week_of_month(nth, months=1)),
    ("the? last week of|in next month", lambda: day_builders.week_of_month(-1, months=1)),
    ("the? <nth>|<ordinal> weekend of|in <month>", day_builders.weekend_of_month),
    ("the? <nth>|<ordinal> weekend of|in the|this month", day_builders.weekend_of_month),
    ("the? <nth>|<ordinal> weekend of|in next month", day_builders.weekend_of_next_month),
    (
        "the? <nth>|<ordinal> <weekday> of|in the? new|next year",
        lambda nth, day: day_builders.nth_of_month(nth, day, 1),
    ),
    ("the? <nth>|<ordinal> week of|in the? new|next year", lambda nth: day_builders.week_of_month(nth, 1)),
    ("the? last <weekday> of|in the|this year", lambda weekday: day_builders.nth_of_month(-1, weekday, 12)),
    ("the? last weekend of|in <month>", lambda month: day_builders.weekend_of_month(-1, month)),
    ("any|some|a weekend of|in <month>", lambda month: day_builders.weekend_of_month(1, month)),
    (f"the? {_DAY} to|until|through|-|and the? {_DAY} of? <month>", date_builders.span_in_month),
    (f"from|between the? {_DAY} to|until|through|-|and the? {_DAY} of? <month>", date_builders.span_in_month),
    (f"from? <month> {_DAY} to|until|through|- the? {_DAY}", date_builders.span_of_month),
)

# what may be a day where nothing better was found
LOOSE = table(
    "what may be a date where nothing better was found",
    "late december / on the 5 / december 12 or 13",
    ("next|this|coming <day>", kept("day")),
    ("=on|for|until|from|by|to|through|and|- the <nth>", date_builders.of_this_month),
    ("=on|for|until|from|by|to|through|and|- the <mday>", _unless_one),
    ("the <nth> =at|around|after|before|by|from? =<hour>|<clock>|<compact>", date_builders.of_this_month),
    ("the <nth> =in|, =the? =<part>", date_builders.of_this_month),
    ("the <nth> =<part>", date_builders.of_this_month),
    ("=about|do|try|prefer|like|want|make|need|not the <nth>", _fifth_or_later),
    ("not the <nth> , but? the <nth>", _rather),
    ("=<numbered> or|and the? <mday>", date_builders.of_this_month),
    ("in|during|for|of <month>", day_builders.part_of_month(1, 31)),
    ("=had|was|were|been in <month>", marked("past")),
    ("next <month>", day_builders.part_of_month(1, 31)),
    ("beginning|start|early of|in? <month>", day_builders.part_of_month(1, 10)),
    ("the? middle|mid of|-? <month>", day_builders.part_of_month(11, 20)),
    ("the? last day of|in <month>", lambda month: day_builders.last_of_month(0, month)()),
    ("the? first half of <month>", day_builders.part_of_month(1, 15)),
    ("by|before|until the? end of <month>", _by_end_of_month),
    ("the? second half of <month>", day_builders.part_of_month(16, 31)),
    ("end|late of|in? <month>", day_builders.part_of_month(21, 31)),
)
