"""A member's card: of a bank card's size, the same each time, and never a row of boxes for a name."""

import dataclasses
from io import BytesIO

import pytest
from pypdf import PdfReader

from infra.local.mails.samples import CARD
from shared_lib.kernel.adapters.pdf_type import text_width
from shared_lib.notifications.adapters.membership_cards import PdfCardWriter

NUMBER, SINCE = "CS-M-000042", "Since 25 November 2026"


def drawn(**changes):
    card = dataclasses.replace(CARD, **changes)
    return PdfCardWriter().write(card, house="CoreSync", membership="Premium member", since=SINCE)


def page_of(pdf):
    (page,) = PdfReader(BytesIO(pdf)).pages
    return page


def written_on(pdf):
    return [line for line in page_of(pdf).extract_text().splitlines() if line]


def test_a_card_says_whose_it_is_and_fits_where_a_bank_card_fits():
    pdf = drawn()
    assert written_on(pdf) == ["CORESYNC", "Premium member", "Daniel Example", NUMBER, SINCE]
    box = page_of(pdf).mediabox
    assert (round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1)) == (85.6, 54.0)
    assert drawn() == pdf


@pytest.mark.parametrize("name", ["Олександра Ґалаґан", "Ελένη", "Renée O\u2019Connor", "דניאל כהן"])
def test_a_name_stands_in_its_own_letters(name):
    on_card = "".join(written_on(drawn(name=name))[2:-2])
    assert sorted(on_card) == sorted(name)


@pytest.mark.parametrize("name", ["陳", "\U0001f338", ""])
def test_a_name_that_our_fonts_can_not_write_is_left_to_the_number(name):
    assert written_on(drawn(name=name)) == ["CORESYNC", "Premium member", NUMBER, SINCE]


def test_a_long_name_stays_between_the_margins():
    name = "Maximiliane Hohenstein-Wackerbarth von der Lanken-Wakenitz"
    sizes = []
    page_of(drawn(name=name)).extract_text(
        visitor_text=lambda text, _, __, ___, size: sizes.append(size) if name in text else None
    )
    (size,) = sizes
    assert 2 < text_width(name, size=size) / 72 * 25.4 < 85.6 - 2 * 7 + 0.1
