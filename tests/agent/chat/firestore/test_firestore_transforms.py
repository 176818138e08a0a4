"""What Firestore works out itself while it writes: times, sums, members of arrays."""

import math
from datetime import timedelta

import pytest
from google.api_core import exceptions
from google.cloud.firestore_v1 import (
    SERVER_TIMESTAMP,
    ArrayRemove,
    ArrayUnion,
    Increment,
    Maximum,
    Minimum,
    types,
)

NAN = float("nan")
MOST, LEAST = 2**63 - 1, -(2**63)


@pytest.fixture
def document(client):
    return client.document("rooms/sauna")


def kept(document):
    return document.get().get("n")


def test_the_servers_time_is_one_for_a_whole_commit_and_in_milliseconds(client, document):
    batch = client.batch()
    batch.set(document, {"at": SERVER_TIMESTAMP, "deep": {"at": SERVER_TIMESTAMP}})
    batch.set(client.document("rooms/pool"), {"at": SERVER_TIMESTAMP})
    batch.commit()
    fields = document.get().to_dict()
    assert fields["at"] == fields["deep"]["at"] == client.document("rooms/pool").get().get("at")
    assert fields["at"].nanosecond % 1_000_000 == 0
    assert timedelta(0) <= document.get().create_time - fields["at"] < timedelta(minutes=1)


def test_a_transform_leaves_the_other_fields(document):
    document.set({"n": 1, "other": {"a": 1}})
    document.update({"n": Increment(2), "other.b": ArrayUnion([1])})
    assert document.get().to_dict() == {"n": 3, "other": {"a": 1, "b": [1]}}


def test_a_transform_makes_a_document_that_is_missing(document):
    document.set({"n": Increment(2)}, merge=True)
    assert kept(document) == 2


def test_a_transform_of_a_missing_document_is_refused_where_it_must_exist(document):
    with pytest.raises(exceptions.NotFound):
        document.update({"n": Increment(2)})


NUMBERS = [
    (1, Increment(2), 3),
    (1, Increment(2.5), 3.5),
    (1.5, Increment(2), 3.5),
    ("text", Increment(2), 2),
    (None, Increment(2), 2),
    (MOST, Increment(1), MOST),
    (LEAST, Increment(-1), LEAST),
    (1, Maximum(2), 2),
    (3, Maximum(2), 3),
    (2, Maximum(2.0), 2),
    (2.0, Maximum(2), 2.0),
    ("text", Maximum(2), 2),
    (3, Minimum(2.5), 2.5),
    (1, Minimum(2), 1),
    (2, Minimum(2.0), 2),
    ([9], Minimum(2), 2),
]


@pytest.mark.parametrize(("before", "change", "after"), NUMBERS)
def test_numbers_are_added_and_compared_in_their_own_kind(document, before, change, after):
    document.set({"n": before})
    document.update({"n": change})
    assert (kept(document), type(kept(document))) == (after, type(after))


@pytest.mark.parametrize("change", [Increment(NAN), Maximum(NAN), Minimum(NAN)])
def test_what_is_no_number_wins(document, change):
    document.set({"n": 1})
    document.update({"n": change})
    assert math.isnan(kept(document))


ARRAYS = [
    ([1], ArrayUnion([1, 2, 2]), [1, 2]),
    ([1], ArrayUnion([1.0]), [1]),
    ([{"a": 1}], ArrayUnion([{"a": 1.0}, {"a": 2}]), [{"a": 1}, {"a": 2}]),
    ("text", ArrayUnion([1]), [1]),
    ([None], ArrayUnion([None]), [None]),
    ([1, 2, 1, 3, 1.0], ArrayRemove([1]), [2, 3]),
    ("text", ArrayRemove([1]), []),
    ([1], ArrayRemove([9]), [1]),
]


@pytest.mark.parametrize(("before", "change", "after"), ARRAYS)
def test_members_of_arrays_are_added_once_and_removed_wherever_they_are(document, before, change, after):
    document.set({"n": before})
    document.update({"n": change})
    assert kept(document) == after


def test_transforms_of_one_field_follow_each_other(raw):
    write = raw.write("rooms/sauna", {"n": 1})
    for by in (1, 2):
        write.update_transforms.append({"field_path": "n", "increment": {"integer_value": by}})
    results = raw.commit(write).write_results[0].transform_results
    assert [result.integer_value for result in results] == [2, 4]


def test_the_caller_is_told_what_came_of_each(raw):
    one, members = {"integer_value": 1}, {"values": [{"string_value": "a"}]}
    told = raw.transform("rooms/sauna", n={"increment": one}, tags={"append_missing_elements": members})
    assert told[0] == types.Value(integer_value=1)
    assert "null_value" in told[1]


def test_the_older_form_of_a_transform_does_the_same(raw):
    transform = {
        "document": raw.name("rooms/sauna"),
        "field_transforms": [{"field_path": "n", "increment": {"integer_value": 2}}],
    }
    raw.commit(types.Write(transform=transform))
    raw.commit(types.Write(transform=transform))
    assert raw.call("get_document", name=raw.name("rooms/sauna")).fields["n"].integer_value == 4


BAD = {
    "nothing to do": {"n": {}},
    "no time of the server's": {"n": {"set_to_server_value": 0}},
    "a sum with a text": {"n": {"increment": {"string_value": "1"}}},
    "the greater of nothing": {"n": {"maximum": {"null_value": None}}},
    "no path": {"": {"increment": {"integer_value": 1}}},
    "a path that is none": {"a..b": {"increment": {"integer_value": 1}}},
    "a reserved field": {"__n__": {"increment": {"integer_value": 1}}},
    "a field and one within it": {"m": {"increment": {"integer_value": 1}}, "m.n": {"increment": {"integer_value": 1}}},
}


@pytest.mark.parametrize("transforms", BAD.values(), ids=BAD)
def test_a_transform_that_is_none_is_refused(raw, transforms):
    with pytest.raises(exceptions.InvalidArgument):
        raw.transform("rooms/sauna", **transforms)
