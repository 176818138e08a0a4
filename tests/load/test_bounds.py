"""Every measure ends: after its calls, after its time, or when nothing is free; what is missing is said."""

import json
import random
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.load.clients import NOTHING_FREE, TIME_IS_UP, TRIES, run
from tests.load.figures import Figure, NotMeasuredError, apart, quantiles, rate, share, told_if_not
from tests.load.guests import Browser
from tests.load.measures import given_back


class Chat(BaseHTTPRequestHandler):
    """A chat that answers at once and offers the times that the test has put on the table."""

    protocol_version = "HTTP/1.1"
    offered: tuple[str, ...] = ()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        choices = [{"id": choice, "label": choice} for choice in self.offered]
        body = json.dumps({"session": "s", "replies": [{"text": "I am holding it", "choices": choices}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Leave the terminal to people."""


@pytest.fixture
def chat() -> Iterator[tuple[type[Chat], int]]:
    handler = type("ThisChat", (Chat,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield handler, server.server_port
        server.shutdown()
        thread.join()


def test_in_a_spa_without_a_free_time_the_clients_stop_and_say_so(chat):
    _, port = chat
    done = run(port, "hold", 2, 10)
    assert (done["milliseconds"], done["ended"]) == ([], [NOTHING_FREE])
    assert "0 of 10 calls were made: nothing was free any more" in rate(done).value


def test_a_hold_that_is_offered_counts_until_all_calls_are_made(chat):
    handler, port = chat
    handler.offered = ("slot:1", "slot:2")
    done = run(port, "hold", 2, 10)
    assert (len(done["milliseconds"]), done["ended"], done["outcomes"]["held"]) == (10, [], 10)
    assert "calls were made" not in rate(done).value


@pytest.mark.parametrize("kind", ["turn", "hold"])
def test_a_measure_whose_time_is_up_tells_what_it_has(chat, kind):
    handler, port = chat
    handler.offered = ("slot:1",)
    done = run(port, kind, 1, 1000 * TRIES, seconds=0)
    assert done["ended"] == [TIME_IS_UP]
    assert TIME_IS_UP in rate(done).value


@pytest.mark.parametrize(("calls", "told"), [(39, False), (40, True), (400, True)])
def test_a_p95_is_told_of_forty_calls_or_more(calls, told):
    value = quantiles("a call", [float(n) for n in range(calls)]).value
    assert ("p95" in value, value.endswith(f"of {calls}")) == (told, True)


def test_nothing_measured_is_said_as_that():
    assert quantiles("a call", []).value == "not measured"


def test_a_hold_is_told_as_a_part_of_the_floor():
    hold, floor = ({"milliseconds": [1.0] * calls, "seconds": 2.0} for calls in (10, 40))
    assert share(Figure("a hold", "10 held"), hold, floor).value == "10 held, 25% of the floor"
    assert share(Figure("a hold", "none"), {"milliseconds": []}, floor).value == "none"


def test_what_could_not_be_measured_is_a_line_of_the_table_and_no_end_of_the_bench():
    def figures() -> Iterator[Figure]:
        yield Figure("first", "1 ms")
        raise NotMeasuredError("only 3 places are free for 9 callers")

    first, second = told_if_not(figures())
    assert (first.name, second.name) == ("first", "not measured, nor what comes after it")
    assert "only 3 places are free for 9 callers" in second.value


@pytest.mark.parametrize(("slower", "told"), [(0.0, False), (3.0, True)])
def test_two_kinds_of_answers_are_told_apart_only_where_one_is_slower(slower, told):
    dice = random.Random(4)
    some, others = [[dice.expovariate(1 / 5) for _ in range(200)] for _ in range(2)]
    said = apart("known and unknown", some, [each + slower for each in others]).value
    assert ("as much in 0.0% of 2000 shufflings" in said) is told
    assert apart("known and unknown", [], []).value == "not measured"


def test_a_peak_is_what_a_process_holds_and_what_it_gave_back():
    assert given_back("VmPeak:\t  99999 kB\nVmHWM:\t   44032 kB\nVmRSS:\t   40960 kB\n") == 3.0
    assert given_back("VmHWM:\t   40960 kB\nVmRSS:\t   40961 kB\n") == 0.0


def test_a_page_that_answers_otherwise_than_it_should_is_no_measure(chat):
    _, port = chat
    with pytest.raises(NotMeasuredError, match="GET /account answered 501"):
        Browser(port, origin="http://localhost").get("/account")
    with pytest.raises(NotMeasuredError, match="POST /account/code answered 200"):
        Browser(port, origin="http://localhost").post("/account/code", code="123456")
