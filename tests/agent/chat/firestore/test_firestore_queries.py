"""Queries find the same documents in the same order in our Firestore and in Google's own emulator."""

import itertools
from datetime import UTC, datetime

import pytest
from google.cloud.firestore_v1 import And, FieldFilter, GeoPoint, Or, Query
from google.cloud.firestore_v1.field_path import FieldPath

NAN = float("nan")
VISITS = {
    "a": {"n": 1, "who": "anna", "tags": ["red", "green"], "at": {"hour": 9}},
    "b": {"n": 2, "who": "ben", "tags": ["green"], "at": {"hour": 10}},
    "c": {"n": 2, "who": "anna", "tags": []},
    "d": {"n": 3, "tags": ["blue", 1, None]},
    "e": {"who": "anna"},
}
ID = FieldPath.document_id()


def keep(client, collection, documents):
    batch = client.batch()
    for key, fields in documents.items():
        batch.set(client.document(f"{collection}/{key}"), fields)
    batch.commit()


def found(query):
    return "".join(snapshot.id for snapshot in query.stream())


@pytest.fixture
def visits(client):
    keep(client, "visits", VISITS)
    return client.collection("visits")


def test_values_are_ordered_by_kind_and_then_within_it(client):
    """Null, false, true, no number, numbers of both kinds, times, texts, bytes, references, points, arrays, maps."""
    ordered = [None, False, True, NAN, float("-inf"), -1, 0, 0.5, 1, 2**53, 2.0**53 + 2, 2**63 - 1, float("inf")]
    ordered += [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC)]
    ordered += ["", "Z", "a", "aa", "b", "é", "\uffff", "\U0001f600", b"", b"a", b"ab"]
    ordered += [client.document(path) for path in ("a/b", "a/b/c/d", "a/c", "aa/b")]
    ordered += [GeoPoint(1, -2), GeoPoint(1, 2), GeoPoint(2, 0)]
    ordered += [[], [1], [1, 2], [2], ["a"], {}, {"a": 1}, {"a": 1, "b": 1}, {"a": 2}, {"b": 0}]
    keys = [f"{number:02}" for number in range(len(ordered))]
    keep(client, "values", {key: {"v": value} for key, value in zip(keys, ordered, strict=True)})
    values = client.collection("values")
    assert [snapshot.id for snapshot in values.order_by("v").stream()] == keys
    assert [snapshot.id for snapshot in values.order_by("v", direction="DESCENDING").stream()] == keys[::-1]


FIELDS = [
    ("n", "==", 2, "bc"),
    ("n", "==", 2.0, "bc"),
    ("n", "<", 2, "a"),
    ("n", "<=", 2, "abc"),
    ("n", ">", 2, "d"),
    ("n", ">=", 2, "bcd"),
    ("n", "!=", 2, "ad"),
    ("n", ">", "a text", ""),
    ("n", "<", 9.5, "abcd"),
    ("n", "in", [1, 3, 9], "ad"),
    ("n", "not-in", [1, 9], "bcd"),
    ("n", "not-in", [1, None], ""),
    ("tags", "array_contains", "green", "ab"),
    ("tags", "array_contains", 1.0, "d"),
    ("tags", "array_contains_any", ["red", "blue"], "ad"),
    ("tags", "==", [], "c"),
    ("tags", "in", [["green"], []], "bc"),
    ("at.hour", ">", 9, "b"),
    ("at", "==", {"hour": 9.0}, "a"),
    ("none", "!=", 1, ""),
]


@pytest.mark.parametrize(("path", "op", "value", "keys"), FIELDS)
def test_a_filter_lets_through_what_it_names(visits, path, op, value, keys):
    assert found(visits.where(filter=FieldFilter(path, op, value))) == keys


def test_nothing_but_a_test_for_null_finds_null(client):
    keep(client, "odd", {"a": {"v": None}, "b": {"v": NAN}, "c": {"v": 1}, "d": {}})
    odd = client.collection("odd")
    asked = {("==", None): "a", ("!=", None): "bc", ("==", NAN): "b", ("!=", NAN): "c", ("!=", 2): "bc", ("<", 2): "c"}
    for (op, value), keys in asked.items():
        assert found(odd.where(filter=FieldFilter("v", op, value))) == keys, (op, value)
    assert found(odd.order_by("v")) == "abc"


def test_conditions_are_combined(visits):
    anna, two, many = FieldFilter("who", "==", "anna"), FieldFilter("n", "==", 2), FieldFilter("n", ">", 2)
    assert found(visits.where(filter=anna).where(filter=two)) == "c"
    assert found(visits.where(filter=Or([anna, two]))) == "abce"
    assert found(visits.where(filter=And([anna, Or([two, FieldFilter("n", "==", 1)])]))) == "ac"
    assert found(visits.where(filter=Or([anna, many]))) == "acd"


def test_what_is_compared_orders_the_result_where_nothing_else_does(visits):
    """Several ranges order by their fields' names, and leave out what lacks one of them."""
    late, named = FieldFilter("n", ">", 1), FieldFilter("who", ">", "")
    assert found(visits.where(filter=late)) == "bcd"
    assert found(visits.where(filter=late).where(filter=named)) == "cb"
    assert found(visits.where(filter=late).order_by("who")) == "cb"
    assert found(visits.where(filter=named).order_by("n", direction="DESCENDING")) == "bca"


