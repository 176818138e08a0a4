"""English phrases over days already found: stretches, open ends, refusals, and what is said of a day before."""

from shared_lib.agent.language import calendar, counted, dated, numbered, reach
from shared_lib.agent.language.calendar import Days
from shared_lib.agent.language.grammar import Make, Readings, Table
from shared_lib.agent.language.items import LONGEST_MONTH

_BAD = "out|bad|impossible|full|terrible|difficult|tricky|hard|tough|booked|busy|taken|packed|hectic|crazy|gone"
_AWAY = "away|busy|gone|travelling|traveling|abroad|unavailable|out"
_DID = "called|emailed|came|visited|bought|paid|booked|had|went|received|missed"
_TOLD = "wrote|called|emailed|texted|sent|spoke|talked|tried|charged|billed"
_OBJECT = "mail|email|message|text|call|reminder|voucher|card|giftcard|package|certificate|receipt"
_TREATMENT = "massage|facial|haircut|shave|manicure|pedicure|treatment|session|visit"
_VISIT = "appointment|booking|slot|one|massage"
_MOVE = "=move|reschedule|shift|switch|change|push"


def _days_without(days: Days, refused: Days) -> Readings:
    """Mean next week but not on Monday."""
    return {"day": days, "not_day": refused}


def _part_beside(days_after: int) -> Make:
    """Make the night before Thanksgiving, the morning after the 5th."""
    return lambda part, days: {"day": calendar.moved(days, days_after), "part": part}


def _after_month(month: int) -> Readings | None:
    """Mean after January."""
    return reach.day_bound("after")(calendar.month_part(month, 1, LONGEST_MONTH))


def _before_month(month: int) -> Readings | None:
    """Mean before February."""
    return reach.day_bound("before", last=False)(calendar.month_part(month, 1, LONGEST_MONTH))


# runs over days already found
DAY_JOINS: Table = (
    ("last <day>", counted.marked("past")),
    ("since <weekday>", counted.marked("past")),
    ("=was|were|been =here|there on|in? <day>", counted.marked("past")),
    (f"=i|we ={_DID} =it|you|there|here|in|by|back? on? <day>", counted.marked("past")),
    (f"=i|we ={_DID} =your|the|an|a|my? ={_OBJECT} on? <day>", counted.marked("past")),
    (
        f"=i|we|you ={_TOLD} =to|with? =me|us|you|someone? =your|the|an|a|my? ={_OBJECT}? on? <day>",
        counted.marked("past"),
    ),
    ("=charged|billed|paid =me|us|you? =<number> on? <day>", counted.marked("past")),
    ("=<past> on? <day>", counted.marked("past")),
    (f"=had =a|my|the ={_TREATMENT} =there|here|with? on? <day>", counted.marked("past")),
    ("=last =visit|time|appointment|massage|session|treatment =was|on? on? <day>", counted.marked("past")),
    ("=was|were =charged|billed|there|here <number>? on? <day>", counted.marked("past")),
    ("=come|stop|drop|swing|pass|pop|passing|stopping|coming|dropping by on? <day>", counted.kept("day")),
    (f"{_MOVE} my|our|the|this? {_VISIT} on|from? <day> to <day>", reach.last_day),
    ("<day> or before|sooner|earlier", reach.day_bound("before")),
    ("<day> at the latest", reach.day_bound("before")),
    ("at the latest on|by? <day>", reach.day_bound("before")),
    ("<day> at the earliest", reach.day_bound("after", last=False)),
    ("the? closest|nearest <weekday> to <day>", dated.nearest_to),
    ("<length> after|from <day>", reach.counted_after),
    ("the? day after <day>", dated.days_after(1)),
    ("the? day before <day>", dated.days_after(-1)),
    ("the? day before my|our|the .. on <day>", dated.days_after(-1)),
    ("the? day after my|our|the .. on <day>", dated.days_after(1)),
    (f"={_AWAY} =of? =town? until|through <day>", counted.kept("away_until")),
    ("<length> before <day>", reach.counted_before),
    ("the? week of|beginning|starting|commencing on|with? <day>", dated.week_of),
    ("w / c|b <day>", dated.week_of),
    ("after|past <month>", _after_month),
    ("before|until <month>", _before_month),
    ("the <part> before <day>", _part_beside(-1)),
    ("the <part> after <day>", _part_beside(1)),
    ("from? <day> <part> to|until|through|- <day> <part>?", lambda first, _, last, __: reach.span(first, last)),
    ("<day> week", dated.week_of),
    ("the? <weekday> after <day>", dated.weekday_after),
    ("the? last? <weekday> before <day>", dated.weekday_before),
    ("the? week|days leading up? to <day>", lambda days: {"day": calendar.leading_to(days, 7)}),
    (f"{_MOVE} my|our|the <clock> {_VISIT}? on? <day> =to", counted.marked("left")),
    ("<day> <weekend>", lambda day, _: dated.weekend_of(day)),
    ("<weekend> of <day>", lambda _, day: dated.weekend_of(day)),
    ("<weekend> after <day>", lambda _, day: dated.weekend_beside(day, after=True)),
    ("<weekend> before <day>", lambda _, day: dated.weekend_beside(day, after=False)),
    ("the? week after|following <day>", dated.week_beside(1)),
    ("the? week before <day>", dated.week_beside(-1)),
    ("<length> on? <day>", reach.weeks_from),
    ("the? eve of <day>", dated.days_after(-1)),
    ("a week from|after|on <day>", dated.weeks_after(1)),
    ("two weeks from|after|on <day>", dated.weeks_after(2)),
    ("<day> to|until|through|- <mday>|<ordinal>", numbered.span_to_number),
    ("from? <day> to|until|through|-|leaving <day>", reach.span),
    ("from|between <day> and <day>", reach.span),
    ("from|between now to|until|through|and <day>", reach.span_from_now),
    ("<day> and|,? check|checking|leaving|leave out? on? <day>", reach.span),
    ("for? <day> for <length>", reach.span_for),
    ("from? <day> for <length>", reach.span_for),
    ("for <length> from <day>", reach.span_for_first),
    ("after the? <day>", reach.day_bound("after")),
    ("any|on|or|time day? after <day>", reach.day_bound("after")),
    ("<day> or later|after", reach.day_bound("after")),
    ("<day> onwards|onward", reach.day_bound("after")),
    ("from <day> on", reach.day_bound("after")),
    (f"{_MOVE} .. from <day> to <day>", reach.last_day),
    (f"{_MOVE} my|our|the|this? <day> =<clock>? {_VISIT}? to <day>", reach.last_day),
    ("no|not|never earlier|sooner|before|until than? <day>", reach.day_bound("after", last=False)),
    ("before the? <day>", reach.day_bound("before", last=False)),
    ("by|until|through the? <day>", reach.day_bound("before")),
    ("up to <day>", reach.day_bound("before")),
    ("no|not|never later|after than? <day>", reach.day_bound("before")),
    ("not|except|avoid on|this? a? <day>", counted.kept("not_day")),
    ("neither on? <day>", counted.kept("not_day")),
    ("if not <day>", counted.kept("day")),
    ("anything|anytime|any day? but|except on? a? <day>", counted.kept("not_day")),
    ("<day> but not on? a? <day>", _days_without),
    ("<day> except not? on? a? <day>", _days_without),
    ("any|every|all day|time <day> but on? <day>", _days_without),
    ("=can't|cannot|couldn't|won't =do|make|come|be? =it|there|in? on? <day>", dated.busy),
    ("today|tomorrow , <numbered>", counted.kept("day")),
    ("instead of <day>", counted.kept("not_day")),
    ("rather than on? <day>", counted.kept("not_day")),
    ("not free|available on? <day>", counted.kept("not_day")),
    ("<day> doesn't|won't|isn't|don't|can't work|good|possible|suit|ok|okay|fit|great", counted.kept("not_day")),
    ("<day> does|will|is|do not work|good|possible|suit|be|fit|great", counted.kept("not_day")),
    ("<day> is no good|use", counted.kept("not_day")),
    (f"<day> is|are|looks {_BAD}", counted.kept("not_day")),
)

