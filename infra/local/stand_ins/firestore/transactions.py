"""Transactions that are open: what each has read, so that its commit can tell whether somebody wrote meanwhile."""

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import grpc
from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.names import DocumentPath
from infra.local.stand_ins.firestore.snapshot import Snapshot
from infra.local.stand_ins.firestore.store import DocumentStore
from infra.local.stand_ins.tasks.rpc import Refused, invalid

IDLE = 60.0
LONGEST = 270.0
"""Seconds until an abandoned one is ended."""
_ID_BYTES = 8

Version = bytes
"""What changes when a document is written: when it was made and updated; empty where there is none."""


def version(document: types.Document | None) -> Version:
    """Return the version of a document."""
    if document is None:
        return b""
    made, updated = document.create_time.SerializeToString(), document.update_time.SerializeToString()
    return bytes(made + updated)


@dataclass
class Transaction:
    """One open transaction; `reader` is what its reads see."""

    id: bytes
    reader: Snapshot
    read_only: bool
    begun: float = field(default_factory=time.monotonic)
    used: float = field(default_factory=time.monotonic)
    seen: dict[DocumentPath, Version] = field(default_factory=dict)
    results: list[tuple[Callable[[], tuple[Version, ...]], tuple[Version, ...]]] = field(default_factory=list)

    def saw(self, target: DocumentPath, document: types.Document | None) -> None:
        """Note a document that was read, or was missing."""
        self.seen.setdefault(target, version(document))

    def saw_result(self, again: Callable[[], tuple[Version, ...]]) -> None:
        """Note what a query gave, and how to ask again."""
        self.results.append((again, again()))

    def check_unchanged(self, store: Snapshot) -> None:
        """Refuse the commit when something that was read has changed since."""
        is_same = all(version(store.get(target)) == seen for target, seen in self.seen.items())
        if not is_same or any(again() != gave for again, gave in self.results):
            raise Refused(grpc.StatusCode.ABORTED, "Too much contention on these documents. Please try again.")

    def is_over(self, now: float) -> bool:
        """Whether nobody may be expected to come back to it."""
        return now - self.used > IDLE or now - self.begun > LONGEST


class Transactions:
    """The transactions of one server, by their ids; safe between threads."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._numbers = itertools.count(1)
        self._given = 0
        self._open: dict[bytes, Transaction] = {}
        self._lock = threading.Lock()

    def begin(self, options: types.TransactionOptions) -> Transaction:
        """Open one; a read-only one sees what is there now, whatever is written later."""
        if options.read_only.HasField("read_time"):
            raise Refused(grpc.StatusCode.UNIMPLEMENTED, "A transaction at a read_time is not served here.")
        read_only = options.HasField("read_only")
        with self._lock:
            if options.read_write.retry_transaction:
                self._check_given(options.read_write.retry_transaction)
            self._given = next(self._numbers)
            reader = self._store.snapshot() if read_only else self._store
            transaction = Transaction(self._given.to_bytes(_ID_BYTES), reader, read_only)
            self._open[transaction.id] = transaction
        return transaction

    def find(self, identifier: bytes) -> Transaction:
        """Return an open one, or refuse."""
        with self._lock:
            if identifier not in self._open:
                raise invalid("Transaction is invalid or closed.")
            self._open[identifier].used = time.monotonic()
            return self._open[identifier]

    def end(self, identifier: bytes) -> None:
        """Close one; refuse an id that was never given, and do nothing for one that is closed."""
        with self._lock:
            self._check_given(identifier)
            if (transaction := self._open.pop(identifier, None)) and transaction.read_only:
                transaction.reader.close()

    def end_abandoned(self) -> None:
        """Close those that nobody comes back to."""
        now = time.monotonic()
        with self._lock:
            over = [transaction.id for transaction in self._open.values() if transaction.is_over(now)]
        for identifier in over:
            self.end(identifier)

    def end_all(self) -> None:
        """Close all."""
        with self._lock:
            known = list(self._open)
        for identifier in known:
            self.end(identifier)

    def _check_given(self, identifier: bytes) -> None:
        if len(identifier) != _ID_BYTES or not 0 < int.from_bytes(identifier) <= self._given:
            raise invalid("Invalid transaction.")