ORDERS = [
    ([("n", "ASCENDING")], "abcd"),
    ([("n", "DESCENDING")], "dcba"),
    ([("n", "ASCENDING"), (ID, "DESCENDING")], "acbd"),
    ([("n", "DESCENDING"), (ID, "ASCENDING")], "dbca"),
    ([("who", "ASCENDING"), ("n", "DESCENDING")], "cab"),
    ([("at.hour", "DESCENDING")], "ba"),
    ([(ID, "ASCENDING")], "abcde"),
    ([("none", "ASCENDING")], ""),
]


@pytest.mark.parametrize(("orders", "keys"), ORDERS)
def test_orders_follow_each_other_and_the_name_comes_last(visits, orders, keys):
    query = visits
    for path, direction in orders:
        query = query.order_by(path, direction=direction)
    assert found(query) == keys


def test_a_result_is_cut_by_offset_and_limit(visits):
    assert found(visits.limit(2)) == "ab"
    assert found(visits.offset(1).limit(2)) == "bc"
    assert found(visits.offset(9)) == ""


CURSORS = [
    ("start_at", "bcd"),
    ("start_after", "d"),
    ("end_before", "a"),
    ("end_at", "abc"),
]


@pytest.mark.parametrize(("cut", "keys"), CURSORS)
def test_a_cursor_cuts_at_a_value(visits, cut, keys):
    assert found(getattr(visits.order_by("n"), cut)({"n": 2})) == keys


def test_a_cursor_cuts_at_a_document_among_equals(visits):
    second = visits.document("b").get()
    assert found(visits.order_by("n").start_after(second)) == "cd"
    assert found(visits.order_by("n", direction=Query.DESCENDING).start_at(second)) == "ba"
    assert found(visits.start_after(second).end_before(visits.document("e").get())) == "cd"


def test_pages_follow_each_other_without_gap_or_overlap(client):
    keep(client, "many", {f"{n:02}": {"n": n % 3} for n in range(20)})
    query, pages, last = client.collection("many").order_by("n"), [], None
    while page := (query.start_after(last) if last else query).limit(7).get():
        pages.append([snapshot.id for snapshot in page])
        last = page[-1]
    assert [len(page) for page in pages] == [7, 7, 6]
    assert list(itertools.chain(*pages)) == [snapshot.id for snapshot in query.stream()]


def test_names_are_compared_as_references(visits):
    second = visits.document("b")
    for op, keys in {"==": "b", ">": "cde", "<=": "ab", "!=": "acde"}.items():
        assert found(visits.where(filter=FieldFilter(ID, op, second))) == keys
    assert found(visits.where(filter=FieldFilter(ID, "in", [second, visits.document("a")]))) == "ab"
    assert found(visits.where(filter=FieldFilter(ID, "not-in", [second]))) == "acde"


def test_only_selected_fields_come(visits):
    assert visits.select(["n", "at.hour", "none"]).limit(1).get()[0].to_dict() == {"n": 1, "at": {"hour": 9}}
    assert visits.select([ID]).limit(1).get()[0].to_dict() == {}


def test_a_collection_is_not_its_namesake_elsewhere(client):
    for path in (
        "visits/x",
        "guests/1/visits/y",
        "guests/1/visits/y/notes/n",
        "guests/10/visits/z",
        "guests/1!/visits/w",
    ):
        client.document(path).set({"n": 1})
    assert found(client.collection("visits")) == "x"
    assert found(client.collection("guests/1/visits")) == "y"
    assert found(client.collection("guests")) == ""
    assert found(client.collection_group("visits")) == "ywzx"
    assert found(client.collection_group("visits").where(filter=FieldFilter("n", ">", 0)).order_by("n")) == "ywzx"
    assert found(client.collection_group("notes")) == "n"


def test_results_are_counted_and_added_up(visits):
    everything = visits.count(alias="all").sum("n", alias="sum").avg("n", alias="mean").get()[0]
    assert {figure.alias: figure.value for figure in everything} == {"all": 4, "sum": 8, "mean": 2.0}
    assert visits.count().get()[0][0].value == 5
    assert visits.where(filter=FieldFilter("n", "==", 2)).count().get()[0][0].value == 2
    assert visits.limit(3).count().get()[0][0].value == 3
    assert [figure.value for figure in visits.sum("tags").avg("tags").get()[0]] == [0, 0]


def test_whole_numbers_stay_whole_until_they_are_too_many(client):
    keep(client, "sums", {"a": {"v": 2**63 - 1, "w": 1}, "b": {"v": 1, "w": 0.5}, "c": {"v": "text", "w": NAN}})
    sums = client.collection("sums")
    assert sums.sum("v").get()[0][0].value == 2.0**63
    assert str(sums.sum("w").get()[0][0].value) == "nan"


def test_a_query_of_nothing_answers_with_the_time_it_read_at(raw):
    [answer] = raw.query({"from_": [{"collection_id": "none"}]})
    assert answer.read_time
    assert answer.done
    assert "document" not in answer
