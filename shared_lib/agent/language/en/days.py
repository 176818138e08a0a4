"""English phrases for days, weeks, months and holidays."""

from .. import calendar, facts

_P = ",|.?"  # the comma of `Friday, March 5` and the point of `Fri. 5 March`

NAMED_PARTS = (
    ("this|today <part>", facts.part_of_today),
    ("early|late|mid|later? in? the? <part>", facts.kept("part")),
    ("in? the? early hours of the morning", facts.said("part", "morning")),
    ("tonight", facts.day_and_part(calendar.ahead(0), "evening")),
    ("late tonight", lambda: {"day": calendar.ahead(0), **facts.soft_window(21, 24)()}),
    ("tomorrow night", facts.day_and_part(calendar.ahead(1), "evening")),
    ("good <part>", facts.marked("greeting")),
    ("good|nighty night", facts.marked("farewell")),
    ("have a|an? good|nice|great|lovely|wonderful|pleasant <part>|<unit_of_time>", facts.marked("farewell")),
    ("a good|nice|great|lovely|wonderful|pleasant day|weekend", facts.marked("farewell")),
)

HOLIDAYS = (
    ("christmas day?", facts.day(calendar.day_of_month(25, 12))),
    ("christmas evening", facts.day(calendar.day_of_month(24, 12))),
    ("boxing day", facts.day(calendar.day_of_month(26, 12))),
    ("new year's|years evening", facts.day(calendar.day_of_month(31, 12))),
    ("new year|year's|years day?", facts.day(calendar.day_of_month(1, 1))),
    ("valentine's|valentines|valentine day?", facts.day(calendar.day_of_month(14, 2))),
    ("st|saint patrick's|patricks|patrick day", facts.day(calendar.day_of_month(17, 3))),
    ("halloween", facts.day(calendar.day_of_month(31, 10))),
    ("independence day", facts.day(calendar.day_of_month(4, 7))),
    ("juneteenth", facts.day(calendar.day_of_month(19, 6))),
    ("veterans|veteran's day", facts.day(calendar.day_of_month(11, 11))),
    ("mlk|luther king day", facts.day(calendar.nth_weekday(1, 0, 3))),
    ("presidents|presidents'|president's day", facts.day(calendar.nth_weekday(2, 0, 3))),
    ("mothers|mother's day", facts.day(calendar.nth_weekday(5, 6, 2))),
    ("memorial day", facts.day(calendar.nth_weekday(5, 0, -1))),
    ("fathers|father's day", facts.day(calendar.nth_weekday(6, 6, 3))),
    ("labor|labour day", facts.day(calendar.nth_weekday(9, 0, 1))),
    ("columbus day", facts.day(calendar.nth_weekday(10, 0, 2))),
    ("thanksgiving day?", facts.day(calendar.nth_weekday(11, 3, 4))),
    ("black friday", facts.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
    ("good friday", facts.day(calendar.easter(-2))),
    ("easter sunday?", facts.day(calendar.easter())),
    ("easter monday|mon", facts.day(calendar.easter(1))),
)

_DAY = "<ordinal>|<mday>|<nth>"
RELATIVE = (
    ("today", facts.day(calendar.ahead(0))),
    ("later|earlier|sometime today", facts.day(calendar.ahead(0))),
    ("tomorrow", facts.day(calendar.ahead(1))),
    ("the? day after tomorrow", facts.day(calendar.ahead(2))),
    ("overmorrow", facts.day(calendar.ahead(2))),
    ("yesterday", facts.marked("past")),
    ("this|current week", facts.day(calendar.week(0))),
    ("rest of the? this? week", facts.day(calendar.week(0))),
    ("the? next|coming week", facts.day(calendar.week(1))),
    ("the? week after next", facts.day(calendar.week(2))),
    ("early|beginning|start in|of? around? this|current|the? week", facts.day(calendar.week(0, 0, 2))),
    ("early|beginning|start in|of? the? around? next|coming week", facts.day(calendar.week(1, 0, 2))),
    ("the? middle of|mid the? this|current? week", facts.day(calendar.week(0, 1, 3))),
    ("mid week|midweek", facts.day(calendar.week(0, 1, 3))),
    ("end|later|late of|in? the? around? this|current? week", facts.day(calendar.week(0, 4, 6))),
    ("end|later|late of|in? the? around? next|coming week", facts.day(calendar.week(1, 4, 6))),
    ("this|the|at|over? the? coming? weekend", facts.day(calendar.week(0, 5, 6))),
    ("next weekend", facts.day(calendar.week(1, 5, 6))),
    ("the? weekend after next", facts.day(calendar.week(2, 5, 6))),
    ("a? weekday|weekdays", facts.day(calendar.week(0, 0, 4))),
    ("this|current month", facts.day(calendar.month_part(None, 1, 31))),
    ("end of the|this? month", facts.day(calendar.month_part(None, 21, 31))),
    ("next month", facts.day(calendar.month_part(None, 1, 31, 1))),
    ("beginning|start|early of|in? next month", facts.day(calendar.month_part(None, 1, 10, 1))),
    ("end of next month", facts.day(calendar.month_part(None, 21, 31, 1))),
    ("in <length>", facts.in_length),
    ("within <length>", facts.within_length),
    ("<length> from now|today", facts.in_length),
    ("<length> hence|later|ahead", facts.in_length),
    ("<length> today", facts.in_length),
    ("after <length>", facts.in_length),
    ("<length> ago", facts.marked("past")),
    ("the? next|coming <length>", facts.next_days),
)

WEEKDAYS = (
    ("<weekday>", facts.on_weekday),
    ("this|coming|that <weekday>", facts.on_weekday),
    ("next <weekday>", facts.weekday_in_week(1)),
    ("<weekday> after next", facts.weekday_after_next),
    ("<length> on|from|after <weekday>", facts.counted_after_weekday),
    ("<weekday> in a week", lambda weekday: facts.counted_after_weekday((1, "week"), weekday)),
    ("<weekday> week", lambda weekday: facts.counted_after_weekday((1, "week"), weekday)),
    ("<weekday> ,|of|in? this|the|current week", facts.weekday_in_week(0)),
    ("<weekday> ,|of|in? the? next|coming week", facts.weekday_in_week(1)),
    ("this|the? week =on? <weekday>", facts.weekday_in_week(0)),
    ("the? next|coming week ,|on? <weekday>", facts.weekday_in_week(1)),
    ("the? <weekday> after next week", facts.weekday_in_week(2)),
    ("<number>|<few> <weekday> from now", facts.weekdays_from_now),
)

# a day by its number, which could not be anything else
DATES = (
    (f"<month> {_P} the? <ordinal>|<mday>|<nth> {_P} <number>?", facts.month_day_year),
    (f"the? {_DAY} day? of|,? <month> {_P} <number>?", facts.day_month),
    (f"<weekday> {_P} <month> {_P} the? {_DAY} {_P} <number>?", facts.weekday_month_day),
    (f"<weekday> {_P} the? {_DAY} day? of? <month> {_P} <number>?", facts.numbered),
    (f"<weekday> {_P} the? <ordinal>", facts.numbered),
    (f"<weekday> {_P} the <nth>", facts.numbered),
    ("<weekday> ,? on? <slashed>", lambda weekday, text: facts.slashed("md")(text)),
    (f"the? {_DAY} of this month", facts.of_this_month),
    (f"the? {_DAY} of|, next month", facts.of_next_month),
    ("the? <ordinal>", facts.of_this_month),
    ("<slashed>", facts.slashed("md")),
    ("<number> / <number>", lambda month, mday: facts.slashed("md")(f"{month}/{mday}")),
    ("<ymd>", facts.iso),
    ("the? <nth>|<ordinal> <weekday> of|in <month>", facts.nth_of_month),
    ("the? last <weekday> of|in <month>", lambda weekday, month: facts.nth_of_month(-1, weekday, month)),
    ("the? <nth>|<ordinal> <weekday> of the|this month", facts.nth_of_month),
    (f"the? {_DAY} to|until|through|-|and the? {_DAY} of? <month>", facts.span_in_month),
    (f"from|between the? {_DAY} to|until|through|-|and the? {_DAY} of? <month>", facts.span_in_month),
    (f"from? <month> {_DAY} to|until|through|- the? {_DAY}", facts.span_of_month),
)

DAYS = (*HOLIDAYS, *RELATIVE, *WEEKDAYS)

# what may be a day where nothing better was found
LOOSE = (
    ("=on|for|until|from|by the <nth>|<mday>", facts.of_this_month),
    ("=to|through|until|and|- the <nth>|<mday>", facts.of_this_month),
    ("in|during|for|of <month>", facts.part_of_month(1, 31)),
    ("next <month>", facts.part_of_month(1, 31)),
    ("beginning|start|early of|in? <month>", facts.part_of_month(1, 10)),
    ("the? middle|mid of|-? <month>", facts.part_of_month(11, 20)),
    ("end|late of|in? <month>", facts.part_of_month(21, 31)),
)

# runs over days already found
DAY_JOINS = (
    ("next|this|coming <day>", facts.kept("day")),
    ("the? closest|nearest <weekday> to <day>", facts.nearest_to),
    ("<length> after|from <day>", facts.counted_after),
    ("a week from|after|on <day>", facts.weeks_after(1)),
    ("two weeks from|after|on <day>", facts.weeks_after(2)),
    ("<day> to|until|through|- <mday>|<ordinal>", facts.span_to_number),
    ("from? <day> to|until|through|-|leaving <day>", facts.span),
    ("from|between <day> and <day>", facts.span),
    ("from now to|until|through <day>", facts.span_from_now),
    ("<day> and|,? check|checking|leaving|leave out? on? <day>", facts.span),
    ("for? <day> for <length>", facts.span_for),
    ("from? <day> for <length>", facts.span_for),
    ("for <length> from <day>", facts.span_for_first),
    ("after <day>", facts.day_bound("after")),
    ("any|on|or|time day? after <day>", facts.day_bound("after")),
    ("<day> or later|after", facts.day_bound("after")),
    ("<day> onwards|onward", facts.day_bound("after")),
    ("before|by|until <day>", facts.day_bound("before")),
    ("no later than <day>", facts.day_bound("before")),
    ("not|except|avoid not|on|this? <day>", facts.kept("not_day")),
    ("anything|anytime|any day? but|except <day>", facts.kept("not_day")),
    ("can't|cannot|couldn't do|make|come? it? on? <day>", facts.kept("not_day")),
    ("instead of <day>", facts.kept("not_day")),
    ("rather than on? <day>", facts.kept("not_day")),
    ("not free|available on? <day>", facts.kept("not_day")),
    ("<day> doesn't|won't|isn't work|good|possible|suit|ok|okay", facts.kept("not_day")),
    ("<day> does|will|is not work|good|possible|suit|be", facts.kept("not_day")),
)
