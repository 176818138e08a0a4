"""The account pages on a port of their own, and guests with real browsers before them."""

import threading

import pytest
from werkzeug.serving import make_server

from functions.page_account.app import build_app
from infra.local.ports import free_port
from infra.local.stand_ins.stand_in import QuietHandler
from tests.account_house import account_house


@pytest.fixture
def opened(database_url, tmp_path, monkeypatch):
    port = free_port()
    with account_house(database_url, tmp_path, monkeypatch, public_url=f"http://localhost:{port}") as (house, client):
        server = make_server("127.0.0.1", port, build_app(house), threaded=True, request_handler=QuietHandler)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield house, client.codes
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def house(opened):
    return opened[0]


@pytest.fixture
def codes(opened):
    return opened[1]


@pytest.fixture
def page(browser, house):
    context = browser.new_context(base_url=house.public_url, viewport={"width": 375, "height": 720}, has_touch=True)
    yield context.new_page()
    context.close()
