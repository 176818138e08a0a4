"""Russian phrases for numbers, lengths and clock times."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import counted, timed
from shared_lib.agent.language.clock import HALF
from shared_lib.agent.language.grammar import Make, Readings, Table
from shared_lib.agent.language.items import LONGEST_MONTH


def ordinal_day(tens: int, nth: int) -> Readings | None:
    """Make двадцать + четвертого a day of a month."""
    day = tens + nth
    return {"ordinal": day, "nth_day": day} if day <= LONGEST_MONTH else None


def before_hour(minutes: int) -> Make:
    """Make half of the third hour 2:30."""
    return lambda hour: timed.to(minutes, hour)


def into_hour(minutes: int, hour: int) -> Readings | None:
    """Make twenty minutes of the fifth hour 4:20."""
    return timed.past(minutes, hour - 1 or HALF) if hour <= HALF else None


def hour_and_minute(hour: int, minute: int) -> Readings | None:
    """Make 17 ч 10 a time of 24 hours, and leave 3 ч 10 open."""
    return timed.at_shape((hour, minute, False))


NUMBERS: Table = (
    ("без <tens> <hour>", timed.to),
    ("<tens> <unit>", counted.number),
    ("<hundred> <tens>|<number>", counted.number),
    ("<tens> <nth_day>", ordinal_day),
    ("<tens> <nth>", counted.ordinal),
    ("<mday> -? го|е|ое|ого|му|ому|й|я", counted.ordinal_of_digits),
    ("<mday>|<nth> число", counted.ordinal_of_digits),
    ("пару|пара|парочку", counted.said("few", 2)),
    ("несколько", counted.said("few", 3)),
)

_AT = "=в|во|к|ко|до|после|с|со|от|около|примерно|ровно|между|и|на|по|или|часов|раньше|позже|позднее"
_LASTS = "через|за|течение|ближайший|следующий|еще|спустя|длиться|продолжительность"
_VISIT = "массаж|сеанс|процедура|место|время|нас|меня"
LENGTHS: Table = (
    # half of the third hour is half past two
    ("пол|половина|половине|половину|половины <nth>|<nth_day>|<hour> -? го?", before_hour(30)),
    ("четверть <nth>|<nth_day>", lambda nth: into_hour(15, nth)),
    ("<minute>|<number> минута <nth>|<nth_day>", into_hour),
    ("без четверти <hour>", timed.minutes_to(15)),
    ("без четверти час", timed.fixed(12, 45)),
    ("без <number> минута? <hour>", timed.to),
    ("без <number> минута? час", lambda minutes: timed.to(minutes, 1)),
    # an hour of the clock, where a length would say for how long
    (f"{_AT} <hour> час", timed.at),
    (f"{_AT} <hour> час и? <minute> минута?", hour_and_minute),
    ("<hour> час и? <minute>", hour_and_minute),
    (f"{_AT} <hour> дня", lambda hour: timed.at(hour, "pm")),
    ("=в|во|к|до|после|около час", lambda: timed.at(1)),
    ("час дня", timed.fixed(13)),
    ("час =ночь", lambda: timed.at(1)),
    (f"=длительный|{_LASTS} <number>|<few> <unit_of_time>", counted.length),
    (f"=длительный|{_LASTS} <unit_of_time> <number>|<few>", lambda unit, amount: counted.length(amount, unit)),
    ("<unit_of_time> =через <number>|<few>", lambda unit, amount: counted.length(amount, unit)),
    (f"={_VISIT} на <number>|<few> <unit_of_time>", counted.length),
    (f"={_LASTS} <unit_of_time>", lambda unit: counted.length(1, unit)),
    ("=на <unit_of_time>", lambda unit: counted.length(1, unit)),
    ("<number>|<few> <unit_not_hour>", counted.length),
    ("<few> <unit_of_time>", counted.length),
    ("1|один час", lambda: counted.length(1, "hour")),
    ("полчаса|получаса|полчасика", lambda: counted.length(30, "minute")),
    ("пол час", lambda: counted.length(30, "minute")),
    ("полтора|полутора час", lambda: counted.length(90, "minute")),
    ("<number> с половиной час", lambda hours: counted.length(hours + 0.5, "hour")),
    (f"=на|{_LASTS} <number> час и? <number> минута", counted.hours_and_minutes),
    ("1|один час и? <number> минута", lambda minutes: counted.hours_and_minutes(1, minutes)),
    ("четверть час", lambda: counted.length(15, "minute")),
    ("<number> человек|персона|гостя|гостей|взрослых|друзья|мужчина|женщина", counted.kept("party")),
    ("<people>", counted.kept("party")),
    ("нас|будет|придем|придет <number>", counted.kept("party")),
)


# what can only be a time
CLOCKS: Table = (
    ("<hm> час? <half>?", timed.at_shape),
    ("<hour> <half>", timed.at),
    ("<hour> <minute> <half>", timed.at_minute),
    ("<hour> час", timed.at),
    ("<hour> час ровно", timed.at),
    ("<hour> ровно", timed.at),
    ("<compact> час", timed.at_shape),
    ("полдень|полдня", timed.fixed(12)),
    ("12|двенадцать час? дня", timed.fixed(12)),
    ("полночь", timed.fixed(0)),
    ("12|двенадцать час? ночь", timed.fixed(0)),
    ("в? обед|обеденный время?", timed.soft_window(12, 14)),
    ("после обед", timed.soft_window(13, 17)),
    ("до обед", timed.open_until(12)),
    ("после|с работы", timed.open_from(17)),
    ("до|перед работы|работой", timed.open_until(9)),
    ("после полдень", counted.said("part", "afternoon")),
    ("пополудни", counted.said("part", "afternoon")),
    ("до полдень", timed.open_until(12)),
)

_BEFORE = "=в|во|к|ко|до|после|с|со|от|около|примерно|ровно|на|раньше|позже|позднее|между|часов|или|где-то|типа|часиков"
_TO = "до|по|-|и"
# what may be a time, given what stands beside it; it runs after the days
BARE_HOURS: Table = (
    ("=перенести|изменить .. с|со <hour> на <hour>", timed.last_hour),
    (f"с|со|от|между <hour> {_TO} <hour> час?", timed.window),
    (f"{_BEFORE} <hour>", timed.at),
    (f"{_BEFORE} <hour> <minute>", timed.at_minute),
    (f"{_BEFORE} <compact>", timed.at_shape),
    ("<hour> =<part>|дня", timed.at),
    ("<hour> <minute> =<part>|дня", timed.at_minute),
    ("<hour> - <hour> =<part>|<day>", timed.window),
    ("=<day>|<part> ,? <hour> - <hour>", timed.window),
    ("=<day>|<part> ,? <hour>", timed.at),
    ("=<day>|<part> ,? <hour> <minute>", timed.at_minute),
    ("<hour> =<day>", timed.at),
    ("<hour> или =<hour>|<clock>", timed.at),
    ("=лучше|давайте|давай|можно <hour>", timed.at),
)

# what is a time because a time was asked for
WHEN_ASKED: Table = (
    ("<hour>", timed.at),
    ("<hour> <minute>", timed.at_minute),
    ("<hour> -|до <hour>", timed.window),
    ("<compact>", timed.at_shape),
)

JOINS: Table = (
    ("<clock> <part_said>", timed.settled),
    ("<clock> дня|днем", timed.settled_in("afternoon")),
    ("не|кроме в|во? <clock>|<part>", counted.marked("refused")),
    ("вместо <clock>|<part>", counted.marked("refused")),
    ("около|примерно|приблизительно|ориентировочно|где-то|типа|часов|часиков|час в|к|на? <clock>", timed.roughly),
    ("где - то в|к|на? <clock>", timed.roughly),
    ("ближе к <clock>", timed.roughly),
    ("<clock> примерно|приблизительно|плюс-минус|с копейками", timed.roughly),
)
WINDOWS: Table = (
    ("=перенести|изменить .. с|со <clock> на <clock>", timed.last_clock),
    (f"с|со|от|между в? <clock>|<hour> {_TO} <clock>|<hour>", timed.window),
    ("<clock> до|-|/ <clock>|<hour>", timed.window),
    ("<hour> до|-|/ <clock>", timed.window),
    ("после <clock>", timed.bound_after),
    ("начиная? с|со|от <clock>", timed.bound_after),
    ("не раньше|ранее чем? в? <clock>", timed.bound_after),
    ("позже|позднее чем? в? <clock>", timed.bound_after),
    ("<clock> или|и позже|позднее|дальше", timed.bound_after),
    ("до <clock>", timed.bound_before),
    ("не позже|позднее чем? в? <clock>", timed.bound_before),
    ("раньше|ранее чем? в? <clock>", timed.bound_before),
    ("<clock> или|и раньше|ранее", timed.bound_before),
)
