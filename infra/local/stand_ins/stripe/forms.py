"""Bracketed form fields (`line_items[0][price_data][currency]=usd`) as nested mappings."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from infra.local.stand_ins.stripe.errors import RefusedError

Tree: TypeAlias = dict[str, "str | Tree"]
"""Text by name, or further fields by name."""

FIELD = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
STEP = re.compile(r"\[([^\[\]]*)\]")


def nested(fields: Iterable[tuple[str, str]]) -> Tree:
    """Return the fields as mappings of text; an array is a mapping by position, for its parameter to recognise."""
    tree: Tree = {}
    for name, value in fields:
        *path, last = steps(name)
        place = tree
        for step in path:
            place = _below(place, step, name)
        place[last or str(len(place))] = value
    return tree


def steps(name: str) -> list[str]:
    """Split `a[b][]` into `a`, `b` and an empty step."""
    match = FIELD.fullmatch(name)
    if match is None:
        raise RefusedError(f"Invalid parameter name: {name}", param=name)
    return [match[1], *STEP.findall(match[2])]


def _below(place: Tree, step: str, name: str) -> Tree:
    inner = place.setdefault(step or str(len(place)), {})
    if not isinstance(inner, dict):
        raise RefusedError(f"Invalid object: {name} is given both as text and as an object", param=name)
    return inner
