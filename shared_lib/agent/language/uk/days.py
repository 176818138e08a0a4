"""Ukrainian phrases for parts of the day and holidays that its neighbour does not share; forms are in words.py."""

from shared_lib.agent.language import calendar, dated, feasts
from shared_lib.agent.language.grammar import Table, spoken
from shared_lib.agent.language.slavic import days as slavic

from .sets import TIME_SETS

NAMED_PARTS: Table = spoken(slavic.NAMED_PARTS, TIME_SETS)

HOLIDAYS: Table = (
    ("на? різдво|різдва|різдвом", dated.day(calendar.day_of_month(25, 12))),
    ("святвечір|святвечора", dated.day(calendar.day_of_month(24, 12))),
    ("новий|нового|новому|новим рік|року|році|роком", dated.day(calendar.day_of_month(1, 1))),
    ("старий|старого|старим новий|нового|новим рік|року|роком", dated.day(calendar.day_of_month(14, 1))),
    ("переддень нового року", dated.day(calendar.day_of_month(31, 12))),
    ("новорічна|новорічну ніч", dated.day(calendar.day_of_month(31, 12))),
    ("день|дня святого валентина", dated.day(calendar.day_of_month(14, 2))),
    ("день|дня закоханих", dated.day(calendar.day_of_month(14, 2))),
    ("день|дня святого миколая", dated.day(calendar.day_of_month(6, 12))),
    ("жіночий|жіночого день|дня", dated.day(calendar.day_of_month(8, 3))),
    ("день|дня незалежності", dated.day(calendar.day_of_month(4, 7))),
    ("великдень|великодня|великодні|пасха|паску|пасху", dated.day(feasts.orthodox_easter())),
    ("день|дня матері", dated.day(calendar.nth_weekday(5, 6, 2))),
    ("геловін|хелловін|гелловін|геловіну", dated.day(calendar.day_of_month(31, 10))),
    ("день|дня подяки", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("чорна|чорну п'ятниця|п'ятницю", dated.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
)

DATES: Table = spoken(slavic.DATES, TIME_SETS)
DAYS: Table = (*HOLIDAYS, *spoken(slavic.RELATIVE, TIME_SETS), *spoken(slavic.WEEKDAYS, TIME_SETS))
LOOSE: Table = spoken(slavic.LOOSE, TIME_SETS)
DAY_JOINS: Table = spoken(slavic.DAY_JOINS, TIME_SETS)
