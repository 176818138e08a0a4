"""Russian phrases for parts of the day and holidays that its neighbour does not share; forms are in words.py."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import calendar, day_builders, movable_holidays
from shared_lib.agent.language.grammar import said, spoken, table
from shared_lib.agent.language.slavic import days as slavic

from .sets import TIME_SETS

NAMED_PARTS = (
    table(
        "parts of the day",
        "днем позже",
        ("днем", said("part", "afternoon")),
        ("сегодня днем", lambda: day_builders.part_of_today("afternoon")),
    ),
    spoken(slavic.NAMED_PARTS, TIME_SETS, "добрый день / сёдня вечером / до завтра"),
)

HOLIDAYS = table(
    "holidays",
    "на пасху / рождество / на хэллоуин",
    ("католическое|на? рождество|рождества|рождеством", day_builders.day(calendar.day_of_month(25, 12))),
    ("новый|нового|новом|новым год|года|году|годом", day_builders.day(calendar.day_of_month(1, 1))),
    ("старый|старого|старым новый|нового|новым год|года|годом", day_builders.day(calendar.day_of_month(14, 1))),
    ("канун нового года", day_builders.day(calendar.day_of_month(31, 12))),
    ("новогодняя|новогоднюю ночь", day_builders.day(calendar.day_of_month(31, 12))),
    ("день|дня святого валентина", day_builders.day(calendar.day_of_month(14, 2))),
    ("день|дня всех влюбленных", day_builders.day(calendar.day_of_month(14, 2))),
    ("женский|женского день|дня", day_builders.day(calendar.day_of_month(8, 3))),
    ("день|дня победы", day_builders.day(calendar.day_of_month(9, 5))),
    ("пасха|пасху|пасхи|пасхе|пасхой", day_builders.day(movable_holidays.orthodox_easter())),
    ("православная|православную пасха|пасху", day_builders.day(movable_holidays.orthodox_easter())),
    ("католическая|католическую пасха|пасху", day_builders.day(movable_holidays.easter())),
    ("день|дня матери", day_builders.day(calendar.nth_weekday(5, 6, 2))),
    ("хэллоуин|хеллоуин|хэллоуина", day_builders.day(calendar.day_of_month(31, 10))),
    ("день|дня благодарения", day_builders.day(calendar.nth_weekday(11, 3, 4))),
    ("черную|черная пятница|пятницу", day_builders.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
)

DATES = spoken(slavic.DATES, TIME_SETS, "2 ноября / 30-го в пять / 7.12 в 15.00")
DAYS = (
    HOLIDAYS,
    spoken(slavic.RELATIVE, TIME_SETS, "вчера в 3 / через год / днем позже"),
    spoken(slavic.WEEKDAYS, TIME_SETS, "до пятницы / в ближайшую пятницу / в субботу в декабре"),
)
LOOSE = spoken(slavic.LOOSE, TIME_SETS, "slot: первое / в декабре / в конце декабря")
DAY_JOINS = spoken(slavic.DAY_JOINS, TIME_SETS, "до пятницы / завтра не надо / завтра я болею")
