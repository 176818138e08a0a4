"""A member's card as a PDF of a bank card's size: dark ground, a line of gold, the number in mono."""

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from shared_lib.kernel.adapters.pdf_type import MONO, SANS, draw_text, text_width, written
from shared_lib.notifications.membership_card import MembershipCard

_WIDTH, _HEIGHT = 85.6 * mm, 53.98 * mm
"""ISO/IEC 7810 ID-1: printed without scaling, it goes where a bank card goes."""
_MARGIN = 7 * mm
_GROUND, _EDGE, _TEXT, _QUIET, _SAND, _GOLD = (
    HexColor(f"#{colour}") for colour in ("0b0b0c", "2a2a2d", "f3efe6", "a8a39a", "e6dfcf", "c9a96e")
)
_LARGEST_NAME = 13.0


def draw_card(card: MembershipCard, *, house: str, membership: str, since: str) -> bytes:
    """Return the card as a PDF; the same membership gives the same bytes."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    canvas.setTitle(f"{house}: {membership} {card.number}")
    canvas.setAuthor(house)
    _draw_ground(canvas)
    _draw_house(canvas, house, membership)
    _draw_member(canvas, card, since)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_ground(canvas: Canvas) -> None:
    """Draw light that falls on dark stone: rings that widen out of the upper right corner."""
    canvas.setFillColor(_GROUND)
    canvas.rect(0, 0, _WIDTH, _HEIGHT, stroke=0, fill=1)
    canvas.setLineWidth(0.35)
    for ring in range(1, 15):
        canvas.setStrokeColor(_GOLD, alpha=0.34 * (1 - ring / 15))
        canvas.circle(_WIDTH, _HEIGHT, ring * 4.1 * mm, stroke=1, fill=0)


def _draw_house(canvas: Canvas, house: str, membership: str) -> None:
    _write(canvas, house.upper(), _HEIGHT - _MARGIN - 8, size=9, colour=_TEXT, spacing=3.2)
    _write(canvas, membership, _HEIGHT - _MARGIN - 24, size=8, colour=_GOLD)


def _draw_member(canvas: Canvas, card: MembershipCard, since: str) -> None:
    canvas.setStrokeColor(_GOLD)
    canvas.setLineWidth(0.6)
    canvas.line(_MARGIN, _MARGIN + 44, _MARGIN + 18 * mm, _MARGIN + 44)
    if name := written(card.name):
        _write(canvas, name, _MARGIN + 25, size=_size_of(name), colour=_TEXT)
    _write(canvas, card.number, _MARGIN, font=MONO, size=8.5, colour=_SAND, spacing=0.8)
    _write(canvas, since, _MARGIN, size=7, colour=_QUIET, x=_WIDTH - _MARGIN - text_width(since, size=7))


def _write(
    canvas: Canvas,
    text: str,
    y: float,
    *,
    size: float,
    colour: HexColor,
    font: str = SANS,
    spacing: float = 0,
    x: float = _MARGIN,
) -> None:
    canvas.setFillColor(colour)
    draw_text(canvas, x, y, text, size=size, font=font, tracking=spacing)


def _size_of(name: str) -> float:
    """Return the size in points at which a name fits between the margins."""
    width = text_width(name, size=_LARGEST_NAME)
    return min(_LARGEST_NAME, _LARGEST_NAME * float(_WIDTH - 2 * _MARGIN) / width)
