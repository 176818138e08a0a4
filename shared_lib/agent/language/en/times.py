"""English phrases for numbers, lengths and clock times."""

from shared_lib.agent.language import calendar, counted, timed
from shared_lib.agent.language.calendar import Days
from shared_lib.agent.language.clock import FIRST_LIKELY_HOUR, HALF, PARTS, Clock, clock_of
from shared_lib.agent.language.grammar import Make, Readings, Table
from shared_lib.agent.language.numbered import CENTURY

NUMBERS: Table = (
    ("<tens> -? <unit>", counted.number),
    ("<tens> -? <nth_unit>", counted.ordinal),
    ("twenty twenty -? <unit>", lambda unit: {"number": CENTURY + 20 + unit}),
    ("two thousand and? twenty -? <unit>", lambda unit: {"number": CENTURY + 20 + unit}),
    ("<mday> st|nd|rd|th", counted.ordinal_of_digits),
    ("a? couple of?", counted.said("few", 2)),
    ("a? few", counted.said("few", 3)),
)

FIRST_OF_TWO_DIGITS = 10  # hours
_HOUR = "<clock>|<hour>"
_MOVING = "move|reschedule|shift|switch|change|push"
_MOVED = f"={_MOVING}"
LENGTHS: Table = (
    ("<number>|<few> -? <unit_of_time>", counted.length),
    ("a|an <unit_of_time>", lambda unit: counted.length(1, unit)),
    ("half an? hour", lambda: counted.length(30, "minute")),
    ("a? half hour", lambda: counted.length(30, "minute")),
    ("a? quarter of an hour", lambda: counted.length(15, "minute")),
    ("three quarters of an hour", lambda: counted.length(45, "minute")),
    ("a|an <unit_of_time> and a half", lambda unit: counted.length_and_half(1, unit)),
    ("<number> and a half <unit_of_time>", counted.length_and_half),
    ("<number> <unit_of_time> and a half", counted.length_and_half),
    ("<number> hour|hours|hr|hrs|h and? <number> minutes|minute|mins|min", counted.hours_and_minutes),
    ("an hour and <number> minutes|mins", lambda minutes: counted.hours_and_minutes(1, minutes)),
    ("=in|within|next <number> h", lambda hours: counted.length(hours, "hour")),
    ("<number> . 5 <unit_of_time>", counted.length_and_half),
    ("one|a and a half <unit_of_time>", lambda unit: counted.length_and_half(1, unit)),
    ("a? fortnight", lambda: counted.length(2, "week")),
    ("a? fortnight's", lambda: counted.length(2, "week")),
    ("<number> people|persons|adults|guests|ppl|pax|men|guys|friends|ladies", counted.kept("party")),
    ("<number> of us", counted.kept("party")),
    ("=for? <number> person|adult|guest|man", counted.kept("party")),
    ("=party|group|table|room =of|for <number>", counted.kept("party")),
)


def _minutes_window(
    hour: int, minute: int | None, end_hour: int, end_minute: int | None, half: str | None = None
) -> Readings | None:
    """From three thirty to four thirty."""
    start, end = clock_of(hour, minute or 0), clock_of(end_hour, end_minute or 0, half)
    return timed.window(start, end) if start and end and (minute or end_minute) else None


def _compact_window(start: tuple[int, int, bool], end: tuple[int, int, bool], half: str | None) -> Readings | None:
    """0930-1130; 300-400 would be money."""
    hours = start[0] >= FIRST_OF_TWO_DIGITS or start[2]
    first, last = timed.at_shape(start), timed.at_shape(end, half)
    return timed.window(first["clock"], last["clock"]) if hours and first and last else None


def _after_habit(hour: int) -> Make:
    """Make after work, unless the hour is said next."""
    return lambda: {**timed.bound_after(Clock(hour)), "habit": True}


def _before_noon(number: int) -> Readings | None:
    """Ten to noon, which is from ten on; twenty to noon."""
    if FIRST_LIKELY_HOUR < number < HALF:
        return timed.window(Clock(number), Clock(HALF))
    return timed.to(number, Clock(HALF))


def _window_on_day(start: Clock, days: Days, end: Clock | int) -> Readings | None:
    """From 3 on Friday to 5."""
    window = timed.window(start, end)
    return {"day": days, **window} if window else None


def _until_from_now(until: Clock | int) -> Readings | None:
    """Between now and 5."""
    clock = until if isinstance(until, Clock) else clock_of(until)
    return {"day": calendar.ahead(0), **timed.bound_before(clock)} if clock else None


