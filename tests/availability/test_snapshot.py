"""One look at the house: read once, cut to what is asked for, and grown by what the run itself takes."""

import dataclasses
from datetime import timedelta

from shared_lib.availability.allocation import Allocation
from shared_lib.availability.snapshot import OccupancySnapshot, RunSnapshotCache
from tests.snapshots import NOW, SPA, a_floor, taken

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class SnapshotReader:
    """A house in which one room is taken from one to two hours from now."""

    def __init__(self) -> None:
        self.reads: list[tuple] = []

    def read(self, spa_id, begins, ends, *, now) -> OccupancySnapshot:
        self.reads.append((spa_id, begins, ends))
        return dataclasses.replace(a_floor(taken=(taken("room", 1, NOW + HOUR, 60),)), begins=begins, ends=ends)


def kinds(snapshot: OccupancySnapshot) -> list[str]:
    return [row.kind for row in snapshot.taken for _ in row.ranges]


def run_cache() -> tuple[RunSnapshotCache, SnapshotReader]:
    snapshots = SnapshotReader()
    return RunSnapshotCache(snapshots, SPA.id, until=NOW + DAY, now=NOW), snapshots


def test_the_house_is_read_once_for_all_who_ask():
    look, snapshots = run_cache()
    seen = [look.read(SPA.id, NOW + n * HOUR, NOW + (n + 1) * HOUR, now=NOW) for n in range(3)]
    assert [kinds(snapshot) for snapshot in seen] == [[], ["room"], []]
    assert [snapshot.begins for snapshot in seen] == [NOW, NOW + HOUR, NOW + 2 * HOUR]
    assert snapshots.reads == [(SPA.id, NOW, NOW + DAY)]


def test_what_the_run_takes_is_taken_for_those_who_come_after():
    look, snapshots = run_cache()
    look.read(SPA.id, NOW, NOW + DAY, now=NOW)
    look.take([Allocation("technician", 1, NOW + 2 * HOUR, NOW + 3 * HOUR)])
    assert kinds(look.read(SPA.id, NOW, NOW + DAY, now=NOW)) == ["room", "technician"]
    assert len(snapshots.reads) == 1


def test_what_lies_beyond_the_look_is_read_by_itself():
    look, snapshots = run_cache()
    look.take([Allocation("room", 1, NOW, NOW + HOUR)])
    assert look.read(SPA.id, NOW, NOW + 2 * DAY, now=NOW).ends == NOW + 2 * DAY
    assert look.read("elsewhere", NOW, NOW + DAY, now=NOW).begins == NOW
    assert [spa for spa, _, _ in snapshots.reads] == [SPA.id, "elsewhere"]
