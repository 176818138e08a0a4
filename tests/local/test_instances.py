"""A function's instances, as the front door sees them: so many requests at a time, and the others wait."""

import os
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import requests
from flask import Flask

from infra.local.front_door import FrontDoor
from infra.local.listed import sizes
from tests.servers import serving


class TakesTwo:
    """A function that takes two requests at a time, and answers none before there are two."""

    def __init__(self, app):
        self.inside, self.most = 0, 0
        self._two, self._lock = threading.Barrier(2, timeout=30), threading.Lock()
        app.add_url_rule("/api/chat", view_func=self._answer)

    def _answer(self):
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self._two.wait()
        with self._lock:
            self.inside -= 1
        return "done"

    def exists(self, name):
        return name == "api_chat"

    def capacity(self, name):
        return 2

    async def port(self, name):
        return self.listens_on


def test_what_a_function_can_t_take_yet_waits_at_the_door():
    app = Flask(__name__)
    function = TakesTwo(app)
    with serving(app) as url, FrontDoor(function) as door:
        function.listens_on = int(url.rpartition(":")[2])
        with ThreadPoolExecutor(10) as guests:
            answers = list(guests.map(lambda _: requests.get(f"{door.url}/api/chat", timeout=60).text, range(10)))
    assert answers == ["done"] * 10
    assert function.most == 2


class TakesOne:
    """A function that takes one request at a time, and answers none before it may."""

    def __init__(self, app):
        self.seen, self.may = [], threading.Event()
        app.add_url_rule("/api/chat/<word>", view_func=self._answer)

    def _answer(self, word):
        self.seen.append(word)
        self.may.wait(30)
        return word

    def exists(self, name):
        return name == "api_chat"

    def capacity(self, name):
        return 1

    async def port(self, name):
        return self.listens_on


def test_whoever_left_while_waiting_is_not_served(eventually):
    app = Flask(__name__)
    function = TakesOne(app)
    with serving(app) as url, FrontDoor(function) as door, ThreadPoolExecutor(2) as guests:
        function.listens_on = int(url.rpartition(":")[2])
        first = guests.submit(requests.get, f"{door.url}/api/chat/first", timeout=60)
        eventually(lambda: function.seen == ["first"])
        with socket.create_connection(("127.0.0.1", door.port)) as leaving:
            leaving.sendall(b"GET /api/chat/left HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert requests.get(f"{door.url}/nothing", timeout=60).status_code == 404  # by now the door has read it
        assert requests.get(f"{door.url}/nothing", timeout=60).status_code == 404  # and seen them leave
        last = guests.submit(requests.get, f"{door.url}/api/chat/last", timeout=60)
        function.may.set()
        assert [first.result().text, last.result().text] == ["first", "last"]
    assert function.seen == ["first", "last"]


def test_a_busy_function_has_a_process_for_each_core_as_it_has_instances_in_the_cloud():
    assert int(sizes("hook_atlas")["WORKERS"]) == min(10, os.cpu_count())
    assert sizes("job_relay_outbox")["WORKERS"] == "1"
