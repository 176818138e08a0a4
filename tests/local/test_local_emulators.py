"""Google's own emulators, as the local system starts them."""

import pytest
from google.cloud import firestore

from infra.local.emulators import FirestoreEmulator, PubSubEmulator
from infra.local.environment import PROJECT
from infra.local.startup_error import StartupError


def _client(host, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", host)
    return firestore.Client(project=PROJECT)


@pytest.mark.usefixtures("google_firestore")
def test_chat_sessions_are_there_after_a_restart(children, tmp_path, monkeypatch):
    kept = tmp_path / "firestore"
    with FirestoreEmulator(children, kept=kept) as emulator:
        client = _client(emulator.host, monkeypatch)
        client.document("sessions/one/events/two").set({"paid": True})
        client.close()
    with FirestoreEmulator(children, kept=kept) as emulator:
        client = _client(emulator.host, monkeypatch)
        assert client.document("sessions/one/events/two").get().to_dict() == {"paid": True}
        client.close()


@pytest.mark.usefixtures("google_pubsub")
def test_an_emulator_that_does_not_start_says_why(children, tmp_path, monkeypatch):
    monkeypatch.setattr("infra.local.emulators.jar", lambda _: tmp_path / "broken.jar")
    monkeypatch.setattr(PubSubEmulator, "name", "broken")  # one that runs writes into a log of its own
    with pytest.raises(StartupError, match=r"The broken emulator did not start; in .*log it says: .*broken\.jar"):
        PubSubEmulator(children).start()
