"""English phrases for numbers, lengths and clock times."""

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.clock import FIRST_LIKELY_HOUR, HALF, PARTS, Clock, clock_of, less
from shared_lib.agent.language.date_builders import CENTURY
from shared_lib.agent.language.grammar import Make, Readings, kept, marked, said, table

NUMBERS = table(
    "numbers",
    "nov 29th / nov 29th / the twenty first",
    ("<tens> -? <unit>", time_builders.number),
    ("<tens> -? <nth_unit>", time_builders.ordinal),
    ("twenty twenty -? <unit>", lambda unit: {"number": CENTURY + 20 + unit}),
    ("two thousand and? twenty -? <unit>", lambda unit: {"number": CENTURY + 20 + unit}),
    ("<mday> st|nd|rd|th", time_builders.ordinal_of_digits),
    ("a? couple of?", said("few", 2)),
    ("a couple massage", said("names", ("couple", "massage"))),
    ("a? few", said("few", 3)),
)

FIRST_OF_TWO_DIGITS = 10  # hours
LARGEST_PARTY = 4  # beside a treatment; `a massage for 5 tomorrow` is rather an hour
_TREATMENT = (
    "massage|facial|haircut|shave|manicure|pedicure|treatment|package|dinner|table|room|suite|massages|facials|haircuts|"
    "shaves|manicures|pedicures|swedish|tissue|sports|relaxation|reflexology|cut|trim|mani|manis|pedi|pedis|bed"
)
SMALL_MINUTES = (5, 10)  # which in digits are rather hours
MOVING = "move|reschedule|shift|switch|change|push"
_MOVED = f"={MOVING}"
LENGTHS = table(
    "lengths of time, and how many come",
    "in 30min / in 30min / within 2h",
    ("<number>|<few> -? <unit_of_time>", time_builders.length),
    ("a|an <unit_of_time>", lambda unit: time_builders.length(1, unit)),
    ("half an? hour", lambda: time_builders.length(30, "minute")),
    ("a? quarter of an hour", lambda: time_builders.length(15, "minute")),
    ("a? quarter hour", lambda: time_builders.length(15, "minute")),
    ("three quarters of an hour", lambda: time_builders.length(45, "minute")),
    ("a|an <unit_of_time> and a half", lambda unit: time_builders.length_and_half(1, unit)),
    ("<number> and a half <unit_of_time>", time_builders.length_and_half),
    ("<number> <unit_of_time> and a half", time_builders.length_and_half),
    ("<number> hour|hours|hr|hrs|h and? <number> minutes|minute|mins|min", time_builders.hours_and_minutes),
    ("an hour and <number> minutes|mins", lambda minutes: time_builders.hours_and_minutes(1, minutes)),
    ("=in|within|next <number> h", lambda hours: time_builders.length(hours, "hour")),
    ("<number> . 5 <unit_of_time>", time_builders.length_and_half),
    ("one|a and a half <unit_of_time>", lambda unit: time_builders.length_and_half(1, unit)),
    ("a? fortnight", lambda: time_builders.length(2, "week")),
    ("<number> people|persons|adults|guests|ppl|pax|men|guys|friends|ladies", kept("party")),
    ("<number> of us", kept("party")),
    ("=for? <number> person|adult|guest|man", kept("party")),
    ("=party|group|table|room =of|for <number>", kept("party")),
)


def _minutes_window(
    hour: int, minute: int | None, end_hour: int, end_minute: int | None, half: str | None = None
) -> Readings | None:
    """From three thirty to four thirty."""
    start, end = clock_of(hour, minute or 0), clock_of(end_hour, end_minute or 0, half)
    return time_builders.window(start, end) if start and end and (minute or end_minute) else None


def _compact_window(start: tuple[int, int, bool], end: tuple[int, int, bool], half: str | None) -> Readings | None:
    """0930-1130; 300-400 would be money."""
    hours = start[0] >= FIRST_OF_TWO_DIGITS or start[2]
    first, last = time_builders.at_shape(start), time_builders.at_shape(end, half)
    return time_builders.window(first["clock"], last["clock"]) if hours and first and last else None


def _after_habit(hour: int) -> Make:
    """Make after work, unless the hour is said next."""
    return lambda: {**time_builders.bound_after(Clock(hour)), "habit": True}


def _minutes_or_window(number: int, hour: int, half: str | None) -> Readings | None:
    """Make 20 to 2, and 10 to 2 am: such digits are rather hours, where am or pm is said or a time was asked for."""
    if number not in SMALL_MINUTES:
        return time_builders.round_to(number, hour, half)
    stretch = time_builders.window(number, hour, half)
    return (
        stretch if half or stretch is None else {**(time_builders.to(number, hour) or {}), "stretch": stretch["window"]}
    )