# what can only be a time
CLOCKS: Table = (
    ("<hm> <half>?", timed.at_shape),
    ("<compact> <half>", timed.at_shape),
    ("<compact> hours|hrs", timed.at_shape),
    ("<hour> <half>", timed.at),
    ("<hour> <minute> <half>", timed.at_minute),
    ("<hour> oh|o <unit> <half>?", timed.at_minute),
    ("<hour> o'clock <half>?", timed.at),
    ("<hour> sharp|exactly <half>?", timed.at),
    ("<unit> - thirty <half>?", lambda hour, half: timed.at_minute(hour, 30, half)),
    ("<unit> - fifteen <half>?", lambda hour, half: timed.at_minute(hour, 15, half)),
    ("<homophone> <half>", timed.at),
    ("<homophone> o'clock <half>?", timed.at),
    ("<homophone> thirty <half>", lambda hour, half: timed.at_minute(hour, 30, half)),
    ("<hour> ish <half>?", timed.rough(timed.at)),
    ("<compact> ish <half>?", timed.rough(timed.at_shape)),
    ("<hour> h", timed.at_whole_day),
    ("<hour> hundred hours|hrs?", timed.at_whole_day),
    ("noon|midday", timed.fixed(12)),
    ("12|twelve noon|midday", timed.fixed(12)),
    ("midnight", timed.fixed(0)),
    ("12|twelve midnight", timed.fixed(0)),
    ("a? half past|after? noon", timed.fixed(12, 30)),
    ("half past|after <hour> <half>?", timed.minutes_past(30)),
    ("half <hour> <half>?", timed.minutes_past(30)),
    ("a? quarter past|after <hour>|<clock> <half>?", timed.minutes_past(15)),
    ("a? quarter past|after noon", timed.fixed(12, 15)),
    ("a? quarter to|too|two|until|before|of <hour> <half>?", timed.minutes_to(15)),
    ("<number> too <hour> <half>?", timed.round_to),
    ("a? quarter to|until|before|of noon", timed.fixed(11, 45)),
    ("<number> past|after <hour> <half>?", timed.past),
    ("<number> past|after noon", lambda minutes: timed.at_minute(12, minutes, "pm")),
    ("<number> to|before noon", _before_noon),
    ("<number> to|until|of <hour> <half>?", timed.round_to),
    ("<length> past|after|from <hour> <half>?", timed.past_length),
    ("<length> past|after noon", lambda span: timed.past_length(span, 12, "pm")),
    ("<length> past|after <hour> h", timed.past_length),
    ("<length> to|before|until <hour> <half>?", timed.to_length),
    ("from|between <hour> <minute>? to|and|until|through|- <hour> <minute>? <half>?", _minutes_window),
    ("<hour> <minute> to|until|through|- <hour> <minute>? <half>?", _minutes_window),
    ("=free|available|working|open|anytime|anything <hour> to|until <hour> <half>?", timed.window),
    (f"{_MOVED} .. from <hour> to <hour> <half>?", timed.last_hour),
    ("from|between <hour> to|and|until|through|- <hour> <half>?", timed.window),
    ("from|between <hour> to|and|until|through|- <hour> in|at the? =<part>", timed.window),
    ("from|between <hour> to|and|until|through|- noon|midday", lambda hour: timed.window(hour, Clock(HALF))),
    ("from|between <hour> to|and|until|through|- midnight", lambda hour: timed.window(hour, Clock(0))),
    ("lunchtime", timed.soft_window(12, 14)),
    ("lunch time", timed.soft_window(12, 14)),
    ("in|during|over|on? my|our|the lunch hour|break", timed.soft_window(12, 14)),
    ("over|during my|our|the lunch", timed.soft_window(12, 14)),
    ("lunch hour|break", timed.soft_window(12, 14)),
    ("brunch time?", timed.soft_window(10, 13)),
    ("tea time", timed.soft_window(15, 17)),
    ("happy hour", timed.soft_window(16, 19)),
    ("after lunch", timed.soft_window(13, 17)),
    ("after school", timed.soft_window(15, 21)),
    ("after work", _after_habit(17)),
    ("before work", timed.open_until(9)),
    ("before lunch|lunchtime", timed.open_until(12)),
    ("dinner|supper time", timed.soft_window(18, 20)),
    ("dinnertime", timed.soft_window(18, 20)),
    ("before dinner|supper", timed.open_until(18)),
    ("after dinner|supper", _after_habit(20)),
    ("after breakfast", _after_habit(9)),
    ("not too? early", timed.open_from(10)),
    ("not too late", timed.open_until(19)),
)

