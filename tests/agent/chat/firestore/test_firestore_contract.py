"""Documents are read and written alike in our Firestore and in Google's own emulator: the real client against both."""

from datetime import UTC, datetime, timedelta

import pytest
from google.api_core import exceptions
from google.cloud.firestore_v1 import DELETE_FIELD, GeoPoint, types

EVENING = datetime(2026, 11, 25, 22, 30, 15, 123456, tzinfo=UTC)


def test_what_was_written_is_read_as_it_was(client):
    other = client.document("rooms/sauna")
    fields = {
        "none": None,
        "yes": True,
        "count": 2**62,
        "share": 0.1,
        "at": EVENING,
        "text": "café ☕",
        "sealed": b"\x00\xff",
        "where": GeoPoint(40.7, -74.0),
        "room": other,
        "list": [1, "two", {"three": [3]}],
        "map": {"empty": {}, "a.b": {"`": 1}},
    }
    client.document("sessions/one").set(fields)
    assert client.document("sessions/one").get().to_dict() == fields


def test_a_document_that_is_not_there_is_missing_and_no_error(client):
    snapshot = client.document("sessions/nobody").get()
    assert not snapshot.exists
    assert snapshot.read_time


def test_several_documents_come_in_one_read_missing_ones_too(client):
    client.document("sessions/one").set({"n": 1})
    paths = ["sessions/one", "sessions/none", "sessions/one"]
    found = {snapshot.reference.path: snapshot.to_dict() for snapshot in client.get_all(map(client.document, paths))}
    assert found == {"sessions/one": {"n": 1}, "sessions/none": None}


def test_only_the_fields_that_were_asked_for_are_read(client):
    client.document("sessions/one").set({"a": {"b": 1, "c": 2}, "d": 3})
    assert client.document("sessions/one").get(["a.b", "nothing"]).to_dict() == {"a": {"b": 1}}


def test_a_document_is_created_once(client):
    document = client.document("sessions/one")
    document.create({"n": 1})
    with pytest.raises(exceptions.AlreadyExists):
        document.create({"n": 2})
    assert document.get().to_dict() == {"n": 1}


def test_an_update_needs_its_document(client):
    with pytest.raises(exceptions.NotFound):
        client.document("sessions/none").update({"n": 1})
    with pytest.raises(exceptions.NotFound):
        client.document("sessions/none").delete(client.write_option(exists=True))
    client.document("sessions/none").delete()


def test_an_update_changes_what_it_names_and_nothing_else(client):
    document = client.document("sessions/one")
    document.set({"a": {"b": 1, "c": 2}, "d": 3, "e": 4})
    document.update({"a.b": 5, "d": DELETE_FIELD, "f.g": 6})
    assert document.get().to_dict() == {"a": {"b": 5, "c": 2}, "e": 4, "f": {"g": 6}}


def test_a_value_in_the_way_of_a_nested_field_is_replaced(client):
    document = client.document("sessions/one")
    document.set({"a": 1})
    document.update({"a.b.c": 2, "d.e": DELETE_FIELD})
    assert document.get().to_dict() == {"a": {"b": {"c": 2}}}


def test_merging_keeps_the_rest_and_makes_what_is_missing(client):
    document = client.document("sessions/one")
    document.set({"a": {"b": 1}}, merge=True)
    document.set({"a": {"c": 2}, "d": 3}, merge=["a.c"])
    assert document.get().to_dict() == {"a": {"b": 1, "c": 2}}


def test_a_set_replaces_everything(client):
    document = client.document("sessions/one")
    document.set({"a": 1})
    document.set({"b": 2})
    assert document.get().to_dict() == {"b": 2}


def test_of_two_writers_who_read_the_same_the_second_is_refused(client):
    document = client.document("sessions/one")
    document.set({"n": 1})
    read = document.get()
    document.update({"n": 2}, client.write_option(last_update_time=read.update_time))
    with pytest.raises(exceptions.FailedPrecondition):
        document.update({"n": 3}, client.write_option(last_update_time=read.update_time))
    with pytest.raises(exceptions.FailedPrecondition):
        document.delete(client.write_option(last_update_time=read.update_time))
    with pytest.raises(exceptions.FailedPrecondition):
        client.document("sessions/none").delete(client.write_option(last_update_time=read.update_time))
    assert document.get().to_dict() == {"n": 2}


