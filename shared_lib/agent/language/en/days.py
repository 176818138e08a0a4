"""English phrases for days, weeks, months and holidays."""

from shared_lib.agent.language import calendar, date_builders, day_builders, time_builders
from shared_lib.agent.language.clock import HOUR
from shared_lib.agent.language.grammar import Make, Readings, kept, marked, said, table

from .holidays import HOLIDAYS

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RANKED = "time|times|visit|massage|facial|haircut|treatment|session|one|option|slot|appointment|person|child|trimester"


def _with_part(make: Make) -> Make:
    """Make Tuesday morning of next week."""
    return lambda weekday, part: {**(make(weekday) or {}), "part": part}


def _named_weekday(nth: int) -> Make:
    """Make no Mondays, where `no Monday` corrects."""
    return lambda: {"not_day": calendar.coming(nth)}


def _stretch_of_next_week(first: int, last: int) -> Readings:
    """Mean Monday to Wednesday next week."""
    return {"day": calendar.spanning(calendar.in_week(first, 1), calendar.in_week(last, 0))}


def _week_without(weeks: int) -> Make:
    """Make any day but Sunday this week."""
    return lambda weekday: {"day": calendar.week(weeks), "not_day": calendar.in_week(weekday, weeks)}


NAMED_PARTS = table(
    "parts of the day",
    "by eod / good evening / tonight at 8",
    ("this|today <part>", day_builders.part_of_today),
    ("early|late|mid|later|middle -|in|of? the? <part>", kept("part")),
    ("first thing in? the? morning?", said("part", "morning")),
    ("breakfast|dawn|sunrise time?", said("part", "morning")),
    ("crack of dawn", said("part", "morning")),
    ("eve|dusk|sunset|eod", said("part", "evening")),
    ("last thing in|at|of? the? day?", said("part", "evening")),
    ("at? the? end of the? day", said("part", "evening")),
    ("by the? end of the? day|business", lambda: {"day": calendar.ahead(0), "side": "before"}),
    ("by eod|cob", lambda: {"day": calendar.ahead(0), "side": "before"}),
    ("by close of business", lambda: {"day": calendar.ahead(0), "side": "before"}),
    ("in the? am", said("part", "morning")),
    ("in the? pm", said("part", "afternoon")),
    ("in? the? early hours of the morning", said("part", "morning")),
    ("at? the? end of tomorrow", day_builders.day_and_part(calendar.ahead(1), "evening")),
    ("at? the? end of today", day_builders.day_and_part(calendar.ahead(0), "evening")),
    ("tonight", day_builders.day_and_part(calendar.ahead(0), "evening")),
    ("late tonight", lambda: {"day": calendar.ahead(0), **time_builders.soft_window(21, 24)()}),
    ("tomorrow night", day_builders.day_and_part(calendar.ahead(1), "evening")),
    ("my|your|our free|busy|own|personal? schedule|calendar|planner|agenda|diary", marked("agenda")),
    ("free schedule|calendar|agenda", marked("agenda")),
    ("good <part>", marked("greeting")),
    ("<part> time|hours", kept("part")),
    ("have a|an? good|nice|great|lovely|wonderful|pleasant <part>|<unit_of_time>", marked("farewell")),
    ("the|my sun", marked("sky")),
    ("<ordinal>|<nth> avenue|ave|street|floor|trimester", marked("rank")),
    ("=i|we|just sat =in|on|down|through", marked("past")),
    (f"the? <nth> {_RANKED}", marked("rank")),
    ("the? <ordinal> time|person|child|trimester", marked("rank")),
    ("=my|our|your|her|his <nth>", marked("rank")),
)

