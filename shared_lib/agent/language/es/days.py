"""Spanish phrases for days, weeks and months."""

from shared_lib.agent.language import calendar, date_builders, day_builders
from shared_lib.agent.language.grammar import Readings, kept, marked, table

from .holidays import HOLIDAYS


def _part(part: str) -> dict[str, object]:
    """De la tarde: a part of the day, which may settle an hour beside it."""
    return {"part": part, "part_said": part}


_OF = "por|en|de|a|durante|x"
NAMED_PARTS = table(
    "parts of the day",
    "más tarde / llego tarde / hasta mañana",
    ("=mas|muy|demasiado|tan|es|hizo|hace tarde", marked("late")),
    (
        "=llego|llegare|llegamos|llegaremos|llegar|llegando|voy|vamos|ando algo|un|poco? poco? tarde",
        marked("late"),
    ),
    (
        "buenos|buenas|buen|feliz|linda|lindo dias|tardes|noches|dia|tarde|noche|semana|weekend",
        marked("greeting"),
    ),
    ("hasta mañana|luego|pronto", marked("farewell")),
    ("esta mañana", lambda: {"day": calendar.ahead(0), **_part("morning")}),
    ("hoy|esta a|por|en|de? la? <part>", lambda part: {"day": calendar.ahead(0), **_part(part)}),
    (f"{_OF} la|las mañana|mañanas", lambda: _part("morning")),
    ("=<weekday>|mañana a|en primera hora de la? <part>", _part),
    ("=<weekday>|mañana a|en primera hora", lambda: _part("morning")),
    ("a? primera hora|horas de la? <part>", _part),
    ("a? primera hora|horas de? la? mañana?", lambda: _part("morning")),
    ("a? ultima hora|horas de? la? tarde?", lambda: _part("evening")),
    (f"{_OF} la madrugada", lambda: _part("morning")),
    ("de la noche", lambda: _part("night")),
    (f"{_OF} la|las <part>", _part),
    ("la mañana =de|del =el|este? =<weekday>|<mday>|<nth>|mañana|hoy", lambda: _part("morning")),
    ("=mañana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|cualquier|alguna ,|en|la? <part>", _part),
    ("al|del atardecer|anochecer", lambda: _part("evening")),
)

