"""The front door and the functions behind it, with functions of our own so that each can misbehave."""

import functools
import os
import signal
import socket
import threading
import zlib

import pytest
import requests

from infra.local.children import Children
from infra.local.front_door import FrontDoor
from infra.local.functions import Functions
from infra.local.routes import CONSOLE, function_for

_ECHO = """
import json, os, time
import functions_framework
from flask import Response

@functions_framework.http
def api_chat(request):
    if request.path.endswith("/slices"):
        return Response((f"slice {n};" for n in range(3)), content_type="text/plain")
    if request.path.endswith("/text"):
        kind, size = request.args["kind"], int(request.args["size"])
        own = {name: value for name, value in request.args.items() if name not in ("kind", "size")}
        return Response(b"x" * size, content_type=kind, headers={"ETag": '"one"'} | own)
    if request.path.endswith("/hang"):
        print("hanging", flush=True)
        time.sleep(600)
    heard = {"method": request.method, "path": request.full_path, "body": request.get_data(as_text=True),
             "headers": dict(request.headers), "worker": os.getpid()}
    cookies = [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("X-Own", "yes")]
    return Response(json.dumps(heard), status=201, headers=cookies)
"""
_BROKEN = "raise RuntimeError('no such setting')"
_GIANT = b"x" * (1024 * 1024 + 1)


_get = functools.partial(requests.get, timeout=90)
_post = functools.partial(requests.post, timeout=90)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("door")


@pytest.fixture(scope="module")
def functions(folder):
    for name, source in (("api_chat", _ECHO), ("page_pay", _BROKEN)):
        (folder / name).mkdir()
        (folder / name / "main.py").write_text(source)
    with Children(logs=folder / "logs", records=folder / "run") as children:
        functions = Functions(children=children, settings=lambda _: {"THREADS": "8"}, folder=folder)
        yield functions
        functions.stop()


@pytest.fixture(scope="module")
def door(functions):
    with FrontDoor(functions) as door:
        yield door


@pytest.fixture
def log(folder):
    return folder / "logs/api_chat.log"


@pytest.fixture
def chat(door):
    return f"{door.url}/api/chat"


@pytest.mark.parametrize(
    ("path", "function"),
    [
        ("/", "page_website"),
        ("/private", "page_website"),
        ("/private/", "page_website"),
        ("/privateer", None),
        ("/assets/site.css", "page_website"),
        ("/pay/a-token", "page_pay"),
        ("/api/chat/messages", "api_chat"),
        ("/api/atlas/actions/get_price", "hook_atlas"),
        ("/api/atlas/events", "hook_atlas"),
        ("/api/stripe", "hook_stripe"),
        ("/api/unknown", None),
        ("/events/on_booking_email/projects/p/topics/t", "on_booking_email"),
        ("/events/job_expire_holds", None),
        ("/jobs/job_expire_holds", "job_expire_holds"),
        ("/tasks/task_send_email", "task_send_email"),
        ("/tasks/../etc", None),
        ("/console/api/clock", CONSOLE),
        ("/nothing", None),
    ],
)
def test_each_path_has_its_function(path, function):
    assert function_for(path) == function


def test_a_request_arrives_as_it_was_sent(chat):
    answer = _post(f"{chat}/messages%20two?q=a%2Fb&q=c", data="words", headers={"X-Mine": "1"})
    assert answer.status_code == 201
    heard = answer.json()
    assert (heard["method"], heard["body"]) == ("POST", "words")
    assert heard["path"] == "/api/chat/messages two?q=a%2Fb&q=c"
    assert heard["headers"]["X-Mine"] == "1"
    assert heard["headers"]["Host"] == chat.split("/")[2]


def test_an_answer_comes_back_as_it_was_given(chat):
    answer = _get(chat)
    assert answer.headers["X-Own"] == "yes"
    assert answer.cookies.get_dict() == {"a": "1", "b": "2"}
    assert requests.head(chat, timeout=30).headers["Content-Length"] != "0"


def test_an_answer_of_unknown_length_is_passed_on(chat):
    assert _get(f"{chat}/slices").text == "slice 0;slice 1;slice 2;"


def test_the_caller_s_address_is_added_after_what_the_caller_claims(chat):
    with requests.Session() as guest:
        guest.mount("http://", _From("127.0.0.7"))
        heard = guest.get(chat, headers={"X-Forwarded-For": "8.8.8.8"}).json()["headers"]
    assert heard["X-Forwarded-For"] == "8.8.8.8, 127.0.0.7, 127.0.0.1"
    assert heard["X-Forwarded-Proto"] == "http"


class _From(requests.adapters.HTTPAdapter):
    def __init__(self, address):
        self._address = address
        super().__init__()

    def init_poolmanager(self, *arguments, **options):
        super().init_poolmanager(*arguments, source_address=(self._address, 0), **options)


def _text(chat, *, kind="text/html; charset=utf-8", size=5000, accept="gzip, br", **headers):
    parameters = {"kind": kind, "size": size} | headers
    with requests.Session() as guest:
        answer = guest.get(f"{chat}/text", params=parameters, headers={"Accept-Encoding": accept}, timeout=90)
    assert answer.content == b"x" * size
    return answer