_ANY_BUT = "any|anything|anytime|every day? but|except on? a?"
_NEAR = "in|within|during|over|for|sometime|anytime"
_COMING = "next|coming"
RELATIVE = table(
    "days, weeks and months seen from today",
    "tomorrow / next week / in three days",
    ("today", day_builders.day(calendar.ahead(0))),
    ("later|earlier|sometime today", day_builders.day(calendar.ahead(0))),
    ("tomorrow", day_builders.day(calendar.ahead(1))),
    ("the? day after tomorrow", day_builders.day(calendar.ahead(2))),
    ("yesterday morning|afternoon|evening|night?", marked("past")),
    ("last night|evening|week|month|year|weekend", marked("past")),
    ("the last <weekday> =before", day_builders.on_weekday),
    ("this|current week", day_builders.day(calendar.week(0))),
    ("not this week but|, the? next week|one?", day_builders.day(calendar.week(1))),
    ("not next week but|, the one|week after", day_builders.day(calendar.week(2))),
    ("rest|remainder of the? this? week", day_builders.day(calendar.week(0))),
    ("the? week after this|that one|week?", day_builders.day(calendar.week(1))),
    ("the? next|coming week", day_builders.day(calendar.week(1))),
    ("the? week after next", day_builders.day(calendar.week(2))),
    ("early|beginning|start in|of? around? this|current|the? week", day_builders.day(calendar.week(0, 0, 2))),
    ("early|beginning|start in|of? the? around? next|coming week", day_builders.day(calendar.week(1, 0, 2))),
    ("the? middle of the? this|current? week", day_builders.day(calendar.week(0, 1, 3))),
    ("the? middle of the? next|coming week", day_builders.day(calendar.week(1, 1, 3))),
    ("mid -? next|coming week", day_builders.day(calendar.week(1, 1, 3))),
    ("mid -? this week", day_builders.day(calendar.week(0, 1, 3))),
    ("mid -? week", day_builders.day(calendar.week(0, 1, 3))),
    ("midweek", day_builders.day(calendar.week(0, 1, 3))),
    ("this|the work|working|business week", day_builders.day(calendar.week(0, 0, 4))),
    ("next|coming work|working|business week", day_builders.day(calendar.week(1, 0, 4))),
    ("this|the workweek", day_builders.day(calendar.week(0, 0, 4))),
    ("next|coming workweek", day_builders.day(calendar.week(1, 0, 4))),
    ("the? work|working|business week after next", day_builders.day(calendar.week(2, 0, 4))),
    ("end|later|late of|in? the? around? this|current? week", day_builders.day(calendar.week(0, 4, 6))),
    ("end|later|late of|in? the? around? next|coming week", day_builders.day(calendar.week(1, 4, 6))),
    ("this|the|at|over? the? coming? weekend", day_builders.weekend(0)),
    ("next weekend", day_builders.weekend(1)),
    ("the? weekend after next", day_builders.day(calendar.week(2, 5, 6))),
    ("the? weekend after this|that one|weekend?", day_builders.weekend(1)),
    ("a? weekday|weekdays", day_builders.day(calendar.week(0, 0, 4))),
    ("any|some|a? weekday|weekdays in|of|during|,? this|the week", day_builders.day(calendar.week(0, 0, 4))),
    ("any|some|a? weekday|weekdays in|of|during|,? the? next|coming week", day_builders.day(calendar.week(1, 0, 4))),
    ("the? last day of this|the month", day_builders.last_of_month()),
    ("the? last day of this|the year", day_builders.day(calendar.edge(calendar.year(0), last=True))),
    ("the? last day of next month", day_builders.last_of_month(1)),
    ("this|current month", day_builders.day(calendar.month_part(None, 1, 31))),
    ("end of the|this? month", day_builders.day(calendar.month_part(None, 21, 31))),
    ("next month", day_builders.day(calendar.month_part(None, 1, 31, 1))),
    ("beginning|start|early of|in? next month", day_builders.day(calendar.month_part(None, 1, 10, 1))),
    ("end of next month", day_builders.day(calendar.month_part(None, 21, 31, 1))),
    ("in <length> '? time?", date_builders.in_length),
    ("in about|around|approximately|roughly|like|maybe|say|~ <length> '? time?", date_builders.in_length),
    ("in about|around|like|maybe? <number> or|to|- <length> '? time?", date_builders.in_either),
    ("<number> or|to|- <length> from now|today", date_builders.in_either),
    ("in another <unit_of_time>", lambda unit: date_builders.in_length((1, unit))),
    ("the? next hour", lambda: date_builders.within_length((1, "hour"))),
    ("=can|could|may =i|we =come|start|begin =in|over|by|there|here? right? now", said("later", 0)),
    ("=slot|opening|something|anything =open|free|available? right now", said("later", 0)),
    ("right now if|please", said("later", 0)),
    ("<length> out", date_builders.in_length),
    ("within|in the hour", lambda: date_builders.within_length((1, "hour"))),
    ("in|within|during the next hour", lambda: date_builders.within_length((1, "hour"))),
    ("in <number> weekend", day_builders.weekend_ahead),
    ("<number> weekend from now|today", lambda count: day_builders.weekend(max(count, 1) - 1)()),
    ("within the week", day_builders.day(calendar.week(0))),
    ("this|same day next week", day_builders.same_weekday(1)),
    ("at? this time tomorrow", said("later", 24 * HOUR)),
    ("at? this time next week", said("later", 7 * 24 * HOUR)),
    ("tomorrow at? this time", said("later", 24 * HOUR)),
    ("next year", day_builders.day(calendar.year(1))),
    ("this year", day_builders.day(calendar.year(0))),
    ("in|of the new year", day_builders.day(calendar.month_part(1, 1, 31))),
    ("early|beginning|start|first in|of? next year", day_builders.day(calendar.month_part(1, 1, 31))),
    ("by|before the? end of the|this? year", date_builders.bound_of("before", calendar.year(0))),
    ("end|late of|in? the|this? year", day_builders.day(calendar.month_part(12, 15, 31))),
    ("first|front half of this|the week", day_builders.day(calendar.week(0, 0, 3))),
    ("first|front half of next week", day_builders.day(calendar.week(1, 0, 3))),
    ("second|back|latter|last half of this|the week", day_builders.day(calendar.week(0, 3, 6))),
    ("second|back|latter|last half of next week", day_builders.day(calendar.week(1, 3, 6))),
    ("first|front half of next month", day_builders.day(calendar.month_part(None, 1, 15, 1))),
    ("second|back|latter|last half of this|the month", day_builders.day(calendar.month_part(None, 16, 31))),
    ("second|back|latter|last half of next month", day_builders.day(calendar.month_part(None, 16, 31, 1))),
    ("tomorrow week", day_builders.day(calendar.ahead(8))),
    ("within about|around? <length>", date_builders.within_length),
    ("<length> from now|today", date_builders.in_length),
    ("<length> hence|ahead", date_builders.in_length),
    ("<length> late", marked("delay")),
    ("<length> today", date_builders.in_length),
    ("after <length>", date_builders.in_length),
    ("<length> ago", marked("past")),
    ("<length> ago =for|about", marked("long_past")),
    ("yesterday =for|about", marked("long_past")),
    ("the? <weekday> before last", marked("past")),
    ("the? week|month|year before last", marked("past")),
    ("this|same day next month", day_builders.day(calendar.months_ahead(1))),
    ("this|same day next year", day_builders.day(calendar.months_ahead(12))),
    ("no|not weekend", lambda: {"not_day": calendar.week(0, calendar.SATURDAY, calendar.SATURDAY + 1)}),
    ("the? next <length>", date_builders.whole_next),
    (f"the {_COMING} <length>", date_builders.whole_next),
    ("the? <number>|<few> next <unit_of_time>", lambda count, unit: date_builders.whole_next((count, unit))),
    ("the <number>|<few> coming <unit_of_time>", lambda count, unit: date_builders.whole_next((count, unit))),
    ("coming <length>", date_builders.at_length),
    ("<number>|<few> coming <unit_of_time>", lambda count, unit: date_builders.at_length((count, unit))),
    (f"{_NEAR} the? {_COMING} <length>", date_builders.next_days),
    (
        f"{_NEAR} the? <number>|<few> {_COMING} <unit_of_time>",
        lambda count, unit: date_builders.next_days((count, unit)),
    ),
    (f"the? {_COMING} week or two|so", lambda: date_builders.next_days((2, "week"))),
    (f"{_NEAR} the? {_COMING} week or two|so", lambda: date_builders.next_days((2, "week"))),
    (f"{_NEAR}? the? {_COMING} days", lambda: date_builders.next_days((3, "day"))),
    (f"{_NEAR}? the? {_COMING} weeks", lambda: date_builders.next_days((3, "week"))),
    *(
        (f"by|before|until the? end of {which} {unit}", date_builders.bound_of("before", days))
        for which, weeks in (("the|this?", 0), ("next", 1))
        for unit, days in (("week", calendar.week(weeks)), ("month", calendar.month_part(None, 1, 31, weeks)))
    ),
)

