"""Which language a text is in, by its script and its commonest words."""

import re

from .contact import PARTICLES
from .grammar import words
from .items import cleaned
from .language import TABLES
from .loader import load_language

ENGLISH = "en"
_NEIGHBOURS = {"ru", "uk"}
"""Languages of which a short sentence may be either."""
OF_GUEST = frozenset({"name", "email", "phone", "code", "reference"})
"""What we ask for that tells no language."""
# letters in words of one script: one that only looks like a letter of another tells nothing
_HEBREW, _CYRILLIC = (re.compile(rf"(?<![^\W\d_])[{ends}]+(?![^\W\d_])") for ends in ("\u05d0-\u05ea", "Ѐ-ӿ"))
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_UKRAINIAN_LETTERS = re.compile("[іїєґ]|(?<=[Ѐ-ӿ])'(?=[Ѐ-ӿ])", re.IGNORECASE)
_RUSSIAN_LETTERS = re.compile("[ыэёъ]", re.IGNORECASE)
_SPANISH_LETTERS = re.compile("[ñ¿¡]", re.IGNORECASE)
_UKRAINIAN_HOUR = re.compile(r"\b(?:об?|ob?) (?=\d)", re.IGNORECASE)  # noqa: RUF001 -- Cyrillic is meant
_RUSSIAN_HOUR = re.compile(r"\b[вк]о? (?=\d)", re.IGNORECASE)  # noqa: RUF001 -- Cyrillic is meant
_TO_SOMEBODY = re.compile(r"\bдо (?=[А-ЩЄІЇҐ])")  # noqa: RUF001 -- Cyrillic: as only Ukrainian goes to a person
_YES = re.compile(r"\bтак\b", re.IGNORECASE)  # noqa: RUF001 -- Cyrillic: a Ukrainian yes, a Russian so
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_SHARE = 3  # a third of the letters decides: treatments and names stay Latin in every language

