"""What a visit costs: the tier's price, and tax that is rounded once for each class."""

import dataclasses
from datetime import date

import pytest

from infra.local.demo import workbook
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.money import share
from shared_lib.pricing.price_book import TaxRate
from shared_lib.pricing.reading import read
from shared_lib.pricing.sale import price_visits
from tests.snapshots import WEDNESDAY

BOOK = dataclasses.replace(read(workbook()), version=1)
STONE, OIL = BOOK.add_on("hot-stone"), BOOK.add_on("aromatherapy")
DEEP = BOOK.treatment("deep-tissue-massage")


def lines(*add_ons, tier="Non-Member", day=WEDNESDAY, book=BOOK):
    return price_visits(book, [(DEEP, add_ons)], tier=tier, day=day)


@pytest.mark.parametrize(("tier", "cents"), [("Non-Member", 24000), ("Base", 16800), ("Premium", 14400)])
def test_a_treatment_costs_what_the_tier_pays(tier, cents):
    (line,) = lines(tier=tier)
    assert (line.list_cents, line.price_cents, line.minutes) == (24000, cents, 50)
    assert line.tax_cents == share(cents, 4500)


def test_add_ons_have_the_tiers_discount():
    _, stone, oil = lines(STONE, OIL, tier="Base")
    assert (stone.list_cents, stone.price_cents, stone.minutes) == (4000, 2800, 15)
    assert (oil.price_cents, oil.minutes) == (1750, 0)


def test_the_tax_of_a_class_is_rounded_once_and_shared_to_the_cent():
    odd = tuple(dataclasses.replace(STONE, id=f"odd-{n}", cents=333) for n in range(3))
    sold = lines(*odd)
    assert sum(line.tax_cents for line in sold) == share(24000 + 3 * 333, 4500)


def test_each_class_has_its_own_rate():
    oil = dataclasses.replace(OIL, tax_class="goods")
    treatment, goods = lines(oil)
    assert (treatment.tax_rate, goods.tax_rate) == (4500, 8875)
    assert goods.tax_cents == 222


def test_the_rate_is_the_one_of_the_day_of_the_visit():
    book = dataclasses.replace(BOOK, tax=(*BOOK.tax, TaxRate(date(2027, 1, 1), "personal_service", 5000)))
    assert [lines(day=day, book=book)[0].tax_rate for day in (date(2026, 12, 31), date(2027, 1, 1))] == [4500, 5000]


def test_a_tier_without_a_price_of_its_own_pays_the_list():
    treatment = dataclasses.replace(DEEP, prices={"Non-Member": 24000})
    (line,) = price_visits(BOOK, [(treatment, ())], tier="Premium", day=WEDNESDAY)
    assert line.price_cents == 24000


def test_an_unknown_tier_is_refused():
    with pytest.raises(NotFound):
        lines(tier="Golden")
