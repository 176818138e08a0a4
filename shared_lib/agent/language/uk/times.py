"""Ukrainian phrases for numbers, lengths and clock times that Russian does not share."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import marked, said, spoken, table
from shared_lib.agent.language.slavic import times as slavic
from shared_lib.agent.language.slavic.times import before_hour, into_hour

from .sets import TIME_SETS

NUMBERS = (
    table(
        "numbers",
        "по-перше, де ви? / по-перше, де ви? / за двадцять четверта",
        ("по - <nth_day>", marked("listed")),
        ("за <tens> <nth_hour>", time_builders.to),
        ("о|об <hour> - й|ї", time_builders.at),
    ),
    spoken(slavic.NUMBERS, TIME_SETS, "30-го о п'ятій / 30-го о п'ятій / третього числа"),
)

_NTH_HOUR = "<nth_hour>|<hour>"
LENGTHS = (
    table(
        "lengths of time, and how many come",
        "до четвертої / до четвертої / о пів п'ятої",
        # half towards the third hour is half past two
        (f"о|об|в|у? пів на {_NTH_HOUR}|<nth> -? у?", before_hour(30)),
        ("о|об|в|у? пів <nth_hour>", before_hour(30)),
        (f"о|об? чверть на {_NTH_HOUR}", lambda hour: into_hour(15, hour)),
        (f"о|об? чверть по {_NTH_HOUR}", time_builders.minutes_past(15)),
        ("о|об? за? чверть <nth_hour>", time_builders.minutes_to(15)),
        (f"за|без чверть|чверті {_NTH_HOUR}", time_builders.minutes_to(15)),
        ("о|об? <minute>|<number> хвилина? на <nth_hour>", into_hour),
        ("о|об? <minute>|<number> хвилина? по <nth_hour>", time_builders.past),
        ("о|об? за <minute>|<number> хвилина? <nth_hour>", time_builders.to),
        (f"без <minute>|<number> хвилина? {_NTH_HOUR}", time_builders.to),
        ("<nth_hour> година", time_builders.at),
        ("=о|об|на|до|після|з|від|близько|і|й <nth_hour> <minute>", time_builders.at_minute),
        ("=о|об|на|до|після|з|із|від|близько|між|або|по|ніж|раніше|пізніше <nth_hour>", time_builders.at),
        ("з|із|від|між <nth_hour> до|по|і|й|та|- <nth_hour>", time_builders.window),
        ("на|для двох", said("party", 2)),
        ("на|для трьох", said("party", 3)),
        ("на|для чотирьох", said("party", 4)),
    ),
    spoken(slavic.LENGTHS, TIME_SETS, "нас троє / нас троє / за годину"),
)

CLOCKS = spoken(slavic.CLOCKS, TIME_SETS, "о 16:45 / сьогодні в обід / до обіду в четвер")
BARE_HOURS = spoken(slavic.BARE_HOURS, TIME_SETS, "вчора о 3 / з 10 до 12 ранку / завтра 3 30 вечора")
WHEN_ASKED = spoken(slavic.WHEN_ASKED, TIME_SETS, "time: одинадцята / time: третя 30")
JOINS = spoken(slavic.JOINS, TIME_SETS, "о 3 зарано / до 5 не можу / десь о п'ятій")
WINDOWS = spoken(slavic.WINDOWS, TIME_SETS, "можу до 6 / не раніше 3 / не пізніше 5")
BUSY_TIMES = spoken(slavic.BUSY_TIMES, TIME_SETS, "закінчую о 6 / працюю до шостої / я на нараді до 4")
