"""One read tells the whole house: who is there, when they work, and which minutes are taken."""

from pathlib import Path

import pytest

from infra.local.demo import SPA_ID
from shared_lib.availability.adapters.postgres import PostgresSnapshotReader
from shared_lib.availability.snapshot import Occupancy, OccupancySnapshot
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.minutes import MinuteRange, touched
from tests.snapshots import FRIDAY, MINUTE, NOW, at
from tests.spa_house import THREE, SpaHouse, spa_house

TEN, FOUR = at(FRIDAY, "10:00"), at(FRIDAY, "16:00")


@pytest.fixture
def house(database_url, tmp_path: Path):
    with spa_house(database_url, tmp_path) as house:
        yield house


def floor_of(house: SpaHouse) -> OccupancySnapshot:
    return house.snapshots.read(SPA_ID, TEN, FOUR, now=house.now)


def busy(house: SpaHouse, *, begins: str, ends: str) -> None:
    """Let Anna's calendar take a time; `-infinity` and `infinity` are times too."""
    house.database.run(
        "insert into coresync.busy_times (technician_id, source_id, during) values (1, %s, tstzrange(%s, %s))",
        (f"{begins} {ends}", begins, ends),
    )


def of_anna(snapshot: OccupancySnapshot) -> list[MinuteRange]:
    return sorted(
        each for taken in snapshot.taken if (taken.kind, taken.id) == ("technician", 1) for each in taken.ranges
    )


def test_the_house_is_read_as_it_stands(house):
    house.database.run("insert into coresync.schedule_exceptions (technician_id, day) values (1, %s)", (FRIDAY,))
    house.database.run(
        "insert into coresync.schedule_exceptions (technician_id, day, begins, ends)"
        " values (2, %s, 600, 660), (2, %s, 900, 960)",
        (FRIDAY, FRIDAY),
    )
    house.database.run("update coresync.rooms set active = false where name = 'AI Bed'")
    snapshot = floor_of(house)
    anna, marco = snapshot.technicians[:2]
    assert (anna.name, anna.specialties, anna.shifts.spans_on(FRIDAY)) == ("Anna", {"massage", "facial"}, ())
    assert marco.shifts.spans_on(FRIDAY) == ((600, 660), (900, 960))
    assert "AI Bed" not in {room.name for room in snapshot.rooms}
    assert snapshot.taken == ()


def test_bookings_and_calendars_take_every_minute_that_they_touch(house):
    booking = house.hold(THREE, technician="Anna")
    busy(house, begins=f"{FRIDAY} 12:00:30-05", ends=f"{FRIDAY} 12:30:30-05")
    (allocation,) = (allocation for allocation in booking.allocations if allocation.kind == "technician")
    lunch = touched(at(FRIDAY, "12:00"), at(FRIDAY, "12:31"))
    assert of_anna(floor_of(house)) == [lunch, touched(allocation.begins, allocation.ends)]
    off = [taken for taken in floor_of(house).taken if taken.time_off]
    assert [(taken.kind, taken.id, list(taken.ranges)) for taken in off] == [("technician", 1, [lunch])]


@pytest.mark.parametrize(
    ("begins", "ends"), [("-infinity", "infinity"), (None, None), (None, "infinity"), ("2026-01-01Z", None)]
)
def test_a_calendar_that_is_busy_for_ever_is_busy_as_far_as_was_asked(house, begins, ends):
    busy(house, begins=begins, ends=ends)
    assert of_anna(floor_of(house)) == [touched(TEN, FOUR)]


def test_what_only_touches_the_ends_is_not_read(house):
    busy(house, begins="2026-01-01Z", ends=TEN.isoformat())
    busy(house, begins=FOUR.isoformat(), ends="2027-01-01Z")
    assert floor_of(house).taken == ()


def test_a_hold_that_ended_is_named_beside_those_that_live(house):
    ended = house.hold(THREE, technician="Anna")
    house.wait(11)
    living = house.hold(THREE - 120 * MINUTE, technician="Anna")
    taken = {(each.kind, each.expired_hold): each for each in floor_of(house).taken if each.kind == "technician"}
    assert {hold for _, hold in taken} == {ended.id, None}
    for booking, hold in ((ended, ended.id), (living, None)):
        (allocation,) = (allocation for allocation in booking.allocations if allocation.kind == "technician")
        expected = Occupancy.between("technician", 1, allocation.begins, allocation.ends, hold)
        assert list(taken["technician", hold].ranges) == list(expected.ranges)


def test_a_house_without_a_price_book_is_not_open_yet(bare_database_url):
    database = Database(bare_database_url)
    with pytest.raises(NotFound, match="no price book"):
        PostgresSnapshotReader(database).read(SPA_ID, NOW, NOW + 60 * MINUTE, now=NOW)
    database.close()
