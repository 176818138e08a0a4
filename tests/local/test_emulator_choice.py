"""Who plays Firestore and Pub/Sub: what EMULATORS chooses, what is kept, and what is said when something is wrong."""

import pytest
from google.cloud.firestore import Client

from infra.deploy.subscriptions import connect
from infra.local import cloud_sdk
from infra.local.embedded import embedded_firestore, embedded_pubsub
from infra.local.emulator_choice import EMBEDDED, GOOGLE, chosen_emulators, why_not_google
from infra.local.emulators import PubSubEmulator
from infra.local.home import Home
from infra.local.older_state import left_aside
from infra.local.startup_error import StartupError
from infra.local.watch import Watch


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Nothing but what a test puts there."""
    for name in ("EMULATORS", "JAVA_HOME", "CLOUDSDK_ROOT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(cloud_sdk, "_PACKAGED", tmp_path / "no-sdk")
    return tmp_path


@pytest.fixture
def equipped(machine):
    """Java and both emulators, as far as anybody looks before starting them."""
    java = machine / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n")
    java.chmod(0o755)
    for jar in (
        "cloud-firestore-emulator/cloud-firestore-emulator.jar",
        "pubsub-emulator/lib/cloud-pubsub-emulator-1-all.jar",
    ):
        file = machine / "google-cloud-sdk/platform" / jar
        file.parent.mkdir(parents=True)
        file.touch()
    return machine


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    home.furnish()
    return home


def test_a_bare_machine_has_the_embedded_ones(machine):
    assert chosen_emulators() == EMBEDDED
    assert why_not_google().startswith("The emulators need Java 17 or newer and there is none: apt-get install")


def test_google_s_own_are_taken_where_they_are_found(equipped):
    assert (chosen_emulators(), why_not_google()) == (GOOGLE, "")


def test_one_that_is_missing_is_enough_to_take_ours(equipped):
    next((equipped / "google-cloud-sdk").rglob("cloud-pubsub-emulator-*")).unlink()
    assert chosen_emulators() == EMBEDDED


def test_the_embedded_ones_can_be_asked_for(equipped, monkeypatch):
    monkeypatch.setenv("EMULATORS", "embedded")
    assert (chosen_emulators(), why_not_google()) == (EMBEDDED, "EMULATORS=embedded is set.")


def test_google_s_own_can_not_be_asked_for_where_they_are_not(machine, monkeypatch):
    monkeypatch.setenv("EMULATORS", "google")
    with pytest.raises(
        StartupError,
        match=r"EMULATORS=google asks for Google's emulators\. The emulators need Java 17.*apt-get install",
    ):
        chosen_emulators()


def test_a_choice_that_nobody_knows_is_said(machine, monkeypatch):
    monkeypatch.setenv("EMULATORS", "amazon")
    with pytest.raises(StartupError, match='EMULATORS must be "google" or "embedded", and it is "amazon"'):
        chosen_emulators()


def test_messages_and_sessions_are_there_after_a_restart(home, monkeypatch):
    pubsub, firestore = embedded_pubsub(home, durable=True).start(), embedded_firestore(home, durable=True).start()
    with connect("demo-kept", pubsub.host) as made:
        topic = made.publisher.create_topic(name=made.topic("events")).name
        reader = made.subscriber.create_subscription(name=made.subscription("reader"), topic=topic).name
        made.publisher.publish(topic=topic, messages=[{"data": b"one"}])
    _client(firestore.host, monkeypatch).document("sessions/one").set({"paid": True})
    pubsub.stop()
    firestore.stop()
    pubsub, firestore = embedded_pubsub(home, durable=True).start(), embedded_firestore(home, durable=True).start()
    with connect("demo-kept", pubsub.host) as made:
        [received] = made.subscriber.pull(subscription=reader, max_messages=1, timeout=20).received_messages
    assert received.message.data == b"one"
    assert _client(firestore.host, monkeypatch).document("sessions/one").get().to_dict() == {"paid": True}
    pubsub.stop()
    firestore.stop()


def _client(host, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", host)
    return Client(project="demo-kept")


def test_one_that_was_never_started_can_be_stopped(home):
    embedded_pubsub(home, durable=True).stop()
    assert not embedded_pubsub(home, durable=True).running


@pytest.mark.parametrize("open_service", [embedded_pubsub, embedded_firestore])
def test_state_of_another_version_is_one_sentence_that_names_make_reset(home, open_service):
    name = open_service(home, durable=True).name
    (home.stores / f"{name}.sqlite").write_bytes(b"no database at all, but longer than its header would be" * 20)
    with pytest.raises(
        StartupError, match=r"holds what another version of CoreSync wrote \(DatabaseError: .*make reset wipes"
    ):
        open_service(home, durable=True).start()


def test_sessions_that_the_other_choice_wrote_are_named(home):
    assert (left_aside(home, GOOGLE), left_aside(home, EMBEDDED)) == ("", "")
    home.firestore.mkdir()
    assert left_aside(home, GOOGLE) == ""
    assert left_aside(home, EMBEDDED).startswith(f"Chat sessions in {home.firestore} are not seen now")
    (home.stores / "firestore.sqlite").touch()
    assert "firestore.sqlite are not seen now" in left_aside(home, GOOGLE)


def watched(parts, said):
    return Watch(parts, say=said.append, logs="/logs").start()


def test_an_embedded_one_that_ends_is_said_once(home, eventually, monkeypatch):
    said: list[str] = []
    pubsub = embedded_pubsub(home, durable=False).start()
    watch = watched({"Pub/Sub": lambda: pubsub.running}, said)
    pubsub.stand_in._stopping.set()  # as when the thread that pushes is dead
    eventually(lambda: said)
    watch.stop()
    assert said == ["Pub/Sub has ended by itself; see /logs, stop with Ctrl-C and start again: make run"]
    pubsub.stop()


@pytest.mark.usefixtures("google_pubsub")
def test_google_s_emulator_that_is_killed_is_said(children, eventually):
    said: list[str] = []
    with PubSubEmulator(children) as emulator:
        watch = watched({"Pub/Sub": lambda: emulator.running}, said)
        assert emulator._child
        emulator._child.kill()
        eventually(lambda: said)
        watch.stop()
    assert len(said) == 1


def test_nothing_is_said_of_what_is_stopped_with_us(home):
    said: list[str] = []
    pubsub = embedded_pubsub(home, durable=False).start()
    watch = watched({"Pub/Sub": lambda: pubsub.running}, said)
    watch.stop()
    pubsub.stop()
    assert said == []
