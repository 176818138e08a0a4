"""Hebrew words for numbers, days, months and parts of the day, and other forms of the words that phrases use."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

import re
from collections.abc import Iterator
from typing import Any

from shared_lib.agent.language import lexicon as lists
from shared_lib.agent.language import spelling
from shared_lib.agent.language.grammar import words as listed
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.spelling import DAY_DIGITS, MONTH_DIGITS

# in, to, from, the, and, that, as: written together with the word after them
PREFIXES = listed("ב ל מ ה ו ש כ")
# how the letters of a first name sound; of the vowels only one at the beginning or the end is told
CONSONANT_LETTERS = str.maketrans(
    dict(zip("אבגדהוזחטלמנסעפצקרשתכךםןףץ", "*bgdaozhtlmns*pckrwtkkmnpc", strict=True)) | {"י": ""}
)

# hours are counted with the one form, people and days with the other
NUMBERS = "אחת / שתיים שתים שתי / שלוש / ארבע / חמש / שש / שבע / שמונה / תשע / עשר"
COUNTS = """
    אחד / שניים שנים / שלושה שלשה שלושת / ארבעה ארבעת / חמישה חמשה חמשת / שישה ששה / שבעה / שמונת / תשעה
    עשרה
"""
TENS = "עשרים / שלושים / ארבעים / חמישים חמשים / שישים / שבעים / שמונים / תשעים"
HUNDREDS = "מאה"
NTH = """
    ראשון ראשונה / שנייה שניה / שלישית / רביעית / חמישית / שישית / שביעי שביעית / שמיני שמינית / תשיעי תשיעית
    עשירי עשירית
"""
WEEKDAYS = "שני / שלישי / רביעי / חמישי / שישי ששי / שבת / ראשון"
WEEKDAY_LETTERS = "יוםב / יוםג / יוםד / יוםה / יוםו / / יוםא"
NTH_OF_WEEK = "ראשון / שני / שלישי / רביעי / חמישי / שישי"
MONTHS = """
    ינואר ינו / פברואר פבר פב / מרץ מרס / אפריל אפר / מאי / יוני / יולי / אוגוסט אוג / ספטמבר ספט
    אוקטובר אוק / נובמבר נוב / דצמבר דצמ
"""
LENGTHS = {
    "minute": "דקה דקות דק",
    "hour": "שעה שעות",
    "day": "יום ימים",
    "week": "שבוע שבועות",
    "month": "חודש חודשים חדשים",
}
PAIRS = {"day": "יומיים", "hour": "שעתיים", "week": "שבועיים", "month": "חודשיים"}
PARTS = {"morning": "בוקר", "evening": "ערב", "night": "לילה"}

# other forms and spellings -> the word that the tables use, people who have no Hebrew keys among them
SPELLINGS = alike("""
    מחר machar mahar mohar maxar
    היום hayom haiom
    מחרתיים mohorotaim machratayim מחרתים
    בוקר בקרים boker
    ערב ערבים erev
    לילה layla laila
    צהריים צהרים tzohorayim tsohorayim tzaharayim
    ראשון rishon
    שני sheni
    שלישי shlishi שלשי
    רביעי revii reviei
    חמישי hamishi chamishi חמשי
    שישי shishi
    שבת shabat shabbat
    שבוע shavua
    שעה shaa
    ב be ba b
    ל le la
    אני ani
    רוצה rotze rotza rotzeh מעוניין מעוניינת מבקש מבקשת אשמח ארצה
    לקבוע likboa lekvoa להזמין לתאם לשריין תקבע תקבעי תזמין תזמיני לרשום תרשום תרשמי לקבע קביעת שריין תשריין תזמינו
        תרשמו תקבעו
    תור tor פגישה פגישת תורים
    עיסוי isui מסאז' מסז' מסאג' עיסויים masaz מסאז מסז מסאג
    שלום shalom היי הי אהלן הלו
    תודה toda todah תודות
    בבקשה bevakasha bvakasha
    כן ken יאפ בטח בוודאי ודאי
    לא lo
    כמה kama
    עולה ole עולים יעלה
    אפשר efshar ניתן
    לבטל levatel תבטל תבטלי בטל בטלי ביטול מבטל מבטלת תבטלו
    להעביר להזיז לדחות לשנות להקדים לעדכן תעביר תעבירי תעבירו תזיז תזיזי תשנה תשני העבירו הזיזו תדחה שינוי להחליף
    טוב tov טובה טובים
    מצוין מעולה סבבה נהדר אחלה יופי מושלם בסדר אוקיי אוקי אוקיו מצויין פנטסטי
    מתאים מתאימה מסתדר נוח יתאים
    נכון מדויק בדיוק מאשר מאשרת
    יכול יכולה יכולים יכולות
    צריך צריכה צריכים זקוק זקוקה
    פנוי פנויה פנויים פנויות זמין זמינה זמינים
    פתוח פתוחים פתוחה פותחים נפתח פותח
    סגור סגורים סגורה סוגרים נסגר
    מחיר מחירים מחירון עלות תעריף
    נמשך נמשכת אורך לוקח לוקחת
    הבא הבאה הבאים הבאות
    הזה הזאת הזו האלה
    הקרוב הקרובה הקרובים הקרובות
    שעבר שעברה
    אחרון אחרונה
    אחרי לאחר
    אחהצ אחה"צ
    סופש סופ"ש
    זוגי זוגית
    אדם אנשים איש אורחים נפשות
    דובר דוברת מדבר מדברים מדברת דוברים לדבר
    מישהו מישהי
    אחר אחרת אחרים אחרות
    זול זולה הזול הזולה
