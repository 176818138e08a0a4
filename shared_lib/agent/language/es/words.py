"""Spanish words for numbers, days, months and parts of the day, without the accents that people leave out."""

import re
from typing import Any

from shared_lib.agent.language import lexicon as lists
from shared_lib.agent.language import spelling
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.spelling import DAY_DIGITS, MONTH_DIGITS

LETTER_VARIANTS = str.maketrans("áéíóúü", "aeiouu")

NUMBERS = """
    un uno una / dos / tres / cuatro / cinco / seis / siete / ocho / nueve / diez / once / doce / trece / catorce
    quince / dieciseis / diecisiete / dieciocho / diecinueve / veinte / veintiuno veintiuna veintiun / veintidos
    veintitres / veinticuatro / veinticinco / veintiseis / veintisiete / veintiocho / veintinueve
"""
TENS = "veinte / treinta / cuarenta / cincuenta / sesenta / setenta / ochenta / noventa"
HUNDREDS = "cien ciento"
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
    "minute": "minuto minutos minutito minutitos min mins",
    "hour": "hora horas hr hrs horita",
    "day": "dia dias",
    "week": "semana semanas",
    "month": "mes meses",
}
PARTS = {"afternoon": "tarde tardes tardecita", "evening": "noche noches nochecita"}

# other spellings -> the word that the tables use
SPELLINGS = alike("""
    mañana manana maniana mannana mñn mñna mañanita mñana
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
CORRECTABLE = (
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
NOT_MISSPELT = frozenset({"semanas", "reservas", "cambia", "reservo", "cancelo", "semanal", "siguientes", "cambio"})
RESPELLINGS = (
    (re.compile(r"^(\W*no) (?=(?:mejor|m[aá]s bien)\b)", re.IGNORECASE), r"\1, "),  # no, rather
    *spelling.pictures("masaje", "corte", "manicura", "facial", "afeitado", yes="sí", no="no", thanks="gracias"),
    # 1ro, 3er, and 1º and 2ª, whose small letters are plain ones by now; º marks them all
    (re.compile(r"(?<=\d)(?:\.?o|r[oa]|er|d[oa]|t[oa]|m[oa]|v[oa]|n[oa])\b", re.IGNORECASE), " º"),
    (re.compile(r"(?<=\d)\.?a(?= (?:semana|quincena|mitad)\b)", re.IGNORECASE), " º"),
    (re.compile(r"(?<=\d): (?=\d\d\b)"), ":"),
    (re.compile(r"\balas?(?= \d)", re.IGNORECASE), "a las"),
    (re.compile(r"(?<=\w) no\s*$", re.IGNORECASE), " no."),  # `el viernes no`: what ends so is refused
    *spelling.AM_PM,
    # 5-5-2026, el 3-3, 17-2 and 1.3.2026 are days; 5-7 may be hours
    (re.compile(rf"(?<![\d.:/-]){DAY_DIGITS}([-.]){MONTH_DIGITS}\2(\d{{4}}|\d\d)(?![\d:])"), r"\1/\3/\4"),
    (re.compile(rf"\b(el|día|dia) {DAY_DIGITS}-{MONTH_DIGITS}(?![\d:/-]|\s*de\b)", re.IGNORECASE), r"\1 \2/\3"),
    (
        re.compile(rf"(?<![\d.:/-])(1[3-9]|2[5-9]|3[01])-{MONTH_DIGITS}(?![\d:/-]|\s*(?:de\b|[ap]m\b))", re.IGNORECASE),
        r"\1/\2",
    ),
    (re.compile(r"\bmedio\s?-?\s?d[ií]a\b", re.IGNORECASE), "mediodia"),
    (re.compile(r"\bmedia\s?-?\s?noche\b", re.IGNORECASE), "medianoche"),
    (re.compile(r"\b(fin|fines) de semana\b", re.IGNORECASE), "weekend"),
    (re.compile(r"(?<=\d)\s?(?:hs|hrs)\b\.?", re.IGNORECASE), " horas"),
)


def lexicon() -> dict[str, dict[str, Any]]:
    """Return the readings of each word, by kind."""
    return lists.lexicon(
        lists.zeros("cero"),
        lists.numbers(NUMBERS),
        lists.tens(TENS),
        lists.hundreds(HUNDREDS),
        lists.ranked("nth", NTH),
        lists.ranked("weekday", WEEKDAYS, first=0),
        lists.ranked("month", MONTHS),
        lists.grouped("unit_of_time", LENGTHS),
        lists.grouped("part", PARTS),
        lists.halves(),
    )
