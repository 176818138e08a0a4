"""What Firestore does not store: reserved names, arrays in arrays, what lies too deep or is too long."""

from collections.abc import Callable, Iterator
from typing import Any

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore.field_paths import Fields
from infra.local.stand_ins.firestore.names import LONGEST_ID, RESERVED, parse_document
from infra.local.stand_ins.firestore.sizes import LARGEST_DOCUMENT, bytes_in
from infra.local.stand_ins.tasks.rpc import invalid

DEEPEST = 20
"""Maps and arrays within each other."""
LARGEST_VALUE = LARGEST_DOCUMENT - 89
"""Bytes."""
SECONDS = range(-62_135_596_800, 253_402_300_800)
"""The years 1 to 9999."""


def check_fields(fields: Fields) -> None:
    """Refuse fields that are never stored, and cut times to microseconds as Firestore does."""
    _check_field_names(fields)
    for value in fields.values():
        for nested, depth in _nested(value, 0):
            if depth > DEEPEST:
                raise invalid(f"A property contains more than {DEEPEST} levels of maps and arrays.")
            check_value(nested)


def check_value(value: types.Value) -> None:
    """Refuse a value by itself; of arrays and maps only what they are, not what they contain."""
    kind = value.WhichOneof("value_type")
    if kind is None:
        raise invalid("Cannot convert firestore.v1.Value with type unset.")
    if kind in _CHECKS:
        _CHECKS[kind](getattr(value, kind))


def _check_field_names(fields: Fields) -> None:
    for name in fields:
        if not name or len(name.encode()) > LONGEST_ID:
            raise invalid(f"A field's name is empty or longer than {LONGEST_ID} bytes.")
        if RESERVED.fullmatch(name):
            raise invalid(f"field name {name} is reserved")


def _nested(value: types.Value, depth: int) -> Iterator[tuple[types.Value, int]]:
    """Yield a value and all within it, each with how many maps and arrays it is or lies in."""
    inner = _children(value)
    depth += inner is not None
    yield value, depth
    for child in inner or ():
        yield from _nested(child, depth)


def _children(value: types.Value) -> list[types.Value] | None:
    kind = value.WhichOneof("value_type")
    if kind == "map_value":
        return list(value.map_value.fields.values())
    return list(value.array_value.values) if kind == "array_value" else None


def _check_text(content: str | bytes) -> None:
    if bytes_in(content) > LARGEST_VALUE:
        raise invalid(f"The value of a property is longer than {LARGEST_VALUE} bytes.")


def _check_time(at: Any) -> None:  # noqa: ANN401 -- protobuf's Timestamp has no types
    if at.seconds not in SECONDS or at.nanos not in range(10**9):
        raise invalid("Timestamp exceeds limit for field.")
    at.nanos -= at.nanos % 1000


def _check_point(point: Any) -> None:  # noqa: ANN401 -- protobuf's LatLng has no types
    if not (-90 <= point.latitude <= 90 and -180 <= point.longitude <= 180):  # noqa: PLR2004 -- degrees
        raise invalid(f"Geo point {point.latitude}, {point.longitude} outside permitted range.")


def _check_array(array: types.ArrayValue) -> None:
    if any(value.HasField("array_value") for value in array.values):
        raise invalid("Cannot convert an array value in an array value.")


def _check_map(content: types.MapValue) -> None:
    _check_field_names(content.fields)


_CHECKS: dict[str, Callable[[Any], object]] = {
    "string_value": _check_text,
    "bytes_value": _check_text,
    "timestamp_value": _check_time,
    "geo_point_value": _check_point,
    "reference_value": parse_document,
    "array_value": _check_array,
    "map_value": _check_map,
}
