"""A house that runs, from outside: the chat's contract, the payment pages, and the local console where there is one."""

import html
import json
import re
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from datetime import time as wall
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4
from zoneinfo import ZoneInfo

from infra.local.waiting import holds_within

ZONE = ZoneInfo("America/New_York")
PATIENCE = 60
"""Seconds for an answer: a function may have to start first."""
NEWS = 30
"""Seconds within which the word of a payment, or a mail, has to come."""
_NO_TEXT = re.compile(r"(?s)<(script|style).*?</\1>|<[^>]+>")
Body = dict[str, Any]


class House:
    """The service at `url`; `caller` is the loopback address from which it is called, "" for any."""

    def __init__(self, url: str) -> None:
        self._at = urlsplit(url)
        self.caller = ""
        self._ahead = timedelta()
        self.read_clock()

    def call(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, str]:
        """Return status and text; wait where we are told to call again later."""
        for _ in range(8):
            status, text, after = self._once(method, path, body, headers)
            if status != 429:
                break
            time.sleep(min(int(after or 5), PATIENCE))
        return status, text

    def _once(self, method: str, path: str, body: object, headers: Mapping[str, str]) -> tuple[int, str, str | None]:
        secure = self._at.scheme == "https"
        host, port = self._at.hostname or "", self._at.port or (443 if secure else 80)
        source = (self.caller, 0) if self.caller else None
        kind = HTTPSConnection if secure else HTTPConnection
        with closing(kind(host, port, timeout=PATIENCE, source_address=source)) as connection:
            text = json.dumps(body) if body is not None else None
            connection.request(method, path, text, {"Content-Type": "application/json", **headers})
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace"), answer.headers.get("Retry-After")

    def say(self, session: str | None, said: Mapping[str, str]) -> tuple[int, Body]:
        """Send words or a button; return the status and the answer's body, empty where there is none."""
        status, text = self.call("POST", "/api/chat/messages", {"session": session, "message_id": str(uuid4()), **said})
        return status, json.loads(text) if status == 200 else {}

    def news(self, session: str) -> list[Body]:
        """Return what happened in a session outside the chat."""
        status, text = self.call("GET", "/api/chat/events?after=0", Authorization=f"Bearer {session}")
        return list(json.loads(text)["events"]) if status == 200 else []

    def console(self, name: str, body: object = None) -> Any:
        """Return an answer of the local console, None where there is none."""
        status, text = self.call("POST" if body else "GET", f"/console/api/{name}", body)
        return json.loads(text) if status == 200 else None

    def page(self, url: str) -> tuple[int, str]:
        """Return status and plain text of a payment page: 200 while the booking stands."""
        status, text = self.call("GET", urlsplit(url).path)
        return status, " ".join(html.unescape(_NO_TEXT.sub(" ", text)).split())

    def mail_to(self, address: str, regex: str) -> re.Match[str] | None:
        """Wait for an e-mail to an address whose recipient, subject or text has a pattern; the newest comes first."""
        hit: list[re.Match[str]] = []

        def came() -> bool:
            mine = [mail for mail in self.console("inbox") or () if address in json.dumps(mail["to"])]
            read = [re.search(regex, f"{mail['to']}\n{mail['subject']}\n{mail['text']}") for mail in mine]
            hit.extend(one for one in read if one)
            return bool(hit)

        holds_within(NEWS, came)
        return hit[0] if hit else None

    # the clock
    def now(self) -> datetime:
        """Return what the house's clock shows."""
        return (datetime.now(UTC) + self._ahead).astimezone(ZONE)

    def read_clock(self) -> None:
        """Ask how far the house's clock is ahead of ours."""
        said = self.console("clock") or {}
        self._ahead = timedelta(seconds=said.get("offset_seconds", 0))

    def advance(self, by: timedelta) -> None:
        """Move the house's clock, as far as it is a local one."""
        self.console("clock", {"advance": by.total_seconds()})
        self.read_clock()

    @property
    def ahead(self) -> timedelta:
        """How far the house's clock is ahead of ours."""
        return self._ahead

    def until_wednesday(self) -> timedelta:
        """Return how far the next Wednesday at 10:00 is."""
        now = self.now()
        day = now.date() + timedelta(days=(2 - now.weekday()) % 7 or 7)
        return datetime.combine(day, wall(10), ZONE) - now
