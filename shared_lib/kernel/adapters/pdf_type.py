"""The house's type in PDF: our fonts embedded, with Greek, Cyrillic and Hebrew beside the Latin."""

import threading
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).parent / "fonts"
SANS, MONO = "hanken-grotesk", "dm-mono"
_BESIDE = ("noto-sans", "heebo")
"""What writes the letters that a font does not have; the first is Greek and Cyrillic, the second Hebrew."""
_ELLIPSIS = "…"
_MIRRORED = str.maketrans("()[]", ")(][")
_registering = threading.Lock()


def written(text: str) -> str:
    """Return what of a text our fonts can write, on one line: letters of other scripts and pictures are left out."""
    plain = (" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(letter for letter in plain if _font_of(letter, SANS)).split())


def draw_text(
    canvas: Canvas, x: float, y: float, text: str, *, size: float, font: str = SANS, tracking: float = 0
) -> None:
    """Draw one line from its left end, in points; `tracking` is what stands between two letters more than usual."""
    for name, run in _runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, run, charSpace=tracking)
        x += pdfmetrics.stringWidth(run, name, size) + tracking * len(run)


def text_width(text: str, *, size: float, font: str = SANS) -> float:
    """Return how wide a line is, in points."""
    width: float = sum(pdfmetrics.stringWidth(run, name, size) for name, run in _runs(text, font))
    return width


def shortened(text: str, *, width: float, size: float) -> str:
    """Return a line that is no wider than so many points, its end left out where it would be."""
    if text_width(text, size=size) <= width:
        return text
    short = text
    while short and text_width(short + _ELLIPSIS, size=size) > width:
        short = short[:-1]
    return short.rstrip() + _ELLIPSIS


def _runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield a line from left to right in stretches of one font; what no font has is left out."""
    with_fonts = [(_font_of(letter, font), letter) for letter in _left_to_right(text)]
    for name, letters in groupby(with_fonts, key=lambda pair: pair[0]):
        if name:
            yield name, "".join(letter for _, letter in letters)


def _left_to_right(text: str) -> str:
    """Return the letters as they stand on paper: right-to-left words turned round, a space between two of them too."""
    words = text.split(" ")
    turned = groupby(words, key=_is_right_to_left)
    return " ".join(_turned(" ".join(run)) if backwards else " ".join(run) for backwards, run in turned)


def _turned(words: str) -> str:
    return words[::-1].translate(_MIRRORED)


def _is_right_to_left(word: str) -> bool:
    return any(unicodedata.bidirectional(letter) == "R" for letter in word)


def _font_of(letter: str, font: str) -> str | None:
    return next((name for name in (font, SANS, *_BESIDE) if ord(letter) in _letters(name)), None)


def _letters(name: str) -> dict[int, int]:
    _register()
    face: dict[int, int] = pdfmetrics.getFont(name).face.charToGlyph
    return face


def _register() -> None:
    with _registering:
        _register_once()


@cache
def _register_once() -> None:
    for name in (SANS, MONO, *_BESIDE):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