# what may be a time, given what stands beside it; it runs after the days
_BEFORE = "=at|around|about|by|after|before|until|than|past|since|from|between|approximately|near"
_FITS = "better|best|fine|good|great|perfect|ok|okay|ideal|possible|free|available|open"
BARE_HOURS: Table = (
    (f"{_BEFORE} the? <hour>", timed.at),
    (f"{_BEFORE} <hour> <minute>", timed.at_minute),
    (f"{_BEFORE} <compact>", timed.at_shape),
    ("from|between? <compact> -|and|to|until <compact> <half>?", _compact_window),
    ("=at|around <hour> and a? half", lambda hour: timed.at_minute(hour, 30)),
    ("<compact> =in|at =the? =<part>", timed.at_shape),
    ("<compact> =on? =<day>", timed.at_shape),
    ("=<day> at|around|, <homophone> thirty", lambda hour: timed.at_minute(hour, 30)),
    ("=<day> at|around|, <homophone> fifteen", lambda hour: timed.at_minute(hour, 15)),
    ("=<day>|<part> ,? <compact>", timed.at_shape),
    # speech recognition hears `four thirty` as `for thirty`
    (f"{_BEFORE} <homophone> thirty", lambda hour: timed.at_minute(hour, 30)),
    (f"{_BEFORE} <homophone> fifteen", lambda hour: timed.at_minute(hour, 15)),
    ("=<day> at|around <homophone>", timed.at),
    ("=at|around <homophone> =on|in? =<day>|<part>", timed.at),
    ("=make =it|that =for|to|at? <hour>", timed.at),
    ("=up =to <hour>", timed.at),
    ("=to <hour> =on? =<weekday>|<day>", timed.at),
    ("=could|can|should|shall|let's =we|you|i? =do|try|make|say <hour>", timed.at_unless_one),
    ("=can't|cannot|couldn't|won't =do|make <hour>", timed.at_unless_one),
    ("=how =about|, <hour>", timed.at_unless_one),
    ("=exactly|precisely|meant|mean <hour>", timed.at),
    ("=latest|earliest <hour>", timed.at),
    ("=latest|earliest =i|we|you .. =is|be <hour>", timed.at),
    ("<hour> =at =the =latest|earliest", timed.at),
    ("<hour> =or|and =later|after|onwards|onward|on|earlier|sooner|before", timed.at),
    ("<hour> =onwards|onward", timed.at),
    (f"<hour> =is|would|sounds|will|seems|looks =be|work? ={_FITS}", timed.at_unless_one),
    ("<hour> =doesn't|won't|isn't =work|good|possible", timed.at_unless_one),
    ("=<clock> =, =or|and <hour>", timed.at),
    ("=<clock> =or|and <hour>", timed.at),
    ("=<clock> =,|.? =no|wait|sorry|actually =no|wait|sorry|,? =,? <hour>", timed.at),
    (f"=moved|bring|forward|time|slot|{_MOVING} =it|that|this|them|booking|appointment|to? =to <hour>", timed.at),
    ("=to|try|or <hour> =instead|works|would|will|is|please|,", timed.at_unless_one),
    ("=for|, <hour> =instead|works", timed.at_unless_one),
    ("<hour> =works|instead", timed.at_unless_one),
    ("<hour> =or =<hour>|<clock>", timed.at),
    ("<hour> =in|of =the? =<part>", timed.at),
    ("<hour> =the? =<part>", timed.at_unless_one),
    ("<hour> at =night", timed.at),
    ("<hour> in the? <half>", timed.at),
    ("<hour> <minute> =in|at? =the? =<part>", timed.at_minute),
    ("=<part> at|around|about|,|by? <hour>", timed.at),
    ("=<part> at|around|about|,|by? <hour> <minute>", timed.at_minute),
    ("<hour> =<day>", timed.at),
    ("=<day> ,? <hour>", timed.at),
    ("=<day>|<part> ,? <hour> <minute>", timed.at_minute),
    ("=<day> ,? <hour> - <hour>", timed.window),
    ("<hour> -|to|until|through <hour> =on? =<day>", timed.window),
    ("<hour> <minute>", timed.at_minute),
    (f"{_BEFORE}|over|during lunch", timed.soft_window(12, 14)),
    (f"{_BEFORE}|over|during dinner|supper", timed.soft_window(18, 20)),
    ("=<day> lunch", timed.soft_window(12, 14)),
    ("=<day> dinner|supper", timed.soft_window(18, 20)),
    ("lunch =<day>", timed.soft_window(12, 14)),
    ("dinner|supper =<day>", timed.soft_window(18, 20)),
)

# what is a time because a time was asked for
WHEN_ASKED: Table = (
    ("<hour>", timed.at),
    ("<hour> <minute>", timed.at_minute),
    ("<hour> -|to <hour>", timed.window),
    ("<compact>", timed.at_shape),
    # speech recognition hears `four thirty` as `for thirty`
    ("<homophone> thirty", lambda hour: timed.at_minute(hour, 30)),
    ("<homophone> fifteen", lambda hour: timed.at_minute(hour, 15)),
)

