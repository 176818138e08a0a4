"""Phrases for days, weeks, months and holidays, with the words of the language in brackets."""

from shared_lib.agent.language import calendar, counted, dated, numbered, reach
from shared_lib.agent.language.grammar import Readings, Table

NAMED_PARTS: Table = (
    ("до [see_you]", counted.marked("farewell")),
    ("[good] <part>|[time_to_greet]", counted.marked("greeting")),
    ("[have_a_nice] <part>|[time_to_wish]", counted.marked("farewell")),
    ("[today]|[this] <part>", dated.part_of_today),
    ("[early_or_late] <part>", counted.kept("part")),
    ("[in]? [first] [half] дня", counted.said("part", "morning")),
    ("[in]? [second] [half] дня", counted.said("part", "afternoon")),
)

RELATIVE: Table = (
    ("на? [today]", dated.day(calendar.ahead(0))),
    ("[now]", dated.day(calendar.ahead(0))),
    ("на? [tomorrow]", dated.day(calendar.ahead(1))),
    ("на? [day_after]", dated.day(calendar.ahead(2))),
    ("на? [after] [tomorrow]", dated.day(calendar.ahead(2))),
    ("до [end] дня", lambda: reach.day_bound("before")(calendar.ahead(0))),
    ("[yesterday]", counted.marked("past")),
    ("[past] <weekday>|[week]|[month]", counted.marked("past")),
    ("<length> [ago]", counted.marked("past")),
    ("[on]? [this] [week]", dated.day(calendar.week(0))),
    ("[on]? [next]|[that] [week]", dated.day(calendar.week(1))),
    ("[on]? [beginning_of] [this]? [week]", dated.day(calendar.week(0, 0, 2))),
    ("[on]? [middle] [this]? [week]", dated.day(calendar.week(0, 1, 3))),
    ("[on]|до? [end] [this]? [week]", dated.day(calendar.week(0, 3, 6))),
    ("[on]? [beginning_of] [next] [week]", dated.day(calendar.week(1, 0, 2))),
    ("[on]? [middle] [next] [week]", dated.day(calendar.week(1, 1, 3))),
    ("[on]|до? [end] [next] [week]", dated.day(calendar.week(1, 3, 6))),
    ("[on]? [this]|[nearest]? [weekend]", dated.day(calendar.week(0, 5, 6))),
    ("[on]? [next] [weekend]", dated.day(calendar.week(1, 5, 6))),
    ("[on]? <nth> [weekend] <month>", dated.weekend_of_month),
    ("[on]? [last] [weekend] <month>", lambda month: dated.weekend_of_month(-1, month)),
    ("[on]? [last] [weekend] [this]? [month]", lambda: dated.weekend_of_month(-1)),
    ("[on]|по? [working] [days]?", dated.day(calendar.week(0, 0, 4))),
    ("[on]? [this] [month]", dated.day(calendar.month_part(None, 1, 31))),
    ("[on]? [next] [month]", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("[on]? [beginning_of] [next]? [month]", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("[on]? [middle] [this]? [month]", dated.day(calendar.month_part(None, 11, 20))),
    ("[on]? [middle] [next] [month]", dated.day(calendar.month_part(None, 11, 20, 1))),
    ("[on]|до? [end] [this]? [month]", dated.day(calendar.month_part(None, 21, 31))),
    ("[on]|до? [end] [next] [month]", dated.day(calendar.month_part(None, 21, 31, 1))),
    ("[on]? [end] [this]? [year]", dated.day(calendar.month_part(12, 15, 31))),
    ("[on]? [beginning_of] [next]? [year]", dated.day(calendar.month_part(1, 1, 31))),
    ("[on]? [next] [year]", dated.day(calendar.year(1))),
    ("через [year]", dated.day(calendar.months_ahead(12))),
    ("[in_length] <length>", reach.in_length),
    ("<length> через", reach.in_length),
    ("на? <length> [later]|[since]", lambda span: reach.shift_by(1, span)),
    ("на? <length> [earlier]", lambda span: reach.shift_by(-1, span)),
    ("[by_a_day] [later]", lambda: reach.shift_by(1, (1, "day"))),
    ("[by_a_day] [earlier]", lambda: reach.shift_by(-1, (1, "day"))),
    ("на [next] [day]", lambda: reach.shift_by(1, (1, "day"))),
    ("[within] <length>", reach.within_length),
    ("[on]? [next] <length>", reach.whole_next),
    ("[on]? [nearest] <length>", reach.next_days),
    ("[on]? [nearest] дни|дні|днями", lambda: reach.next_days((3, "day"))),
)

_WEEKDAYS = "[from]|[between]? <weekday> [until] <weekday>"
WEEKDAYS: Table = (
    ("[on]? <weekday>", dated.on_weekday),
    ("[on]? [this]|[nearest] <weekday>", dated.on_weekday),
    ("[on]? [next] .? <weekday>", dated.weekday_in_week(1)),
    ("[on]? <weekday> [after] [next]", dated.weekday_after_next),
    ("[on]? <weekday> ,|[on]? [this] [week]", dated.weekday_in_week(0)),
    ("[on]? <weekday> ,|[on]? [next]|[that] [week]", dated.weekday_in_week(1)),
    ("на? [this] [week] ,? [on]? <weekday>", dated.weekday_in_week(0)),
    ("на? [next]|[that] [week] ,? [on]? <weekday>", dated.weekday_in_week(1)),
    (f"{_WEEKDAYS} ,|[on]? [this] [week]", dated.weekdays_of_week(0)),
    (f"{_WEEKDAYS} ,|[on]? [next]|[that] [week]", dated.weekdays_of_week(1)),
    (f"на? [this] [week] ,? {_WEEKDAYS}", dated.weekdays_of_week(0)),
    (f"на? [next]|[that] [week] ,? {_WEEKDAYS}", dated.weekdays_of_week(1)),
    ("[in_length] <length> ,? [on]? <weekday>", dated.weekday_near),
    ("[on]? <weekday> [in] <month>", lambda weekday, month: dated.nth_of_month(1, weekday, month)),
    ("[on]? <weekday> [in_length] <length>", lambda weekday, span: reach.counted_after_weekday(span, weekday)),
)

_DAY = "<ordinal>|<mday>|<nth_day>"
_MONTH = "<month> .?"
_YEAR = "<number>? [year]?"


def _through_slashed(first: int, text: str) -> Readings | None:
    """14 - 15.10: the month is said once."""
    last = numbered.slashed("dm")(text)
    return numbered.span_to_date(first, last["day"]) if last else None


def _always(text: str) -> Readings | None:
    """Open 24/7."""
    return {"always": True} if text == "24/7" else None


# a day by its number, which could not be anything else
DATES: Table = (
    ("=[open] <slashed>", _always),
    (f"[on]? <weekday> .? ,? [on]? {_DAY} {_MONTH} {_YEAR}", numbered.numbered),
    ("[on]? <weekday> ,? [on]? <ordinal>|<nth_day>", numbered.numbered),
    ("[on]? <weekday> ,? <slashed>", numbered.slashed_on_weekday("dm")),
    (f"[on]? {_DAY} {_MONTH} {_YEAR}", numbered.day_month),
    (f"[on]|[from]? <nth> {_MONTH} {_YEAR}", numbered.day_month),
    (f"[on]? {_DAY} {_MONTH} ,|.? [on]? =<weekday>", numbered.day_month),
    ("[on]? <nth> [day] [in]? <month>", numbered.day_month),
    (f"<month> {_DAY}", numbered.month_day_year),
    (f"[from]|[between]? {_DAY} [until] {_DAY} {_MONTH}", numbered.span_in_month),
    ("[from] <ordinal>|<nth_day> [until] <ordinal>|<nth_day>", numbered.span_of_days),
    ("[from]? <mday> [until] <slashed>", _through_slashed),
    (f"[from]|[between]? {_DAY} [until] {_DAY} [this] [month]", numbered.span_of_days),
    (f"[from]|[between]? {_DAY} [until] {_DAY} [next] [month]", numbered.span_in_next_month),
    (f"[on]? {_DAY} [this] [month]", numbered.of_this_month),
    (f"[on]? {_DAY} [next] [month]", numbered.of_next_month),
    ("[on]? <slashed>", numbered.slashed("dm")),
    ("<ymd>", numbered.iso),
    ("[in]? <nth> <weekday> [in]? <month>", dated.nth_of_month),
    ("[in]? [last] <weekday> [in]? <month>", lambda weekday, month: dated.nth_of_month(-1, weekday, month)),
    ("[in]? <nth> <weekday> [this]? [month]", dated.nth_of_month),
    ("[in]? [last] <weekday> [this]? [month]", lambda weekday: dated.nth_of_month(-1, weekday)),
    ("[in]? <nth> <weekday> [next] [month]", dated.nth_of_next_month),
    ("[in]? [last] [day] [this]? [month]", dated.last_of_month()),
    ("[in]? [last] [day] [next] [month]", dated.last_of_month(1)),
    ("[in]? [last] [day] <month>", lambda month: dated.last_of_month(0, month)()),
    ("[on]? <nth> [week] <month>", dated.week_of_month),
    ("[on]? [last] [week] <month>", lambda month: dated.week_of_month(-1, month)),
    ("[on]? <nth> [week] [this]? [month]", dated.week_of_month),
    ("[on]? [last] [week] [this]? [month]", lambda: dated.week_of_month(-1)),
    ("[in]? <first_days> [next]? [month]", lambda _: {"day": calendar.month_part(None, 1, 7, 1)}),
    ("[in]? <first_days> <month>", lambda _, month: dated.part_of_month(1, 7)(month)),
    ("[on]? <ordinal>", numbered.of_this_month),
)

# what may be a day where nothing better was found
LOOSE: Table = (
    ("[in]|на|за? [all]? <month>", dated.part_of_month(1, 31)),
    ("[on]? [beginning_of] <month>", dated.part_of_month(1, 10)),
    ("[in]? [first] [half] <month>", dated.part_of_month(1, 15)),
    ("[in]? [middle] <month>", dated.part_of_month(11, 20)),
    ("[in]? [second] [half] <month>", dated.part_of_month(16, 31)),
    ("[on]|до? [end] <month>", dated.part_of_month(21, 31)),
    ("<nth_day>", numbered.of_this_month),
)

# runs over days already found
DAY_JOINS: Table = (
    ("=[not] =[will_be] =[here]? до <day>", reach.day_bound("after")),
    ("=[busy]|[elsewhere] =[will_be]? до <day>", reach.day_bound("after")),
    ("=[back] [on]? <day>", reach.day_bound("after", last=False)),
    ("<day> я|ми|мы? [busy]|[elsewhere]", counted.kept("not_day")),
    ("<day> я|ми|мы? [in]|на [elsewhere]", counted.kept("not_day")),
    ("<day> [me] [not] [will_be]", counted.kept("not_day")),
    ("[me] [not] [will_be] [here]? <day>", counted.kept("not_day")),
    ("<day> [there_is_no_time]", counted.kept("not_day")),
    ("<day> [have] [me] [no] [time]", counted.kept("not_day")),
    ("<day> [never] [not]? [fits]", counted.kept("not_day")),
    ("[never] [not]? по? <day>", counted.kept("not_day")),
    ("<day> [nope] =,|.|!|[better]", counted.kept("not_day")),
    ("=[busy]|[elsewhere] <day>", counted.kept("not_day")),
    ("=[was] =[at_yours]? [on]? <day>", counted.marked("past")),
    ("=[move] .. [from] <day> <clock>? на? <day>", lambda _first, _clock, last: {"day": last}),
    ("на? [next] [day] [after] <day>", dated.days_after(1)),
    ("на? [day] [later] <day>", dated.days_after(1)),
    ("через [day] [after] <day>", dated.days_after(2)),
    ("за [day] до <day>", dated.days_after(-1)),
    ("[eve_of] <day>", dated.days_after(-1)),
    ("за <length> до <day>", reach.counted_before),
    ("<ahead> до <day>", reach.counted_before),
    ("<ahead> [after] <day>", reach.counted_after),
    ("[on]? <weekday> [after] <day>", dated.weekday_after),
    ("[on]? <weekday> до|перед <day>", dated.weekday_before),
    ("[on]? [week] [after] <day>", dated.week_beside(1)),
    ("[on]? [week] перед <day>", dated.week_beside(-1)),
    ("на? [week] [from] <day>", dated.week_of),
    ("[from]|[between]? <day> [until] <day>", reach.span),
    ("[from]? <day> [until] <ordinal>|<mday>", numbered.span_to_number),
    ("до <day>", reach.day_bound("before", last=False)),
    ("[not] [later] [than]? <day>", reach.day_bound("before")),
    ("[earlier] <day>", reach.day_bound("before", last=False)),
    ("[after] <day>", reach.day_bound("after")),
    ("[beginning]? [from] <day>", reach.day_bound("after", last=False)),
    ("[not] [earlier] [than]? <day>", reach.day_bound("after", last=False)),
    ("<day> [or]|[and] [later]", reach.day_bound("after", last=False)),
    ("[but] <day>", counted.kept("not_day")),
    ("[only]? [not] <day>", counted.kept("not_day")),
    ("[nor] <day>", counted.kept("not_day")),
    ("[only] <day>", counted.kept("day")),
    ("[if] [not] <day>", counted.kept("day")),
    ("[instead_of] <day>", counted.kept("not_day")),
    ("<day> ,? [not] [fits]", counted.kept("not_day")),
    ("<day> ,? [not_at_all] [fits]?", counted.kept("not_day")),
    ("[not] [fits] <day>", counted.kept("not_day")),
    ("[not] [can] [come]", counted.marked("unable")),
)
