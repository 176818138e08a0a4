"""A structured query that has been read: where it looks, what it lets through, in which order, how much of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import grpc
from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.field_paths import NAME, FieldPath, parse
from infra.local.stand_ins.firestore.filters import EVERYTHING, Condition, read_filter
from infra.local.stand_ins.firestore.names import DocumentPath, check_collection_id, parse_parent
from infra.local.stand_ins.firestore.snapshot import Snapshot
from infra.local.stand_ins.firestore.sorting import Cursor, Order, between, in_order, read_cursor, read_orders
from infra.local.stand_ins.tasks.rpc import Refused, invalid


@dataclass(frozen=True)
class Query:
    """What to find."""

    parent: DocumentPath
    collection_id: str
    """Empty for all collections."""
    all_descendants: bool
    condition: Condition
    orders: Sequence[Order]
    start: Cursor | None
    end: Cursor | None
    offset: int
    limit: int | None
    fields: Sequence[FieldPath] | None
    """What is shown of each document; None for all of it."""

    def run(self, reader: Snapshot) -> list[types.Document]:
        """Return the documents that it finds, whole and in order."""
        look = reader.group if self.all_descendants else reader.collection
        found = filter(self.condition.lets_through, look(self.parent, self.collection_id))
        cut = between(in_order(found, self.orders), self.orders, start=self.start, end=self.end)
        return cut[self.offset :][: self.limit]


def read_query(parent: str, asked: types.StructuredQuery) -> Query:
    """Return the query, or refuse it as Firestore does."""
    root, (collection_id, all_descendants) = parse_parent(parent), _source(asked)
    condition = read_filter(asked.where) if asked.HasField("where") else EVERYTHING
    orders = read_orders(asked.order_by, condition)
    if not collection_id or (all_descendants and root.path):
        _check_by_name_alone(orders, condition)
    cursors = {
        side: read_cursor(getattr(asked, side), orders, named=len(asked.order_by)) if asked.HasField(side) else None
        for side in ("start_at", "end_at")
    }
    return Query(
        parent=root,
        collection_id=collection_id,
        all_descendants=all_descendants,
        condition=condition,
        orders=orders,
        start=cursors["start_at"],
        end=cursors["end_at"],
        offset=_at_least_zero(asked.offset, "offset"),
        limit=_at_least_zero(asked.limit.value, "limit") if asked.HasField("limit") else None,
        fields=_selected(asked),
    )


def _source(asked: types.StructuredQuery) -> tuple[str, bool]:
    """Return the id of the collection, and whether those of all descendants count."""
    if asked.HasField("find_nearest"):
        raise Refused(grpc.StatusCode.UNIMPLEMENTED, "Vector search is not served here.")
    selectors = asked.from_
    if len(selectors) > 1:
        raise invalid("StructuredQuery.from cannot have more than one collection selector.")
    for selector in selectors:
        if selector.collection_id:
            check_collection_id(selector.collection_id)
        return selector.collection_id, selector.all_descendants
    return "", False


def _check_by_name_alone(orders: Sequence[Order], condition: Condition) -> None:
    """Refuse what needs an index: there are none over all collections, nor over groups below one document."""
    if list(orders) != [Order(NAME)] or not condition.paths <= {NAME}:
        raise invalid("Without a collection, or in a group that is not the root's, only names are filters and orders.")


def _at_least_zero(number: int, name: str) -> int:
    if number < 0:
        raise invalid(f"{name} is negative")
    return number


def _selected(asked: types.StructuredQuery) -> Sequence[FieldPath] | None:
    if not asked.HasField("select"):
        return None
    paths = [parse(field.field_path) for field in asked.select.fields]
    return [path for path in paths if path != NAME]
