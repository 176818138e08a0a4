"""Firestore's order of values: by type first, then within it; equal keys are equal values."""

import math
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.field_paths import NAME, FieldPath, find

Key = tuple[object, ...]
"""Begins with the rank of the type; keys of one type compare with each other."""


class Rank(IntEnum):
    """The order of types."""

    NULL = 0
    BOOLEAN = 1
    NOT_A_NUMBER = 2
    NUMBER = 3
    TIMESTAMP = 4
    STRING = 5
    BYTES = 6
    REFERENCE = 7
    GEO_POINT = 8
    ARRAY = 9
    MAP = 10


_RANKS = {
    "boolean_value": Rank.BOOLEAN,
    "integer_value": Rank.NUMBER,
    "string_value": Rank.STRING,
    "bytes_value": Rank.BYTES,
}
"""Types whose own order is Python's."""


def key(value: types.Value) -> Key:
    """Return what orders and equates a value."""
    kind = value.WhichOneof("value_type")
    content = getattr(value, kind)
    if kind in _RANKS:
        return (_RANKS[kind], content)
    return _KEYS[kind](content)


def name_key(name: str) -> Key:
    """Return the key of a reference: names are ordered segment by segment."""
    return (Rank.REFERENCE, tuple(name.split("/")))


def key_at(document: types.Document, path: FieldPath) -> Key | None:
    """Return the key of a document's field or name, or None where there is no such field."""
    if path == NAME:
        return name_key(document.name)
    value = find(document.fields, path)
    return None if value is None else key(value)


def _double(number: float) -> Key:
    return (Rank.NOT_A_NUMBER,) if math.isnan(number) else (Rank.NUMBER, number)


def _map(content: types.MapValue) -> Key:
    return (Rank.MAP, tuple((name, key(content.fields[name])) for name in sorted(content.fields)))


_KEYS: dict[str, Callable[[Any], Key]] = {
    "null_value": lambda _: (Rank.NULL,),
    "double_value": _double,
    "timestamp_value": lambda at: (Rank.TIMESTAMP, at.seconds, at.nanos),
    "reference_value": name_key,
    "geo_point_value": lambda point: (Rank.GEO_POINT, point.latitude, point.longitude),
    "array_value": lambda content: (Rank.ARRAY, tuple(key(value) for value in content.values)),
    "map_value": _map,
}
