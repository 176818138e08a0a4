"""What Firestore refuses, whatever its documents hold, with the code that Google's own emulator gives it."""

import grpc
import pytest
from google.api_core import exceptions
from google.cloud.firestore_v1 import types
from google.cloud.firestore_v1.services.firestore import FirestoreClient
from google.cloud.firestore_v1.services.firestore.transports import FirestoreGrpcTransport

Value = types.Value
MIB = 1_048_576

NO_DOCUMENTS = {
    "a collection": "rooms",
    "a collection of a document": "rooms/sauna/days",
    "an empty segment": "rooms//sauna",
    "an empty id": "rooms/",
    "a dot": "rooms/.",
    "two dots": "rooms/..",
    "a reserved id": "rooms/__sauna__",
    "a reserved collection": "__rooms__/sauna",
}
TOO_LONG = {
    "an id": f"rooms/{'x' * 1501}",
    "an id of many bytes": f"rooms/{'é' * 751}",
    "a collection": f"{'x' * 1501}/sauna",
}
DOCUMENTS = {
    "one underscore less at the front": "rooms/_sauna__",
    "one underscore less at the end": "rooms/__sauna_",
    "nothing between underscores": "rooms/____",
    "three dots": "rooms/...",
    "spaces, lines and accents": "rooms/the sauna\nupstairs é",
    "as long as may be": f"rooms/{'x' * 1500}",
    "deep down": "a/b/" * 20 + "c/d",
}
NO_NAMES = ["", "nope", "projects/p/databases/(default)", "projects/p/databases/(default)/docs/rooms/sauna"]


@pytest.mark.parametrize("path", NO_DOCUMENTS.values(), ids=NO_DOCUMENTS)
def test_what_is_no_name_of_a_document_is_refused_everywhere(raw, path):
    name = raw.name(path)
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(raw.write(path, {"n": 1}))
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(types.Write(delete=name))
    with pytest.raises(exceptions.InvalidArgument):
        raw.call("get_document", name=name)
    with pytest.raises(exceptions.InvalidArgument):
        list(raw.call("batch_get_documents", database=raw.database, documents=[name]))


@pytest.mark.parametrize("path", TOO_LONG.values(), ids=TOO_LONG)
def test_a_name_that_is_too_long_is_not_written(raw, path):
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(raw.write(path, {"n": 1}))


@pytest.mark.parametrize("path", DOCUMENTS.values(), ids=DOCUMENTS)
def test_names_may_be_strange(raw, path):
    raw.commit(raw.write(path, {"n": 1}))
    assert raw.call("get_document", name=raw.name(path)).name == raw.name(path)


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_that_is_not_full_is_refused(raw, name):
    with pytest.raises(exceptions.InvalidArgument):
        raw.call("get_document", name=name)
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(types.Write(update=types.Document(name=name)))


@pytest.mark.parametrize("field", ["", "__reserved__", "x" * 1501])
def test_names_of_fields_have_their_limits_at_every_depth(raw, field):
    for fields in ({field: 1}, {"map": {field: 1}}, {"list": [{field: 1}]}):
        with pytest.raises(exceptions.InvalidArgument):
            raw.commit(raw.write("v/1", fields))


@pytest.mark.parametrize("field", ["a.b", "`", "a/b", " ", "__x", "____", "x" * 1500])
def test_names_of_fields_may_be_strange(raw, field):
    raw.commit(raw.write("v/1", {field: 1}))
    assert list(raw.call("get_document", name=raw.name("v/1")).fields) == [field]


def maps(depth):
    return Value(map_value={"fields": {"m": maps(depth - 1)}}) if depth else Value(integer_value=1)


def array(*values):
    return Value(array_value={"values": values})


def number(value):
    return Value(integer_value=value)


BAD_VALUES = {
    "no type": Value(),
    "no type in an array": array(Value()),
    "an array in an array": array(array(number(1))),
    "more than 20 levels": maps(21),
    "a time before the year 1": Value(timestamp_value={"seconds": -62135596801}),
    "a time after the year 9999": Value(timestamp_value={"seconds": 253402300800}),
    "north of the pole": Value(geo_point_value={"latitude": 90.1}),
    "west of the date line": Value(geo_point_value={"longitude": -180.1}),
    "a latitude that is no number": Value(geo_point_value={"latitude": float("nan")}),
    "a reference to nothing": Value(reference_value=""),
    "a reference to a path": Value(reference_value="rooms/sauna"),
    "a text that is too long": Value(string_value="x" * (MIB - 88)),
    "bytes that are too many": Value(bytes_value=b"x" * (MIB - 88)),
}
GOOD_VALUES = {
    "20 levels": maps(20),
    "an array in a map in an array": array(Value(map_value={"fields": {"a": array(number(1))}})),
    "the first second": Value(timestamp_value={"seconds": -62135596800}),
    "the last second": Value(timestamp_value={"seconds": 253402300799}),
    "the pole at the date line": Value(geo_point_value={"latitude": 90, "longitude": 180}),
    "a long text": Value(string_value="x" * (MIB - 200)),
}


