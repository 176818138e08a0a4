"""English phrases over days already found: stretches, open ends, refusals, and what is said of a day before."""

from shared_lib.agent.language import calendar, date_builders, day_builders
from shared_lib.agent.language.calendar import Days
from shared_lib.agent.language.grammar import Make, Readings, kept, marked, said, table
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
    return date_builders.day_bound("after")(calendar.month_part(month, 1, LONGEST_MONTH))


def _before_month(month: int) -> Readings | None:
    """Mean before February."""
    return date_builders.day_bound("before", last=False)(calendar.month_part(month, 1, LONGEST_MONTH))


# runs over days already found
DAY_JOINS = table(
    "date ranges and open ends, days refused, days past",
    "not monday / after january / before friday",
    ("last <day>", marked("past")),
    ("since <weekday>", marked("past")),
    ("=was|were|been =here|there on|in? <day>", marked("past")),
    (f"=i|we ={_DID} =it|you|there|here|in|by|back? on? <day>", marked("past")),
    (f"=i|we ={_DID} =your|the|an|a|my? ={_OBJECT} on? <day>", marked("past")),
    (
        f"=i|we|you ={_TOLD} =to|with? =me|us|you|someone? =your|the|an|a|my? ={_OBJECT}? on? <day>",
        marked("past"),
    ),
    ("=charged|billed|paid =me|us|you? =<number> on? <day>", marked("past")),
    ("=<past> on? <day>", marked("past")),
    (f"=had =a|my|the ={_TREATMENT} =there|here|with? on? <day>", marked("past")),
    ("=last =visit|time|appointment|massage|session|treatment =was|on? on? <day>", marked("past")),
    ("=was|were =charged|billed|there|here <number>? on? <day>", marked("past")),
    ("=come|stop|drop|swing|pass|pop|passing|stopping|coming|dropping by on? <day>", kept("day")),
    (f"{_MOVE} my|our|the|this? {_VISIT} on|from? <day> to <day>", date_builders.last_day),
    ("<day> or before|sooner|earlier", date_builders.day_bound("before")),
    ("<day> at the latest", date_builders.day_bound("before")),
    ("at the latest on|by? <day>", date_builders.day_bound("before")),
    ("<day> at the earliest", date_builders.day_bound("after", last=False)),
    ("the? closest|nearest <weekday> to <day>", day_builders.nearest_to),
    ("<length> after|from <day>", date_builders.counted_after),
    ("the? day after <day>", day_builders.days_after(1)),
    ("the? day before <day>", day_builders.days_after(-1)),
    ("the? day before my|our|the .. on <day>", day_builders.days_after(-1)),
    ("the? day after my|our|the .. on <day>", day_builders.days_after(1)),
    (f"={_AWAY} =of? =town? until|through <day>", kept("away_until")),
    ("<length> before <day>", date_builders.counted_before),
    ("the? week of|beginning|starting|commencing on|with? <day>", day_builders.week_of),
    ("w / c|b <day>", day_builders.week_of),
    ("after|past <month>", _after_month),
    ("before|until <month>", _before_month),
    ("the <part> before <day>", _part_beside(-1)),
    ("the <part> after <day>", _part_beside(1)),
    ("from? <day> <part> to|until|through|- <day> <part>?", lambda first, _, last, __: date_builders.span(first, last)),
    ("<day> week", day_builders.week_of),
    ("the? <weekday> after <day>", day_builders.weekday_after),
    ("the? last? <weekday> before <day>", day_builders.weekday_before),
    ("the? week|days leading up? to <day>", lambda days: {"day": calendar.leading_to(days, 7)}),
    (f"{_MOVE} my|our|the <clock> {_VISIT}? on? <day> =to", marked("left")),
    ("<day> <weekend>", lambda day, _: day_builders.weekend_of(day)),
    ("<weekend> of <day>", lambda _, day: day_builders.weekend_of(day)),
    ("<weekend> after <day>", lambda _, day: day_builders.weekend_beside(day, after=True)),
    ("<weekend> before <day>", lambda _, day: day_builders.weekend_beside(day, after=False)),
    ("the? week after|following <day>", day_builders.week_beside(1)),
    ("the? week before <day>", day_builders.week_beside(-1)),
    ("<length> on? <day>", date_builders.weeks_from),
    ("the? eve of <day>", day_builders.days_after(-1)),
    ("from? <day> to|until|through|-|leaving <day>", date_builders.span),
    ("from|between <day> and <day>", date_builders.span),
    ("from|between now to|until|through|and <day>", date_builders.span_from_now),
    ("<day> and|,? check|checking|leaving|leave out? on? <day>", date_builders.span),
    ("for? <day> for <length>", date_builders.span_for),
    ("from? <day> for <length>", date_builders.span_for),
    ("for <length> from <day>", date_builders.span_for_first),
    ("after the? <day>", date_builders.day_bound("after", beyond=True)),
    ("any|on|or|time day? after <day>", date_builders.day_bound("after", beyond=True)),
    ("<day> or later|after", date_builders.day_bound("after")),
    ("<day> onwards|onward", date_builders.day_bound("after")),
    ("from <day> on", date_builders.day_bound("after")),
    (f"{_MOVE} .. from <day> to <day>", date_builders.last_day),
    (f"{_MOVE} my|our|the|this? <day> =<clock>? {_VISIT}? to <day>", date_builders.last_day),
    ("no|not|never earlier|sooner|before|until than? <day>", date_builders.day_bound("after", last=False)),
    ("before the? <day>", date_builders.day_bound("before", last=False, beyond=True)),
    ("by|until|through the? <day>", date_builders.day_bound("before")),
    ("up to <day>", date_builders.day_bound("before")),
    ("no|not|never later|after than? <day>", date_builders.day_bound("before")),
    ("not|except|avoid on|this? a? <day>", kept("not_day")),
    ("neither on? <day>", kept("not_day")),
    ("if not <day>", kept("day")),
    ("anything|anytime|any day? but|except on? a? <day>", kept("not_day")),
    ("<day> but not on? a? <day>", _days_without),
    ("<day> except not? on? a? <day>", _days_without),
    ("any|every|all day|time <day> but on? <day>", _days_without),
    ("=can't|cannot|couldn't|won't =do|make|come|be? =it|there|in? on? <day>", day_builders.busy),
    ("today|tomorrow , <numbered>", kept("day")),
    ("instead of <day>", kept("not_day")),
    ("rather than on? <day>", kept("not_day")),
    ("not free|available on? <day>", kept("not_day")),
    ("<day> doesn't|won't|isn't|don't|can't work|good|possible|suit|ok|okay|fit|great", kept("not_day")),
    ("<day> does|will|is|do not work|good|possible|suit|be|fit|great", kept("not_day")),
    ("<day> is no good|use", kept("not_day")),
    (f"<day> is|are|looks {_BAD}", kept("not_day")),
)

