"""Hebrew phrases for numbers, lengths and clock times; prefixes are words of their own here."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language import counted, limits, timed
from shared_lib.agent.language.grammar import Readings, Table


def teen(unit: int) -> Readings:
    """Make שבע עשרה seventeen."""
    return counted.number(10, unit)


NUMBERS: Table = (
    ("<unit> עשרה|עשר", teen),
    ("<tens> ו <unit>", counted.number),
    ("<tens> ו <nth>", counted.ordinal),
    ("<hundred> ו? <tens>|<number>", counted.number),
    ("כמה =<unit_of_time>", counted.said("few", 3)),
)

_MONEY = "דולר|דולרים|שקל|שקלים|שח|אירו|שנים|אחוז"
LENGTHS: Table = (
    ("=לפני|אחרי|עד יום =<weekday>", counted.marked("named")),
    ("<number> ה <unit_of_time> =הבא|הקרוב", counted.length),
    ("<number>|<few> <unit_of_time>", counted.length),
    ("חצי שעה", lambda: counted.length(30, "minute")),
    ("רבע שעה", lambda: counted.length(15, "minute")),
    ("שלושת רבעי שעה", lambda: counted.length(45, "minute")),
    ("שעה ו חצי", lambda: counted.length(90, "minute")),
    ("שעה ו רבע", lambda: counted.length(75, "minute")),
    ("<length> ו חצי", lambda span: counted.length_and_half(*span)),
    ("<number> שעות ו חצי", lambda hours: counted.length(hours + 0.5, "hour")),
    ("<number> שעות ו <number> דקות", counted.hours_and_minutes),
    ("שעה ו <number> דקות", lambda minutes: counted.hours_and_minutes(1, minutes)),
    ("=בעוד|עוד|תוך|כל|למשך|לפני|אחרי <unit_of_time>", lambda unit: counted.length(1, unit)),
    ("=בעוד|עוד|תוך|למשך <unit_of_time> ו חצי", lambda unit: counted.length_and_half(1, unit)),
    ("<unit_of_time> =יותר|מאוחר|קודם|אחר|מוקדם", lambda unit: counted.length(1, unit)),
    ("ל ה? שעה <hour>", timed.at),
    ("=ל שעה", lambda: counted.length(1, "hour")),
    ("=ב|ל|תוך עוד|משך <unit_of_time>", lambda unit: counted.length(1, unit)),
    # what is counted or paid is no hour
    (f"בין|מ <number> ל|עד|ו|- <number> {_MONEY}", counted.marked("amount")),
    (f"<number> {_MONEY}", counted.marked("amount")),
    ("=פחות|יותר|מעל|מתחת מ|ל <number>", limits.large),
    ("=גר|גרה|גרים|כתובת|רחוב =ב? <number>", counted.marked("amount")),
    ("=ב|שעה <hour> =עיסוי|טיפול", timed.at),
    ("<number> =עיסוי|טיפול|טיפולים|תספורת", limits.several),
    ("אני|אנחנו|לי|לנו ו ל? <number> חברים|חברות|אנשים|נשים|גברים|אחיות|אחים", limits.more_come),
    ("<number> אדם|חברים|גברים|נשים", counted.kept("party")),
    ("=אנחנו|נהיה|נבוא <number>", counted.kept("party")),
)

_THE_HOUR = "ה? שעה"
# what can only be a time
CLOCKS: Table = (
    ("<hm> <half>?", timed.at_shape),
    ("בין|מ <hour> ל <hour>", timed.window),
    ("=בין|מ <hour> =ל =<hour> =ו =חצי|רבע|<minute>", timed.at),
    ("<compact> <half>", timed.at_shape),
    ("<hour> <half>", timed.at),
    ("<hour> <minute> <half>", timed.at_minute),
    (f"{_THE_HOUR} <hour>", timed.at),
    (f"{_THE_HOUR} <hour> <minute>", timed.at_minute),
    (f"{_THE_HOUR} <hour> ו? <minute> דקות?", timed.at_minute),
    (f"{_THE_HOUR}? <hour> ו חצי <half>?", timed.minutes_past(30)),
    (f"{_THE_HOUR}? <hour> ו רבע <half>?", timed.minutes_past(15)),
    (f"{_THE_HOUR}? <hour> ו <minute> דקות?", timed.at_minute),
    (f"{_THE_HOUR}? <hour> ו <length>", lambda hour, span: timed.past_length(span, hour)),
    ("<hour> ו חמישה|5 דקות?", lambda hour: timed.at_minute(hour, 5)),
    ("רבע ל <hour>", timed.minutes_to(15)),
    ("<length> ל|לפני <hour>", timed.to_length),
    ("<minute> ל <hour>", timed.round_to),
    ("חמישה|5 ל <hour>", lambda hour: timed.to(5, hour)),
    ("<hour> בדיוק|נכון", timed.at),
    ("חצות", timed.fixed(0)),
    ("12 ב לילה", timed.fixed(0)),
    ("אחרי ה? עבודה", timed.open_from(17)),
    ("לפני ה? עבודה", timed.open_until(9)),
    ("לפני ה? צהריים", timed.open_until(12)),
    ("אחרי ה? לימודים", timed.soft_window(15, 21)),
)

_BEFORE = "=ב|ל|מ|עד|אחרי|לפני|סביב|סביבות|בערך|בין|או|כ|החל|לקראת|אולי"
_TO = "עד|ל|-|ו"
# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS: Table = (
    ("=להעביר .. מ <hour> ל <hour>", timed.last_hour),
    ("מ|בין <hour> עד|ל|-|ו ל? <hour>", timed.window),
    ("בין ה? שעות? <hour> ל|עד|-|ו <hour>", timed.window),
    (f"{_BEFORE} <hour>", timed.at),
    (f"{_BEFORE} <hour> <minute>", timed.at_minute),
    (f"{_BEFORE} <compact>", timed.at_shape),
    ("<hour> =ב|ה? =<part>|צהריים|אחהצ", timed.at),
    ("<hour> <minute> =ב|ה? =<part>|צהריים|אחהצ", timed.at_minute),
    ("<hour> - <hour> =<part>|<day>|ב", timed.window),
    ("=<day>|<part> ,? <hour> - <hour>", timed.window),
    ("=<day>|<part> ,? <hour>", timed.at),
    ("=<day>|<part> ,? <hour> <minute>", timed.at_minute),
    ("<hour> =<day>", timed.at),
    ("<hour> או =<hour>|<clock>", timed.at),
)

# what is a time because a time was asked for
WHEN_ASKED: Table = (
    ("<hour>", timed.at),
    ("<hour> <minute>", timed.at_minute),
    ("<hour> -|עד <hour>", timed.window),
    ("<compact>", timed.at_shape),
)

_CANNOT = "לא|אין יכול|אוכל|נוכל|פנוי|אפשר|מתאים|נוח|טוב|מצליח|מצליחה|לי"
_ABOUT = "בערך|סביב|סביבות|לקראת|כ|לערך"
JOINS: Table = (
    ("<clock> ב|ה? <part_said>", timed.settled),
    ("<clock> ב|ה? ה? צהריים|אחהצ", timed.settled_in("afternoon")),
    ("<clock> לפנות בוקר", timed.settled_in("morning")),
    ("<clock> לפנות ערב", timed.settled_in("afternoon")),
    ("אחהצ ,? ב? <clock>", timed.settled_in("afternoon")),
    ("לא|חוץ ב|מ <clock>", counted.marked("refused")),
    ("לא|חוץ ב|מ ה? <part>", timed.not_in_part),
    ("ב? <clock> לא =,|.|!|עדיף|אלא", counted.marked("refused")),
    (f"<clock> אני|זה|אנחנו? {_CANNOT}", counted.marked("refused")),
    ("<clock> זה? אי|בלתי אפשר|אפשרי", counted.marked("refused")),
    ("<clock> זה? מוקדם|מאוחר מדי|לי?", counted.marked("refused")),
    (f"לפני|עד <clock> אני|אנחנו? {_CANNOT}", limits.not_before),
    (f"אחרי|מ <clock> אני|אנחנו? {_CANNOT}", limits.not_after),
    ("במקום ב? <clock>|<part>", counted.marked("refused")),
    ("הייתי|היינו|באתי|באנו|הגעתי|הגענו|התקשרתי אצלכם? ב? <clock>", counted.marked("past")),
    (f"{_ABOUT} ב? <clock>", timed.roughly),
    ("ב סביבות <clock>", timed.roughly),
    ("<clock> בערך|לערך", timed.roughly),
    ("ב? צהריים", timed.soft_window(12, 14)),
    ("ב? אחהצ", counted.said("part", "afternoon")),
)
WINDOWS: Table = (
    ("=להעביר .. מ <clock> ל <clock>", timed.last_clock),
    (f"מ|בין <clock>|<hour> {_TO} ל? <clock>|<hour>", timed.window),
    ("ב? <clock> עד|- <clock>|<hour>", timed.window),
    ("<hour> עד|- <clock>", timed.window),
    ("אחרי <clock>", timed.bound_after),
    ("החל? מ <clock>", timed.bound_after),
    ("<clock> ו הלאה|אילך|מעלה", timed.bound_after),
    ("מ <clock> ו? הלאה|אילך|והלאה", timed.bound_after),
    ("לא לפני <clock>", timed.bound_after),
    ("<clock> או אחרי|יותר מאוחר?", timed.bound_after),
    ("עד|לפני <clock>", timed.bound_before),
    ("לא אחרי|יאוחר מ? <clock>", timed.bound_before),
    ("לא יותר? מאוחר מ <clock>", timed.bound_before),
    ("לכל ה מאוחר ב <clock>", timed.bound_before),
    ("<clock> או לפני|מוקדם", timed.bound_before),
)

# what somebody cannot, or does till then, bounds a visit from the other side
LIMITS: Table = (
    ("=לא =יכול|אוכל|נוכל|אצליח|פנוי =לבוא|להגיע? <bound>", timed.flipped),
    ("=עסוק|עסוקה|עסוקים|עובד|עובדת|בעבודה|בפגישה|בישיבה|בלימודים|בשיעור|בבית|בצבא <bound>", timed.flipped),
    ("=ב =ה? =עבודה|תור|לימודים|ישיבה|שיעור|פגישה|גן|אוניברסיטה|צבא|משרד <bound>", timed.flipped),
    ("=עסוק|עסוקה|עסוקים|עובד|עובדת|עובדים|בעבודה <window>", limits.free_after),
    ("=בית|בבית|ב =ספר|הספר <bound>", timed.flipped),
    ("=לא =בארץ|פה|כאן|בעיר|זמין|פנוי|נמצא|נמצאת|אהיה|בבית <bound>", timed.flipped),
    ("=מסיים|מסיימת|יוצא|יוצאת|מתפנה =לעבוד|ללמוד? =מ? =ה? =עבודה? ב <clock>", timed.bound_after),
    ("=צריך|חייב|חייבת =ללכת|לצאת|לזוז ב <clock>", timed.bound_before),
)
