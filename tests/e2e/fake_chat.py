"""A house that answers what a test tells it to, over the chat's own contract."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.functions.sample_site import sample_site

SESSION = "session-1"


class FakeChat:
    """Answers are used up in order; the last one stays. `asked` holds every message as it came."""

    def __init__(self) -> None:
        self.answers: deque[tuple[int, dict[str, Any], dict[str, str]]] = deque()
        self.asked: list[dict[str, Any]] = []
        self.lang = "en"
        self.history: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.event_reads: list[int] = []
        self.poll_after_ms: int | None = None
        self.sessions = {SESSION}
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.app = Flask("fake_chat")
        self.app.add_url_rule("/messages", view_func=self._message, methods=["POST"])
        self.app.add_url_rule("/session", view_func=self._session)
        self.app.add_url_rule("/events", view_func=self._events)

    def will_say(self, text: str, **reply: Any) -> None:
        """Answer with one reply."""
        body = {"session": SESSION, "lang": self.lang, "replies": [{"text": text, **reply}], "state": {}}
        self.answers.append((200, body, {}))

    def will_fail(self, status: int, **headers: str) -> None:
        """Answer with an error."""
        self.answers.append((status, {"code": "X"}, {name.replace("_", "-"): value for name, value in headers.items()}))

    def _message(self) -> Response:
        self.asked.append(request.get_json())
        self.may_answer.wait(10)
        status, body, headers = self.answers.popleft() if len(self.answers) > 1 else self.answers[0]
        response = jsonify(body | {"poll_after_ms": self.poll_after_ms})
        response.status_code = status
        response.headers.update(headers)
        return response

    def _known(self) -> bool:
        return request.headers.get("Authorization", "").removeprefix("Bearer ") in self.sessions

    def _session(self) -> Response | tuple[str, int]:
        if not self._known():
            return "", 401
        return jsonify(
            {
                "lang": self.lang,
                "messages": self.history,
                "last_event": 0,
                "state": {},
                "poll_after_ms": self.poll_after_ms,
            }
        )

    def _events(self) -> Response | tuple[str, int]:
        if not self._known():
            return "", 401
        after = int(request.args["after"])
        self.event_reads.append(after)
        news = [event for event in self.events if event["n"] > after]
        return jsonify({"events": news, "poll_after_ms": self.poll_after_ms})


class _Silent(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


@contextmanager
def serving(chat: FakeChat) -> Iterator[str]:
    """Serve the website with this chat behind it; yield its address."""
    both = DispatcherMiddleware(sample_site("http://127.0.0.1"), {"/api/chat": chat.app})
    server = make_server("127.0.0.1", 0, both, threaded=True, request_handler=_Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
