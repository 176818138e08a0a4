"""The house for what is known of guests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guests.privacy_house import PrivacyHouse, privacy_house


@pytest.fixture
def house(
    database_url: str, firestore_host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrivacyHouse]:
    """The demo spa with everything in which a guest leaves a trace."""
    with privacy_house(database_url, firestore_host, tmp_path, monkeypatch) as house:
        yield house
