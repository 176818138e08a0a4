"""One browser for each file; the guest's journey keeps one for all of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e.browsers import launched


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with launched(chromium_path) as browser:
        yield browser
