"""A house in which guests tell of trouble."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.local.demo import load_demo
from tests.snapshots import NOW
from tests.spa_house import SpaHouse, settings_for


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[SpaHouse]:
    """The demo spa over the real database."""
    house = SpaHouse(settings_for(database_url, tmp_path))
    load_demo(house.database, now=NOW)
    yield house
    house.database.close()
