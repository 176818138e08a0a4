"""English phrases for days, weeks, months and holidays."""

from shared_lib.agent.language import calendar, counted, dated, reach, timed
from shared_lib.agent.language.clock import HOUR
from shared_lib.agent.language.grammar import Make, Readings, Table

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


NAMED_PARTS: Table = (
    ("this|today <part>", dated.part_of_today),
    ("early|late|mid|later|middle -|in|of? the? <part>", counted.kept("part")),
    ("first thing in? the? morning?", counted.said("part", "morning")),
    ("breakfast|dawn|sunrise time?", counted.said("part", "morning")),
    ("crack of dawn", counted.said("part", "morning")),
    ("eve|dusk|sunset|eod", counted.said("part", "evening")),
    ("last thing in|at|of? the? day?", counted.said("part", "evening")),
    ("at? the? end of the? day", counted.said("part", "evening")),
    ("by the? end of the? day|business", lambda: {"day": calendar.ahead(0), "side": "before"}),
    ("by eod|cob", lambda: {"day": calendar.ahead(0), "side": "before"}),
    ("by close of business", lambda: {"day": calendar.ahead(0), "side": "before"}),
    ("in the? am", counted.said("part", "morning")),
    ("in the? pm", counted.said("part", "afternoon")),
    ("in? the? early hours of the morning", counted.said("part", "morning")),
    ("at? the? end of tomorrow", dated.day_and_part(calendar.ahead(1), "evening")),
    ("at? the? end of today", dated.day_and_part(calendar.ahead(0), "evening")),
    ("tonight", dated.day_and_part(calendar.ahead(0), "evening")),
    ("late tonight", lambda: {"day": calendar.ahead(0), **timed.soft_window(21, 24)()}),
    ("tomorrow night", dated.day_and_part(calendar.ahead(1), "evening")),
    ("my|your|our free|busy|own|personal? schedule|calendar|planner|agenda|diary", counted.marked("agenda")),
    ("free schedule|calendar|agenda", counted.marked("agenda")),
    ("good <part>", counted.marked("greeting")),
    ("<part> time|hours", counted.kept("part")),
    ("good|nighty night", counted.marked("farewell")),
    ("have a|an? good|nice|great|lovely|wonderful|pleasant <part>|<unit_of_time>", counted.marked("farewell")),
    ("a good|nice|great|lovely|wonderful|pleasant day|weekend", counted.marked("farewell")),
    ("the|my sun", counted.marked("sky")),
    ("<ordinal>|<nth> avenue|ave|street|floor|trimester", counted.marked("rank")),
    ("=i|we|just sat =in|on|down|through", counted.marked("past")),
    ("sat =down|back|up", counted.marked("past")),
    (f"the? <nth> {_RANKED}", counted.marked("rank")),
    ("the? <ordinal> time|person|child|trimester", counted.marked("rank")),
    ("=my|our|your|her|his <nth>", counted.marked("rank")),
)

