"""`make run` as a person meets it: one process on a folder of its own, ended in every way there is."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from http import HTTPStatus
from pathlib import Path

import pytest

from infra.local.emulator_choice import GOOGLE, chosen_emulators
from infra.local.home import ROOT, Home
from infra.local.ports import KeptPorts, free_port, is_free
from infra.local.records import command_line
from infra.local.reset import reset
from infra.local.startup_error import StartupError

_SECONDS_TO_START = 120
_SECONDS_TO_STOP = 20


class Run:
    """One `make run` on a folder."""

    def __init__(self, home: Home, *, port: int) -> None:
        self.home = home
        self.port = port
        self.output = home.folder.parent / "output.txt"
        words = [sys.executable, "-m", "infra.local"]
        with self.output.open("w") as output:
            self.process = subprocess.Popen(words, cwd=ROOT, env=_env(home, port), stdout=output, stderr=output)

    def ready(self) -> bool:
        assert self.process.poll() is None, self.output.read_text()
        stack = self.home.stack
        return stack.exists() and json.loads(stack.read_text())["pid"] == self.process.pid

    def pids(self) -> list[int]:
        return [json.loads(file.read_text())["pid"] for file in self.home.records.glob("*.pid")]

    def names(self) -> set[str]:
        return {file.stem for file in self.home.records.glob("*.pid")}

    def open(self, path: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
            return int(answer.status)

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(_SECONDS_TO_STOP)


def _env(home: Home, port: int | str) -> dict[str, str]:
    told = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return told | {"CORESYNC_HOME": str(home.folder), "PORT": str(port)}


def _refusal(home: Home, port: int | str) -> str:
    words = [sys.executable, "-m", "infra.local"]
    told = subprocess.run(
        words, cwd=ROOT, env=_env(home, port), capture_output=True, text=True, check=False, timeout=60
    )
    assert told.returncode == 1
    return told.stderr.strip()


def _none_left(pids: list[int]) -> bool:
    return not any(map(command_line, pids))


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    yield home
    reset(home)


@pytest.fixture
def run(home, eventually):
    run = Run(home, port=free_port())
    try:
        eventually(run.ready, within=_SECONDS_TO_START)
        yield run
    finally:
        run.process.kill()
        run.process.wait()


def test_it_serves_the_website_and_ctrl_c_leaves_nothing(run):
    assert run.open("/") == HTTPStatus.OK
    pids = run.pids()
    emulators = {"firestore", "pubsub"} if chosen_emulators() == GOOGLE else set()
    assert run.names() >= {"postgres", "page_website"} | emulators
    assert run.end(signal.SIGINT) == 0
    assert _none_left(pids)
    assert not run.home.stack.exists()
    assert "ready after" in run.output.read_text()


def test_a_second_start_in_the_same_folder_is_refused(stack):
    assert "already runs" in _refusal(stack.home, free_port())
    with pytest.raises(StartupError, match="already runs"):
        reset(stack.home)
    assert json.loads(stack.home.stack.read_text()) == stack.facts


def test_when_it_is_killed_its_processes_end_and_the_next_start_works(run, eventually):
    pids = run.pids()
    run.end(signal.SIGKILL)
    eventually(lambda: _none_left(pids), within=_SECONDS_TO_STOP)
    again = Run(run.home, port=run.port)
    try:
        eventually(again.ready, within=_SECONDS_TO_START)
        assert again.end(signal.SIGTERM) == 0
    finally:
        again.process.kill()
        again.process.wait()


def test_stack_json_has_what_others_rely_on(stack):
    facts = stack.facts
    assert set(facts["stand_ins"]) >= {"stripe", "sendgrid", "sms", "calendar", "sheets", "tasks", "scheduler"}
    assert set(facts["hooks"]) >= {"stripe", "atlas_actions", "atlas_events", "sheets", "calendar", "sendgrid"}
    assert facts["firestore"]["sessions"] == "sessions"
    assert "booking-events" in facts["pubsub"]["topics"]
    assert stack.home.stack.stat().st_mode & 0o077 == 0
    assert stack.home.secrets.stat().st_mode & 0o077 == 0


def test_a_taken_port_is_said_in_one_sentence(home):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert _refusal(home, port).startswith(f"Port {port} is taken; choose another: PORT=")


@pytest.mark.parametrize("port", ["zero", "0", "65536", "-1"])
def test_a_port_that_is_none_is_said_in_one_sentence(home, port):
    assert _refusal(home, port) == f"PORT must be a number from 1 to 65535, and it is {port}"


def test_emulators_that_nobody_knows_are_said_in_one_sentence(home, monkeypatch):
    monkeypatch.setenv("EMULATORS", "amazon")
    assert _refusal(home, free_port()) == 'EMULATORS must be "google" or "embedded", and it is "amazon"'


@pytest.mark.parametrize(
    ("file", "text"),
    [("secrets.json", '{"stripe'), ("secrets.json", "[]"), ("keys/data_key.json", ""), ("keys/signing_key", ""),
     ("clock", "soon")],
)  # fmt: skip
def test_state_that_was_cut_is_said_in_one_sentence(home, file, text):
    home.furnish()
    (home.folder / file).write_text(text)
    assert _refusal(home, free_port()).startswith(f"{home.folder} holds what another version of CoreSync wrote (")


def test_a_folder_that_is_none_is_said_in_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    home = Home(tmp_path / "file")
    assert _refusal(home, free_port()).startswith(
        f"{home.folder} can't hold the state (Not a directory); name another:"
    )


@pytest.mark.parametrize("kept", ["[]", '{"stripe": "x", "sheets": 99999999, "tasks": null}', "{"])
def test_ports_that_are_none_are_chosen_anew(tmp_path, kept):
    file = tmp_path / "ports.json"
    file.write_text(kept)
    ports = KeptPorts(file)
    assert is_free(ports.port("stripe"))
    assert ports.port("stripe") == KeptPorts(file).port("stripe")


def test_reset_wipes_what_a_run_left(tmp_path):
    home = Home(tmp_path / "home")
    home.furnish()
    (home.stores / "stripe.sqlite").touch()
    reset(home)
    assert not home.folder.exists()
    reset(home)
    assert list(Path(tmp_path).iterdir()) == []
