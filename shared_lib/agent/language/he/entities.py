"""Hebrew phrases for who comes, who works, what is chosen, and everyday names of treatments."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import kept, marked, needed, said, table, words
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.meaning import Choice

_PERSON = "אשתי|בעלי|אישתי|חבר|חברה|חברתי|חברי|אמא|אבא|בן|בת|בני|בתי|אחי|אחותי|אח|אחות|זוגי|ארוסתי|ארוסי|זוגתי"
_STAFF = "מטפל|מטפלת|מעסה|ספר|ספרית|מסז'יסט"

PEOPLE = table(
    "who comes, and who is wished for",
    "בין 4ל6 / אני ואשתי / אצל גבר",
    (f"אני ו ה? {_PERSON}", said("party", 2)),
    (f"{_PERSON} ו אני", said("party", 2)),
    ("אני ו בן|בת ה? זוג|זוגי", said("party", 2)),
    ("בן|בת זוגי|זוג שלי?", said("party", 2)),
    (f"עם ה? {_PERSON} שלי?", said("party", 2)),
    ("ל אשתי|בעלי ו לי", said("party", 2)),
    (f"בשבילי ו בשביל ה? {_PERSON}", said("party", 2)),
    (f"לי ו ל ה? {_PERSON}", said("party", 2)),
    ("שנינו|שתינו", said("party", 2)),
    ("ל זוג", said("party", 2)),
    ("רק אני|לי", said("party", 1)),
    ("לבד|לבדי", said("party", 1)),
    ("ל <number>", kept("maybe_party")),
    ("בשביל|עבור <number>", kept("party")),
    ("מטפלת|ספרית|מעסה אישה?", said("gender", "f")),
    ("עם|אצל אישה|בחורה", said("gender", "f")),
    ("מטפל|ספר|מעסה גבר?", said("gender", "m")),
    ("עם|אצל גבר|בחור", said("gender", "m")),
    ("בית|בבית|מבית|בתי|מ ספר", marked("school")),
    ("לא רוצה|צריך|אצל|עם|אל? גבר|אישה|בחור|בחורה|מטפל|מטפלת|מעסה", marked("refused")),
    (f"כל {_STAFF}", marked("anyone")),
    ("לא משנה|אכפת לי? מי|אצל|עם", marked("anyone")),
    ("אין לי? העדפה", marked("anyone")),
    ("מי ש פנוי", marked("anyone")),
)

_AT = "את|עם|אצל|ל|אל|ה|ב|של"
# before what is not wished for
REFUSALS = table(
    "what is not wished for",
    "בטח שלא / לא צריך נציג / מחר לא נוח לי",
    ("אני? לא רוצה|צריך|אהבתי|אוהבת|אוהב|מתאים יותר?", time_builders.both_ways),
    (f"לא|בלי|חוץ|פרט|מלבד|במקום מ|ל? {_AT}? ה?", marked("refuses")),
    (
        f"לא|אל רוצה|צריך|אוהב|אוהבת|אהבתי|מתאים|בא|יכול לי? להגיע|לבוא|ללכת|להיות|לקבוע|תור|יותר? {_AT}? ה?",
        marked("refuses"),
    ),
    ("למה לא", marked("suggests")),
    ("האם? צריך|צריכה|חייב|חייבת|כדאי ל? =להתגלח|התגלח", marked("told")),
    ("אף אחד|אחת חוץ|מלבד|פרט|אלא מ|ל? את|עם|אצל?", marked("only")),
    ("להחליף|תחליף|תחליפי|תחליפו|להעביר את? ה?", marked("replaces")),
    ("תורידו|תוריד|תורידי|להוריד|תשכחו|תשכח|עזבו|לבטל את|מ? ה?", marked("lacks")),
)

_ONE = "אפשרות|אופציה|שעה|תור|הצעה|זמן"
CHOICES = table(
    "which of the things offered",
    "הכי זול / יותר מאוחר / בהקדם",
    ("=שעה|תור|מקום ה? אחרון =ב|ל|של|מחר|היום", said("choice", Choice(by="latest"))),
    (f"ה? {_ONE} ה <nth>", lambda n: {"choice": Choice(number=n)}),
    ("ה <nth>", lambda n: {"choice": Choice(number=n)}),
    ("אפשרות|אופציה|מספר <number>", lambda n: {"choice": Choice(number=n)}),
    (f"ה? {_ONE}? ה אחרון", said("choice", Choice(number=-1))),
    ("ה? הכי מאוחר|מאוחרת", said("choice", Choice(by="latest"))),
    ("יותר? מאוחר יותר?", said("choice", Choice(by="later"))),
    ("ה? הכי מוקדם|מוקדמת|קרוב|קרובה|מהר", said("choice", Choice(by="earliest"))),
    ("כמה ש יותר מוקדם|מהר", said("choice", Choice(by="earliest"))),
    ("בהקדם|דחוף", said("choice", Choice(by="earliest"))),
    ("יותר? מוקדם יותר?", said("choice", Choice(by="earlier"))),
    ("ה? הכי|יותר זול", said("choice", Choice(by="cheaper"))),
    ("זול יותר?", said("choice", Choice(by="cheaper"))),
    ("ה? הכי|יותר? יקר|יקרה יותר?", said("choice", Choice(by="dearer"))),
    ("ה? הכי|יותר? קצר|קצרה יותר?", said("choice", Choice(by="shorter"))),
    ("ה? הכי|יותר? ארוך|ארוכה יותר?", said("choice", Choice(by="longer"))),
    ("לא משנה|אכפת לי?", said("choice", Choice(by="any"))),
    ("כל שעה|זמן|יום|אחד", said("choice", Choice(by="any"))),
    ("מתי ש נוח|מתאים|אפשר|פנוי|יש|רוצים", said("choice", Choice(by="any"))),
    ("כמו תמיד|פעם|קודם", said("choice", Choice(by="same"))),
    ("אותו דבר|טיפול", said("choice", Choice(by="same"))),
)

# everyday words -> the words that names of treatments have
TREATMENT_WORDS = table(
    "everyday names of treatments",
    "חמצן / גילוח / כואב לי הגב",
    ("עיסוי|לעסות", said("names", ("massage",))),
    ("כואב|כואבת|כואבים|כאבי|תפוס|תפוסים .. גב|צוואר|כתפיים|שרירים", needed("massage")),
    ("עיסוי? שוודי|שבדי", said("names", ("swedish", "massage"))),
    ("עיסוי? ה? רקמות|רקמה? עמוק|עמוקות|עמוקה", said("names", ("deep", "tissue", "massage"))),
    ("עיסוי? ספורט|ספורטאים|ספורטיבי", said("names", ("sport", "massage"))),
    ("עיסוי ל ספורטאים", said("names", ("sport", "massage"))),
    ("עיסוי? מרגיע|מפנק|הרפיה|רגיעה", said("names", ("relaxation", "massage"))),
    ("עיסוי? זוגי", said("names", ("couple", "massage"))),
    ("רפלקסולוגיה", said("names", ("reflexology",))),
    ("עיסוי כפות? רגליים", said("names", ("reflexology",))),
    ("טיפול|ניקוי פנים", said("names", ("facial",))),
    ("פנים|פייציאל|קוסמטיקאית|קוסמטי", said("names", ("facial",))),
    ("תספורת|להסתפר|פספוס|שיער", said("names", ("cut",))),
    ("עיצוב|סידור|קיצוץ|לעצב|לסדר ה? זקן", said("names", ("beard",))),
    ("זקן", said("names", ("beard",))),
    ("גילוח|להתגלח", said("names", ("shave",))),
    ("מניקור|ציפורניים", said("names", ("manicure",))),
    ("פדיקור", said("names", ("pedicure",))),
    ("חדר|סוויטה|סוויטת פרטי|פרטית", said("names", ("private",))),
    ("ארומתרפיה|ארומטרפיה|ארומתראפיה", said("names", ("aromatherapy",))),
    ("שמנים ארומטיים|אתריים|ריחניים", said("names", ("aromatherapy",))),
    ("אבנים חמות|חמות?", said("names", ("stone",))),
    ("חמצן", said("names", ("oxygen",))),
    ("טיפול חמצן", said("names", ("oxygen",))),
    ("טיפול|תרפיה|תרפיית ב? אור|לד", said("names", ("led",))),
    ("לד|פוטותרפיה", said("names", ("led",))),
)
GENERIC_WORDS = words("hot classic ai light therapy treatment core coresync of the in bed")
SEPARATORS = words("ו גם או אחרי ואז , & +")
OR_WORDS = words("או")
NAMES_END = words("ו תודה בבקשה ב ל מ עם אבל זה כאן רוצה טלפון")
BEFORE_TECHNICIAN = words("עם אצל ל")
REFUSAL_WORDS = words("לא חוץ בלי במקום")
CORRECTIONS = words("לא סליחה בעצם רגע במקום עדיף להעביר טעיתי")
REFUSAL_CONNECTORS = words("את עם אצל ל אל ה ו של יותר להגיע לבוא תור עיסוי שוב")
CONTRASTS = words("אלא אבל רק")
RELATIVES = words(_PERSON.replace("|", " "))
# the keys of relations, which are the same in any language -> the guest's people
RELATIONS = alike("""
    wife אשתי אישתי אישה אשה
    husband בעלי בעל
    partner זוגי זוגתי
    girlfriend חברתי חברה
    boyfriend חברי חבר
    fiance ארוסתי ארוסי
    mother אמא אמי אימא
    father אבא אבי
    parents הוריי הורי הורים
    son בן בני
    daughter בת בתי
    brother אחי אח
    sister אחותי אחות
    grandmother סבתא
    grandfather סבא
    boss בוס
