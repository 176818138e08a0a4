"""Group commit: who comes while something is under way is done with the others, each with an outcome of their own."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from infra.local.waiting import holds_within
from shared_lib.kernel.batching import Batches
from shared_lib.kernel.errors import OutOfTime, VendorUnavailable

PATIENCE = 10.0


class Work:
    """Doubles numbers as soon as it is let go."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.left: list[float] = []
        self.go = threading.Event()
        self.broken = False

    def do(self, numbers: Sequence[int], left: float) -> Sequence[int]:
        self.batches.append(list(numbers))
        self.left.append(left)
        assert self.go.wait(PATIENCE)
        if self.broken:
            raise VendorUnavailable("postgres", "PoolTimeout")
        return [2 * number for number in numbers]


@contextmanager
def one_under_way(work: Work, batches: Batches[int, int]) -> Iterator[tuple[ThreadPoolExecutor, Future[int]]]:
    """Let the first thread be at work until `work.go`."""
    with ThreadPoolExecutor(20) as pool:
        first = pool.submit(batches.do, 0, within=PATIENCE)
        assert holds_within(PATIENCE, lambda: bool(work.batches))
        try:
            yield pool, first
        finally:
            work.go.set()


def in_line(batches: Batches[int, int], number: int) -> bool:
    return holds_within(PATIENCE, lambda: len(batches._waiting) == number)


def test_a_thread_that_is_alone_waits_for_nobody():
    work = Work()
    work.go.set()
    assert Batches(work.do).do(21, within=0.5) == 42
    assert (work.batches, work.left) == ([[21]], [0.5])


def test_who_comes_meanwhile_is_done_in_one_go_with_outcomes_of_their_own():
    work = Work()
    batches = Batches(work.do)
    with one_under_way(work, batches) as (pool, first):
        others = [pool.submit(batches.do, number, within=PATIENCE) for number in range(1, 11)]
        assert in_line(batches, 10)
        work.go.set()
        assert [done.result(PATIENCE) for done in (first, *others)] == [2 * number for number in range(11)]
    assert [sorted(batch) for batch in work.batches] == [[0], list(range(1, 11))]
    assert work.left[1] < PATIENCE


def test_who_would_wait_too_long_gives_up_having_done_nothing():
    work = Work()
    batches = Batches(work.do)
    with one_under_way(work, batches):
        with pytest.raises(OutOfTime):
            batches.do(1, within=0.01)
        assert in_line(batches, 0)
    assert work.batches == [[0]]


def test_what_goes_wrong_is_told_to_all_of_the_batch_and_to_nobody_after_it():
    work = Work()
    batches = Batches(work.do)
    with one_under_way(work, batches) as (pool, first):
        others = [pool.submit(batches.do, number, within=PATIENCE) for number in range(1, 4)]
        assert in_line(batches, 3)
        work.broken = True
        work.go.set()
        for done in (first, *others):
            assert isinstance(done.exception(PATIENCE), VendorUnavailable)
    work.broken = False
    assert batches.do(4, within=PATIENCE) == 8


def test_nobody_is_lost_in_a_crowd():
    work = Work()
    work.go.set()
    batches = Batches(work.do)
    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(lambda n: batches.do(n, within=PATIENCE), range(2000))) == [2 * n for n in range(2000)]
    assert sorted(n for batch in work.batches for n in batch) == list(range(2000))
