"""`make bench`: prints how fast the whole local system is and asserts nothing; `--quick` measures less."""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infra.local.home import ROOT, Home
from tests.e2e.whole.system import WholeSystem
from tests.load import growth, measures, phone
from tests.load.busy_spa import BusySystem
from tests.load.figures import Figure, beside, middle, quantiles, say_days, table, told_if_not
from tests.load.growth import AIMS
from tests.load.launches import launches

CROWD = 50
AIM = "p95 < 200 ms, 400/s"
Done = dict[str, Any]
BEYOND_THE_CROWD = 4
"""Days ahead: guests without membership book three, and may have left nothing there."""


class Bench:
    """Measures one thing after another; `share` makes it shorter."""

    def __init__(self, system: BusySystem, *, share: float) -> None:
        self._system = system
        self._share = share

    def _times(self, number: int) -> int:
        return max(2, round(number * self._share))

    def chat(self) -> Iterator[Figure]:
        """Turns, alone and in a crowd."""
        measures.load(self._system, "turn", clients=8, calls=40)  # a function that is asked for the first time starts
        for clients, aim in {1: "p95 < 40 ms", CROWD: "p95 < 400 ms"}.items():
            done = self._load("turn", clients, 100 if clients == 1 else 600)
            name = f"chat turn, {clients} at once" if clients > 1 else "chat turn, alone"
            yield quantiles(name, done["milliseconds"], aim)
            yield answers(done)
        yield Figure("memory of api_chat afterwards", f"{measures.memory(self._system, 'api_chat'):7.1f} MB")

    def holds(self) -> Iterator[Figure]:
        """Holds in the chat and by phone beside the floor under them: the same rows, inserted by a bare function."""
        snapshot = phone.snapshot(self._system, clients=CROWD, calls=self._times(600))
        yield quantiles(f"the floor: the same rows, {CROWD} at once", snapshot["milliseconds"])
        yield answers(snapshot)
        alone = self._load("hold", 1, 100)
        yield quantiles("hold in the chat, alone", alone["milliseconds"])
        yield answers(alone)
        yield from self._hold(f"in the chat, {CROWD} at once", self._load("hold", CROWD, 600), snapshot, AIM)
        measures.free_places(self._system)
        for name, done in phone.holds(self._system, clients=CROWD, calls=self._times(600)):
            yield from self._hold(f"{name}, {CROWD} at once", done, snapshot, AIM)

    def _hold(self, name: str, done: Done, snapshot: Done, aim: str = "") -> Iterator[Figure]:
        figure = quantiles(f"hold {name}", done["milliseconds"], aim)
        yield beside(figure, done["milliseconds"], snapshot["milliseconds"])
        yield answers(done)

    def _load(self, kind: str, clients: int, calls: int) -> Done:
        """Let clients talk to the chat, in a spa whose places are free."""
        measures.free_places(self._system)
        return measures.load(self._system, kind, clients=clients, calls=self._times(calls))

    def searches(self) -> Iterator[Figure]:
        """What a look at the house costs."""
        for days, aim in AIMS.items():
            milliseconds = measures.searches(
                self._system.database,
                days,
                times=self._times(50),
                now=self._system.clock(),
                ahead=BEYOND_THE_CROWD,
            )
            yield quantiles(f"search, {say_days(days)}, beside the whole system", milliseconds, aim)
        turns = measures.turns_that_search(self._system, times=self._times(50))
        yield quantiles("first words that search a day, by the chat", turns, "p95 < 40 ms")

    def statements(self) -> Iterator[Figure]:
        """SQL under load."""
        with measures.statements_logged(self._system) as milliseconds:
            self._load("hold", CROWD, 300)
        yield quantiles(f"SQL statement, {CROWD} at once", milliseconds, "p95 < 100 ms")

    def mails(self) -> Iterator[Figure]:
        """From a commit to a mail."""
        measures.free_places(self._system)
        delays = measures.mails(self._system, guests=self._times(20))
        yield quantiles("booking's commit until its mail left", delays, "p95 < 5000 ms")


def starts(times: int) -> Iterator[Figure]:
    """Each function from nothing, in the demo spa: what it finds to do there is little."""
    with tempfile.TemporaryDirectory() as folder, WholeSystem(Home(Path(folder))) as system:
        for name in sorted(folder.parent.name for folder in (ROOT / "functions").glob("*/main.py")):
            aim = "< 0.7 s" if name in {"api_chat", "hook_atlas"} else "< 1.0 s"
            yield middle(name, measures.starts(system, name, times=times), aim)
        system.database.close()


def answers(done: Done) -> Figure:
    """Return what the clients were answered, how many answers came in a second, and why some calls were not made."""
    rate = len(done["milliseconds"]) / done["seconds"]
    said = [", ".join(f"{count} {name}" for name, count in sorted(done["outcomes"].items())), f"{rate:.0f} a second"]
    if done["ended"]:
        said.append(f"{len(done['milliseconds'])} of {done['calls']} calls were made: {', '.join(done['ended'])}")
    return Figure("  answers", "; ".join(filter(None, said)))


def report(title: str, figures: Iterator[Figure]) -> None:
    """Measure, and print when it is done."""
    begin = time.monotonic()
    print(f"\n... {title}", flush=True)
    print(table(title, list(told_if_not(figures))), flush=True)
    print(f"  (measured in {time.monotonic() - begin:.0f} s)", flush=True)


def make_run(times: int) -> Iterator[Figure]:
    """Starting the whole system; packages and emulators are installed."""
    first, more = launches(again=times)
    yield Figure("make run, first start", f"{first:6.2f} s")
    yield middle("make run, later starts", more)


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything, in about a minute")
    share = 0.1 if parser.parse_args().quick else 1.0
    print("The bench: a spa with 10 rooms, 20 technicians and 60 bookings a day; everything on this machine.")
    report("Search alone, and as the data grows", growth.figures(times=round(50 * share), most=8 if share == 1 else 2))
    report("Start of the whole system", make_run(max(1, round(3 * share))))
    with tempfile.TemporaryDirectory() as folder, BusySystem(Home(Path(folder))) as system:
        bench = Bench(system, share=share)
        report("Chat", bench.chat())
        report("Holds, and the floor under them", bench.holds())
        report("Search", bench.searches())
        report("SQL", bench.statements())
        report("Mail", bench.mails())
        system.database.close()
    report("Functions, from nothing to the first answer", starts(max(2, round(5 * share))))


if __name__ == "__main__":
    main()
