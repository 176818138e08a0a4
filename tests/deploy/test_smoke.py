"""Candidates are asked their probes, and what answers otherwise is named."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from infra.deploy import smoke as smoke_module
from infra.deploy.catalogue import read_catalogue
from infra.deploy.smoke import TRIES, main, smoke
from infra.deploy.target import DeployTarget

STRIPE, NEWS = (read_catalogue().named([name])[0] for name in ("hook_stripe", "on_booking_chat"))
OURS = (400, '{"code": "NOT_GENUINE"}')


@dataclass(frozen=True)
class Here(DeployTarget):
    """A place whose candidates are all at one address of this machine."""

    address: str = ""

    def candidate_url(self, function):
        return self.address


@contextmanager
def candidate(*answers: tuple[int, str]) -> Iterator[tuple[Here, list]]:
    """Serve answers in turn, the last one for good; also give what was asked."""
    asked: list[tuple] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append((self.path, self.headers["Authorization"], body))
            status, text = answers[min(len(asked), len(answers)) - 1]
            self.send_response(status)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield Here("demo", "42", "us-east1", f"http://127.0.0.1:{server.server_port}"), asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(function, target):
    return smoke([function], target, token="token for {}".format, pause=0)


def test_a_function_that_answers_by_its_own_code_passes():
    with candidate(OURS) as (target, asked):
        assert ask(STRIPE, target) == []
    [(path, authorization, body)] = asked
    assert (path, body) == ("/api/stripe/events", b"")
    assert authorization == "Bearer token for https://hook-stripe-42.us-east1.run.app"


def test_a_follower_of_events_is_sent_one_that_nobody_knows():
    with candidate((401, '{"code": "NOT_AUTHENTICATED"}')) as (target, asked):
        assert ask(NEWS, target) == []
    assert json.loads(asked[0][2])["message"]["attributes"] == {"type": "probe"}


def test_a_permission_that_does_not_hold_yet_is_waited_for():
    with candidate((403, "<html>"), (503, "<html>"), OURS) as (target, asked):
        assert ask(STRIPE, target) == []
    assert len(asked) == 3


@pytest.mark.parametrize(("answer", "times"), [((200, "<html>"), 1), ((400, "<html>"), 1), ((500, "crash"), TRIES)])
def test_an_answer_that_is_not_the_functions_own_is_told(answer, times):
    with candidate(answer) as (target, asked):
        [problem] = ask(STRIPE, target)
    assert problem == f"hook_stripe answered {answer[0]} {answer[1]!r} instead of 400 with 'NOT_GENUINE'"
    assert len(asked) == times


def test_a_function_that_does_not_answer_is_told():
    with candidate() as (target, _):
        pass
    assert ask(STRIPE, target) == ["hook_stripe did not answer: ConnectionError"]


@pytest.mark.parametrize(("status", "said"), [(400, "hook_stripe answers\n"), (200, "hook_stripe answered 200")])
def test_the_command_says_how_it_went(status, said, monkeypatch, capsys):
    with candidate((status, OURS[1])) as (target, _):
        monkeypatch.setattr(smoke_module, "DeployTarget", lambda *_: target)
        words = ["--project", "demo", "--project-number", "42", "--region", "us-east1", "hook_stripe"]
        assert main(words, token=str) == (0 if status == 400 else 1)
    assert capsys.readouterr().out.startswith(said)


def test_the_command_refuses_a_name_that_is_not_listed(capsys):
    assert main(["--project", "d", "--project-number", "1", "--region", "r", "hook_strip"]) == 1
    assert capsys.readouterr().err == "hook_strip is not in functions.yaml\n"
