"""The house's look in a mail: one set of tokens, inlined dark, with a light twin for readers who ask for it."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import css_inline

_HERE = Path(__file__).parent
_TOKENS = _HERE.parents[2] / "web" / "assets" / "tokens.css"
_DARK, _LIGHT = ":root {", ':root[data-ground="light"] {'
_INDENTED = re.compile(r"\n\s+")
_SIDES = {"ltr": {"start": "left", "end": "right"}, "rtl": {"start": "right", "end": "left"}}
"""Word's engine knows no `start` and no `end`."""


def dressed(html: str) -> str:
    """Return the page with its styles where mail clients look for them: on the elements, the light twin in its head."""
    return _INDENTED.sub("\n", _inliner().inline(html))


@cache
def styles(direction: str) -> str:
    """Return the style sheet of all mails; colours by token, told once for dark and once more for light."""
    shape, colours = ((_HERE / "styles" / name).read_text() for name in ("shape.css", "colours.css"))
    light = _paint(colours, tokens(_LIGHT)).replace(";", " !important;")
    dark = _paint(shape, _SIDES[direction]) + "\n" + _paint(colours, tokens())
    return f"{dark}\n@media (prefers-color-scheme: light) {{\n{light}\n}}\n"


@cache
def tokens(selector: str = _DARK) -> Mapping[str, str]:
    """Return the house's colours and measures by name: for attributes, which outlive styles that a client drops."""
    block = _TOKENS.read_text().split(selector, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def _paint(sheet: str, values: Mapping[str, str]) -> str:
    """Put values in the place of names: mail clients know no variables."""
    return re.sub(r"var\(--([\w-]+)\)", lambda name: values[name[1]], sheet)
