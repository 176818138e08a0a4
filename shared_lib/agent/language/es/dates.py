"""Spanish phrases for days by their number, and for parts of a month."""

from shared_lib.agent.language import calendar, date_builders, day_builders, time_builders
from shared_lib.agent.language.grammar import Readings, table

_D = "el|los|este? dia?"
_DAY = "<mday>|<nth>"
_OF_MONTH = "de|del|,|.|-|/? <month> .?"
_FROM_DAY, _TO_DAY = "de|del|desde|entre|el|los? el?", "al|a|hasta|y|- el?"


def _in_digits(mday: int, month: int) -> Readings | None:
    """El 3 del 12."""
    return date_builders.day_month(mday, month) if month <= date_builders.MONTHS else None


# a day by its number, which could not be anything else
DATES = table(
    "dates",
    "el dia 3 / jue. 6 pm / el 5 del 12",
    ("=abren|abierto|abiertos|abierta|atienden|trabajan|funcionan|estan|servicio <slashed>", time_builders.always),
    (f"{_D} {_DAY} {_OF_MONTH}", date_builders.day_month),
    (f"{_D} {_DAY} {_OF_MONTH} de|del|, año? <number>", date_builders.day_month),
    (f"el? <month> .? {_DAY} de|del|,? <number>?", date_builders.month_day_year),
    (f"el|este? <weekday> ,|.|el|dia? dia? {_DAY} {_OF_MONTH} de|del|,? <number>?", date_builders.numbered),
    ("el|este? <weekday> ,|.|el|dia? dia? <mday>", date_builders.numbered),
    ("<weekday> .? ,? =<hour> =<half>", day_builders.on_weekday),
    ("el|este? <weekday> ,? =<hour> =- =<hour>", day_builders.on_weekday),
    ("el|este? <weekday> ,|el? <slashed>", date_builders.slashed_on_weekday("dm")),
    ("el? dia <mday>", date_builders.of_this_month),
    ("el <mday>", date_builders.of_this_month),
    ("=antes|despues|partir =del <mday>", date_builders.of_this_month),
    ("el primero", lambda: date_builders.of_this_month(1)),
    (f"{_D} {_DAY} de|del este mes", date_builders.of_this_month),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} de|del este mes", date_builders.span_of_days),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} de|del este? mes que viene", date_builders.span_in_next_month),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} de|del proximo mes", date_builders.span_in_next_month),
    ("el|dia|al|para el? <mday> del <mday>", _in_digits),
    (f"{_D} {_DAY} de|del mes que viene", date_builders.of_next_month),
    (f"{_D} {_DAY} de|del proximo mes", date_builders.of_next_month),
    ("el|este|dia? <slashed>", date_builders.slashed("dm")),
    ("<ymd>", date_builders.iso),
    ("el? <nth> <weekday> de|en <month>", day_builders.nth_of_month),
    ("el? ultimo <weekday> de|en <month>", lambda weekday, month: day_builders.nth_of_month(-1, weekday, month)),
    ("el? <nth> <weekday> del|de este? mes", day_builders.nth_of_month),
    ("el? ultimo <weekday> del|de este? mes", lambda weekday: day_builders.nth_of_month(-1, weekday)),
    (f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} {_OF_MONTH}", date_builders.span_in_month),
    (
        f"{_FROM_DAY} {_DAY} {_TO_DAY} {_DAY} {_OF_MONTH} de|del|,? <number>",
        lambda a, b, m, _: date_builders.span_in_month(a, b, m),
    ),
    ("del <mday> al <mday>", date_builders.span_of_days),
    ("entre el <mday> y el <mday>", date_builders.span_of_days),
    ("la? <nth> semana de <month>", day_builders.week_of_month),
    ("la? ultima semana de <month>", lambda month: day_builders.week_of_month(-1, month)),
    ("la? ultima semana de|del este? mes", lambda: day_builders.week_of_month(-1)),
    ("el? <nth> <weekday> del mes que viene", day_builders.nth_of_next_month),
    ("el? <nth> <weekday> de|del proximo mes", day_builders.nth_of_next_month),
    ("la? primera quincena|mitad de <month>", day_builders.part_of_month(1, 15)),
    ("la? segunda quincena|mitad de <month>", day_builders.part_of_month(16, 31)),
    *(
        (f"la? {nth} quincena|mitad de|del {which}", day_builders.day(calendar.month_part(None, *days, months)))
        for nth, days in (("primera", (1, 15)), ("segunda", (16, 31)))
        for which, months in (("este? mes", 0), ("mes que viene", 1), ("proximo mes", 1))
    ),
    ("el? ultimo dia del mes", day_builders.last_of_month()),
    ("el? ultimo dia de <month>", lambda month: day_builders.last_of_month(0, month)()),
    ("la? semana del <mday>", lambda mday: day_builders.week_of(calendar.day_of_month(mday))),
)