@pytest.mark.parametrize("value", BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_value_that_cannot_be_stored_is_refused(raw, value):
    with pytest.raises(exceptions.InvalidArgument):
        raw.put_value(value)


@pytest.mark.parametrize("value", GOOD_VALUES.values(), ids=GOOD_VALUES)
def test_values_at_the_limit_are_stored(raw, value):
    raw.put_value(value)
    assert raw.call("get_document", name=raw.name("v/1")).fields["v"] == value


def test_a_document_is_at_most_a_mebibyte_however_it_got_there(client):
    half, document = "x" * (MIB // 2), client.document("large/one")
    with pytest.raises(exceptions.InvalidArgument):
        document.set({"a": half, "b": half})
    document.set({"a": half})
    with pytest.raises(exceptions.InvalidArgument):
        document.update({"b": half})
    assert set(document.get().to_dict()) == {"a"}


def test_a_request_of_many_mebibytes_is_refused(client):
    batch = client.batch()
    for number_ in range(5):
        batch.set(client.document(f"large/{number_}"), {"a": "x" * 1_000_000})
    with pytest.raises(exceptions.ResourceExhausted):
        batch.commit(retry=None)


PATHS = ["", "a.", ".a", "a..b", "a b", "1a", "é", "a/b", "`a", "``"]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_is_none_is_refused(raw, path):
    mask = types.DocumentMask(field_paths=[path])
    with pytest.raises(exceptions.InvalidArgument):
        raw.commit(raw.write("v/1", {}, update_mask=mask))
    with pytest.raises(exceptions.InvalidArgument):
        raw.call("get_document", name=raw.name("v/1"), mask=mask)


def test_a_path_in_backticks_may_name_anything(raw):
    mask = types.DocumentMask(field_paths=["`a.b`", r"`c d`.`\``"])
    raw.commit(raw.write("v/1", {"a.b": 1, "c d": {"`": 2, "x": 3}}, update_mask=mask))
    fields = raw.call("get_document", name=raw.name("v/1")).fields
    assert fields["a.b"].integer_value == 1
    assert set(fields["c d"].map_value.fields) == {"`"}


def writes_that_say_too_little_or_too_much(raw):
    name, transform = raw.name("v/1"), {"field_path": "n", "increment": {"integer_value": 1}}
    mask = {"field_paths": ["n"]}
    yield types.Write()
    yield types.Write(delete=name, update_mask=mask)
    yield types.Write(delete=name, update_transforms=[transform])
    yield types.Write(transform={"document": name, "field_transforms": []})
    yield types.Write(transform={"document": name, "field_transforms": [transform]}, update_mask=mask)


def test_a_write_that_is_none_is_refused(raw):
    for write in writes_that_say_too_little_or_too_much(raw):
        with pytest.raises(exceptions.InvalidArgument):
            raw.commit(write)


@pytest.mark.parametrize("database", ["", "nope"])
def test_a_commit_names_its_database(raw, database):
    with pytest.raises(exceptions.InvalidArgument):
        raw.call("commit", database=database, writes=[raw.write("v/1", {})])


def test_a_new_document_is_named_by_collection_and_id_alone(raw):
    bare = types.Document()
    asked = {"parent": raw.root, "collection_id": "v", "document_id": "1", "document": bare}
    wrong = [
        {"document": types.Document(name=raw.name("v/1"))},
        {"document_id": "a/b"},
        {"document_id": "__a__"},
        {"document_id": ".."},
        {"collection_id": ""},
        {"collection_id": "__a__"},
        {"parent": raw.name("v")},
    ]
    for change in wrong:
        with pytest.raises(exceptions.InvalidArgument):
            raw.call("create_document", **(asked | change))


def test_a_caller_who_is_no_server_is_refused(firestore_host, raw):
    """Under our rules Google's refuses a caller without a name; ours refuses everybody but servers."""
    with grpc.insecure_channel(firestore_host) as channel:
        stranger = FirestoreClient(transport=FirestoreGrpcTransport(channel=channel))
        with pytest.raises(exceptions.PermissionDenied):
            stranger.get_document(request={"name": raw.name("sessions/one")})
        with pytest.raises(exceptions.PermissionDenied):
            stranger.commit(database=raw.database, writes=[raw.write("sessions/one", {})])
