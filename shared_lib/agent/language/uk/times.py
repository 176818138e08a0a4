"""Ukrainian phrases for numbers, lengths and clock times that Russian does not share."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import counted, timed
from shared_lib.agent.language.grammar import Table, spoken
from shared_lib.agent.language.slavic import times as slavic
from shared_lib.agent.language.slavic.times import before_hour, into_hour

from .sets import TIME_SETS

NUMBERS: Table = (
    ("по - <nth_day>", counted.marked("listed")),
    ("за <tens> <nth_hour>", timed.to),
    ("о|об <hour> - й|ї", timed.at),
    *spoken(slavic.NUMBERS, TIME_SETS),
)

_NTH_HOUR = "<nth_hour>|<hour>"
LENGTHS: Table = (
    # half towards the third hour is half past two
    (f"о|об|в|у? пів на {_NTH_HOUR}|<nth> -? у?", before_hour(30)),
    ("о|об|в|у? пів <nth_hour>", before_hour(30)),
    (f"о|об? чверть на {_NTH_HOUR}", lambda hour: into_hour(15, hour)),
    (f"о|об? чверть по {_NTH_HOUR}", timed.minutes_past(15)),
    ("о|об? за? чверть <nth_hour>", timed.minutes_to(15)),
    (f"за|без чверть|чверті {_NTH_HOUR}", timed.minutes_to(15)),
    ("о|об? <minute>|<number> хвилина? на <nth_hour>", into_hour),
    ("о|об? <minute>|<number> хвилина? по <nth_hour>", timed.past),
    ("о|об? за <minute>|<number> хвилина? <nth_hour>", timed.to),
    (f"без <minute>|<number> хвилина? {_NTH_HOUR}", timed.to),
    ("<nth_hour> година", timed.at),
    ("=о|об|на|до|після|з|від|близько|і|й <nth_hour> <minute>", timed.at_minute),
    ("=о|об|на|до|після|з|із|від|близько|між|або|по|ніж|раніше|пізніше <nth_hour>", timed.at),
    ("з|із|від|між <nth_hour> до|по|і|й|та|- <nth_hour>", timed.window),
    ("на|для двох", counted.said("party", 2)),
    ("на|для трьох", counted.said("party", 3)),
    ("на|для чотирьох", counted.said("party", 4)),
    *spoken(slavic.LENGTHS, TIME_SETS),
)

CLOCKS: Table = spoken(slavic.CLOCKS, TIME_SETS)
BARE_HOURS: Table = spoken(slavic.BARE_HOURS, TIME_SETS)
WHEN_ASKED: Table = spoken(slavic.WHEN_ASKED, TIME_SETS)
JOINS: Table = spoken(slavic.JOINS, TIME_SETS)
WINDOWS: Table = spoken(slavic.WINDOWS, TIME_SETS)
LIMITS: Table = spoken(slavic.LIMITS, TIME_SETS)
