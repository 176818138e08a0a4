"""JSON values held against the schemas of a discovery document."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from infra.local.stand_ins.google.errors import GoogleError, invalid, missing

Schema = Mapping[str, Any]

LISTED_IN_WORDS = re.compile(r'^- "(\w+)" - ', re.MULTILINE)
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?")
INT32 = 2**31


class Schemas:
    """The named schemas of one API; `check` raises GoogleError for a value that does not fit."""

    def __init__(self, named: Mapping[str, Schema]) -> None:
        self._named = named
        self._checks: Mapping[str, Callable[[Schema, Any, str, str], None]] = {
            "object": self._check_object,
            "array": self._check_array,
            "string": _check_string,
            "boolean": _check_boolean,
            "integer": _check_integer,
            "number": _check_number,
            "any": lambda *_: None,
        }

    def check(self, schema: Schema, value: Any, where: str, method: str = "") -> None:  # noqa: ANN401 -- any JSON
        """Refuse unknown names, wrong types, values that are not listed, and what `method` can't do without."""
        schema = self.resolved(schema)
        self._checks[schema["type"]](schema, value, where, method)

    def resolved(self, schema: Schema) -> Schema:
        """Follow a reference to the schema that it names."""
        return self._named[schema["$ref"]] if "$ref" in schema else schema

    def member(self, schema: Schema, name: str) -> Schema | None:
        """Return the schema of one member, or None where the document knows none of that name."""
        schema = self.resolved(schema)
        known: Schema | None = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
        return known

    def _check_object(self, schema: Schema, value: Any, where: str, method: str) -> None:  # noqa: ANN401
        if not isinstance(value, dict):
            raise _ill_typed(where, "object", value)
        for name, inner in schema.get("properties", {}).items():
            if name not in value and method in inner.get("annotations", {}).get("required", ()):
                raise missing(f"Missing {name} {'time' if name in {'start', 'end'} else 'value'}.")
        for name, inner_value in value.items():
            self._check_member(schema, name, inner_value, where, method)

    def _check_member(self, schema: Schema, name: str, value: Any, where: str, method: str) -> None:  # noqa: ANN401
        inner = self.member(schema, name)
        if inner is None:
            at = f" at '{where}'" if where else ""
            raise invalid(f'Invalid JSON payload received. Unknown name "{name}"{at}: Cannot find field.')
        if value is not None:  # null stands for "not there"
            self.check(inner, value, f"{where}.{name}" if where else name, method)

    def _check_array(self, schema: Schema, value: Any, where: str, method: str) -> None:  # noqa: ANN401
        if not isinstance(value, list):
            raise _ill_typed(where, "array", value)
        for n, item in enumerate(value):
            self.check(schema["items"], item, f"{where}[{n}]", method)


def _ill_typed(where: str, wanted: str, value: object) -> GoogleError:
    return invalid(f"Invalid value at '{where}' ({wanted}), {value!r}")


def _check_string(schema: Schema, value: object, where: str, _method: str) -> None:
    if not isinstance(value, str):
        raise _ill_typed(where, "string", value)
    listed = schema.get("enum") or _listed_in_words(schema)
    if listed and value not in listed:
        raise _ill_typed(where, f"one of {', '.join(listed)}", value)
    fits = FORMATS.get(schema.get("format", ""))
    if fits and not fits(value):
        raise _ill_typed(where, schema["format"], value)


def _listed_in_words(schema: Schema) -> list[str]:
    # Calendar's document has no enums in its schemas: the values stand in the prose.
    prose = schema.get("description", "")
    return LISTED_IN_WORDS.findall(prose) if "Possible values are:" in prose else []


def _check_boolean(_schema: Schema, value: object, where: str, _method: str) -> None:
    if not isinstance(value, bool):
        raise _ill_typed(where, "boolean", value)


def _check_integer(_schema: Schema, value: object, where: str, _method: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not -INT32 <= value < INT32:
        raise _ill_typed(where, "int32", value)


def _check_number(_schema: Schema, value: object, where: str, _method: str) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _ill_typed(where, "number", value)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_date_time(text: str) -> bool:
    """Tell whether the text is an RFC 3339 time, with or without an offset."""
    if not DATE_TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text.upper())
    except ValueError:
        return False
    return True


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": _is_date,
    "date-time": is_date_time,
    "google-datetime": is_date_time,
    "int64": lambda text: re.fullmatch(r"-?\d+", text) is not None,
}
