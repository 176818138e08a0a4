"""Reads documents by name, by collection and by group from one SQLite file."""

import sqlite3
import threading
from collections.abc import Iterator

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.names import DocumentPath

AFTER_SLASH = "0"
"""The character after "/": what lies under a path is from `path/` to below `path0`."""
LAST = "\U0010ffff"
"""The last character of all."""


class Snapshot:
    """The documents as one connection sees them; safe between threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._lock = threading.RLock()

    def get(self, target: DocumentPath) -> types.Document | None:
        """Return a document, or None."""
        found = self._rows("select body from documents where database = ? and path = ?", target.database, target.path)
        return messages.Document.FromString(found[0][0]) if found else None

    def collection(self, parent: DocumentPath, collection_id: str) -> Iterator[types.Document]:
        """Yield the documents of one collection; without an id, those of all that are directly below `parent`."""
        query = "select body from documents where database = ? and parent = ?"
        asked = [parent.database, parent.path]
        if collection_id:
            query, asked = f"{query} and collection = ?", [*asked, collection_id]
        return self._documents(query, *asked)

    def group(self, parent: DocumentPath, collection_id: str) -> Iterator[types.Document]:
        """Yield what is in all collections of this id below `parent`; without an id, everything below it."""
        query, asked = "select body from documents where database = ?", [parent.database]
        if parent.path:
            query, asked = f"{query} and path > ? and path < ?", [*asked, *_under(parent.path)]
        if collection_id:
            query, asked = f"{query} and collection = ?", [*asked, collection_id]
        return self._documents(query, *asked)

    def children(self, database: str, path: str) -> list[str]:
        """Return the next segment of every name under a path, whether or not a document ends there."""
        prefix = f"{path}/" if path else ""
        at, end = prefix, f"{path}{AFTER_SLASH}" if path else LAST
        query = "select path from documents where database = ? and path >= ? and path < ? order by path limit 1"
        segments = set()
        while found := self._rows(query, database, at, end):
            name = str(found[0][0])
            child = prefix + name[len(prefix) :].partition("/")[0]
            segments.add(child[len(prefix) :])
            at = f"{child}\0" if name == child else f"{child}{AFTER_SLASH}"
        return sorted(segments)

    def all(self) -> Iterator[types.Document]:
        """Yield every document."""
        return self._documents("select body from documents order by database, path")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def _documents(self, query: str, *asked: str) -> Iterator[types.Document]:
        return (messages.Document.FromString(body) for (body,) in self._rows(query, *asked))

    def _rows(self, query: str, *asked: str) -> list[tuple[bytes]]:
        with self._lock:
            return self._db.execute(query, asked).fetchall()


def _under(path: str) -> tuple[str, str]:
    return f"{path}/", f"{path}{AFTER_SLASH}"
