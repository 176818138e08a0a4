"""The account pages in a guest's browser: by thumb, by keyboard, and as axe looks them over at both widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from shared_lib.availability.request import RequestedItem
from shared_lib.guests.preferences import Topic
from shared_lib.notifications.links import MailLinks
from tests.account_house import link_of
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, SWEDISH, THREE

pytestmark = pytest.mark.browser

WIDTHS = (375, 1280)


def sign_in(page: Page, codes) -> None:
    page.goto("/account")
    page.get_by_label("E-mail address").fill(GUEST.email)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(codes.last)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Your visits")).to_be_visible()


def violations(page: Page, path: str) -> list[str]:
    """Return what axe finds at both widths, and whether anything has to be scrolled sideways."""
    found = []
    page.goto(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        results = Axe().run(page)
        found += [f"{path} {width}: {one['id']}: {one['nodes'][0]['html']}" for one in results.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{path} {width}: is wider than the screen")
    return found


def test_every_page_in_every_state_passes_axe(house, codes, page):
    one, group = house.confirmed(at(FRIDAY, "11:00")), house.confirmed(also=(RequestedItem(SWEDISH, 2),))
    held, gone = house.hold(at(FRIDAY, "12:30"), "executive-cut"), house.confirmed(at(FRIDAY, "13:30"), "executive-cut")
    house.cancel(gone)
    unsubscribe = MailLinks(public_url="", signer=house.signer).unsubscribe(Topic.REVIEWS, b"\x01")
    before = ["/account/sign-in", link_of(one, house), f"{link_of(one, house)}/more", unsubscribe, "/visit/none"]
    assert [trouble for path in before for trouble in violations(page, path)] == []
    sign_in(page, codes)
    visit = "/account/visits/"
    inside = [
        "/account",
        *(visit + each.reference for each in (one, group, held, gone)),
        f"{visit}{one.reference}/move",
        f"{visit}{one.reference}/move?to=20261120T1830Z",
        f"{visit}{one.reference}/cancel",
        f"{visit}{group.reference}/guests/2",
        f"{visit}{held.reference}/move",
        f"{visit}{gone.reference}/cancel",
        "/account/waitlist",
        "/account/waitlist/new",
        "/account/preferences",
        "/account/contacts",
        "/account/contacts/new",
        "/account/confirm",
    ]
    assert [trouble for path in inside for trouble in violations(page, path)] == []


def test_a_guest_moves_a_visit_by_thumb(house, codes, page):
    booking = house.confirmed()
    page.goto(link_of(booking, house))
    page.get_by_role("link", name="Move it").tap()
    page.get_by_role("link", name="11:00 AM").tap()
    expect(page.get_by_text("Friday 20 November, 11:00 AM New York time")).to_be_visible()
    page.get_by_role("button", name="Move my visit").tap()
    expect(page.get_by_role("status")).to_contain_text("Your visit is moved")
    assert house.again(booking).starts_at == at(FRIDAY, "11:00")


def test_a_guest_cancels_without_a_mouse(house, codes, page):
    booking = house.confirmed()
    page.goto(f"/account/visits/{booking.reference}")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(GUEST.email)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code")).to_be_focused()
    page.keyboard.type(codes.last)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="We look forward to you")).to_be_visible()
    press(page, "Cancel it")
    expect(page.get_by_text("Back to your card")).to_be_visible()
    press(page, "Cancel my visit")
    expect(page.get_by_role("status")).to_contain_text("Your visit is cancelled")
    assert house.status(booking) == "cancelled"
    assert house.now < THREE


def press(page: Page, name: str) -> None:
    """Reach something by the tabulator, as somebody without a mouse does, and press Enter there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} can't be reached by keyboard")
