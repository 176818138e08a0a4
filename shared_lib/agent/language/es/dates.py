"""Spanish phrases for days by their number, and for parts of a month."""

from shared_lib.agent.language import calendar, dated, limits, numbered
from shared_lib.agent.language.grammar import Readings, Table

_D = "el|los|este? dia?"
_DAY = "<mday>|<nth>"
_OF_MONTH = "de|del|,|.|-|/? <month> .?"
_FROM_DAY, _TO_DAY = "de|del|desde|entre|el|los? el?", "al|a|hasta|y|- el?"


def _in_digits(mday: int, month: int) -> Readings | None:
    """El 3 del 12."""
    return numbered.day_month(mday, month) if month <= numbered.MONTHS else None


# a day by its number, which could not be anything else
DATES: Table = (
    ("=abren|abierto|abiertos|abierta|atienden|trabajan|funcionan|estan|servicio <slashed>", limits.always),
    (f"{_D} {_DAY} {_OF_MONTH}", numbered.day_month),
    (f"{_D} {_DAY} {_OF_MONTH} de|del|, año? <number>", numbered.day_month),
    (f"{_D} {_DAY} {_OF_MONTH} <number>", numbered.day_month),
    (f"el? <month> .? {_DAY} de|del|,? <number>?", numbered.month_day_year),
    (f"el|este? <weekday> ,|.|el|dia? dia? {_DAY} {_OF_MONTH} de|del|,? <number>?", numbered.numbered),
    ("el|este? <weekday> ,|.|el|dia? dia? <mday>", numbered.numbered),
    ("<weekday> .? ,? =<hour> =<half>", dated.on_weekday),
    ("el|este? <weekday> ,? =<hour> =- =<hour>", dated.on_weekday),
    ("el|este? <weekday> ,|el? <slashed>", numbered.slashed_on_weekday("dm")),
    ("el? dia <mday>", numbered.of_this_month),
    ("el <mday>", numbered.of_this_month),
    ("=antes|despues|partir =del <mday>", numbered.of_this_month),
    ("el primero", lambda: numbered.of_this_month(1)),
    (f"{_D} {_DAY} de|del este mes", numbered.of_this_month),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} de|del este mes", numbered.span_of_days),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} de|del este? mes que viene", numbered.span_in_next_month),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} de|del proximo mes", numbered.span_in_next_month),
    ("el|dia|al|para el? <mday> del <mday>", _in_digits),
    (f"{_D} {_DAY} de|del mes que viene", numbered.of_next_month),
    (f"{_D} {_DAY} de|del proximo mes", numbered.of_next_month),
    ("el|este|dia? <slashed>", numbered.slashed("dm")),
    ("<ymd>", numbered.iso),
    ("el? <nth> <weekday> de|en <month>", dated.nth_of_month),
    ("el? ultimo <weekday> de|en <month>", lambda weekday, month: dated.nth_of_month(-1, weekday, month)),
    ("el? <nth> <weekday> del|de este? mes", dated.nth_of_month),
    ("el? ultimo <weekday> del|de este? mes", lambda weekday: dated.nth_of_month(-1, weekday)),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} {_OF_MONTH}", numbered.span_in_month),
    (
        f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} {_OF_MONTH} de|del|,? <number>",
        lambda a, b, m, _: numbered.span_in_month(a, b, m),
    ),
    ("del <mday> al <mday>", numbered.span_of_days),
    ("entre el <mday> y el <mday>", numbered.span_of_days),
    ("la? <nth> semana de <month>", dated.week_of_month),
    ("la? ultima semana de <month>", lambda month: dated.week_of_month(-1, month)),
    ("la? <nth> semana de|del este? mes", dated.week_of_month),
    ("la? ultima semana de|del este? mes", lambda: dated.week_of_month(-1)),
    ("el? <nth> <weekday> del mes que viene", dated.nth_of_next_month),
    ("el? <nth> <weekday> de|del proximo mes", dated.nth_of_next_month),
    ("la? primera quincena|mitad de <month>", dated.part_of_month(1, 15)),
    ("la? segunda quincena|mitad de <month>", dated.part_of_month(16, 31)),
    *(
        (f"la? {nth} quincena|mitad de|del {which}", dated.day(calendar.month_part(None, *days, months)))
        for nth, days in (("primera", (1, 15)), ("segunda", (16, 31)))
        for which, months in (("este? mes", 0), ("mes que viene", 1), ("proximo mes", 1))
    ),
    ("el? ultimo dia del mes", dated.last_of_month()),
    ("el? ultimo dia de <month>", lambda month: dated.last_of_month(0, month)()),
    ("la? semana del <mday>", lambda mday: dated.week_of(calendar.day_of_month(mday))),
)
