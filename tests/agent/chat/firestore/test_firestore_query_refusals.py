"""Queries that Firestore refuses, and that Google's own emulator refuses with the same code."""

import pytest
from google.api_core import exceptions
from google.cloud.firestore_v1 import types

from tests.agent.chat.firestore.raw import field_filter, order

VISITS = [{"collection_id": "visits"}]


def all_of(*filters):
    return {"composite_filter": {"op": "AND", "filters": list(filters)}}


def any_of(*filters):
    return {"composite_filter": {"op": "OR", "filters": list(filters)}}


def equals(path, value):
    return field_filter(path, "EQUAL", value)


FILTERS = {
    "no operator": field_filter("n", "OPERATOR_UNSPECIFIED", 1),
    "no value": field_filter("n", "EQUAL", types.Value()),
    "no field": equals("", 1),
    "a path that is none": equals("a..b", 1),
    "a reserved field": equals("__n__", 1),
    "nothing at all": {},
    "neither and nor or": {"composite_filter": {"filters": [equals("n", 1)]}},
    "in nothing": field_filter("n", "IN", []),
    "in what is no list": field_filter("n", "IN", 1),
    "in more than 30": field_filter("n", "IN", list(range(31))),
    "any of nothing": field_filter("n", "ARRAY_CONTAINS_ANY", []),
    "not in nothing": field_filter("n", "NOT_IN", []),
    "not in more than 10": field_filter("n", "NOT_IN", list(range(11))),
    "more than 30 cases": any_of(*[equals("n", case) for case in range(31)]),
    "more than 30 cases by product": all_of(field_filter("n", "IN", [*range(6)]), field_filter("m", "IN", [*range(6)])),
    "two members of one array": all_of(field_filter("t", "ARRAY_CONTAINS", 1), field_filter("t", "ARRAY_CONTAINS", 2)),
    "a member and any": all_of(field_filter("t", "ARRAY_CONTAINS", 1), field_filter("u", "ARRAY_CONTAINS_ANY", [2])),
    "two negations": all_of(field_filter("n", "NOT_EQUAL", 1), field_filter("n", "NOT_EQUAL", 2)),
    "not in beside in": all_of(field_filter("n", "IN", [1]), field_filter("m", "NOT_IN", [2])),
    "not in within or": any_of(field_filter("n", "NOT_IN", [1]), equals("m", 2)),
    "a name that is no reference": equals("__name__", "a"),
    "names that are no references": field_filter("__name__", "IN", ["a"]),
    "a name that contains": field_filter("__name__", "ARRAY_CONTAINS", "a"),
}


@pytest.mark.parametrize("where", FILTERS.values(), ids=FILTERS)
def test_a_filter_that_cannot_be_is_refused(raw, where):
    with pytest.raises(exceptions.InvalidArgument):
        raw.query({"from_": VISITS, "where": where})


REST = {
    "two collections": {"from_": [*VISITS, {"collection_id": "rooms"}]},
    "a path for a collection": {"from_": [{"collection_id": "a/b/c"}]},
    "a reserved collection": {"from_": [{"collection_id": "__a__"}]},
    "a field twice": {"order_by": [order("n"), order("n", "DESCENDING")]},
    "a field after the name": {"order_by": [order("__name__"), order("n")]},
    "a range beside an order by name": {"where": field_filter("n", "GREATER_THAN", 1), "order_by": [order("__name__")]},
    "an order by a path that is none": {"order_by": [order("a..b")]},
    "an order by a reserved field": {"order_by": [order("__n__")]},
    "less than nothing": {"limit": -1},
    "before the beginning": {"offset": -1},
    "a selected path that is none": {"select": {"fields": [{"field_path": "a..b"}]}},
    "a cursor without an order": {"start_at": {"values": [{"integer_value": 1}]}},
    "a longer cursor than orders": {"order_by": [order("n")], "end_at": {"values": [{"integer_value": 1}] * 2}},
    "a cursor by a name that is none": {
        "order_by": [order("__name__")],
        "start_at": {"values": [{"string_value": "a"}]},
    },
}


@pytest.mark.parametrize("query", REST.values(), ids=REST)
def test_a_query_that_cannot_be_is_refused(raw, query):
    with pytest.raises(exceptions.InvalidArgument):
        raw.query({"from_": VISITS} | query)


def test_names_are_not_scanned_backwards(raw):
    backwards = {"from_": VISITS, "order_by": [order("__name__", "DESCENDING")]}
    with pytest.raises(exceptions.FailedPrecondition):
        raw.query(backwards)
    assert raw.query(backwards | {"where": equals("n", 1)})


@pytest.mark.parametrize("parent", ["visits", "visits/__a__"])
def test_a_query_begins_at_a_document_or_the_root(raw, parent):
    with pytest.raises(exceptions.InvalidArgument):
        raw.query({"from_": VISITS}, parent)


def test_a_group_below_one_document_is_found_by_name_alone(raw):
    raw.commit(raw.write("a/1/visits/2", {"n": 1}), raw.write("visits/3", {"n": 1}))
    group = {"from_": [{"collection_id": "visits", "all_descendants": True}]}
    assert [found.document.name for found in raw.query(group, "a/1")] == [raw.name("a/1/visits/2")]
    with pytest.raises(exceptions.InvalidArgument):
        raw.query(group | {"where": equals("n", 1)}, "a/1")
    with pytest.raises(exceptions.InvalidArgument):
        raw.query(group | {"order_by": [order("n")]}, "a/1")


def test_one_name_is_not_asked_for_beside_a_range_of_something_else(raw):
    named = equals("__name__", types.Value(reference_value=raw.name("visits/1")))
    assert raw.query({"from_": VISITS, "where": all_of(named, equals("n", 1))})
    with pytest.raises(exceptions.InvalidArgument):
        raw.query({"from_": VISITS, "where": all_of(named, field_filter("n", "GREATER_THAN", 0))})


def test_all_collections_at_once_are_found_by_name_alone(raw):
    raw.commit(raw.write("a/1", {"n": 1}), raw.write("a/1/b/2", {"n": 1}))
    everything = {"from_": [{"all_descendants": True}]}
    assert [found.document.name for found in raw.query(everything)] == [raw.name("a/1"), raw.name("a/1/b/2")]
    with pytest.raises(exceptions.InvalidArgument):
        raw.query(everything | {"where": equals("n", 1)})
    with pytest.raises(exceptions.InvalidArgument):
        raw.query(everything | {"order_by": [order("n")]})


COUNT: dict[str, object] = {"count": {}}
AGGREGATIONS = {
    "none": [],
    "one that says nothing": [{"alias": "a"}],
    "two of one name": [COUNT | {"alias": "a"}, COUNT | {"alias": "a"}],
    "a reserved name": [COUNT | {"alias": "__a__"}],
    "a path that is none": [{"sum": {"field": {"field_path": "a..b"}}}],
}


@pytest.mark.parametrize("aggregations", AGGREGATIONS.values(), ids=AGGREGATIONS)
def test_figures_that_cannot_be_are_refused(raw, aggregations):
    asked = {"structured_query": {"from_": VISITS}, "aggregations": aggregations}
    with pytest.raises(exceptions.InvalidArgument):
        list(raw.call("run_aggregation_query", parent=raw.root, structured_aggregation_query=asked))