_CANNOT = "can't|cannot|couldn't|won't"
# days on which somebody cannot come; each is refused, and none is wished for
BUSY_DAYS = table(
    "days on which nobody can come",
    "friday I can't / I work on fridays / i'm busy on friday",
    ("=i'm|we're =travelling|traveling|away <ahead>", date_builders.in_length),
    ("<away_until>", date_builders.day_bound("after")),
    (f"=i'm|we're ={_AWAY} =of? =town|office|country? on|for|over|from? <day>", day_builders.busy),
    (f"=i|we =am|are|will =be? ={_AWAY} =of? =town|office|country? on|for|over|from? <day>", day_builders.busy),
    (
        "=on|my|our|taking|have =vacation|holiday|holidays|trip|leave on|in|from|for|during|over? <day>",
        day_builders.busy,
    ),
    ("=i|we =have|got =no =time|availability on|for|this? <day>", day_builders.busy),
    ("=i|we =work|working on? <day>", day_builders.busy),
    ("=i'm|we're =working|booked =up? on? <day>", day_builders.busy),
    ("=i|we =work|working =on? <day> =<bound>", kept("day")),
    ("=i'm|we're =at =work on? <day>", day_builders.busy),
    (f"=i'm|we're ={_AWAY}|working =on? <day> =<bound>", kept("day")),
    (f"<day> ,? i|we {_CANNOT} make|do|come? it?", day_builders.busy),
    (f"<day> ,? i'm|we're {_AWAY}|working", day_builders.busy),
    ("<day> never works|work|suits|fits|good", day_builders.busy),
    ("never on? <day>", day_builders.busy),
)

_BOOKED = "massage|facial|haircut|shave|manicure|pedicure|appointment|booking|visit"
# what is said of a time spoken of before
SHIFTS = table(
    "later or earlier than what was spoken of",
    "the next day / an hour later / the day after",
    ("or better yet|still?", marked("corrects")),
    ("or even better", marked("corrects")),
    ("after that|it", said("then", "after")),
    ("=<not_day> or|nor|and on? <day>", kept("not_day")),
    ("<not_day> ,? but|, the next one?", day_builders.the_one_after),
    ("<not_day> but|, next", day_builders.the_one_after),
    ("<not_day> ,? but? the one|week after that?", day_builders.the_one_after),
    ("the? <unit_of_time> after that|this?", lambda unit: date_builders.shift_by(1, (1, unit))),
    ("the? <unit_of_time> before that|this?", lambda unit: date_builders.shift_by(-1, (1, unit))),
    ("the? next|coming day", lambda: date_builders.shift_by(1, (1, "day"))),
    ("the <part> before", lambda part: {**(date_builders.shift_by(-1, (1, "day")) or {}), "part": part}),
    ("the <part> after", lambda part: {**(date_builders.shift_by(1, (1, "day")) or {}), "part": part}),
    ("<length> later|after that|this?", lambda span: date_builders.shift_by(1, span)),
    ("<length> earlier|sooner|before that|this?", lambda span: date_builders.shift_by(-1, span)),
    (
        "=push|delay|postpone =it|that|this|me|us|things by? <length>",
        lambda span: date_builders.shift_by(1, span),
    ),
    (
        f"=push|delay|postpone =my|our|the ={_BOOKED} by? <length>",
        lambda span: date_builders.shift_by(1, span),
    ),
    ("back by? <length>", lambda span: date_builders.shift_by(1, span)),
    ("forward|up by? <length>", lambda span: date_builders.shift_by(-1, span)),
)