def _before(span: tuple[float, str], hour: int) -> Readings | None:
    """Mean an hour before noon."""
    minutes = time_builders.minutes_of(span)
    return {"clock": less(Clock(hour), minutes)} if minutes else None


def _party(number: int) -> Readings | None:
    """Mean a facial for two tomorrow."""
    return {"number": number} if number <= LARGEST_PARTY else time_builders.at(number)


def _before_noon(number: int) -> Readings | None:
    """Ten to noon, which is from ten on; twenty to noon."""
    if FIRST_LIKELY_HOUR < number < HALF:
        return time_builders.window(Clock(number), Clock(HALF))
    return time_builders.to(number, Clock(HALF))


# what can only be a time
CLOCKS = table(
    "clock times",
    "Sat.3pm / midnight / 2:30 or 3",
    ("<hm> <half>?", time_builders.at_shape),
    ("<compact> <half>", time_builders.at_shape),
    ("<compact> hours|hrs", time_builders.at_shape),
    ("<hour> <half>", time_builders.at),
    ("<hour> <minute> <half>", time_builders.at_minute),
    ("<hour> oh|o <unit> <half>?", time_builders.at_minute),
    ("<hour> o'clock <half>?", time_builders.at),
    ("<hour> sharp|exactly <half>?", time_builders.at),
    ("<unit> - thirty <half>?", lambda hour, half: time_builders.at_minute(hour, 30, half)),
    ("<unit> - fifteen <half>?", lambda hour, half: time_builders.at_minute(hour, 15, half)),
    ("<homophone> <half>", time_builders.at),
    ("<homophone> o'clock <half>?", time_builders.at),
    ("<homophone> thirty <half>", lambda hour, half: time_builders.at_minute(hour, 30, half)),
    ("<hour> ish <half>?", time_builders.rough(time_builders.at)),
    ("<compact> ish <half>?", time_builders.rough(time_builders.at_shape)),
    ("<hour> h", time_builders.at_whole_day),
    ("<hour> hundred hours|hrs?", time_builders.at_whole_day),
    ("noon|midday", time_builders.fixed(12)),
    ("12|twelve noon|midday", time_builders.fixed(12)),
    ("midnight", time_builders.fixed(0)),
    ("12|twelve midnight", time_builders.fixed(0)),
    ("a? half past|after? noon", time_builders.fixed(12, 30)),
    ("half past|after <hour> <half>?", time_builders.minutes_past(30)),
    ("half past|after midnight", time_builders.fixed(0, 30)),
    ("<length> before noon|midday", lambda span: _before(span, HALF)),
    ("<length> before midnight", lambda span: _before(span, 0)),
    ("half <hour> <half>?", time_builders.minutes_past(30)),
    ("a? quarter past|after <hour>|<clock> <half>?", time_builders.minutes_past(15)),
    ("a? quarter past|after noon", time_builders.fixed(12, 15)),
    ("a? quarter to|too|two|until|before|of <hour> <half>?", time_builders.minutes_to(15)),
    ("<number> too <hour> <half>?", time_builders.round_to),
    ("a? quarter to|until|before|of noon", time_builders.fixed(11, 45)),
    ("<number> past|after <hour> <half>?", time_builders.past),
    ("<number> past|after noon", lambda minutes: time_builders.at_minute(12, minutes, "pm")),
    ("<number> to|before noon", _before_noon),
    ("five to|until <hour> <half>?", time_builders.minutes_to(5)),
    ("ten to|until <hour> <half>?", time_builders.minutes_to(10)),
    ("=at|around|about|by|before|after|past <number> to|until <hour> <half>?", time_builders.round_to),
    ("<number> to|until <hour> <half>?", _minutes_or_window),
    ("<number> of <hour> <half>?", time_builders.round_to),
    ("<length> past|after|from <hour> <half>?", time_builders.past_length),
    ("<length> past|after noon", lambda span: time_builders.past_length(span, 12, "pm")),
    ("<length> past|after <hour> h", time_builders.past_length),
    ("<length> to|before|until <hour> <half>?", time_builders.to_length),
    ("from|between <hour> <minute>? to|and|until|through|- <hour> <minute>? <half>?", _minutes_window),
    ("<hour> <minute> to|until|through|- <hour> <minute>? <half>?", _minutes_window),
    ("=free|available|working|open|anytime|anything <hour> to|until <hour> <half>?", time_builders.window),
    (f"{_MOVED} .. from <hour> to <hour> <half>?", time_builders.last_hour),
    ("from|between <hour> to|and|until|through|- <hour> <half>?", time_builders.window),
    ("from|between <hour> to|and|until|through|- <hour> in|at the? =<part>", time_builders.window),
    ("from|between <hour> to|and|until|through|- noon|midday", lambda hour: time_builders.window(hour, Clock(HALF))),
    ("from|between <hour> to|and|until|through|- midnight", lambda hour: time_builders.window(hour, Clock(0))),
    ("lunchtime", time_builders.soft_window(12, 14)),
    ("lunch time", time_builders.soft_window(12, 14)),
    ("in|during|over|on? my|our|the lunch hour|break", time_builders.soft_window(12, 14)),
    ("over|during my|our|the lunch", time_builders.soft_window(12, 14)),
    ("lunch hour|break", time_builders.soft_window(12, 14)),
    ("brunch time?", time_builders.soft_window(10, 13)),
    ("tea time", time_builders.soft_window(15, 17)),
    ("happy hour", time_builders.soft_window(16, 19)),
    ("after lunch", time_builders.soft_window(13, 17)),
    ("after school", time_builders.soft_window(15, 21)),
    ("after work", _after_habit(17)),
    ("before work", time_builders.open_until(9)),
    ("before lunch|lunchtime", time_builders.open_until(12)),
    ("dinner|supper time", time_builders.soft_window(18, 20)),
    ("dinnertime", time_builders.soft_window(18, 20)),
    ("before dinner|supper", time_builders.open_until(18)),
    ("after dinner|supper", _after_habit(20)),
    ("after breakfast", _after_habit(9)),
    ("not too? early", time_builders.open_from(10)),
    ("not too late", time_builders.open_until(19)),
)

