"""A guest with a browser: writes in the chat, presses what is offered, and pays on the pages."""

import re

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect

GOOD_CARD = "4242 4242 4242 4242"
DECLINED_CARD = "4000 0000 0000 0002"
CAREFUL_CARD = "4000 0027 6000 3184"
"""Its bank always asks."""
SOON = 60_000
"""Milliseconds in which a page shows what happened: a function may have to start first."""
ASKS_NAME = re.compile(r"[Ww]hat name|[Ww]hich name|[Ww]hose name")
"""In each of its wordings."""
REFERENCE = re.compile(r"CS-\d{4}-\d{6}")


class Guest:
    """One person with a browser of their own; `complaints` is what the browser's console had to say."""

    def __init__(self, browser: Browser, house_url: str, name: str = "Ada Example", **device: object) -> None:
        self.name = name
        self.email = f"{name.lower().replace(' ', '.')}@example.com"
        self.complaints: list[str] = []
        self._house_url = house_url
        usual = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
        self._context = browser.new_context(**usual | device)  # type: ignore[arg-type]  # a TypedDict in all but name
        self._context.set_default_timeout(SOON)
        self._context.on("page", self._listen)
        self.chat = self._context.new_page()
        self.checkout = self.chat

    def leaves(self) -> None:
        """Close the browser."""
        self._context.close()

    def _listen(self, page: Page) -> None:
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._look_at)

    def _note(self, message: ConsoleMessage) -> None:
        # A failed load is noted with its address, by the response.
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def _look_at(self, response: Response) -> None:
        told = response.request.is_navigation_request() or "text/html" in response.headers.get("content-type", "")
        if response.status >= 400 and not (told and response.status == 410):
            self.complaints.append(f"{response.status} {response.url}")

    def arrives(self) -> None:
        """Open the website."""
        self.chat.goto(self._house_url)

    def opens_another_tab(self) -> Page:
        """Open the website once more, in the same browser."""
        other = self._context.new_page()
        other.goto(self._house_url)
        return other

    @property
    def answer(self) -> Locator:
        """Return the last thing that the house said."""
        return self.chat.locator(".said.house").last

    @property
    def reference(self) -> str:
        """Return the booking that the chat last showed."""
        found = REFERENCE.search(self.chat.locator(".slip .mono").filter(has_text=REFERENCE).last.inner_text())
        assert found
        return found[0]

    def says(self, text: str) -> None:
        """Write a message, and wait until the house has answered it."""
        field = self.chat.get_by_label("Your message")
        field.fill(text)
        field.press("Enter")
        self._is_answered()

    def presses(self, label: str) -> None:
        """Press what the house offers, and wait for its answer."""
        self.chat.locator(".choices").get_by_role("button", name=label, exact=True).click()
        self._is_answered()

    def takes(self, time: str) -> None:
        """Press the first time that begins so."""
        self.chat.locator(".choices").get_by_role("button", name=re.compile(f"^{time}")).first.click()
        self._is_answered()

    def _is_answered(self) -> None:
        said = self.chat.locator(".said.guest").last
        expect(said.locator("xpath=following-sibling::*[contains(@class, 'house')]").first).to_be_visible(timeout=SOON)
        expect(self.chat.locator("[data-chat=typing]")).to_be_hidden()

    def hears(self, words: str | re.Pattern[str]) -> None:
        """See the house say so, without doing anything for it."""
        expect(self.answer).to_contain_text(words, timeout=SOON)
        expect(self.answer.locator(".sentence")).to_be_in_viewport()

    def holds(self, request: str, time: str) -> None:
        """Come, wish, take a time and give name and address: up to the way to pay."""
        self.arrives()
        self.says(request)
        self.takes(time)
        self.introduces_themselves()

    def introduces_themselves(self) -> None:
        """Give name and address as they are asked for."""
        self.hears(ASKS_NAME)
        self.says(self.name)
        self.hears("e-mail address")
        self.says(self.email)
        self.hears("the payment confirms it")

    def comes_back(self) -> None:
        """Return to the chat's tab: a browser without a screen does not tell its pages, so it is told for it."""
        self.chat.bring_to_front()
        self.chat.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    @property
    def way_to_pay(self) -> Locator:
        """Return the link to our payment page."""
        return self.chat.get_by_role("link", name="Go to secure payment")

    def goes_to_pay(self) -> None:
        """Follow the chat's link to our payment page, which opens in a tab of its own."""
        with self._context.expect_page() as opened:
            self.way_to_pay.click()
        self.checkout = opened.value
        expect(self.checkout.get_by_role("heading", name="Your visit")).to_be_visible()

    def accepts_the_policy(self) -> None:
        """Tick it and go on to Stripe's page."""
        self.checkout.get_by_role("checkbox").check()
        self.checkout.get_by_role("button", name="Accept and pay securely").click()
        expect(self.checkout.get_by_label("Card number")).to_be_visible()

    def pays(self, card: str = GOOD_CARD) -> None:
        """Fill in a card on Stripe's page and send it."""
        self.checkout.get_by_label("Card number").fill(card)
        self.checkout.get_by_role("button", name="Pay ").click()

    def books(self, request: str, time: str) -> str:
        """Book and pay, and return the reference."""
        self.holds(request, time)
        self.goes_to_pay()
        self.accepts_the_policy()
        self.pays()
        self.hears("Paid and confirmed")
        return self.reference
