"""Our Firestore where it is not Google's emulator: state over a restart, faults, and what is left to Google's."""

import itertools
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import requests
from google.api_core import exceptions
from google.cloud.firestore_v1 import SERVER_TIMESTAMP, Client, Increment, transactional, types

from infra.local.stand_ins.firestore import FirestoreStandIn, transactions
from tests.agent.chat.firestore.raw import RawFirestore

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)
MANAGER = [("authorization", "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoibWFuYWdlciJ9.")]


@pytest.fixture
def stand_in():
    with FirestoreStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def client(stand_in, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", stand_in.host)
    client = Client(project="demo")
    yield client
    client.close()


@pytest.fixture
def raw(client):
    return RawFirestore(client)


def faults(stand_in, **told):
    requests.post(f"{stand_in.url}/_faults", json=told, timeout=5).raise_for_status()


def test_a_restart_forgets_nothing(tmp_path, monkeypatch):
    written = None
    for _ in range(2):
        with FirestoreStandIn(tmp_path / "firestore.sqlite") as stand_in:
            monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", stand_in.host)
            client = Client(project="demo")
            document = client.document("sessions/one/events/two")
            written = written or document.set({"paid": True, "at": SERVER_TIMESTAMP})
            read = document.get()
            assert (read.get("paid"), read.update_time) == (True, written.update_time)
            client.close()


def test_a_restart_takes_the_port_that_it_had(tmp_path):
    with FirestoreStandIn(tmp_path / "firestore.sqlite") as first:
        port = int(first.host.rpartition(":")[2])
    with FirestoreStandIn(tmp_path / "firestore.sqlite", port=port) as second:
        assert second.host == first.host


def test_what_was_committed_is_in_the_file_at_once(tmp_path, monkeypatch):
    """A kill would lose nothing: another reader of the file sees the document while the server runs."""
    with FirestoreStandIn(tmp_path / "firestore.sqlite") as stand_in:
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", stand_in.host)
        client = Client(project="demo")
        client.document("sessions/one").set({"n": 1})
        other = sqlite3.connect(tmp_path / "firestore.sqlite")
        assert other.execute("select path from documents").fetchall() == [("sessions/one",)]
        other.close()
        client.close()


def test_told_to_fail_it_is_unavailable_and_writes_nothing(stand_in, client):
    faults(stand_in, error_rate=1)
    with pytest.raises(exceptions.ServiceUnavailable):
        client.document("sessions/one").set({}, retry=None)
    with pytest.raises(exceptions.ServiceUnavailable):
        list(client.get_all([client.document("sessions/one")], retry=None))
    requests.delete(f"{stand_in.url}/_faults", timeout=5).raise_for_status()
    assert not client.document("sessions/one").get().exists


def test_told_to_drop_it_writes_and_does_not_answer(stand_in, client):
    faults(stand_in, drop_rate=1)
    with pytest.raises(exceptions.ServiceUnavailable):
        client.document("sessions/one").create({"n": 1}, retry=None)
    with pytest.raises(exceptions.ServiceUnavailable):
        client.collection("sessions").get(retry=None)
    faults(stand_in)
    with pytest.raises(exceptions.AlreadyExists):
        client.document("sessions/one").create({"n": 2})


def test_told_to_be_slow_it_is_and_is_not_for_longer_than_told(stand_in, client):
    """Calls that hang come back as soon as the fault is over, and none of them keeps the others' place."""
    faults(stand_in, latency_ms=600_000)
    with ThreadPoolExecutor() as pool:
        hanging = [pool.submit(client.document(f"sessions/{n}").get, retry=None, timeout=60) for n in range(12)]
        with pytest.raises(exceptions.DeadlineExceeded):
            client.document("sessions/one").get(retry=None, timeout=0.2)
        assert not any(call.done() for call in hanging)
        faults(stand_in)
        assert not any(call.result(timeout=30).exists for call in hanging)


def test_it_stops_while_calls_hang(stand_in, client, monkeypatch):
    arrived, hold = threading.Event(), stand_in._wait_as_told
    monkeypatch.setattr(stand_in, "_wait_as_told", lambda context: (arrived.set(), hold(context)))
    faults(stand_in, latency_ms=600_000)
    with ThreadPoolExecutor() as pool:
        hanging = pool.submit(client.document("sessions/one").get, retry=None, timeout=60)
        assert arrived.wait(10)
        stand_in.stop()
        hanging.exception(timeout=30)
        assert hanging.done()


def test_a_reset_leaves_nothing_and_no_fault(stand_in, client):
    client.document("sessions/one/messages/two").set({})
    faults(stand_in, error_rate=1)
    requests.post(f"{stand_in.url}/_reset", timeout=5).raise_for_status()
    assert list(client.collections()) == []


def test_its_state_is_readable(stand_in, client):
    client.document("sessions/one").set({"n": 1})
    [document] = requests.get(f"{stand_in.url}/_state", timeout=5).json()["documents"]
    assert document["name"].endswith("/sessions/one")
    assert document["fields"] == {"n": {"integerValue": "1"}}


@pytest.mark.parametrize("token", [[], MANAGER, [("authorization", "Bearer nobody")]])
def test_the_tokens_of_people_are_left_to_googles_emulator(raw, token):
    """It does not evaluate firestore.rules, so it serves nobody whom they would have to judge."""
    raw.metadata = token
    for call in (
        lambda: raw.call("get_document", name=raw.name("sessions/one")),
        lambda: raw.commit(raw.write("sessions/one", {})),
        lambda: raw.query({"from_": [{"collection_id": "sessions"}]}),
    ):
        with pytest.raises(
            exceptions.PermissionDenied, match=r"firestore\.rules are evaluated by Google's own emulator"
        ):
            call()


def test_what_it_does_not_serve_is_said_to_be_unimplemented(raw):
    past = {"seconds": 1}
    nearest = {"vector_field": {"field_path": "v"}, "limit": 1, "distance_measure": 1}
    for call in (
        lambda: raw.call("get_document", name=raw.name("sessions/one"), read_time=past),
        lambda: raw.call("begin_transaction", database=raw.database, options={"read_only": {"read_time": past}}),
        lambda: raw.query({"from_": [{"collection_id": "sessions"}], "find_nearest": nearest}),
        lambda: list(raw.call("execute_pipeline", database=raw.database)),
    ):
        with pytest.raises(exceptions.MethodNotImplemented):
            call()


def test_an_ordered_list_is_paged_too(raw):
    """Google's emulator fails at the second page of one."""
    raw.commit(*(raw.write(f"rooms/{key}", {"size": size}) for key, size in {"a": 1, "b": 3, "c": 3, "d": 2}.items()))
    asked = {"parent": raw.root, "collection_id": "rooms", "order_by": "size desc", "page_size": 1}
    assert [document.name[-1] for document in raw.call("list_documents", **asked)] == ["c", "b", "d", "a"]


def test_a_name_of_another_database_is_refused(raw):
    other = "projects/other/databases/(default)/documents/sessions/one"
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(types.Write(delete=other))
    with pytest.raises(exceptions.InvalidArgument):
        list(raw.call("batch_get_documents", database=raw.database, documents=[other]))


@pytest.mark.parametrize("step", [timedelta(0), timedelta(hours=-1)], ids=["stands still", "goes back"])
def test_a_commit_is_later_than_all_before_even_where_the_clock(step, monkeypatch):
    ticks = itertools.count()
    with FirestoreStandIn(clock=lambda: NOON + next(ticks) * step) as stand_in:
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", stand_in.host)
        client = Client(project="demo")
        times = [client.document("sessions/one").set({"n": number}).update_time for number in range(5)]
        assert times == sorted(set(times))
        assert client.document("sessions/one").get().read_time >= times[-1]
        client.close()


def test_writers_at_once_lose_nothing(client):
    document = client.document("counts/one")
    document.set({"n": 0})

    def count(_):
        for _ in range(20):
            document.update({"n": Increment(1)})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count, range(8)))
    assert document.get().get("n") == 160


def test_contending_transactions_lose_nothing(client):
    document = client.document("counts/one")
    document.set({"n": 0})
    barrier = threading.Barrier(3)

    @transactional
    def add(transaction):
        n = document.get(transaction=transaction).get("n")
        transaction.update(document, {"n": n + 1})

    def take(_):
        barrier.wait(10)
        add(client.transaction(max_attempts=50))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(take, range(3)))
    assert document.get().get("n") == 3


def test_a_transaction_that_nobody_ends_is_ended(raw, monkeypatch, eventually):
    begun = [
        raw.call("begin_transaction", database=raw.database, options=options).transaction
        for options in ({"read_write": {}}, {"read_only": {}})
    ]
    monkeypatch.setattr(transactions, "IDLE", 0)

    def is_over(transaction):
        try:
            raw.call("get_document", name=raw.name("sessions/one"), transaction=transaction)
        except exceptions.InvalidArgument:
            return True
        except exceptions.NotFound:
            return False

    for transaction in begun:
        eventually(lambda: is_over(transaction))  # noqa: B023 -- used at once
