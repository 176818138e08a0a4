"""Hebrew phrases for days, weeks, months and holidays; a week begins on Sunday."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language import calendar, date_builders, day_builders, movable_holidays, time_builders
from shared_lib.agent.language.grammar import kept, marked, table

SUNDAY = 6

NAMED_PARTS = table(
    "parts of the day",
    "ערב פסח / בוקר טוב / מחר בבוקר",
    ("בוקר|ערב|לילה|צהריים|יום|שבוע|שבת|סופש טוב|נעים|שלום|מבורך|אור", marked("greeting")),
    ("המשך? יום|ערב|שבוע|סופש נעים|טוב|נפלא|מקסים", marked("farewell")),
    ("ה ערב", day_builders.day_and_part(calendar.ahead(0), "evening")),
    ("היום ב|ה? <part>", day_builders.part_of_today),
    ("היום ב? אחהצ", day_builders.day_and_part(calendar.ahead(0), "afternoon")),
    ("ה ערב הזה", day_builders.day_and_part(calendar.ahead(0), "evening")),
    ("ה לילה", day_builders.day_and_part(calendar.ahead(0), "night")),
    ("מוקדם|מאוחר|לפנות|לקראת ב? <part>", kept("part")),
    ("=<weekday>|מחר|מחרתיים ,? ב? ה? <part>", kept("part")),
    ("ערב =ראש|שבת|חג|פסח|יום|סוכות|כיפור|חנוכה|פורים", marked("eve")),
    ("על ה <part>", kept("part")),
)

HOLIDAYS = table(
    "holidays",
    "ערב פסח / חג המולד / בראש השנה",
    ("חג? ה? מולד", day_builders.day(calendar.day_of_month(25, 12))),
    ("ערב ה שנה ה חדשה", day_builders.day(calendar.day_of_month(31, 12))),
    ("ראש ה שנה", day_builders.day(movable_holidays.after_jewish_new_year(0))),
    ("יום כיפור|כיפורים", day_builders.day(movable_holidays.after_jewish_new_year(9))),
    ("סוכות", day_builders.day(movable_holidays.after_jewish_new_year(14))),
    ("שמחת תורה", day_builders.day(movable_holidays.after_jewish_new_year(22))),
    ("חנוכה", day_builders.day(movable_holidays.hanukkah())),
    ("פורים", day_builders.day(movable_holidays.passover(-30))),
    ("פסח", day_builders.day(movable_holidays.passover())),
    ("חג ה? שבועות", day_builders.day(movable_holidays.passover(50))),
    ("ערב? סילבסטר", day_builders.day(calendar.day_of_month(31, 12))),
    ("יום ה? אהבה|וולנטיין|ולנטיין", day_builders.day(calendar.day_of_month(14, 2))),
    ("חג? ה? הודיה", day_builders.day(calendar.nth_weekday(11, 3, 4))),
    ("האלווין|הלואין|ליל|כל הקדושים", day_builders.day(calendar.day_of_month(31, 10))),
)

_ON = "ב|ל|ה"
_WEEKDAY = "יום? ה?"
RELATIVE = table(
    "days, weeks and months seen from today",
    "כרגע לא / עוד שעה / אתמול ב-3",
    ("ב? מוצאי שבת", day_builders.day_and_part(calendar.coming(calendar.SATURDAY), "evening")),
    ("ב? מוצש|מוצאש", day_builders.day_and_part(calendar.coming(calendar.SATURDAY), "evening")),
    ("ל? היום", day_builders.day(calendar.ahead(0))),
    ("עכשיו|מיד|כרגע", day_builders.day(calendar.ahead(0))),
    ("ל? מחר", day_builders.day(calendar.ahead(1))),
    ("ל? מחרתיים", day_builders.day(calendar.ahead(2))),
    ("אתמול|שלשום", marked("past")),
    (f"{_ON}? {_WEEKDAY} <weekday>|שבוע|חודש|שנה שעבר", marked("past")),
    ("לפני <length>", marked("past")),
    ("ב|ל? ה? שבוע הזה", day_builders.day(calendar.week(0, starts=SUNDAY))),
    ("ה שבוע", day_builders.day(calendar.week(0, starts=SUNDAY))),
    ("ב|ל? ה? שבוע הבא|הקרוב", day_builders.day(calendar.week(1, starts=SUNDAY))),
    ("ב? תחילת ה? שבוע", day_builders.day(calendar.week(0, 0, 2, starts=SUNDAY))),
    ("ב? אמצע ה? שבוע", day_builders.day(calendar.week(0, 2, 4, starts=SUNDAY))),
    ("ב? תחילת ה? שבוע הבא", day_builders.day(calendar.week(1, 0, 2, starts=SUNDAY))),
    ("ב? אמצע ה? שבוע הבא", day_builders.day(calendar.week(1, 2, 4, starts=SUNDAY))),
    ("ב|ל|ה? ה? סופש הזה|הקרוב?", day_builders.day(calendar.week(0, 5, 6, starts=SUNDAY))),
    ("ב|ל|ה? ה? סופש הבא", day_builders.day(calendar.week(1, 5, 6, starts=SUNDAY))),
    ("ב|ל|ה? סופש ה? אחרון ל|ב|של <month>", lambda month: day_builders.weekend_of_month(-1, month)),
    ("ה חודש הזה?", day_builders.day(calendar.month_part(None, 1, 31))),
    ("ב? ה? חודש הבא", day_builders.day(calendar.month_part(None, 1, 31, 1))),
    ("ב? סוף ה? חודש", day_builders.day(calendar.month_part(None, 21, 31))),
    ("ב? תחילת ה? חודש הבא", day_builders.day(calendar.month_part(None, 1, 10, 1))),
    ("ב? סוף ה? חודש הבא", day_builders.day(calendar.month_part(None, 21, 31, 1))),
    ("ב? סוף ה? שנה", day_builders.day(calendar.month_part(12, 15, 31))),
    ("ב? ה? שנה הבא", day_builders.day(calendar.year(1))),
    ("בעוד|עוד שנה", day_builders.day(calendar.months_ahead(12))),
    ("בעוד|עוד <length>", date_builders.in_length),
    ("תוך <length>", date_builders.within_length),
    ("ל? מחרת", lambda: date_builders.shift_by(1, (1, "day"))),
    ("ב? ה? <length> הבא|הקרוב", date_builders.next_days),
    ("ב? ה? ימים הקרוב", lambda: date_builders.next_days((3, "day"))),
)

_WEEKDAYS = f"מ|בין {_WEEKDAY} <weekday> עד|ל|ו|- {_WEEKDAY} <weekday>"
WEEKDAYS = table(
    "weekdays",
    "ביום שני / בחמישי הקרוב / בין ראשון לשלישי",
    (f"{_ON}? {_WEEKDAY} <weekday>", day_builders.on_weekday),
    (f"{_ON}? {_WEEKDAY} <weekday> הזה|הקרוב", day_builders.on_weekday),
    (f"{_ON}? {_WEEKDAY} <weekday> הבא", day_builders.weekday_in_week(1, SUNDAY)),
    (f"{_ON}? {_WEEKDAY} <weekday> ,|ב|ל? ה? שבוע הבא", day_builders.weekday_in_week(1, SUNDAY)),
    (f"{_ON}? {_WEEKDAY} <weekday> ,|ב? ה? שבוע הזה?", day_builders.weekday_in_week(0, SUNDAY)),
    (f"ב? ה? שבוע הבא ,? ב? {_WEEKDAY} <weekday>", day_builders.weekday_in_week(1, SUNDAY)),
    (f"=להעביר .. מ {_WEEKDAY} =<weekday> ל {_WEEKDAY} <weekday>", day_builders.on_weekday),
    (_WEEKDAYS, lambda first, last: date_builders.span(calendar.coming(first), calendar.coming(last))),
    (f"{_WEEKDAYS} ,|ב|ל? ה? שבוע הבא", day_builders.weekdays_of_week(1, SUNDAY)),
    (f"{_WEEKDAYS} ,|ב? ה? שבוע הזה?", day_builders.weekdays_of_week(0, SUNDAY)),
    (f"ב? ה? שבוע הבא ,? {_WEEKDAYS}", day_builders.weekdays_of_week(1, SUNDAY)),
    (f"בעוד|עוד <length> ,? {_ON}? {_WEEKDAY} <weekday>", day_builders.weekday_near),
    (
        f"{_ON}? {_WEEKDAY} <weekday> ב? עוד|בעוד <length>",
        lambda day, span: date_builders.counted_after_weekday(span, day),
    ),
)

_DAY = "ה? <mday>|<ordinal>"
_OF = "ל|ב|של"


# a day by its number, which could not be anything else
DATES = table(
    "dates",
    "2 בנובמבר / ב-28 לחודש / 10-12 בדצמבר",
    ("=פתוח|עובדים|זמין|פועלים <slashed>", time_builders.always),
    (f"{_ON}? {_DAY} {_OF}? <month> ב? <number>?", date_builders.day_month),
    (f"ה? <nth> {_OF} <month>", date_builders.day_month),
    (f"ב? <month> {_DAY}", date_builders.month_day_year),
    (f"{_ON}? {_WEEKDAY} <weekday> ,? ב|ל? {_DAY} {_OF} <month> ב? <number>?", date_builders.numbered),
    (f"{_ON}? יום <weekday> ,? ב|ל? ה <mday>", date_builders.numbered),
    (f"{_ON}? {_WEEKDAY} <weekday> ,? ב|ה? ה? <slashed>", date_builders.slashed_on_weekday("dm")),
    (f"מ|בין|ה? ה? <mday> עד|ל|-|ו ל|ה? ה? <mday> {_OF} <month>", date_builders.span_in_month),
    (f"מ|בין ה? <mday> עד|ל|-|ו ל? ה? <mday> {_OF} ה? חודש הזה?", date_builders.span_of_days),
    (f"מ|בין ה? <mday> עד|ל|-|ו ל? ה? <mday> {_OF} ה? חודש הבא", date_builders.span_in_next_month),
    (f"{_ON}? <nth> {_OF} ה? חודש הזה?", date_builders.of_this_month),
    (f"{_ON}? {_DAY} {_OF} ה? חודש הזה?", date_builders.of_this_month),
    (f"{_ON}? {_DAY} {_OF}? ה? חודש הבא", date_builders.of_next_month),
    (f"{_ON}? ה? <slashed>", date_builders.slashed("dm")),
    ("<ymd>", date_builders.iso),
    (
        f"ב|ה? יום? <weekday> ה <nth> {_OF} <month>",
        lambda weekday, nth, month: day_builders.nth_of_month(nth, weekday, month),
    ),
    (
        f"ב|ה? יום? <weekday> ה אחרון {_OF} <month>",
        lambda weekday, month: day_builders.nth_of_month(-1, weekday, month),
    ),
    (f"{_ON}? יום? <weekday> ה אחרון {_OF} ה חודש", lambda weekday: day_builders.nth_of_month(-1, weekday)),
    (f"{_ON}? ה? שבוע ה <nth> {_OF} <month>", day_builders.week_of_month),
    (f"{_ON}? ה? שבוע ה אחרון {_OF} <month>", lambda month: day_builders.week_of_month(-1, month)),
    ("ב? תאריך <mday>", date_builders.of_this_month),
)

DAYS = (
    HOLIDAYS,
    RELATIVE,
    WEEKDAYS,
)

# what may be a day where nothing better was found
LOOSE = table(
    "what may be a date where nothing better was found",
    "בסוף דצמבר / בדצמבר / אחרי ה-28",
    ("ב|במהלך <month>", day_builders.part_of_month(1, 31)),
    ("ב? תחילת <month>", day_builders.part_of_month(1, 10)),
    ("ב? אמצע <month>", day_builders.part_of_month(11, 20)),
    ("ב? סוף <month>", day_builders.part_of_month(21, 31)),
    ("=ב|ל|עד|מ|אחרי|לפני ה <mday>", date_builders.of_this_month),
)

_HERE = "בארץ|פה|כאן|בעיר|זמין|פנוי|נמצא|נמצאת|אהיה|נהיה|בבית"
_BUSY = "עסוק|עסוקה|עסוקים|עובד|עובדת|עובדים|בחופש|בחופשה|בחול|במילואים|בנסיעה|טס|טסה|חולה"
_CAN = "יכול|מתאים|טוב|נוח|אפשר|פנוי|בא|אוכל|נוכל|מצליח|מצליחה|עובד|רלוונטי"
_WAS = "הייתי|היינו|באתי|באנו|הגעתי|הגענו|התקשרתי|שילמתי|ביקרתי|קבעתי"
# runs over days already found
DAY_JOINS = table(
    "date ranges and open ends, days refused, days past",
    "כרגע לא / ערב פסח / אחרי פסח",
    (f"=לא =אהיה? ={_HERE} עד ה? <day>", date_builders.day_bound("after")),
    (f"={_BUSY} עד ה? <day>", date_builders.day_bound("after")),
    ("=חוזר|חוזרת|אחזור|נחזור|חוזרים רק? ב? <day>", date_builders.day_bound("after", last=False)),
    (f"<day> אני|אנחנו? {_BUSY}", kept("not_day")),
    (f"<day> =אני|אנחנו? ={_BUSY} =<bound>", kept("day")),
    ("<day> זה? אי|בלתי אפשר|אפשרי", kept("not_day")),
    ("=היה|הייתה|היו ב? <day>", marked("past")),
    (f"=אני|אנחנו ={_BUSY} ב? <day>", kept("not_day")),
    (f"<day> אני|אנחנו? לא {_HERE}", kept("not_day")),
    (f"<day> אני|אנחנו|זה|ה? אף|אפ? פעם? לא {_CAN}", kept("not_day")),
    ("<day> אין לי|לנו זמן|אפשרות", kept("not_day")),
    ("אף|אפ פעם לא ב|ל? <day>", kept("not_day")),
    ("<day> לא =,|.|!|עדיף|אלא", kept("not_day")),
    (f"={_WAS} =אצלכם|שם? ב? <day>", marked("past")),
    ("<eve> <day>", lambda _, day: day_builders.days_after(-1)(day)),
    ("<length> מ <day>", date_builders.counted_after),
    ("יום אחרי <day>", day_builders.days_after(1)),
    ("<length> אחרי <day>", date_builders.counted_after),
    ("<length> לפני <day>", date_builders.counted_before),
    ("מ|בין ה? <day> עד|ל|-|ו <day>", date_builders.span),
    ("<day> עד|- <day>", date_builders.span),
    ("עד ה? <day>", date_builders.day_bound("before")),
    ("לפני ה? <day>", date_builders.day_bound("before", last=False, beyond=True)),
    ("לא יאוחר מ <day>", date_builders.day_bound("before")),
    ("אחרי <day>", date_builders.day_bound("after", beyond=True)),
    ("החל? מ ה? <day> ו? הלאה|אילך|והלאה?", date_builders.day_bound("after", last=False)),
    ("לא לפני ה? <day>", date_builders.day_bound("after", last=False)),
    ("<day> או אחרי", date_builders.day_bound("after")),
    ("רק? לא ב|ל? <day>", kept("not_day")),
    ("חוץ|פרט|מלבד מ|ל? ב? <day>", kept("not_day")),
    ("במקום ב? <day>", kept("not_day")),
    ("לא יכול|מתאים|נוח|אפשר|פנוי ב|ל? <day>", kept("not_day")),
    ("לא יכול|אוכל|נוכל|אצליח|מצליח|מצליחה להגיע|לבוא", marked("unable")),
)

# what is said of a time spoken of before
SHIFTS = table(
    "later or earlier than what was spoken of",
    "יום אחרי",
    ("יום אחרי", lambda: date_builders.shift_by(1, (1, "day"))),
    ("=תדחו|תדחה|תדחי|לדחות =את =זה|זאת ב <length>", lambda span: date_builders.shift_by(1, span)),
    ("=תדחו|תדחה|תדחי|לדחות =את =ה =תור|עיסוי|טיפול שלי? ב <length>", lambda span: date_builders.shift_by(1, span)),
)
