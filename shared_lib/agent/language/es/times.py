"""Spanish phrases for numbers, lengths and clock times."""

from shared_lib.agent.language import counted, limits, timed
from shared_lib.agent.language.clock import HALF, Clock, Window
from shared_lib.agent.language.grammar import Readings, Table
from shared_lib.agent.language.items import UNITS


def _in_a_row(nth: int) -> Readings:
    """El 1º: a day of a month, or the first of several."""
    return {"nth": nth, "mday": nth}


def _amount(*_: int) -> Readings:
    """De 100 a 200 dólares."""
    return {"amount": True}


NUMBERS: Table = (
    ("<tens> y <unit>", counted.number),
    ("<hundred> <tens>|<number>", counted.number),
    ("<mday> º", _in_a_row),
    ("un par de?", counted.said("few", 2)),
    ("unos|unas|algunos|algunas =<unit_of_time>", counted.said("few", 3)),
)

_MONEY = "%|dolares|dolar|euros|pesos|años|$|€|usd"
LENGTHS: Table = (
    ("=a|para|hasta|desde|de|antes|hacia|sobre|entre|y las|la <hour> horas|h|hora", timed.at_whole_day),
    ("<number>|<few> <unit_of_time>", counted.length),
    ("media hora", lambda: counted.length(30, "minute")),
    ("hora y media", lambda: counted.length(90, "minute")),
    ("un cuarto de hora", lambda: counted.length(15, "minute")),
    ("tres cuartos de hora", lambda: counted.length(45, "minute")),
    ("<number> hora|horas y media", lambda hours: counted.length(hours + 0.5, "hour")),
    ("<number> hora|horas y cuarto", lambda hours: counted.hours_and_minutes(hours, 15)),
    ("<number> hora|horas y|con? <number> minutos|minuto|min", counted.hours_and_minutes),
    ("una? quincena", lambda: counted.length(15, "day")),
    ("<number> personas|adultos|invitados|amigos|amigas|chicas|chicos|huespedes", counted.kept("party")),
    (
        "yo|nosotros y|con|mas <number> personas|amigos|amigas|chicas|chicos|mas|hermanas|hermanos|primas|primos",
        limits.more_come,
    ),
    (f"entre|de|desde <number> y|a|hasta <number> {_MONEY}", _amount),
    (f"el? <number> {_MONEY}", _amount),
    ("el? <number> por ciento", _amount),
    ("=vivo|vivimos|direccion|calle|avenida|domicilio =es? =en|la? <number>", _amount),
    ("=a|las|la|al <hour> =masaje|facial", timed.at),
    ("<number> =masaje|facial|manicura|pedicura|corte|cortes|tratamientos", limits.several),
    ("=somos|seremos|vamos|vendremos|venimos <number>", counted.kept("party")),
)


def _exact(hour: int, minute: int) -> Readings | None:
    """17 horas 10."""
    return timed.at_shape((hour, minute, True))


def _cipher(hour: int, minute: int, half: str | None = None) -> Readings | None:
    """Cuatro cero siete pm."""
    return timed.at_minute(hour, minute, half) if minute <= UNITS else None


def _lacking(minutes: int | tuple[float, str], hour: int, half: str | None = None) -> Readings | None:
    """Diez para las tres."""
    if isinstance(minutes, tuple):
        return timed.to_length(minutes, hour, half)
    return timed.round_to(minutes, hour, half)


_CAN = "puedo|puede|podemos|podre|podria|va|vale|sirve|viene|queda|conviene|bien|quiero"
_LAS = "la|las"
_QUARTER, _HALF = "cuarto", "media"
_HOUR = "<hour>"

