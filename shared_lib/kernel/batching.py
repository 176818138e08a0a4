"""Group commit: what threads ask for at the same moment is done in one go, by one of them for all who wait."""

import dataclasses
import threading
import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from shared_lib.kernel.errors import OutOfTime

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


@dataclasses.dataclass(slots=True, eq=False)
class _Asked(Generic[Item, Outcome]):
    """What one thread asked for, and what became of it."""

    item: Item
    done: bool = False
    outcome: Outcome | None = None
    error: Exception | None = None


class Batches(Generic[Item, Outcome]):
    """One batch is under way at a time; whoever comes meanwhile waits, and is part of the next one.

    A thread that is alone waits for nobody. Nothing runs in the background: a function has no time after its answer.
    `work` takes the items in the order in which they came and the seconds that are left, and returns an outcome for
    each; what it raises is raised to all of the batch.
    """

    def __init__(self, work: Callable[[Sequence[Item], float], Sequence[Outcome]]) -> None:
        self._work = work
        self._under_way = threading.Lock()
        self._line = threading.Lock()
        self._waiting: list[_Asked[Item, Outcome]] = []

    def do(self, item: Item, *, within: float) -> Outcome:
        """Return the outcome of an item; raise OutOfTime, having done nothing, where its turn did not come in time."""
        asked = _Asked[Item, Outcome](item)
        with self._line:
            self._waiting.append(asked)
        left = self._wait_for_turn(asked, within)
        try:
            if not asked.done:
                self._do_all(left)
        finally:
            self._under_way.release()
        if asked.error:
            raise asked.error
        return asked.outcome  # type: ignore[return-value] # it is done

    def _wait_for_turn(self, asked: _Asked[Item, Outcome], within: float) -> float:
        """Return the seconds that are left when nothing is under way any more."""
        if self._under_way.acquire(blocking=False):
            return within
        end = time.monotonic() + within
        if not self._under_way.acquire(timeout=within):
            self._give_up(asked)
        return max(0.0, end - time.monotonic())

    def _give_up(self, asked: _Asked[Item, Outcome]) -> None:
        """Leave the line, unless it is being done just now: then wait for its end, which is bounded by the work."""
        with self._line:
            if asked in self._waiting:
                self._waiting.remove(asked)
                raise OutOfTime("others were before it")
        self._under_way.acquire()

    def _do_all(self, left: float) -> None:
        with self._line:
            batch, self._waiting = self._waiting, []
        try:
            outcomes = self._work([asked.item for asked in batch], left)
            for asked, outcome in zip(batch, outcomes, strict=True):
                asked.outcome = outcome
        except Exception as error:  # noqa: BLE001 -- it is raised to everybody who waits
            for asked in batch:
                asked.error = error
        finally:
            for asked in batch:
                asked.done = True