@pytest.mark.parametrize(
    "kind", ["text/html; charset=utf-8", "text/css", "text/javascript", "application/json", "image/svg+xml"]
)
@pytest.mark.parametrize("size", [1024, 300_000])
def test_text_goes_out_compressed_to_those_who_take_it(chat, kind, size):
    answer = _text(chat, kind=kind, size=size)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["Content-Length"]) < size / 10
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["ETag"] == 'W/"one"'


@pytest.mark.parametrize("accept", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0, *"])
def test_who_does_not_take_it_gets_plain_text_and_caches_are_told(chat, accept):
    answer = _text(chat, accept=accept)
    assert "Content-Encoding" not in answer.headers
    assert (answer.headers["Content-Length"], answer.headers["Vary"]) == ("5000", "Accept-Encoding")
    assert answer.headers["ETag"] == '"one"'


@pytest.mark.parametrize("accept", ["gzip", "GZIP;q=0.5", "deflate, *;q=0.1"])
def test_gzip_may_be_asked_for_in_many_ways(chat, accept):
    assert _text(chat, accept=accept).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "answer",
    [
        {"size": 1023},
        {"kind": "image/png"},
        {"kind": "text/event-stream"},
        {"kind": "application/pdf"},
        {"Cache-Control": "no-transform"},
    ],
    ids=str,
)
def test_what_is_small_or_no_text_or_not_to_be_touched_goes_out_as_it_is(chat, answer):
    assert "Content-Encoding" not in _text(chat, **answer).headers


def test_what_a_function_has_compressed_itself_is_not_compressed_again(chat):
    with requests.get(
        f"{chat}/text", params={"kind": "text/css", "size": 5000, "Content-Encoding": "br"}, stream=True, timeout=90
    ) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert answer.raw.read(decode_content=False) == b"x" * 5000


@pytest.mark.parametrize("target", ["http://elsewhere.example/api/chat", "http://127.0.0.1/", "*"])
def test_a_target_that_is_no_path_is_refused(door, target):
    with socket.create_connection(("127.0.0.1", door.port), timeout=30) as line:
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n".encode())
        with line.makefile("rb") as heard:
            assert heard.readline().split()[1] == b"400"


def test_a_path_that_nobody_has_is_a_small_page(door):
    answer = _get(f"{door.url}/wp-admin")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_a_function_that_is_not_there_is_named(door):
    answer = _get(f"{door.url}/api/sheets/changes")
    assert (answer.status_code, answer.text) == (404, "There is no hook_sheets here yet.\n")


def test_a_function_that_cannot_start_is_named_with_its_last_words(door):
    answer = _get(f"{door.url}/pay/token")
    assert (answer.status_code, answer.headers["Retry-After"]) == (502, "2")
    assert answer.text.startswith("page_pay could not start")
    assert "no such setting" in answer.text


def test_a_compressed_body_passes_as_it_came(chat):
    packed = zlib.compress(b"words")
    heard = _post(chat, data=packed, headers={"Content-Encoding": "deflate"}).json()
    assert heard["body"] == packed.decode(errors="replace")
    assert heard["headers"]["Content-Encoding"] == "deflate"
    assert heard["headers"]["Content-Length"] == str(len(packed))


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_body_that_is_not_compressed_as_it_says_is_for_the_function_to_refuse(chat, encoding):
    answer = _post(chat, data="words", headers={"Content-Encoding": encoding})
    assert (answer.status_code, answer.json()["body"]) == (201, "words")


def test_a_body_that_is_too_long_is_refused_as_a_function_would(chat):
    for body in (_GIANT, (_GIANT[:1000] for _ in range(1100))):
        answer = _post(chat, data=body)
        assert (answer.status_code, answer.json()["code"]) == (413, "TOO_LARGE")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_killed_function_comes_back(chat, functions):
    assert _get(chat).ok
    before = functions.pid("api_chat")
    functions.kill("api_chat")
    assert functions.pid("api_chat") is None
    assert _get(chat).ok
    assert functions.pid("api_chat") != before


def test_a_function_whose_worker_is_killed_comes_back(chat, eventually):
    killed = _get(chat).json()["worker"]
    os.kill(killed, signal.SIGKILL)
    eventually(lambda: (answer := _get(chat)).ok and answer.json()["worker"] != killed)


def test_an_answer_that_breaks_off_is_a_502(chat, functions, log, eventually):
    answers = []
    guest = threading.Thread(target=lambda: answers.append(_post(f"{chat}/hang")))
    guest.start()
    eventually(lambda: log.exists() and "hanging" in log.read_text(), within=60)
    functions.kill("api_chat")
    guest.join()
    assert (answers[0].status_code, answers[0].headers["Retry-After"]) == (502, "2")
    assert answers[0].text == "api_chat broke off before it had answered.\n"


def test_many_guests_at_once_start_a_function_once(chat, functions):
    functions.kill("api_chat")
    seen = set()

    def call():
        assert _get(chat).status_code == 201
        seen.add(functions.pid("api_chat"))

    guests = [threading.Thread(target=call) for _ in range(20)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    assert len(seen) == 1


def test_a_door_whose_port_is_taken_says_so(functions):
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(OSError, match="in use"):
        FrontDoor(functions, port=other.getsockname()[1]).start()
