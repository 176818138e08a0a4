"""Where the documents are: one SQLite file, so that a restart forgets nothing."""

import sqlite3
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.names import DocumentPath
from infra.local.stand_ins.firestore.snapshot import Snapshot

_SCHEMA = """
create table if not exists documents (
  database text not null, path text not null, parent text not null, collection text not null, body blob not null,
  primary key (database, path));
create index if not exists documents_by_parent on documents (database, parent, collection);
create index if not exists documents_by_collection on documents (database, collection);
"""


class DocumentStore(Snapshot):
    """All documents as they are now; without a path they are gone with the store."""

    def __init__(self, path: Path | None = None) -> None:
        self._folder = None if path else tempfile.TemporaryDirectory(prefix="firestore-")
        self._path = path or Path(self._folder.name if self._folder else "") / "documents.sqlite"
        super().__init__(_connect(self._path))
        self._db.execute("pragma journal_mode=wal")
        self._db.executescript(_SCHEMA)

    def exclusive(self) -> threading.RLock:
        """Return the lock under which several steps are one."""
        return self._lock

    def write(self, changes: Mapping[DocumentPath, types.Document | None]) -> None:
        """Store these documents, delete those that are None: all or nothing."""
        with self._lock:
            self._db.execute("begin immediate")
            try:
                for target, document in changes.items():
                    self._change(target, document)
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")

    def snapshot(self) -> Snapshot:
        """Return the documents as they are now and will seem to stay; to be closed."""
        connection = _connect(self._path)
        connection.execute("begin")
        connection.execute("select 1 from documents limit 1").fetchall()
        return Snapshot(connection)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._db.execute("delete from documents")

    def close(self) -> None:
        """Let go of the file, and of the folder if it was ours alone."""
        super().close()
        if self._folder:
            self._folder.cleanup()

    def _change(self, target: DocumentPath, document: types.Document | None) -> None:
        if document is None:
            self._db.execute("delete from documents where database = ? and path = ?", (target.database, target.path))
            return
        self._db.execute(
            "insert into documents values (?, ?, ?, ?, ?)"
            " on conflict (database, path) do update set body = excluded.body",
            (target.database, target.path, target.parent, target.collection_id, document.SerializeToString()),
        )


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    connection.execute("pragma synchronous=off")
    return connection
