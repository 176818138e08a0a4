"""Group commit: what threads ask for at the same moment is done in one go, by one of them for all who wait."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from shared_lib.kernel.errors import OutOfTime

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


class _Entry(Generic[Item, Outcome]):
    """What one thread asked for, and what became of it; its lock opens when it is done, or to lead the next batch."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.woken = threading.Lock()
        self.woken.acquire()
        self.done = False
        self.outcome: Outcome | None = None
        self.error: Exception | None = None


class Batches(Generic[Item, Outcome]):
    """One batch is under way at a time; whoever comes meanwhile waits, and is part of the next one.

    A thread that is alone waits for nobody. Nothing runs in the background: a function has no time after its answer.
    `work` takes the items in the order in which they came and the seconds that are left, and returns an outcome for
    each; what it raises is raised to all of the batch.
    """

    def __init__(self, work: Callable[[Sequence[Item], float], Sequence[Outcome]]) -> None:
        self._work = work
        self._line = threading.Lock()
        self._under_way = False
        self._waiting: list[_Entry[Item, Outcome]] = []

    def do(self, item: Item, *, within: float) -> Outcome:
        """Return the outcome of an item; raise OutOfTime, having done nothing, where its turn did not come in time."""
        asked, left = _Entry[Item, Outcome](item), within
        if not self._leads(asked):
            left = self._wait(asked, within)
        if not asked.done:
            self._lead(asked, left)
        if asked.error:
            raise asked.error
        return asked.outcome  # type: ignore[return-value] # it is done

    def _leads(self, asked: _Entry[Item, Outcome]) -> bool:
        """Tell whether nothing is under way, so that its thread begins at once; else it stands in line."""
        with self._line:
            leads, self._under_way = not self._under_way, True
            if not leads:
                self._waiting.append(asked)
            return leads

    def _wait(self, asked: _Entry[Item, Outcome], within: float) -> float:
        """Wait until it is done or leads, and return the seconds that are left then; raise OutOfTime."""
        end = time.monotonic() + within
        if not asked.woken.acquire(timeout=within):
            with self._line:
                if asked in self._waiting:
                    self._waiting.remove(asked)
                    raise OutOfTime("others were before it")
            asked.woken.acquire()  # it is being done just now, which is bounded by the work
        return max(0.0, end - time.monotonic())

    def _lead(self, asked: _Entry[Item, Outcome], left: float) -> None:
        with self._line:
            batch, self._waiting = [asked, *self._waiting], []
        try:
            self._do_all(batch, left)
        finally:
            self._hand_on(batch[1:])

    def _do_all(self, batch: Sequence[_Entry[Item, Outcome]], left: float) -> None:
        try:
            outcomes = self._work([asked.item for asked in batch], left)
            for asked, outcome in zip(batch, outcomes, strict=True):
                asked.outcome = outcome
        except Exception as error:  # noqa: BLE001 -- it is raised to everybody who waits
            for asked in batch:
                asked.error = error

    def _hand_on(self, others: Sequence[_Entry[Item, Outcome]]) -> None:
        """Let the first of those who came meanwhile lead, then wake those whose work is done."""
        with self._line:
            following = self._waiting.pop(0) if self._waiting else None
            self._under_way = following is not None
        if following:
            following.woken.release()
        for asked in others:
            asked.done = True
            asked.woken.release()
