"""Hebrew phrases for days, weeks, months and holidays; a week begins on Sunday."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language import calendar, counted, dated, feasts, limits, numbered, reach
from shared_lib.agent.language.grammar import Table

SUNDAY = 6

NAMED_PARTS: Table = (
    ("בוקר|ערב|לילה|צהריים|יום|שבוע|שבת|סופש טוב|נעים|שלום|מבורך|אור", counted.marked("greeting")),
    ("המשך? יום|ערב|שבוע|סופש נעים|טוב|נפלא|מקסים", counted.marked("farewell")),
    ("ה ערב", dated.day_and_part(calendar.ahead(0), "evening")),
    ("היום ב|ה? <part>", dated.part_of_today),
    ("היום ב? אחהצ", dated.day_and_part(calendar.ahead(0), "afternoon")),
    ("ה ערב הזה", dated.day_and_part(calendar.ahead(0), "evening")),
    ("ה לילה", dated.day_and_part(calendar.ahead(0), "night")),
    ("ה בוקר", dated.day_and_part(calendar.ahead(0), "morning")),
    ("מוקדם|מאוחר|לפנות|לקראת ב? <part>", counted.kept("part")),
    ("=<weekday>|מחר|מחרתיים ,? ב? ה? <part>", counted.kept("part")),
    ("ערב =ראש|שבת|חג|פסח|יום|סוכות|כיפור|חנוכה|פורים", counted.marked("eve")),
    ("על ה <part>", counted.kept("part")),
)

HOLIDAYS: Table = (
    ("חג? ה? מולד", dated.day(calendar.day_of_month(25, 12))),
    ("ערב ה שנה ה חדשה", dated.day(calendar.day_of_month(31, 12))),
    ("ראש ה שנה", dated.day(feasts.after_jewish_new_year(0))),
    ("יום כיפור|כיפורים", dated.day(feasts.after_jewish_new_year(9))),
    ("סוכות", dated.day(feasts.after_jewish_new_year(14))),
    ("שמחת תורה", dated.day(feasts.after_jewish_new_year(22))),
    ("חנוכה", dated.day(feasts.hanukkah())),
    ("פורים", dated.day(feasts.passover(-30))),
    ("פסח", dated.day(feasts.passover())),
    ("חג ה? שבועות", dated.day(feasts.passover(50))),
    ("ערב? סילבסטר", dated.day(calendar.day_of_month(31, 12))),
    ("ה? שנה ה אזרחית", dated.day(calendar.day_of_month(1, 1))),
    ("יום ה? אהבה|וולנטיין|ולנטיין", dated.day(calendar.day_of_month(14, 2))),
    ("חג? ה? הודיה", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("האלווין|הלואין|ליל|כל הקדושים", dated.day(calendar.day_of_month(31, 10))),
    ("יום ה? אם", dated.day(calendar.nth_weekday(5, 6, 2))),
)

_ON = "ב|ל|ה"
_WEEKDAY = "יום? ה?"
RELATIVE: Table = (
    ("ב? מוצאי שבת", dated.day_and_part(calendar.coming(calendar.SATURDAY), "evening")),
    ("ב? מוצש|מוצאש", dated.day_and_part(calendar.coming(calendar.SATURDAY), "evening")),
    ("ל? היום", dated.day(calendar.ahead(0))),
    ("עכשיו|מיד|כרגע", dated.day(calendar.ahead(0))),
    ("ל? מחר", dated.day(calendar.ahead(1))),
    ("ל? מחרתיים", dated.day(calendar.ahead(2))),
    ("אתמול|שלשום", counted.marked("past")),
    (f"{_ON}? {_WEEKDAY} <weekday>|שבוע|חודש|שנה שעבר", counted.marked("past")),
    ("לפני <length>", counted.marked("past")),
    ("ב|ל? ה? שבוע הזה", dated.day(calendar.week(0, starts=SUNDAY))),
    ("ה שבוע", dated.day(calendar.week(0, starts=SUNDAY))),
    ("ב|ל? ה? שבוע הבא|הקרוב", dated.day(calendar.week(1, starts=SUNDAY))),
    ("ב? תחילת ה? שבוע", dated.day(calendar.week(0, 0, 2, starts=SUNDAY))),
    ("ב? אמצע ה? שבוע", dated.day(calendar.week(0, 2, 4, starts=SUNDAY))),
    ("ב? תחילת ה? שבוע הבא", dated.day(calendar.week(1, 0, 2, starts=SUNDAY))),
    ("ב? אמצע ה? שבוע הבא", dated.day(calendar.week(1, 2, 4, starts=SUNDAY))),
    ("ב|ל|ה? ה? סופש הזה|הקרוב?", dated.day(calendar.week(0, 5, 6, starts=SUNDAY))),
    ("ב|ל|ה? ה? סופש הבא", dated.day(calendar.week(1, 5, 6, starts=SUNDAY))),
    ("ב|ל|ה? סופש ה <nth> ל|ב|של <month>", dated.weekend_of_month),
    ("ב|ל|ה? סופש ה? אחרון ל|ב|של <month>", lambda month: dated.weekend_of_month(-1, month)),
    ("ב? אמצע|ימי ה? חול", dated.day(calendar.week(0, 0, 4, starts=SUNDAY))),
    ("ה חודש הזה?", dated.day(calendar.month_part(None, 1, 31))),
    ("ב? ה? חודש הבא", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("ב? תחילת ה? חודש", dated.day(calendar.month_part(None, 1, 10))),
    ("ב? אמצע ה? חודש", dated.day(calendar.month_part(None, 11, 20))),
    ("ב? סוף ה? חודש", dated.day(calendar.month_part(None, 21, 31))),
    ("ב? תחילת ה? חודש הבא", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("ב? סוף ה? חודש הבא", dated.day(calendar.month_part(None, 21, 31, 1))),
    ("ב? סוף ה? שנה", dated.day(calendar.month_part(12, 15, 31))),
    ("ב? ה? שנה הבא", dated.day(calendar.year(1))),
    ("בעוד|עוד שנה", dated.day(calendar.months_ahead(12))),
    ("בעוד|עוד <length>", reach.in_length),
    ("ב עוד <length>", reach.in_length),
    ("תוך <length>", reach.within_length),
    ("ב תוך <length>", reach.within_length),
    ("ב? <length> יותר? מאוחר יותר?", lambda span: reach.shift_by(1, span)),
    ("<length> אחר כך", lambda span: reach.shift_by(1, span)),
    ("ב? <length> יותר? מוקדם|קודם יותר?", lambda span: reach.shift_by(-1, span)),
    ("ל? מחרת", lambda: reach.shift_by(1, (1, "day"))),
    ("ב? ה? <length> הבא|הקרוב", reach.next_days),
    ("ב? ה? ימים הקרוב", lambda: reach.next_days((3, "day"))),
)

_WEEKDAYS = f"מ|בין {_WEEKDAY} <weekday> עד|ל|ו|- {_WEEKDAY} <weekday>"
WEEKDAYS: Table = (
    (f"{_ON}? {_WEEKDAY} <weekday>", dated.on_weekday),
    (f"{_ON}? {_WEEKDAY} <weekday> הזה|הקרוב", dated.on_weekday),
    (f"{_ON}? {_WEEKDAY} <weekday> הבא", dated.weekday_in_week(1, SUNDAY)),
    (f"{_ON}? {_WEEKDAY} <weekday> ,|ב|ל? ה? שבוע הבא", dated.weekday_in_week(1, SUNDAY)),
    (f"{_ON}? {_WEEKDAY} <weekday> ,|ב? ה? שבוע הזה?", dated.weekday_in_week(0, SUNDAY)),
    (f"ב? ה? שבוע הבא ,? ב? {_WEEKDAY} <weekday>", dated.weekday_in_week(1, SUNDAY)),
    (f"=להעביר .. מ {_WEEKDAY} =<weekday> ל {_WEEKDAY} <weekday>", dated.on_weekday),
    (_WEEKDAYS, lambda first, last: reach.span(calendar.coming(first), calendar.coming(last))),
    (f"{_WEEKDAYS} ,|ב|ל? ה? שבוע הבא", dated.weekdays_of_week(1, SUNDAY)),
    (f"{_WEEKDAYS} ,|ב? ה? שבוע הזה?", dated.weekdays_of_week(0, SUNDAY)),
    (f"ב? ה? שבוע הבא ,? {_WEEKDAYS}", dated.weekdays_of_week(1, SUNDAY)),
    (f"בעוד|עוד <length> ,? {_ON}? {_WEEKDAY} <weekday>", dated.weekday_near),
    (f"{_ON}? {_WEEKDAY} <weekday> ב? עוד|בעוד <length>", lambda day, span: reach.counted_after_weekday(span, day)),
)

_DAY = "ה? <mday>|<ordinal>"
_OF = "ל|ב|של"


# a day by its number, which could not be anything else
DATES: Table = (
    ("=פתוח|עובדים|זמין|פועלים <slashed>", limits.always),
    (f"{_ON}? {_DAY} {_OF}? <month> ב? <number>?", numbered.day_month),
    (f"ה? <nth> {_OF} <month>", numbered.day_month),
    (f"ב? <month> {_DAY}", numbered.month_day_year),
    (f"{_ON}? {_WEEKDAY} <weekday> ,? ב|ל? {_DAY} {_OF} <month> ב? <number>?", numbered.numbered),
    (f"{_ON}? יום <weekday> ,? ב|ל? ה <mday>", numbered.numbered),
    (f"{_ON}? {_WEEKDAY} <weekday> ,? ב|ה? ה? <slashed>", numbered.slashed_on_weekday("dm")),
    (f"מ|בין|ה? ה? <mday> עד|ל|-|ו ל|ה? ה? <mday> {_OF} <month>", numbered.span_in_month),
    (f"מ|בין ה? <mday> עד|ל|-|ו ל? ה? <mday> {_OF} ה? חודש הזה?", numbered.span_of_days),
    (f"מ|בין ה? <mday> עד|ל|-|ו ל? ה? <mday> {_OF} ה? חודש הבא", numbered.span_in_next_month),
    (f"{_ON}? <nth> {_OF} ה? חודש הזה?", numbered.of_this_month),
    (f"{_ON}? {_DAY} {_OF} ה? חודש הזה?", numbered.of_this_month),
    (f"{_ON}? {_DAY} {_OF}? ה? חודש הבא", numbered.of_next_month),
    (f"{_ON}? ה? <slashed>", numbered.slashed("dm")),
    ("<ymd>", numbered.iso),
    (f"ב|ה? יום? <weekday> ה <nth> {_OF} <month>", lambda weekday, nth, month: dated.nth_of_month(nth, weekday, month)),
    (f"ב|ה? יום? <weekday> ה אחרון {_OF} <month>", lambda weekday, month: dated.nth_of_month(-1, weekday, month)),
    (f"{_ON}? יום? <weekday> ה <nth> {_OF} ה חודש", lambda weekday, nth: dated.nth_of_month(nth, weekday)),
    (f"{_ON}? יום? <weekday> ה אחרון {_OF} ה חודש", lambda weekday: dated.nth_of_month(-1, weekday)),
    (f"{_ON}? ה? שבוע ה <nth> {_OF} <month>", dated.week_of_month),
    (f"{_ON}? ה? שבוע ה אחרון {_OF} <month>", lambda month: dated.week_of_month(-1, month)),
    (f"{_ON}? ה? יום ה אחרון {_OF} ה חודש", dated.last_of_month()),
    (f"{_ON}? ה? יום ה אחרון {_OF} <month>", lambda month: dated.last_of_month(0, month)()),
    ("ב? תאריך <mday>", numbered.of_this_month),
)

DAYS: Table = (*HOLIDAYS, *RELATIVE, *WEEKDAYS)

# what may be a day where nothing better was found
LOOSE: Table = (
    ("ב|במהלך <month>", dated.part_of_month(1, 31)),
    ("ב? תחילת <month>", dated.part_of_month(1, 10)),
    ("ב? אמצע <month>", dated.part_of_month(11, 20)),
    ("ב? סוף <month>", dated.part_of_month(21, 31)),
    ("ה? <mday> =<clock>", numbered.of_this_month),
    ("=ב|ל|עד|מ|אחרי|לפני ה <mday>", numbered.of_this_month),
)

_HERE = "בארץ|פה|כאן|בעיר|זמין|פנוי|נמצא|נמצאת|אהיה|נהיה|בבית"
_BUSY = "עסוק|עסוקה|עסוקים|עובד|עובדת|עובדים|בחופש|בחופשה|בחול|במילואים|בנסיעה|טס|טסה|חולה"
_CAN = "יכול|מתאים|טוב|נוח|אפשר|פנוי|בא|אוכל|נוכל|מצליח|מצליחה|עובד|רלוונטי"
_WAS = "הייתי|היינו|באתי|באנו|הגעתי|הגענו|התקשרתי|שילמתי|ביקרתי|קבעתי"
# runs over days already found
DAY_JOINS: Table = (
    (f"=לא =אהיה? ={_HERE} עד ה? <day>", reach.day_bound("after")),
    (f"={_BUSY} עד ה? <day>", reach.day_bound("after")),
    ("=חוזר|חוזרת|אחזור|נחזור|חוזרים רק? ב? <day>", reach.day_bound("after", last=False)),
    (f"<day> אני|אנחנו? {_BUSY}", counted.kept("not_day")),
    (f"<day> =אני|אנחנו? ={_BUSY} =<bound>", counted.kept("day")),
    ("<day> זה? אי|בלתי אפשר|אפשרי", counted.kept("not_day")),
    ("=היה|הייתה|היו ב? <day>", counted.marked("past")),
    (f"=אני|אנחנו ={_BUSY} ב? <day>", counted.kept("not_day")),
    (f"<day> אני|אנחנו? לא {_HERE}", counted.kept("not_day")),
    (f"<day> אני|אנחנו|זה|ה? אף|אפ? פעם? לא {_CAN}", counted.kept("not_day")),
    ("<day> אין לי|לנו זמן|אפשרות", counted.kept("not_day")),
    ("אף|אפ פעם לא ב|ל? <day>", counted.kept("not_day")),
    ("<day> לא =,|.|!|עדיף|אלא", counted.kept("not_day")),
    (f"={_WAS} =אצלכם|שם? ב? <day>", counted.marked("past")),
    ("=להעביר .. מ <day> <clock>? ל? <day>", lambda _first, _clock, last: {"day": last}),
    ("<eve> <day>", lambda _, day: dated.days_after(-1)(day)),
    ("<length> מ <day>", reach.counted_after),
    ("ה? שבוע אחרי|ש <day>", dated.week_beside(1)),
    ("ה? שבוע לפני <day>", dated.week_beside(-1)),
    ("יום אחרי <day>", dated.days_after(1)),
    ("ה? יום ש? אחרי <day>", dated.days_after(1)),
    ("ה? יום ש? לפני <day>", dated.days_after(-1)),
    ("<length> אחרי <day>", reach.counted_after),
    ("<length> לפני <day>", reach.counted_before),
    ("ה? שבוע של <day>", dated.week_of),
    ("מ|בין ה? <day> עד|ל|-|ו <day>", reach.span),
    ("<day> עד|- <day>", reach.span),
    ("מ <day> עד|ל|- ה? <mday>", numbered.span_to_number),
    ("עד ה? <day>", reach.day_bound("before")),
    ("לפני ה? <day>", reach.day_bound("before", last=False)),
    ("לא יאוחר מ <day>", reach.day_bound("before")),
    ("אחרי <day>", reach.day_bound("after")),
    ("החל? מ ה? <day> ו? הלאה|אילך|והלאה?", reach.day_bound("after", last=False)),
    ("<day> ו? הלאה|אילך|והלאה", reach.day_bound("after", last=False)),
    ("לא לפני ה? <day>", reach.day_bound("after", last=False)),
    ("<day> או אחרי", reach.day_bound("after")),
    ("רק? לא ב|ל? <day>", counted.kept("not_day")),
    ("חוץ|פרט|מלבד מ|ל? ב? <day>", counted.kept("not_day")),
    ("אם לא <day>", counted.kept("day")),
    ("במקום ב? <day>", counted.kept("not_day")),
    ("ב מקום <day>", counted.kept("not_day")),
    ("<day> אני? לא יכול|מתאים|טוב|נוח|אפשר|פנוי?", counted.kept("not_day")),
    ("לא יכול|מתאים|נוח|אפשר|פנוי ב|ל? <day>", counted.kept("not_day")),
    ("לא יכול|אוכל|נוכל|אצליח|מצליח|מצליחה להגיע|לבוא", counted.marked("unable")),
)

# what is said of a time spoken of before
SHIFTS: Table = (
    ("יום אחרי", lambda: reach.shift_by(1, (1, "day"))),
    ("יום לפני|קודם", lambda: reach.shift_by(-1, (1, "day"))),
)