# words that only one of the two neighbours has
_UKRAINIAN = words("""
    дякую що де коли треба потрібно годині година годин години мене чи та ще добрий добре будь ласка привіт ні
    вранці ввечері вечора ранку субота суботу середа середу четвер вівторок понеділок неділя неділю завтрашній масаж
    масажу записатися запишіть можна скасувати перенести хочу хотіла хотів скільки коштує тиждень тижні після до дня
    лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня наступного наступна мій моя ти
    перший другий третій третя чверть дешевше дорожче допомога допоможіть зараз цей ця це який яка які вільний
    вільно близько котрій котра котру хвилин хвилини хвилину впевнена впевнений побачення ви обід обіду пів прийду
    дякую чоловік дружина краще стрижка поки згода скасовувати скасовуйте скасуйте картка картку картки менше більше
    долари доларів звісно звичайно записуйте переносити зупиняйся просив треба немає важливий
    головне
""") - words("хочу до дня стрижка моя та")
_RUSSIAN = words("""
    да спасибо что где когда можно нужно надо часов часа час меня мне или еще пожалуйста здравствуйте привет нет
    утром вечером днем утра вечера суббота субботу среда среду четверг вторник понедельник воскресенье пятница
    пятницу массаж массажа записаться запишите отменить перенесите хотел хотела сколько стоит неделя неделе неделю
    после сегодня февраля марта апреля мая июня июля августа сентября октября ноября декабря января следующий
    следующая
""") - words("после")
# words too common in their language to be met by chance in another; both lists leave out what both languages have
_SPANISH = words("""
    hola gracias quiero quisiera una uno un el la los las de del para por favor con mañana manana tarde noche hoy
    cita reservar reserva lunes martes miércoles miercoles jueves viernes sábado sabado domingo próximo proximo
    próxima proxima semana cuánto cuanto cuesta dónde donde sí qué que hora horas masaje puedo tengo necesito
    cancelar cambiar buenos buenas días dias día dia adiós adios es en y antes después despues desde hasta medio
    cuarto cuarta mes año enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    pasado este esta ese esa siguiente mediodía mediodia medianoche mi su se lo al muy pero como cómo cuándo cuando
    quién quien hay tiene tienen si claro bueno bien mejor soy somos eres está estan están otro otra mismo primera
    primero segunda segundo tercera tercero última ultima último ultimo más mas barato barata caro media llamo
    nombre punto arroba dos tres cuatro cinco seis siete ocho nueve diez once doce quince treinta menos cualquiera
    cualquier nada nadie ninguno ninguna ayuda ayúdame ayudame persona alguien hablar habla hablas corte pelo barba
    uñas espera perdón perdon vale sé lun mie mié jue vie sab sáb dom estoy seguro segura fin entre sin solo sólo
    ahora ya también tambien temprano pronto minutos viene que tardar partir puede podría podria quisiéramos
    gustaría gustaria confirmo correcto exacto adelante basta repite repita esposa esposo pareja ambos ustedes usted
    aquí aqui precio horario turno libre disponible sirve perfecto perfecta queda acuerdo anular
    olvídalo olvidalo olvídelo olvidelo déjalo dejalo déjelo dejelo aceptan aceptáis aceptais efectivo abren cierran
    cobran cobraron cobrado venden ofrecen cuestan afeitado manicura pedicura propinas estacionar llegamos llego
    todavía todavia aún aun pues gustó gusto gusta navidad nochebuena nochevieja sueco sueca ayer anoche anteayer
    nadie sino nunca jamás jamas tampoco ni pares
    creo código codigo cancélela cancelela cancélala cancelala cancele cancelen cancela cancélenla cancelo
    siento
    horarios mujer hombre
    luego eso igual importa llámame llamame juntos juntas regalo propina descuento
    retraso retrasado retrasada supuesto genial excelente listo sip órale orale vemos encantado encantada
""") - words("once favor")
_ENGLISH = words("""
    the an is are am was been i you we my your our it this that to of for and or with in on at from by do does did
    can could would will want need like have has get book please thanks thank yes what when where how much which who
    monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight morning afternoon evening night
    next week appointment cancel change if not any me there available time day hour hours name
""") - words("me a no am")
_ANYBODYS = words("ya no ok")  # alone, a word of several languages changes none
# the same words as people without the right keyboard write them
_IN_LATIN = {
    "ru": words("""
        zavtra poslezavtra segodnya segodnja segodnia utrom vecherom dnem dnyom chas chasov chasa privet spasibo
        hochu khochu xochu zapisatsya zapisatsia zapishite zapisat massazh masazh massaj mozhno mojno skolko skoljko
        stoit ponedelnik vtornik sreda sredu chetverg pyatnica pyatnicu pyatnitsa pyatnitsu piatnicu subbota subbotu
        voskresenie voskresenye voskresene nedele nedelyu pozhaluysta pozhaluista pojaluista zdravstvuyte
        zdravstvuite kogda otmenit otmenite perenesti perenesite strizhka strizhku strijka vremya menya menja zovut
        chto eto posle dobryj dobry dobryy vecher utra vechera dnya poldnya sleduyushchiy sleduyushuyu mne nuzhno
        nado net da
    """)
    - words("da net nado"),
    "uk": words("""
        zavtra hochu khochu dyakuyu diakuiu dyakuju pryvit pryvyt sohodni sjogodni siogodni sogodni vranci vrantsi
        vvecheri hodyni godyni godyna hodyna ponedilok vivtorok sereda seredu chetver pyatnycya piatnytsia
        pyatnytsyu piatnytsiu subota subotu nedilya nedilia nediliu nedilyu masazh zapysatysya zapysatys zapyshit
        skilky koshtuye koshtuie mozhna tyzhden tyzhni budlaska laska dobryi dobryden treba potribno skasuvaty
        perenesty pislya pislia pislyazavtra
    """),
    "he": words("""
        machar mahar mohar hayom haiom shalom toda todah bevakasha bvakasha ani rotze rotza rotzeh lekvoa likboa
        boker erev tov tzohorayim tsohorayim tzaharayim shishi shabat shabbat rishon sheni shlishi reviei revii
        hamishi chamishi beshaa besha'a shaot isui masaz kama ole efshar levatel tor ken
    """)
    - words("ken tor ole erev ani"),
}


