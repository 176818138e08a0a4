"""Russian phrases for days, weeks, months and holidays; the words are in the forms of words.py."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import calendar, counted, dated
from shared_lib.agent.language.grammar import Readings, Table

NAMED_PARTS: Table = (
    ("до завтра|встречи|скорого", counted.marked("farewell")),
    ("доброе|доброго|добрый|добрые|доброй утро|вечер|дня|день|ночь|суток", counted.marked("greeting")),
    (
        "хорошего|приятного|хорошей|приятной|удачного дня|вечер|недели|неделя|выходной|выходные",
        counted.marked("farewell"),
    ),
    ("сегодня|этот <part>", dated.part_of_today),
    ("рано|пораньше|поздно|под|ранним|поздним|с|со <part>", counted.kept("part")),
    ("в? первой половине дня", counted.said("part", "morning")),
    ("в|во? второй половине дня", counted.said("part", "afternoon")),
    ("днем", counted.said("part", "afternoon")),
    ("сегодня днем", lambda: dated.part_of_today("afternoon")),
)

HOLIDAYS: Table = (
    ("католическое|на? рождество|рождества", dated.day(calendar.day_of_month(25, 12))),
    ("новый|нового|новом год|года|году", dated.day(calendar.day_of_month(1, 1))),
    ("канун нового года", dated.day(calendar.day_of_month(31, 12))),
    ("новогодняя|новогоднюю ночь", dated.day(calendar.day_of_month(31, 12))),
    ("день|дня святого валентина", dated.day(calendar.day_of_month(14, 2))),
    ("день|дня всех влюбленных", dated.day(calendar.day_of_month(14, 2))),
    ("женский|женского день|дня", dated.day(calendar.day_of_month(8, 3))),
    ("день|дня победы", dated.day(calendar.day_of_month(9, 5))),
    ("день|дня независимости", dated.day(calendar.day_of_month(4, 7))),
    ("хэллоуин|хеллоуин|хэллоуина", dated.day(calendar.day_of_month(31, 10))),
    ("день|дня благодарения", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("черную|черная пятница|пятницу", dated.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
)

_NEXT = "следующий|будущий|след"
_ON = "в|во|на|к|ко"
RELATIVE: Table = (
    ("на? сегодня", dated.day(calendar.ahead(0))),
    ("сейчас|прямо сейчас?", dated.day(calendar.ahead(0))),
    ("на? завтра", dated.day(calendar.ahead(1))),
    ("на? послезавтра", dated.day(calendar.ahead(2))),
    ("на? после завтра", dated.day(calendar.ahead(2))),
    ("вчера|позавчера", counted.marked("past")),
    ("прошлый <weekday>|неделя|месяц", counted.marked("past")),
    ("<length> назад", counted.marked("past")),
    ("на|в? этот|текущей неделя", dated.day(calendar.week(0))),
    (f"на|в? {_NEXT} неделя", dated.day(calendar.week(1))),
    ("на|в? тот неделя", dated.day(calendar.week(1))),
    ("в? начало этот? неделя", dated.day(calendar.week(0, 0, 2))),
    ("в? середина этот? неделя", dated.day(calendar.week(0, 1, 3))),
    ("в|до? конец этот? неделя", dated.day(calendar.week(0, 3, 6))),
    (f"в? начало {_NEXT} неделя", dated.day(calendar.week(1, 0, 2))),
    (f"в? середина {_NEXT} неделя", dated.day(calendar.week(1, 1, 3))),
    (f"в? конец {_NEXT} неделя", dated.day(calendar.week(1, 3, 6))),
    ("на|в? этот|ближайший? выходные", dated.day(calendar.week(0, 5, 6))),
    (f"на|в? {_NEXT} выходные", dated.day(calendar.week(1, 5, 6))),
    ("в? будни|будний|будние|рабочий|рабочие день|дни?", dated.day(calendar.week(0, 0, 4))),
    ("в? этот месяц", dated.day(calendar.month_part(None, 1, 31))),
    (f"в|на? {_NEXT} месяц", dated.day(calendar.month_part(None, 1, 31, 1))),
    ("в? начало месяц", dated.day(calendar.month_part(None, 1, 10, 1))),
    (f"в? начало {_NEXT} месяц", dated.day(calendar.month_part(None, 1, 10, 1))),
    ("в? середина этот? месяц", dated.day(calendar.month_part(None, 11, 20))),
    ("в|до? конец этот? месяц", dated.day(calendar.month_part(None, 21, 31))),
    (f"в? конец {_NEXT} месяц", dated.day(calendar.month_part(None, 21, 31, 1))),
    ("через|спустя <length>", dated.in_length),
    ("<length> через", dated.in_length),
    ("на? <length> позже|спустя|позднее", lambda span: dated.shift_by(1, span)),
    ("на? <length> раньше", lambda span: dated.shift_by(-1, span)),
    ("на следующий день", lambda: dated.shift_by(1, (1, "day"))),
    ("в? течение <length>", dated.within_length),
    (f"в|на? {_NEXT} <length>", dated.whole_next),
    ("в|на? ближайший <length>", dated.next_days),
)

WEEKDAYS: Table = (
    (f"{_ON}? <weekday>", dated.on_weekday),
    (f"{_ON}? этот|ближайший <weekday>", dated.on_weekday),
    (f"{_ON}? {_NEXT} .? <weekday>", dated.weekday_in_week(1)),
    (f"{_ON}? <weekday> ,|на|в? этот неделя", dated.weekday_in_week(0)),
    (f"{_ON}? <weekday> ,|на|в? {_NEXT}|тот неделя", dated.weekday_in_week(1)),
    (f"на? этот неделя ,? {_ON}? <weekday>", dated.weekday_in_week(0)),
    (f"на? {_NEXT}|тот неделя ,? {_ON}? <weekday>", dated.weekday_in_week(1)),
    (f"через <length> ,? {_ON}? <weekday>", dated.counted_after_weekday),
    (f"{_ON}? <weekday> через <length>", lambda weekday, span: dated.counted_after_weekday(span, weekday)),
)

_DAY = "<ordinal>|<mday>|<nth_day>"
_MONTH = "<month> .?"


def _through_slashed(first: int, text: str) -> Readings | None:
    """14 - 15.10: the month is said once."""
    last = dated.slashed("dm")(text)
    return dated.span_to_date(first, last["day"]) if last else None


# a day by its number, which could not be anything else
DATES: Table = (
    (f"{_ON}? <weekday> .? ,? {_ON}? {_DAY} {_MONTH} <number>? год|года|г?", dated.numbered),
    (f"{_ON}? <weekday> ,? {_ON}? <ordinal>|<nth_day>", dated.numbered),
    (f"{_ON}? <weekday> ,? <slashed>", lambda _, text: dated.slashed("dm")(text)),
    (f"{_ON}? {_DAY} {_MONTH} <number>? год|года|г?", dated.day_month),
    (f"{_ON}? {_DAY} {_MONTH} ,|.? в? =<weekday>", dated.day_month),
    (f"<month> {_DAY}", dated.month_day_year),
    (f"с|со|от|между? {_DAY} по|до|-|и {_DAY} {_MONTH}", dated.span_in_month),
    ("с|со|от <ordinal>|<nth_day> по|до <ordinal>|<nth_day>", dated.span_of_days),
    ("с|со? <mday> по|-|до <slashed>", _through_slashed),
    (f"{_ON}? {_DAY} этот месяц", dated.of_this_month),
    (f"{_ON}? {_DAY} {_NEXT} месяц", dated.of_next_month),
    (f"{_ON}? <slashed>", dated.slashed("dm")),
    ("<ymd>", dated.iso),
    ("в? <nth> <weekday> в? <month>", dated.nth_of_month),
    ("в? последний <weekday> в? <month>", lambda weekday, month: dated.nth_of_month(-1, weekday, month)),
    ("в? <nth> <weekday> этот? месяц", dated.nth_of_month),
    (f"{_ON}? <ordinal>", dated.of_this_month),
)

DAYS: Table = (*HOLIDAYS, *RELATIVE, *WEEKDAYS)

# what may be a day where nothing better was found
LOOSE: Table = (
    ("в|на|за? весь? <month>", dated.part_of_month(1, 31)),
    ("в? начало <month>", dated.part_of_month(1, 10)),
    ("в? середина <month>", dated.part_of_month(11, 20)),
    ("в|до? конец <month>", dated.part_of_month(21, 31)),
    ("=на|к|до|после|с|только <nth_day>", dated.of_this_month),
    ("<nth_day>", dated.of_this_month),
)

# runs over days already found
DAY_JOINS: Table = (
    ("=перенести|изменить .. с|со <day> <clock>? на? <day>", lambda _first, _clock, last: {"day": last}),
    ("на? следующий день после <day>", dated.days_after(1)),
    ("на? день|дня позже <day>", dated.days_after(1)),
    ("через день после <day>", dated.days_after(2)),
    ("за день до <day>", dated.days_after(-1)),
    ("накануне|перед <day>", dated.days_after(-1)),
    ("через <length> после <day>", dated.counted_after),
    ("за <length> до <day>", dated.counted_before),
    ("на? неделя с <day>", dated.week_of),
    ("с|со|от|между? <day> по|до|-|и <day>", dated.span),
    ("<day> - <day>", dated.span),
    ("с|со? <day> по|-|до <ordinal>|<mday>", dated.span_to_number),
    ("до <day>", dated.day_bound("before")),
    ("не позже|позднее чем? <day>", dated.day_bound("before")),
    ("раньше <day>", dated.day_bound("before")),
    ("после <day>", dated.day_bound("after")),
    ("начиная? с|со <day>", dated.day_bound("after")),
    ("не раньше|ранее чем? <day>", dated.day_bound("after")),
    ("<day> или|и позже|дальше|потом", dated.day_bound("after")),
    ("кроме|исключая <day>", counted.kept("not_day")),
    ("только? не <day>", counted.kept("not_day")),
    ("только <day>", counted.kept("day")),
    ("если не <day>", counted.kept("day")),
    ("вместо <day>", counted.kept("not_day")),
    (
        "<day> ,? не|никак|нельзя мочь|смогу|подходит|получается|удобно|хотеть|надо|выходит|вариант?",
        counted.kept("not_day"),
    ),
    ("не мочь|подходит|хотеть|получается <day>", counted.kept("not_day")),
)