_NEXT = "proximo|siguiente"
_COMES = "que viene|vienen|entra|sigue"
_LEFT = "el|lo? que|resto queda?"
_PLACES = {
    "principios|principio|comienzos|comienzo|inicios|inicio|primeros dias?": (0, 2),
    "mediados|mitad": (1, 3),
    "fines|fin|final|finales": (3, 6),
}
_WEEKS = (
    ("la|esta semana", "actual?", 0),
    (f"la? {_NEXT} semana", "", 1),
    ("la? semana", _COMES, 1),
    ("la? semana", _NEXT, 1),
)
RELATIVE = table(
    "days, weeks and months seen from today",
    "este finde / ayer a las 3 / en dos horas",
    ("hoy dia?", day_builders.day(calendar.ahead(0))),
    ("hoy|ahora mismo", day_builders.day(calendar.ahead(0))),
    ("en este momento|instante", day_builders.day(calendar.ahead(0))),
    ("ahora|ahorita|ya mismo|mismito", day_builders.day(calendar.ahead(0))),
    ("mas tarde hoy", day_builders.day(calendar.ahead(0))),
    ("el? mañana", day_builders.day(calendar.ahead(1))),
    ("pasado mañana", day_builders.day(calendar.ahead(2))),
    ("ayer|anteayer|anoche", marked("past")),
    ("el|la? <weekday>|semana|mes|año pasado|pasada|anterior", marked("past")),
    ("esta semana", day_builders.day(calendar.week(0))),
    (f"{_LEFT} de? la|esta? semana", day_builders.day(calendar.week(0))),
    (f"{_LEFT} del dia", day_builders.day(calendar.ahead(0))),
    (f"{_LEFT} de|del este? mes", day_builders.day(calendar.month_part(None, 1, 31))),
    (f"la? {_NEXT} semana", day_builders.day(calendar.week(1))),
    (f"la? semana {_COMES}", day_builders.day(calendar.week(1))),
    (f"la? semana {_NEXT}", day_builders.day(calendar.week(1))),
    *(
        (f"a? {place} de|del? {which} {after}", day_builders.day(calendar.week(weeks, *days)))
        for place, days in _PLACES.items()
        for which, after, weeks in _WEEKS
    ),
    ("mas tarde en? esta semana", day_builders.day(calendar.week(0, 3, 6))),
    ("entre semana", day_builders.day(calendar.week(0, 0, 4))),
    ("este|el|al|para|durante? weekend", day_builders.day(calendar.week(0, 5, 6))),
    ("el? <nth> weekend de <month>", day_builders.weekend_of_month),
    ("el? ultimo weekend de <month>", lambda month: day_builders.weekend_of_month(-1, month)),
    ("el? ultimo weekend del mes", lambda: day_builders.weekend_of_month(-1)),
    (f"el? {_NEXT} weekend", day_builders.day(calendar.week(1, 5, 6))),
    (f"el? weekend {_COMES}", day_builders.day(calendar.week(1, 5, 6))),
    ("el? año que viene", day_builders.day(calendar.year(1))),
    ("el? proximo año", day_builders.day(calendar.year(1))),
    ("este año", day_builders.day(calendar.year(0))),
    ("a? final|finales|fines de|del este? año", day_builders.day(calendar.month_part(12, 15, 31))),
    ("a? principios|comienzos|inicios de|del año", day_builders.day(calendar.month_part(1, 1, 31))),
    ("este mes", day_builders.day(calendar.month_part(None, 1, 31))),
    (f"el? mes {_COMES}", day_builders.day(calendar.month_part(None, 1, 31, 1))),
    (f"el? {_NEXT} mes", day_builders.day(calendar.month_part(None, 1, 31, 1))),
    ("el? mes proximo|siguiente|entrante", day_builders.day(calendar.month_part(None, 1, 31, 1))),
    ("a? fin|fines|final|finales de|del este? mes", day_builders.day(calendar.month_part(None, 21, 31))),
    ("a? principios|comienzos|inicios de|del mes que viene", day_builders.day(calendar.month_part(None, 1, 10, 1))),
    ("a? fin|fines|final|finales de|del proximo mes", day_builders.day(calendar.month_part(None, 21, 31, 1))),
    ("en|dentro de? <length>", date_builders.in_length),
    ("de hoy|aqui en|a <number>", lambda days: date_builders.in_length((_eight(days), "day"))),
    ("de hoy|aqui en|a <length>", date_builders.in_length),
    ("hace <length>", marked("past")),
    ("=los|las? proximo|siguientes <length>", date_builders.whole_next),
    ("en|dentro|durante de? los|las proximo|siguientes <length>", date_builders.next_days),
    ("=los|las? <length> proximo|siguientes|siguiente", date_builders.whole_next),
    ("las|los? <number> proximo|siguientes <unit_of_time>", lambda n, unit: date_builders.whole_next((n, unit))),
    (f"las|los? <length> {_COMES}", date_builders.whole_next),
    ("en menos|maximo de? <length>", date_builders.within_length),
    ("en|durante la? proximo hora", lambda: date_builders.within_length((1, "hour"))),
)


def _eight(days: int) -> int:
    """De hoy en ocho: Spanish counts the day itself."""
    return {8: 7, 15: 14}.get(days, days)


def _eight_from(weekday: int, days: int) -> Readings | None:
    """El lunes en ocho."""
    return date_builders.counted_after_weekday((_eight(days), "day"), weekday)


