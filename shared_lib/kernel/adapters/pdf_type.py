"""The house's type in PDF: our fonts embedded, with Greek, Cyrillic and Hebrew beside the Latin."""

import re
import threading
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

FONTS = Path(__file__).parent / "fonts"
SANS, SEMIBOLD, MONO = "hanken-grotesk", "hanken-grotesk-semibold", "dm-mono"
_BESIDE = ("noto-sans", "heebo")
"""What writes the letters that a font does not have; the first is Greek and Cyrillic, the second Hebrew."""
_ELLIPSIS = "…"
_MIRRORED = str.maketrans("()[]<>", ")(][><")
_FORWARD = re.compile(r"[^\W\u0590-\u05ff]+(?:[.,:/][^\W\u0590-\u05ff]+)*")
"""An hour, an amount or a Latin word that hangs on a Hebrew one: it runs from left to right there too."""
_registering = threading.Lock()


def written(text: str) -> str:
    """Return what of a text our fonts can write, on one line: letters of other scripts and pictures are left out."""
    plain = (" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(letter for letter in plain if _font_of(letter, SANS)).split())


def on_paper(line: str) -> str:
    """Return the letters of a line as they stand on paper, from left to right."""
    return _left_to_right(line, from_right=_begins_right(line))


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
    letters = bisect(range(len(text)), width, key=lambda count: text_width(text[:count] + _ELLIPSIS, size=size)) - 1
    return text[: max(letters, 0)].rstrip() + _ELLIPSIS


def paragraph(text: str, style: ParagraphStyle, *, width: float) -> Paragraph:
    """Return words as a paragraph for a column of so many points: it breaks lines that run right to left itself.

    What no font can write is an empty box: whoever reads shall see that something stood there.
    """
    _register()
    lines = (line for each in _printable(text).split("\n") for line in _lines(each, style, width))
    return Paragraph("<br/>".join(_markup(line, style.fontName) for line in lines), style)


def _printable(text: str) -> str:
    """Return a text without controls and what only joins or colours the pictures before it."""
    kept = (letter for letter in unicodedata.normalize("NFC", text) if not _is_unseen(letter))
    return "".join(kept).strip("\n")


def _is_unseen(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter != "\n" and (category.startswith("C") or (category == "Mn" and not _font_of(letter, SANS)))


def _lines(text: str, style: ParagraphStyle, width: float) -> Iterator[str]:
    """Yield a text as it stands on paper; only what runs left to right is broken by the paragraph."""
    if not _is_right_to_left(text):
        yield text
        return
    from_right = _begins_right(text)
    for line in _broken(text.split(), style, width):
        yield _left_to_right(line, from_right=from_right)


def _broken(words: Iterable[str], style: ParagraphStyle, width: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size=style.fontSize, font=style.fontName) > width:
            yield line
            longer = word
        line = longer
    yield line


def _markup(line: str, font: str) -> str:
    runs = _by_font(line, font)
    return "".join(f'<font name="{name or SANS}">{escape(run)}</font>' for name, run in runs)


def _runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield a line from left to right in runs of one font; what no font has is left out."""
    return ((name, run) for name, run in _by_font(on_paper(text), font) if name)


def _by_font(line: str, font: str) -> Iterator[tuple[str | None, str]]:
    """Yield runs of one font; it is None for what no font has."""
    for name, letters in groupby(line, key=lambda letter: _font_of(letter, font)):
        yield name, "".join(letters)


def _left_to_right(text: str, *, from_right: bool) -> str:
    """Return the letters as they stand on paper, of a line that begins at its right end or at its left."""
    runs = groupby(_ways(text.split(" "), from_right), key=lambda pair: pair[0])
    turned = [_turned(words) if backwards else words for backwards, words in _joined(runs)]
    return " ".join(turned[::-1] if from_right else turned)


def _joined(runs: Iterable[tuple[bool, Iterable[tuple[bool, str]]]]) -> Iterator[tuple[bool, str]]:
    for backwards, words in runs:
        yield backwards, " ".join(word for _, word in words)


def _ways(words: Iterable[str], from_right: bool) -> Iterator[tuple[bool, str]]:
    """Yield each word and whether it runs right to left; a number goes the way of what stands before it."""
    backwards = from_right
    for word in words:
        if any(letter.isalpha() for letter in word):
            backwards = _is_right_to_left(word)
        yield backwards, word


def _turned(words: str) -> str:
    """Return Hebrew turned round, without its points: they stand on the letter before, and nobody needs them."""
    plain = "".join(letter for letter in words if not unicodedata.combining(letter))
    return _FORWARD.sub(lambda found: found[0][::-1], plain[::-1].translate(_MIRRORED))


def _begins_right(text: str) -> bool:
    return _is_right_to_left(next((letter for letter in text if letter.isalpha()), ""))


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) == "R" for letter in text)


def _font_of(letter: str, font: str) -> str | None:
    return next((name for name in (font, SANS, *_BESIDE) if ord(letter) in _letters(name)), None)


@cache
def _letters(name: str) -> dict[int, int]:
    _register()
    face: dict[int, int] = pdfmetrics.getFont(name).face.charToGlyph
    return face


def _register() -> None:
    with _registering:
        _register_once()


@cache
def _register_once() -> None:
    for name in (SANS, SEMIBOLD, MONO, *_BESIDE):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
