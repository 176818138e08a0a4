"""The methods that read: single documents, queries, aggregations."""

from collections.abc import Iterator
from dataclasses import dataclass

import grpc
from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.aggregation import aggregate, named_aggregations, with_all_fields
from infra.local.stand_ins.firestore.field_paths import only, read_mask
from infra.local.stand_ins.firestore.names import DocumentPath, parse_database, parse_document, parse_document_of
from infra.local.stand_ins.firestore.query import Query, read_query
from infra.local.stand_ins.firestore.snapshot import Snapshot
from infra.local.stand_ins.firestore.store import DocumentStore
from infra.local.stand_ins.firestore.times import CommitTimes
from infra.local.stand_ins.firestore.transactions import Transaction, Transactions, Version, version
from infra.local.stand_ins.tasks.rpc import Refused, invalid

ReadRequest = (
    types.BatchGetDocumentsRequest
    | types.GetDocumentRequest
    | types.RunQueryRequest
    | types.RunAggregationQueryRequest
    | types.ListDocumentsRequest
)


@dataclass(frozen=True)
class View:
    """What one call reads from, and the transaction that is to remember it."""

    reader: Snapshot
    transaction: Transaction | None = None
    begun: bytes = b""
    """The id of the transaction that the call itself began."""

    def get(self, target: DocumentPath) -> types.Document | None:
        """Return a document, or None."""
        document = self.reader.get(target)
        if self.transaction:
            self.transaction.saw(target, document)
        return document

    def run(self, query: Query) -> list[types.Document]:
        """Return what a query finds."""
        if self.transaction:
            self.transaction.saw_result(lambda: _versions(query.run(self.reader)))
        return query.run(self.reader)


class Reads:
    """The methods that read documents."""

    def __init__(self, store: DocumentStore, *, transactions: Transactions, times: CommitTimes) -> None:
        self._store = store
        self._transactions = transactions
        self._times = times

    def get(self, request: types.GetDocumentRequest) -> types.Document:
        """Return one document, or refuse."""
        target, fields = parse_document(request.name), read_mask(request)
        with self._store.exclusive():
            document = self.view(request).get(target)
        if document is None:
            raise Refused(grpc.StatusCode.NOT_FOUND, f"Document ({target.name}) not found.")
        return only(document, fields)

    def batch_get(self, request: types.BatchGetDocumentsRequest) -> Iterator[types.BatchGetDocumentsResponse]:
        """Yield each document that was asked for, or that it is missing, once."""
        database = parse_database(request.database).database
        targets = [parse_document_of(name, database) for name in dict.fromkeys(request.documents)]
        fields = read_mask(request)
        with self._store.exclusive():
            view, at = self.view(request), self._times.read()
            found = [(target, view.get(target)) for target in targets]
        if view.begun:
            yield messages.BatchGetDocumentsResponse(transaction=view.begun)
        for target, document in found:
            if document is None:
                yield messages.BatchGetDocumentsResponse(missing=target.name, read_time=at)
            else:
                yield messages.BatchGetDocumentsResponse(found=only(document, fields), read_time=at)

    def run_query(self, request: types.RunQueryRequest) -> Iterator[types.RunQueryResponse]:
        """Yield what a query finds, at least one message; the last one says that it is."""
        if not request.HasField("structured_query"):
            raise invalid("only structured queries are supported")
        query = read_query(request.parent, request.structured_query)
        with self._store.exclusive():
            view, at = self.view(request), self._times.read()
            found = view.run(query)
        if view.begun:
            yield messages.RunQueryResponse(transaction=view.begun)
        for document in found[:-1]:
            yield messages.RunQueryResponse(document=only(document, query.fields), read_time=at)
        last = messages.RunQueryResponse(read_time=at, done=True)
        if found:
            last.document.CopyFrom(only(found[-1], query.fields))
        yield last

    def aggregate(self, request: types.RunAggregationQueryRequest) -> Iterator[types.RunAggregationQueryResponse]:
        """Yield the figures over what a query finds, all in one message."""
        asked = request.structured_aggregation_query
        query, wanted = read_query(request.parent, asked.structured_query), named_aggregations(asked)
        with self._store.exclusive():
            view, at = self.view(request), self._times.read()
            found = with_all_fields(wanted.values(), view.run(query))
        response = messages.RunAggregationQueryResponse(transaction=view.begun, read_time=at)
        for alias, aggregation in wanted.items():
            response.result.aggregate_fields[alias].CopyFrom(aggregate(aggregation, found))
        yield response

    def view(self, request: ReadRequest) -> View:
        """Return what a call reads from: the documents as they are, or as its transaction sees them."""
        kind = request.WhichOneof("consistency_selector")
        if kind == "read_time":
            raise Refused(grpc.StatusCode.UNIMPLEMENTED, "A read at a read_time is not served here.")
        if kind == "new_transaction":
            begun = self._transactions.begin(request.new_transaction)
            return View(begun.reader, begun, begun.id)
        if kind == "transaction":
            known = self._transactions.find(request.transaction)
            return View(known.reader, known)
        return View(self._store)


def _versions(documents: list[types.Document]) -> tuple[Version, ...]:
    return tuple(document.name.encode() + version(document) for document in documents)
