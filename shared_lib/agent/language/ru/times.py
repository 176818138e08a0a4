"""Russian phrases for numbers, lengths and clock times that Ukrainian does not share."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import spoken, table
from shared_lib.agent.language.slavic import times as slavic
from shared_lib.agent.language.slavic.times import before_hour, into_hour

from .sets import TIME_SETS

NUMBERS = (
    table(
        "numbers",
        "без двадцати четыре / без двадцати четыре",
        ("без <tens> <hour>", time_builders.to),
    ),
    spoken(slavic.NUMBERS, TIME_SETS, "30-го в пять / 30-го в пять / третьего числа"),
)

_BEFORE_ONE = "=в|во|к|до|после|около|с|от|между"
LENGTHS = (
    table(
        "lengths of time, and how many come",
        "в час дня / в час дня / в полседьмого",
        # half of the third hour is half past two
        ("пол|половина|половине|половину|половины <nth>|<nth_day>|<hour> -? го?", before_hour(30)),
        ("четверть <nth>|<nth_day>", lambda nth: into_hour(15, nth)),
        ("<minute>|<number> минута <nth>|<nth_day>", into_hour),
        ("без четверти <hour>", time_builders.minutes_to(15)),
        ("без четверти час", time_builders.fixed(12, 45)),
        ("без <number> минута? <hour>", time_builders.to),
        ("без <number> минута? час", lambda minutes: time_builders.to(minutes, 1)),
        ("между <hour> и час", lambda hour: time_builders.window(hour, 1)),
        (f"{_BEFORE_ONE} час", lambda: time_builders.at(1)),
        (f"{_BEFORE_ONE} час <minute>", lambda minute: time_builders.at_minute(1, minute)),
    ),
    spoken(slavic.LENGTHS, TIME_SETS, "нас трое / нас трое / мне 45 лет"),
)


CLOCKS = spoken(slavic.CLOCKS, TIME_SETS, "в 16:45 / сегодня в обед / завтра 3 pm")
BARE_HOURS = spoken(slavic.BARE_HOURS, TIME_SETS, "вчера в 3 / 3 завтра / с 10 до 12 утра")
WHEN_ASKED = spoken(slavic.WHEN_ASKED, TIME_SETS, "time: одиннадцать")
JOINS = (
    table(
        "clock times with a part of the day, refused ones, past ones",
        "где-то в 4",
        ("где - то в|к|на? <clock>", time_builders.roughly),
    ),
    spoken(slavic.JOINS, TIME_SETS, "в час дня / до 5 не могу / часов в пять"),
)
WINDOWS = spoken(slavic.WINDOWS, TIME_SETS, "могу до 6 / не позже 5 / не раньше 3")
BUSY_TIMES = spoken(slavic.BUSY_TIMES, TIME_SETS, "заканчиваю в 6 / я занят до трёх / я на работе до 6")
