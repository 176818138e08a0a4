"""Pays as a guest would: opens our page, accepts the policy, and fills in the card on Stripe's page."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests

from infra.local.console.forms import Form, Page, read_page
from infra.local.stand_ins.stripe import StripeStandIn
from shared_lib.kernel.errors import BadInput
from shared_lib.web.http import text_field

_GOOD_CARD = "4242424242424242"
_ANSWERS = ("authorise", "refuse", "leave")
_PATIENCE = 60
"""Seconds for a page: a function may have to start first."""
_LONGEST_URL, _LONGEST_CARD = 2000, 40
_ENDINGS: Mapping[str, str] = {"complete": "paid", "expired": "ended"}
"""Of a session at Stripe whose page asks for nothing any more."""

Receipt = dict[str, str]


class Guest:
    """Somebody with a browser and a card; `public_url` is the front door."""

    def __init__(self, *, public_url: str, stripe: StripeStandIn) -> None:
        self._house = public_url
        self._stripe = stripe

    def pay(self, body: Mapping[str, Any]) -> Receipt:
        """Pay at `payment_url` with `card`; `authentication` answers a bank that asks: authorise, refuse or leave.

        Return `status` (paid, declined, needs_authentication, ended, failed), `message` as the page says it, and `url`.
        """
        url = self._address(str(text_field(body, "payment_url", longest=_LONGEST_URL)))
        card = text_field(body, "card", longest=_LONGEST_CARD, required=False) or _GOOD_CARD
        answer = text_field(body, "authentication", longest=_LONGEST_CARD, required=False) or _ANSWERS[0]
        if answer not in _ANSWERS:
            raise BadInput("authentication", f"must be one of {', '.join(_ANSWERS)}")
        try:
            return self._visit(url, card, answer)
        except requests.RequestException as error:
            return {"status": "failed", "message": f"the page did not answer: {type(error).__name__}", "url": url}

    def _address(self, payment_url: str) -> str:
        """Return the whole address; refuse to carry a card anywhere but to our page or Stripe's."""
        url = urljoin(f"{self._house}/", payment_url)
        if not url.startswith((f"{self._house}/pay/", f"{self._stripe.url}/checkout/")):
            raise BadInput("payment_url", f"must begin with {self._house}/pay/")
        return url

    def _visit(self, url: str, card: str, answer: str) -> Receipt:
        with requests.Session() as browser:
            browser.trust_env = False
            page = _read(browser.get(url, timeout=_PATIENCE))
            if accept := page.form("accept_policy"):
                page = _send(browser, page, accept)
            was_at_stripe = self._is_stripes(page)
            if form := page.form("number"):
                page = _send(browser, page, form, number=card)
            if (form := page.form("answer")) and answer != "leave":
                page = _send(browser, page, form, answer=answer)
        status = "paid" if was_at_stripe and not self._is_stripes(page) else self._standing(page)
        return {"status": status, "message": page.alert or page.heading, "url": page.url}

    def _is_stripes(self, page: Page) -> bool:
        return page.url.startswith(f"{self._stripe.url}/")

    def _standing(self, page: Page) -> str:
        return self._at_stripe(page) if self._is_stripes(page) else _at_home(page)

    def _at_stripe(self, page: Page) -> str:
        if page.form("answer"):
            return "needs_authentication"
        if page.form("number"):
            return "declined"
        session = self._stripe.store.get("sessions", urlsplit(page.url).path.rpartition("/")[2]) or {}
        return _ENDINGS.get(session.get("status", ""), "failed")


def _at_home(page: Page) -> str:
    """Read our own page: gone is ended, and one that asks for nothing says that all is paid."""
    if page.status == requests.codes.gone:
        return "ended"
    return "paid" if page.status == requests.codes.ok and not page.forms else "failed"


def _send(browser: requests.Session, page: Page, form: Form, **typed: str) -> Page:
    """Send a form as a browser does: with the page's origin, its cookies and its hidden fields."""
    parts = urlsplit(page.url)
    headers = {"Origin": f"{parts.scheme}://{parts.netloc}", "Referer": page.url}
    return _read(browser.post(form.action, data=form.fields | typed, headers=headers, timeout=_PATIENCE))


def _read(answer: requests.Response) -> Page:
    return read_page(answer.url, answer.status_code, answer.text)
