"""Russian phrases for parts of the day and holidays that its neighbour does not share; forms are in words.py."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import calendar, counted, dated, feasts, numbered
from shared_lib.agent.language.grammar import Table, spoken
from shared_lib.agent.language.slavic import days as slavic

from .sets import TIME_SETS

NAMED_PARTS: Table = (
    ("днем", counted.said("part", "afternoon")),
    ("сегодня днем", lambda: dated.part_of_today("afternoon")),
    *spoken(slavic.NAMED_PARTS, TIME_SETS),
)

HOLIDAYS: Table = (
    ("католическое|на? рождество|рождества|рождеством", dated.day(calendar.day_of_month(25, 12))),
    ("новый|нового|новом|новым год|года|году|годом", dated.day(calendar.day_of_month(1, 1))),
    ("старый|старого|старым новый|нового|новым год|года|годом", dated.day(calendar.day_of_month(14, 1))),
    ("канун нового года", dated.day(calendar.day_of_month(31, 12))),
    ("новогодняя|новогоднюю ночь", dated.day(calendar.day_of_month(31, 12))),
    ("день|дня святого валентина", dated.day(calendar.day_of_month(14, 2))),
    ("день|дня всех влюбленных", dated.day(calendar.day_of_month(14, 2))),
    ("женский|женского день|дня", dated.day(calendar.day_of_month(8, 3))),
    ("день|дня победы", dated.day(calendar.day_of_month(9, 5))),
    ("день|дня независимости", dated.day(calendar.day_of_month(4, 7))),
    ("пасха|пасху|пасхи|пасхе|пасхой", dated.day(feasts.orthodox_easter())),
    ("православная|православную пасха|пасху", dated.day(feasts.orthodox_easter())),
    ("католическая|католическую пасха|пасху", dated.day(feasts.easter())),
    ("день|дня матери", dated.day(calendar.nth_weekday(5, 6, 2))),
    ("хэллоуин|хеллоуин|хэллоуина", dated.day(calendar.day_of_month(31, 10))),
    ("день|дня благодарения", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("черную|черная пятница|пятницу", dated.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
)

DATES: Table = spoken(slavic.DATES, TIME_SETS)
DAYS: Table = (*HOLIDAYS, *spoken(slavic.RELATIVE, TIME_SETS), *spoken(slavic.WEEKDAYS, TIME_SETS))
LOOSE: Table = (
    ("=на|к|до|после|с|только <nth_day>", numbered.of_this_month),
    *spoken(slavic.LOOSE, TIME_SETS),
)
DAY_JOINS: Table = spoken(slavic.DAY_JOINS, TIME_SETS)
