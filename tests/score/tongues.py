"""The few words that a simulated guest has in each language, and by which it knows what it is asked."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tongue:
    """One language: what a guest says in it, and how a text is known to be in it."""

    yes: str
    days: tuple[str, str]
    weekdays: tuple[str, ...]  # from Monday, with their preposition
    at: str
    between: str
    with_whom: str
    then: str
    also: str
    my_name: str
    my_email: str
    people: tuple[str, ...]
    letters: str = ""  # of its script; none where small words tell it
    foreign: str = "(?!)"  # letters that only its neighbour has
    small_words: frozenset[str] = frozenset()
    treatments: Mapping[str, str] = field(default_factory=dict)

    def speaks(self, text: str) -> bool:
        """Return whether a text, without its names, is in this language; too little of a text is in any."""
        letters = re.findall(r"[^\W\d_]", text)
        if len(letters) < 8:
            return True
        if self.letters:
            return len(re.findall(self.letters, text)) > 0.7 * len(letters) and not re.search(self.foreign, text)
        shares = {lang: len(re.findall(r"[^\W\d_]+", text)) and other.share(text) for lang, other in TONGUES.items()}
        latin = len(re.findall("[a-zà-ÿ]", text)) > 0.7 * len(letters)
        return latin and shares[next(lang for lang, other in TONGUES.items() if other is self)] == max(shares.values())

    def share(self, text: str) -> int:
        """Return how many of its small words a text has."""
        return sum(word in self.small_words for word in re.findall(r"[^\W\d_]+", text))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TONGUES: dict[str, Tongue] = {
    "en": Tongue(
        yes="yes please",
        days=("today", "tomorrow"),
        weekdays=tuple(f"on {day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")),
        at="at {0}",
        between="between {0} and {1}",
        with_whom="with {0}",
        then="and then",
        also="and",
        my_name="my name is {0}",
        my_email="it's {0}",
        people=("Harriet Boyle", "Dev Anand Rao", "Lois Kent", "Piotr Zielinski", "Nadia Frost", "Owen Price-Hall"),
        small_words=_words("the you your is are which would what with and to of may it at i on for here a we in me"),
    ),
    "es": Tongue(
        yes="sí, por favor",
        days=("hoy", "mañana"),
        weekdays=("el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"),
        at="a las {0}",
        between="entre las {0} y las {1}",
        with_whom="con {0}",
        then="y después",
        also="y",
        my_name="me llamo {0}",
        my_email="mi correo es {0}",
        people=("Lucía Montero", "Álvaro Pinto", "Rocío Salas", "Mateo Quiroga"),
        small_words=_words(
            "el la los las de del para que qué un una con por su se es está hora le en tiene desea prefiere o correo y"
            " lo les nuestra nuestro más cuándo cuál puede gracias usted al mi no si sin"
            " cuando me ha han este esta ya estoy"
        ),
        treatments={
            "Swedish Massage": "masaje sueco",
            "Deep Tissue Massage": "masaje de tejido profundo",
            "Sports Massage": "masaje deportivo",
            "Executive Cut": "corte de pelo",
            "Manicure": "manicura",
            "Pedicure": "pedicura",
            "Couple's Massage": "masaje en pareja",
            "Classic Hot Towel Shave": "afeitado clásico",
            "Gentleman's Facial": "facial para caballero",
            "Reflexology": "reflexología",
        },
    ),
    "ru": Tongue(
        yes="да, пожалуйста",
        days=("сегодня", "завтра"),
        weekdays=("в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"),
        at="в {0}",
        between="между {0} и {1}",
        with_whom="с {0}",
        then="и потом",
        also="и",
        my_name="меня зовут {0}",
        my_email="моя почта {0}",
        people=("Вера Громова", "Тимур Асадов", "Жанна Лисицына", "Глеб Рощин"),
        letters="[а-яё]",
        foreign="[іїєґ]",
        treatments={
            "Swedish Massage": "шведский массаж",
            "Deep Tissue Massage": "глубокотканный массаж",
            "Sports Massage": "спортивный массаж",
            "Executive Cut": "стрижка",
            "Manicure": "маникюр",
            "Pedicure": "педикюр",
            "Couple's Massage": "массаж для двоих",
            "Classic Hot Towel Shave": "бритьё с горячим полотенцем",
            "Gentleman's Facial": "мужская чистка лица",
            "Reflexology": "рефлексология",
        },
    ),
    "uk": Tongue(
        yes="так, будь ласка",
        days=("сьогодні", "завтра"),
        weekdays=("у понеділок", "у вівторок", "у середу", "у четвер", "у п'ятницю", "у суботу", "у неділю"),
        at="о {0}",
        between="між {0} і {1}",
        with_whom="з {0}",
        then="і потім",
        also="і",
        my_name="мене звати {0}",
        my_email="моя пошта {0}",
        people=("Соломія Кравець", "Остап Гнатюк", "Дарина Журба", "Юрій Левчук"),
        letters="[а-яіїєґ]",
        foreign="[ыэъё]",
        treatments={
            "Swedish Massage": "шведський масаж",
            "Deep Tissue Massage": "глибокотканинний масаж",
            "Sports Massage": "спортивний масаж",
            "Executive Cut": "стрижка",
            "Manicure": "манікюр",
            "Pedicure": "педикюр",
            "Couple's Massage": "масаж для двох",
            "Classic Hot Towel Shave": "гоління з гарячим рушником",
            "Gentleman's Facial": "чоловічий догляд за обличчям",
            "Reflexology": "рефлексологія",
        },
    ),
    "he": Tongue(
        yes="כן, בבקשה",
        days=("היום", "מחר"),
        weekdays=("ביום שני", "ביום שלישי", "ביום רביעי", "ביום חמישי", "ביום שישי", "בשבת", "ביום ראשון"),
        at="בשעה {0}",
        between="בין {0} ל-{1}",
        with_whom="עם {0}",
        then="ואחר כך",
        also="ו",
        my_name="קוראים לי {0}",
        my_email="המייל שלי {0}",
        people=("תמר אלון", "יואב שגיא", "מיכל ברק", "איתי נחום"),
        letters="[א-ת]",
        treatments={
            "Swedish Massage": "עיסוי שוודי",
            "Deep Tissue Massage": "עיסוי רקמות עמוק",
            "Sports Massage": "עיסוי ספורטאים",
            "Executive Cut": "תספורת",
            "Manicure": "מניקור",
            "Pedicure": "פדיקור",
            "Couple's Massage": "עיסוי זוגי",
            "Classic Hot Towel Shave": "גילוח עם מגבת חמה",
            "Gentleman's Facial": "טיפול פנים לגבר",
            "Reflexology": "רפלקסולוגיה",
        },
    ),
}

FACTS = {  # what a guest may be asked for, by the words for it in five languages
    "code": r"\bcode\b|c[óo]digo|\bкод|(?<![א-ת])[הב]?קוד(?![א-ת])",
    "email": r"e-?mail|correo|почт|пошт|[эе]лектронн|[еи]?-?м[еэ]йл|מייל|דוא",
    "name": r"\bname\b|nombre|\bим(я|ени|енем)\b|зовут|фамили|ім['’ʼ]я|імен|звати|прізвищ"
    r"|(?<![א-ת])[בלה]?ש(ם|מך|מכם)(?![א-ת])",
    "phone": r"(phone|mobile|cell)[^?]{0,25}number|which number|tel[ée]fono|телефон|טלפון",
}
DAY = (
    r"(which|what)( other)? day|\bwhen\b|qué( otro)? día|cuándo|как(ой|ого)[^?]{0,12} д(ень|ня)|когда"
    r"|як(ий|ого)[^?]{0,12} д(ень|ня)|коли|איזה יום|מתי"
)
SURE = (
    r"\b(shall|may|should) (i|we)\b|is (that|this) right|would that|does that"
    r"|¿(quiere|desea) que|le parece|l[oa] (reservo|cambio)|¿miro"
    r"|(?:мне|закреп|оставить|перенести|проверить|подходит|подойд)[^?]*\?"
    r"|(?:мені|залишити|перенести|перевірити|підходить|підійде)[^?]*\?"
    r"|(?:האם|מתאים|לשמור|להזיז|לבדוק)[^?]*\?"
)
