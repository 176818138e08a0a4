"""Russian phrases for numbers, lengths and clock times that Ukrainian does not share."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import timed
from shared_lib.agent.language.grammar import Table, spoken
from shared_lib.agent.language.slavic import times as slavic
from shared_lib.agent.language.slavic.times import before_hour, into_hour

from .sets import TIME_SETS

NUMBERS: Table = (("без <tens> <hour>", timed.to), *spoken(slavic.NUMBERS, TIME_SETS))

_BEFORE_ONE = "=в|во|к|до|после|около|с|от|между"
LENGTHS: Table = (
    # half of the third hour is half past two
    ("пол|половина|половине|половину|половины <nth>|<nth_day>|<hour> -? го?", before_hour(30)),
    ("четверть <nth>|<nth_day>", lambda nth: into_hour(15, nth)),
    ("<minute>|<number> минута <nth>|<nth_day>", into_hour),
    ("без четверти <hour>", timed.minutes_to(15)),
    ("без четверти час", timed.fixed(12, 45)),
    ("без <number> минута? <hour>", timed.to),
    ("без <number> минута? час", lambda minutes: timed.to(minutes, 1)),
    ("между <hour> и час", lambda hour: timed.window(hour, 1)),
    (f"{_BEFORE_ONE} час", lambda: timed.at(1)),
    (f"{_BEFORE_ONE} час <minute>", lambda minute: timed.at_minute(1, minute)),
    ("час дня", timed.fixed(13)),
    ("час =ночь", lambda: timed.at(1)),
    *spoken(slavic.LENGTHS, TIME_SETS),
)

CLOCKS: Table = (("обед время", timed.soft_window(12, 14)), *spoken(slavic.CLOCKS, TIME_SETS))

BARE_HOURS: Table = spoken(slavic.BARE_HOURS, TIME_SETS)
WHEN_ASKED: Table = spoken(slavic.WHEN_ASKED, TIME_SETS)
JOINS: Table = (
    ("где - то в|к|на? <clock>", timed.roughly),
    ("<clock> с копейками", timed.roughly),
    *spoken(slavic.JOINS, TIME_SETS),
)
WINDOWS: Table = spoken(slavic.WINDOWS, TIME_SETS)
LIMITS: Table = spoken(slavic.LIMITS, TIME_SETS)
