"""The console as a developer's browser shows it, over the real stand-ins."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect, sync_playwright

from infra.local.demo import load_demo
from infra.local.jobs import schedule_jobs
from infra.local.postgres import Postgres
from shared_lib.bookings.ports import Change
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.events import EventType
from tests.local.console.console_house import House, console_house
from tests.notifications.mail_house import Desk
from tests.visits import NOW

WEDNESDAY = "2026-11-25T10:00:00-05:00"
MASTER = "master@group.calendar.google.com"
LOOK = (Path(__file__).parent / "journey" / "look.js").read_text()
SMALL_ON_PURPOSE = r" high$|phone zoom$"
"""A developer's page is dense: its buttons and fields are for a mouse."""


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def demo_url(postgres: Postgres, migrated: str) -> Iterator[str]:
    name = f"console_{os.getpid()}"
    yield postgres.create_database(name, template=migrated)
    postgres.drop_database(name)


@pytest.fixture(scope="module")
def demo(demo_url: str) -> Iterator[Database]:
    database = Database(demo_url)
    load_demo(database, now=NOW)
    yield database
    database.close()


@pytest.fixture(scope="module")
def open_house(tmp_path_factory, demo_url: str, pubsub_host: str) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("console")
    with console_house(folder, database_url=demo_url, pubsub_host=pubsub_host) as house:
        yield house


@pytest.fixture
def house(open_house: House) -> House:
    open_house.start_anew()
    open_house.console("clock", "POST", json={"at": WEDNESDAY})
    return open_house


@pytest.fixture
def desk(demo: Database) -> Desk:
    return Desk(demo, DataCipher({1: bytes(32)}), now=NOW)


def opened(browser: Browser, house: House, width: int = 1280, height: int = 800) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(f"{house.url}/console")
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def page(browser, house) -> Iterator[Page]:
    yield from opened(browser, house)


def column(page: Page, title: str) -> Locator:
    """Go to a column by the bar, as a person would."""
    page.get_by_role("navigation").get_by_role("button", name=title).click()
    return page.locator(".column").filter(has=page.get_by_role("heading", name=title, exact=True))


def test_a_new_mail_comes_first_and_alone_glows(page, house):
    house.send_mail("First")
    inbox = column(page, "Inbox")
    expect(inbox.get_by_role("listitem")).to_contain_text("delivered")  # what changes glows too
    expect(inbox.locator(".glow")).to_have_count(0)
    inbox.evaluate("column => { window.glowed = []; column.onanimationstart = (e) => glowed.push(e.target.innerText) }")
    house.send_mail("Second")
    newest = inbox.get_by_role("listitem").first
    expect(newest).to_contain_text("Second")
    expect(newest).to_contain_text("guest@example.com")
    expect(newest).to_contain_text("delivered")
    expect(inbox.locator(".glow")).to_have_count(0)
    glowed = page.evaluate("window.glowed")
    assert glowed
    assert all("Second" in text for text in glowed)
    assert len(glowed) == len(set(glowed)), "once for each of its states"


def test_a_mail_is_read_as_html_and_as_text_and_its_invitation_is_downloaded(page, house):
    house.send_mail()
    column(page, "Inbox").get_by_role("button", name="Your visit is confirmed").click()
    reader = page.get_by_role("dialog")
    expect(reader.frame_locator("iframe").get_by_role("heading")).to_have_text("See you on Friday")
    reader.get_by_role("button", name="Text").click()
    expect(reader.locator("pre.letter")).to_have_text("See you on Friday.")
    with page.expect_download() as download:
        reader.get_by_role("link", name="Download visit.ics").click()
    assert download.value.suggested_filename == "visit.ics"
    page.keyboard.press("Escape")
    expect(reader).to_be_hidden()


def test_a_mails_scripts_do_not_run(browser, house):
    trap = "<script>parent.document.title = 'trapped'; document.body.textContent = 'ran'</script><p>calm</p>"
    house.send_mail(content=[{"type": "text/html", "value": trap}])
    page = browser.new_page()
    page.goto(f"{house.url}/console")
    column(page, "Inbox").get_by_role("button", name="Your visit").click()
    expect(page.frame_locator("iframe").locator("body")).to_have_text("calm")
    expect(page).to_have_title("CoreSync console")
    page.close()


def test_a_week_shows_its_events_by_day(page, house):
    house.add_event(MASTER, "Booked", "2026-11-27T15:00:00-05:00", "2026-11-27T16:00:00-05:00")
    house.add_event(MASTER, "Next week", "2026-12-02T15:00:00-05:00", "2026-12-02T16:00:00-05:00")
    calendars = column(page, "Calendars")
    friday = calendars.locator(".week > section").nth(5)
    expect(friday).to_contain_text("Fri 27")
    expect(friday.get_by_role("button")).to_have_text("3:00 PMBooked")
    calendars.get_by_role("button", name="The week after").click()
    expect(calendars.locator(".week")).to_contain_text("Next week")
    calendars.get_by_label("Master").uncheck()
    expect(calendars.locator(".event")).to_have_count(0)


