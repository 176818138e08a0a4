"""The chat's door over the real database and Firestore, spoken to as the page does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from flask import Flask, Response, request

from functions.api_chat import main as door
from infra.local.demo import load_demo
from shared_lib.agent.chat.notify_session import notify_session
from shared_lib.bookings.booking import Booking
from shared_lib.kernel.events import Event, EventType
from tests.snapshots import NOW
from tests.spa_house import SpaHouse, settings_for

FRIDAY_AT_THREE = "deep tissue massage friday 3pm"


class ChatHouse(SpaHouse):
    """A house whose only open door is the chat's."""

    def ask(self, method: str, path: str, **rest: Any) -> Response:
        with Flask("chat", static_folder=None).test_request_context(path, method=method, **rest):
            return cast("Response", door.api_chat(request))

    def post(self, body: object, **headers: str) -> Response:
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.ask("POST", "/api/chat/messages", data=text, headers=headers)

    def tell(self, booking: Booking, kind: EventType) -> Event:
        """Leave word for the booking's session, as its consumer does."""
        event = Event(uuid4(), kind, booking.id, booking.version, self.now)
        notify_session(event, bookings=self.bookings, sessions=self.sessions, now=self.now)
        return event

    @property
    def held(self) -> list[str]:
        rows = self.rows("select status from coresync.bookings order by created_at, id")
        return [row["status"] for row in rows]


class Page:
    """One guest's page: keeps the session and sends messages under fresh ids."""

    def __init__(self, house: ChatHouse, session: str | None = None) -> None:
        self.house, self.session = house, session
        self.last: dict[str, Any] = {}

    def send(self, message_id: str | None = None, **said: object) -> Response:
        answer = self.house.post({"session": self.session, "message_id": message_id or str(uuid4()), **said})
        if answer.status_code == 200:
            self.last = json.loads(answer.get_data())
            self.session = self.last["session"]
        return answer

    def says(self, *lines: str) -> str:
        for line in lines:
            answer = self.send(text=line)
            assert answer.status_code == 200, answer.get_data()
        return "\n".join(reply["text"] for reply in self.last["replies"])

    def choice(self, label: str) -> str:
        choices = [choice for reply in self.last["replies"] for choice in reply["choices"]]
        return str(next(choice["id"] for choice in choices if choice["label"].startswith(label)))

    def read(self, path: str) -> dict[str, Any]:
        answer = self.house.ask("GET", path, headers={"Authorization": f"Bearer {self.session}"})
        assert answer.status_code == 200, answer.get_data()
        return dict(json.loads(answer.get_data()))

    @property
    def booking(self) -> Booking:
        rows = self.house.rows("select id from coresync.bookings order by created_at desc, reference desc limit 1")
        return self.house.bookings.get(UUID(str(rows[0]["id"])))


@contextmanager
def chat_house(
    database_url: str, firestore_host: str, folder: Path, monkeypatch: pytest.MonkeyPatch, **settings: Any
) -> Iterator[ChatHouse]:
    """Open the chat of the demo spa."""
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    house = ChatHouse(settings_for(database_url, folder, **settings))
    load_demo(house.database, now=NOW)
    monkeypatch.setattr(door, "services", lambda: house)
    yield house
    if "sessions" in house.__dict__:
        house.sessions._client.close()
    house.database.close()
