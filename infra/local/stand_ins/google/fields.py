"""Partial answers: the `fields` parameter, such as `sheets(properties(title,sheetId)),spreadsheetId`."""

import re
from collections.abc import Mapping
from typing import Any

from infra.local.stand_ins.google.errors import GoogleError, invalid
from infra.local.stand_ins.google.schemas import Schema, Schemas

Mask = dict[str, "Mask"]

TOKEN = re.compile(r"[\w*]+|[(),./]")


def read_mask(text: str) -> Mask:
    """Parse a mask; an empty inner mask takes everything below it."""
    tokens = TOKEN.findall(text)
    if "".join(tokens) != text.replace(" ", "") or not tokens:
        raise _bad(text)
    mask = _members(tokens, text)
    if tokens:
        raise _bad(text)
    return mask


def _members(tokens: list[str], text: str) -> Mask:
    mask: Mask = {}
    while True:
        _member(mask, tokens, text)
        if tokens[:1] != [","]:
            return mask
        tokens.pop(0)


def _member(mask: Mask, tokens: list[str], text: str) -> None:
    if not tokens or not re.fullmatch(r"[\w*]+", tokens[0]):
        raise _bad(text)
    inner = mask.setdefault(tokens.pop(0), {})
    if tokens[:1] in (["."], ["/"]):
        tokens.pop(0)
        _member(inner, tokens, text)
    elif tokens[:1] == ["("]:
        tokens.pop(0)
        inner.update(_members(tokens, text))
        if not tokens or tokens.pop(0) != ")":
            raise _bad(text)


def _bad(text: str) -> GoogleError:
    return invalid(f"Invalid field selection {text}")


def select(mask: Mask, value: Any, schema: Schema, schemas: Schemas) -> Any:  # noqa: ANN401 -- any JSON
    """Return what a mask leaves of an answer; refuse names that the answer's schema does not know."""
    schema = schemas.resolved(schema)
    if not mask or "*" in mask:
        return value
    if schema["type"] == "array":
        return [select(mask, item, schema["items"], schemas) for item in value or []]
    return _selected_members(mask, value or {}, schema, schemas)


def _selected_members(mask: Mask, value: Mapping[str, Any], schema: Schema, schemas: Schemas) -> dict[str, Any]:
    kept = {}
    for name, inner_mask in mask.items():
        inner = schemas.member(schema, name)
        if inner is None:
            raise _bad(name)
        chosen = select(inner_mask, value.get(name), inner, schemas)
        if name in value:
            kept[name] = chosen
    return kept
