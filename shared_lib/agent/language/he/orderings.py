"""Hebrew for how one treatment stands to another, and words before times that are not wished for."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language.grammar import filled, marked, said, table

from .sets import SETS

ORDERINGS = table(
    "how one treatment stands to another",
    "תספורת ואחר כך עיסוי / עיסוי אבל קודם גילוח / טיפול פנים אחרי העיסוי",
    ("ו? אחר כך|כ", said("order", "after")),
    ("ו? אחרי זה|כן", said("order", "after")),
    ("ו אז", said("order", "after")),
    ("מיד|ישר|צמוד אחרי|אחר", said("order", "after")),
    ("ברצף", said("order", "after")),
    ("לסיים|נסיים|לסיום ב?", said("order", "after")),
    ("קודם|תחילה", said("order", "before")),
    ("לפני זה|כן", said("order", "before")),
    ("להתחיל|נתחיל ב|עם", said("order", "before")),
    ("אחרי ה?", said("order_of", "after")),
    ("לפני ה?", said("order_of", "before")),
    ("יחד|ביחד|במקביל", said("order", "together")),
    ("באותו|אותו|אותה זמן|שעה", said("order", "together")),
    ("ב אותו|אותה זמן|שעה", said("order", "together")),
    ("ב זמן ש", said("order", "together")),
)
_OCCASION = "חתונה|החתונה|מסיבה|המסיבה|ראיון|הראיון|פגישה|הפגישה|טיסה|הטיסה|אירוע|האירוע"
# what follows in the same breath is the time of a visit that stands, or the end of a stay
VISIT_MARKS = table(
    "words before a time that is not wished for",
    "התור שלי ביום שני בארבע, אפשר ביום שלישי בשבע / אני כאן עד יום שישי, עדיף מחר",
    ("ה? תור|הזמנה|עיסוי|טיפול|תספורת|גילוח|מניקור|פדיקור שלי|שלנו הוא|היא|קבוע?", marked("stands")),
    ("יש לי|לנו תור|הזמנה|עיסוי|טיפול|תספורת|גילוח|מניקור|פדיקור", marked("stands")),
    ("אני|אנחנו רשום|רשומה|רשומים|קבוע|קבענו|קבעתי", marked("stands")),
    ("קבעתי|קבענו|הזמנתי|הזמנו ל?", marked("stands")),
    (filled("[cancel] את? ה? תור|הזמנה|עיסוי|טיפול|תספורת|גילוח?", SETS), marked("stands")),
    (
        f"{_OCCASION} שלי|שלנו|של|היא|הוא? =ב|<day>|<clock>",
        marked("stays"),
    ),
    ("יום הולדת|ההולדת שלי? =ב|<day>", marked("stays")),
    ("אפשר|רוצה|צריך|צריכה|אשמח", marked("wishes")),
    ("אני|אנחנו כאן|פה|נשאר|נשארת|נשארים|בעיר|ב עיר?", marked("stays")),
    ("אני|אנחנו טס|טסה|עוזב|עוזבת|חוזר|חוזרת|טסים|חוזרים הביתה?", marked("stays")),
)
