"""Names of documents, `projects/P/databases/D/documents/<collection>/<id>/...`, and what may not be one."""

import re
from dataclasses import dataclass

from infra.local.stand_ins.tasks.rpc import invalid

DATABASE = re.compile(r"projects/[^/]+/databases/[^/]+")
NAME = re.compile(rf"({DATABASE.pattern})/documents(?:/(.+))?", re.DOTALL)
RESERVED = re.compile(r"__.+__", re.DOTALL)
NUMERIC = re.compile(r"__id-?\d+__")
"""The one reserved form that a document's id may have: it was a number in Datastore."""
LONGEST_ID = 1500
"""Bytes."""


@dataclass(frozen=True)
class DocumentPath:
    """Where a document is: its path below the database, "" for the root of all."""

    database: str
    path: str

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.database}/documents/{self.path}" if self.path else f"{self.database}/documents"

    @property
    def parent(self) -> str:
        """The path of the document that this one's collection belongs to."""
        return "/".join(self.path.split("/")[:-2])

    @property
    def collection_id(self) -> str:
        """The id of this document's collection."""
        return self.path.split("/")[-2]


def parse_database(name: str) -> DocumentPath:
    """Return the root of a database, or refuse its name."""
    if not DATABASE.fullmatch(name):
        raise invalid(f'Database name "{name}" must be formatted: projects/P/databases/D')
    return DocumentPath(name, "")


def parse_document(name: str) -> DocumentPath:
    """Return the path of a document, or refuse its name."""
    target = parse_parent(name, kind="Document name")
    if not target.path:
        raise invalid(f'Document name "{name}" lacks a collection and an id.')
    return target


def parse_parent(name: str, *, kind: str = "Document parent name") -> DocumentPath:
    """Return the path of a document or of the root, or refuse its name."""
    found = NAME.fullmatch(name)
    if not found:
        raise invalid(f'{kind} "{name}" must be formatted: projects/P/databases/D/documents/...')
    segments = (found[2] or "").split("/") if found[2] else []
    if len(segments) % 2:
        raise invalid(f'{kind} "{name}" lacks "/" at its end: it names a collection.')
    for collection_id, document_id in zip(segments[::2], segments[1::2], strict=True):
        check_collection_id(collection_id)
        check_document_id(document_id)
    return DocumentPath(found[1], found[2] or "")


def parse_document_of(name: str, database: str) -> DocumentPath:
    """Return the path of a document of this database, or refuse its name."""
    target = parse_document(name)
    if target.database != database:
        raise invalid(f"The request was for database '{database}' but was attempting to access '{target.database}'")
    return target


def check_collection_id(collection_id: str) -> None:
    """Refuse what is no id of a collection."""
    _check_id(collection_id, kind="Collection id")
    if RESERVED.fullmatch(collection_id):
        raise invalid(f'Collection id "{collection_id}" is invalid because it is reserved.')


def check_document_id(document_id: str) -> None:
    """Refuse what is no id of a document."""
    _check_id(document_id, kind="Resource id")
    if RESERVED.fullmatch(document_id) and not NUMERIC.fullmatch(document_id):
        raise invalid(f'Resource id "{document_id}" is invalid because it is reserved.')


def _check_id(identifier: str, *, kind: str) -> None:
    if identifier in ("", ".", "..") or "/" in identifier:
        raise invalid(f'{kind} "{identifier}" is invalid: it is empty, "." or "..", or contains "/".')
    if len(identifier.encode()) > LONGEST_ID:
        raise invalid(f"{kind} is longer than {LONGEST_ID} bytes.")
