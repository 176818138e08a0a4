"""Requests held against the discovery documents that come with Google's Python client."""

import dataclasses
import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any, Self
from urllib.parse import unquote

from infra.local.stand_ins.google.errors import GoogleError, invalid, missing, not_found
from infra.local.stand_ins.google.schemas import Schema, Schemas, is_date_time

Document = Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Call:
    """One request as its document understands it: `method` is an id such as `calendar.events.insert`."""

    method: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: dict[str, Any]
    headers: Mapping[str, str]


@dataclasses.dataclass(frozen=True)
class Method:
    """One method of an API, and the paths that lead to it."""

    id: str
    verb: str
    pattern: re.Pattern[str]
    parameters: Mapping[str, Schema]
    request: Schema | None
    response: Schema | None

    @classmethod
    def read(cls, document: Document, entry: Document) -> Self:
        """Take a method out of a document, with the parameters that all methods share."""
        path = re.escape(document["servicePath"] + entry["path"])
        return cls(
            id=entry["id"],
            verb=entry["httpMethod"],
            pattern=re.compile("/" + re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+?)", path)),
            parameters={**document["parameters"], **entry.get("parameters", {})},
            request=entry.get("request"),
            response=entry.get("response"),
        )


class Discovery:
    """One API as its document describes it."""

    def __init__(self, document: Document) -> None:
        self.schemas = Schemas(document["schemas"])
        self._methods = [Method.read(document, entry) for entry in _entries(document)]

    def find(self, verb: str, path: str) -> tuple[Method, dict[str, str]]:
        """Return the method behind a path that is still percent-encoded, and what stands in the path."""
        for method in self._methods:
            match = method.pattern.fullmatch(path)
            if match and method.verb == verb:
                return method, {name: unquote(value) for name, value in match.groupdict().items()}
        raise not_found(f"The requested URL {path} was not found on this server for {verb}.")

    def check_query(self, method: Method, query: Mapping[str, list[str]]) -> dict[str, Any]:
        """Return the typed parameters of a query; refuse what the method does not know."""
        for name in method.parameters:
            if method.parameters[name].get("required") and name not in {*query, *method.pattern.groupindex}:
                raise missing(f"Required parameter: {name}")
        return {name: _typed(method.parameters.get(name), name, values) for name, values in query.items()}

    def check_body(self, method: Method, body: object) -> dict[str, Any]:
        """Return the body if it fits the schema of the method's request."""
        if method.request is None:
            if body:
                raise invalid("Invalid JSON payload received. This method takes no body.")
            return {}
        self.schemas.check(method.request, {} if body is None else body, "", method.id)
        return body if isinstance(body, dict) else {}


@functools.cache
def load(name: str) -> Discovery:
    """Read a document such as `calendar.v3` from the client library."""
    folder = resources.files("googleapiclient.discovery_cache") / "documents"
    return Discovery(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))


def _entries(resource: Document) -> Iterator[Document]:
    yield from resource.get("methods", {}).values()
    for inner in resource.get("resources", {}).values():
        yield from _entries(inner)


def _typed(parameter: Schema | None, name: str, values: list[str]) -> Any:  # noqa: ANN401 -- as the document says
    if parameter is None or parameter["location"] != "query":
        raise invalid(
            f'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter.'
            f" Field '{name}' could not be found in request message."
        )
    typed = [_value(parameter, name, value) for value in values]
    if parameter.get("repeated"):
        return typed
    if len(typed) > 1:
        raise invalid(f"Invalid value for {name}: given {len(typed)} times")
    return typed[0]


def _value(parameter: Schema, name: str, text: str) -> Any:  # noqa: ANN401 -- as the document says
    if text not in parameter.get("enum", [text]):
        raise _ill_valued(name, text)
    value = READERS.get(parameter["type"], str)(text)
    if value is None or (parameter.get("format") == "date-time" and not _has_offset(text)):
        raise _ill_valued(name, text)
    if isinstance(value, int) and not _in_bounds(parameter, value):
        raise _ill_valued(name, text)
    return value


def _ill_valued(name: str, text: str) -> GoogleError:
    return invalid(f"Invalid value for {name}: {text!r}")


def _has_offset(text: str) -> bool:
    return is_date_time(text) and re.search(r"([Zz]|[+-]\d\d:\d\d)$", text) is not None


def _in_bounds(parameter: Schema, value: int) -> bool:
    return int(parameter.get("minimum", value)) <= value <= int(parameter.get("maximum", value))


READERS: Mapping[str, Callable[[str], Any]] = {
    "boolean": lambda text: {"true": True, "false": False}.get(text.lower()),
    "integer": lambda text: int(text) if re.fullmatch(r"-?\d+", text) else None,
}
