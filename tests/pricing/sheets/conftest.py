"""A Google Sheets on loopback, spoken to by gspread."""

import contextlib

import gspread
import pytest
import requests
from google.auth.credentials import AnonymousCredentials

from infra.local.stand_ins.sheets import SheetsStandIn

WORKBOOK = "price-book"
TABS: dict[str, list[list[object]]] = {
    "Massages": [
        ["Service Name", "Duration", "Non-Member"],
        ["Swedish Massage", "60 min", "$180"],
        ["Deep Tissue Massage", 50, 240],
    ],
    "Membership Tiers": [["Tier", "Monthly Price"], ["Base", "$375.00"]],
}
NOBODY = "http://127.0.0.1:1/"


@pytest.fixture
def google():
    with SheetsStandIn(hook_url=NOBODY, hook_secret="secret") as stand_in:
        stand_in.create_workbook(WORKBOOK, "CoreSync Pricing Tables", TABS)
        yield stand_in


@pytest.fixture
def connect():
    """Return a way to open gspread on a stand-in; its sessions are closed at the end."""
    with contextlib.ExitStack() as stack:

        def open_client(stand_in):
            class LocalHTTP(gspread.HTTPClient):
                def request(self, method, endpoint, *args, **options):
                    local = endpoint.replace("https://sheets.googleapis.com", stand_in.url)
                    return super().request(method, local, *args, **options)

            session = stack.enter_context(contextlib.closing(requests.Session()))
            client = gspread.Client(auth=AnonymousCredentials(), session=session, http_client=LocalHTTP)
            client.set_timeout(5)
            return client

        yield open_client


@pytest.fixture
def client(google, connect):
    return connect(google)


@pytest.fixture
def workbook(client):
    return client.open_by_key(WORKBOOK)


@pytest.fixture
def massages(workbook):
    return workbook.worksheet("Massages")
