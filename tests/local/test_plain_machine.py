"""A machine without Java and the Google Cloud SDK: everything comes up, and a guest's visit is confirmed."""

import json
import os
import re
import signal
import subprocess
from pathlib import Path
from uuid import uuid4

import pytest
import requests

from infra.deploy.subscriptions import connect
from infra.local.emulator_choice import EMBEDDED
from infra.local.home import ROOT, Home
from infra.local.ports import free_port
from infra.local.progress import Silence
from infra.local.reset import reset
from infra.local.stack import Stack

HIDDEN = {"java", "javac", "gcloud"}
PATIENCE = 90
"""Seconds for a call: a function may have to start first."""


def without(hidden, folder):
    """Fill a folder with links to every program on the PATH but these."""
    folder.mkdir()
    for place in filter(os.path.isdir, os.environ["PATH"].split(os.pathsep)):
        for program in Path(place).iterdir():
            if program.name not in hidden and not (folder / program.name).is_symlink():
                (folder / program.name).symlink_to(program)
    return str(folder)


OF_A_MAKE_AROUND_US = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "ARGS"}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """The environment of a machine that has neither."""
    folder = tmp_path_factory.mktemp("machine")
    hidden = {"JAVA_HOME", "EMULATORS", "DATABASE_URL", *OF_A_MAKE_AROUND_US}
    told = {name: value for name, value in os.environ.items() if name not in hidden}
    return told | {"PATH": without(HIDDEN, folder / "programs"), "CLOUDSDK_ROOT": str(folder / "no-sdk")}


@pytest.fixture(scope="module")
def plain(tmp_path_factory, machine):
    with pytest.MonkeyPatch.context() as patch:
        for name in set(os.environ) - set(machine):
            patch.delenv(name)
        for name, value in machine.items():
            patch.setenv(name, value)
        with Stack(Home(tmp_path_factory.mktemp("plain")), port=0, progress=Silence(), durable=False) as stack:
            yield stack


class Guest:
    """Somebody who writes in the chat."""

    def __init__(self, url):
        self._url = url
        self.session = None

    def says(self, **said):
        asked = {"session": self.session, "message_id": str(uuid4())} | said
        answer = requests.post(f"{self._url}/api/chat/messages", json=asked, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        self.session = answer.json()["session"]
        return answer.json()["replies"]


def console(stack, path, body=None):
    ask = requests.get if body is None else requests.post
    answer = ask(f"{stack.url}/console/api/{path}", timeout=PATIENCE, **({} if body is None else {"json": body}))
    answer.raise_for_status()
    return answer.json()


def found(replies, name):
    [thing] = [reply[name] for reply in replies if reply.get(name)]
    return thing


def test_a_visit_is_booked_paid_and_confirmed_without_java(plain, eventually):
    guest = Guest(plain.url)
    console(plain, "clock", {"at": "2026-11-25T10:00:00-05:00"})
    offered = guest.says(text="book a deep tissue massage on friday at 3 pm")
    guest.says(choice=found(offered, "choices")[0]["id"])
    held = guest.says(text="Ada Example, ada@example.com")
    paid = console(plain, "pay", {"payment_url": found(held, "payment")["url"], "card": "4242424242424242"})
    assert paid["status"] == "paid"
    reference = found(held, "booking")["reference"]
    eventually(lambda: reference in json.dumps(console(plain, "inbox")), within=PATIENCE)
    eventually(lambda: told(plain, guest), within=PATIENCE)


def told(stack, guest):
    """Tell whether the chat has heard by Pub/Sub and Firestore that the visit is confirmed."""
    headers = {"Authorization": f"Bearer {guest.session}"}
    answer = requests.get(f"{stack.url}/api/chat/events?after=0", headers=headers, timeout=PATIENCE)
    return "booking.confirmed" in [event["type"] for event in answer.json()["events"]]


def test_no_java_runs_and_the_file_of_facts_says_who_plays_google(plain):
    commands = [json.loads(file.read_text())["words"] for file in plain.home.records.glob("*.pid")]
    assert commands
    assert [command for command in commands if "java" in command] == []
    facts = json.loads(plain.home.stack.read_text())
    assert facts["emulators"] == EMBEDDED
    assert facts["firestore"] == {"host": facts["firestore"]["host"], "sessions": "sessions"}
    assert "booking-events" in facts["pubsub"]["topics"]
    for name in ("firestore", "pubsub"):
        assert requests.get(f"{facts['stand_ins'][name]}/_state", timeout=PATIENCE).status_code == 200


def test_dead_letters_are_shown_without_java_too(plain):
    facts = plain.facts
    with connect(facts["project"], facts["pubsub"]["host"]) as pubsub:
        letter = {"data": b'{"schema_version": 1}', "attributes": {"type": "booking.confirmed"}}
        pubsub.publisher.publish(topic=pubsub.topic("on_booking_email-dead"), messages=[letter])
    for _ in range(2):  # looking takes nothing away
        [shown] = console(plain, "events")["dead_letters"]
        assert (shown["consumer"], shown["attributes"]) == ("on_booking_email", {"type": "booking.confirmed"})


def test_make_run_gets_ready_without_java(machine, tmp_path, eventually):
    home, output = Home(tmp_path / "home"), tmp_path / "output.txt"
    told = machine | {"CORESYNC_HOME": str(home.folder), "PORT": str(free_port())}
    with output.open("w") as written:
        process = subprocess.Popen(
            ["make", "run"], cwd=ROOT, env=told, stdout=written, stderr=written, start_new_session=True
        )
    try:
        eventually(lambda: process.poll() is not None or "ready after" in output.read_text(), within=120)
        assert json.loads(home.stack.read_text())["emulators"] == EMBEDDED, output.read_text()
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
    finally:
        reset(home)


def test_make_test_proves_what_it_can_without_java_and_names_the_rest(machine):
    some = "ARGS=-q -p no:cacheprovider tests/kernel/test_money.py tests/local/test_firestore_rules.py"
    done = subprocess.run(
        ["make", "test", some], cwd=ROOT, env=machine, capture_output=True, text=True, check=False, timeout=180
    )
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
    assert "NOT PROVED on this machine" in done.stdout
    assert re.search(r"test_firestore_rules.py, \d+ tests: NOT PROVED, for it needs Google's", done.stdout)
