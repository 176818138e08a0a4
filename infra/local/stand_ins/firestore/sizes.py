"""How large a document is, by the table in Firestore's documentation, and how large it may be."""

from collections.abc import Callable
from typing import Any

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.field_paths import Fields
from infra.local.stand_ins.firestore.names import DocumentPath
from infra.local.stand_ins.tasks.rpc import invalid

LARGEST_DOCUMENT = 1_048_576
"""Bytes."""


def check_size(target: DocumentPath, document: types.Document) -> None:
    """Refuse a document that has grown too large."""
    if _size_of_name(target.path) + _size_of_map(document.fields) + 32 > LARGEST_DOCUMENT:
        raise invalid(f"The maximum size of a document is {LARGEST_DOCUMENT} bytes.")


def bytes_in(content: str | bytes) -> int:
    """Return how long a text or a run of bytes is."""
    return len(content.encode() if isinstance(content, str) else content)


def _size_of_name(path: str) -> int:
    return sum(bytes_in(segment) + 1 for segment in path.split("/")) + 16


def _size_of_map(fields: Fields) -> int:
    return sum(bytes_in(name) + 1 + _size(value) for name, value in fields.items())


def _size(value: types.Value) -> int:
    """Return the bytes that a value counts for, by Firestore's own table."""
    kind = value.WhichOneof("value_type")
    content = getattr(value, kind)
    return _SIZES[kind](content)


_SIZES: dict[str, Callable[[Any], int]] = {
    "null_value": lambda _: 1,
    "boolean_value": lambda _: 1,
    "integer_value": lambda _: 8,
    "double_value": lambda _: 8,
    "timestamp_value": lambda _: 8,
    "geo_point_value": lambda _: 16,
    "string_value": lambda text: bytes_in(text) + 1,
    "bytes_value": len,
    "reference_value": _size_of_name,
    "array_value": lambda array: sum(map(_size, array.values)),
    "map_value": lambda content: _size_of_map(content.fields),
}