# what can only be a time
CLOCKS: Table = (
    ("<hm> h|horas? <half>?", timed.at_shape),
    ("<hm> <half>?", timed.at_shape),
    ("<compact> <half>", timed.at_shape),
    ("<compact> horas|h", timed.at_shape),
    (f"{_LAS}? <hour> <half>", timed.at),
    (f"{_LAS}? <hour> y? <minute> <half>", timed.at_minute),
    (f"{_LAS}? <hour> cero|0 <number> <half>?", _cipher),
    (f"{_LAS}? <hour> y? <unit> <half>", _cipher),
    (f"{_LAS}? <hour> en punto <half>?", timed.at),
    (f"{_LAS}? <hour> y pico <half>?", timed.rough(timed.at)),
    ("<hour> h", timed.at_whole_day),
    ("<hour> h|horas con? <minute>", _exact),
    ("=el|al|a|del|para|hasta|desde|de|hacia|sobre|sin|son mediodia", timed.fixed(12)),
    ("mediodia", timed.fixed(12)),
    ("las? 12|doce del mediodia|dia", timed.fixed(12)),
    ("la|a|de|hasta|para? medianoche", timed.fixed(0)),
    ("las? 12|doce de|por la noche", timed.fixed(0)),
    (f"{_LAS}? <hour> y {_HALF} <half>?", timed.minutes_past(30)),
    (f"{_LAS}? <hour> y {_QUARTER} <half>?", timed.minutes_past(15)),
    (f"{_LAS}? <hour> menos {_QUARTER} <half>?", timed.minutes_to(15)),
    (f"{_LAS}? <hour> y cinco|5 minutos? <half>?", lambda hour, half: timed.at_minute(hour, 5, half)),
    (f"entre {_LAS}? <hour> y {_LAS}? <hour> <half>?", timed.window),
    (f"=entre {_LAS}? <hour> =y ={_LAS}? =<hour> =y|menos|en|<minute>", timed.at),
    (f"{_LAS}? <hour> y|con <minute> minutos? <half>?", timed.at_minute),
    (f"{_LAS} <hour> <minute>", timed.at_minute),
    (f"{_LAS}? <hour> menos <number> minutos? <half>?", lambda hour, minutes, half: timed.to(minutes, hour, half)),
    (f"un? {_QUARTER} para las|la <hour> <half>?", timed.minutes_to(15)),
    ("faltan|faltando? <number>|<length> minutos? para las|la <hour> <half>?", _lacking),
    ("<tens>|<minute>|<number> para las|la <hour> <half>?", _lacking),
    ("la? hora de? del? almuerzo|almorzar|comer|comida", timed.soft_window(13, 15)),
    ("al|en? el? almuerzo", timed.soft_window(12, 14)),
    ("despues del|de almuerzo|almorzar|comer|comida", timed.soft_window(14, 17)),
    ("antes del|de almuerzo|almorzar|comer|comida", timed.open_until(12)),
    ("despues|saliendo|salir del|de|la trabajo|trabajar|oficina|curro|laburo", timed.open_from(17)),
    ("cuando salga|salgo del|de trabajo|trabajar", timed.open_from(17)),
    ("antes del|de|la trabajo|trabajar|oficina", timed.open_until(9)),
    ("despues del|de|la colegio|escuela", timed.soft_window(15, 21)),
)


_TO = "a|hasta|y|-|e"
_MOVED = "=cambiar|mover|pasar|cambia|mueve|pasa|cambiame|cambie|cambiarla|cambiarlo|moverla|moverlo|pasarla|pasame"
# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS: Table = (
    (f"{_MOVED} .. de|desde {_LAS} <hour> a|para|hasta {_LAS} <hour> <half>?", timed.last_hour),
    (f"=entre|de|desde|- {_LAS}? <hour> {_TO} {_LAS}? <hour> <half>?", timed.window),
    (f"entre|de|desde {_LAS}? <hour> {_TO} {_LAS}? <hour> <half>?", timed.window),
    (f"{_LAS} <hour> a|hasta|- {_LAS}? <hour> <half>?", timed.window),
    (f"=entre|de|desde {_LAS}? <hour> <minute> =a|hasta|y|-", timed.at_minute),
    ("=a|al las|la? <hour>", timed.at),
    ("=a|al las|la? <compact>", timed.at_shape),
    (f"=a|al {_LAS}? <hour> <minute>", timed.at_minute),
    ("las|la <hour> =horas?", timed.at),
    ("=hasta|sobre|hacia|tipo|desde|como|despues|antes|partir =de? <hour>", timed.at),
    ("<hour> =<part_said>", timed.at),
    ("<hour> <minute> =<part_said>", timed.at_minute),
    ("<hour> <unit> =<part_said>", _cipher),
    ("<hour> - <hour> =<day>|<part_said>", timed.window),
    ("=<day>|<part_said> ,? <hour> - <hour>", timed.window),
    ("=<day> ,? <hour>", timed.at_unless_one),
    ("=o <hour>", timed.at),
    ("<hour> o =<hour>|<clock>", timed.at),
)

# what is a time because a time was asked for
WHEN_ASKED: Table = (
    ("<hour>", timed.at),
    ("<hour> <minute>", timed.at_minute),
    ("<hour> -|a <hour>", timed.window),
    ("<compact>", timed.at_shape),
)


def _by_day(clock: Clock, part: str) -> Readings:
    """Las 2 de la mañana is as early as it says; las 12 de la mañana is noon."""
    if part == "morning" and clock.open and clock.hour == HALF:
        return {"clock": clock.on_half("pm")}
    return timed.settled(clock, part)


def _window_by_day(window: Window, part: str) -> Readings:
    """De 10 a 12 de la mañana ends at noon."""
    start, end = (_by_day(clock, part)["clock"] for clock in (window.start, window.end))
    return {"window": Window(start, end)}