_ANY_BUT = "any|anything|anytime|every day? but|except on? a?"
_NEAR = "in|within|during|over|for|sometime|anytime"
_COMING = "next|coming"
RELATIVE: Table = (
    ("today", dated.day(calendar.ahead(0))),
    ("later|earlier|sometime today", dated.day(calendar.ahead(0))),
    ("tomorrow", dated.day(calendar.ahead(1))),
    ("the? day after tomorrow", dated.day(calendar.ahead(2))),
    ("overmorrow", dated.day(calendar.ahead(2))),
    ("yesterday morning|afternoon|evening|night?", counted.marked("past")),
    ("last night|evening|week|month|year|weekend|<weekday>", counted.marked("past")),
    ("the last <weekday> =before", dated.on_weekday),
    ("this|current week", dated.day(calendar.week(0))),
    ("not this week but|, the? next week|one?", dated.day(calendar.week(1))),
    ("not next week but|, the one|week after", dated.day(calendar.week(2))),
    ("rest|remainder of the? this? week", dated.day(calendar.week(0))),
    ("the? week after this|that one|week?", dated.day(calendar.week(1))),
    ("the? next|coming week", dated.day(calendar.week(1))),
    ("the? week after next", dated.day(calendar.week(2))),
    ("early|beginning|start in|of? around? this|current|the? week", dated.day(calendar.week(0, 0, 2))),
    ("early|beginning|start in|of? the? around? next|coming week", dated.day(calendar.week(1, 0, 2))),
    ("the? middle of the? this|current? week", dated.day(calendar.week(0, 1, 3))),
    ("the? middle of the? next|coming week", dated.day(calendar.week(1, 1, 3))),
    ("mid -? next|coming week", dated.day(calendar.week(1, 1, 3))),
    ("mid -? this week", dated.day(calendar.week(0, 1, 3))),
    ("mid -? week", dated.day(calendar.week(0, 1, 3))),
    ("midweek", dated.day(calendar.week(0, 1, 3))),
    ("this|the work|working|business week", dated.day(calendar.week(0, 0, 4))),
    ("next|coming work|working|business week", dated.day(calendar.week(1, 0, 4))),
    ("this|the workweek", dated.day(calendar.week(0, 0, 4))),
    ("next|coming workweek", dated.day(calendar.week(1, 0, 4))),
    ("the? work|working|business week after next", dated.day(calendar.week(2, 0, 4))),
    ("end|later|late of|in? the? around? this|current? week", dated.day(calendar.week(0, 4, 6))),
    ("end|later|late of|in? the? around? next|coming week", dated.day(calendar.week(1, 4, 6))),
    ("this|the|at|over? the? coming? weekend", dated.weekend(0)),
    ("next weekend", dated.weekend(1)),
    ("the? weekend after next", dated.day(calendar.week(2, 5, 6))),
    ("the? weekend after this|that one|weekend?", dated.weekend(1)),
    ("a? weekday|weekdays", dated.day(calendar.week(0, 0, 4))),
    ("any|some|a? weekday|weekdays in|of|during|,? this|the week", dated.day(calendar.week(0, 0, 4))),
    ("any|some|a? weekday|weekdays in|of|during|,? the? next|coming week", dated.day(calendar.week(1, 0, 4))),
    ("the? last day of this|the month", dated.last_of_month()),
    ("the? last day of this|the year", dated.day(calendar.edge(calendar.year(0), last=True))),
    ("the? last day of next month", dated.last_of_month(1)),
    ("this|current month", dated.day(calendar.month_part(None, 1, 31))),
    ("end of the|this? month", dated.day(calendar.month_part(None, 21, 31))),
    ("next month", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("beginning|start|early of|in? next month", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("end of next month", dated.day(calendar.month_part(None, 21, 31, 1))),
    ("in <length> '? time?", reach.in_length),
    ("in about|around|approximately|roughly|like|maybe|say|~ <length> '? time?", reach.in_length),
    ("in about|around|like|maybe? <number> or|to|- <length> '? time?", reach.in_either),
    ("<number> or|to|- <length> from now|today", reach.in_either),
    ("in another <unit_of_time>", lambda unit: reach.in_length((1, unit))),
    ("the? next hour", lambda: reach.within_length((1, "hour"))),
    ("=can|could|may =i|we =come|start|begin =in|over|by|there|here? right? now", counted.said("later", 0)),
    ("=slot|opening|something|anything =open|free|available? right now", counted.said("later", 0)),
    ("right now if|please", counted.said("later", 0)),
    ("<length> out", reach.in_length),
    ("within|in the hour", lambda: reach.within_length((1, "hour"))),
    ("in|within|during the next hour", lambda: reach.within_length((1, "hour"))),
    ("in <number> weekend", dated.weekend_ahead),
    ("<number> weekend from now|today", lambda count: dated.weekend(max(count, 1) - 1)()),
    ("within the week", dated.day(calendar.week(0))),
    ("this|same day next week", dated.same_weekday(1)),
    ("at? this time tomorrow", counted.said("later", 24 * HOUR)),
    ("at? this time next week", counted.said("later", 7 * 24 * HOUR)),
    ("tomorrow at? this time", counted.said("later", 24 * HOUR)),
    ("next year", dated.day(calendar.year(1))),
    ("this year", dated.day(calendar.year(0))),
    ("in|of the new year", dated.day(calendar.month_part(1, 1, 31))),
    ("early|beginning|start|first in|of? next year", dated.day(calendar.month_part(1, 1, 31))),
    ("by|before the? end of the|this? year", reach.bound_of("before", calendar.year(0))),
    ("end|late of|in? the|this? year", dated.day(calendar.month_part(12, 15, 31))),
    ("first|front half of this|the week", dated.day(calendar.week(0, 0, 3))),
    ("first|front half of next week", dated.day(calendar.week(1, 0, 3))),
    ("second|back|latter|last half of this|the week", dated.day(calendar.week(0, 3, 6))),
    ("second|back|latter|last half of next week", dated.day(calendar.week(1, 3, 6))),
    ("first|front half of this|the month", dated.day(calendar.month_part(None, 1, 15))),
    ("first|front half of next month", dated.day(calendar.month_part(None, 1, 15, 1))),
    ("second|back|latter|last half of this|the month", dated.day(calendar.month_part(None, 16, 31))),
    ("second|back|latter|last half of next month", dated.day(calendar.month_part(None, 16, 31, 1))),
    ("tomorrow week", dated.day(calendar.ahead(8))),
    ("within about|around? <length>", reach.within_length),
    ("<length> from now|today", reach.in_length),
    ("<length> hence|ahead", reach.in_length),
    ("<length> late", counted.marked("delay")),
    ("<length> today", reach.in_length),
    ("after <length>", reach.in_length),
    ("<length> ago", counted.marked("past")),
    ("<length> ago =for|about", counted.marked("long_past")),
    ("yesterday =for|about", counted.marked("long_past")),
    ("the? <weekday> before last", counted.marked("past")),
    ("the? week|month|year before last", counted.marked("past")),
    ("this|same day next month", dated.day(calendar.months_ahead(1))),
    ("this|same day next year", dated.day(calendar.months_ahead(12))),
    ("no|not weekend", lambda: {"not_day": calendar.week(0, calendar.SATURDAY, calendar.SATURDAY + 1)}),
    ("the? next <length>", reach.whole_next),
    (f"the {_COMING} <length>", reach.whole_next),
    ("the? <number>|<few> next <unit_of_time>", lambda count, unit: reach.whole_next((count, unit))),
    ("the <number>|<few> coming <unit_of_time>", lambda count, unit: reach.whole_next((count, unit))),
    ("coming <length>", reach.at_length),
    ("<number>|<few> coming <unit_of_time>", lambda count, unit: reach.at_length((count, unit))),
    (f"{_NEAR} the? {_COMING} <length>", reach.next_days),
    (f"{_NEAR} the? <number>|<few> {_COMING} <unit_of_time>", lambda count, unit: reach.next_days((count, unit))),
    (f"the? {_COMING} week or two|so", lambda: reach.next_days((2, "week"))),
    (f"{_NEAR} the? {_COMING} week or two|so", lambda: reach.next_days((2, "week"))),
    (f"{_NEAR}? the? {_COMING} days", lambda: reach.next_days((3, "day"))),
    (f"{_NEAR}? the? {_COMING} weeks", lambda: reach.next_days((3, "week"))),
    *(
        (f"by|before|until the? end of {which} {unit}", reach.bound_of("before", days))
        for which, weeks in (("the|this?", 0), ("next", 1))
        for unit, days in (("week", calendar.week(weeks)), ("month", calendar.month_part(None, 1, 31, weeks)))
    ),
)

WEEKDAYS: Table = (
    ("<weekday>", dated.on_weekday),
    ("this? coming|that up? <weekday>", dated.on_weekday),
    ("this <weekday>", dated.weekday_in_week(0)),
    *((f"no {name}s", _named_weekday(nth)) for nth, name in enumerate(_NAMES)),
    ("any|every|each <weekday>", dated.on_weekday),
    (
        "the? next|first|earliest available|free|open <weekday> in|of <month>",
        lambda weekday, month: dated.nth_of_month(1, weekday, month),
    ),
    ("on? any|some|a|one <weekday> in|of <month>", lambda weekday, month: dated.nth_of_month(1, weekday, month)),
    ("on? any|some|a|one <weekday> in|of? next month", lambda weekday: dated.nth_of_next_month(1, weekday)),
    ("in? next month on any|some|a|one <weekday>", lambda weekday: dated.nth_of_next_month(1, weekday)),
    ("in <length> ' time? ,? on? a|the? <weekday>", dated.weekday_near),
    ("in <length> time? ,? on? a|the? <weekday>", dated.weekday_near),
    ("<length> from now|today ,? on? a|the? <weekday>", dated.weekday_near),
    ("<weekday> ,? <length> from now|today", lambda weekday, length: dated.weekday_near(length, weekday)),
    ("next <weekday>", dated.weekday_in_week(1)),
    ("the? <weekday> after next", dated.weekday_after_next),
    ("<length> on|from|after <weekday>", reach.counted_after_weekday),
    ("<weekday> in <length>", lambda weekday, length: reach.counted_after_weekday(length, weekday)),
    ("<weekday> week", lambda weekday: reach.counted_after_weekday((1, "week"), weekday)),
    ("<weekday> ,|of|in? this|the|current week", dated.weekday_in_week(0)),
    ("<weekday> ,|of|in? the? next|coming week", dated.weekday_in_week(1)),
    ("<weekday> <part> ,|of|in? this|the|current week", _with_part(dated.weekday_in_week(0))),
    ("<weekday> <part> ,|of|in? the? next|coming week", _with_part(dated.weekday_in_week(1))),
    ("<weekday> to|until|through|- <weekday> ,|of|in? the? next|coming week", _stretch_of_next_week),
    (f"{_ANY_BUT} <weekday> ,|of|in? this|the week", _week_without(0)),
    (f"{_ANY_BUT} <weekday> ,|of|in? the? next|coming week", _week_without(1)),
    ("this|the? week =on? <weekday>", dated.weekday_in_week(0)),
    ("the? next|coming week ,|on? <weekday>", dated.weekday_in_week(1)),
    ("the? <weekday> after next week|weekend", dated.weekday_in_week(2)),
    ("<number>|<few> <weekday> from now", dated.weekdays_from_now),
)

DAYS: Table = (*HOLIDAYS, *RELATIVE, *WEEKDAYS)
