"""The machine may keep any zone and it may be any day of the year: the spa's clock is the only one that counts."""

import itertools
import os
import sys
import time
from datetime import timedelta
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.kernel.errors import NotBookable
from tests.booking_requests import request_at, request_for
from tests.bookings.proof.always import clean
from tests.snapshots import MINUTE
from tests.spa_house import SWEDISH, spa_house, utc

ROOT = Path(__file__).parents[3]
ENGINE = [
    "kernel/test_hours.py",
    *(f"availability/{name}" for name in ("test_rules.py", "test_groups.py", "test_alternatives.py", "properties")),
]
ZONES = ["Pacific/Kiritimati", "Pacific/Niue", "Australia/Lord_Howe"]
DAYS = ["2026-11-01T09:00-05:00", "2027-03-14T09:00-04:00", "2028-02-29T09:00-05:00", "2026-12-31T21:30-05:00"]
"""Both days on which New York's clocks change, a leap day, and the last evening of a year: next year in UTC soon."""
HORIZONS = [("Non-Member", 3), ("Base", 60), ("Premium", 90)]
TURN_OF_THE_YEAR = ["2026-12-31T23:59-05:00", "2027-01-01T00:00-05:00"]


@pytest.fixture(params=ZONES)
def zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def house(database_url, tmp_path, zone):
    assert time.tzname[0] != "EST"
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


def day_of(house, days: int):
    midnight = house.spa.midnight(house.spa.today(house.now) + timedelta(days=days))
    return midnight, house.spa.midnight(house.spa.today(house.now) + timedelta(days=days + 1))


def test_offers_holds_and_their_ends_are_right_on_every_day_of_the_year(house):
    for now in DAYS:
        clean(house.database)
        house.now = utc(now)
        found = house.find(request_for(SWEDISH, (day_of(house, 0), day_of(house, 1)), tier="Premium"))
        assert all(offer.starts_at >= house.now + 60 * MINUTE for offer in found.slots)
        assert all(house.spa.wall(offer.starts_at).hour >= 10 for offer in found.slots)
        last = found.slots[-1].starts_at
        held = house.hold(last, tier="Premium")
        assert (held.starts_at, held.held_until) == (last, house.now + 10 * MINUTE)
        assert held.reference.startswith(f"CS-{now[:4]}-")
        house.wait(10)
        assert house.hold(last, tier="Premium", technician=held.technicians[0])
        assert house.status(held) == "expired"


def test_the_horizon_ends_at_the_spas_midnight_on_every_day_of_the_year(house):
    for now, (tier, days) in itertools.product(DAYS, HORIZONS):
        house.now = utc(now)
        _, beyond = day_of(house, days)
        with pytest.raises(NotBookable) as refused:
            house.hold(beyond, tier=tier)
        rejection = refused.value.rejection
        assert (rejection.code, rejection.last_day) == (RejectionCode.OUTSIDE_HORIZON, house.spa.today(beyond - MINUTE))
        within = house.find(request_at(SWEDISH, beyond - MINUTE, tier=tier)).rejection
        assert within is None or within.code != RejectionCode.OUTSIDE_HORIZON


def test_a_reference_has_the_year_of_the_spas_wall(house):
    references = []
    for now in TURN_OF_THE_YEAR:
        house.now = utc(now)
        references.append(house.hold(utc("2027-01-03T12:00-05:00"), tier="Premium").reference[:8])
    assert references == ["CS-2026-", "CS-2027-"]


def test_half_past_two_in_the_night_that_skips_it_is_the_instant_of_the_jump(house):
    """Nobody can come at a time that the wall never shows; the engine knows it as the minute after the jump."""
    house.now = utc("2027-03-13T12:00-05:00")
    skipped = house.spa.midnight(house.spa.today(house.now) + timedelta(days=1)).replace(hour=2, minute=30)
    found = house.find(request_at("ai-massage-bed", skipped, tier="Premium"))
    assert (found.slots, found.rejection.code) == ((), RejectionCode.CLOSED)
    assert house.spa.wall(found.rejection.nearest).hour >= 10


def test_the_engines_own_suite_passes_in_each_of_those_zones():
    """The same stories and properties, fewer examples: the machine's zone must not matter to any of them."""
    suite = [str(ROOT / "tests" / file) for file in ENGINE]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *suite]
    runs = [Popen(command, cwd=ROOT, env=_environment(zone), stdout=PIPE, stderr=STDOUT) for zone in ZONES]
    said = [run.communicate(timeout=600)[0].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], "\n".join(text[-2000:] for text in said)


def _environment(zone: str) -> dict[str, str]:
    return os.environ | {"TZ": zone, "PROOF": "few"}
