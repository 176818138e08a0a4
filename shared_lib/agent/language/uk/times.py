"""Ukrainian phrases for numbers, lengths and clock times."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import counted, timed
from shared_lib.agent.language.clock import HALF
from shared_lib.agent.language.grammar import Make, Readings, Table
from shared_lib.agent.language.items import LONGEST_MONTH


def ordinal_day(tens: int, nth: int) -> Readings | None:
    """Make двадцять + четвертого a day of a month."""
    day = tens + nth
    return {"ordinal": day, "nth_day": day} if day <= LONGEST_MONTH else None


def before_hour(minutes: int) -> Make:
    """Make half towards the third hour 2:30."""
    return lambda hour: timed.to(minutes, hour)


def into_hour(minutes: int, hour: int) -> Readings | None:
    """Make twenty minutes towards the fifth hour 4:20."""
    return timed.past(minutes, hour - 1 or HALF) if hour <= HALF else None


def hour_and_minute(hour: int, minute: int) -> Readings | None:
    """Make 17 год 10 a time of 24 hours, and leave 3 год 10 open."""
    return timed.at_shape((hour, minute, False))


NUMBERS: Table = (
    ("за <tens> <nth_hour>", timed.to),
    ("<tens> <unit>", counted.number),
    ("<hundred> <tens>|<number>", counted.number),
    ("<tens> <nth_day>", ordinal_day),
    ("<tens> <nth>", counted.ordinal),
    ("<mday> -? го|е|ого|му|ому|й|а|ї", counted.ordinal_of_digits),
    ("<mday>|<nth> число", counted.ordinal_of_digits),
    ("пару|пара|парочку", counted.said("few", 2)),
    ("кілька|декілька", counted.said("few", 3)),
)

_AT = "=о|об|в|у|на|до|після|з|із|зі|від|близько|рівно|між|та|і|й|по|або|раніше|пізніше|приблизно"
_LASTS = "через|за|протягом|найближчий|наступний|ще|тривати|тривалість"
_VISIT = "масаж|сеанс|процедура|місце|час|нас|мене"
_NTH_HOUR = "<nth_hour>|<hour>"
LENGTHS: Table = (
    # half towards the third hour is half past two
    (f"о|об|в|у? пів на {_NTH_HOUR}|<nth> -? у?", before_hour(30)),
    ("о|об|в|у? пів <nth_hour>", before_hour(30)),
    ("о|об? чверть на <nth_hour>|<hour>", lambda hour: into_hour(15, hour)),
    ("о|об? чверть по <nth_hour>|<hour>", timed.minutes_past(15)),
    ("о|об? за? чверть <nth_hour>", timed.minutes_to(15)),
    ("за|без чверть|чверті <nth_hour>|<hour>", timed.minutes_to(15)),
    ("о|об? <minute>|<number> хвилина? на <nth_hour>", into_hour),
    ("о|об? <minute>|<number> хвилина? по <nth_hour>", timed.past),
    ("о|об? за <minute>|<number> хвилина? <nth_hour>", timed.to),
    ("без <minute>|<number> хвилина? <nth_hour>|<hour>", timed.to),
    # an hour of the clock, where a length would say for how long
    (f"{_AT} {_NTH_HOUR} година", timed.at),
    (f"{_AT} {_NTH_HOUR} година і|й|та? <minute> хвилина?", hour_and_minute),
    ("<hour>|<nth_hour> година і|й|та? <minute>", hour_and_minute),
    ("<nth_hour> година", timed.at),
    (f"{_AT} {_NTH_HOUR} дня", lambda hour: timed.at(hour, "pm")),
    ("=о|об|на|до|після|з|від|близько|і|й <nth_hour> <minute>", timed.at_minute),
    ("=о|об|на|до|після|з|із|від|близько|між|або|по <nth_hour>", timed.at),
    ("з|із|від|між <nth_hour> до|по|і|й|та|- <nth_hour>", timed.window),
    (f"=тривалий|{_LASTS} <number>|<few> <unit_of_time>", counted.length),
    (f"=тривалий|{_LASTS} <unit_of_time> <number>|<few>", lambda unit, amount: counted.length(amount, unit)),
    ("<unit_of_time> =через <number>|<few>", lambda unit, amount: counted.length(amount, unit)),
    (f"={_VISIT} на <number>|<few> <unit_of_time>", counted.length),
    (f"={_LASTS} <unit_of_time>", lambda unit: counted.length(1, unit)),
    ("=на годину|<unit_of_time>", lambda unit: counted.length(1, unit)),
    ("<number>|<few> <unit_not_hour>", counted.length),
    ("<few> <unit_of_time>", counted.length),
    ("1|одна|одну година", lambda: counted.length(1, "hour")),
    ("півгодини|півгодинки", lambda: counted.length(30, "minute")),
    ("пів година", lambda: counted.length(30, "minute")),
    ("півтори|півтора година", lambda: counted.length(90, "minute")),
    ("<number> з половиною година", lambda hours: counted.length(hours + 0.5, "hour")),
    (f"=на|{_LASTS} <number> година і|та? <number> хвилина", counted.hours_and_minutes),
    ("чверть година", lambda: counted.length(15, "minute")),
    ("<number> людина|гостей|дорослих|друзів|чоловік|жінка", counted.kept("party")),
    ("<people>", counted.kept("party")),
    ("на|для двох", counted.said("party", 2)),
    ("на|для трьох", counted.said("party", 3)),
    ("на|для чотирьох", counted.said("party", 4)),
    ("нас|буде|прийдемо <number>", counted.kept("party")),
)

# what can only be a time
CLOCKS: Table = (
    ("<hm> година? <half>?", timed.at_shape),
    ("<hour> <half>", timed.at),
    ("<hour> <minute> <half>", timed.at_minute),
    ("<hour> година рівно?", timed.at),
    ("<hour> рівно", timed.at),
    ("<compact> година", timed.at_shape),
    ("в|у|о? полудень", timed.fixed(12)),
    ("12|дванадцята|дванадцять година? дня", timed.fixed(12)),
    ("о|в|у|об? північ", timed.fixed(0)),
    ("12|дванадцята|дванадцять година? ніч", timed.fixed(0)),
    ("в|у? обід", timed.soft_window(12, 14)),
    ("після обід", timed.soft_window(13, 17)),
    ("пообіді|пополудні", counted.said("part", "afternoon")),
    ("після полудень", counted.said("part", "afternoon")),
    ("до обід|полудень", timed.open_until(12)),
    ("після|з роботи", timed.open_from(17)),
    ("до|перед роботи|роботою", timed.open_until(9)),
)

_BEFORE = "=о|об|в|у|на|до|після|з|із|зі|від|близько|рівно|між|або|раніше|пізніше|десь|приблизно|по"
_TO = "до|по|-|і|й|та"
# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS: Table = (
    ("=перенести|змінити .. з|із <hour> на <hour>", timed.last_hour),
    (f"з|із|зі|від|між <hour> {_TO} <hour> година?", timed.window),
    (f"{_BEFORE} <hour>", timed.at),
    (f"{_BEFORE} <hour> <minute>", timed.at_minute),
    (f"{_BEFORE} <compact>", timed.at_shape),
    (f"{_NTH_HOUR} =<part>|дня", timed.at),
    ("<hour> <minute> =<part>|дня", timed.at_minute),
    ("<hour> - <hour> =<part>|<day>", timed.window),
    ("=<day>|<part> ,? <hour> - <hour>", timed.window),
    ("=<day>|<part> ,? <hour>", timed.at),
    ("=<day>|<part> ,? <hour> <minute>", timed.at_minute),
    ("<hour> =<day>", timed.at),
    ("<hour> або =<hour>|<clock>", timed.at),
    ("=краще|давайте|можна <hour>", timed.at),
)

# what is a time because a time was asked for
WHEN_ASKED: Table = (
    (_NTH_HOUR, timed.at),
    (f"{_NTH_HOUR} <minute>", timed.at_minute),
    ("<hour> -|до <hour>", timed.window),
    ("<compact>", timed.at_shape),
)

_ABOUT = "близько|приблизно|орієнтовно|десь|біля"
JOINS: Table = (
    ("<clock> <part_said>", timed.settled),
    ("<clock> дня|вдень", timed.settled_in("afternoon")),
    ("не|крім о|об|в|у? <clock>|<part>", counted.marked("refused")),
    ("замість <clock>|<part>", counted.marked("refused")),
    (f"{_ABOUT} о|об|в|у|на? <clock>", timed.roughly),
    ("ближче до <clock>", timed.roughly),
    ("<clock> приблизно|десь", timed.roughly),
)
WINDOWS: Table = (
    ("=перенести|змінити .. з|із <clock> на <clock>", timed.last_clock),
    (f"з|із|зі|від|між о? <clock>|<hour> {_TO} <clock>|<hour>", timed.window),
    ("<clock> до|-|/ <clock>|<hour>", timed.window),
    ("<hour> до|-|/ <clock>", timed.window),
    ("після <clock>", timed.bound_after),
    ("починаючи? з|із|від <clock>", timed.bound_after),
    ("не раніше ніж? о|за|з? <clock>", timed.bound_after),
    ("пізніше ніж? о|за? <clock>", timed.bound_after),
    ("<clock> або|і пізніше|далі", timed.bound_after),
    ("до <clock>", timed.bound_before),
    ("не пізніше ніж? о|за? <clock>", timed.bound_before),
    ("раніше ніж? о|за? <clock>", timed.bound_before),
    ("<clock> або|і раніше", timed.bound_before),
)
