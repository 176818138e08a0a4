"""Phrases for numbers, lengths and clock times, with the words of the language in brackets."""

from shared_lib.agent.language import counted, limits, timed
from shared_lib.agent.language.clock import HALF
from shared_lib.agent.language.grammar import Make, Readings, Table
from shared_lib.agent.language.items import LONGEST_MONTH


def ordinal_day(tens: int, nth: int) -> Readings | None:
    """Make twenty + fourth a day of a month."""
    day = tens + nth
    return {"ordinal": day, "nth_day": day} if day <= LONGEST_MONTH else None


def before_hour(minutes: int) -> Make:
    """Make half of the third hour 2:30."""
    return lambda hour: timed.to(minutes, hour)


def into_hour(minutes: int, hour: int) -> Readings | None:
    """Make twenty minutes of the fifth hour 4:20."""
    return timed.past(minutes, hour - 1 or HALF) if hour <= HALF else None


def hour_and_minute(hour: int, minute: int) -> Readings | None:
    """Make 17 h 10 a time of 24 hours, and leave 3 h 10 open."""
    return timed.at_shape((hour, minute, False))


NUMBERS: Table = (
    ("<tens> <unit>", counted.number),
    ("<hundred> <tens>|<number>", counted.number),
    ("<tens> <nth_day>", ordinal_day),
    ("<tens> <nth>", counted.ordinal),
    ("<mday> -? [th]", counted.ordinal_of_digits),
    ("[first_of] число", counted.marked("first_days")),
    ("<mday>|<nth> число", counted.ordinal_of_digits),
    ("[pair]", counted.said("few", 2)),
    ("[several]", counted.said("few", 3)),
)

_HOUR = "<hour>|<nth_hour>"  # an hour is named by its place in the row too, in Ukrainian
LENGTHS: Table = (
    # beside these words an hour is one of the clock, else it is a length
    (f"=[beside_hour] {_HOUR} [hour]", timed.at),
    (f"=[beside_hour] {_HOUR} [hour] [and]? <minute> [minute]?", hour_and_minute),
    (f"{_HOUR} [hour] [and]? <minute>", hour_and_minute),
    (f"{_HOUR} [hour] дня", lambda hour: timed.at(hour, "pm")),
    (f"=[beside_hour] {_HOUR} дня", lambda hour: timed.at(hour, "pm")),
    ("=[long]|[lasting] <number>|<few> <unit_of_time>", counted.length),
    ("=[long]|[lasting] <unit_of_time> <number>|<few>", lambda unit, amount: counted.length(amount, unit)),
    ("<unit_of_time> =через <number>|<few>", lambda unit, amount: counted.length(amount, unit)),
    ("=[visit] на <number>|<few> <unit_of_time>", counted.length),
    ("=на|[lasting] <unit_of_time>", lambda unit: counted.length(1, unit)),
    ("<number>|<few> <unit_not_hour>", counted.length),
    ("<few> <unit_of_time>", counted.length),
    ("1|[one] [hour]", lambda: counted.length(1, "hour")),
    ("[half_an_hour]", lambda: counted.length(30, "minute")),
    ("[half] [hour]", lambda: counted.length(30, "minute")),
    ("[one_and_a_half] [hour]", lambda: counted.length(90, "minute")),
    ("<number> [with] [a_half] [hour]", lambda hours: counted.length(hours + 0.5, "hour")),
    ("=на|[lasting] <number> [hour] [and]? <number> [minute]", counted.hours_and_minutes),
    ("1|[one] [hour] [and]? <number> [minute]", lambda minutes: counted.hours_and_minutes(1, minutes)),
    ("[quarter] [hour]", lambda: counted.length(15, "minute")),
    # what is counted or paid is no hour
    ("[from]|[between] <number> [until] <number> [money]", counted.marked("amount")),
    ("[pays]? <number> [money]", counted.marked("amount")),
    ("[from]|[after]|до <number> [year]", counted.marked("amount")),
    ("=[lives] =[in]|на|по? <number>", counted.marked("amount")),
    ("=[before_hour] <hour> =[massage]", timed.at),
    ("<number> =[massage]", limits.several),
    ("[me] [and]|[with] <number>|<people> [persons]|[friends]", limits.more_come),
    ("<number> [persons]", counted.kept("party")),
    ("<people>", counted.kept("party")),
    ("[of_us] <number>", counted.kept("party")),
)