def test_a_batch_is_all_or_nothing(client):
    client.document("sessions/taken").set({})
    batch = client.batch()
    batch.set(client.document("sessions/fresh"), {})
    batch.create(client.document("sessions/taken"), {"n": 2})
    with pytest.raises(exceptions.AlreadyExists):
        batch.commit()
    assert not client.document("sessions/fresh").get().exists
    assert client.document("sessions/taken").get().to_dict() == {}


def test_within_a_batch_later_writes_see_the_earlier_ones(client):
    document = client.document("sessions/one")
    document.set({"n": 1})
    batch = client.batch()
    batch.delete(document)
    batch.create(document, {"n": 2})
    batch.update(document, {"m": 3})
    batch.commit()
    assert document.get().to_dict() == {"n": 2, "m": 3}


def test_writes_of_a_batch_that_contradict_each_other_are_refused(client):
    for first, second in (("set", "create"), ("create", "create"), ("delete", "update")):
        document, batch = client.document(f"sessions/{first}-{second}"), client.batch()
        for way in (first, second):
            getattr(batch, way)(document, *([{"n": 1}] if way != "delete" else []))
        with pytest.raises(exceptions.InvalidArgument):
            batch.commit()
        assert not document.get().exists


def test_an_empty_batch_is_no_error(client):
    assert client.batch().commit() == []


def test_times_tell_when_a_document_was_made_and_changed(client):
    document = client.document("sessions/one")
    made = document.set({"n": 1}).update_time
    first = document.get()
    changed = document.set({"n": 2}).update_time
    second = document.get()
    assert first.create_time == first.update_time == made
    assert (second.create_time, second.update_time) == (made, changed)
    assert made < changed <= second.read_time
    assert abs(datetime.now(UTC) - made) < timedelta(minutes=5)


def test_a_write_that_changes_nothing_leaves_the_time_of_the_last_change(client):
    document = client.document("sessions/one")
    made = document.set({"n": 1}).update_time
    assert document.set({"n": 1}).update_time == made
    assert document.get().update_time == made


def test_a_document_made_again_is_a_new_one(client):
    document = client.document("sessions/one")
    made = document.set({"n": 1}).update_time
    document.delete()
    document.set({"n": 1})
    assert document.get().create_time > made


def test_times_are_kept_to_the_microsecond(raw):
    raw.put_value(types.Value(timestamp_value={"seconds": 1, "nanos": 1999}))
    kept = types.Document.pb(raw.call("get_document", name=raw.name("v/1"))).fields["v"].timestamp_value
    assert (kept.seconds, kept.nanos) == (1, 1000)


def test_the_plain_methods_create_update_and_delete_one_document(raw):
    new = {"parent": raw.root, "collection_id": "rooms", "document": raw.document("", {"n": 1})}
    new["document"].name = ""
    assert raw.call("create_document", document_id="sauna", **new).name == raw.name("rooms/sauna")
    with pytest.raises(exceptions.AlreadyExists):
        raw.call("create_document", document_id="sauna", **new)
    numbered = raw.call("create_document", **new).name
    assert len(numbered.rpartition("/")[2]) == 20
    changed = raw.call("update_document", document=raw.document("rooms/sauna", {"m": 2}), update_mask={})
    assert set(changed.fields) == {"n"}
    raw.call("delete_document", name=raw.name("rooms/sauna"))
    with pytest.raises(exceptions.NotFound):
        raw.call("get_document", name=raw.name("rooms/sauna"))


def test_writes_of_bulk_stand_each_alone(raw):
    taken = raw.write("rooms/sauna", {})
    raw.commit(taken)
    fresh = [raw.write(f"rooms/{name}", {}, current_document={"exists": False}) for name in ("pool", "sauna")]
    gone = types.Write(delete=raw.name("rooms/none"), current_document={"exists": True})
    answer = raw.call("batch_write", database=raw.database, writes=[*fresh, gone])
    assert [status.code for status in answer.status] == [0, 6, 5]
    assert raw.call("get_document", name=raw.name("rooms/pool"))
    with pytest.raises(exceptions.InvalidArgument):
        raw.call("batch_write", database=raw.database, writes=[taken, taken])


def test_hundreds_of_writes_go_through_at_once(client):
    batch = client.batch()
    for number in range(600):
        batch.set(client.document(f"many/{number}"), {"n": number})
    assert len(batch.commit()) == 600


def test_databases_and_projects_know_nothing_of_each_other(client, raw):
    client.document("sessions/one").set({"n": 1})
    named = f"projects/{client.project}/databases/other"
    found = raw.call("batch_get_documents", database=named, documents=[f"{named}/documents/sessions/one"])
    assert [answer.missing for answer in found] == [f"{named}/documents/sessions/one"]