def test_time_is_taken_moved_and_given_back_as_in_google_s_own_page(page, house):
    calendars = column(page, "Calendars")
    calendars.get_by_label("Whose calendar").select_option(label="Master")
    calendars.get_by_label("Day").fill("2026-11-27")
    calendars.get_by_label("What it is").fill("Dentist")
    calendars.get_by_role("button", name="Take").click()
    event = calendars.locator(".event")
    expect(event).to_have_text("3:00 PMDentist")
    event.get_by_role("button").click()
    page.get_by_role("button", name="An hour later").click()
    expect(event).to_have_text("4:00 PMDentist")
    event.get_by_role("button").click()
    page.get_by_role("button", name="Delete").click()
    expect(calendars.locator(".event.gone")).to_have_count(1)


def test_a_cell_is_edited_by_keyboard_and_by_mouse(page, house):
    grid = column(page, "Price book").get_by_role("grid")
    cell = grid.locator("tbody tr").nth(1).locator("td").nth(2)
    cell.click()
    page.keyboard.type("240")
    page.keyboard.press("Enter")
    expect(cell).to_have_text("240")
    expect(grid.locator("tbody tr").nth(2).locator("td").nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("1")
    page.keyboard.press("Escape")
    rows = house.look("sheets/Massages")["rows"]
    assert (rows[1][2], rows[2][2]) == ("240", "240")


def say(house, state, *rows):
    """Write the workbook's Status as CoreSync does."""
    said = [["Status", state], ["Version in force", "3"], ["As of", "now"], *rows]
    for row, cells in enumerate(said, start=1):
        for letter, value in zip("ABC", cells, strict=False):
            house.console("sheets/Status", "PUT", json={"cell": f"{letter}{row}", "value": value})


def test_what_is_wrong_with_the_workbook_is_shown_at_its_cell(page, house):
    say(house, "Mend the cells below", ["Massages!C2: not a price"])
    prices = column(page, "Price book")
    expect(prices.locator(".status-note")).to_contain_text("Massages!C2: not a price")
    expect(prices.locator("td.bad")).to_have_attribute("title", "not a price")


def test_what_waits_for_the_owner_is_shown_and_a_click_types_yes(page, house):
    waits, hidden = "Swedish Massage, Non-Member: $180.00 -> $18.00", "Massages!3: is in a hidden row"
    say(house, "Waits", ["Publish anyway?", "", "a1b2c3d4"], [waits, "waits for your yes"], ["Note", hidden])
    note = column(page, "Price book").locator(".status-note")
    expect(note.get_by_role("listitem")).to_have_text([waits, hidden])
    note.get_by_role("button", name="Publish anyway").click()
    page.wait_for_function("() => fetch('/console/api/sheets/Status').then((a) => a.json()).then((t) => t.rows[3][1])")
    assert house.look("sheets/Status")["rows"][3][:2] == ["Publish anyway?", "yes"]


def test_a_row_is_hidden_by_its_number_and_shown_again_and_merged_cells_are_seen(page, house):
    house.console("sheets/Massages", "PUT", json={"cells": "G2:G3", "merged": True})
    grid = column(page, "Price book").get_by_role("grid")
    expect(grid.locator("td.covered")).to_have_attribute("title", "merged with G2")
    number = grid.get_by_role("button", name="Row 3, hide")
    number.click()
    expect(grid.locator("tr.hidden-row td").first).to_have_text("Deep Tissue Massage")
    assert house.look("sheets/Massages")["hidden"] == [3]
    number.click()
    expect(grid.locator("tr.hidden-row")).to_have_count(0)


def test_a_payment_is_shown_with_its_booking_and_an_open_one_is_expired(page, house, desk):
    booking = desk.hold()
    house.booking_id = str(booking.id)
    house.pay()
    house.open_checkout()
    payments = column(page, "Payments")
    still_open = payments.locator(".thing").filter(has_text="checkout open")
    paid = payments.locator(".thing").filter(has_text="payment succeeded")
    expect(paid).to_contain_text("$135.00")
    expect(paid).to_contain_text(f"{booking.reference} · held")
    still_open.get_by_role("button", name="Expire now").click()
    expect(payments.get_by_text("checkout expired")).to_be_visible()


def test_events_are_shown_as_they_happen(page, desk):
    events = column(page, "Events")
    booking = desk.hold(day=1)
    expect(events.get_by_role("listitem").first).to_contain_text("booking.held")
    expect(events.get_by_role("listitem").first).to_contain_text(booking.reference)
    expect(events.get_by_role("listitem").first).to_contain_text("waits")


def test_jobs_are_shown_with_their_next_time(page, house):
    schedule_jobs(house.vendors.scheduler.address, front_door=house.url)
    work = column(page, "Tasks & jobs")
    expect(work.locator(".job").filter(has_text="job_expire_holds")).to_contain_text("next Nov 25")


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
    house.open_checkout()
    desk.hold(day=width // 100)
    for page in opened(browser, house, width=width):
        calendars = column(page, "Calendars")
        calendars.locator(".event").get_by_role("button").click()
        page.get_by_role("button", name="Delete").click()
        expect(calendars.locator(".event.gone")).to_be_visible()
        for title in ("Inbox", "Payments", "Events"):
            expect(column(page, title).locator(".thing").first).to_be_visible()
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
