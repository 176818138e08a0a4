"""Clients of the chat in a process of their own: `python -m tests.load.clients <port> <turn|hold> <clients> <calls>`.

Each client keeps one connection and speaks as fast as it is answered; durations are printed as JSON, in milliseconds.
Nobody goes on for ever: it ends after so many calls, so many seconds, or so many questions that found no free time.
"""

import json
import random
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any
from uuid import uuid4

SECONDS = 90
"""How long a measure may take: what was measured until then is told."""
TRIES = 3
"""How many questions for a time may be asked for each hold that is wanted."""
TIME_IS_UP, NOTHING_FREE = "the time was up", "nothing was free any more"
DAYS = ("tomorrow", "in two days", "in three days")
TALK = (
    "hello",
    "book a massage tomorrow 3pm",
    "deep tissue",
    "how much is it?",
    "no, at 5 pm",
    "where can I park?",
    "with Person 3 please",
    "something later",
)


class Client:
    """One guest after another on one connection."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.session: str | None = None
        self.milliseconds: list[float] = []
        self.outcomes: Counter[str] = Counter()
        self.asked = 0
        self.last: dict[str, Any] = {}

    def send(self, *, measured: bool = True, **said: str) -> None:
        body = json.dumps({"session": self.session, "message_id": str(uuid4()), **said})
        begin = time.perf_counter()
        self._connection.request("POST", "/api/chat/messages", body, {"Content-Type": "application/json"})
        answer = self._connection.getresponse()
        text = answer.read()
        if measured:
            self.milliseconds.append(1000 * (time.perf_counter() - begin))
            self.outcomes[str(answer.status)] += 1
        self.last = json.loads(text) if answer.status == 200 else {"replies": []}
        self.session = self.last.get("session", self.session)

    def talk(self) -> None:
        """Have a conversation, each turn of which counts."""
        self.session = None
        for text in TALK:
            self.send(text=text)

    def hold(self) -> None:
        """Ask for a time, hold it, and let it go; only the turn that holds counts."""
        self.session = None
        self.asked += 1
        self.send(measured=False, text=f"deep tissue massage {random.choice(DAYS)} at {random.randint(10, 22)}:00")
        times = [choice["id"] for reply in self.last["replies"] for choice in reply["choices"]]
        times = [choice for choice in times if choice.startswith("slot")]
        if times:
            self.send(choice=random.choice(times))
            self.outcomes["held" if "holding" in json.dumps(self.last["replies"]) else "taken meanwhile"] += 1
            self.send(measured=False, text="let it go")

    def leave(self) -> None:
        """Close the connection."""
        self._connection.close()

    def ends(self, calls: float, until: float) -> str | None:
        """Return why this client stops: "" when it has made its calls, None while it goes on."""
        if len(self.milliseconds) >= calls:
            return ""
        if time.perf_counter() >= until:
            return TIME_IS_UP
        return NOTHING_FREE if self.asked >= max(TRIES * calls, TRIES) else None


def run(port: int, kind: str, clients: int, calls: int, seconds: float = SECONDS) -> dict[str, Any]:
    """Let all begin together and make so many calls between them; `ended` says why some are missing."""
    everybody = [Client(port) for _ in range(clients)]
    start = threading.Barrier(clients)
    until = time.perf_counter() + seconds

    def work(client: Client) -> str:
        start.wait(60)
        while (ended := client.ends(calls / clients, until)) is None:
            client.talk() if kind == "turn" else client.hold()
        client.leave()
        return ended

    begin = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        ended = sorted(set(pool.map(work, everybody)) - {""})
    durations = [each for client in everybody for each in client.milliseconds]
    outcomes = sum((client.outcomes for client in everybody), Counter[str]())
    took = time.perf_counter() - begin
    return {"milliseconds": durations, "outcomes": outcomes, "seconds": took, "calls": calls, "ended": ended}


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
