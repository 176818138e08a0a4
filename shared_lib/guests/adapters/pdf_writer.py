"""What a guest takes along, as a PDF: the house's look on a light ground, in the letters of all its languages."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import chain, zip_longest
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, HRFlowable, PageTemplate, Paragraph, Table
from typing_extensions import override

from shared_lib.guests.certificate import erased_lines, kept_lines
from shared_lib.guests.erasure import Erasure
from shared_lib.guests.export_guest import ExportWriter, GuestExport
from shared_lib.guests.personal_data import CURRENCY, Record
from shared_lib.kernel.adapters.pdf_type import SANS, SEMIBOLD, draw_text, paragraph, text_width
from shared_lib.kernel.formatting import say_moment, say_zone
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa

GROUND, INK, QUIET, LINE, GOLD = "#faf8f4", "#1b1a18", "#6b665e", "#ded8cc", "#8a6d3b"
"""The tokens of staff pages, with a gold that is read on a light ground."""
MARGIN = 56
WIDTH = LETTER[0] - 2 * MARGIN
LABELS, GAP = 138, 8
"""Points from the left edge of the text to the values, and between the two."""


class PdfWriter(ExportWriter):
    """Pages in the American size, numbered."""

    @override
    def write(self, export: GuestExport) -> bytes:
        lead = (
            "Everything that our systems hold of you, by the place in which it is held. The same, for machines, is in"
            f" the other file. All times are in {say_zone(export.spa)}."
        )
        at = say_moment(export.at, export.spa, now=export.at)
        sections = (_section(name, records, export.spa) for name, records in export.sections)
        return _document(export.spa, "What we know of you", [at, lead], chain.from_iterable(sections))

    def write_certificate(self, erasure: Erasure, spa: Spa) -> bytes:
        """Return the certificate of an erasure."""
        asked = say_moment(erasure.requested_at, spa, now=erasure.requested_at)
        done = say_moment(erasure.done_at, spa, now=erasure.done_at) if erasure.done_at else "not yet"
        erased = [dict(erased_lines(erasure.certificate))]
        kept = list(kept_lines(erasure.certificate))
        facts = [{"asked_for": asked, "done": done, "number": str(erasure.id)}]
        parts = (("certificate", facts), ("erased", erased), ("kept, and until when", kept))
        sections = (_section(name, records, spa) for name, records in parts)
        return _document(spa, "What was erased", [], chain.from_iterable(sections))


def _document(spa: Spa, title: str, lead: Sequence[str], story: Iterator[Flowable]) -> bytes:
    made = io.BytesIO()
    document = BaseDocTemplate(
        made, pagesize=LETTER, title=f"{spa.name}: {title}", author=spa.name, lang="en", leftMargin=MARGIN,
        rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
    )  # fmt: skip
    frame = Frame(MARGIN, MARGIN, document.width, document.height, leftPadding=0, rightPadding=0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=_ground))
    head = [_words(spa.name, "spa"), _words(title, "title"), *(_words(line, "lead") for line in lead)]
    document.build([*head, *story], canvasmaker=_NumberedCanvas)
    return made.getvalue()


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Knows how many pages there are only at the end: pages are kept, then numbered and written."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 -- reportlab's name
        """Keep a page."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages with their numbers."""
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            self.setFillColor(HexColor(QUIET))
            words = f"Page {number} of {len(self._pages)}"
            draw_text(self, LETTER[0] - MARGIN - text_width(words, size=8), MARGIN / 2, words, size=8)
            super().showPage()
        super().save()


def _ground(canvas: Canvas, _: object) -> None:
    canvas.setFillColor(HexColor(GROUND))
    canvas.rect(0, 0, *LETTER, stroke=0, fill=1)


def _section(name: str, records: Sequence[Record], spa: Spa) -> Iterator[Flowable]:
    yield _words(name[:1].upper() + name[1:], "section")
    yield HRFlowable(width="100%", thickness=0.7, color=HexColor(GOLD), spaceAfter=8)
    told = [record for record in records if any(_is_told(value) for value in record.values())]
    for number, record in enumerate(told):
        if number:
            yield HRFlowable(width="100%", thickness=0.4, color=HexColor(LINE), spaceBefore=6, spaceAfter=6)
        yield from _record(record, spa)
    if not told:
        yield _words("Nothing.", "value")


def _record(record: Record, spa: Spa) -> Iterator[Flowable]:
    """Yield one table, labels beside values; a list has a row for each, so that it may go over pages."""
    rows = [row for label, value in record.items() if _is_told(value) for row in _rows(label, value, spa)]
    yield Table(rows, colWidths=[LABELS, None], style=_CELLS, hAlign="LEFT", splitInRow=1)


def _rows(label: str, value: object, spa: Spa) -> Iterator[list[Paragraph]]:
    listed = isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value)
    values = [_line(each, spa) for each in value] if listed else [_say(value, spa)]  # type: ignore[attr-defined]
    for name, text in zip_longest([_label(label)], values, fillvalue=""):
        yield [_words(name, "label"), _words(text, "value")]


def _is_told(value: object) -> bool:
    return value is not None and value not in ("", [], (), {})


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _line(record: Record, spa: Spa) -> str:
    """Return a small record in one line: its first value, then the others with their names."""
    told = [(label, value) for label, value in record.items() if _is_told(value)]
    first, *rest = ((label, _say(value, spa)) for label, value in told)
    return " · ".join([first[1], *(f"{label.replace('_', ' ')}: {text}" for label, text in rest)])


def _say(value: object, spa: Spa) -> str:
    if isinstance(value, Mapping):
        return say_cents(value["cents"]) if value.get("currency") == CURRENCY else _line(value, spa)
    if isinstance(value, list | tuple):
        return ", ".join(_say(each, spa) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _say_moment(value, spa) if isinstance(value, date) else str(value)


def _say_moment(value: date, spa: Spa) -> str:
    """Return a moment with its year: what is read years later says which one."""
    if not isinstance(value, datetime):
        return value.strftime("%-d %B %Y")
    return spa.wall(value).strftime("%A %-d %B %Y, %-I:%M %p")


_CELLS = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
          ("RIGHTPADDING", (0, 0), (-1, -1), GAP), ("TOPPADDING", (0, 0), (-1, -1), 1),
          ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]  # fmt: skip

_STYLES: Mapping[str, Mapping[str, Any]] = {
    "spa": {"fontName": SEMIBOLD, "fontSize": 9, "textColor": GOLD, "spaceAfter": 10},
    "title": {"fontName": SEMIBOLD, "fontSize": 26, "leading": 31, "spaceAfter": 8},
    "lead": {"fontSize": 10, "leading": 15, "textColor": QUIET, "spaceAfter": 4},
    "section": {
        "fontName": SEMIBOLD,
        "fontSize": 15,
        "leading": 19,
        "spaceBefore": 22,
        "spaceAfter": 4,
        "keepWithNext": 1,
    },
    "label": {"fontSize": 9, "leading": 14, "textColor": QUIET},
    "value": {"fontSize": 10, "leading": 14},
}


@cache
def _style(name: str) -> ParagraphStyle:
    words = {"fontName": SANS, "textColor": INK} | dict(_STYLES[name])
    return ParagraphStyle(name, **words | {"textColor": HexColor(words["textColor"])})


def _words(text: str, style: str) -> Paragraph:
    return paragraph(text, _style(style), width=WIDTH - LABELS - GAP if style == "value" else WIDTH)