_MOVED = "=cambiar|mover|pasar|cambia|mueve|pasa|cambiame|cambie|cambiarla|cambiarlo|moverla|moverlo|pasarla|pasame"
WEEKDAYS = table(
    "weekdays",
    "el lunes / el domingo en ocho / el proximo viernez",
    ("el|los? <weekday>", day_builders.on_weekday),
    ("este|ese <weekday>", day_builders.on_weekday),
    (f"el|este? {_NEXT} <weekday>", day_builders.weekday_in_week(1)),
    (f"el|este? <weekday> {_NEXT}", day_builders.weekday_in_week(1)),
    (f"el|este? <weekday> {_COMES}", day_builders.weekday_in_week(1)),
    *(
        (
            f"de|del|desde|entre? el? <weekday> a|al|y|-|hasta el? <weekday> ,|de? {which} {after}",
            day_builders.weekdays_of_week(weeks),
        )
        for which, after, weeks in _WEEKS
    ),
    *(
        (
            f"{which} {after} ,? de|del|desde|entre? el? <weekday> a|al|y|-|hasta el? <weekday>",
            day_builders.weekdays_of_week(weeks),
        )
        for which, after, weeks in _WEEKS
    ),
    *(
        (
            f"{_MOVED} .. de|del|desde el? =<weekday> a|al|para el? <weekday> ,|de? {which} {after}",
            day_builders.weekday_in_week(weeks),
        )
        for which, after, weeks in _WEEKS
    ),
    ("el|este? <weekday> en|a <number> dias?", _eight_from),
    ("el|este? <weekday> en|a <length>", lambda weekday, span: date_builders.counted_after_weekday(span, weekday)),
    ("el? <weekday> ,|de|en esta|la misma? semana", day_builders.weekday_in_week(0)),
    (f"el? <weekday> ,|de|en? la? {_NEXT} semana", day_builders.weekday_in_week(1)),
    (f"el? <weekday> ,|de|en? la? semana {_COMES}", day_builders.weekday_in_week(1)),
    (f"el? <weekday> ,|de|en? la? semana {_NEXT}", day_builders.weekday_in_week(1)),
    (f"la? {_NEXT} semana ,? el|al? <weekday>", day_builders.weekday_in_week(1)),
    ("en|dentro de? <length> ,? el? <weekday>", day_builders.weekday_near),
    ("un|algun|cualquier <weekday> de|en <month>", lambda weekday, month: day_builders.nth_of_month(1, weekday, month)),
    ("el? proximo mes ,? un|algun|cualquier <weekday>", lambda weekday: day_builders.nth_of_next_month(1, weekday)),
    ("un|algun|cualquier <weekday> del mes que viene", lambda weekday: day_builders.nth_of_next_month(1, weekday)),
    ("un|algun|cualquier <weekday> del proximo mes", lambda weekday: day_builders.nth_of_next_month(1, weekday)),
)

DAYS = (
    HOLIDAYS,
    RELATIVE,
    WEEKDAYS,
)

# what may be a day where nothing better was found
LOOSE = table(
    "what may be a date where nothing better was found",
    "en diciembre / a finales de diciembre / a las seis de la tarde del 15",
    ("en|durante|para|de|todo? <month>", day_builders.part_of_month(1, 31)),
    ("a? principios|comienzos|inicios|principio de <month>", day_builders.part_of_month(1, 10)),
    ("a? mediados de <month>", day_builders.part_of_month(11, 20)),
    ("a? finales|fines|final|fin de <month>", day_builders.part_of_month(21, 31)),
    ("=<clock>|<hour>|<part_said> del <mday>", date_builders.of_this_month),
)

