"""JSON from outside, read so that nothing in it can surprise what stores it or passes it on."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from shared_lib.kernel.errors import BadInput

Named = tuple[str, object]
"""A part of what came, and the field that it stands in."""

DEEPEST = 32
"""How many lists and objects may lie in each other; the deepest that a vendor sends us has eight."""


def read_plain_json(body: bytes | str, *, any_text: bool = False) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Return what a body says; raise BadInput for what is no JSON, lies too deep, or holds text that is none.

    The error names the field that the text stands in; with `any_text` whoever reads a field looks at what is in it.
    """
    try:
        content = json.loads(body, parse_constant=None if any_text else _no_number)
    except (ValueError, RecursionError) as error:
        raise BadInput("body", "is not JSON") from error
    _check(content, any_text=any_text)
    return content


def is_plain_text(text: str) -> bool:
    """Return whether PostgreSQL, Firestore and UTF-8 can all carry a text: no NUL, no lone surrogate."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _check(content: object, *, any_text: bool) -> None:
    """Look at every level, without recursion of our own."""
    level: list[Named] = [("body", content)]
    for _ in range(DEEPEST):
        odd = [name for name, part in level if isinstance(part, str) and not is_plain_text(part)]
        if odd and not any_text:
            raise BadInput(odd[0], "holds characters that no text has")
        level = [inner for name, part in level for inner in _inside(name, part)]
        if not level:
            return
    raise BadInput("body", "is nested too deeply")


def _inside(name: str, part: object) -> Iterable[Named]:
    if isinstance(part, dict):
        named = {key: key if is_plain_text(key) else name for key in part}
        return [*((name, key) for key in part), *((named[key], value) for key, value in part.items())]
    return [(name, inner) for inner in part] if isinstance(part, list) else ()


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")
