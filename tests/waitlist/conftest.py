"""A house in which guests wait for a place."""

import pytest

from tests.waitlist.waitlist_house import waiting_room


@pytest.fixture
def room(database_url, tmp_path, monkeypatch):
    with waiting_room(database_url, tmp_path, monkeypatch) as open_room:
        yield open_room
