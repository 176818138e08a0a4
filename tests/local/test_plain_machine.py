"""A machine without Java and the Google Cloud SDK: everything comes up, and a guest's visit is confirmed."""

import json
import os
from pathlib import Path
from uuid import uuid4

import pytest
import requests

from infra.deploy.subscriptions import connect
from infra.local import cloud_sdk
from infra.local.emulator_choice import EMBEDDED
from infra.local.home import Home
from infra.local.progress import Silence
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


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", without(HIDDEN, folder / "programs"))
        patch.setattr(cloud_sdk, "_PACKAGED", folder / "no-sdk")
        for name in ("JAVA_HOME", "CLOUDSDK_ROOT", "EMULATORS"):
            patch.delenv(name, raising=False)
        with Stack(Home(folder / "home"), port=0, progress=Silence(), durable=False) as stack:
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