WEEKDAYS = table(
    "weekdays",
    "friday at 3 / next tuesday / any monday",
    ("<weekday>", day_builders.on_weekday),
    ("this? coming|that up? <weekday>", day_builders.on_weekday),
    ("this <weekday>", day_builders.weekday_in_week(0)),
    *((f"no {name}s", _named_weekday(nth)) for nth, name in enumerate(_NAMES)),
    ("any|every|each <weekday>", day_builders.on_weekday),
    (
        "the? next|first|earliest available|free|open <weekday> in|of <month>",
        lambda weekday, month: day_builders.nth_of_month(1, weekday, month),
    ),
    ("on? any|some|a|one <weekday> in|of <month>", lambda weekday, month: day_builders.nth_of_month(1, weekday, month)),
    ("on? any|some|a|one <weekday> in|of? next month", lambda weekday: day_builders.nth_of_next_month(1, weekday)),
    ("in? next month on any|some|a|one <weekday>", lambda weekday: day_builders.nth_of_next_month(1, weekday)),
    ("in <length> ' time? ,? on? a|the? <weekday>", day_builders.weekday_near),
    ("in <length> time? ,? on? a|the? <weekday>", day_builders.weekday_near),
    ("<length> from now|today ,? on? a|the? <weekday>", day_builders.weekday_near),
    ("<weekday> ,? <length> from now|today", lambda weekday, length: day_builders.weekday_near(length, weekday)),
    ("next <weekday>", day_builders.weekday_in_week(1)),
    ("the? <weekday> after next", day_builders.weekday_after_next),
    ("<length> on|from|after <weekday>", date_builders.counted_after_weekday),
    ("<weekday> in <length>", lambda weekday, length: date_builders.counted_after_weekday(length, weekday)),
    ("<weekday> week", lambda weekday: date_builders.counted_after_weekday((1, "week"), weekday)),
    ("<weekday> ,|of|in? this|the|current week", day_builders.weekday_of_this_week),
    ("the|this? last <weekday>", day_builders.passed_weekday),
    ("the|this? <weekday> just gone|past|passed", day_builders.passed_weekday),
    ("the|this? <weekday> that just? passed|was", day_builders.passed_weekday),
    ("the|this? past|previous <weekday>", day_builders.passed_weekday),
    ("<weekday> ,|of|in? the? next|coming week", day_builders.weekday_in_week(1)),
    ("<weekday> <part> ,|of|in? this|the|current week", _with_part(day_builders.weekday_in_week(0))),
    ("<weekday> <part> ,|of|in? the? next|coming week", _with_part(day_builders.weekday_in_week(1))),
    ("<weekday> to|until|through|- <weekday> ,|of|in? the? next|coming week", _stretch_of_next_week),
    (f"{_ANY_BUT} <weekday> ,|of|in? this|the week", _week_without(0)),
    (f"{_ANY_BUT} <weekday> ,|of|in? the? next|coming week", _week_without(1)),
    ("this|the? week =on? <weekday>", day_builders.weekday_in_week(0)),
    ("the? next|coming week ,|on? <weekday>", day_builders.weekday_in_week(1)),
    ("the? <weekday> after next week|weekend", day_builders.weekday_in_week(2)),
    ("<number>|<few> <weekday> from now", day_builders.weekdays_from_now),
)

DAYS = (
    HOLIDAYS,
    RELATIVE,
    WEEKDAYS,
)
