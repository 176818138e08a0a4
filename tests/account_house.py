"""The account pages over the real database, and a guest's browser: codes are read from what went out."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from functions.page_account.app import build_app
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.visit_links import visit_url
from shared_lib.bootstrap import Services
from shared_lib.guests.proof_code import new_digits
from tests.spa_house import GUEST, PayHouse, pay_house

ORIGIN = "http://localhost:8080"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Codes:
    """Sends codes as the task does, and remembers what went out to whom."""

    def __init__(self, house: PayHouse) -> None:
        self._house = house
        self.sent: list[tuple[str, str]] = []

    def send(self, code_id: UUID) -> None:
        digits = new_digits()
        self._house.proof_codes.sending(code_id, digits, now=self._house.now)
        self.sent.append((self._house.proof_codes.get(code_id).contact_point.address, digits))

    @property
    def last(self) -> str:
        return self.sent[-1][1]


class NoChats:
    """Chat sessions of a house where nobody chats."""

    def delete(self, _session: str) -> int:
        return 0

    def __getattr__(self, _name: str) -> Callable[..., Any]:
        return lambda *_, **__: ()


class _Open:
    """The house that is open now: one app serves all stories, for it takes longer to build than most of them."""

    house: PayHouse

    def clock(self) -> datetime:
        return self.house.clock()

    def __getattr__(self, name: str) -> object:
        return getattr(self.house, name)


_open = _Open()


@cache
def _pages() -> Flask:
    return build_app(cast("Services", _open))


class Browser:
    """A guest's browser: it keeps cookies, and sends a form with what the page had in it."""

    def __init__(self, house: PayHouse, codes: Codes) -> None:
        self.house, self.codes = house, codes
        _open.house = house
        self.client: FlaskClient = _pages().test_client()

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=ORIGIN)

    def follow(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=ORIGIN, follow_redirects=True)

    def post(self, path: str, page: str | None = None, *, follow: bool = True, **fields: Any) -> TestResponse:
        """Send a form of `page` (or of the page at the same path), with all that its hidden fields hold."""
        html = self.follow(page or path).text
        hidden = _hidden(html, path)
        return self.client.post(
            path, base_url=ORIGIN, data=hidden | fields, headers={"Origin": ORIGIN}, follow_redirects=follow
        )

    def send(self, path: str, html: str, **fields: Any) -> TestResponse:
        """Send a form from a page that was opened a while ago."""
        data = fields | {"csrf_token": (_TOKEN.search(html) or ["", ""])[1]}
        return self.client.post(path, base_url=ORIGIN, data=data, headers={"Origin": ORIGIN}, follow_redirects=True)

    def sign_in(self, address: str = GUEST.email, *, to: str = "/account") -> TestResponse:
        self.post("/account/sign-in", f"/account/sign-in?next={to}", contact=address)
        return self.type(self.codes.last)

    def type(self, digits: str) -> TestResponse:
        return self.post("/account/code", code=digits)

    def prove_again(self, path: str) -> TestResponse:
        """Open a page that asks for a fresh code, and give it."""
        asked = self.follow(path)
        assert "A fresh code, please" in asked.text
        self.post("/account/confirm", f"/account/confirm?next={path}")
        return self.type(self.codes.last)


def _hidden(html: str, action: str) -> dict[str, Any]:
    """Return the hidden fields of the form that is sent to a path, at least the token."""
    forms = re.findall(r"<form.*?</form>", html, re.DOTALL)
    form = next((form for form in forms if f'action="{action}"' in form), html)
    fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
    token = _TOKEN.search(form)
    return fields | ({"csrf_token": token[1]} if token else {})


def link_of(booking: Booking, house: PayHouse) -> str:
    """Return the path of a visit's link in a mail."""
    return visit_url(booking.id, public_url="", signer=house.signer)


@contextmanager
def account_house(
    database_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch, **settings: Any
) -> Iterator[tuple[PayHouse, Browser]]:
    """Open the demo spa, its account pages and one browser."""
    with pay_house(database_url, folder, monkeypatch, **settings) as house:
        codes = Codes(house)
        house.__dict__["sessions"] = NoChats()
        house.send_code_soon = codes.send  # type: ignore[method-assign]
        yield house, Browser(house, codes)