""")
CORRECTABLE = ("ראשון", "חמישי", "אוקטובר", "ספטמבר", "נובמבר", "מחרתיים", "צהריים", "לבטל", "להעביר")
NOT_MISSPELT = listed("אנא אני אנו לנו שם מסיים מסיימת סיים")
RESPELLINGS = (
    *spelling.pictures("עיסוי", "תספורת", "מניקור", "טיפול פנים", "גילוח", yes="כן", no="לא", thanks="תודה"),
    *spelling.AM_PM,
    # of a visit that moves the hour that it had
    (
        re.compile(
            r"((?:תעביר|תזיז|להעביר|להזיז|לשנות|תשנ|לדחות|תדח|להקדים|תקדימ)[א-ת]*\b.*?) מ[- ]?\d{1,2}(?::\d\d)?"
            r"(?= ל[- ]?\d)"
        ),
        r"\1",
    ),
    # no, rather
    (re.compile(r"^(\W*(?:(?:אה|אוי|רגע)\W+)?לא) (?=(?:עדיף|בעצם|אולי|סליחה|דווקא)\b)"), r"\1, "),
    (re.compile(r"(?<=\w) לא\s*$"), " לא."),  # what ends so is refused
    # two massages and the second massage are no Monday
    (re.compile(r"(?<!יום )\bשני(?= (?:עיסויים|טיפולים|תורים|אנשים|חברים|גברים|מסאז'ים)(?![א-ת]))"), "2"),
    (re.compile(r"(\bה(?!יום\b)[א-ת]+|\bלא) השני(?![א-ת])"), r"\1 השנייה"),
    (re.compile(r"(?<=[א-ת])[\"\u05f4](?=[א-ת])"), ""),
    (re.compile(r"\u05f3"), "'"),
    (re.compile(r"\bמה[- \u05be]?(?=\d)"), "מ ה "),
    (re.compile(r"(?<=[א-ת])\s?[\u05be-]\s?(?=\d)"), " "),
    (re.compile(r"\u05be"), " "),
    (re.compile(r"(?<=[א-ת])-(?=[א-ת])"), " "),
    # 15.02 is a day, 15.30 a time
    (re.compile(rf"(?<![\d.:/]){DAY_DIGITS}\.{MONTH_DIGITS}(?:\.(\d{{4}}|\d\d))?\.?(?![\d:])"), r"\1/\2/\3"),
    (re.compile(r"(?<=\d)/(?!\d)"), " "),
    (re.compile(r"\bאחרי? ?ה?צהריי?ם\b"), "אחהצ"),
    (re.compile(r"סוף ה?שבוע\b"), "סופש"),
    (re.compile(r"(?<!ה)יום ([אבגדהו])'?(?![א-ת\d])"), r"יום\1"),
)


def lexicon() -> dict[str, dict[str, Any]]:
    """Return the readings of each word, by kind."""
    return lists.lexicon(
        lists.zeros("אפס"),
        lists.numbers(NUMBERS),
        _counts(),
        lists.tens(TENS),
        lists.hundreds(HUNDREDS),
        lists.ranked("nth", NTH),
        lists.ranked("nth", NTH_OF_WEEK),
        lists.ranked("weekday", WEEKDAYS, first=0),
        lists.ranked("weekday", WEEKDAY_LETTERS, first=0),
        lists.ranked("month", MONTHS),
        lists.grouped("unit_of_time", LENGTHS),
        lists.grouped("length", {(2, unit): word for unit, word in PAIRS.items()}),
        lists.grouped("part", PARTS),
        lists.grouped("part_said", PARTS),
        lists.halves(),
    )


def _counts() -> Iterator[lists.Entry]:
    """Yield the numbers that count people and days, and never hours."""
    for word, readings in lists.numbers(COUNTS):
        yield word, {kind: value for kind, value in readings.items() if kind != "hour"}
