from datetime import date

import pytest

from infra.local.demo import workbook
from shared_lib.kernel.errors import NotFound
from shared_lib.pricing.price_book import PriceBook
from shared_lib.pricing.reading import read


@pytest.fixture(scope="module")
def book() -> PriceBook:
    return read(workbook())


def test_what_is_sold_is_found_by_its_id(book):
    assert book.treatment("reflexology").minutes == 30
    assert book.add_on("aromatherapy").cents == 2_500
    assert book.tier("Premium").discount == 40


def test_what_is_not_sold_is_not_found(book):
    for look in (book.treatment, book.add_on, book.tier):
        with pytest.raises(NotFound):
            look("mud bath")


def test_a_tax_rate_holds_from_its_date_until_the_next_one():
    tabs = workbook()
    tabs["Tax"].append(["2027-03-01", "personal_service", "5%"])
    book = read(tabs)
    rates = [book.tax_rate("personal_service", day) for day in (date(2027, 2, 28), date(2027, 3, 1))]
    assert rates == [4_500, 5_000]


def test_before_its_first_rate_a_class_has_none(book):
    with pytest.raises(NotFound):
        book.tax_rate("goods", date(2010, 12, 31))


def test_a_book_survives_being_written_down(book):
    assert PriceBook.from_json(0, book.to_json()) == book
