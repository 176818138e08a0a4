"""The phone's door over the real database, spoken to as the voice agent Atlas does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest
from flask import Flask, Response, request

from functions.hook_atlas import main as door
from infra.local.demo import load_demo
from shared_lib.bookings.booking import Booking
from tests.snapshots import NOW
from tests.spa_house import SpaHouse, settings_for

SECRET, NEXT_SECRET = "a secret of today", "a secret of tomorrow"
CALLER = "+1 555 010 0199"
GUEST = {"name": "Daniel Example", "email": "daniel@example.com"}


class PhoneHouse(SpaHouse):
    """A house whose only open door is the phone's."""

    def post(self, path: str, body: bytes, **headers: str) -> Response:
        headers = {"Authorization": f"Bearer {SECRET}"} | headers
        with Flask("phone", static_folder=None).test_request_context(path, method="POST", data=body, headers=headers):
            return cast("Response", door.hook_atlas(request))

    def ask(self, method: str, path: str) -> Response:
        with Flask("phone", static_folder=None).test_request_context(
            path, method=method, headers={"Authorization": f"Bearer {SECRET}"}
        ):
            return cast("Response", door.hook_atlas(request))

    def act(self, action: str, call: str = "", **parameters: Any) -> dict[str, Any]:
        """Do an action of a call, a new one unless it is named, and return the answer."""
        return self.asks(action, {"callId": call or str(uuid4()), "parameters": parameters})

    def asks(self, action: str, body: dict[str, Any]) -> dict[str, Any]:
        body = {"campaignId": "spring", "customerPhoneNumber": CALLER, "customerName": "Daniel"} | body
        answer = self.post(f"/api/atlas/actions/{action}", json.dumps(body).encode())
        assert answer.status_code == 200, answer.get_data()
        return dict(json.loads(answer.get_data()))

    def check(self, treatment: object, when: object = "", **more: Any) -> dict[str, Any]:
        return self.act("check_availability", treatment=treatment, when=when, **more)

    def slot(self, treatment: str = "swedish massage", when: str = "2026-11-20T14:00", **more: Any) -> str:
        """Return the slot of the first time that is offered."""
        return str(self.check(treatment, when, **more)["slots"][0]["slot"])

    def book(self, slot: str, call: str = "", **more: Any) -> dict[str, Any]:
        return self.act("book_appointment", call, slot=slot, **GUEST | more)

    def booked(self, answer: dict[str, Any]) -> Booking:
        """Return the booking that an answer speaks of."""
        [row] = self.rows("select id from coresync.bookings where reference = %s", answer["reference"])
        return self.bookings.get(row["id"])


@contextmanager
def phone_house(
    database_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch, **settings: Any
) -> Iterator[PhoneHouse]:
    """Open the phone of the demo spa."""
    secrets = {"atlas_secrets": f"{SECRET}, {NEXT_SECRET}"}
    house = PhoneHouse(settings_for(database_url, folder, **secrets | settings))
    load_demo(house.database, now=NOW)
    monkeypatch.setattr(door, "services", lambda: house)
    yield house
    house.database.close()
