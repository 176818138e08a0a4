"""Spanish phrases for numbers, lengths and clock times."""

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.clock import FIRST_LIKELY_HOUR, HALF, Clock, Window
from shared_lib.agent.language.grammar import Readings, kept, marked, said, table
from shared_lib.agent.language.items import UNITS


def _in_a_row(nth: int) -> Readings:
    """El 1º: a day of a month, or the first of several."""
    return {"nth": nth, "mday": nth}


def _amount(*_: int) -> Readings:
    """De 100 a 200 dólares."""
    return {"amount": True}


NUMBERS = table(
    "numbers",
    "el 1º de diciembre / el 1º de diciembre / para el treinta y uno",
    ("<tens> y <unit>", time_builders.number),
    ("<mday> º", _in_a_row),
    ("un par de?", said("few", 2)),
    ("unos|unas|algunos|algunas =<unit_of_time>", said("few", 3)),
)

_MONEY = "%|dolares|dolar|euros|pesos|años|$|€|usd"


def _whole_hours(start: int, end: int) -> Readings | None:
    """De 16 a 18 horas; de 1 a 2 horas is a length."""
    return time_builders.window(start, end) if start >= FIRST_LIKELY_HOUR < end else None


LENGTHS = table(
    "lengths of time, and how many come",
    "a las 17h / a las 17h / somos tres",
    ("=a|para|hasta|desde|de|antes|hacia|sobre|entre|y las|la <hour> horas|h|hora", time_builders.at_whole_day),
    ("<number>|<few> <unit_of_time>", time_builders.length),
    ("media hora", lambda: time_builders.length(30, "minute")),
    ("hora y media", lambda: time_builders.length(90, "minute")),
    ("un cuarto de hora", lambda: time_builders.length(15, "minute")),
    ("tres cuartos de hora", lambda: time_builders.length(45, "minute")),
    ("<number> hora|horas y media", lambda hours: time_builders.length(hours + 0.5, "hour")),
    ("<number> hora|horas y cuarto", lambda hours: time_builders.hours_and_minutes(hours, 15)),
    ("<number> hora|horas y|con? <number> minutos|minuto|min", time_builders.hours_and_minutes),
    ("de|entre|desde <hour> a|y|hasta <hour> horas|hora", _whole_hours),
    ("una? quincena", lambda: time_builders.length(15, "day")),
    ("<number> personas|adultos|invitados|amigos|amigas|chicas|chicos|huespedes", kept("party")),
    (
        "yo|nosotros y|con|mas <number> personas|amigos|amigas|chicas|chicos|mas|hermanas|hermanos|primas|primos",
        time_builders.more_come,
    ),
    (f"entre|de|desde <number> y|a|hasta <number> {_MONEY}", _amount),
    (f"el? <number> {_MONEY}", _amount),
    ("el? <number> por ciento", _amount),
    ("=vivo|vivimos|direccion|calle|avenida|domicilio =es? =en|la? <number>", _amount),
    ("=a|las|la|al <hour> =masaje|facial", time_builders.at),
    ("<number> =masaje|facial|manicura|pedicura|corte|cortes|tratamientos", time_builders.several),
    ("=somos|seremos|vamos|vendremos|venimos <number>", kept("party")),
)


def _exact(hour: int, minute: int) -> Readings | None:
    """17 horas 10."""
    return time_builders.at_shape((hour, minute, True))


def _cipher(hour: int, minute: int, half: str | None = None) -> Readings | None:
    """Cuatro cero siete pm."""
    return time_builders.at_minute(hour, minute, half) if minute <= UNITS else None


def _lacking(minutes: int | tuple[float, str], hour: int, half: str | None = None) -> Readings | None:
    """Diez para las tres."""
    if isinstance(minutes, tuple):
        return time_builders.to_length(minutes, hour, half)
    return time_builders.round_to(minutes, hour, half)


_CAN = "puedo|puede|podemos|podre|podria|va|vale|sirve|viene|queda|conviene|bien|quiero"
_LAS = "la|las"
_QUARTER, _HALF = "cuarto", "media"
_HOUR = "<hour>"

