"""The scorecard against the whole local system: a task of every second kind, and figures that fall."""

import json

import pytest

from tests.score.checks import CHECKS
from tests.score.house import House
from tests.score.scorecard import ALL, PUBLISHED, Figures, Run, fallen, hold, wednesday
from tests.score.tasks import tasks
from tests.score.tongues import TONGUES

MUST_HOLD = tuple(CHECKS)
"""What holds in every conversation whether it reaches its end or not."""
SHARE = list({task.kind: task for task in reversed(tasks())}.values())[::2]
SIMPLE = [task for task in tasks() if task.id in ("single-sentence", "date-half-past", "technician-by-name")]


@pytest.fixture(scope="module")
def runs(stack):
    """One run of each task of the share, buttons and typing in turn, on a Wednesday."""
    house = House(stack.url)
    with wednesday(house):
        return [hold(task, number % 2, house) for number, task in enumerate([*SHARE, *SIMPLE])]


def test_no_conversation_breaks_what_holds_in_each(runs):
    broken = [f"{run.task.id}: {wrong}" for run in runs for wrong in run.wrong if wrong.startswith(MUST_HOLD)]
    assert broken == []


def test_a_simple_wish_is_booked(runs):
    assert {run.task.id: list(run.wrong) for run in runs if run.task in SIMPLE} == {task.id: [] for task in SIMPLE}


def test_what_is_held_by_one_guest_is_free_for_the_next(runs):
    assert [run.task.id for run in runs if not run.left] == []


def of(passed):
    """Return the runs of two tasks, four each, of which those with a + passed."""
    two = [tasks()[0]] * 4 + [tasks()[1]] * 4
    pairs = enumerate(zip(two, passed, strict=True))
    return [Run(task, n, () if mark == "+" else ("end: none",), None, left=True, lines=5) for n, (task, mark) in pairs]


def test_figures_count_runs_and_tasks_that_always_pass():
    figures = Figures.of(of("+++++-++"))
    assert (figures.tasks, figures.once, figures.always, figures.lines) == (2, 87.5, 50.0, 5)


def test_each_kind_has_published_figures():
    published = set(json.loads(PUBLISHED.read_text()))
    assert published >= {task.kind for task in tasks()} | {f"in {lang}" for lang in TONGUES} | {ALL}


def test_figures_that_fall_by_more_than_chance_are_told():
    published = Figures(100, 90.0, 80.0, 5)
    assert not fallen(Figures(100, 88.5, 78.2, 5), published)
    assert fallen(Figures(100, 87.9, 80.0, 5), published)
    assert fallen(Figures(100, 95.0, 77.9, 5), published)
    assert not fallen(Figures(100, 10.0, 0.0, 5), None)