def detected(text: str, given: str | None) -> str:
    """Return the language's two letters: the one given if it is ours, else the one recognised, else English."""
    if (code := (given or "")[:2].lower()) in TABLES:
        return code
    scripts = {
        script: sum(map(len, pattern.findall(text))) for script, pattern in (("he", _HEBREW), ("cyrillic", _CYRILLIC))
    }
    script, letters = max(scripts.items(), key=lambda found: found[1])
    if letters and letters * _FOREIGN_SHARE >= len(_LATIN.findall(text)):
        return _slavic(text) if script == "cyrillic" else script
    return _latin(text)


def language_of(text: str, before: str, asked: str | None = None) -> str:
    """Return the language that a conversation goes on in: another one only where its own words or letters are met.

    Where we asked for a name or an address, it takes a word that the tables know: a name in its letters tells nothing.
    """
    text = " ".join(word for word in cleaned(text).split() if "@" not in word)  # an address is in no language
    spoken = before if text.lower().strip(" .!,") in _ANYBODYS else detected(text, None)
    if {spoken, before} == _NEIGHBOURS and not _tells_apart(text, asked):
        return before
    if asked in OF_GUEST and spoken in TABLES and not _is_said_in(text, spoken):
        return before
    if spoken == before or spoken != ENGLISH:
        return spoken
    return ENGLISH if any(word in _ENGLISH for word in _WORD.findall(text.lower())) else before


def _is_said_in(text: str, code: str) -> bool:
    """Tell whether words of a language are in a text, beside those that names have."""
    return bool(load_language(code).familiar(" ".join(word for word in text.split() if word.lower() not in PARTICLES)))


def _slavic(text: str) -> str:
    ukrainian, russian = _slavic_signs(text)
    tips = ukrainian == russian and bool(_TO_SOMEBODY.search(text) or _YES.search(text))
    return "uk" if ukrainian + tips > russian else "ru"


def _tells_apart(text: str, asked: str | None) -> bool:
    """Tell whether anything in a text shows which of the two neighbours it is in; a name is no word that one knows."""
    ukrainian, russian = _at_a_glance(text) if asked in OF_GUEST else _slavic_signs(text)
    return ukrainian != russian or bool(_TO_SOMEBODY.search(text))


def _slavic_signs(text: str) -> tuple[int, int]:
    """Return how much in a text is Ukrainian, and how much Russian."""
    ukrainian, russian = _at_a_glance(text)
    if ukrainian == russian:
        ukrainian, russian = (load_language(code).familiar(text) for code in ("uk", "ru"))
    return ukrainian, russian


def _at_a_glance(text: str) -> tuple[int, int]:
    """Return how much by letters and commonest words is Ukrainian, and how much Russian."""
    words = set(_WORD.findall(text.lower()))
    ukrainian = (
        len(_UKRAINIAN_LETTERS.findall(text)) + bool(_UKRAINIAN_HOUR.search(text)) + len(words & _UKRAINIAN - _RUSSIAN)
    )
    russian = (
        len(_RUSSIAN_LETTERS.findall(text)) + bool(_RUSSIAN_HOUR.search(text)) + len(words & _RUSSIAN - _UKRAINIAN)
    )
    return ukrainian, russian


def _latin(text: str) -> str:
    words = _WORD.findall(text.lower())
    if len(words) == 1 and len(words[0]) == 1:  # `y` may be any language's, and a yes
        return ENGLISH
    found = {code: sum(word in theirs for word in words) for code, theirs in _IN_LATIN.items()}
    found["uk"] += bool(found["uk"] and _UKRAINIAN_HOUR.search(text))
    found["es"] = sum(word in _SPANISH for word in words) + bool(_SPANISH_LETTERS.search(text))
    code, most = max(found.items(), key=lambda each: each[1])
    return code if most > sum(word in _ENGLISH for word in words) else ENGLISH
