"""A receipt as a PDF: one page US Letter on a light ground, quiet, the same bytes for the same receipt."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import ReceiptWriter
from shared_lib.bookings.receipt import Receipt
from shared_lib.kernel.adapters.pdf_type import MONO, SANS, draw_text, shortened, text_width, written
from shared_lib.kernel.formatting import say_date, say_time, say_zone
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa
from shared_lib.payments.payment import RefundReason

TEXT, QUIET, GOLD, HAIRLINE = "#1b1a18", "#635e56", "#7d5f26", "#ddd8ce"
"""The light twin of the house's tokens."""
WIDTH, HEIGHT = 612.0, 792.0
"""US Letter, in points."""
LEFT, RIGHT = 72.0, WIDTH - 72.0
TOP, BOTTOM = HEIGHT - 64.0, 64.0
TRACKING = 2.4
"""Points between the letters of the spa's name."""
LARGEST_ROW = 22.0

VISITS = {Status.CANCELLED: "Cancelled visit", Status.NO_SHOW: "Missed visit", Status.EXPIRED: "Not booked"}
KEPT = {
    Status.CONFIRMED: "Kept for changes",
    Status.COMPLETED: "Kept for changes",
    Status.CANCELLED: "Kept for the cancellation",
    Status.NO_SHOW: "Kept for the missed visit",
}
REASONS = {
    RefundReason.PLACE_TAKEN: "the time was taken",
    RefundReason.CANCELLED: "cancelled",
    RefundReason.PAID_TWICE: "paid twice",
    RefundReason.PRICE_DIFFERENCE: "difference in price",
    RefundReason.GUEST_LEFT: "one guest less",
    RefundReason.NO_SHOW: "missed visit",
}

Row = tuple[str, str, str] | None
"""Words, cents in words, and the colour of both; None is a hairline."""


class ReceiptPdf(ReceiptWriter):
    """Writes receipts of one spa, its address and clock on them."""

    def __init__(self, spa: Spa) -> None:
        self._spa = spa

    @override
    def write(self, receipt: Receipt) -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang="en")
        canvas.setTitle(f"Receipt {receipt.reference}")
        for name_in in (canvas.setAuthor, canvas.setCreator, canvas.setProducer):
            name_in(self._spa.name)
        canvas.setSubject("")
        below = _draw_facts(canvas, self._facts(receipt), _draw_head(canvas, self._spa, receipt))
        _draw_rows(canvas, tuple(self._rows(receipt)), below)
        _draw_foot(canvas, self._spa)
        canvas.save()
        return file.getvalue()

    def _facts(self, receipt: Receipt) -> Iterator[tuple[str, str]]:
        """Yield what stands above the sum: who, when it was sold, and the visit."""
        spa = self._spa
        if guest := written(receipt.guest):
            yield "Guest", guest
        yield "Date of sale", say_date(receipt.sold_at, spa)
        hours = f"{say_time(receipt.starts_at, spa)} to {say_time(receipt.ends_at, spa)} {say_zone(spa)}"
        yield VISITS.get(receipt.status, "Visit"), f"{say_date(receipt.starts_at, spa)}, {hours}"

    def _rows(self, receipt: Receipt) -> Iterator[Row]:
        for line in receipt.lines:
            count = f"{line.count} \N{MULTIPLICATION SIGN} " if line.count > 1 else ""
            minutes = f", {line.minutes} minutes" if line.minutes else ""
            yield f"{count}{written(line.name)}{minutes}", say_cents(line.cents), TEXT
        yield None
        yield "Subtotal", say_cents(receipt.net_cents), QUIET
        yield "Sales tax", say_cents(receipt.tax_cents), QUIET
        is_all = receipt.takes_place and not receipt.balance_cents
        yield "Total", say_cents(receipt.total_cents), GOLD if is_all else TEXT
        yield None
        yield from self._movements(receipt)

    def _movements(self, receipt: Receipt) -> Iterator[Row]:
        """Yield what came in, what went back, what was kept and what is still to be paid."""
        for paid in receipt.paid:
            yield f"Paid by card, {say_date(paid.at, self._spa)}", say_cents(paid.cents), TEXT
        for back in receipt.refunded:
            word = "Returned" if back.sent else "On its way back"
            yield f"{word}, {say_date(back.at, self._spa)}, {REASONS[back.reason]}", say_cents(-back.cents), TEXT
        if receipt.kept_cents or not receipt.takes_place:
            with_tax = ", sales tax included" if receipt.tax_cents else ""
            colour = TEXT if receipt.takes_place else GOLD
            yield f"{KEPT.get(receipt.status, 'Kept')}{with_tax}", say_cents(receipt.kept_cents), colour
        if receipt.balance_cents:
            yield "Still to be paid at the front desk", say_cents(receipt.balance_cents), GOLD


def _draw_head(canvas: Canvas, spa: Spa, receipt: Receipt) -> float:
    """Draw the spa's name, the title and the reference; return where the next line may stand."""
    canvas.setFillColor(HexColor(TEXT))
    draw_text(canvas, LEFT, TOP, written(spa.name).upper(), size=11, tracking=TRACKING)
    draw_text(canvas, LEFT, TOP - 84, "Receipt", size=28)
    canvas.setFillColor(HexColor(QUIET))
    width = text_width(receipt.reference, size=10, font=MONO)
    draw_text(canvas, RIGHT - width, TOP - 84, receipt.reference, size=10, font=MONO)
    return TOP - 124


def _draw_facts(canvas: Canvas, facts: Iterator[tuple[str, str]], y: float) -> float:
    for label, words in facts:
        canvas.setFillColor(HexColor(QUIET))
        draw_text(canvas, LEFT, y, label, size=10)
        canvas.setFillColor(HexColor(TEXT))
        beside = LEFT + 108
        draw_text(canvas, beside, y, shortened(words, width=RIGHT - beside, size=10), size=10)
        y -= 18
    return y - 22


def _draw_rows(canvas: Canvas, rows: Sequence[Row], y: float) -> None:
    """Draw the sum between two points, its rows closer where there are many: it stays one page."""
    height = min(LARGEST_ROW, (y - BOTTOM - 40) / len(rows))
    size = min(10.5, height * 0.62)
    _hairline(canvas, y + height * 0.8)
    for row in rows:
        if row is None:
            _hairline(canvas, y + height * 0.3)
        else:
            _draw_row(canvas, row, y, size)
        y -= height


def _draw_row(canvas: Canvas, row: tuple[str, str, str], y: float, size: float) -> None:
    words, cents, colour = row
    canvas.setFillColor(HexColor(colour))
    width = text_width(cents, size=size, font=MONO)
    draw_text(canvas, LEFT, y, shortened(words, width=RIGHT - LEFT - width - 24, size=size), size=size)
    draw_text(canvas, RIGHT - width, y, cents, size=size, font=MONO)


def _draw_foot(canvas: Canvas, spa: Spa) -> None:
    _hairline(canvas, BOTTOM)
    canvas.setFillColor(HexColor(QUIET))
    words = " · ".join(filter(None, (spa.name, spa.address, spa.phone, spa.website.removeprefix("https://"))))
    draw_text(canvas, LEFT, BOTTOM - 18, shortened(written(words), width=RIGHT - LEFT, size=8.5), size=8.5, font=SANS)
    canvas.showPage()


def _hairline(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(HexColor(HAIRLINE))
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, y, RIGHT, y)
