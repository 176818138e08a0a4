"""The facts of the demo spa, as spa.yaml has them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def facts() -> dict[str, Any]:
    """Return the whole table."""
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "spa.yaml").read_text(encoding="utf-8"))
    return read