# what can only be a time
CLOCKS = table(
    "clock times",
    "jue. 6 pm / a las 16:45 / a las 5y media",
    ("<hm> h|horas? <half>?", time_builders.at_shape),
    ("<compact> <half>", time_builders.at_shape),
    (f"{_LAS}? <hour> <half>", time_builders.at),
    (f"{_LAS}? <hour> cero|0 <number> <half>?", _cipher),
    (f"{_LAS}? <hour> en punto <half>?", time_builders.at),
    (f"{_LAS}? <hour> y pico <half>?", time_builders.rough(time_builders.at)),
    ("<hour> h", time_builders.at_whole_day),
    ("<hour> h|horas con? <minute>", _exact),
    ("=el|al|a|del|para|hasta|desde|de|hacia|sobre|sin|son mediodia", time_builders.fixed(12)),
    ("mediodia", time_builders.fixed(12)),
    ("las? 12|doce del mediodia|dia", time_builders.fixed(12)),
    ("la|a|de|hasta|para? medianoche", time_builders.fixed(0)),
    (f"{_LAS}? <hour> y {_HALF} <half>?", time_builders.minutes_past(30)),
    (f"{_LAS}? <hour> y {_QUARTER} <half>?", time_builders.minutes_past(15)),
    (f"{_LAS}? <hour> menos {_QUARTER} <half>?", time_builders.minutes_to(15)),
    (f"{_LAS}? <hour> y cinco|5 minutos? <half>?", lambda hour, half: time_builders.at_minute(hour, 5, half)),
    (f"entre {_LAS}? <hour> y {_LAS}? <hour> <half>?", time_builders.window),
    (f"{_LAS}? <hour> y|con <minute> minutos? <half>?", time_builders.at_minute),
    (f"{_LAS} <hour> <minute>", time_builders.at_minute),
    (
        f"{_LAS}? <hour> menos <number> minutos? <half>?",
        lambda hour, minutes, half: time_builders.to(minutes, hour, half),
    ),
    (f"un? {_QUARTER} para las|la <hour> <half>?", time_builders.minutes_to(15)),
    ("faltan|faltando? <number>|<length> minutos? para las|la <hour> <half>?", _lacking),
    ("la? hora de? del? almuerzo|almorzar|comer|comida", time_builders.soft_window(13, 15)),
    ("despues del|de almuerzo|almorzar|comer|comida", time_builders.soft_window(14, 17)),
    ("despues de la? cenar|cena", time_builders.open_from(20)),
    ("antes de la? cenar|cena", time_builders.open_until(18)),
    ("antes del|de almuerzo|almorzar|comer|comida", time_builders.open_until(12)),
    ("despues|saliendo|salir del|de|la trabajo|trabajar|oficina|curro|laburo", time_builders.open_from(17)),
    ("cuando salga|salgo del|de trabajo|trabajar", time_builders.open_from(17)),
    ("antes del|de|la trabajo|trabajar|oficina", time_builders.open_until(9)),
    ("despues del|de|la colegio|escuela", time_builders.soft_window(15, 21)),
)


_TO = "a|hasta|y|-|e"
_MOVED = "=cambiar|mover|pasar|cambia|mueve|pasa|cambiame|cambie|cambiarla|cambiarlo|moverla|moverlo|pasarla|pasame"
# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS = table(
    "hours that are told by what stands beside them",
    "ayer a las 3 / antes de las 4 / mañana 4",
    (f"{_MOVED} .. de|desde {_LAS} <hour> a|para|hasta {_LAS} <hour> <half>?", time_builders.last_hour),
    (f"=entre|de|desde|- {_LAS}? <hour> {_TO} {_LAS}? <hour> <half>?", time_builders.window),
    ("=a|al las|la? <hour>", time_builders.at),
    ("=a|al las|la? <compact>", time_builders.at_shape),
    ("las|la <hour> =horas?", time_builders.at),
    ("=hasta|sobre|hacia|tipo|desde|como|despues|antes|partir =de? <hour>", time_builders.at),
    ("<hour> =<part_said>", time_builders.at),
    ("<hour> <unit> =<part_said>", _cipher),
    ("=<day>|<part_said> ,? <hour> - <hour>", time_builders.window),
    ("=<day> ,? <hour>", time_builders.at_unless_one),
    ("=o <hour>", time_builders.at),
)

# what is a time because a time was asked for
WHEN_ASKED = table(
    "times, because a time was asked for",
    "time: tres / time: tres treinta",
    ("<hour>", time_builders.at),
    ("<hour> <minute>", time_builders.at_minute),
)


def _by_day(clock: Clock, part: str) -> Readings:
    """Las 2 de la mañana is as early as it says; las 12 de la mañana is noon."""
    if part == "morning" and clock.open and clock.hour == HALF:
        return {"clock": clock.on_half("pm")}
    return time_builders.in_part(clock, part)


def _window_by_day(window: Window, part: str) -> Readings:
    """De 10 a 12 de la mañana ends at noon."""
    start, end = (_by_day(clock, part)["clock"] for clock in (window.start, window.end))
    return {"window": Window(start, end)}


