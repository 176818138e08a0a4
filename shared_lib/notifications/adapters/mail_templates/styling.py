"""The house's look in a mail: one set of tokens, inlined dark, with a light twin for readers who ask for it."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import css_inline

_HERE = Path(__file__).parent
_TOKENS = _HERE.parents[2] / "web" / "assets" / "tokens.css"
_DARK, _LIGHT = ":root {", ':root[data-ground="light"] {'


def dressed(html: str) -> str:
    """Return the page with its styles where mail clients look for them: on the elements, the light twin in its head."""
    return _inliner().inline(html)


@cache
def styles() -> str:
    """Return the style sheet of all mails; colours by token, told once for dark and once more for light."""
    shape, colours = ((_HERE / "styles" / name).read_text() for name in ("shape.css", "colours.css"))
    tokens = _TOKENS.read_text()
    light = _paint(colours, _tokens(tokens, _LIGHT)).replace(";", " !important;")
    return f"{shape}\n{_paint(colours, _tokens(tokens, _DARK))}\n@media (prefers-color-scheme: light) {{\n{light}\n}}\n"


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def _tokens(sheet: str, selector: str) -> Mapping[str, str]:
    block = sheet.split(selector, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


def _paint(sheet: str, tokens: Mapping[str, str]) -> str:
    """Put values in the place of names: mail clients know no variables."""
    return re.sub(r"var\(--([\w-]+)\)", lambda name: tokens[name[1]], sheet)
