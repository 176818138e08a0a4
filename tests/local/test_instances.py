"""A function's instances, as the front door sees them: so many requests at a time, and the others wait."""

import os
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


def test_a_busy_function_has_a_process_for_each_core_as_it_has_instances_in_the_cloud():
    assert int(sizes("hook_atlas")["WORKERS"]) == min(10, os.cpu_count())
    assert sizes("job_relay_outbox")["WORKERS"] == "1"
