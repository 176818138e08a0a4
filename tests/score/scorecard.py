"""Prints how many guests reach what they want: `make score` has the conversations of `tasks/` with a house that runs.

Run k of a task says the k-th wording of each line; even runs press buttons, odd ones type. pass^k is how likely k runs
of a task all reach its end. The published figures are in figures.json beside this, those of the last run in `.local`.
"""

import argparse
import contextlib
import json
import math
import os
import re
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from infra.local.home import Home
from infra.local.progress import Silence
from infra.local.stack import Stack
from tests.score.checks import all_that_is_wrong
from tests.score.ends import missed
from tests.score.guest import Conversation, Guest
from tests.score.house import House
from tests.score.tasks import Line, Task, tasks
from tests.score.wording import Wording

RUNS = 4
MAY_FALL = 2.0
"""Points below the published figures that chance may explain."""
PUBLISHED = Path(__file__).parent / "figures.json"
LAST = "score.json"
ALL = "all"


@dataclass(frozen=True)
class Run:
    """One run of a task, and what was wrong with it."""

    task: Task
    run: int
    wrong: Sequence[str]
    talk: Conversation | None
    left: bool  # all that was held is let go
    lines: float


@dataclass(frozen=True)
class Figures:
    """What is published of a kind: tasks, the shares in percent, and the median of lines."""

    tasks: int
    once: float
    always: float
    lines: float

    @classmethod
    def of(cls, runs: Sequence[Run]) -> "Figures":
        """Count the runs of some tasks."""
        by_task = defaultdict[str, list[Run]](list)
        for run in runs:
            by_task[run.task.id].append(run)
        once, always = (100 * statistics.mean(_passes(part, k) for part in by_task.values()) for k in (1, 0))
        lines = statistics.median(run.lines for run in runs)
        return cls(len(by_task), round(once, 1), round(always, 1), lines)


def _passes(runs: Sequence[Run], k: int) -> float:
    """Return how likely k of these runs, 0 for all of them, are without fault."""
    many, good = k or len(runs), sum(not run.wrong for run in runs)
    return math.comb(good, many) / math.comb(len(runs), many)


def main() -> int:
    """Print the figures; return 1 where they have fallen below those that are published."""
    chosen = _arguments()
    every = [task for task in tasks() if re.search(chosen.only, task.id)]
    if not every:
        sys.exit(f"There is no task whose name has {chosen.only!r}.")
    with _house(chosen.url) as house, wednesday(house):
        runs = list(hold_all(every, chosen.runs, house, tell=_progress(len(every) * chosen.runs)))
    if chosen.fails:
        for run in runs:
            _say(*_shown(run) if run.wrong else ())
    figures = {kind: Figures.of(part) for kind, part in _by_kind(runs)}
    published = _read(PUBLISHED)
    _say(*_table(figures, published, chosen.runs), _causes(runs))
    _keep(figures, whole=not chosen.only, publish=chosen.publish)
    fell = not chosen.only and chosen.runs == RUNS and fallen(figures[ALL], published.get(ALL))
    return int(fell)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--url", default=os.environ.get("URL", ""), help="the house; else the one of `make run`, else an own"
    )
    parser.add_argument("--only", default="", metavar="REGEX", help="tasks whose name has it, as kind-task")
    parser.add_argument(
        "--runs", type=int, default=RUNS, help=f"runs of each task ({RUNS}, as many as it has wordings)"
    )
    parser.add_argument("--fails", action="store_true", help="print the conversations that fail")
    parser.add_argument("--publish", action="store_true", help="write the figures to figures.json")
    return parser.parse_args()


# the house
@contextlib.contextmanager
def _house(url: str) -> Iterator[House]:
    """Open the house at an address, that of `make run`, or one of our own for as long as it takes."""
    stack = Home.chosen().stack
    if url or stack.exists():
        yield House(url or json.loads(stack.read_text())["url"])
        return
    _say("No house runs; starting one ...")
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
    with (
        tempfile.TemporaryDirectory() as folder,
        Stack(Home(Path(folder)), port=0, progress=Silence(), durable=False) as own,
    ):
        yield House(own.url)


@contextlib.contextmanager
def wednesday(house: House) -> Iterator[None]:
    """Have a Wednesday at 10:00, which the tasks are for; afterwards the clock is put back."""
    before = house.ahead
    house.advance(house.until_wednesday())
    if house.now().weekday() != 2:
        sys.exit("The tasks are for a Wednesday at 10:00, and only a local house has a clock that can be moved.")
    try:
        yield
    finally:
        house.advance(before - house.ahead)


