"""The tasks are whole: each line has its wordings, each pattern can be read, each end is one that the spa can give."""
# ruff: noqa: RUF001 -- guests speak other languages too

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from infra.local.demo.facts import facts
from shared_lib.pricing.reading.clock import parse_time, parse_weekdays, span
from tests.score.book import BOOK, STAFF
from tests.score.tasks import Task, Visit, filled, found, tasks
from tests.score.tongues import TONGUES
from tests.score.wording import Wording

WEDNESDAY = date(2026, 11, 25)
EVERY = tasks()


def test_there_are_enough_of_them():
    spoken = Counter(lang for task in EVERY for lang in task.languages)
    assert len(EVERY) >= 100
    assert set(spoken) == set(TONGUES)
    assert min(spoken.values()) >= 10


def test_each_has_a_name_of_its_own():
    assert len({task.id for task in EVERY}) == len(EVERY)


@pytest.mark.parametrize("task", EVERY, ids=lambda task: task.id)
def test_a_task_is_whole(task):
    for line in task.lines:
        assert len(set(line.say)) in (0, 1, 4)
        assert line.say or line.pay
        assert line.when in ("", "slot", "day", "treatment", "name", "email", "phone", "code", "payment")
    for regex in patterns(task):
        found(filled(regex, WEDNESDAY), "")
    for visit in filter(None, (task.wants, task.before, *task.ends)):
        assert set(visit.lines) <= set(BOOK.names)
        assert set(re.findall(r"\w+", visit.technician)) - {"and"} <= STAFF
        assert may_begin(visit)


def patterns(task):
    return filter(None, [task.says, task.mail, task.before_ends, *(each for line in task.lines for each in of(line))])


def of(line):
    return [line.hears, line.never, line.unless, line.only]


def may_begin(visit):
    """Whether the house is open, and everybody who is needed is in, at the first or the last hour of a visit."""
    day = WEDNESDAY + timedelta(days=visit.day)
    first = next(treatment for treatment in BOOK.treatments if treatment.name == visit.treatments[0])
    area = "Private" if first.room_kind == "private" else "Men's Suite"
    for begins in {parse_time(visit.begins), parse_time(visit.until)}:
        lasts = (begins, begins + first.minutes)
        shifts = [row[2] for row in facts()["technicians"] if any(within(lasts, spans) for spans in on(day, row[3]))]
        in_then = all(
            sum(each in able for able in shifts) >= first.specialties.count(each) for each in first.specialties
        )
        if in_then and any(within(lasts, spans) for spans in BOOK.hours[area].spans_on(day)):
            return True
    return False


def on(day, shifts):
    return [
        span(parse_time(begins), parse_time(ends))
        for days, begins, ends in shifts
        if day.weekday() in parse_weekdays(days)
    ]


def within(lasts, spans):
    return spans[0] <= lasts[0] and lasts[1] <= spans[1]


def test_a_visit_is_read_as_it_is_written():
    visit = Visit.read("Swedish Massage + Hot Stone then Manicure, Fri 12:00-13:30, with Anna, $229.90, confirmed")
    assert visit.treatments == ["Swedish Massage", "Manicure"]
    assert visit.lines == ["Swedish Massage", "Hot Stone", "Manicure"]
    assert (visit.day, visit.begins, visit.until, visit.technician) == (2, "12:00", "13:30", "Anna")
    assert (visit.cents, visit.status) == (22990, "confirmed")


def test_a_task_that_has_what_no_task_has_is_refused():
    with pytest.raises(TypeError):
        Task.read("kind", {"task": "one", "say": ["hello"], "wish": "a massage"})


def test_days_stand_in_lines_as_they_are_on_that_day():
    assert filled("on {d2:%B %-d}, {ref}", WEDNESDAY, ref="CS-1") == "on November 27, CS-1"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Swedish Massage and then Manicure on Friday between 12:00 PM and 1:30 PM with Anna"),
        ("es", "masaje sueco y después manicura el viernes entre las 12:00 y las 13:30 con Anna"),
        ("ru", "шведский массаж и потом маникюр в пятницу между 12:00 и 13:30 с Anna"),
        ("uk", "шведський масаж і потім манікюр у п'ятницю між 12:00 і 13:30 з Anna"),
        ("he", "עיסוי שוודי ואחר כך מניקור ביום שישי בין 12:00 ל-13:30 עם Anna"),
    ],
)
def test_a_wish_is_said_in_the_language_of_the_guest(lang, said):
    wish = Visit.read("Swedish Massage then Manicure, Fri 12:00-13:30, with Anna")
    assert Wording(lang, WEDNESDAY).whole(wish) == said