# what may be a time, given what stands beside it; it runs after the days
_BEFORE = "=at|around|about|by|after|before|until|than|past|since|from|between|approximately|near"
_FITS = "better|best|fine|good|great|perfect|ok|okay|ideal|possible|free|available|open"
_CORRECTED = "=<clock> =,|.? =no|wait|sorry|actually =no|wait|sorry|,? =,? <hour>"
BARE_HOURS = table(
    "hours that are told by what stands beside them",
    "after 5 / at 1500 / 2 or 3 pm",
    (f"{_BEFORE} the? <hour>", time_builders.at),
    (f"{_BEFORE} <hour> <minute>", time_builders.at_minute),
    (f"{_BEFORE} <compact>", time_builders.at_shape),
    ("from|between? <compact> -|and|to|until <compact> <half>?", _compact_window),
    ("=at|around <hour> and a? half", lambda hour: time_builders.at_minute(hour, 30)),
    ("<compact> =in|at =the? =<part>", time_builders.at_shape),
    ("<compact> =on? =<day>", time_builders.at_shape),
    ("=<day> at|around|, <homophone> thirty", lambda hour: time_builders.at_minute(hour, 30)),
    ("=<day> at|around|, <homophone> fifteen", lambda hour: time_builders.at_minute(hour, 15)),
    ("=<day>|<part> ,? <compact>", time_builders.at_shape),
    # speech recognition hears `four thirty` as `for thirty`
    (f"{_BEFORE} <homophone> thirty", lambda hour: time_builders.at_minute(hour, 30)),
    (f"{_BEFORE} <homophone> fifteen", lambda hour: time_builders.at_minute(hour, 15)),
    ("=<day> at|around <homophone>", time_builders.at),
    ("=at|around <homophone> =on|in? =<day>|<part>", time_builders.at),
    ("=make =it|that =for|to|at? <hour>", time_builders.at),
    ("=up =to <hour>", time_builders.at),
    ("=back|forward =to <hour>", time_builders.at_unless_one),
    ("=to <hour> =on? =<weekday>|<day>", time_builders.at),
    ("=could|can|should|shall|let's =we|you|i? =do|try|make|say <hour>", time_builders.at_unless_one),
    ("=can't|cannot|couldn't|won't =do|make <hour>", time_builders.at_unless_one),
    ("=how =about|, <hour>", time_builders.at_unless_one),
    ("=exactly|precisely|meant|mean <hour>", time_builders.at),
    ("=latest|earliest =is|:? <hour>", time_builders.at_unless_one),
    ("=latest|earliest =i|we|you .. =is|be <hour>", time_builders.at),
    ("<hour> =at =the =latest|earliest", time_builders.at),
    ("<hour> =or|and =later|after|onwards|onward|on|earlier|sooner|before", time_builders.at),
    ("<hour> =onwards|onward", time_builders.at),
    (f"<hour> =is|would|sounds|will|seems|looks =be|work? ={_FITS}", time_builders.at_unless_one),
    ("=<clock> =or|and <hour>", time_builders.at),
    (_CORRECTED, time_builders.at),
    (
        f"=moved|bring|forward|time|slot|{MOVING} =it|that|this|them|booking|appointment|to? =to <hour>",
        time_builders.at,
    ),
    ("=to|try|or <hour> =instead|works|would|will|is|please|,", time_builders.at_unless_one),
    ("<hour> =works|instead", time_builders.at_unless_one),
    ("<hour> =or =<hour>|<clock>", time_builders.at),
    ("<hour> =in|of =the? =<part>", time_builders.at),
    ("<hour> =the? =<part>", time_builders.at_unless_one),
    ("<hour> at =night", time_builders.at),
    ("<hour> <minute> =in|at? =the? =<part>", time_builders.at_minute),
    ("=<part> at|around|about|,|by? <hour>", time_builders.at),
    ("=<part> at|around|about|,|by? <hour> <minute>", time_builders.at_minute),
    ("<hour> =<day>", time_builders.at_unless_one),
    ("=no|make|rather|better|then|ok|say =,? <hour> =on =<day>", time_builders.at_unless_one),
    (f"={_TREATMENT} =for <hour> =<day>", _party),
    ("1 =<day>", lambda: time_builders.at(1)),
    ("=appointment|reservation|booking|visit =for <hour> =<day>", time_builders.at),
    (
        "=is|does|would|will|can =at? <hour> =ok|okay|work|fine|good|possible|suit|do|free|available",
        time_builders.at_unless_one,
    ),
    ("<hour> =or =so", time_builders.at),
    ("=or =better =yet|still? =at? <hour>", time_builders.at),
    ("not <hour> , but? <hour>", lambda _, hour: time_builders.at(hour)),
    ("=i =said|say <hour>", time_builders.at_unless_one),
    ("=it =should|must =be <hour>", time_builders.at_unless_one),
    ("=<day> ,|.? <hour>", time_builders.at),
    ("=<day>|<part> ,? <hour> <minute>", time_builders.at_minute),
    ("<hour> -|to|until|through <hour> =on? =<day>", time_builders.window),
    ("<hour> <minute>", time_builders.at_minute),
    (f"{_BEFORE}|over|during lunch", time_builders.soft_window(12, 14)),
    (f"{_BEFORE}|over|during dinner|supper", time_builders.soft_window(18, 20)),
    ("=<day> lunch", time_builders.soft_window(12, 14)),
    ("=<day> dinner|supper", time_builders.soft_window(18, 20)),
    ("lunch =<day>", time_builders.soft_window(12, 14)),
    ("dinner|supper =<day>", time_builders.soft_window(18, 20)),
)

