"""Hold, pay, expire, cancel, move, late money and broken lines in any order: the house and its books stay right."""

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.availability.properties.sizes import examples
from tests.bookings.proof.changes import LifeWithChanges
from tests.bookings.proof.life import Life
from tests.spa_house import spa_house

pytestmark = pytest.mark.proof


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


@pytest.mark.parametrize(("life", "lives"), [(Life, 12), (LifeWithChanges, 25)])
def test_whatever_happens_in_whatever_order_the_house_and_its_books_are_right(house, life, lives):
    machine = type("InThisHouse", (life,), {"house": house})
    run_state_machine_as_test(machine, settings=examples(lives, stateful_step_count=30))
