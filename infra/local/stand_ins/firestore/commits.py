"""Commits: all of their writes or none, and batches, each of whose writes stands alone."""

import secrets
import string
from collections.abc import Sequence

from google.cloud.firestore_v1 import types
from google.protobuf.empty_pb2 import Empty
from google.rpc.status_pb2 import Status

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.field_paths import only, read_mask
from infra.local.stand_ins.firestore.names import (
    DocumentPath,
    check_collection_id,
    check_document_id,
    parse_database,
    parse_document,
    parse_parent,
)
from infra.local.stand_ins.firestore.store import DocumentStore
from infra.local.stand_ins.firestore.times import CommitTimes, timestamp
from infra.local.stand_ins.firestore.transactions import Transactions
from infra.local.stand_ins.firestore.writes import apply_write, check_write
from infra.local.stand_ins.tasks.rpc import Refused, invalid

_ID_LETTERS = string.ascii_letters + string.digits
_ID_LENGTH = 20


class Commits:
    """The methods that write."""

    def __init__(self, store: DocumentStore, *, transactions: Transactions, times: CommitTimes) -> None:
        self._store = store
        self._transactions = transactions
        self._times = times

    def commit(self, request: types.CommitRequest) -> types.CommitResponse:
        """Apply all writes, or refuse; a transaction is over either way."""
        database = parse_database(request.database).database
        targets = [check_write(write, database) for write in request.writes]
        if not request.transaction:
            return self._apply(request.writes, targets)
        transaction = self._transactions.find(request.transaction)
        if transaction.read_only and targets:
            raise invalid("Cannot modify entities in a read-only transaction.")
        try:
            with self._store.exclusive():
                if not transaction.read_only:
                    transaction.check_unchanged(self._store)
                return self._apply(request.writes, targets)
        finally:
            self._transactions.end(transaction.id)

    def batch(self, request: types.BatchWriteRequest) -> types.BatchWriteResponse:
        """Apply each write by itself and say what became of it."""
        database = parse_database(request.database).database
        targets = [check_write(write, database) for write in request.writes]
        if len(set(targets)) < len(targets):
            raise invalid("the same document cannot be written more than once in a single request")
        outcomes = [self._apply_alone(write, target) for write, target in zip(request.writes, targets, strict=True)]
        return messages.BatchWriteResponse(
            write_results=[result for result, _ in outcomes], status=[status for _, status in outcomes]
        )

    def create(self, request: types.CreateDocumentRequest) -> types.Document:
        """Make a document that is not there yet, under an id of ours if the caller names none."""
        parent, document_id = parse_parent(request.parent), request.document_id or _fresh_id()
        check_collection_id(request.collection_id)
        check_document_id(document_id)
        if request.document.name:
            raise invalid("document.name must not be set")
        write = messages.Write(update=request.document, current_document={"exists": False})
        write.update.name = f"{parent.name}/{request.collection_id}/{document_id}"
        return self._write_one(write, request)

    def update(self, request: types.UpdateDocumentRequest) -> types.Document:
        """Write a document, or those of its fields that the mask names."""
        write = messages.Write(update=request.document)
        if request.HasField("update_mask"):
            write.update_mask.CopyFrom(request.update_mask)
        write.current_document.CopyFrom(request.current_document)
        return self._write_one(write, request)

    def delete(self, request: types.DeleteDocumentRequest) -> Empty:
        """Delete a document, whether or not it is there."""
        write = messages.Write(delete=request.name, current_document=request.current_document)
        self._apply([write], [check_write(write, parse_document(request.name).database)])
        return Empty()

    def _write_one(
        self, write: types.Write, request: types.CreateDocumentRequest | types.UpdateDocumentRequest
    ) -> types.Document:
        target, fields = check_write(write, parse_document(write.update.name).database), read_mask(request)
        with self._store.exclusive():
            self._apply([write], [target])
            document: types.Document = self._store.get(target) or messages.Document()
        return only(document, fields)

    def _apply_alone(self, write: types.Write, target: DocumentPath) -> tuple[types.WriteResult, Status]:
        try:
            return self._apply([write], [target]).write_results[0], Status()
        except Refused as refused:
            return messages.WriteResult(), Status(code=refused.status.value[0], message=refused.why)

    def _apply(self, writes: Sequence[types.Write], targets: Sequence[DocumentPath]) -> types.CommitResponse:
        """Apply writes in their order; later ones see what earlier ones made."""
        changes: dict[DocumentPath, types.Document | None] = {}
        response = messages.CommitResponse()
        with self._store.exclusive():
            micros = self._times.next()
            for write, target in zip(writes, targets, strict=True):
                result = self._change(changes, write, target, micros=micros)
                response.write_results.append(result)
            self._store.write(changes)
        response.commit_time.CopyFrom(timestamp(micros))
        return response

    def _change(
        self,
        changes: dict[DocumentPath, types.Document | None],
        write: types.Write,
        target: DocumentPath,
        *,
        micros: int,
    ) -> types.WriteResult:
        """Apply one write to what the ones before it made."""
        if target not in changes:
            changes[target], result = apply_write(write, target, self._store.get(target), micros=micros)
            return result
        try:
            changes[target], result = apply_write(write, target, changes[target], micros=micros)
        except Refused as refused:
            raise invalid(f"This write contradicts an earlier one of its request: {refused.why}") from None
        return result


def _fresh_id() -> str:
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))
