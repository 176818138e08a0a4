"""The words of the chat's page as its script files hold them: a key and a value a line, tables within braces."""

import json
import re
from typing import Any

from shared_lib.web.assets import SHARED

_LINE = re.compile(r"  +(?P<key>\w+): (?P<value>.+)")


def chat_words(lang: str) -> dict[str, Any]:
    """Return what the page says in a language by its keys; a line that can't be read is an error."""
    lines = iter((SHARED / f"chat_words_{lang}.js").read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line == "export default {":
            return _table(lines)
    raise ValueError(lang)


def _table(lines: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in lines:
        if line.strip() in {"},", "};"}:
            break
        if line:
            match = _LINE.fullmatch(line)
            assert match, line
            assert match["key"] not in found, line
            found[match["key"]] = _table(lines) if match["value"] == "{" else _value(match["value"])
    return found


def _value(text: str) -> Any:
    quoted = re.sub(r"([{ ])(\w+): ", r'\1"\2": ', text) if text.startswith("{") else text
    return json.loads(quoted.removesuffix(","))