JOINS: Table = (
    ("=<clock> =,? =or <hour>", timed.at),
    ("<clock> in|at the? <part>", timed.settled),
    *((f"<clock> {part}", timed.settled_in(part)) for part in PARTS),
    ("instead of <clock>|<part>", counted.marked("refused")),
    ("rather than <clock>|<part>", counted.marked("refused")),
    ("not|except at|around? <clock>", counted.marked("refused")),
    ("anything|anytime|time but|except at|around? <clock>", counted.marked("refused")),
    ("no|not|except in|at|on? the? <part>", timed.not_in_part),
    ("anything|anytime|time but|except in|at|on? the? <part>", timed.not_in_part),
    ("=can't|cannot|couldn't|won't =do|make <clock>", counted.marked("refused")),
    ("=can't|cannot =do|make|come? in|at? the? <part>", timed.not_in_part),
    ("<part> doesn't|don't|won't|isn't|aren't work|suit|good|possible|fit|great", timed.not_in_part),
    ("<clock> doesn't|won't|isn't work|suit|good|possible|fit|great", counted.marked("refused")),
    ("=<day> <half>", timed.half_day),
    ("how about <clock>", counted.kept("clock")),
    ("<clock> in the? <half>", timed.settled_by_half),
    ("<window> in the? <half>", lambda window, half: timed.window(window.start, window.end.on_half(half))),
    ("around|about|approximately|roughly|circa|near the? <clock>", timed.roughly),
    ("<clock> approximately|ish|or so", timed.roughly),
)
_TO = "to|until|through|-|and"
WINDOWS: Table = (
    (f"in? from|between {_HOUR} {_TO} {_HOUR}", timed.window),
    (f"from|between now to|until|and {_HOUR}", _until_from_now),
    (f"<clock> to|until|through|- {_HOUR}", timed.window),
    (f"from|between <clock> on? <day> {_TO} {_HOUR}", _window_on_day),
    ("<hour> to|until|through|- <clock>", timed.window),
    ("from? <clock> for <length>", timed.window_for),
    (f"{_MOVED} .. from {_HOUR} {_TO} {_HOUR}", timed.last_clock),
    (f"{_MOVED} my|our|the|this? <clock> appointment|booking|slot|one|massage? to {_HOUR}", timed.last_clock),
    ("after|past|from|since <clock>", timed.bound_after),
    ("later than <clock>", timed.bound_after),
    ("no|not earlier|sooner|before|until than? <clock>", timed.bound_after),
    ("<clock> or|and later|after|onwards|onward|on", timed.bound_after),
    ("<clock> at the earliest", timed.bound_after),
    ("at the earliest at? <clock>", timed.bound_after),
    ("<clock> onwards|onward", timed.bound_after),
    ("before|until|through|by <clock>", timed.bound_before),
    ("<habit> ,|at|like|say|maybe? <clock>", lambda _, clock: {"clock": clock}),
    ("earlier than <clock>", timed.bound_before),
    ("no|not later|after than? <clock>", timed.bound_before),
    ("<clock> or|and earlier|before|sooner", timed.bound_before),
    ("at the latest at|by? <clock>", timed.bound_before),
    ("up to <clock>", timed.bound_before),
    ("=<clock> =or <hour>", timed.at),
    ("=latest =i|we|you .. =is|be at? <clock>", timed.bound_before),
    ("=earliest =i|we|you .. =is|be at? <clock>", timed.bound_after),
    ("<clock> at the latest", timed.bound_before),
)

_CANNOT = "=can't|cannot|couldn't|won't|not"
# what somebody cannot, or does till then, bounds a visit from the other side
LIMITS: Table = (
    (f"{_CANNOT} =come|make|do|be|start|arrive? =it|there|in|free|available|anything? <bound>", timed.flipped),
    ("=busy|tied|meetings|unavailable|occupied|away =up|in|at? =work? <bound>", timed.flipped),
    ("=have|got|in|my =a|another? =meeting|class|call|shift =at? <bound>", timed.flipped),
    ("=i|we =work|am|are =working? <bound>", timed.flipped),
    ("=i'm|we're =working|at =work? <bound>", timed.flipped),
    (
        "=i|we =only|usually|normally|don't? =get|finish|leave =off|out|work? =work|school? at|around <clock>",
        timed.bound_after,
    ),
    ("=don't =get|finish|leave =off|out|done? =of|from? =work|school? <bound>", timed.flipped),
    ("=i'm|we're =off|done|out =work? at|from|around <clock>", timed.bound_after),
    ("=work|shift|school|class =ends|finishes|is =over|done? at|around <clock>", timed.bound_after),
    ("=have|need|must|got =to? =leave|be =out|home|gone|done|finished? at <clock>", timed.bound_before),
)
