"""Hebrew phrases for numbers, lengths and clock times; prefixes are words of their own here."""
# ruff: noqa: RUF001 -- Hebrew is written in its own letters

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import Readings, kept, marked, said, table


def teen(unit: int) -> Readings:
    """Make שבע עשרה seventeen."""
    return time_builders.number(10, unit)


NUMBERS = table(
    "numbers",
    "בשעה שבע עשרה / בשעה שבע עשרה / עשרים וחמישה בדצמבר",
    ("<unit> עשרה|עשר", teen),
    ("<tens> ו <unit>", time_builders.number),
    ("כמה =<unit_of_time>", said("few", 3)),
)

_MONEY = "דולר|דולרים|שקל|שקלים|שח|אירו|שנים|אחוז"
LENGTHS = table(
    "lengths of time, and how many come",
    "עוד שעה / עוד שעה / פחות מ-150",
    ("=לפני|אחרי|עד יום =<weekday>", marked("named")),
    ("<number> ה <unit_of_time> =הבא|הקרוב", time_builders.length),
    ("<number>|<few> <unit_of_time>", time_builders.length),
    ("חצי שעה", lambda: time_builders.length(30, "minute")),
    ("רבע שעה", lambda: time_builders.length(15, "minute")),
    ("שלושת רבעי שעה", lambda: time_builders.length(45, "minute")),
    ("<length> ו חצי", lambda span: time_builders.length_and_half(*span)),
    ("<number> שעות ו חצי", lambda hours: time_builders.length(hours + 0.5, "hour")),
    ("=בעוד|עוד|תוך|כל|למשך|לפני|אחרי <unit_of_time>", lambda unit: time_builders.length(1, unit)),
    ("=בעוד|עוד|תוך|למשך <unit_of_time> ו חצי", lambda unit: time_builders.length_and_half(1, unit)),
    ("<unit_of_time> =יותר|מאוחר|קודם|אחר|מוקדם", lambda unit: time_builders.length(1, unit)),
    ("ל ה? שעה <hour>", time_builders.at),
    ("=ל שעה", lambda: time_builders.length(1, "hour")),
    # what is counted or paid is no hour
    (f"בין|מ <number> ל|עד|ו|- <number> {_MONEY}", marked("amount")),
    (f"<number> {_MONEY}", marked("amount")),
    ("=פחות|יותר|מעל|מתחת מ|ל <number>", time_builders.large),
    ("=גר|גרה|גרים|כתובת|רחוב =ב? <number>", marked("amount")),
    ("=ב|שעה <hour> =עיסוי|טיפול", time_builders.at),
    ("<number> =עיסוי|טיפול|טיפולים|תספורת", time_builders.several),
    ("=יום|ב|הבא שני =עיסוי|טיפול|טיפולים|תספורת|טיפולי", lambda: {"weekday": 0}),
    ("שני|שתי =עיסוי|טיפול|טיפולים|תספורת|טיפולי|תספורות", lambda: time_builders.several(2)),
    ("אני|אנחנו|לי|לנו ו ל? <number> חברים|חברות|אנשים|נשים|גברים|אחיות|אחים", time_builders.more_come),
    ("<number> אדם|חברים|גברים|נשים", kept("party")),
    ("=אנחנו|נהיה|נבוא <number>", kept("party")),
)

_THE_HOUR = "ה? שעה"
# what can only be a time
CLOCKS = table(
    "clock times",
    "ב-16:45 / בין 4ל6 / רבע לשש",
    ("<hm> <half>?", time_builders.at_shape),
    ("בין|מ <hour> ל <hour>", time_builders.window),
    ("=בין|מ <hour> =ל =<hour> =ו =חצי|רבע|<minute>", time_builders.at),
    ("<compact> <half>", time_builders.at_shape),
    ("<hour> <half>", time_builders.at),
    ("<hour> <minute> <half>", time_builders.at_minute),
    (f"{_THE_HOUR} <hour>", time_builders.at),
    (f"{_THE_HOUR} <hour> <minute>", time_builders.at_minute),
    (f"{_THE_HOUR}? <hour> ו חצי <half>?", time_builders.minutes_past(30)),
    (f"{_THE_HOUR}? <hour> ו רבע <half>?", time_builders.minutes_past(15)),
    (f"{_THE_HOUR}? <hour> ו <minute> דקות?", time_builders.at_minute),
    (f"{_THE_HOUR}? <hour> ו <length>", lambda hour, span: time_builders.past_length(span, hour)),
    ("<hour> ו חמישה|5 דקות?", lambda hour: time_builders.at_minute(hour, 5)),
    ("רבע ל <hour>", time_builders.minutes_to(15)),
    ("<length> ל|לפני <hour>", time_builders.to_length),
    ("<minute> ל <hour>", time_builders.round_to),
    ("חמישה|5 ל <hour>", lambda hour: time_builders.to(5, hour)),
    ("<hour> בדיוק|נכון", time_builders.at),
    ("חצות", time_builders.fixed(0)),
    ("12 ב לילה", time_builders.fixed(0)),
    ("אחרי ה? עבודה", time_builders.open_from(17)),
    ("לפני ה? עבודה", time_builders.open_until(9)),
    ("לפני ה? צהריים", time_builders.open_until(12)),
    ("אחרי ארוחת ה? ערב", time_builders.open_from(20)),
    ("לפני ארוחת ה? ערב", time_builders.open_until(18)),
    ("אחרי ארוחת ה? צהריים", time_builders.soft_window(13, 17)),
    ("לפני ארוחת ה? צהריים", time_builders.open_until(12)),
    ("אחרי ה? לימודים", time_builders.soft_window(15, 21)),
)

