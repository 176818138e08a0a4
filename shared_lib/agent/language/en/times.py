"""English phrases for numbers, lengths and clock times."""

from shared_lib.agent.language import counted, timed
from shared_lib.agent.language.clock import FIRST_LIKELY_HOUR, HALF, PARTS, Clock, clock_of, less
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
LARGEST_PARTY = 4  # beside a treatment; `a massage for 5 tomorrow` is rather an hour
_TREATMENT = "massage|facial|haircut|shave|manicure|pedicure|treatment|package|dinner|table|room|suite"
SMALL_MINUTES = (5, 10)  # which in digits are rather hours
MOVING = "move|reschedule|shift|switch|change|push"
_MOVED = f"={MOVING}"
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


def _minutes_or_window(number: int, hour: int, half: str | None) -> Readings | None:
    """Make 20 to 2, and 10 to 2 am: such digits are rather hours, where am or pm is said or a time was asked for."""
    if number not in SMALL_MINUTES:
        return timed.round_to(number, hour, half)
    stretch = timed.window(number, hour, half)
    return stretch if half or stretch is None else {**(timed.to(number, hour) or {}), "stretch": stretch["window"]}


def _before(span: tuple[float, str], hour: int) -> Readings | None:
    """Mean an hour before noon."""
    minutes = counted.minutes_of(span)
    return {"clock": less(Clock(hour), minutes)} if minutes else None


def _party(number: int) -> Readings | None:
    """Mean a facial for two tomorrow."""
    return {"number": number} if number <= LARGEST_PARTY else timed.at(number)


def _before_noon(number: int) -> Readings | None:
    """Ten to noon, which is from ten on; twenty to noon."""
    if FIRST_LIKELY_HOUR < number < HALF:
        return timed.window(Clock(number), Clock(HALF))
    return timed.to(number, Clock(HALF))


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
    ("half past|after midnight", timed.fixed(0, 30)),
    ("<length> before noon|midday", lambda span: _before(span, HALF)),
    ("<length> before midnight", lambda span: _before(span, 0)),
    ("half <hour> <half>?", timed.minutes_past(30)),
    ("a? quarter past|after <hour>|<clock> <half>?", timed.minutes_past(15)),
    ("a? quarter past|after noon", timed.fixed(12, 15)),
    ("a? quarter to|too|two|until|before|of <hour> <half>?", timed.minutes_to(15)),
    ("<number> too <hour> <half>?", timed.round_to),
    ("a? quarter to|until|before|of noon", timed.fixed(11, 45)),
    ("<number> past|after <hour> <half>?", timed.past),
    ("<number> past|after noon", lambda minutes: timed.at_minute(12, minutes, "pm")),
    ("<number> to|before noon", _before_noon),
    ("five to|until <hour> <half>?", timed.minutes_to(5)),
    ("ten to|until <hour> <half>?", timed.minutes_to(10)),
    ("=at|around|about|by|before|after|past <number> to|until <hour> <half>?", timed.round_to),
    ("<number> to|until <hour> <half>?", _minutes_or_window),
    ("<number> of <hour> <half>?", timed.round_to),
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
_CORRECTED = "=<clock> =,|.? =no|wait|sorry|actually =no|wait|sorry|,? =,? <hour>"
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
    ("=latest|earliest =is|:? <hour>", timed.at),
    ("=latest|earliest =i|we|you .. =is|be <hour>", timed.at),
    ("<hour> =at =the =latest|earliest", timed.at),
    ("<hour> =or|and =later|after|onwards|onward|on|earlier|sooner|before", timed.at),
    ("<hour> =onwards|onward", timed.at),
    (f"<hour> =is|would|sounds|will|seems|looks =be|work? ={_FITS}", timed.at_unless_one),
    ("<hour> =doesn't|won't|isn't =work|good|possible", timed.at_unless_one),
    ("=<clock> =, =or|and <hour>", timed.at),
    ("=<clock> =or|and <hour>", timed.at),
    (_CORRECTED, timed.at),
    (f"=moved|bring|forward|time|slot|{MOVING} =it|that|this|them|booking|appointment|to? =to <hour>", timed.at),
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
    ("<hour> =<day>", timed.at_unless_one),
    (f"={_TREATMENT} =for <hour> =<day>", _party),
    ("1 =<day>", lambda: timed.at(1)),
    ("=appointment|reservation|booking|visit =for <hour> =<day>", timed.at),
    (
        "=is|does|would|will|can =at? <hour> =ok|okay|work|fine|good|possible|suit|do|free|available",
        timed.at_unless_one,
    ),
    ("<hour> =or =so", timed.at),
    ("=or =better =yet|still? =at? <hour>", timed.at),
    ("not <hour> , but? <hour>", lambda _, hour: timed.at(hour)),
    ("=i =said|say <hour>", timed.at_unless_one),
    ("=it =should|must =be <hour>", timed.at_unless_one),
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
    ("a|an|any|this|that|the|book|have|only|another|each|which|no one", counted.marked("amount")),
    ("one kid|child|person|friend|guest|massage|facial|more|of", counted.marked("amount")),
    ("<stretch>", counted.kept("window")),
    ("not|except <hour>|<compact>", counted.marked("refused")),
    ("anything|anytime but|except <hour>|<compact>", counted.marked("refused")),
    ("not <hour> , but? <hour>", lambda _, hour: timed.at(hour)),
    ("now", counted.said("later", 0)),
    ("<hour>", timed.at),
    ("<hour> <minute>", timed.at_minute),
    ("<hour> -|to <hour>", timed.window),
    ("<compact>", timed.at_shape),
    # speech recognition hears `four thirty` as `for thirty`
    ("<homophone> thirty", lambda hour: timed.at_minute(hour, 30)),
    ("<homophone> fifteen", lambda hour: timed.at_minute(hour, 15)),
)

JOINS: Table = (
    (_CORRECTED, timed.at),
    ("=<clock> =,? =or <hour>", timed.at),
    ("<clock> in|at the? <part>", timed.settled),
    *((f"<clock> {part}", timed.settled_in(part)) for part in PARTS),
    ("=was|were|came|arrived|left =here|there|in|by|back? at|around <clock>", counted.marked("past")),
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
