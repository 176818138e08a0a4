"""Two tabs, two clicks, a reload, a thumb, a keyboard: one visit each time."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.journey.guest import ASKS_NAME, GOOD_CARD, SOON

pytestmark = pytest.mark.browser

BED = "book the ai massage bed friday 1pm"
PHONE = {"viewport": {"width": 375, "height": 667}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
ENOUGH_TABS = 60


def _held(house):
    return house.rows(
        "select reference from coresync.bookings where starts_at = %s and status in ('held', 'paying')",
        house.on_friday(13),
    )


def test_a_double_click_holds_one_place(house, guest):
    guest.arrives()
    guest.says(BED)
    guest.chat.locator(".choices").get_by_role("button", name="1:00 PM").dblclick()
    guest.introduces_themselves()
    assert len(_held(house)) == 1
    expect(guest.chat.locator(".said.guest").filter(has_text="1:00 PM")).to_have_count(1)


def test_the_same_button_in_two_tabs_holds_one_place(house, guest):
    guest.arrives()
    guest.says(BED)
    tabs = guest.chat, guest.opens_another_tab()
    buttons = [tab.locator(".choices").get_by_role("button", name=re.compile("^1:00 PM")) for tab in tabs]
    expect(buttons[1]).to_be_enabled()
    for button in buttons:
        button.evaluate("button => button.click()")
    for tab in tabs:
        expect(tab.locator(".said.house").last).to_contain_text(ASKS_NAME, timeout=SOON)
    assert len(_held(house)) == 1


def test_a_reload_in_the_middle_finds_the_conversation_and_goes_on(guest):
    guest.arrives()
    guest.says(BED)
    guest.takes("1:00 PM")
    guest.chat.reload()
    expect(guest.chat.locator(".said.guest").first).to_have_text(BED)
    guest.introduces_themselves()
    guest.chat.reload()
    guest.hears("the payment confirms it")
    expect(guest.way_to_pay).to_be_visible()
    expect(guest.chat.get_by_role("button", name="Let it go")).to_be_enabled()


def test_a_thumb_books_and_pays_on_a_small_phone(new_guest):
    guest = new_guest(**PHONE)
    guest.arrives()
    guest.chat.get_by_role("link", name="Arrange a visit").tap()
    guest.says(BED)
    guest.chat.locator(".choices").get_by_role("button", name="1:00 PM").tap()
    guest.introduces_themselves()
    guest.goes_to_pay()
    guest.checkout.get_by_role("checkbox").tap()
    guest.checkout.get_by_role("button", name="Accept and pay securely").tap()
    guest.checkout.get_by_role("button", name="Pay ").tap()
    guest.hears("Paid and confirmed")
    for page in (guest.chat, guest.checkout):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _goes_to(page: Page, target: Locator, key: str = "Tab") -> None:
    for _ in range(ENOUGH_TABS):
        if target.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not lead to {target}")


def _types(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_a_keyboard_is_enough(guest):
    guest.arrives()
    chat, field = guest.chat, guest.chat.get_by_label("Your message")
    _goes_to(chat, field)
    _types(chat, BED)
    expect(chat.locator(".choices").get_by_role("button", name="1:00 PM")).to_be_visible(timeout=SOON)
    _goes_to(chat, chat.locator(".choices").get_by_role("button", name="1:00 PM"), "Shift+Tab")
    chat.keyboard.press("Enter")
    guest.hears(ASKS_NAME)
    expect(field).to_be_focused()
    _types(chat, guest.name)
    guest.hears("e-mail address")
    _types(chat, guest.email)
    guest.hears("the payment confirms it")
    _goes_to(chat, guest.way_to_pay, "Shift+Tab")
    with chat.context.expect_page() as opened:
        chat.keyboard.press("Enter")
    _pays_by_keyboard(opened.value)
    guest.hears("Paid and confirmed")


def _pays_by_keyboard(page: Page) -> None:
    _goes_to(page, page.get_by_role("checkbox"))
    page.keyboard.press("Space")
    _goes_to(page, page.get_by_role("button", name="Accept and pay securely"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Card number")).to_be_visible(timeout=SOON)
    _goes_to(page, page.get_by_label("Card number"))
    page.keyboard.press("Control+A")
    _types(page, GOOD_CARD)
