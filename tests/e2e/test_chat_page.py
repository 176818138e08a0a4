"""The chat as a guest's browser shows it, against a house that answers as each story needs."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.fake_chat import SESSION, FakeChat, serving

PAYMENT = {
    "url": "/pay/token-1",
    "amount_cents": 25_080,
    "currency": "usd",
    "expires_at": "2026-11-27T20:12:00Z",
}
BOOKING = {
    "reference": "CS-2026-000123",
    "status": "held",
    "starts_at": "2026-11-27T20:00:00Z",
    "ends_at": "2026-11-27T20:50:00Z",
    "treatment": "Deep Tissue Massage",
    "technician": "Anna",
    "room": "Treatment Room 1",
}


@pytest.fixture
def chat() -> FakeChat:
    return FakeChat()


@pytest.fixture
def address(chat: FakeChat) -> Iterator[str]:
    with serving(chat) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def write(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def house(page: Page):
    return page.locator(".said.house").last


def test_the_greeting_needs_no_server_and_its_choices_are_sent_as_words(page, chat):
    chat.will_say("Which massage would you like?")
    expect(house(page)).to_contain_text("What may I arrange for you?")
    page.get_by_role("button", name="Book a massage").click()
    expect(house(page)).to_have_text("Which massage would you like?")
    assert chat.asked[0]["text"] == "Book a massage"
    assert chat.asked[0]["session"] is None


@pytest.mark.parametrize(("text", "runs"), [("שלום, אפשר עיסוי מחר ב-15:00?", "rtl"), ("a massage, please", "ltr")])
def test_words_run_in_the_direction_of_their_own_letters(page, chat, text, runs):
    chat.will_say(text)
    write(page, text)
    direction = "node => getComputedStyle(node).direction"
    expect(house(page)).to_have_text(text)
    for words in (page.locator(".bubble").last, house(page).locator(".sentence")):
        assert words.evaluate(direction) == runs


def test_the_chat_runs_as_the_house_answers_and_still_does_after_a_reload(page, chat):
    chat.lang = "he"
    chat.will_say("מתי נוח לכם?", choices=[{"id": "t-1", "label": "יום שישי, 15:00"}], booking=BOOKING)
    write(page, "עיסוי, בבקשה")
    root, pill, bubble = page.locator("#chat"), page.locator(".choices .pill"), page.locator(".bubble").last
    expect(root).to_have_attribute("dir", "rtl")
    expect(root).to_have_attribute("lang", "he")
    middle = page.viewport_size["width"] / 2
    assert pill.bounding_box()["x"] > middle > bubble.bounding_box()["x"] + bubble.bounding_box()["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
    chat.history = [{"from": "guest", "text": "עיסוי"}, {"from": "house", "reply": {"text": "מתי נוח לכם?"}}]
    page.reload()
    expect(root).to_have_attribute("dir", "rtl")
    chat.lang = "en"
    chat.answers.clear()
    chat.will_say("When would suit you?")
    write(page, "a massage")
    expect(root).to_have_attribute("dir", "ltr")


def test_a_choice_is_sent_by_its_id_and_shown_by_its_name(page, chat):
    chat.will_say("When?", choices=[{"id": "t-1", "label": "Friday 3:00 PM"}, {"id": "t-2", "label": "Friday 4:00 PM"}])
    chat.will_say("Your name, please?")
    write(page, "massage friday")
    page.get_by_role("button", name="Friday 3:00 PM").click()
    expect(house(page)).to_have_text("Your name, please?")
    expect(page.locator(".said.guest").last).to_have_text("Friday 3:00 PM")
    expect(page.locator(".choices")).to_have_count(0)
    assert chat.asked[1]["choice"] == "t-1"
    assert chat.asked[1]["session"] == SESSION
    assert "text" not in chat.asked[1]


def test_a_lost_answer_is_asked_for_again_under_the_same_id(page, chat):
    chat.will_fail(503)
    chat.will_say("Good evening.")
    write(page, "hello")
    expect(page.locator("[data-chat=notice]")).to_contain_text("Your message is kept")
    expect(house(page)).to_have_text("Good evening.")
    expect(page.locator("[data-chat=notice]")).to_be_empty()
    assert len({asked["message_id"] for asked in chat.asked}) == 1
    assert len(chat.asked) == 2


def test_a_house_that_stays_silent_gets_the_same_message_when_the_guest_says_so(page, chat, eventually):
    page.clock.install()
    chat.will_fail(503)
    write(page, "hello")
    eventually(lambda: page.clock.run_for(2_000) or page.locator(".unsent").count())
    expect(page.locator(".unsent")).to_contain_text("could not be reached")
    chat.answers.clear()
    chat.will_say("Good evening.")
    page.get_by_role("button", name="Send again").click()
    expect(house(page)).to_have_text("Good evening.")
    assert len({asked["message_id"] for asked in chat.asked}) == 1


def test_a_message_under_way_when_the_page_is_left_arrives_once(page, chat):
    chat.may_answer.clear()
    chat.will_say("Good evening.")
    chat.history = [{"from": "guest", "text": "hello"}, {"from": "house", "reply": {"text": "Good evening."}}]
    write(page, "hello")
    expect(page.locator("[data-chat=typing]")).to_be_visible()
    page.reload()
    chat.may_answer.set()
    expect(house(page)).to_have_text("Good evening.")
    expect(page.locator(".said.guest")).to_have_count(1)
    assert len({asked["message_id"] for asked in chat.asked}) == 1


def test_a_double_click_sends_one_message(page, chat):
    chat.will_say("Good evening.")
    page.get_by_label("Your message").fill("hello")
    page.get_by_role("button", name="Send", exact=True).dblclick()
    expect(house(page)).to_have_text("Good evening.")
    assert len(chat.asked) == 1


def test_what_anybody_writes_stays_text(page, chat):
    markup = "<script>window.hurt=1</script><img src=x onerror='window.hurt=1'>"
    chat.will_say(markup, choices=[{"id": "1", "label": markup}], booking=BOOKING | {"treatment": markup})
    write(page, markup)
    expect(page.locator(".said.guest").last).to_have_text(markup)
    expect(house(page).locator(".sentence")).to_have_text(markup)
    assert page.evaluate("window.hurt") is None
    assert page.locator(".chat img, .chat script").count() == 0


def test_a_way_to_pay_that_is_no_web_address_is_not_shown(page, chat):
    chat.will_say("Here.", payment=PAYMENT | {"url": "javascript:alert(1)"})
    write(page, "pay")
    expect(house(page)).to_contain_text("$250.80")
    expect(page.get_by_role("link", name="Go to secure payment")).to_have_count(0)


def test_paying_is_seen_without_reload(page, chat):
    chat.poll_after_ms = 50
    chat.will_say("It is held for you.", booking=BOOKING, payment=PAYMENT)
    write(page, "yes")
    expect(house(page)).to_contain_text("Friday 27 November, 3:00 PM to 3:50 PM New York time")
    expect(house(page)).to_contain_text("Held until 3:12 PM New York time")
    link = page.get_by_role("link", name="Go to secure payment")
    expect(link).to_have_attribute("rel", "noopener")
    expect(link).to_have_attribute("target", "_blank")
    chat.poll_after_ms = None
    chat.events = [
        {"n": 1, "type": "booking.confirmed", "reply": {"text": "Paid.", "booking": BOOKING | {"status": "confirmed"}}}
    ]
    expect(house(page)).to_contain_text("Confirmed")
    expect(page.locator(".slip.payment")).to_contain_text("Paid")
    expect(link).to_have_count(0)


def test_a_reload_brings_the_conversation_back(page, chat):
    chat.will_say("Which day?", choices=[{"id": "fri", "label": "Friday"}])
    write(page, "a massage")
    expect(house(page)).to_contain_text("Which day?")
    chat.history = [
        {"from": "guest", "text": "a massage"},
        {"from": "house", "reply": {"text": "Which day?", "choices": [{"id": "fri", "label": "Friday"}]}},
    ]
    page.reload()
    expect(house(page)).to_contain_text("Which day?")
    expect(page.get_by_role("button", name="Friday")).to_be_enabled()
    expect(page.get_by_role("button", name="Book a massage")).to_have_count(0)


def test_a_second_tab_shows_what_the_first_one_said(page, chat, address):
    other = page.context.new_page()
    other.goto(address)
    chat.will_say("Which day?")
    chat.history = [{"from": "guest", "text": "a massage"}, {"from": "house", "reply": {"text": "Which day?"}}]
    write(page, "a massage")
    expect(house(other)).to_have_text("Which day?")


def test_an_ended_session_gives_way_to_a_new_one_quietly(page, chat):
    chat.will_say("Which day?", choices=[{"id": "fri", "label": "Friday"}])
    chat.will_fail(401)
    chat.will_say("Good evening again.")
    write(page, "a massage")
    page.get_by_role("button", name="Friday").click()
    expect(house(page)).to_have_text("Good evening again.")
    expect(page.locator(".unsent")).to_have_count(0)
    assert chat.asked[2] == {"session": None, "message_id": chat.asked[1]["message_id"], "text": "Friday"}


def test_a_session_that_ended_while_away_leaves_the_greeting(page, chat):
    chat.will_say("Which day?")
    write(page, "a massage")
    expect(house(page)).to_have_text("Which day?")
    chat.sessions.clear()
    page.reload()
    expect(house(page)).to_contain_text("What may I arrange for you?")
    page.wait_for_function("localStorage.getItem('chat.session') === null")


def test_too_many_messages_are_answered_calmly(page, chat):
    chat.will_fail(429, Retry_After="40")
    write(page, "hello")
    expect(page.locator(".unsent")).to_contain_text("Please send it again in 40 seconds.")
    expect(page.get_by_role("button", name="Send again")).to_be_enabled()


def test_a_long_message_is_counted_and_kept_back(page, chat):
    page.get_by_label("Your message").fill("a" * 2_001)
    expect(page.locator("[data-chat=count]")).to_have_text("2,001 of 2,000 characters")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    page.get_by_label("Your message").press("Enter")
    page.get_by_label("Your message").fill("a" * 1_700)
    expect(page.locator("[data-chat=count]")).to_be_empty()
    assert chat.asked == []


def test_shift_enter_is_a_new_line(page, chat):
    chat.will_say("Thank you.")
    page.get_by_label("Your message").fill("two")
    page.get_by_label("Your message").press("Shift+Enter")
    page.get_by_label("Your message").press_sequentially("lines")
    page.get_by_label("Your message").press("Enter")
    expect(house(page)).to_have_text("Thank you.")
    assert chat.asked[0]["text"] == "two\nlines"


def test_a_guest_without_a_mouse_goes_from_question_to_question(page, chat):
    chat.will_say("When?", choices=[{"id": "fri", "label": "Friday"}, {"id": "sun", "label": "Sunday"}])
    chat.will_say("Your name, please?")
    page.get_by_role("button", name="Book a massage").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Friday")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Your message")).to_be_focused()
    assert chat.asked[1]["choice"] == "sun"


def test_answers_are_announced(page):
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_contain_text("What may I arrange for you?")


def test_a_card_is_chosen_by_its_pill(page, chat):
    chat.will_say(
        "These suit you.", cards=[{"title": "Swedish Massage", "text": "60 minutes", "image": None, "choice": "sw"}]
    )
    chat.will_say("When?")
    write(page, "relax")
    page.get_by_role("button", name="Choose Swedish Massage").click()
    expect(house(page)).to_have_text("When?")
    assert chat.asked[1]["choice"] == "sw"


@pytest.mark.parametrize("width", [375, 390, 820, 1280])
def test_nothing_is_wider_than_the_screen_and_the_input_is_large_enough(page, chat, width):
    page.set_viewport_size({"width": width, "height": 800})
    chat.will_say("x" * 400, booking=BOOKING, payment=PAYMENT)
    write(page, "y" * 400)
    expect(page.locator(".slip.payment")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('#chat-input')).fontSize) >= 16")
    for button in page.locator(".chat button:visible, .chat a:visible").all():
        assert re.fullmatch(r"4[4-9]|[5-9]\d|\d{3}", str(int(button.bounding_box()["height"])))


def test_the_last_question_stays_in_sight_under_a_long_answer(page, chat):
    chat.will_say("line\n" * 60)
    write(page, "tell me everything")
    expect(house(page)).to_contain_text("line")
    expect(page.locator(".said.guest").last).to_be_in_viewport()
