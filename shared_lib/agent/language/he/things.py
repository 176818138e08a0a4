"""Hebrew phrases for who comes, who works, what is chosen, and everyday names of treatments."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language import counted, limits
from shared_lib.agent.language.grammar import Table, words
from shared_lib.agent.language.meaning import Choice

_PERSON = "אשתי|בעלי|אישתי|חבר|חברה|חברתי|חברי|אמא|אבא|בן|בת|בני|בתי|אחי|אחותי|אח|אחות|זוגי|ארוסתי|ארוסי|זוגתי"
_STAFF = "מטפל|מטפלת|מעסה|ספר|ספרית|מסז'יסט"

PEOPLE: Table = (
    (f"אני ו ה? {_PERSON}", counted.said("party", 2)),
    (f"{_PERSON} ו אני", counted.said("party", 2)),
    ("אני ו בן|בת ה? זוג|זוגי", counted.said("party", 2)),
    ("בן|בת זוגי|זוג שלי?", counted.said("party", 2)),
    (f"עם ה? {_PERSON} שלי?", counted.said("party", 2)),
    ("ל אשתי|בעלי ו לי", counted.said("party", 2)),
    (f"בשבילי ו בשביל ה? {_PERSON}", counted.said("party", 2)),
    (f"לי ו ל ה? {_PERSON}", counted.said("party", 2)),
    ("שנינו|שתינו", counted.said("party", 2)),
    ("ל זוג", counted.said("party", 2)),
    ("רק אני|לי", counted.said("party", 1)),
    ("לבד|לבדי", counted.said("party", 1)),
    ("ל <number>", counted.kept("maybe_party")),
    ("בשביל|עבור <number>", counted.kept("party")),
    ("ל שניים|שתיים|שנינו", counted.said("maybe_party", 2)),
    ("מטפלת|ספרית|מעסה אישה?", counted.said("gender", "f")),
    ("אישה|בחורה", counted.said("gender", "f")),
    ("מטפל|ספר|מעסה גבר?", counted.said("gender", "m")),
    ("גבר|בחור", counted.said("gender", "m")),
    ("בית|בבית|מבית|בתי|מ ספר", counted.marked("school")),
    ("לא רוצה|צריך|אצל|עם|אל? גבר|אישה|בחור|בחורה|מטפל|מטפלת|מעסה", counted.marked("refused")),
    (f"כל {_STAFF}", counted.marked("anyone")),
    ("לא משנה|אכפת לי? מי|אצל|עם", counted.marked("anyone")),
    ("אין לי? העדפה", counted.marked("anyone")),
    ("מי ש פנוי", counted.marked("anyone")),
    ("עם|אצל מי ש פנוי|יש|אפשר?", counted.marked("anyone")),
)

_AT = "את|עם|אצל|ל|אל|ה|ב|של"
# before what is not wished for
REFUSALS: Table = (
    ("אני? לא רוצה|צריך|אהבתי|אוהבת|אוהב|מתאים יותר?", limits.both_ways),
    (f"לא|בלי|חוץ|פרט|מלבד|במקום מ|ל? {_AT}? ה?", counted.marked("refuses")),
    (
        f"לא|אל רוצה|צריך|אוהב|אוהבת|אהבתי|מתאים|בא|יכול לי? להגיע|לבוא|ללכת|להיות|לקבוע|תור|יותר? {_AT}? ה?",
        counted.marked("refuses"),
    ),
    ("למה לא", counted.marked("suggests")),
    ("לא רק", counted.marked("suggests")),
    ("אף אחד|אחת חוץ|מלבד|פרט|אלא מ|ל? את|עם|אצל?", counted.marked("only")),
)

_ONE = "אפשרות|אופציה|שעה|תור|הצעה|זמן"
CHOICES: Table = (
    (f"ה? {_ONE} ה <nth>", lambda n: {"choice": Choice(number=n)}),
    ("ה <nth>", lambda n: {"choice": Choice(number=n)}),
    ("אפשרות|אופציה|מספר <number>", lambda n: {"choice": Choice(number=n)}),
    (f"ה? {_ONE}? ה אחרון", counted.said("choice", Choice(number=-1))),
    ("ה? הכי מאוחר|מאוחרת", counted.said("choice", Choice(by="latest"))),
    ("יותר? מאוחר יותר?", counted.said("choice", Choice(by="later"))),
    ("ה? הכי מוקדם|מוקדמת|קרוב|קרובה|מהר", counted.said("choice", Choice(by="earliest"))),
    ("כמה ש יותר מוקדם|מהר", counted.said("choice", Choice(by="earliest"))),
    ("בהקדם|דחוף", counted.said("choice", Choice(by="earliest"))),
    ("ב הקדם האפשרי?", counted.said("choice", Choice(by="earliest"))),
    ("יותר? מוקדם יותר?", counted.said("choice", Choice(by="earlier"))),
    ("ה? הכי|יותר זול", counted.said("choice", Choice(by="cheaper"))),
    ("ה זול יותר?", counted.said("choice", Choice(by="cheaper"))),
    ("זול יותר?", counted.said("choice", Choice(by="cheaper"))),
    ("ה? הכי|יותר? יקר|יקרה יותר?", counted.said("choice", Choice(by="dearer"))),
    ("ה? הכי|יותר? קצר|קצרה יותר?", counted.said("choice", Choice(by="shorter"))),
    ("ה? הכי|יותר? ארוך|ארוכה יותר?", counted.said("choice", Choice(by="longer"))),
    ("לא משנה|אכפת לי?", counted.said("choice", Choice(by="any"))),
    ("כל שעה|זמן|יום|אחד", counted.said("choice", Choice(by="any"))),
    ("מתי ש נוח|מתאים|אפשר|פנוי|יש|רוצים", counted.said("choice", Choice(by="any"))),
    ("כמו תמיד|פעם|קודם", counted.said("choice", Choice(by="same"))),
    ("אותו דבר|טיפול", counted.said("choice", Choice(by="same"))),
)

# everyday words -> the words that names of treatments have
EVERYDAY: Table = (
    ("עיסוי|לעסות", counted.said("names", ("massage",))),
    ("כואב|כואבת|כואבים|כאבי|תפוס|תפוסים .. גב|צוואר|כתפיים|שרירים", counted.said("names", ("massage",))),
    ("עיסוי? שוודי|שבדי", counted.said("names", ("swedish", "massage"))),
    ("עיסוי? ה? רקמות|רקמה? עמוק|עמוקות|עמוקה", counted.said("names", ("deep", "tissue", "massage"))),
    ("עיסוי? ספורט|ספורטאים|ספורטיבי", counted.said("names", ("sport", "massage"))),
    ("עיסוי ל ספורטאים", counted.said("names", ("sport", "massage"))),
    ("עיסוי? מרגיע|מפנק|הרפיה|רגיעה", counted.said("names", ("relaxation", "massage"))),
    ("עיסוי? זוגי", counted.said("names", ("couple", "massage"))),
    ("עיסוי ל זוג|זוגות", counted.said("names", ("couple", "massage"))),
    ("רפלקסולוגיה", counted.said("names", ("reflexology",))),
    ("עיסוי כפות? רגליים", counted.said("names", ("reflexology",))),
    ("מיטת|כורסת עיסוי", counted.said("names", ("bed",))),
    ("טיפול|ניקוי פנים", counted.said("names", ("facial",))),
    ("פנים|פייציאל|קוסמטיקאית|קוסמטי", counted.said("names", ("facial",))),
    ("תספורת|להסתפר|פספוס|שיער", counted.said("names", ("cut",))),
    ("עיצוב|סידור|קיצוץ|לעצב|לסדר ה? זקן", counted.said("names", ("beard",))),
    ("זקן", counted.said("names", ("beard",))),
    ("גילוח|להתגלח", counted.said("names", ("shave",))),
    ("מניקור|ציפורניים", counted.said("names", ("manicure",))),
    ("פדיקור", counted.said("names", ("pedicure",))),
    ("חדר|סוויטה|סוויטת פרטי|פרטית", counted.said("names", ("private",))),
    ("ארומתרפיה|ארומטרפיה", counted.said("names", ("aromatherapy",))),
    ("אבנים חמות", counted.said("names", ("stone",))),
    ("חמצן", counted.said("names", ("oxygen",))),
    ("טיפול ב? אור|לד", counted.said("names", ("led",))),
)
WEAK = words("hot classic ai light therapy treatment core coresync of the in bed")
PARTING = words("ו גם או אחרי ואז , & +")
EITHER = words("או")
NAMES_END = words("ו תודה בבקשה ב ל מ עם אבל זה כאן רוצה טלפון")
BESIDE = words("עם אצל ל")
REFUSING = words("לא חוץ בלי במקום")
CORRECTIONS = words("לא סליחה בעצם רגע במקום עדיף להעביר טעיתי")
REACHING = words("את עם אצל ל אל ה ו של יותר להגיע לבוא תור עיסוי שוב")
TURNING = words("אלא אבל רק")
KIN = words(_PERSON.replace("|", " "))
TELLING = words("היא הוא זה זאת , שלי ה")
NAME_LEADS: Table = (
    ("קוראים לי", counted.marked("lead")),
    ("ה? שם ה? מלא? שלי הוא?", counted.marked("lead")),
    ("שמי", counted.marked("lead")),
    ("על שם", counted.marked("lead")),
)
NAME_LEADS_WHEN_ASKED: Table = (
    *NAME_LEADS,
    ("אני|זה|שם|כן|טוב|שלום|-|ב", counted.marked("lead")),
)
NOT_NAMES = words("""
    כן לא טוב תודה שלום מה איך מתי איפה מי כמה למה ב ל מ אני אתה זה מחר היום עיסוי תור לקבוע לבטל להעביר עזרה די
    רוצה אפשר צריך שום כלום אף
""")
SPOKEN_MARKS = {"נקודה": ".", "מקף": "-", "פלוס": "+", "תחתון": "_", "dot": "."}
SPOKEN_AT = "שטרודל"