JOINS = table(
    "clock times with a part of the day, refused ones, past ones",
    "como a las 6 / por la mañana no / a eso de las cinco",
    ("<clock> ,? <part_said>", _by_day),
    ("<clock> del|al mediodia", lambda clock: time_builders.in_part(clock, "afternoon")),
    ("<window> ,? <part_said>", _window_by_day),
    ("no|menos|salvo|excepto a|en? las? <clock>", marked("refused")),
    ("si no hay|tienen|puede|se? puede? a? las? <clock>", marked("refused")),
    ("no|menos|salvo|excepto a|por|en|de? la? <part_said>", time_builders.not_in_part),
    ("<part_said> ,? no =,|.|!|puedo|podemos", time_builders.not_in_part),
    ("<clock> ,? no =,|.|!|pero|mejor|sino", marked("refused")),
    (f"<clock> ,? no|nunca|tampoco me|nos|lo? {_CAN}", marked("refused")),
    (f"antes|hasta de? las? <clock> ,? no|nunca|tampoco me|nos|lo? {_CAN}", time_builders.not_before),
    (f"despues|pasadas|luego|partir de? las? <clock> ,? no|nunca|tampoco me|nos|lo? {_CAN}", time_builders.not_after),
    ("<clock> es|seria|me? imposible|complicado|dificil", marked("refused")),
    (
        "<clock> es|seria|me|se|resulta? parece|hace? muy|demasiado|un|algo poco? temprano|pronto|tarde",
        marked("refused"),
    ),
    ("fui|fuimos|estuve|estuvimos|vine|vinimos|llame a? las? <clock>", marked("past")),
    ("en vez|lugar de a? las? <clock>|<part_said>", marked("refused")),
    ("a eso de <clock>", time_builders.roughly),
    ("sobre|hacia|como|tipo|alrededor|cerca|aproximadamente|mas de|a|por? o? menos? a? <clock>", time_builders.roughly),
    ("<clock> mas o menos", time_builders.roughly),
    ("<clock> aproximadamente|aprox|masomenos", time_builders.roughly),
)
WINDOWS = table(
    "time ranges and open ends",
    "antes de las 4 / a partir de las 5 / no antes de las 3",
    (f"en|de|desde|entre de? {_LAS}? <clock> a|hasta|y|- a? {_LAS}? <clock>|{_HOUR}", time_builders.window),
    (f"de|desde|entre {_LAS}? <hour> a|hasta|y|- a? {_LAS}? <clock>", time_builders.window),
    (f"{_LAS}? <clock> a|hasta|- a? {_LAS}? <clock>|<hour>", time_builders.window),
    (f"<length> antes de {_LAS}? <clock>|<hour>", time_builders.to_length),
    ("despues|pasadas|pasada|luego de|del? <clock>", time_builders.bound_after),
    ("a? partir de|del <clock>", time_builders.bound_after),
    ("desde <clock> en adelante", time_builders.bound_after),
    ("de? <clock> en adelante", time_builders.bound_after),
    ("desde <clock>", time_builders.bound_after),
    ("mas tarde de|que <clock>", time_builders.bound_after),
    ("no|nunca antes de|del? <clock>", time_builders.bound_after),
    ("<clock> o|u|y mas tarde", time_builders.bound_after),
    ("antes|hasta de|del? <clock>", time_builders.bound_before),
    ("no|nunca mas? tarde|despues de|que <clock>", time_builders.bound_before),
    ("<clock> como muy|maximo tarde?", time_builders.bound_before),
    ("a mas tardar a? <clock>", time_builders.bound_before),
    ("<clock> o antes", time_builders.bound_before),
)

_ELSEWHERE = (
    "ocupado|ocupada|ocupados|trabajando|reunion|reuniones|libre|trabajo|trabajamos|oficina|escuela|colegio|cole|clase|"
    "clases|universidad|guarderia|fuera|liado|liada|viaje|turno|medico|gimnasio"
)
_BUSY = _ELSEWHERE.replace("libre|", "")
# what somebody cannot, or does till then, bounds a visit from the other side
BUSY_TIMES = table(
    "hours at which somebody is busy",
    "trabajo de 9 a 5 / trabajo hasta las 6 / tengo que irme a las 6",
    (
        "=no|nunca =me|nos? =puedo|podemos|podre|podria|puede|viene|va =ir|venir|llegar|estar|bien|nada? <bound>",
        time_builders.flipped,
    ),
    (f"={_ELSEWHERE} <bound>", time_builders.flipped),
    (f"={_BUSY} =de|desde? <window>", time_builders.free_after),
    (
        "=salgo|termino|acabo|salimos|terminamos =del|de? =trabajo|trabajar|oficina? a? <clock>",
        time_builders.bound_after,
    ),
    ("=tengo|debo =que? =irme|salir|marcharme|volver a? <clock>", time_builders.bound_before),
)
