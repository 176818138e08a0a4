"""Fifty guests after one slot: one gets it, the others get other times."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.availability.properties.sizes import rounds
from tests.e2e.whole.guest import Guest
from tests.e2e.whole.system import PATIENCE, WholeSystem

pytestmark = pytest.mark.proof

GUESTS = 50
ROUNDS = int(os.environ.get("RACE_ROUNDS") or rounds(3, whole=100))
FIRST_HOUR, HOURS = 12, 10
"""When Nina works on the day of the race; there is one nail station, and one Nina."""
HOLD_ENDS = 11 * 60
SAME_START = """
select b.id from coresync.bookings b join coresync.bookings winner using (starts_at)
 where winner.id = %s::uuid and b.held_until > %s"""


def race(system: WholeSystem, request: str) -> list[Guest]:
    """Let all be offered the same instant, and then take it at the same moment."""
    guests = [Guest(system) for _ in range(GUESTS)]
    start = threading.Barrier(GUESTS)

    def take(guest: Guest, choice: str) -> int:
        start.wait(PATIENCE)
        return guest.send(choice=choice).status_code

    with ThreadPoolExecutor(GUESTS) as pool:
        choices = list(pool.map(lambda guest: guest.wishes(request), guests))
        assert len(set(choices)) == 1
        assert set(pool.map(take, guests, choices)) == {200}
    return guests


@pytest.mark.parametrize("number", range(ROUNDS))
def test_of_fifty_guests_after_one_slot_one_gets_it_and_the_others_get_other_times(system, number):
    if number % 2:
        system.move_clock(advance=HOLD_ENDS)  # and now for the same slot, where a hold stands that has ended
    hour = FIRST_HOUR + number // 2 % HOURS
    guests = race(system, f"manicure with Nina tomorrow at {hour}:00")
    refused = [guest for guest in guests if "taken" in guest.words and guest.times]
    [winner] = [guest for guest in guests if guest not in refused]
    assert len(refused) == GUESTS - 1
    assert len(system.rows(SAME_START, winner.introduces_herself(), system.clock())) == 1
    assert system.deadlocks() == 0
