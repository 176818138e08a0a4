"""A roster is read once for each version of it; whatever changes a room, a person or their hours makes a new one."""

from pathlib import Path
from typing import LiteralString

import pytest

from infra.local.demo import SPA_ID
from shared_lib.availability.adapters.rosters import MOST_KEPT
from shared_lib.availability.snapshot import Roster
from shared_lib.kernel.errors import NotBookable
from shared_lib.kernel.hours import Span
from tests.snapshots import FRIDAY, at
from tests.spa_house import SpaHouse, spa_house

TEN, FOUR = at(FRIDAY, "10:00"), at(FRIDAY, "16:00")
CHANGES: dict[str, LiteralString] = {
    "a room is closed": "update coresync.rooms set active = false where name = 'AI Bed'",
    "a room is built": "insert into coresync.rooms (spa_id, name, kind, area, capacity, turnaround)"
    " select spa_id, 'New', kind, area, 1, 0 from coresync.rooms limit 1",
    "somebody learns something": "update coresync.technicians set specialties = '{barber}' where name = 'Anna'",
    "a shift ends earlier": "update coresync.schedules set ends = begins + 1 where technician_id = 1",
    "a shift is dropped": "delete from coresync.schedules where technician_id = 1",
    "a day off": "insert into coresync.schedule_exceptions (technician_id, day) values (1, '2026-11-20')",
    "all hours are typed anew": "truncate coresync.schedules",
}


@pytest.fixture
def house(database_url, tmp_path: Path):
    with spa_house(database_url, tmp_path) as house:
        yield house


def roster_of(house: SpaHouse) -> Roster:
    """Return the roster of a snapshot."""
    seen = house.snapshots.read(SPA_ID, TEN, FOUR, now=house.now)
    return Roster(seen.roster_version, seen.rooms, seen.technicians)


def hours_of_anna(house: SpaHouse) -> tuple[Span, ...]:
    return roster_of(house).technicians[0].shifts.spans_on(FRIDAY)


def test_as_long_as_nothing_changes_the_roster_is_the_very_same(house):
    first = roster_of(house)
    house.hold()
    assert roster_of(house).technicians is first.technicians


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_next_look_sees_a_change_of_the_roster(house, change):
    before = roster_of(house)
    house.database.run(change)
    after = roster_of(house)
    assert after.version > before.version
    assert (after.rooms, after.technicians) != (before.rooms, before.technicians)


def test_a_change_is_seen_when_it_is_committed_and_not_before(house):
    before = hours_of_anna(house)
    with house.database.connection() as connection, connection.transaction():
        connection.execute("update coresync.schedules set ends = begins + 60 where technician_id = 1")
        assert hours_of_anna(house) == before
    assert hours_of_anna(house) != before


def test_triggers_that_are_left_out_do_not_hide_a_change(house):
    before = roster_of(house)
    with house.database.connection() as connection, connection.transaction():
        connection.execute("set local session_replication_role = replica")
        connection.execute("truncate coresync.schedules")
    assert roster_of(house).version > before.version


def test_a_hold_is_refused_by_the_hours_of_this_moment(house):
    house.hold(technician="Anna")
    house.database.run("delete from coresync.schedules")
    with pytest.raises(NotBookable):
        house.hold(at(FRIDAY, "18:00"), technician="Anna")


def test_only_the_newest_versions_are_kept(house):
    first = roster_of(house)
    for _ in range(MOST_KEPT):
        house.database.run("update coresync.rooms set turnaround = turnaround + 1")
        roster_of(house)
    assert house.snapshots.rosters.known(SPA_ID, first.version) is None
    assert house.snapshots.rosters.known(SPA_ID, roster_of(house).version)
