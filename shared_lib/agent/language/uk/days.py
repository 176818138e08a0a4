"""Ukrainian phrases for parts of the day and holidays that its neighbour does not share; forms are in words.py."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import calendar, day_builders, movable_holidays
from shared_lib.agent.language.grammar import spoken, table
from shared_lib.agent.language.slavic import days as slavic

from .sets import TIME_SETS

NAMED_PARTS = spoken(slavic.NAMED_PARTS, TIME_SETS, "добрий день / сьодні ввечері / гарного дня")

HOLIDAYS = table(
    "holidays",
    "на великдень / на святвечір / до нового року",
    ("на? різдво|різдва|різдвом", day_builders.day(calendar.day_of_month(25, 12))),
    ("святвечір|святвечора", day_builders.day(calendar.day_of_month(24, 12))),
    ("новий|нового|новому|новим рік|року|році|роком", day_builders.day(calendar.day_of_month(1, 1))),
    ("старий|старого|старим новий|нового|новим рік|року|роком", day_builders.day(calendar.day_of_month(14, 1))),
    ("переддень нового року", day_builders.day(calendar.day_of_month(31, 12))),
    ("новорічна|новорічну ніч", day_builders.day(calendar.day_of_month(31, 12))),
    ("день|дня святого валентина", day_builders.day(calendar.day_of_month(14, 2))),
    ("день|дня закоханих", day_builders.day(calendar.day_of_month(14, 2))),
    ("жіночий|жіночого день|дня", day_builders.day(calendar.day_of_month(8, 3))),
    ("великдень|великодня|великодні|пасха|паску|пасху", day_builders.day(movable_holidays.orthodox_easter())),
    ("день|дня матері", day_builders.day(calendar.nth_weekday(5, 6, 2))),
    ("геловін|хелловін|гелловін|геловіну", day_builders.day(calendar.day_of_month(31, 10))),
    ("день|дня подяки", day_builders.day(calendar.nth_weekday(11, 3, 4))),
    ("чорна|чорну п'ятниця|п'ятницю", day_builders.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
)

DATES = spoken(slavic.DATES, TIME_SETS, "24 грудня / 7.12 о 15.00 / 30-го о п'ятій")
DAYS = (
    HOLIDAYS,
    spoken(slavic.RELATIVE, TIME_SETS, "вчора о 3 / за годину / через рік"),
    spoken(slavic.WEEKDAYS, TIME_SETS, "до п'ятниці / у суботу в грудні / найближчої п'ятниці"),
)
LOOSE = spoken(slavic.LOOSE, TIME_SETS, "slot: перше / у грудні / на початку грудня")
DAY_JOINS = spoken(slavic.DAY_JOINS, TIME_SETS, "до вихідних / після вихідних / завтра не треба")
