"""Changes that Firestore itself works out: the time of the request, sums, the greater one, members of an array."""

import math
from collections.abc import Callable
from typing import Any

from google.cloud.firestore_v1 import types

from infra.local.stand_ins.firestore import messages
from infra.local.stand_ins.firestore.field_paths import NAME, FieldPath, Fields, find, parse_unreserved, put
from infra.local.stand_ins.firestore.limits import check_value
from infra.local.stand_ins.firestore.times import Timestamp
from infra.local.stand_ins.firestore.value_order import Key, key
from infra.local.stand_ins.tasks.rpc import invalid

FieldTransform = types.DocumentTransform.FieldTransform

NUMBERS = ("integer_value", "double_value")
INTEGERS = range(-(2**63), 2**63)


def check(transform: FieldTransform) -> FieldPath:
    """Return the path that is transformed, or refuse the transform."""
    path, kind = parse_unreserved(transform.field_path), transform.WhichOneof("transform_type")
    if path == NAME or kind is None:
        raise invalid("A field transformation needs a field and an operation.")
    if kind == "set_to_server_value" and transform.set_to_server_value != FieldTransform.ServerValue.REQUEST_TIME:
        raise invalid("ServerValue type must be specified for set_to_server_value transformation.")
    if kind in _NUMERIC and getattr(transform, kind).WhichOneof("value_type") not in NUMBERS:
        raise invalid("Input must be int64 or double.")
    if kind in _ARRAYS:
        _check_elements(getattr(transform, kind))
    return path


def check_together(transforms: list[FieldTransform]) -> None:
    """Refuse transforms of one document that get in each other's way."""
    paths = {check(transform) for transform in transforms}
    if any(path[:length] in paths for path in paths for length in range(1, len(path))):
        raise invalid("Cannot transform a property and its nested property at the same time.")


def apply(transform: FieldTransform, fields: Fields, *, at: Timestamp) -> types.Value:
    """Change one field; return what the caller is told of it. `at` is the time of the request."""
    path, kind = parse_unreserved(transform.field_path), str(transform.WhichOneof("transform_type"))
    before = find(fields, path)
    if kind in _ARRAYS:
        put(fields, path, messages.Value(array_value={"values": _ARRAYS[kind](_elements(before), transform)}))
        return messages.Value(null_value=0)
    after = messages.Value(timestamp_value=at)
    if kind in _NUMERIC:
        operand = getattr(transform, kind)
        after = _NUMERIC[kind](before, operand) if before and _is_number(before) else operand
    put(fields, path, after)
    return after


def _check_elements(array: types.ArrayValue) -> None:
    for value in array.values:
        check_value(value)
        if value.HasField("array_value"):
            raise invalid("Cannot convert an array value in an array value.")


def _is_number(value: types.Value) -> bool:
    return value.WhichOneof("value_type") in NUMBERS


def _number(value: types.Value) -> int | float:
    number: int | float = getattr(value, value.WhichOneof("value_type"))
    return number


def _increment(before: types.Value, by: types.Value) -> types.Value:
    total = _number(before) + _number(by)
    if isinstance(total, float):
        return messages.Value(double_value=total)
    return messages.Value(integer_value=max(INTEGERS[0], min(total, INTEGERS[-1])))


def _greater(before: types.Value, other: types.Value) -> types.Value:
    return _nan_among(before, other) or (other if _number(other) > _number(before) else before)


def _lesser(before: types.Value, other: types.Value) -> types.Value:
    return _nan_among(before, other) or (other if _number(other) < _number(before) else before)


def _nan_among(*values: types.Value) -> types.Value | None:
    return next((value for value in values if math.isnan(_number(value))), None)


def _elements(value: types.Value | None) -> list[types.Value]:
    return list(value.array_value.values) if value is not None and value.HasField("array_value") else []


def _appended(elements: list[types.Value], transform: FieldTransform) -> list[types.Value]:
    known: set[Key] = {key(value) for value in elements}
    for value in transform.append_missing_elements.values:
        if key(value) not in known:
            known.add(key(value))
            elements.append(value)
    return elements


def _removed(elements: list[types.Value], transform: FieldTransform) -> list[types.Value]:
    gone = {key(value) for value in transform.remove_all_from_array.values}
    return [value for value in elements if key(value) not in gone]


_NUMERIC: dict[str, Callable[[types.Value, types.Value], types.Value]] = {
    "increment": _increment,
    "maximum": _greater,
    "minimum": _lesser,
}
_ARRAYS: dict[str, Callable[[list[types.Value], Any], list[types.Value]]] = {
    "append_missing_elements": _appended,
    "remove_all_from_array": _removed,
}
