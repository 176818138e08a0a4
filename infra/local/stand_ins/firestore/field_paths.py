"""Paths into a document's fields, like a.`b c`.d, and what is read and written along them."""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.names import RESERVED
from infra.local.stand_ins.tasks.rpc import invalid

FieldPath = tuple[str, ...]
Fields = MutableMapping[str, types.Value]

NAME: FieldPath = ("__name__",)
"""Stands for the document's own name."""

_SEGMENT = r"[a-zA-Z_][a-zA-Z_0-9]*|`(?:[^`\\]|\\.)+`"
_PATH = re.compile(rf"(?:{_SEGMENT})(?:\.(?:{_SEGMENT}))*", re.DOTALL)


def parse(text: str) -> FieldPath:
    """Return the segments of a path, or refuse it."""
    if not _PATH.fullmatch(text):
        raise invalid(f'Invalid property path "{text}": its segments are names, or anything in backticks.')
    return tuple(_unquoted(segment) for segment in re.findall(_SEGMENT, text, re.DOTALL))


def parse_unreserved(text: str) -> FieldPath:
    """Return the segments of a path that may be asked for; the document's own name may."""
    path = parse(text)
    if path != NAME and any(RESERVED.fullmatch(segment) for segment in path):
        raise invalid(f"Invalid reserved name in field path {text}")
    return path


def find(fields: Fields, path: FieldPath) -> types.Value | None:
    """Return the value at a path, or None."""
    *parents, last = path
    for name in parents:
        if name not in fields or not fields[name].HasField("map_value"):
            return None
        fields = fields[name].map_value.fields
    return fields.get(last)


def put(fields: Fields, path: FieldPath, value: types.Value) -> None:
    """Set the value at a path; what is in the way of its maps is replaced."""
    *parents, last = path
    for name in parents:
        if not fields[name].HasField("map_value"):
            fields[name].map_value.SetInParent()
        fields = fields[name].map_value.fields
    fields[last].CopyFrom(value)


def drop(fields: Fields, path: FieldPath) -> None:
    """Delete the field at a path, if it is there."""
    *parents, last = path
    for name in parents:
        if name not in fields or not fields[name].HasField("map_value"):
            return
        fields = fields[name].map_value.fields
    fields.pop(last, None)


def read_mask(request: Any) -> Sequence[FieldPath] | None:  # noqa: ANN401 -- any request that has a mask
    """Return the fields that a request wants to see, or None for all of them."""
    if not request.HasField("mask"):
        return None
    return [path for path in map(parse, request.mask.field_paths) if path != NAME]


def only(document: types.Document, paths: Sequence[FieldPath] | None) -> types.Document:
    """Return the document with these fields alone, or as it is for None."""
    if paths is None:
        return document
    bare = messages.Document()
    bare.CopyFrom(document)
    bare.ClearField("fields")
    for path in paths:
        if (value := find(document.fields, path)) is not None:
            put(bare.fields, path, value)
    return bare


def _unquoted(segment: str) -> str:
    return re.sub(r"\\(.)", r"\1", segment[1:-1], flags=re.DOTALL) if segment.startswith("`") else segment
