"""A member's card: of a bank card's size, the same each time, and never a row of boxes for a name."""

import base64
import dataclasses
import re
import zlib

import pytest
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from infra.local.mails.samples import CARD
from shared_lib.notifications.adapters.membership_cards import PdfCardWriter


def drawn(**changes):
    card = dataclasses.replace(CARD, **changes)
    return PdfCardWriter().write(card, house="CoreSync", membership="Premium member", since="Since 25 November 2026")


def page_of(pdf):
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return b"".join(zlib.decompress(base64.a85decode(stream.strip().removesuffix(b"~>"))) for stream in streams).decode(
        "latin-1"
    )


def written_on(pdf):
    return re.findall(r"\(((?:[^()\\]|\\.)*)\) Tj", page_of(pdf))


def test_a_card_says_whose_it_is_and_fits_where_a_bank_card_fits():
    pdf = drawn()
    assert written_on(pdf) == ["CORESYNC", "Premium member", "Daniel Example", "CS-M-000042", "Since 25 November 2026"]
    (width, height) = (float(side) for side in re.search(rb"/MediaBox \[ 0 0 (\S+) (\S+) \]", pdf).groups())
    assert (round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)) == (85.6, 54.0)
    assert drawn() == pdf


@pytest.mark.parametrize("name", ["Анна Example", "陳", ""])
def test_a_name_of_other_letters_is_left_to_the_number(name):
    assert written_on(drawn(name=name)) == ["CORESYNC", "Premium member", "CS-M-000042", "Since 25 November 2026"]


def test_a_long_name_stays_between_the_margins():
    name = "Maximiliane Hohenstein-Wackerbarth von der Lanken-Wakenitz"
    (size,) = re.findall(rf"/F1 (\S+) Tf.*\({name}\) Tj", page_of(drawn(name=name)))
    assert 2 < stringWidth(name, "Helvetica", float(size)) / mm < 85.6 - 2 * 7 + 0.1
