import pytest

from tests.account_house import account_house


@pytest.fixture
def opened(database_url, tmp_path, monkeypatch):
    with account_house(database_url, tmp_path, monkeypatch) as both:
        yield both


@pytest.fixture
def house(opened):
    return opened[0]


@pytest.fixture
def browser(opened):
    return opened[1]
