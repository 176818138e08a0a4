"""Which language a text is in, by its script and its commonest words."""

import re

from .grammar import words

ENGLISH = "en"
_HEBREW, _CYRILLIC, _LATIN = re.compile("[\u05d0-\u05ea]"), re.compile("[Ѐ-ӿ]"), re.compile("[a-z]", re.IGNORECASE)
_UKRAINIAN_LETTERS = re.compile("[іїєґ]", re.IGNORECASE)
_RUSSIAN_LETTERS = re.compile("[ыэёъ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

# words that only one of two neighbours has, and words too common in Spanish to be met by chance
_UKRAINIAN = words("""
    так дякую що де коли можна хочу треба завтра годині година мене чи та ще добрий будь ласка
""")
_RUSSIAN = words("""
    да спасибо что где когда можно хочу нужно завтра часов час меня или и еще пожалуйста здравствуйте
""")
_SPANISH = words("""
    hola gracias quiero quisiera una un el la los las de para por favor con mañana tarde noche hoy cita
    reservar lunes martes miércoles miercoles jueves viernes sábado sabado domingo próximo proximo semana
    cuánto cuanto cuesta dónde donde sí qué que hora horas masaje puedo tengo necesito cancelar cambiar
    buenos buenas días dias adiós es en y antes después desde hasta medio cuarto mes año enero febrero marzo
    abril mayo junio julio agosto septiembre octubre noviembre diciembre pasado esta este siguiente mediodía
    medianoche
""")
_SPANISH_LETTERS = re.compile("[ñ¿¡]")


def recognised(text: str, given: str | None) -> str:
    """Return the language's two letters: the one given, else the one recognised, English where nothing tells."""
    if given:
        return given
    scripts = {script: len(pattern.findall(text)) for script, pattern in (("he", _HEBREW), ("cyrillic", _CYRILLIC))}
    script, letters = max(scripts.items(), key=lambda found: found[1])
    if letters and letters >= len(_LATIN.findall(text)):
        return _slavic(text) if script == "cyrillic" else script
    return _latin(text)


def _slavic(text: str) -> str:
    words = set(_WORD.findall(text.lower()))
    ukrainian = len(_UKRAINIAN_LETTERS.findall(text)) + len(words & _UKRAINIAN - _RUSSIAN)
    russian = len(_RUSSIAN_LETTERS.findall(text)) + len(words & _RUSSIAN - _UKRAINIAN)
    return "uk" if ukrainian > russian else "ru"


def _latin(text: str) -> str:
    words = _WORD.findall(text.lower())
    spanish = sum(word in _SPANISH for word in words) + bool(_SPANISH_LETTERS.search(text))
    return "es" if spanish and spanish * 2 >= len(words) else ENGLISH
