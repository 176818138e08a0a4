"""What a person does with the console in a browser."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, Page

from tests.local.console.console_house import House

WEDNESDAY = "2026-11-25T10:00:00-05:00"
MASTER = "master@group.calendar.google.com"


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


def column(page: Page, title: str) -> Locator:
    """Go to a column by the bar, as a person would."""
    page.get_by_role("navigation").get_by_role("button", name=title).click()
    return page.locator(".column").filter(has=page.get_by_role("heading", name=title, exact=True))