# the conversations
def hold_all(every: Sequence[Task], runs: int, house: House, *, tell: Callable[[int], None]) -> Iterator[Run]:
    """Have all conversations, one after the other; each calls from an address of its own.

    Each run has a Wednesday of its own: so many guests as all of them together have no house within an hour.
    """
    for number, (run, task) in enumerate(product(range(runs), every)):
        if run and task is every[0]:
            house.advance(house.until_wednesday())
        house.caller = f"127.77.{number // 250 % 250}.{number % 250 + 1}" if _may_choose_address() else ""
        yield hold(task, run, house)
        tell(number + 1)


def hold(task: Task, run: int, house: House) -> Run:
    """Have one conversation, after that of an earlier visit, and let everything go at its end."""
    earlier = _earlier(task, run, house)
    reference = next(iter(earlier.talk.bookings), "") if earlier else ""
    guest = Guest(task, run, house, ref=reference or "CS-2026-999999", email=earlier.email if earlier else "")
    talk = guest.converse()
    wrong = [f"before: {why}" for why in earlier.talk.wrong] if earlier else []
    wrong += [*talk.wrong, *missed(guest, earlier), *all_that_is_wrong(talk)]
    left = [one.leaves() for one in (guest, earlier) if one]
    return Run(task, run, list(dict.fromkeys(wrong)), talk, all(left), talk.lines)


def _earlier(task: Task, run: int, house: House) -> Guest | None:
    """Book and pay the visit that a task begins with."""
    if task.before is None:
        return None
    lines = [Line(say=[Wording("en", house.now().date()).whole(task.before)]), Line(when="payment", pay=True)]
    guest = Guest(Task(task.kind, "before", lines, wants=task.before, guest=task.guest), run, house)
    guest.converse()
    return guest


def _may_choose_address() -> bool:
    """Whether this machine answers on all of 127/8, as Linux does."""
    return sys.platform.startswith("linux")


# the figures
def _by_kind(runs: Sequence[Run]) -> Iterator[tuple[str, list[Run]]]:
    for kind in sorted({run.task.kind for run in runs}):
        yield kind, [run for run in runs if run.task.kind == kind]
    for lang in sorted({lang for run in runs for lang in run.task.languages}):
        yield f"in {lang}", [run for run in runs if lang in run.task.languages]
    yield ALL, list(runs)


def fallen(now: Figures, published: Figures | None) -> bool:
    """Return whether figures are further below those that are published than chance explains."""
    if published is None:
        return False
    return min(now.once - published.once, now.always - published.always) < -MAY_FALL


def _read(path: Path) -> dict[str, Figures]:
    return {kind: Figures(**row) for kind, row in json.loads(path.read_text()).items()} if path.exists() else {}


def _keep(figures: dict[str, Figures], *, whole: bool, publish: bool) -> None:
    """Keep the figures of this run, and publish them where that is asked for."""
    text = json.dumps({kind: vars(row) for kind, row in figures.items()}, indent=1) + "\n"
    folder = Home.chosen().folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LAST).write_text(text)
    if publish and whole:
        PUBLISHED.write_text(text)


# what is printed
def _table(figures: dict[str, Figures], published: dict[str, Figures], runs: int) -> Iterator[str]:
    yield f"{'kind':14} tasks   pass^1   since   pass^{runs}   since  lines"
    for kind, row in figures.items():
        before = published.get(kind)
        since = [f"{row.once - before.once:+6.1f}", f"{row.always - before.always:+6.1f}"] if before else ["     -"] * 2
        yield f"{kind:14} {row.tasks:5} {row.once:7.1f}%  {since[0]} {row.always:7.1f}%  {since[1]} {row.lines:6.1f}"


def _causes(runs: Sequence[Run]) -> str:
    causes = Counter(cause for run in runs for cause in {wrong.partition(":")[0] for wrong in run.wrong})
    return (
        f"causes, in how many runs: {', '.join(f'{cause} {count}' for cause, count in causes.most_common()) or 'none'}"
    )


def _shown(run: Run) -> Iterator[str]:
    yield f"\n--- {run.task.id}, run {run.run}: {' | '.join(run.wrong)}"
    for each in run.talk.exchanges if run.talk else ():
        labels = " · ".join(button.label for button in each.answer.buttons)
        yield f"  guest  {'[' if each.pressed else ''}{each.said}{']' if each.pressed else ''}"
        yield f"  house  {each.answer.text}".replace("\n", "\n         ") + (f"   [{labels}]" if labels else "")


def _progress(total: int) -> Callable[[int], None]:
    """Return what shows how far we are, where somebody looks on."""

    def tell(done: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{done} of {total} conversations" + ("\r\033[K" if done == total else ""))
            sys.stderr.flush()

    return tell


def _say(*lines: str | Iterable[str]) -> None:
    for line in lines:
        sys.stdout.writelines(f"{each}\n" for each in ([line] if isinstance(line, str) else line))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
