"""English phrases for numbers, lengths and clock times."""

from .. import facts

NUMBERS = (
    ("<tens> -? <unit>", facts.number),
    ("<tens> -? <nth_unit>", facts.ordinal),
    ("<mday> st|nd|rd|th", facts.ordinal_of_digits),
    ("a? couple of?", facts.said("few", 2)),
    ("a? few", facts.said("few", 3)),
)

_HOUR = "<clock>|<hour>"
LENGTHS = (
    ("<number>|<few> -? <unit_of_time>", facts.length),
    ("a|an <unit_of_time>", lambda unit: facts.length(1, unit)),
    ("half an? hour", lambda: facts.length(30, "minute")),
    ("a? half hour", lambda: facts.length(30, "minute")),
    ("quarter of an hour", lambda: facts.length(15, "minute")),
    ("a|an <unit_of_time> and a half", lambda unit: facts.length_and_half(1, unit)),
    ("<number> and a half <unit_of_time>", facts.length_and_half),
    ("<number> <unit_of_time> and a half", facts.length_and_half),
    ("<number> hour|hours|hr|hrs|h and? <number> minutes|minute|mins|min", facts.hours_and_minutes),
    ("an hour and <number> minutes|mins", lambda minutes: facts.hours_and_minutes(1, minutes)),
    ("=in <number> h", lambda hours: facts.length(hours, "hour")),
    ("a? fortnight", lambda: facts.length(2, "week")),
    ("<number> people|persons|adults|guests|ppl|pax|men|guys|friends|ladies", facts.kept("party")),
    ("<number> of us", facts.kept("party")),
    ("=for? <number> person|adult|guest|man", facts.kept("party")),
    ("=party|group|table|room =of|for <number>", facts.kept("party")),
)

# what can only be a time
CLOCKS = (
    ("<hm> <half>?", facts.at_shape),
    ("<compact> <half>", facts.at_shape),
    ("<compact> hours|hrs", facts.at_shape),
    ("<hour> <half>", facts.at),
    ("<hour> <minute> <half>", facts.at_minute),
    ("<hour> oh|o <unit> <half>?", facts.at_minute),
    ("<hour> o'clock <half>?", facts.at),
    ("<hour> sharp <half>?", facts.at),
    ("<hour> ish <half>?", facts.rough(facts.at)),
    ("<compact> ish <half>?", facts.rough(facts.at_shape)),
    ("<hour> h", facts.at_whole_day),
    ("<hour> hundred hours|hrs?", facts.at_whole_day),
    ("noon|midday", facts.fixed(12)),
    ("12|twelve noon|midday", facts.fixed(12)),
    ("midnight", facts.fixed(0)),
    ("12|twelve midnight", facts.fixed(0)),
    ("a? half past|after? noon", facts.fixed(12, 30)),
    ("half past|after <hour> <half>?", facts.minutes_past(30)),
    ("half <hour> <half>?", facts.minutes_past(30)),
    ("a? quarter past|after <hour>|<clock> <half>?", facts.minutes_past(15)),
    ("a? quarter past|after noon", facts.fixed(12, 15)),
    ("a? quarter to|until|before|of <hour> <half>?", facts.minutes_to(15)),
    ("a? quarter to|until|before|of noon", facts.fixed(11, 45)),
    ("<number> past|after <hour> <half>?", facts.past),
    ("<number> past|after noon", lambda minutes: facts.at_minute(12, minutes, "pm")),
    ("<number> to|before noon", lambda minutes: facts.at_minute(11, 60 - minutes)),
    ("<number> to|until|of <hour> <half>?", facts.round_to),
    ("<length> past|after|from <hour> <half>?", facts.past_length),
    ("<length> past|after noon", lambda span: facts.past_length(span, 12, "pm")),
    ("<length> past|after <hour> h", facts.past_length),
    ("<length> to|before|until <hour> <half>?", facts.to_length),
    ("from|between <hour> to|and|until|through|- <hour> <half>?", facts.window),
    ("from|between <hour> to|and|until|through|- <hour> in|at the? =<part>", facts.window),
    ("lunch|lunchtime", facts.soft_window(12, 14)),
    ("lunch time", facts.soft_window(12, 14)),
    ("after lunch", facts.soft_window(13, 17)),
    ("after school", facts.soft_window(15, 21)),
    ("after work", facts.open_from(17)),
    ("before work", facts.open_until(9)),
    ("before lunch|lunchtime", facts.open_until(12)),
)

