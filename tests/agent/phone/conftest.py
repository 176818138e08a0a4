"""The house that a caller reaches."""

import pytest

from tests.phone_house import phone_house


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with phone_house(database_url, tmp_path, monkeypatch) as house:
        yield house
