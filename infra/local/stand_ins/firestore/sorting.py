"""The order of a query's result, and the cursors that cut it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import grpc
from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.field_paths import NAME, FieldPath, parse_unreserved
from infra.local.stand_ins.firestore.filters import Condition
from infra.local.stand_ins.firestore.limits import check_value
from infra.local.stand_ins.firestore.value_order import Key, key, key_at
from infra.local.stand_ins.tasks.rpc import Refused, invalid

_DESCENDING = types.StructuredQuery.Direction.DESCENDING


@dataclass(frozen=True)
class Order:
    """One field that orders a result; documents that lack it are left out."""

    path: FieldPath
    descending: bool = False


@dataclass(frozen=True)
class Cursor:
    """A target in a result, by the first of its orders: just before or just after what has these keys."""

    keys: tuple[Key, ...]
    before: bool


def read_orders(asked: Iterable[types.StructuredQuery.Order], condition: Condition) -> list[Order]:
    """Return all orders of a query: those that it names, those that its filter implies, and the document's name."""
    named = [Order(parse_unreserved(order.field.field_path), order.direction == _DESCENDING) for order in asked]
    _check_distinct(named)
    descending = named[-1].descending if named else False
    known = [order.path for order in named]
    implied = [Order(path, descending) for path in sorted(condition.ranges) if path not in (*known, NAME)]
    if NAME in known[:-1] or (NAME in known and implied):
        raise invalid("order by clause cannot contain more fields after the key")
    orders = [*named, *implied] if NAME in known else [*named, *implied, Order(NAME, descending)]
    if orders[0] == Order(NAME, descending=True) and condition.paths <= {NAME}:
        raise Refused(grpc.StatusCode.FAILED_PRECONDITION, "Firestore does not support descending key scans")
    return orders


def read_cursor(asked: types.Cursor, orders: Sequence[Order], *, named: int) -> Cursor:
    """Return a cursor over the orders that the query names, or refuse it."""
    if len(asked.values) > named:
        raise invalid("Cursor has too many values.")
    for value, order in zip(asked.values, orders, strict=False):
        check_value(value)
        if order.path == NAME and not value.HasField("reference_value"):
            raise invalid("Cursor __key__ value is not a document reference.")
    return Cursor(tuple(key(value) for value in asked.values), asked.before)


def in_order(documents: Iterable[types.Document], orders: Sequence[Order]) -> list[types.Document]:
    """Return those documents that have all the fields, sorted by them."""
    found = [(keys, document) for document in documents if (keys := _keys(document, orders))]
    for position, order in reversed(list(enumerate(orders))):
        found.sort(key=lambda pair: pair[0][position], reverse=order.descending)
    return [document for _, document in found]


def between(
    documents: Iterable[types.Document], orders: Sequence[Order], *, start: Cursor | None, end: Cursor | None
) -> list[types.Document]:
    """Return the documents from one cursor to the other."""
    return [
        document
        for document in documents
        if not (start and _is_before(document, orders, start)) and (not end or _is_before(document, orders, end))
    ]


def _is_before(document: types.Document, orders: Sequence[Order], cursor: Cursor) -> bool:
    for order, wanted in zip(orders, cursor.keys, strict=False):
        found = key_at(document, order.path)
        if found != wanted:
            return bool(found and (found < wanted) != order.descending)
    return not cursor.before


def _keys(document: types.Document, orders: Sequence[Order]) -> list[Key]:
    """Return the keys by which a document is sorted; none where a field is missing."""
    keys = [found for order in orders if (found := key_at(document, order.path)) is not None]
    return keys if len(keys) == len(orders) else []


def _check_distinct(orders: Sequence[Order]) -> None:
    paths = [order.path for order in orders]
    if len(set(paths)) < len(paths):
        raise invalid("order by clause cannot contain duplicate fields")
