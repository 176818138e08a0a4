"""The owner changes a price in the workbook: the next guest hears it, who holds a place does not."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CELL = "C2"
"""Of the tab Massages: what a Swedish Massage costs who is no member."""


@pytest.fixture
def new_price(house):
    """Type a price as the owner does; the old one is typed again afterwards."""

    def type_it(price: str) -> None:
        house.console("sheets/Massages", {"cell": CELL, "value": price}, "PUT")

    yield type_it
    type_it("180")


def test_a_price_that_the_owner_types_is_the_next_quote_and_a_held_place_keeps_its_own(
    house, new_guest, new_price, eventually
):
    ada, bob = new_guest("Ada Example"), new_guest("Bob Example")
    ada.holds("book a swedish massage friday 2pm", "2:00 PM")
    ada.hears("$188.10 in all")
    versions = "select max(version) as last from coresync.price_books"
    [before] = house.rows(versions)
    new_price("$190")
    eventually(lambda: house.rows(versions) != [before], within=30)
    bob.arrives()
    bob.says("how much is a swedish massage?")
    expect(bob.chat.locator(".said.house").filter(has_text="$190")).to_be_visible()
    ada.goes_to_pay()
    expect(ada.checkout.locator(".sum .total")).to_contain_text("$188.10")
    ada.accepts_the_policy()
    ada.pays()
    ada.hears("Paid and confirmed")
    assert house.booking(ada.reference)["total_cents"] == 18_810