""")
NAMING_WORDS = words("שם שמה שמו קוראים")
BEFORE_BENEFICIARY = words("ל עבור בשביל")
SELF_WORDS = words("אני לי בשבילי עבורי")
RELATION_WORDS = words("היא הוא זה זאת , שלי ה")
NAME_LEADS = table(
    "words before a name",
    "קוראים לי יוסי כהן / שמי יוסי כהן / על שם יוסי כהן",
    ("קוראים לי", marked("lead")),
    ("ה? שם ה? מלא? שלי הוא?", marked("lead")),
    ("ה? שם ה? מלא? הוא", marked("lead")),
    ("שמי", marked("lead")),
    ("על שם", marked("lead")),
)
SURE_LEADS = table(
    "words after which any word is a name",
    "קוראים לי יוסי / מר די",
    ("קוראים לי", marked("lead")),
    ("שמי", marked("lead")),
    ("ה? שם שלי הוא?", marked("lead")),
    ("<begins> מר|גברת|דר", marked("lead")),
    ("<begins> גב '", marked("lead")),
)
NAME_LEADS_WHEN_ASKED = (
    NAME_LEADS,
    table(
        "words before a name that was asked for",
        "name: אני יוסי כהן",
        ("אני|זה|שם|כן|טוב|שלום|-|ב", marked("lead")),
    ),
)
NOT_NAMES = words("""
    כן לא טוב תודה שלום מה איך מתי איפה מי כמה למה ב ל מ אני אתה זה מחר היום עיסוי תור לקבוע לבטל להעביר עזרה די
    רוצה אפשר צריך שום כלום אף
""")
NAME_JOINERS = words("ו")
NEVER_NAMES = words("""
    שאלה שאלות
    אני זה מה למה מי אף כמה עכשיו מיד בקרוב אולי מתי אחר אחרי כל
""")
SPOKEN_MARKS = {"נקודה": ".", "מקף": "-", "פלוס": "+", "תחתון": "_", "dot": "."}
SPOKEN_AT = "שטרודל"
