"""The methods that list: the documents of a collection page by page, and the collections of a document."""

import base64
import binascii
import re
from collections.abc import Sequence

from google.cloud.firestore_v1 import types
from google.protobuf.message import DecodeError

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.field_paths import NAME, find, only, parse, read_mask
from infra.local.stand_ins.firestore.names import DocumentPath, check_collection_id, parse_parent
from infra.local.stand_ins.firestore.query import read_query
from infra.local.stand_ins.firestore.reads import Reads, View
from infra.local.stand_ins.firestore.store import DocumentStore
from infra.local.stand_ins.tasks.rpc import invalid

PAGE = 30
LARGEST_PAGE = 300
_ORDER = re.compile(r"\s*(?P<field>\S+?)(?:\s+(?P<direction>asc|desc))?\s*", re.IGNORECASE)


class Listings:
    """The methods that list documents and collections."""

    def __init__(self, store: DocumentStore, *, reads: Reads) -> None:
        self._store = store
        self._reads = reads

    def documents(self, request: types.ListDocumentsRequest) -> types.ListDocumentsResponse:
        """Return a page of a collection; `show_missing` shows names too that only have documents below them."""
        if request.show_missing and request.order_by:
            raise invalid("cannot specify an order when show_missing is true")
        size, fields, orders = _page_size(request, PAGE), read_mask(request), _read_orders(request.order_by)
        query = messages.StructuredQuery(
            from_=[{"collection_id": request.collection_id}], order_by=orders, limit={"value": size + 1}
        )
        if request.page_token:
            query.start_at.CopyFrom(_read_cursor(request.page_token))
        with self._store.exclusive():
            view = self._reads.view(request)
            look = _with_missing if request.show_missing and request.collection_id else _existing
            found = look(request, query, view)
        page = found[:size]
        return messages.ListDocumentsResponse(
            documents=[only(document, fields) for document in page],
            next_page_token=_cursor_token(page[-1], query) if len(found) > size else "",
        )

    def collection_ids(self, request: types.ListCollectionIdsRequest) -> types.ListCollectionIdsResponse:
        """Return a page of the ids of the collections below a document or the root."""
        size, after = _page_size(request, LARGEST_PAGE), _read_token(request.page_token).decode(errors="replace")
        parent = parse_parent(request.parent)
        known = [each for each in self._store.children(parent.database, parent.path) if each > after]
        page = known[:size]
        token = _token(page[-1].encode()) if len(known) > size else ""
        return messages.ListCollectionIdsResponse(collection_ids=page, next_page_token=token)


def _existing(
    request: types.ListDocumentsRequest, query: types.StructuredQuery, view: View
) -> Sequence[types.Document]:
    return view.run(read_query(request.parent, query))


def _with_missing(
    request: types.ListDocumentsRequest, query: types.StructuredQuery, view: View
) -> Sequence[types.Document]:
    check_collection_id(request.collection_id)
    parent = parse_parent(request.parent)
    collection = f"{parent.path}/{request.collection_id}".lstrip("/")
    ids = view.reader.children(parent.database, collection)
    targets = [DocumentPath(parent.database, f"{collection}/{each}") for each in ids]
    last = query.start_at.values[0].reference_value if query.start_at.values else ""
    page = [target for target in targets if target.name > last][: query.limit.value]
    return [view.get(target) or messages.Document(name=target.name) for target in page]


def _page_size(request: types.ListDocumentsRequest | types.ListCollectionIdsRequest, usual: int) -> int:
    if request.page_size < 0:
        raise invalid("Page size must be nonnegative.")
    return min(request.page_size or usual, LARGEST_PAGE)


def _read_orders(text: str) -> list[dict[str, object]]:
    """Return the orders in a text like "price desc, size", with the name as the last."""
    orders: list[dict[str, object]] = []
    direction = "ASCENDING"
    for part in text.split(",") if text else ():
        found = _ORDER.fullmatch(part)
        if not found:
            raise invalid(f'Invalid order by clause "{text}".')
        direction = "DESCENDING" if (found["direction"] or "").lower() == "desc" else "ASCENDING"
        orders.append(_order(found["field"], direction))
    last = _order(NAME[0], direction)
    return orders if last in orders else [*orders, last]


def _order(path: str, direction: str) -> dict[str, object]:
    return {"field": {"field_path": path}, "direction": direction}


def _cursor_token(last: types.Document, query: types.StructuredQuery) -> str:
    """Return where the next page begins: after the values that order the last document, whatever becomes of it."""
    name = messages.Value(reference_value=last.name)
    paths = [parse(order.field.field_path) for order in query.order_by]
    values = [name if path == NAME else find(last.fields, path) for path in paths]
    return _token(messages.Cursor(values=values, before=False).SerializeToString())


def _read_cursor(token: str) -> types.Cursor:
    try:
        cursor: types.Cursor = messages.Cursor.FromString(_read_token(token))
    except DecodeError:
        raise invalid("invalid page token") from None
    return cursor


def _token(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


def _read_token(token: str) -> bytes:
    try:
        return base64.b64decode(token, altchars=b"-_", validate=True)
    except binascii.Error:
        raise invalid("invalid page token") from None
