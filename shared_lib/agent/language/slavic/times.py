"""Phrases for numbers, lengths and clock times, with the words of the language in brackets."""

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.clock import HALF
from shared_lib.agent.language.grammar import Make, Readings, kept, marked, said, table
from shared_lib.agent.language.items import LONGEST_MONTH


def ordinal_day(tens: int, nth: int) -> Readings | None:
    """Make twenty + fourth a day of a month."""
    day = tens + nth
    return {"ordinal": day, "nth_day": day} if day <= LONGEST_MONTH else None


def before_hour(minutes: int) -> Make:
    """Make half of the third hour 2:30."""
    return lambda hour: time_builders.to(minutes, hour)


def into_hour(minutes: int, hour: int) -> Readings | None:
    """Make twenty minutes of the fifth hour 4:20."""
    return time_builders.past(minutes, hour - 1 or HALF) if hour <= HALF else None


def hour_and_minute(hour: int, minute: int) -> Readings | None:
    """Make 17 h 10 a time of 24 hours, and leave 3 h 10 open."""
    return time_builders.at_shape((hour, minute, False))


NUMBERS = table(
    "numbers",
    "",
    ("<tens> <nth_day>", ordinal_day),
    ("<tens> <nth>", time_builders.ordinal),
    ("<mday> -? [th]", time_builders.ordinal_of_digits),
    ("[first_of] число", marked("first_days")),
    ("<mday>|<nth> число", time_builders.ordinal_of_digits),
    ("[pair]", said("few", 2)),
    ("[several]", said("few", 3)),
)

_HOUR = "<hour>|<nth_hour>"  # an hour is named by its place in the row too, in Ukrainian
LENGTHS = table(
    "lengths of time, and how many come",
    "",
    # beside these words an hour is one of the clock, else it is a length
    (f"=[beside_hour] {_HOUR} [hour]", time_builders.at),
    (f"=[beside_hour] {_HOUR} [hour] [and]? <minute> [minute]?", hour_and_minute),
    (f"{_HOUR} [hour] [and]? <minute>", hour_and_minute),
    (f"{_HOUR} [hour] дня", lambda hour: time_builders.at(hour, "pm")),
    (f"=[beside_hour] {_HOUR} дня", lambda hour: time_builders.at(hour, "pm")),
    ("=[long]|[lasting] <number>|<few> <unit_of_time>", time_builders.length),
    ("=[visit] на <number>|<few> <unit_of_time>", time_builders.length),
    ("=на|[lasting] <unit_of_time>", lambda unit: time_builders.length(1, unit)),
    ("<number>|<few> <unit_not_hour>", time_builders.length),
    ("[half_an_hour]", lambda: time_builders.length(30, "minute")),
    ("[half] [hour]", lambda: time_builders.length(30, "minute")),
    ("[one_and_a_half] [hour]", lambda: time_builders.length(90, "minute")),
    ("<number> [with] [a_half] [hour]", lambda hours: time_builders.length(hours + 0.5, "hour")),
    ("=на|[lasting] <number> [hour] [and]? <number> [minute]", time_builders.hours_and_minutes),
    ("[quarter] [hour]", lambda: time_builders.length(15, "minute")),
    # what is counted or paid is no hour
    ("[from]|[between] <number> [until] <number> [money]", marked("amount")),
    ("[pays]? <number> [money]", marked("amount")),
    ("[from]|[after]|до <number> [year]", marked("amount")),
    ("=[lives] =[in]|на|по? <number>", marked("amount")),
    ("=[before_hour] <hour> =[massage]", time_builders.at),
    ("<number> =[massage]", time_builders.several),
    ("[me] [and]|[with] <number>|<people> [persons]|[friends]", time_builders.more_come),
    ("<number> [persons]", kept("party")),
    ("<people>", kept("party")),
    ("[of_us] <number>", kept("party")),
)

# what can only be a time
CLOCKS = table(
    "clock times",
    "",
    ("<hm> [hour]? <half>?", time_builders.at_shape),
    ("<hour> <half>", time_builders.at),
    ("<hour> <minute> <half>", time_builders.at_minute),
    ("<hour> [hour]? [sharp]", time_builders.at),
    ("<hour> [hour]", time_builders.at),
    ("<compact> [hour]", time_builders.at_shape),
    ("[at]? [noon]", time_builders.fixed(12)),
    (f"за <length> до {_HOUR}|<clock>", time_builders.to_length),
    ("[at]? [midnight]", time_builders.fixed(0)),
    ("12|[twelve] [hour]? [night]", time_builders.fixed(0)),
    ("[in]? [lunch]", time_builders.soft_window(12, 14)),
    ("[after] [lunch]", time_builders.soft_window(13, 17)),
    ("до|перед [lunch]", time_builders.open_until(12)),
    ("[after] [dinner]", time_builders.open_from(20)),
    ("до|перед [dinner]", time_builders.open_until(18)),
    ("[after]|[off] [work]", time_builders.open_from(17)),
    ("до|перед [work]", time_builders.open_until(9)),
    ("[after] [noon]", said("part", "afternoon")),
    ("[past_noon]", said("part", "afternoon")),
    ("до [noon]", time_builders.open_until(12)),
)

# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS = table(
    "hours that are told by what stands beside them",
    "",
    ("=[move] .. [from] <hour> на <hour>", time_builders.last_hour),
    ("[from]|[between] <hour> [until] <hour> [hour]?", time_builders.window),
    (f"=[before_hour] {_HOUR}", time_builders.at),
    (f"=[before_hour] {_HOUR} <minute>", time_builders.at_minute),
    ("=[before_hour] <compact>", time_builders.at_shape),
    ("=<day>|<part> ,? <hour> - <hour>", time_builders.window),
    ("=<day>|<part> ,? <hour>", time_builders.at),
    ("=<day>|<part> ,? <hour> <minute>", time_builders.at_minute),
    ("<hour> =<day>", time_builders.at),
    ("=[better] <hour>", time_builders.at),
)

# what is a time because a time was asked for
WHEN_ASKED = table(
    "times, because a time was asked for",
    "",
    (_HOUR, time_builders.at),
    (f"{_HOUR} <minute>", time_builders.at_minute),
)

JOINS = table(
    "clock times with a part of the day, refused ones, past ones",
    "",
    ("<clock> <part_said>", time_builders.in_part),
    ("<clock> дня|[by_day]", time_builders.in_part_of_day("afternoon")),
    ("[not]|[but] [at]? <clock>", marked("refused")),
    ("[if] [no]|[not] [at]? <clock>", marked("refused")),
    ("[not]|[but] [on]? <part>", time_builders.not_in_part),
    ("<clock> ,? [nope] =,|.|!|[better]", marked("refused")),
    ("<clock> ,? [for_me]? [not] [for_me]? [fits]", marked("refused")),
    ("до <clock> ,? я|ми|мы|[nope]? я|ми|мы|[nope]? [not] [can]", time_builders.not_before),
    ("[after] <clock> ,? я|ми|мы|[nope]? я|ми|мы|[nope]? [not] [can]", time_builders.not_after),
    ("<clock> [for_me]? [not_at_all]", marked("refused")),
    ("<clock> [it_is]? [too]? [early]", marked("refused")),
    ("[was] [at_yours]? [at]? <clock>", marked("past")),
    ("[about] [at]|на? <clock>", time_builders.roughly),
    ("ближе|ближче [towards] <clock>", time_builders.roughly),
    ("<clock> [or_so]", time_builders.roughly),
)
WINDOWS = table(
    "time ranges and open ends",
    "",
    ("=[move] .. [from] <clock> на <clock>", time_builders.last_clock),
    ("[from]|[between] [at]? <clock>|<hour> [until] <clock>|<hour>", time_builders.window),
    (f"<clock> до|-|/ <clock>|{_HOUR}", time_builders.window),
    ("[after] <clock>", time_builders.bound_after),
    ("[beginning]? [from] <clock>", time_builders.bound_after),
    ("[not] [earlier] [than]? [at]? <clock>", time_builders.bound_after),
    ("[later] [than]? [at]? <clock>", time_builders.bound_after),
    ("<clock> [or]|[and] [later]", time_builders.bound_after),
    ("до <clock>", time_builders.bound_before),
    ("[not] [later] [than]? [at]? <clock>", time_builders.bound_before),
    ("[earlier] [than]? [at]? <clock>", time_builders.bound_before),
    ("<clock> [or]|[and] [earlier]", time_builders.bound_before),
)


# what somebody cannot, or does till then, bounds a visit from the other side
BUSY_TIMES = table(
    "hours at which somebody is busy",
    "",
    ("=[not] =[can] =[come]? <bound>", time_builders.flipped),
    ("=[busy] =[will_be]? <bound>", time_builders.flipped),
    ("=[elsewhere] <bound>", time_builders.flipped),
    ("=[busy]|[elsewhere] =[will_be]? <window>", time_builders.free_after),
    ("=[not] =[will_be] =[here]? <bound>", time_builders.flipped),
    ("=[finish] [at]? <clock>", time_builders.bound_after),
    ("=[must] =[leave] [at]? <clock>", time_builders.bound_before),
)
