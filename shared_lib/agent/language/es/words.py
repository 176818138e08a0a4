"""Spanish words for numbers, days, months and parts of the day, without the accents that people leave out."""

import re
from collections.abc import Iterator
from typing import Any

from shared_lib.agent.language import halves
from shared_lib.agent.language.inflection import alike, numbered
from shared_lib.agent.language.items import UNITS, numeral

LETTERS = str.maketrans("áéíóúü", "aeiouu")

NUMBERS = """
    un uno una / dos / tres / cuatro / cinco / seis / siete / ocho / nueve / diez / once / doce / trece / catorce
    quince / dieciseis / diecisiete / dieciocho / diecinueve / veinte / veintiuno veintiuna veintiun / veintidos
    veintitres / veinticuatro / veinticinco / veintiseis / veintisiete / veintiocho / veintinueve
"""
TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
HUNDREDS = {"cien": 100, "ciento": 100}
NTH = """
    primero primer primera / segundo segunda / tercero tercer tercera / cuarto cuarta / quinto quinta / sexto sexta
    septimo septima / octavo octava / noveno novena / decimo decima
"""
WEEKDAYS = """
    lunes lun lu / martes mar ma / miercoles mierc mier mie mx / jueves jue ju / viernes vie vier vi
    sabado sabados sab / domingo domingos dom
"""
MONTHS = """
    enero ene / febrero feb / marzo mzo / abril abr / mayo / junio jun / julio jul / agosto ago
    septiembre setiembre sep sept set / octubre oct / noviembre nov / diciembre dic
"""
LENGTHS = {
    "minuto": "minute",
    "minutos": "minute",
    "minutito": "minute",
    "minutitos": "minute",
    "min": "minute",
    "mins": "minute",
    "hora": "hour",
    "horas": "hour",
    "hr": "hour",
    "hrs": "hour",
    "horita": "hour",
    "dia": "day",
    "dias": "day",
    "semana": "week",
    "semanas": "week",
    "mes": "month",
    "meses": "month",
}
PARTS = {"tarde": "afternoon", "tardes": "afternoon", "tardecita": "afternoon", "noche": "evening", "noches": "evening"}

# other spellings -> the word that the tables use
SPELLINGS = alike("""
    mañana manana mannana mñn mñna mañanita mñana
    año ano
    años anos
    niño nino
    señor senor
    señora senora
    señorita senorita
    cumpleaños cumpleanos
    que q k ke
    por x
    porque xq pq
    mediodia medio-dia
    domicilio direccion
    pm p.m.
    quiero kiero quero
    quisiera quiciera kisiera
    necesito nesecito nesesito necesitaria
    gracias grasias grax grcs thanks
    proximo prox proxima proximos proximas
    este ste
    weekend finde
    cita turno turnito citas turnos
    reserva reservacion reservas reservaciones
    cero zero
    masaje masajes masage massaje
    facial faciales limpieza
    hola ola holaa holi
    ok okay okey oki okis vale dale
    cancelar canselar anular
    sabado savado
    viernes biernes
    jueves jueve
    miercoles miercole
    también tambien
""")
FORGIVEN = (
    "mañana",
    "miercoles",
    "viernes",
    "sabado",
    "domingo",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "febrero",
    "mediodia",
    "medianoche",
    "proximo",
    "siguiente",
    "semana",
    "reservar",
    "reserva",
    "cancelar",
    "cambiar",
    "quisiera",
    "tratamiento",
)
INNOCENT = frozenset({"semanas", "reservas", "cambia", "reservo", "cancelo", "semanal", "siguientes", "cambio"})
_DAY, _MONTH = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])"
RESPELT = (
    *halves.RESPELT,
    # 5-5-2026, el 3-3, 17-2 and 1.3.2026 are days; 5-7 may be hours
    (re.compile(rf"(?<![\d.:/-]){_DAY}([-.]){_MONTH}\2(\d{{4}}|\d\d)(?![\d:])"), r"\1/\3/\4"),
    (re.compile(rf"\b(el|día|dia) {_DAY}-{_MONTH}(?![\d:/-]|\s*de\b)", re.IGNORECASE), r"\1 \2/\3"),
    (
        re.compile(rf"(?<![\d.:/-])(1[3-9]|2[5-9]|3[01])-{_MONTH}(?![\d:/-]|\s*(?:de\b|[ap]m\b))", re.IGNORECASE),
        r"\1/\2",
    ),
    (re.compile(r"\bmedio\s?-?\s?d[ií]a\b", re.IGNORECASE), "mediodia"),
    (re.compile(r"\bmedia\s?-?\s?noche\b", re.IGNORECASE), "medianoche"),
    (re.compile(r"\b(fin|fines) de semana\b", re.IGNORECASE), "weekend"),
    (re.compile(r"(?<=\d)\s?(?:hs|hrs)\b\.?", re.IGNORECASE), " horas"),
)


def lexicon() -> dict[str, dict[str, Any]]:
    """Return the readings of each word, by kind."""
    words: dict[str, dict[str, Any]] = {"cero": numeral(0, two_digits=False)}
    for word, readings in _readings():
        words.setdefault(word, {}).update(readings)
    return words


def _readings() -> Iterator[tuple[str, dict[str, Any]]]:
    for n, word in numbered(NUMBERS):
        yield word, numeral(n, two_digits=n > UNITS) | ({"unit": n} if n <= UNITS else {})
    yield from ((word, {"tens": n, **numeral(n, two_digits=True)}) for word, n in TENS.items())
    yield from ((word, {"hundred": n, **numeral(n, two_digits=False)}) for word, n in HUNDREDS.items())
    yield from ((word, {"nth": n}) for n, word in numbered(NTH))
    yield from ((word, {"weekday": n - 1}) for n, word in numbered(WEEKDAYS))
    yield from ((word, {"month": n}) for n, word in numbered(MONTHS))
    yield from ((word, {"unit_of_time": unit}) for word, unit in LENGTHS.items())
    yield from ((word, {"part": part}) for word, part in PARTS.items())
    yield from ((half, {"half": half}) for half in ("am", "pm"))
