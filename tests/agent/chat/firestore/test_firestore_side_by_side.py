"""Our Firestore beside Google's: the same documents, then the same queries, as odd as Hypothesis makes them."""

import itertools
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from google.api_core import exceptions
from google.cloud.firestore_v1 import Client, types
from google.cloud.firestore_v1._helpers import encode_value
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.agent.chat.firestore.raw import RawFirestore, field_filter, order

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)
SCALARS = [True, -1, 0, 0.0, 1, 1.0, 0.5, "", "a", "é", b"a", NOON]
VALUES = [*SCALARS, None, float("nan"), [], [1], ["a", 1.0], {}, {"x": 1}, {"x": "a", "y": 0}]
COLLECTIONS = ["k", "k!", "k/0/k", "k/0/s", "k/1/s"]
FIELDS = ["a", "b", "m", "m.x"]
LISTS = ("IN", "NOT_IN", "ARRAY_CONTAINS_ANY")
COMPARED = ("EQUAL", "NOT_EQUAL", "LESS_THAN", "LESS_THAN_OR_EQUAL", "GREATER_THAN", "GREATER_THAN_OR_EQUAL")
MANY = 30
"""Documents in each collection."""
UNARY = ("IS_NULL", "IS_NOT_NULL", "IS_NAN", "IS_NOT_NAN")


@pytest.fixture(scope="module")
def both(embedded_firestore, google_firestore):
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        yield [_filled(host, stack, patch) for host in (embedded_firestore, google_firestore)]


def _filled(host, stack, patch):
    patch.setenv("FIRESTORE_EMULATOR_HOST", host)
    client = Client(project="demo-side-by-side")
    stack.callback(client.close)
    raw = RawFirestore(client)
    values = itertools.cycle(VALUES)
    for collection in COLLECTIONS:
        raw.commit(*(raw.write(f"{collection}/{number}", _some(values, number)) for number in range(MANY)))
    return raw


def _some(values, number):
    """Return fields of all kinds; every fifth document lacks one, every fourth has one within another."""
    kept = {name: next(values) for position, name in enumerate(("a", "b", "m")) if number % 5 != position}
    return kept | ({"m": {"x": next(values)}} if number % 4 == 0 else {})


def fields():
    return st.sampled_from(FIELDS)


def names():
    return st.builds(
        lambda collection, number: f"{collection}/{number}", st.sampled_from(COLLECTIONS), st.integers(0, 12)
    )


def comparisons():
    one = st.builds(
        field_filter, fields(), st.sampled_from([*COMPARED, "ARRAY_CONTAINS"]), st.sampled_from(VALUES[:-6])
    )
    few = st.lists(st.sampled_from(SCALARS), min_size=1, max_size=3)
    member = st.builds(field_filter, fields(), st.sampled_from(LISTS), few)
    unary = st.builds(
        lambda path, op: {"unary_filter": {"field": {"field_path": path}, "op": op}}, fields(), st.sampled_from(UNARY)
    )
    named = st.tuples(st.sampled_from(COMPARED), names())
    return one | member | unary | named


def filters():
    def combined(inner):
        parts = st.lists(inner, min_size=1, max_size=3)
        return st.builds(lambda op, some: {"op": op, "some": some}, st.sampled_from(["AND", "OR"]), parts)

    return st.recursive(comparisons(), combined, max_leaves=4)


def queries():
    collections = [
        {"collection_id": name, "all_descendants": group} for name in ("k", "k!", "s") for group in (False, True)
    ]
    orders = st.builds(order, st.sampled_from([*FIELDS, "__name__"]), st.sampled_from(["ASCENDING", "DESCENDING"]))
    cursor = st.tuples(st.sampled_from(SCALARS), names(), st.booleans())
    return st.fixed_dictionaries(
        {"from_": st.sampled_from(collections).map(lambda collection: [collection])},
        optional={
            "where": filters(),
            "order_by": st.lists(orders, max_size=3, unique_by=lambda asked: asked["field"]["field_path"]),
            "start_at": cursor,
            "end_at": cursor,
            "limit": st.integers(1, 9),
            "offset": st.integers(0, 2),
        },
    )


def in_database(query, raw):
    """Return the query with its names as references of this database."""
    asked = dict(query)
    if "where" in query:
        asked["where"] = _filter(query["where"], raw)
    for side in {"start_at", "end_at"} & set(query):
        value, path, before = query[side]
        by_name = [asked["field"]["field_path"] == "__name__" for asked in query.get("order_by", [])[:1]]
        asked[side] = {
            "values": [_reference(path, raw) if name else encode_value(value) for name in by_name],
            "before": before,
        }
    return asked


def _filter(where, raw):
    if isinstance(where, tuple):
        return field_filter("__name__", where[0], _reference(where[1], raw))
    if "some" in where:
        return {"composite_filter": {"op": where["op"], "filters": [_filter(part, raw) for part in where["some"]]}}
    return where


def _reference(path, raw):
    return types.Value(reference_value=raw.name(path))


def leaves(where):
    some = () if isinstance(where, tuple) else where.get("some", ())
    return [leaf for part in some for leaf in leaves(part)] if some else [str(where)]


def outcome(query, raw):
    try:
        found = raw.query(in_database(query, raw))
    except (exceptions.InvalidArgument, exceptions.FailedPrecondition):
        return "refused"
    return [answer.document.name for answer in found if "document" in answer]


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(query=queries())
def test_every_query_finds_the_same_or_is_refused_by_both(both, query):
    """But for conditions that are said twice: of some Google's counts both, of others one."""
    said = leaves(query.get("where", {}))
    assume(len(set(said)) == len(said))
    ours, googles = (outcome(query, raw) for raw in both)
    assert ours == googles