# runs over days already found
_NOT = "no|nunca|jamas|menos|excepto|salvo"
_CAN = "puedo|puede|podemos|podre|podria|me|nos|va|vale|es|sirve|esta|hay|viene|queda|conviene|posible|quiero"
_AM = "estoy|estamos|estare|estaremos|ando|voy|vamos|tengo"
_BUSY = "ocupado|ocupada|ocupados|fuera|viaje|vacaciones|liado|liada|trabajando|compromiso|compromisos|enfermo|enferma"
_WAS = "fui|fuimos|estuve|estuvimos|vine|vinimos|llame|pague|reserve|hice"
DAY_JOINS = table(
    "date ranges and open ends, days refused, days past",
    "fui el lunes / hasta el viernes / antes del viernes",
    (f"<day> ,? yo? no|nunca|tampoco me|nos|lo? {_CAN}", kept("not_day")),
    ("<day> ,? no|nunca tengo|tenemos|hay tiempo|rato|hueco|forma", kept("not_day")),
    ("<day> ,? no =,|.|!|pero|mejor|sino", kept("not_day")),
    (f"<day> ,? ya? {_AM} de|en|un|una? {_BUSY}", kept("not_day")),
    (f"<day> ={_AM} =de|en? ={_BUSY} =<bound>", kept("day")),
    ("<day> trabajo|trabajamos", kept("not_day")),
    ("<day> =trabajo|trabajamos =<bound>", kept("day")),
    ("<day> ,? no estoy|estare|estamos|estaremos|voy|vamos", kept("not_day")),
    ("<day> es? imposible|complicado|dificil", kept("not_day")),
    ("no me|nos viene|va|sirve|conviene|queda|vale bien? el|la? <day>", kept("not_day")),
    ("=no =vuelvo|regreso|estoy|llego|volvemos hasta el? <day>", date_builders.day_bound("after", last=False)),
    ("=fue|era|fueron el|la? <day>", marked("past")),
    (f"={_AM} =de? ={_BUSY} el|en|para? <day>", kept("not_day")),
    (f"={_BUSY} =en|de? hasta el|del? <day>", date_builders.day_bound("after")),
    (
        "=no =estoy|estare|estamos|estaremos =aqui|en|disponible? =la? =ciudad|casa? hasta el? <day>",
        date_builders.day_bound("after"),
    ),
    ("=vuelvo|regreso|volvemos|regresamos|vuelva|regrese el|de? <day>", date_builders.day_bound("after", last=False)),
    (f"={_WAS} =ahi|alli|con|por|en? =ustedes|el|la? el|la? <day>", marked("past")),
    ("<day> temprano|tempranito", lambda day: {"day": day, **_part("morning")}),
    ("al|el? dia siguiente de|a|del? <day>", day_builders.days_after(1)),
    ("el|un? dia despues|siguiente de|del|a <day>", day_builders.days_after(1)),
    ("el|un? dia antes|anterior de|del|a <day>", day_builders.days_after(-1)),
    ("la? semana despues|siguiente de|del|a <day>", day_builders.week_beside(1)),
    ("la? semana antes|anterior de|del|a <day>", day_builders.week_beside(-1)),
    ("el? <weekday> despues de|del <day>", day_builders.weekday_after),
    ("el? <weekday> antes de|del <day>", day_builders.weekday_before),
    ("<length> despues de|del <day>", date_builders.counted_after),
    ("<length> antes de|del <day>", date_builders.counted_before),
    ("la? semana que empieza|comienza|inicia|arranca|va el|del? <day>", day_builders.week_of),
    ("de|del|desde|entre? <day> a|al|hasta|y|- el? <day>", date_builders.span),
    ("<day> a|al|hasta|- el? <mday>", date_builders.span_to_number),
    (f"{_MOVED} .. de|del|desde <day> a|al|para|hasta <day>", date_builders.last_day),
    (
        f"{_MOVED} .. de|del|desde <day> a? <clock> a|al|para|hasta el? <day>",
        lambda _first, _clock, last: date_builders.last_day(_first, last),
    ),
    ("de aqui a|al|hasta <day>", date_builders.span_from_now),
    ("despues|pasado de|del? <day>", date_builders.day_bound("after", beyond=True)),
    ("a? partir de|del <day>", date_builders.day_bound("after", last=False)),
    ("desde <day>", date_builders.day_bound("after", last=False)),
    ("desde <day> en adelante", date_builders.day_bound("after", last=False)),
    ("<day> en adelante", date_builders.day_bound("after", last=False)),
    ("<day> o despues|mas tarde?", date_builders.day_bound("after")),
    ("no antes de|del? <day>", date_builders.day_bound("after", last=False)),
    ("antes de|del? <day>", date_builders.day_bound("before", last=False, beyond=True)),
    ("hasta de|del? <day>", date_builders.day_bound("before")),
    ("no|a mas tarde|tardar de|del|que? <day>", date_builders.day_bound("before")),
    (f"{_NOT} para|en|que|sea|este? <day>", kept("not_day")),
    ("ni <day>", kept("not_day")),
    ("cualquier dia? menos|excepto|salvo <day>", kept("not_day")),
    ("=no =puedo|podemos|podre =ir|venir|hacerlo? para|en? <day>", kept("not_day")),
    ("en vez|lugar de|del <day>", kept("not_day")),
)

_DELAY = "retrasar|retrasalo|retrasala|retrasarlo|retrasarla|retrasenlo|retraselo|atrasalo|atrasarlo|aplazalo"
# what is said of a time spoken of before
SHIFTS = table(
    "later or earlier than what was spoken of",
    "no el lunes, sino al día siguiente",
    ("al dia siguiente", lambda: date_builders.shift_by(1, (1, "day"))),
    (
        f"={_DELAY} =mi|la|el? =cita|reserva|masaje|facial? unos|una? <length>",
        lambda span: date_builders.shift_by(1, span),
    ),
)
