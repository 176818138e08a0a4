"""Ukrainian phrases for days, weeks, months and holidays; the words are in the forms of words.py."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import calendar, counted, dated
from shared_lib.agent.language.grammar import Readings, Table

NAMED_PARTS: Table = (
    ("до завтра|зустрічі", counted.marked("farewell")),
    ("доброго|добрий|добрі|доброї ранок|вечір|дня|день|ніч|вдень", counted.marked("greeting")),
    ("гарного|приємного|гарних|хорошого|вдалого дня|вечір|вихідні|тиждень", counted.marked("farewell")),
    ("сьогодні|цей <part>", dated.part_of_today),
    ("рано|пізно|раннім|пізнім|під|з <part>", counted.kept("part")),
    ("в|у? першій половині дня", counted.said("part", "morning")),
    ("в|у? другій половині дня", counted.said("part", "afternoon")),
)

HOLIDAYS: Table = (
    ("на? різдво|різдва", dated.day(calendar.day_of_month(25, 12))),
    ("новий|нового|новому рік|року|році", dated.day(calendar.day_of_month(1, 1))),
    ("переддень нового року", dated.day(calendar.day_of_month(31, 12))),
    ("новорічна|новорічну ніч", dated.day(calendar.day_of_month(31, 12))),
    ("день|дня святого валентина", dated.day(calendar.day_of_month(14, 2))),
    ("день|дня закоханих", dated.day(calendar.day_of_month(14, 2))),
    ("день|дня святого миколая", dated.day(calendar.day_of_month(6, 12))),
    ("жіночий|жіночого день|дня", dated.day(calendar.day_of_month(8, 3))),
    ("день|дня матері", dated.day(calendar.nth_weekday(5, 6, 2))),
    ("геловін|хелловін|гелловін", dated.day(calendar.day_of_month(31, 10))),
    ("день|дня подяки", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("чорна|чорну п'ятниця|п'ятницю", dated.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
)

_NEXT = "наступний"
_ON = "в|у|на|о"
RELATIVE: Table = (
    ("на? сьогодні", dated.day(calendar.ahead(0))),
    ("зараз|негайно", dated.day(calendar.ahead(0))),
    ("на? завтра", dated.day(calendar.ahead(1))),
    ("на? післязавтра", dated.day(calendar.ahead(2))),
    ("на? після завтра", dated.day(calendar.ahead(2))),
    ("вчора|учора|позавчора", counted.marked("past")),
    ("минулий <weekday>|тиждень|місяць", counted.marked("past")),
    ("<length> тому", counted.marked("past")),
    ("на|в|у? цей тиждень", dated.day(calendar.week(0))),
    (f"на|в|у? {_NEXT} тиждень", dated.day(calendar.week(1))),
    ("на|в|у? той тиждень", dated.day(calendar.week(1))),
    ("на? початок|початку цей? тиждень", dated.day(calendar.week(0, 0, 2))),
    ("в|у|на? середина|посеред цей? тиждень", dated.day(calendar.week(0, 1, 3))),
    ("в|у|до|на? кінець цей? тиждень", dated.day(calendar.week(0, 3, 6))),
    (f"на? початок {_NEXT} тиждень", dated.day(calendar.week(1, 0, 2))),
    (f"в|у|на? середина {_NEXT} тиждень", dated.day(calendar.week(1, 1, 3))),
    (f"в|у|на? кінець {_NEXT} тиждень", dated.day(calendar.week(1, 3, 6))),
    ("в|у|на? цей|найближчий? вихідні", dated.day(calendar.week(0, 5, 6))),
    (f"в|у|на? {_NEXT} вихідні", dated.day(calendar.week(1, 5, 6))),
    ("в|у? будні|будній|робочий|робочі день|дні?", dated.day(calendar.week(0, 0, 4))),
    ("в|у? цей місяць", dated.day(calendar.month_part(None, 1, 31))),
    (f"в|у|на? {_NEXT} місяць", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("на? початок цей? місяць", dated.day(calendar.month_part(None, 1, 10))),
    (f"на? початок {_NEXT} місяць", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("в|у? середина цей? місяць", dated.day(calendar.month_part(None, 11, 20))),
    ("в|у|до|на? кінець цей? місяць", dated.day(calendar.month_part(None, 21, 31))),
    (f"в|у|на? кінець {_NEXT} місяць", dated.day(calendar.month_part(None, 21, 31, 1))),
    ("через|за <length>", dated.in_length),
    ("<length> через", dated.in_length),
    ("на? <length> пізніше|потому", lambda span: dated.shift_by(1, span)),
    ("на? <length> раніше", lambda span: dated.shift_by(-1, span)),
    ("на наступний день", lambda: dated.shift_by(1, (1, "day"))),
    ("протягом <length>", dated.within_length),
    (f"в|у|на? {_NEXT} <length>", dated.whole_next),
    ("в|у|на? найближчий <length>", dated.next_days),
)

WEEKDAYS: Table = (
    (f"{_ON}? <weekday>", dated.on_weekday),
    (f"{_ON}? цей|найближчий <weekday>", dated.on_weekday),
    (f"{_ON}? {_NEXT} <weekday>", dated.weekday_in_week(1)),
    (f"{_ON}? <weekday> після {_NEXT}", dated.weekday_after_next),
    (f"{_ON}? <weekday> ,|на|в|у? цей тиждень", dated.weekday_in_week(0)),
    (f"{_ON}? <weekday> ,|на|в|у? {_NEXT}|той тиждень", dated.weekday_in_week(1)),
    (f"на? цей тиждень ,? {_ON}? <weekday>", dated.weekday_in_week(0)),
    (f"на? {_NEXT}|той тиждень ,? {_ON}? <weekday>", dated.weekday_in_week(1)),
    (f"через|за <length> ,? {_ON}? <weekday>", dated.counted_after_weekday),
    (f"{_ON}? <weekday> через|за <length>", lambda weekday, span: dated.counted_after_weekday(span, weekday)),
)

_DAY = "<ordinal>|<mday>|<nth_day>"
_MONTH = "<month> .?"
_YEAR = "<number>? рік|року|р?"


def _through_slashed(first: int, text: str) -> Readings | None:
    """14 - 15.10: the month is said once."""
    last = dated.slashed("dm")(text)
    return dated.span_to_date(first, last["day"]) if last else None


# a day by its number, which could not be anything else
DATES: Table = (
    (f"{_ON}? <weekday> .? ,? {_ON}? {_DAY} {_MONTH} {_YEAR}", dated.numbered),
    (f"{_ON}? <weekday> ,? {_ON}? <ordinal>|<nth_day>", dated.numbered),
    (f"{_ON}? <weekday> ,? <slashed>", lambda _, text: dated.slashed("dm")(text)),
    (f"{_ON}? {_DAY} {_MONTH} {_YEAR}", dated.day_month),
    (f"{_ON}? <nth> день|дня в|у? <month>", dated.day_month),
    (f"<month> {_DAY}", dated.month_day_year),
    (f"з|із|зі|від|між? {_DAY} по|до|-|і|та {_DAY} {_MONTH}", dated.span_in_month),
    ("з|із|зі|від <ordinal>|<nth_day> по|до <ordinal>|<nth_day>", dated.span_of_days),
    ("з|із? <mday> по|-|до <slashed>", _through_slashed),
    (f"{_ON}? {_DAY} цей місяць", dated.of_this_month),
    (f"{_ON}? {_DAY} {_NEXT} місяць", dated.of_next_month),
    (f"{_ON}? <slashed>", dated.slashed("dm")),
    ("<ymd>", dated.iso),
    ("в|у? <nth> <weekday> в|у? <month>", dated.nth_of_month),
    ("в|у? останній <weekday> в|у? <month>", lambda weekday, month: dated.nth_of_month(-1, weekday, month)),
    ("в|у? <nth> <weekday> цей? місяць", dated.nth_of_month),
    (f"{_ON}? <ordinal>", dated.of_this_month),
)

DAYS: Table = (*HOLIDAYS, *RELATIVE, *WEEKDAYS)

# what may be a day where nothing better was found
LOOSE: Table = (
    ("в|у|на|за? весь? <month>", dated.part_of_month(1, 31)),
    ("на? початок <month>", dated.part_of_month(1, 10)),
    ("в|у? середина <month>", dated.part_of_month(11, 20)),
    ("в|у|до|на? кінець <month>", dated.part_of_month(21, 31)),
    ("<nth_day>", dated.of_this_month),
)

# runs over days already found
DAY_JOINS: Table = (
    ("=перенести|змінити .. з|із <day> <clock>? на? <day>", lambda _first, _clock, last: {"day": last}),
    ("на? наступний день після <day>", dated.days_after(1)),
    ("за день до <day>", dated.days_after(-1)),
    ("напередодні|перед <day>", dated.days_after(-1)),
    ("через <length> після <day>", dated.counted_after),
    ("за <length> до <day>", dated.counted_before),
    ("на? тиждень з <day>", dated.week_of),
    ("з|із|зі|від|між? <day> по|до|-|і|та <day>", dated.span),
    ("<day> - <day>", dated.span),
    ("з|із? <day> по|-|до <ordinal>|<mday>", dated.span_to_number),
    ("до <day>", dated.day_bound("before")),
    ("не пізніше ніж? <day>", dated.day_bound("before")),
    ("раніше <day>", dated.day_bound("before")),
    ("після <day>", dated.day_bound("after")),
    ("починаючи? з|із|зі|від <day>", dated.day_bound("after")),
    ("не раніше ніж? <day>", dated.day_bound("after")),
    ("<day> або|і пізніше|далі|потім", dated.day_bound("after")),
    ("крім|окрім|виключаючи <day>", counted.kept("not_day")),
    ("тільки|лише? не <day>", counted.kept("not_day")),
    ("тільки|лише <day>", counted.kept("day")),
    ("якщо не <day>", counted.kept("day")),
    ("замість <day>", counted.kept("not_day")),
    ("<day> ,? не|ніяк|неможливо могти|підходить|виходить|хотіти|треба|варіант?", counted.kept("not_day")),
    ("не могти|підходить|хотіти|виходить <day>", counted.kept("not_day")),
)