# what can only be a time
CLOCKS: Table = (
    ("<hm> [hour]? <half>?", timed.at_shape),
    ("<hour> <half>", timed.at),
    ("<hour> <minute> <half>", timed.at_minute),
    ("<hour> [hour]? [sharp]", timed.at),
    ("<hour> [hour]", timed.at),
    ("<compact> [hour]", timed.at_shape),
    ("[at]? [noon]", timed.fixed(12)),
    ("12|[twelve] [hour]? дня", timed.fixed(12)),
    (f"за <length> до {_HOUR}|<clock>", timed.to_length),
    ("[at]? [midnight]", timed.fixed(0)),
    ("12|[twelve] [hour]? [night]", timed.fixed(0)),
    ("[in]? [lunch]", timed.soft_window(12, 14)),
    ("[after] [lunch]", timed.soft_window(13, 17)),
    ("до [lunch]", timed.open_until(12)),
    ("[after]|[off] [work]", timed.open_from(17)),
    ("до|перед [work]", timed.open_until(9)),
    ("[after] [noon]", counted.said("part", "afternoon")),
    ("[past_noon]", counted.said("part", "afternoon")),
    ("до [noon]", timed.open_until(12)),
)

# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS: Table = (
    ("=[move] .. [from] <hour> на <hour>", timed.last_hour),
    ("[from]|[between] <hour> [until] <hour> [hour]?", timed.window),
    (f"=[before_hour] {_HOUR}", timed.at),
    (f"=[before_hour] {_HOUR} <minute>", timed.at_minute),
    ("=[before_hour] <compact>", timed.at_shape),
    (f"{_HOUR} =<part>|дня", timed.at),
    ("<hour> <minute> =<part>|дня", timed.at_minute),
    ("<hour> - <hour> =<part>|<day>", timed.window),
    ("=<day>|<part> ,? <hour> - <hour>", timed.window),
    ("=<day>|<part> ,? <hour>", timed.at),
    ("=<day>|<part> ,? <hour> <minute>", timed.at_minute),
    ("<hour> =<day>", timed.at),
    ("<hour> [or] =<hour>|<clock>", timed.at),
    ("=[better] <hour>", timed.at),
)

# what is a time because a time was asked for
WHEN_ASKED: Table = (
    (_HOUR, timed.at),
    (f"{_HOUR} <minute>", timed.at_minute),
    ("<hour> -|до <hour>", timed.window),
    ("<compact>", timed.at_shape),
)

JOINS: Table = (
    ("<clock> <part_said>", timed.settled),
    ("<clock> дня|[by_day]", timed.settled_in("afternoon")),
    ("[not]|[but] [at]? <clock>", counted.marked("refused")),
    ("[if] [no]|[not] [at]? <clock>", counted.marked("refused")),
    ("[not]|[but] [on]? <part>", timed.not_in_part),
    ("<clock> ,? [nope] =,|.|!|[better]", counted.marked("refused")),
    ("<clock> ,? [for_me]? [not] [for_me]? [fits]", counted.marked("refused")),
    ("до <clock> ,? я|ми|мы|[nope]? я|ми|мы|[nope]? [not] [can]", limits.not_before),
    ("[after] <clock> ,? я|ми|мы|[nope]? я|ми|мы|[nope]? [not] [can]", limits.not_after),
    ("<clock> [for_me]? [not_at_all]", counted.marked("refused")),
    ("<clock> [it_is]? [too]? [early]", counted.marked("refused")),
    ("[instead_of] <clock>|<part>", counted.marked("refused")),
    ("[was] [at_yours]? [at]? <clock>", counted.marked("past")),
    ("[about] [at]|на? <clock>", timed.roughly),
    ("ближе|ближче [towards] <clock>", timed.roughly),
    ("<clock> [or_so]", timed.roughly),
)
WINDOWS: Table = (
    ("=[move] .. [from] <clock> на <clock>", timed.last_clock),
    ("[from]|[between] [at]? <clock>|<hour> [until] <clock>|<hour>", timed.window),
    (f"<clock> до|-|/ <clock>|{_HOUR}", timed.window),
    ("<hour> до|-|/ <clock>", timed.window),
    ("[after] <clock>", timed.bound_after),
    ("[beginning]? [from] <clock>", timed.bound_after),
    ("[not] [earlier] [than]? [at]? <clock>", timed.bound_after),
    ("[later] [than]? [at]? <clock>", timed.bound_after),
    ("<clock> [or]|[and] [later]", timed.bound_after),
    ("до <clock>", timed.bound_before),
    ("[not] [later] [than]? [at]? <clock>", timed.bound_before),
    ("[earlier] [than]? [at]? <clock>", timed.bound_before),
    ("<clock> [or]|[and] [earlier]", timed.bound_before),
)


# what somebody cannot, or does till then, bounds a visit from the other side
LIMITS: Table = (
    ("=[not] =[can] =[come]? <bound>", timed.flipped),
    ("=[busy] =[will_be]? <bound>", timed.flipped),
    ("=[elsewhere] <bound>", timed.flipped),
    ("=[busy]|[elsewhere] =[will_be]? <window>", limits.free_after),
    ("=[not] =[will_be] =[here]? <bound>", timed.flipped),
    ("=[finish] [at]? <clock>", timed.bound_after),
    ("=[must] =[leave] [at]? <clock>", timed.bound_before),
)
