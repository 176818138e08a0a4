"""A guest with a browser: talks to the chat by plain HTTP and pays on the pages."""

from __future__ import annotations

import random
from typing import Any
from uuid import uuid4

import requests

from infra.local.console.forms import read_page
from tests.e2e.whole.system import PATIENCE, WholeSystem

Body = dict[str, Any]
ABANDONED = (500, 502, 503, 504)
"""Answers after which a client asks the same again."""


class Guest:
    """One session; `last` is the chat's last answer."""

    def __init__(self, system: WholeSystem, name: str = "Ada Example") -> None:
        self.system = system
        self.url = system.url
        self.name = name
        self.session: str | None = None
        self.last: Body = {}
        self.payment_url = ""

    def send(self, text: str | None = None, *, choice: str | None = None, message_id: str = "") -> requests.Response:
        """Send one message and return whatever came back."""
        body = {"session": self.session, "message_id": message_id or str(uuid4())}
        body |= {"choice": choice} if choice else {"text": text}
        answer = requests.post(f"{self.url}/api/chat/messages", json=body, timeout=PATIENCE)
        if answer.ok:
            self.last = answer.json()
            self.session = self.last["session"]
        return answer

    def say(self, text: str) -> str:
        """Say something and return what the house replies."""
        answer = self.send(text)
        assert answer.status_code == 200, answer.text
        return self.words

    def press(self, choice: str) -> str:
        answer = self.send(choice=choice)
        assert answer.status_code == 200, answer.text
        return self.words

    @property
    def words(self) -> str:
        return " ".join(reply["text"] for reply in self.last["replies"])

    @property
    def choices(self) -> list[Body]:
        return [choice for reply in self.last["replies"] for choice in reply["choices"]]

    @property
    def times(self) -> list[Body]:
        """Return the times on the buttons."""
        return [choice for choice in self.choices if " with " in choice["label"]]

    @property
    def booking_id(self) -> str:
        """Return the id of the booking that the chat last showed."""
        shown = [reply["booking"] for reply in self.last["replies"] if reply["booking"]]
        found = self.system.rows("select id::text from coresync.bookings where reference = %s", shown[-1]["reference"])
        return str(found[0]["id"])

    def status(self, booking_id: str) -> str:
        found = self.system.rows("select status from coresync.bookings where id = %s::uuid", booking_id)
        return str(found[0]["status"])

    def wishes(self, request: str = "deep tissue massage tomorrow") -> str:
        """Ask for times and return the first one's button."""
        self.say(request)
        return str(self.times[0]["id"])

    def introduces_herself(self) -> str:
        """Give name and address, and return the booking that waits for its payment."""
        self.say(self.name)
        self.say(f"{self.name.split()[0].lower()}@example.com")
        [payment] = [reply["payment"] for reply in self.last["replies"] if reply["payment"]]
        self.payment_url = payment["url"]
        return self.booking_id

    def holds(self, request: str = "deep tissue massage tomorrow") -> str:
        """Book up to the payment, and return the booking; where somebody was faster, take another time."""
        words = self.press(self.wishes(request))
        while "taken" in words:
            words = self.press(random.choice(self.times)["id"])
        return self.introduces_herself()

    def accepts(self) -> requests.Response:
        """Accept the policy on our page; the answer leads to Stripe's page."""
        with requests.Session() as browser:
            found = browser.get(self.payment_url, timeout=PATIENCE)
            form = read_page(found.url, found.status_code, found.text).form("accept_policy")
            assert form, found.text
            headers = {"Origin": self.url}
            return browser.post(form.action, form.fields, headers=headers, timeout=PATIENCE, allow_redirects=False)

    def pays(self, card: str = "4242424242424242") -> str:
        """Pay from our page to the end, and return how it went: paid, declined, failed ..."""
        body = {"payment_url": self.payment_url, "card": card}
        answer = requests.post(f"{self.url}/console/api/pay", json=body, timeout=2 * PATIENCE)
        return str(answer.json()["status"])

    def pays_at_stripe(self, checkout: str) -> str:
        """Pay on Stripe's page, which may be one that we have forgotten."""
        stripe = self.system.vendor("stripe").url
        return str(requests.post(f"{stripe}/_pay", json={"session": checkout}, timeout=PATIENCE).json()["status"])

    def books(self, request: str = "deep tissue massage tomorrow") -> str:
        """Book and pay, and return the booking."""
        booking = self.holds(request)
        assert self.pays() == "paid"
        return booking

    def told(self) -> list[str]:
        """Return the types of what the chat was told since."""
        headers = {"Authorization": f"Bearer {self.session}"}
        answer = requests.get(f"{self.url}/api/chat/events?after=0", headers=headers, timeout=PATIENCE)
        return [event["type"] for event in answer.json()["events"]]