_CANNOT = "can't|cannot|couldn't|won't"
# days on which somebody cannot come; each is refused, and none is wished for
UNWELCOME: Table = (
    ("=i'm|we're =travelling|traveling|away <ahead>", reach.in_length),
    ("<away_until>", reach.day_bound("after")),
    (f"=i'm|we're ={_AWAY} =of? =town|office|country? on|for|over|from? <day>", dated.busy),
    (f"=i|we =am|are|will =be? ={_AWAY} =of? =town|office|country? on|for|over|from? <day>", dated.busy),
    ("=on|my|our|taking|have =vacation|holiday|holidays|trip|leave on|in|from|for|during|over? <day>", dated.busy),
    ("=i|we =have|got =no =time|availability on|for|this? <day>", dated.busy),
    ("=i|we =work|working on? <day>", dated.busy),
    ("=i'm|we're =working|booked =up? on? <day>", dated.busy),
    ("=i|we =work|working =on? <day> =<bound>", counted.kept("day")),
    ("=i'm|we're =at =work on? <day>", dated.busy),
    (f"=i'm|we're ={_AWAY}|working =on? <day> =<bound>", counted.kept("day")),
    (f"<day> =,? =i'm|we're ={_AWAY}|working|tied =up|in|at? =meetings|work? =<bound>", counted.kept("day")),
    (f"<day> ,? i|we {_CANNOT} make|do|come? it?", dated.busy),
    (f"<day> ,? i'm|we're {_AWAY}|working", dated.busy),
    ("<day> never works|work|suits|fits|good", dated.busy),
    ("never on? <day>", dated.busy),
    (f"=i|we? ={_CANNOT} on <day>", dated.busy),
)

# what is said of a time spoken of before
SHIFTS: Table = (
    ("or better yet|still?", counted.marked("corrects")),
    ("or even better", counted.marked("corrects")),
    ("after that|it", counted.said("then", "after")),
    ("=<not_day> ,? but? the <nth>", numbered.of_this_month),
    ("=<not_day> or|nor|and on? <day>", counted.kept("not_day")),
    ("<not_day> ,? but|, the next one?", dated.the_one_after),
    ("<not_day> but|, next", dated.the_one_after),
    ("<not_day> ,? but? the one|week after that?", dated.the_one_after),
    ("the? <unit_of_time> after that|this?", lambda unit: reach.shift_by(1, (1, unit))),
    ("the? <unit_of_time> before that|this?", lambda unit: reach.shift_by(-1, (1, unit))),
    ("the? next|coming day", lambda: reach.shift_by(1, (1, "day"))),
    ("the <part> before", lambda part: {**(reach.shift_by(-1, (1, "day")) or {}), "part": part}),
    ("the <part> after", lambda part: {**(reach.shift_by(1, (1, "day")) or {}), "part": part}),
    ("<length> later|after that|this?", lambda span: reach.shift_by(1, span)),
    ("<length> earlier|sooner|before that|this?", lambda span: reach.shift_by(-1, span)),
    ("back by? <length>", lambda span: reach.shift_by(1, span)),
    ("forward|up by? <length>", lambda span: reach.shift_by(-1, span)),
)
