"""Where a stand-in keeps what it knows: JSON documents in one SQLite file, so that a restart forgets nothing."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Document = dict[str, Any]


class Store:
    """Documents by collection and id, in the order in which they came; safe between threads."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("pragma journal_mode=wal")
        self._db.execute("pragma synchronous=off")
        self._db.execute(
            "create table if not exists documents (n integer primary key, collection text, id text, body text,"
            " unique (collection, id))"
        )

    def put(self, collection: str, key: str, document: Document) -> Document:
        """Store a document under its id, in its old place if it was there."""
        with self._lock:
            self._db.execute(
                "insert into documents (collection, id, body) values (?, ?, ?)"
                " on conflict (collection, id) do update set body = excluded.body",
                (collection, key, json.dumps(document)),
            )
        return document

    def get(self, collection: str, key: str) -> Document | None:
        """Return a copy of the document, or None."""
        with self._lock:
            row = self._db.execute("select body from documents where collection = ? and id = ?", (collection, key))
            found = row.fetchone()
        return json.loads(found[0]) if found else None

    def all(self, collection: str) -> list[Document]:
        """Return copies of all documents of a collection, oldest first."""
        with self._lock:
            rows = self._db.execute("select body from documents where collection = ? order by n", (collection,))
            return [json.loads(body) for (body,) in rows.fetchall()]

    def remove(self, collection: str, key: str) -> None:
        """Forget one document."""
        with self._lock:
            self._db.execute("delete from documents where collection = ? and id = ?", (collection, key))

    def collections(self) -> Iterator[str]:
        """Name the collections that hold something."""
        with self._lock:
            rows = self._db.execute("select distinct collection from documents order by collection").fetchall()
        return (name for (name,) in rows)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._db.execute("delete from documents")

    def exclusive(self) -> threading.RLock:
        """Return the lock under which several steps are one."""
        return self._lock

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()
