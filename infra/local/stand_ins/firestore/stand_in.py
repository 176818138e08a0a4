"""The Firestore service: documents by gRPC, controls by HTTP."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import grpc
from google.cloud.firestore_v1 import types
from google.protobuf.empty_pb2 import Empty
from google.protobuf.json_format import MessageToDict

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.commits import Commits
from infra.local.stand_ins.firestore.listings import Listings
from infra.local.stand_ins.firestore.names import parse_database
from infra.local.stand_ins.firestore.reads import Reads
from infra.local.stand_ins.firestore.store import DocumentStore
from infra.local.stand_ins.firestore.times import CommitTimes
from infra.local.stand_ins.firestore.transactions import Transactions
from infra.local.stand_ins.tasks.rpc import Refused, Rpc, RpcStandIn
from shared_lib.kernel.clock import Clock, real_now

OWNER = ("authorization", "Bearer owner")
"""How a server's client names itself to an emulator."""
SERVERS_ONLY = (
    "Only servers are served here (authorization: Bearer owner): "
    "firestore.rules are evaluated by Google's own emulator alone."
)


class FirestoreStandIn(RpcStandIn):
    """Firestore on `host`; its documents are in one SQLite file at `path`, or gone with it where there is none.

    Time is real time. Transactions are optimistic: a commit whose reads have changed is ABORTED. TTL and the need for
    indexes are ignored, as Google's emulator does; nobody but a server is served, as security rules are not evaluated.
    """

    name = "firestore"
    service = "google.firestore.v1.Firestore"

    def __init__(self, path: Path | None = None, *, port: int = 0, clock: Clock = real_now) -> None:
        self._store = DocumentStore(path)
        self._transactions = Transactions(self._store)
        times = CommitTimes(clock)
        self._commits = Commits(self._store, transactions=self._transactions, times=times)
        self._reads = Reads(self._store, transactions=self._transactions, times=times)
        self._listings = Listings(self._store, reads=self._reads)
        super().__init__(clock=clock, port=port)

    @property
    def host(self) -> str:
        """The address for FIRESTORE_EMULATOR_HOST."""
        return self.address

    def methods(self) -> Mapping[str, Rpc]:
        """Return the methods that answer with one message."""
        calls: dict[str, tuple[Callable[[Any], Any], Any]] = {
            "GetDocument": (self._reads.get, messages.Document),
            "ListDocuments": (self._listings.documents, messages.ListDocumentsResponse),
            "ListCollectionIds": (self._listings.collection_ids, messages.ListCollectionIdsResponse),
            "CreateDocument": (self._commits.create, messages.Document),
            "UpdateDocument": (self._commits.update, messages.Document),
            "DeleteDocument": (self._commits.delete, Empty),
            "Commit": (self._commits.commit, messages.CommitResponse),
            "BatchWrite": (self._commits.batch, messages.BatchWriteResponse),
            "BeginTransaction": (self._begin, messages.BeginTransactionResponse),
            "Rollback": (self._roll_back, Empty),
        }
        return {name: _rpc(name, call, response) for name, (call, response) in calls.items()}

    def streams(self) -> Mapping[str, Rpc]:
        """Return the methods that answer with a stream."""
        calls: dict[str, tuple[Callable[[Any], Any], Any]] = {
            "BatchGetDocuments": (self._reads.batch_get, messages.BatchGetDocumentsResponse),
            "RunQuery": (self._reads.run_query, messages.RunQueryResponse),
            "RunAggregationQuery": (self._reads.aggregate, messages.RunAggregationQueryResponse),
        }
        return {name: _rpc(name, _collected(call), response) for name, (call, response) in calls.items()}

    def tick(self) -> None:
        """End transactions that nobody comes back to."""
        self._transactions.end_abandoned()

    def state(self) -> dict[str, Any]:
        """Return all documents, readable."""
        return {"documents": [MessageToDict(document) for document in self._store.all()]}

    def reset(self) -> None:
        """Forget everything and behave again."""
        super().reset()
        self._transactions.end_all()
        self._store.clear()

    def stop(self) -> None:
        """Stop serving; the documents stay in their file."""
        super().stop()
        self._transactions.end_all()
        self._store.close()

    def _begin(self, request: types.BeginTransactionRequest) -> types.BeginTransactionResponse:
        parse_database(request.database)
        transaction = self._transactions.begin(request.options)
        return messages.BeginTransactionResponse(transaction=transaction.id)

    def _roll_back(self, request: types.RollbackRequest) -> Empty:
        self._transactions.end(request.transaction)
        return Empty()

    def _handlers(self) -> grpc.GenericRpcHandler:
        made = {
            name: grpc.unary_unary_rpc_method_handler(self._served(rpc.call), rpc.read, rpc.write)
            for name, rpc in self.methods().items()
        }
        made |= {
            name: grpc.unary_stream_rpc_method_handler(self._served(rpc.call), rpc.read, rpc.write)
            for name, rpc in self.streams().items()
        }
        return grpc.method_handlers_generic_handler(self.service, made)

    def _served(self, call: Callable[[Any], Any]) -> Callable[[Any, grpc.ServicerContext], Any]:
        def serve(request: Any, context: grpc.ServicerContext) -> Any:  # noqa: ANN401 -- any message
            if OWNER not in context.invocation_metadata():
                context.abort(grpc.StatusCode.PERMISSION_DENIED, SERVERS_ONLY)
            self._wait_as_told(context)
            if self.faults.fails():
                context.abort(grpc.StatusCode.UNAVAILABLE, "The service is currently unavailable.")
            try:
                answer = call(request)
            except Refused as refused:
                context.abort(refused.status, refused.why)
            if self.faults.drops():
                context.abort(grpc.StatusCode.UNAVAILABLE, "Socket closed")
            return answer

        return serve


def _rpc(method: str, call: Callable[[Any], Any], response: Any) -> Rpc:  # noqa: ANN401 -- made at run time
    request = messages.plain(getattr(types, f"{method}Request"))
    return Rpc(call, request.FromString, response.SerializeToString)


def _collected(call: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return the call with all of its stream ready before the first message leaves: it may still be refused."""
    return lambda request: iter(list(call(request)))
