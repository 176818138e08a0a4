"""Spanish phrases for days, weeks and months."""

from shared_lib.agent.language import calendar, counted, dated, numbered, reach
from shared_lib.agent.language.grammar import Readings, Table

from .holidays import HOLIDAYS


def _part(part: str) -> dict[str, object]:
    """De la tarde: a part of the day, which may settle an hour beside it."""
    return {"part": part, "part_said": part}


_OF = "por|en|de|a|durante|x"
NAMED_PARTS: Table = (
    ("=mas|muy|demasiado|tan|es|hizo|hace tarde", counted.marked("late")),
    (
        "=llego|llegare|llegamos|llegaremos|llegar|llegando|voy|vamos|ando algo|un|poco? poco? tarde",
        counted.marked("late"),
    ),
    (
        "buenos|buenas|buen|feliz|linda|lindo dias|tardes|noches|dia|tarde|noche|semana|weekend",
        counted.marked("greeting"),
    ),
    (
        "que pase|tenga|pases|tengas|pasen un|una? buen|buena|lindo|linda|excelente? dia|tarde|noche",
        counted.marked("farewell"),
    ),
    ("hasta mañana|luego|pronto", counted.marked("farewell")),
    ("esta mañana", lambda: {"day": calendar.ahead(0), **_part("morning")}),
    ("hoy =a|por|en|de? la mañana", lambda: {"day": calendar.ahead(0), **_part("morning")}),
    ("hoy|esta a|por|en|de? la? <part>", lambda part: {"day": calendar.ahead(0), **_part(part)}),
    (f"{_OF} la|las mañana|mañanas", lambda: _part("morning")),
    ("=<weekday>|mañana a|en primera hora", lambda: _part("morning")),
    ("a? primera hora|horas de? la? mañana?", lambda: _part("morning")),
    ("a? ultima hora|horas de? la? tarde?", lambda: _part("evening")),
    ("de madrugada", lambda: _part("morning")),
    (f"{_OF} la madrugada", lambda: _part("morning")),
    ("de la noche", lambda: _part("night")),
    (f"{_OF} la|las <part>", _part),
    ("la mañana =de|del =el|este? =<weekday>|<mday>|<nth>|mañana|hoy", lambda: _part("morning")),
    ("tarde noche", lambda: _part("evening")),
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
RELATIVE: Table = (
    ("hoy dia?", dated.day(calendar.ahead(0))),
    ("hoy|ahora mismo", dated.day(calendar.ahead(0))),
    ("en este momento|instante", dated.day(calendar.ahead(0))),
    ("ahora|ahorita|ya mismo|mismito", dated.day(calendar.ahead(0))),
    ("mas tarde hoy", dated.day(calendar.ahead(0))),
    ("el? mañana", dated.day(calendar.ahead(1))),
    ("el? dia de mañana", dated.day(calendar.ahead(1))),
    ("pasado mañana", dated.day(calendar.ahead(2))),
    ("ayer|anteayer|anoche", counted.marked("past")),
    ("el|la? <weekday>|semana|mes|año pasado|pasada|anterior", counted.marked("past")),
    ("esta semana", dated.day(calendar.week(0))),
    (f"{_LEFT} de? la|esta? semana", dated.day(calendar.week(0))),
    (f"{_LEFT} del dia", dated.day(calendar.ahead(0))),
    (f"{_LEFT} de|del este? mes", dated.day(calendar.month_part(None, 1, 31))),
    ("la semana actual", dated.day(calendar.week(0))),
    (f"la? {_NEXT} semana", dated.day(calendar.week(1))),
    (f"la? semana {_COMES}", dated.day(calendar.week(1))),
    (f"la? semana {_NEXT}", dated.day(calendar.week(1))),
    ("en|de|a la otra semana", dated.day(calendar.week(1))),
    ("la? semana despues|siguiente de|a la? proximo|siguiente", dated.day(calendar.week(2))),
    *(
        (f"a? {place} de|del? {which} {after}", dated.day(calendar.week(weeks, *days)))
        for place, days in _PLACES.items()
        for which, after, weeks in _WEEKS
    ),
    ("mas tarde en? esta semana", dated.day(calendar.week(0, 3, 6))),
    ("entre semana", dated.day(calendar.week(0, 0, 4))),
    ("este|el|al|para|durante? weekend", dated.day(calendar.week(0, 5, 6))),
    ("el? <nth> weekend de <month>", dated.weekend_of_month),
    ("el? ultimo weekend de <month>", lambda month: dated.weekend_of_month(-1, month)),
    ("el? ultimo weekend del mes", lambda: dated.weekend_of_month(-1)),
    (f"el? {_NEXT} weekend", dated.day(calendar.week(1, 5, 6))),
    (f"el? weekend {_COMES}", dated.day(calendar.week(1, 5, 6))),
    ("el? weekend proximo|siguiente", dated.day(calendar.week(1, 5, 6))),
    ("el? año que viene", dated.day(calendar.year(1))),
    ("el? proximo año", dated.day(calendar.year(1))),
    ("este año", dated.day(calendar.year(0))),
    ("a? final|finales|fines de|del este? año", dated.day(calendar.month_part(12, 15, 31))),
    ("a? principios|comienzos|inicios de|del año", dated.day(calendar.month_part(1, 1, 31))),
    ("este mes", dated.day(calendar.month_part(None, 1, 31))),
    (f"el? mes {_COMES}", dated.day(calendar.month_part(None, 1, 31, 1))),
    (f"el? {_NEXT} mes", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("el? mes proximo|siguiente|entrante", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("a? fin|fines|final|finales de|del este? mes", dated.day(calendar.month_part(None, 21, 31))),
    ("a? mediados de|del este? mes", dated.day(calendar.month_part(None, 11, 20))),
    ("a? principios|comienzos|inicios de|del mes que viene", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("a? principios|comienzos|inicios de|del proximo mes", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("a? fin|fines|final|finales de|del proximo mes", dated.day(calendar.month_part(None, 21, 31, 1))),
    ("en|dentro de? <length>", reach.in_length),
    ("de hoy|aqui en|a <number>", lambda days: reach.in_length((_eight(days), "day"))),
    ("de hoy|aqui en|a <length>", reach.in_length),
    ("hace <length>", counted.marked("past")),
    ("=los|las? proximo|siguientes <length>", reach.whole_next),
    ("en|dentro|durante de? los|las proximo|siguientes <length>", reach.next_days),
    ("=los|las? <length> proximo|siguientes|siguiente", reach.whole_next),
    ("<length> a? partir|desde de? ahora|hoy", reach.in_length),
    ("las|los? <number> proximo|siguientes <unit_of_time>", lambda n, unit: reach.whole_next((n, unit))),
    (f"las|los? <length> {_COMES}", reach.whole_next),
    ("en menos|maximo de? <length>", reach.within_length),
    ("en|durante la? proximo hora", lambda: reach.within_length((1, "hour"))),
)


def _eight(days: int) -> int:
    """De hoy en ocho: Spanish counts the day itself."""
    return {8: 7, 15: 14}.get(days, days)


def _eight_from(weekday: int, days: int) -> Readings | None:
    """El lunes en ocho."""
    return reach.counted_after_weekday((_eight(days), "day"), weekday)


_MOVED = "=cambiar|mover|pasar|cambia|mueve|pasa|cambiame|cambie|cambiarla|cambiarlo|moverla|moverlo|pasarla|pasame"
WEEKDAYS: Table = (
    ("el|los? <weekday>", dated.on_weekday),
    ("este|ese <weekday>", dated.on_weekday),
    (f"el|este? {_NEXT} <weekday>", dated.weekday_in_week(1)),
    (f"el|este? <weekday> {_NEXT}", dated.weekday_in_week(1)),
    (f"el|este? <weekday> {_COMES}", dated.weekday_in_week(1)),
    *(
        (
            f"de|del|desde|entre? el? <weekday> a|al|y|-|hasta el? <weekday> ,|de? {which} {after}",
            dated.weekdays_of_week(weeks),
        )
        for which, after, weeks in _WEEKS
    ),
    *(
        (
            f"{which} {after} ,? de|del|desde|entre? el? <weekday> a|al|y|-|hasta el? <weekday>",
            dated.weekdays_of_week(weeks),
        )
        for which, after, weeks in _WEEKS
    ),
    *(
        (
            f"{_MOVED} .. de|del|desde el? =<weekday> a|al|para el? <weekday> ,|de? {which} {after}",
            dated.weekday_in_week(weeks),
        )
        for which, after, weeks in _WEEKS
    ),
    ("el|este? <weekday> en|a <number> dias?", _eight_from),
    ("el|este? <weekday> en|a <length>", lambda weekday, span: reach.counted_after_weekday(span, weekday)),
    ("el? <weekday> ,|de|en esta|la misma? semana", dated.weekday_in_week(0)),
    (f"el? <weekday> ,|de|en? la? {_NEXT} semana", dated.weekday_in_week(1)),
    (f"el? <weekday> ,|de|en? la? semana {_COMES}", dated.weekday_in_week(1)),
    (f"el? <weekday> ,|de|en? la? semana {_NEXT}", dated.weekday_in_week(1)),
    (f"la? semana {_COMES} ,|el|al? =dia? <weekday>", dated.weekday_in_week(1)),
    (f"la? {_NEXT} semana ,? el|al? <weekday>", dated.weekday_in_week(1)),
    ("en|dentro de? <length> ,? el? <weekday>", dated.weekday_near),
    ("un|algun|cualquier <weekday> de|en <month>", lambda weekday, month: dated.nth_of_month(1, weekday, month)),
    ("el? proximo mes ,? un|algun|cualquier <weekday>", lambda weekday: dated.nth_of_next_month(1, weekday)),
    (f"el? mes {_COMES} ,? un|algun|cualquier <weekday>", lambda weekday: dated.nth_of_next_month(1, weekday)),
    ("un|algun|cualquier <weekday> del mes que viene", lambda weekday: dated.nth_of_next_month(1, weekday)),
    ("un|algun|cualquier <weekday> del proximo mes", lambda weekday: dated.nth_of_next_month(1, weekday)),
    ("el? <weekday> despues del|de proximo", dated.weekday_after_next),
    ("<length> despues|desde|a|partir del|de|el <weekday>", reach.counted_after_weekday),
)

DAYS: Table = (*HOLIDAYS, *RELATIVE, *WEEKDAYS)

# what may be a day where nothing better was found
LOOSE: Table = (
    ("el? mismo <day>", counted.kept("day")),
    ("mismo <day>", counted.kept("day")),
    ("en|durante|para|de|todo? <month>", dated.part_of_month(1, 31)),
    ("a? principios|comienzos|inicios|principio de <month>", dated.part_of_month(1, 10)),
    ("a? mediados de <month>", dated.part_of_month(11, 20)),
    ("a? finales|fines|final|fin de <month>", dated.part_of_month(21, 31)),
    ("el? proximo <month>", dated.part_of_month(1, 31)),
    ("=<clock>|<hour>|<part_said> del <mday>", numbered.of_this_month),
)

# runs over days already found
_NOT = "no|nunca|jamas|menos|excepto|salvo"
_CAN = "puedo|puede|podemos|podre|podria|me|nos|va|vale|es|sirve|esta|hay|viene|queda|conviene|posible|quiero"
_AM = "estoy|estamos|estare|estaremos|ando|voy|vamos|tengo"
_BUSY = "ocupado|ocupada|ocupados|fuera|viaje|vacaciones|liado|liada|trabajando|compromiso|compromisos|enfermo|enferma"
_WAS = "fui|fuimos|estuve|estuvimos|vine|vinimos|llame|pague|reserve|hice"
DAY_JOINS: Table = (
    (f"<day> ,? yo? no|nunca|tampoco me|nos|lo? {_CAN}", counted.kept("not_day")),
    ("<day> ,? no|nunca tengo|tenemos|hay tiempo|rato|hueco|forma", counted.kept("not_day")),
    ("<day> ,? no =,|.|!|pero|mejor|sino", counted.kept("not_day")),
    (f"<day> ,? ya? {_AM} de|en|un|una? {_BUSY}", counted.kept("not_day")),
    (f"<day> ={_AM} =de|en? ={_BUSY} =<bound>", counted.kept("day")),
    ("<day> trabajo|trabajamos", counted.kept("not_day")),
    ("<day> =trabajo|trabajamos =<bound>", counted.kept("day")),
    ("<day> ,? no estoy|estare|estamos|estaremos|voy|vamos", counted.kept("not_day")),
    ("<day> ,? =no =estoy|estare|estamos =ocupado|ocupada|ocupados", counted.kept("day")),
    ("<day> es? imposible|complicado|dificil", counted.kept("not_day")),
    ("no me|nos viene|va|sirve|conviene|queda|vale bien? el|la? <day>", counted.kept("not_day")),
    ("=no =vuelvo|regreso|estoy|llego|volvemos hasta el? <day>", reach.day_bound("after", last=False)),
    ("=fue|era|fueron el|la? <day>", counted.marked("past")),
    (f"={_AM} =de? ={_BUSY} el|en|para? <day>", counted.kept("not_day")),
    (f"={_BUSY} =en|de? hasta el|del? <day>", reach.day_bound("after")),
    (
        "=no =estoy|estare|estamos|estaremos =aqui|en|disponible? =la? =ciudad|casa? hasta el? <day>",
        reach.day_bound("after"),
    ),
    ("=vuelvo|regreso|volvemos|regresamos|vuelva|regrese el|de? <day>", reach.day_bound("after", last=False)),
    (f"={_WAS} =ahi|alli|con|por|en? =ustedes|el|la? el|la? <day>", counted.marked("past")),
    ("<day> temprano|tempranito", lambda day: {"day": day, **_part("morning")}),
    ("al|el? dia siguiente de|a|del? <day>", dated.days_after(1)),
    ("el|un? dia despues|siguiente de|del|a <day>", dated.days_after(1)),
    ("el|un? dia antes|anterior de|del|a <day>", dated.days_after(-1)),
    ("la? semana despues|siguiente de|del|a <day>", dated.week_beside(1)),
    ("la? semana antes|anterior de|del|a <day>", dated.week_beside(-1)),
    ("el? <weekday> despues de|del <day>", dated.weekday_after),
    ("el? <weekday> antes de|del <day>", dated.weekday_before),
    ("<length> despues de|del <day>", reach.counted_after),
    ("<length> antes de|del <day>", reach.counted_before),
    ("<length> a? partir de|del <day>", reach.counted_after),
    ("la? semana de|del? <day>", dated.week_of),
    ("la? semana de|del <day> a|al|hasta <day>", reach.span),
    ("la? semana que empieza|comienza|inicia|arranca|va el|del? <day>", dated.week_of),
    ("la? semana a partir de|del <day>", dated.week_of),
    ("de|del|desde|entre? <day> a|al|hasta|y|- el? <day>", reach.span),
    ("<day> a|al|hasta|- <day>", reach.span),
    ("<day> a|al|hasta|- el? <mday>", numbered.span_to_number),
    (f"{_MOVED} .. de|del|desde <day> a|al|para|hasta <day>", reach.last_day),
    (
        f"{_MOVED} .. de|del|desde <day> a? <clock> a|al|para|hasta el? <day>",
        lambda _first, _clock, last: reach.last_day(_first, last),
    ),
    ("de aqui a|al|hasta <day>", reach.span_from_now),
    ("desde|de? hoy|ahora hasta <day>", reach.span_from_now),
    ("<day> durante|por <length>", reach.span_for),
    ("despues|pasado de|del? <day>", reach.day_bound("after")),
    ("a? partir de|del <day>", reach.day_bound("after", last=False)),
    ("desde <day>", reach.day_bound("after", last=False)),
    ("desde <day> en adelante", reach.day_bound("after", last=False)),
    ("<day> en adelante", reach.day_bound("after", last=False)),
    ("<day> o despues|mas tarde?", reach.day_bound("after")),
    ("no antes de|del? <day>", reach.day_bound("after", last=False)),
    ("antes de|del? <day>", reach.day_bound("before", last=False)),
    ("hasta de|del? <day>", reach.day_bound("before")),
    ("no|a mas tarde|tardar de|del|que? <day>", reach.day_bound("before")),
    (f"{_NOT} para|en|que|sea|este? <day>", counted.kept("not_day")),
    ("ni <day>", counted.kept("not_day")),
    ("si no <day>", counted.kept("day")),
    ("cualquier dia? menos|excepto|salvo <day>", counted.kept("not_day")),
    ("=no =puedo|podemos|podre =ir|venir|hacerlo? para|en? <day>", counted.kept("not_day")),
    ("en vez|lugar de|del <day>", counted.kept("not_day")),
)

# what is said of a time spoken of before
SHIFTS: Table = (
    ("<length> mas tarde", lambda span: reach.shift_by(1, span)),
    ("<length> mas temprano|pronto", lambda span: reach.shift_by(-1, span)),
    ("al dia siguiente", lambda: reach.shift_by(1, (1, "day"))),
    ("<length> despues", lambda span: reach.shift_by(1, span)),
    ("<length> antes", lambda span: reach.shift_by(-1, span)),
)
