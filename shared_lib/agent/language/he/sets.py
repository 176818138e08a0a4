"""Groups of Hebrew words that phrases name in brackets, and words that say nothing."""

from shared_lib.agent.language.grammar import words

SETS = {
    "booking": """
        תור עיסוי טיפול תספורת גילוח מניקור פדיקור פגישה הזמנה רפלקסולוגיה מקום
    """,
    "cancel": """
        לבטל
    """,
    "move": """
        להעביר
    """,
    "book": """
        לקבוע
    """,
    "good": """
        טוב מצוין מתאים נכון
    """,
    "services": """
        עיסוי טיפול טיפולים תספורת גילוח מניקור פדיקור רפלקסולוגיה זקן פנים ספא מנוי חבילה חדר מיטה
    """,
    "people": """
        אדם נציג נציגה מנהל מנהלת אנושי אמיתי קבלה מזכירה מישהו
    """,
    "machine": """
        רובוט בוט אדם מכונה אנושי אמיתי מחשב תוכנה
    """,
    "languages": """
        עברית אנגלית רוסית ספרדית אוקראינית צרפתית ערבית
    """,
    "facts": """
        חניה חנייה מקלחת מקלחות סאונה מגבות מגבת חלוק חלוקים לוקר לוקרים טיפ כתובת טלפון מייל אתר מדיניות שובר מתנה
        הנחה הנחות מנוי אשראי מזומן וויפיי שירותים
    """,
    # the guest's people
    "kin": """
        אשתי בעלי חבר חברה חברתי חברי אמא אבא בן בת בני בתי אחי אחותי אח אחות היא הוא
    """,
}
FILLERS = words("את ה נא בבקשה אה אמ סתם פשוט גם")
# of these, words that tell in which order things shall happen
ORDER_WORDS = words("גם")
JOINERS = words("ו גם אז אבל . ; ! ואז")  # noqa: RUF001 -- between two wishes
BECOMES = words("ל ב")  # before what takes the place of another
ARTICLES = words("ה את אחד אחת טיפול טיפולי")
# words of a question that tell nothing of what it is about, and the endings of those that do
SMALL_WORDS = words("""
    אם אני אפשר את אתם האם הוא היא זה יש כן לא לי לכם מה מי מתי איפה איך כמה על עם של שלכם או גם
""")
ENDINGS = ("ים", "ות", "ה")
# words that may stand beside a bare hour and add nothing to it
BESIDE_HOUR = words("""
    אוקיי אוקי בסדר כן לא טוב אז עדיף בבקשה תודה מעולה מצוין ב בשעה יהיה נקבע קבעו לי
""")