# what may be a time, given what stands beside it; it runs after the days
_BEFORE = "=at|around|about|by|after|before|until|than|past|since|from|between|approximately|near"
BARE_HOURS = (
    (f"{_BEFORE} the? <hour>", facts.at),
    (f"{_BEFORE} <hour> <minute>", facts.at_minute),
    (f"{_BEFORE} <compact>", facts.at_shape),
    ("<compact> =in|at =the? =<part>", facts.at_shape),
    ("=make =it|that =for|to|at? <hour>", facts.at),
    ("=change|move|moved|switch|push|shift|reschedule =it|that|this|them|booking|appointment|to =to <hour>", facts.at),
    ("=to|for|try|or|, <hour> =instead|works|would|will|is|please|,", facts.at),
    ("<hour> =works|instead", facts.at),
    ("<hour> or =<hour>|<clock>", facts.at),
    ("<hour> =in|of? =the? =<part>", facts.at),
    ("<hour> at =night", facts.at),
    ("<hour> in the? <half>", facts.at),
    ("<hour> <minute> =in|at? =the? =<part>", facts.at_minute),
    ("=<part> at|around|about|,|by|by? <hour>", facts.at),
    ("=<part> at|around|about|,|by? <hour> <minute>", facts.at_minute),
    ("<hour> =<day>", facts.at),
    ("=<day> ,? <hour>", facts.at),
    ("<hour> <minute>", facts.at_minute),
)

# what is a time because a time was asked for
WHEN_ASKED = (
    ("<hour>", facts.at),
    ("<hour> <minute>", facts.at_minute),
    ("<compact>", facts.at_shape),
    ("for <minute>", lambda minute: facts.at_minute(4, minute)),  # speech recognition hears `four thirty` so
)

JOINS = (
    ("<clock> in|at the? <part>", facts.settled),
    ("instead of <clock>|<part>", facts.marked("refused")),
    ("rather than <clock>|<part>", facts.marked("refused")),
    ("not at? <clock>", facts.marked("refused")),
    ("<clock> in the? <half>", facts.settled_by_half),
    ("<window> in the? <half>", lambda window, half: facts.window(window.start, window.end.on_half(half))),
    ("around|about|approximately|roughly|circa|near <clock>", facts.roughly),
    ("<clock> approximately|ish|or so", facts.roughly),
)
_TO = "to|until|through|-|and"
WINDOWS = (
    (f"in? from|between {_HOUR} {_TO} {_HOUR}", facts.window),
    (f"<clock> to|until|through|- {_HOUR}", facts.window),
    ("<hour> to|until|through|- <clock>", facts.window),
    ("from? <clock> for <length>", facts.window_for),
    ("after|past|from|since <clock>", facts.bound_after),
    ("later than <clock>", facts.bound_after),
    ("no|not earlier|sooner|before than? <clock>", facts.bound_after),
    ("<clock> or|and later|after|onwards|onward|on", facts.bound_after),
    ("<clock> onwards|onward", facts.bound_after),
    ("before|until|through|by <clock>", facts.bound_before),
    ("earlier than <clock>", facts.bound_before),
    ("no|not later|after than? <clock>", facts.bound_before),
    ("<clock> or|and earlier|before|sooner", facts.bound_before),
    ("at the latest <clock>", facts.bound_before),
    ("<clock> at the latest", facts.bound_before),
)
