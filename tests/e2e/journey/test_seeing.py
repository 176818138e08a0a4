"""Each page of the journey, as an inspector of accessibility looks it over."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journey.guest import SOON

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text()
WIDTHS = (375, 820, 1280)
LEGAL_DOCUMENTS = ("/terms", "/privacy", "/refunds", "/card-on-file", "/staff/sign-in", "/admin")
VERSIONS = ("/terms/2026-11",)


def wrong_with(page: Page) -> list[str]:
    """Return what is wrong with a page at any width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {trouble}" for trouble in page.evaluate(LOOK)]
    return found


BAD = """<main><h1>Hours</h1><h3 style="color: #777">Men</h3><input style="font-size: 12px; height: 20px">
<button style="height: 30px"></button><a href="/" tabindex="3" id="a">way</a><img src="" id="a"></main>"""


def test_the_inspector_has_eyes(guest):
    guest.chat.set_content(f"<body style='background: #0b0b0c; color: #fff'>{BAD}")
    found = "\n".join(guest.chat.evaluate(LOOK))
    for trouble in (
        "contrast",
        "label",
        "no name",
        "alternative",
        "heading of 3",
        "queue",
        "twice",
        "language",
        "zoom",
    ):
        assert trouble in found


def test_every_page_from_the_first_word_to_the_confirmation_can_be_read_and_pressed(guest):
    guest.arrives()
    assert wrong_with(guest.chat) == []
    guest.says("book a deep tissue massage friday 1pm")
    assert wrong_with(guest.chat) == []
    guest.takes("1:00 PM")
    guest.introduces_themselves()
    assert wrong_with(guest.chat) == []
    guest.goes_to_pay()
    assert wrong_with(guest.checkout) == []
    guest.accepts_the_policy()
    guest.pays()
    expect(guest.checkout.get_by_role("heading", name="We look forward to you.")).to_be_visible(timeout=SOON)
    assert wrong_with(guest.checkout) == []
    guest.hears("Paid and confirmed")
    assert wrong_with(guest.chat) == []


HEBREW = ("עיסוי שוודי ביום שישי בשעה 13:00", "דנה לוי", "dana@example.com")
WHOLE = """() => [...document.querySelectorAll(".said.house:last-child *:not(.hidden-words)")].filter(node =>
  node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline").map(node => node.className)"""


def test_a_hebrew_guest_on_a_phone_sees_the_way_to_pay_and_nothing_cut(new_guest):
    guest = new_guest(viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True, locale="he-IL")
    guest.arrives()
    wish, *answers = HEBREW
    _writes(guest.chat, wish)
    guest.chat.locator(".choices").get_by_role("button", name=re.compile("13:00")).first.tap()
    for words in answers:
        expect(guest.chat.locator(".said.house:last-child")).to_be_visible(timeout=SOON)
        assert guest.chat.evaluate(WHOLE) == []
        _writes(guest.chat, words)
    link = guest.chat.locator(".payment a")
    expect(link).to_be_in_viewport(ratio=1, timeout=SOON)
    expect(guest.answer.locator(".sentence")).to_be_in_viewport()
    assert guest.chat.evaluate(WHOLE) == []
    with guest.chat.context.expect_page() as opened:
        link.tap()
    expect(opened.value.locator("html")).to_have_attribute("dir", "rtl")
    assert guest.chat.evaluate(LOOK) + opened.value.evaluate(LOOK) == []


def _writes(page: Page, words: str) -> None:
    field = page.get_by_role("textbox")
    field.fill(words)
    field.press("Enter")
    expect(page.locator(".said.guest").last).to_have_text(words)


@pytest.mark.parametrize("path", LEGAL_DOCUMENTS + VERSIONS)
def test_a_paper_can_be_read(guest, house, path):
    guest.chat.goto(house.url + path)
    assert wrong_with(guest.chat) == []


def test_a_browser_is_told_to_run_and_load_nothing_of_strangers(guest, house):
    answer = guest.chat.goto(house.url)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy or "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert guest.chat.evaluate("document.cookie") == ""
    foreign = [entry for entry in guest.chat.evaluate(_LOADED) if not entry.startswith(house.url)]
    assert foreign == []


_LOADED = "performance.getEntriesByType('resource').map(entry => entry.name)"
