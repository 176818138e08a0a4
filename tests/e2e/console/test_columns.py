"""Each column of the console as a developer's browser shows it, over the real stand-ins."""

import re

from playwright.sync_api import expect

from infra.local.jobs import schedule_jobs
from tests.e2e.console.browsing import MASTER, column


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
    reader.get_by_role("button", name="Phone").click()
    reader.get_by_role("button", name="Light").click()
    expect(reader.locator("iframe")).to_have_attribute("src", re.compile("ground=light$"))
    expect(reader.locator("iframe")).to_have_css("width", "375px")
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
