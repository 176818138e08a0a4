"""`make bench`: prints how fast the whole local system is and asserts nothing; `--quick` measures less."""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infra.local.home import ROOT, Home
from tests.e2e.whole.system import WholeSystem
from tests.load import growth, measures
from tests.load.busy_spa import BusySystem
from tests.load.crowd import CROWD, crowd
from tests.load.figures import Figure, middle, quantiles, rate, say_days, table, told_if_not
from tests.load.growth import AIMS
from tests.load.guests import guests
from tests.load.launches import launches
from tests.load.reminders import reminders

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

    def crowd(self) -> Iterator[Figure]:
        """Fifty at once."""
        return crowd(self._system, self._times)

    def alone(self) -> Iterator[Figure]:
        """One guest in the chat, who talks and who holds."""
        turns, hold = self._load("turn", 1, 100), self._load("hold", 1, 100)
        yield quantiles("chat turn", turns["milliseconds"], "p95 < 40 ms")
        yield rate(turns)
        yield quantiles("hold in the chat", hold["milliseconds"])
        yield rate(hold)
        yield Figure("memory of api_chat afterwards", f"{measures.memory(self._system, 'api_chat'):7.1f} MB")

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

    def guests(self) -> Iterator[Figure]:
        """Their own pages, and the codes that open them."""
        measures.free_places(self._system)
        return guests(self._system, self._times)

    def reminders(self) -> Iterator[Figure]:
        """A morning's reminders."""
        measures.free_places(self._system)
        return reminders(self._system, number=self._times(1000))


def starts(times: int) -> Iterator[Figure]:
    """Each function from nothing, in the demo spa: what it finds to do there is little."""
    with tempfile.TemporaryDirectory() as folder, WholeSystem(Home(Path(folder))) as system:
        for name in sorted(folder.parent.name for folder in (ROOT / "functions").glob("*/main.py")):
            aim = "< 0.7 s" if name in {"api_chat", "hook_atlas"} else "< 1.0 s"
            yield middle(name, measures.starts(system, name, times=times), aim)
        system.database.close()


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
        report(f"{CROWD} at once: chat, floor and holds", bench.crowd())
        report("Alone", bench.alone())
        report("Search", bench.searches())
        report("SQL", bench.statements())
        report("Mail", bench.mails())
        report("Guests", bench.guests())
        report("Reminders", bench.reminders())
        system.database.close()
    report("Functions, from nothing to the first answer", starts(max(2, round(5 * share))))


if __name__ == "__main__":
    main()