# what is a time because a time was asked for
WHEN_ASKED = table(
    "times, because a time was asked for",
    "time: 4 / time: 330 / time: not 3",
    ("a|an|any|this|that|the|book|have|only|another|each|which|no one", marked("amount")),
    ("one kid|child|person|friend|guest|massage|facial|more|of", marked("amount")),
    ("<stretch>", kept("window")),
    ("not|except <hour>|<compact>", marked("refused")),
    ("anything|anytime but|except <hour>|<compact>", marked("refused")),
    ("now", said("later", 0)),
    ("<hour>", time_builders.at),
    ("<hour> -|to <hour>", time_builders.window),
    ("<compact>", time_builders.at_shape),
    # speech recognition hears `four thirty` as `for thirty`
    ("<homophone> thirty", lambda hour: time_builders.at_minute(hour, 30)),
    ("<homophone> fifteen", lambda hour: time_builders.at_minute(hour, 15)),
)

JOINS = table(
    "clock times with a part of the day, refused ones, past ones",
    "friday pm / 7 at night / how about 4",
    (_CORRECTED, time_builders.at),
    ("=<clock> =,? =or <hour>", time_builders.at),
    ("<clock> in|at the? <part>", time_builders.in_part),
    *((f"<clock> {part}", time_builders.in_part_of_day(part)) for part in PARTS),
    ("=was|were|came|arrived|left =here|there|in|by|back? at|around <clock>", marked("past")),
    ("instead of <clock>|<part>", marked("refused")),
    ("rather than <clock>|<part>", marked("refused")),
    ("not|except at|around? <clock>", marked("refused")),
    ("anything|anytime|time but|except at|around? <clock>", marked("refused")),
    ("no|not|except in|at|on? the? <part>", time_builders.not_in_part),
    ("anything|anytime|time but|except in|at|on? the? <part>", time_builders.not_in_part),
    ("=can't|cannot|couldn't|won't =do|make <clock>", marked("refused")),
    ("=can't|cannot =do|make|come? in|at? the? <part>", time_builders.not_in_part),
    ("<part> doesn't|don't|won't|isn't|aren't work|suit|good|possible|fit|great", time_builders.not_in_part),
    ("<clock> doesn't|won't|isn't work|suit|good|possible|fit|great", marked("refused")),
    ("=<day> <half>", time_builders.half_day),
    ("how about <clock>", kept("clock")),
    ("around|about|approximately|roughly|circa|near the? <clock>", time_builders.roughly),
    ("<clock> approximately|ish|or so", time_builders.roughly),
)
