"""The console as a page: its clock, its troubles, and every width."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from shared_lib.bookings.ports import Change
from shared_lib.kernel.events import EventType
from tests.e2e.console.browsing import MASTER, WEDNESDAY, column, opened

LOOK = (Path(__file__).parents[1] / "journey" / "look.js").read_text()
SMALL_ON_PURPOSE = r" high$|phone zoom$"
"""A developer's page is dense: its buttons and fields are for a mouse."""


def test_the_clock_is_moved_by_its_buttons(page, house):
    clock = column(page, "Clock & faults")
    expect(clock.locator(".big")).to_have_text(re.compile(r"10:00:\d\d AM"))
    clock.get_by_role("button", name="+1 day").click()
    expect(clock.locator(".day")).to_have_text("Thursday, November 26, 2026")
    clock.get_by_role("button", name="Next 09:00").click()
    expect(clock.locator(".day")).to_have_text("Friday, November 27, 2026")
    expect(page.locator("#now")).to_have_text(re.compile(r"9:00:\d\d AM"))
    clock.get_by_role("button", name="Real time").click()
    expect(clock.locator(".offset")).to_have_text("New York time, real time")


def test_a_vendor_is_made_slow_and_well_again(page, house, eventually):
    stripe = column(page, "Clock & faults").get_by_role("group", name="Stripe")
    stripe.get_by_label("Slow").check()
    eventually(lambda: house.vendors.stripe.faults.latency_ms == 3000)
    expect(stripe.get_by_label("Slow")).to_be_checked()
    stripe.get_by_label("Well").check()
    eventually(lambda: house.vendors.stripe.faults.latency_ms == 0)


def test_what_was_asked_before_a_click_does_not_undo_it(page, house):
    stripe = column(page, "Clock & faults").get_by_role("group", name="Stripe")
    expect(stripe.get_by_label("Well")).to_be_checked()
    asked: list[Route] = []
    with page.expect_request("**/console/api/faults"):
        page.route("**/console/api/faults", lambda route: asked.append(route))  # noqa: PLW0108 -- marked by Playwright
    house.console("faults/stripe", "POST", json={"latency_ms": 3000})
    slow = house.look("faults")
    with page.expect_response("**/console/api/faults/stripe"):
        stripe.get_by_label("Drop").check()
    with page.expect_request("**/console/api/faults"):
        asked[0].fulfill(json=slow)
    assert stripe.get_by_label("Drop").is_checked()
    page.unroute("**/console/api/faults")


def test_what_fails_is_said_and_goes_when_it_is_well_again(page, house):
    events = column(page, "Events")
    page.route("**/console/api/events", lambda route: route.abort())
    expect(events.get_by_role("alert")).to_contain_text("does not answer")
    expect(page.locator(".live")).to_have_class("live lost")
    page.unroute("**/console/api/events")
    expect(events.get_by_role("alert")).to_be_hidden()


def test_columns_out_of_sight_are_not_asked_for(browser, house):
    for page in opened(browser, house, width=820):
        column(page, "Tasks & jobs")
        inbox = page.get_by_role("navigation").get_by_role("button", name="Inbox")
        expect(inbox).not_to_have_attribute("data-in-sight", "")
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url.rpartition("/")[2]))
        with page.expect_response("**/console/api/tasks"), page.expect_response("**/console/api/clock"):
            pass
        assert "inbox" not in asked


def test_at_a_desk_all_columns_are_in_sight(page):
    page.wait_for_load_state()
    for title in (
        "Clock & faults",
        "Inbox",
        "Texts",
        "Cases",
        "Calendars",
        "Payments",
        "Price book",
        "Events",
        "Webhooks",
        "Tasks & jobs",
    ):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_in_viewport(ratio=1)
        region = page.get_by_role("region", name=title, exact=True)
        expect(region).to_have_count(1)
        expect(region).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("width", [375, 820, 1280])
def test_every_column_can_be_read_also_what_is_cancelled(browser, house, desk, width):
    house.add_event(MASTER, "Let go", "2026-11-27T15:00:00-05:00", "2026-11-27T16:00:00-05:00")
    house.send_mail()
    house.send_text("CoreSync: your code is 123456, good for 10 minutes.\n\n@coresync.life #123456")
    house.open_checkout()
    desk.hold(day=width // 100)
    for page in opened(browser, house, width=width):
        calendars = column(page, "Calendars")
        calendars.locator(".event").get_by_role("button").click()
        page.get_by_role("button", name="Delete").click()
        expect(calendars.locator(".event.gone")).to_be_visible()
        for title in ("Inbox", "Texts", "Payments", "Events"):
            expect(column(page, title).locator(".thing").first).to_be_visible()
        expect(column(page, "Texts")).to_contain_text("your code is 123456")
        found = page.evaluate(LOOK)
        assert [wrong for wrong in found if not re.search(SMALL_ON_PURPOSE, wrong)] == []


def test_what_ends_as_it_should_is_no_alarm(page, house, desk):
    desk.cancel(desk.confirmed(day=20))
    held = desk.hold(day=21)
    desk.bookings.change(held.id, _expire, now=desk.now)
    house.send_mail()
    house.open_checkout()
    payments = column(page, "Payments")
    payments.get_by_role("button", name="Expire now").click()
    expect(payments.get_by_text("checkout expired")).to_be_visible()
    for kind in ("booking.cancelled", "booking.expired"):
        expect(column(page, "Events").locator(".chip", has_text=kind).first).not_to_have_class(re.compile("bad"))
    expect(column(page, "Inbox").locator(".chip").first).not_to_have_class(re.compile("bad"))
    expect(payments.locator(".things").first.locator(".chip.bad")).to_have_count(0)


def _expire(change: Change) -> None:
    change.transition(EventType.EXPIRED, actor="clock")


def test_payments_are_shown_by_the_clock_of_everything_else(page, house):
    house.console("clock", "POST", json={"at": WEDNESDAY})
    house.pay()
    payments = column(page, "Payments")
    expect(payments.locator(".thing time").first).to_have_text(re.compile(r"Nov 25, 10:0\d AM"))


@pytest.mark.parametrize("width", [375, 820, 1280])
def test_nothing_sticks_out_at_any_width(browser, house, width):
    house.send_mail("A very long subject that goes on and on, for a visit that takes the whole afternoon")
    for page in opened(browser, house, width=width):
        expect(column(page, "Inbox").get_by_role("listitem")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("[...document.querySelectorAll('.column')].every(c => c.scrollWidth <= c.offsetWidth)")