JOINS: Table = (
    ("<clock> ,? <part_said>", _by_day),
    ("<clock> del|al mediodia", lambda clock: timed.settled(clock, "afternoon")),
    ("<clock> de|en la madrugada", lambda clock: timed.settled(clock, "morning")),
    ("<window> ,? <part_said>", _window_by_day),
    ("no|menos|salvo|excepto a|en? las? <clock>", counted.marked("refused")),
    ("si no hay|tienen|puede|se? puede? a? las? <clock>", counted.marked("refused")),
    ("no|menos|salvo|excepto a|por|en|de? la? <part_said>", timed.not_in_part),
    ("<part_said> ,? no =,|.|!|puedo|podemos", timed.not_in_part),
    ("<clock> ,? no =,|.|!|pero|mejor|sino", counted.marked("refused")),
    (f"<clock> ,? no|nunca|tampoco me|nos|lo? {_CAN}", counted.marked("refused")),
    (f"antes|hasta de? las? <clock> ,? no|nunca|tampoco me|nos|lo? {_CAN}", limits.not_before),
    (f"despues|pasadas|luego|partir de? las? <clock> ,? no|nunca|tampoco me|nos|lo? {_CAN}", limits.not_after),
    ("<clock> es|seria|me? imposible|complicado|dificil", counted.marked("refused")),
    (
        "<clock> es|seria|me|se|resulta? parece|hace? muy|demasiado|un|algo poco? temprano|pronto|tarde",
        counted.marked("refused"),
    ),
    ("=ayer|anteayer|anoche <part_said>? <clock>", counted.marked("past")),
    ("fui|fuimos|estuve|estuvimos|vine|vinimos|llame a? las? <clock>", counted.marked("past")),
    ("en vez|lugar de a? las? <clock>|<part_said>", counted.marked("refused")),
    ("a eso de <clock>", timed.roughly),
    ("a? eso de =las? <clock>", timed.roughly),
    ("sobre|hacia|como|tipo|alrededor|cerca|aproximadamente|mas de|a|por? o? menos? a? <clock>", timed.roughly),
    ("<clock> mas o menos", timed.roughly),
    ("<clock> aproximadamente|aprox|masomenos", timed.roughly),
)
WINDOWS: Table = (
    (f"{_MOVED} .. de|desde <clock> a|para|hasta <clock>", timed.last_clock),
    (f"en|de|desde|entre de? {_LAS}? <clock> a|hasta|y|- a? {_LAS}? <clock>|{_HOUR}", timed.window),
    (f"de|desde|entre {_LAS}? <hour> a|hasta|y|- a? {_LAS}? <clock>", timed.window),
    (f"{_LAS}? <clock> a|hasta|- a? {_LAS}? <clock>|<hour>", timed.window),
    (f"{_LAS}? <hour> a|hasta|- {_LAS}? <clock>", timed.window),
    ("<clock> durante|por <length>", timed.window_for),
    (f"<length> antes de {_LAS}? <clock>|<hour>", timed.to_length),
    ("despues|pasadas|pasada|luego de|del? <clock>", timed.bound_after),
    ("a? partir de|del <clock>", timed.bound_after),
    ("desde <clock> en adelante", timed.bound_after),
    ("de? <clock> en adelante", timed.bound_after),
    ("desde <clock>", timed.bound_after),
    ("mas tarde de|que <clock>", timed.bound_after),
    ("no|nunca antes de|del? <clock>", timed.bound_after),
    ("<clock> o|u|y mas tarde", timed.bound_after),
    ("<clock> o|u|y despues|luego", timed.bound_after),
    ("antes|hasta de|del? <clock>", timed.bound_before),
    ("mas temprano de|que <clock>", timed.bound_before),
    ("no|nunca mas? tarde|despues de|que <clock>", timed.bound_before),
    ("<clock> como muy|maximo tarde?", timed.bound_before),
    ("como muy|maximo tarde? a? <clock>", timed.bound_before),
    ("lo mas tarde a? <clock>", timed.bound_before),
    ("a mas tardar a? <clock>", timed.bound_before),
    ("<clock> a mas tardar", timed.bound_before),
    ("<clock> o antes", timed.bound_before),
)

_ELSEWHERE = (
    "ocupado|ocupada|ocupados|trabajando|reunion|reuniones|libre|trabajo|trabajamos|oficina|escuela|colegio|cole|clase|"
    "clases|universidad|guarderia|fuera|liado|liada|viaje|turno|medico|gimnasio"
)
# what somebody cannot, or does till then, bounds a visit from the other side
LIMITS: Table = (
    (
        "=no|nunca =me|nos? =puedo|podemos|podre|podria|puede|viene|va =ir|venir|llegar|estar|bien|nada? <bound>",
        timed.flipped,
    ),
    (f"={_ELSEWHERE} <bound>", timed.flipped),
    (f"={_ELSEWHERE} =de|desde? <window>", limits.free_after),
    ("<bound> ,? yo? no|nunca|tampoco puedo|podemos|podre|podria|me|llego", timed.flipped),
    ("=salgo|termino|acabo|salimos|terminamos =del|de? =trabajo|trabajar|oficina? a? <clock>", timed.bound_after),
    ("=tengo|debo =que? =irme|salir|marcharme|volver a? <clock>", timed.bound_before),
)