_BEFORE = "=ב|ל|מ|עד|אחרי|לפני|סביב|סביבות|בערך|בין|או|כ|החל|לקראת|אולי"
_TO = "עד|ל|-|ו"
# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS = table(
    "hours that are told by what stands beside them",
    "החל משש / 3 מחר / מחר 15 30",
    ("מ|בין <hour> עד|ל|-|ו ל? <hour>", time_builders.window),
    ("בין ה? שעות? <hour> ל|עד|-|ו <hour>", time_builders.window),
    (f"{_BEFORE} <hour>", time_builders.at),
    (f"{_BEFORE} <hour> <minute>", time_builders.at_minute),
    (f"{_BEFORE} <compact>", time_builders.at_shape),
    ("<hour> =ב|ה? =<part>|צהריים|אחהצ", time_builders.at),
    ("=<day>|<part> ,? <hour> - <hour>", time_builders.window),
    ("=<day>|<part> ,? <hour>", time_builders.at),
    ("=<day>|<part> ,? <hour> <minute>", time_builders.at_minute),
    ("<hour> =<day>", time_builders.at),
)

# what is a time because a time was asked for
WHEN_ASKED = table(
    "times, because a time was asked for",
    "time: אחת עשרה",
    ("<hour>", time_builders.at),
)

_CANNOT = "לא|אין יכול|אוכל|נוכל|פנוי|אפשר|מתאים|נוח|טוב|מצליח|מצליחה|לי"
_ABOUT = "בערך|סביב|סביבות|לקראת|כ|לערך"
JOINS = table(
    "clock times with a part of the day, refused ones, past ones",
    "סביב שש / מחר בצהריים / רק לא בבוקר",
    ("<clock> ב|ה? <part_said>", time_builders.in_part),
    ("<clock> ב|ה? ה? צהריים|אחהצ", time_builders.in_part_of_day("afternoon")),
    ("אחהצ ,? ב? <clock>", time_builders.in_part_of_day("afternoon")),
    ("לא|חוץ ב|מ <clock>", marked("refused")),
    ("לא|חוץ ב|מ ה? <part>", time_builders.not_in_part),
    ("ב? <clock> לא =,|.|!|עדיף|אלא", marked("refused")),
    (f"<clock> אני|זה|אנחנו? {_CANNOT}", marked("refused")),
    ("<clock> זה? אי|בלתי אפשר|אפשרי", marked("refused")),
    ("<clock> זה? מוקדם|מאוחר מדי|לי?", marked("refused")),
    (f"לפני|עד <clock> אני|אנחנו? {_CANNOT}", time_builders.not_before),
    (f"אחרי|מ <clock> אני|אנחנו? {_CANNOT}", time_builders.not_after),
    ("במקום ב? <clock>|<part>", marked("refused")),
    ("הייתי|היינו|באתי|באנו|הגעתי|הגענו|התקשרתי אצלכם? ב? <clock>", marked("past")),
    (f"{_ABOUT} ב? <clock>", time_builders.roughly),
    ("ב סביבות <clock>", time_builders.roughly),
    ("<clock> בערך|לערך", time_builders.roughly),
    ("ב? צהריים", time_builders.soft_window(12, 14)),
    ("ב? אחהצ", said("part", "afternoon")),
)
WINDOWS = table(
    "time ranges and open ends",
    "החל משש / לא לפני 3 / לפני ארבע",
    (f"מ|בין <clock>|<hour> {_TO} ל? <clock>|<hour>", time_builders.window),
    ("ב? <clock> עד|- <clock>|<hour>", time_builders.window),
    ("<hour> עד|- <clock>", time_builders.window),
    ("אחרי <clock>", time_builders.bound_after),
    ("החל? מ <clock>", time_builders.bound_after),
    ("מ <clock> ו? הלאה|אילך|והלאה", time_builders.bound_after),
    ("לא לפני <clock>", time_builders.bound_after),
    ("<clock> או אחרי|יותר מאוחר?", time_builders.bound_after),
    ("עד|לפני <clock>", time_builders.bound_before),
    ("לא אחרי|יאוחר מ? <clock>", time_builders.bound_before),
    ("לכל ה מאוחר ב <clock>", time_builders.bound_before),
    ("<clock> או לפני|מוקדם", time_builders.bound_before),
)

# what somebody cannot, or does till then, bounds a visit from the other side
BUSY_TIMES = table(
    "hours at which somebody is busy",
    "אני מסיים ב-5 / צריך ללכת בשש / אני בעבודה עד 6",
    ("=לא =יכול|אוכל|נוכל|אצליח|פנוי =לבוא|להגיע? <bound>", time_builders.flipped),
    ("=עסוק|עסוקה|עסוקים|עובד|עובדת|בעבודה|בפגישה|בישיבה|בלימודים|בשיעור|בבית|בצבא <bound>", time_builders.flipped),
    ("=עסוק|עסוקה|עסוקים|עובד|עובדת|עובדים|בעבודה <window>", time_builders.free_after),
    ("=בית|בבית|ב =ספר|הספר <bound>", time_builders.flipped),
    ("=מסיים|מסיימת|יוצא|יוצאת|מתפנה =לעבוד|ללמוד? =מ? =ה? =עבודה? ב <clock>", time_builders.bound_after),
    ("=צריך|חייב|חייבת =ללכת|לצאת|לזוז ב <clock>", time_builders.bound_before),
)
