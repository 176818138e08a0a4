"""The chat as a guest's browser shows it, against a house that answers as each story needs."""

# ruff: noqa: RUF001 -- Cyrillic letters are meant

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from shared_lib.kernel.locales import LANGUAGES, locale_of
from shared_lib.kernel.locales.sentence_writer import capitalised
from tests.e2e.fake_chat import SESSION, FakeChat, serving
from tests.functions.sample_site import SPA

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


@pytest.fixture
def comes_from(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Open the page in a browser that asks for a language."""
    contexts: list[BrowserContext] = []

    def come(locale: str) -> Page:
        contexts.append(browser.new_context(locale=locale, viewport={"width": 390, "height": 844}))
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield come
    for context in contexts:
        context.close()


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")


def house(page: Page):
    return page.locator(".said.house").last


def test_the_greeting_needs_no_server_and_its_choices_are_sent_as_words(page, chat):
    chat.will_say("Which massage would you like?")
    expect(house(page)).to_contain_text("What may I arrange for you?")
    page.get_by_role("button", name="Book a massage").click()
    expect(house(page)).to_have_text("Which massage would you like?")
    assert chat.asked[0]["text"] == "Book a massage"
    assert chat.asked[0]["session"] is None


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("שלום, אפשר עיסוי מחר ב-15:00?", "rtl"),
        ("\u2066Swedish Massage\u2069, 60 דקות. איזה יום נוח לכם?", "rtl"),
        ("a massage, please", "ltr"),
    ],
)
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


OURS_IN_LATIN = re.compile(r"CoreSync|CS-[\d-]+|Deep Tissue Massage|Anna|Treatment Room\s\d")


def furniture(page: Page) -> str:
    """Return all that the chat shows or tells a screen reader, without the names of the price book and of people."""
    said = page.locator("#chat").evaluate(
        """chat => [...chat.querySelectorAll(":not(noscript, noscript *)")].flatMap(node => [
             ...[...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(text => text.data),
             ...["aria-label", "placeholder", "title", "alt"].map(name => node.getAttribute(name) ?? "")]).join(" ")"""
    )
    return OURS_IN_LATIN.sub(" ", said)


def in_latin(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+", text)


def test_a_hebrew_conversation_has_no_english_around_it_in_an_english_browser_either(page, chat):
    chat.lang, chat.poll_after_ms = "he", 50
    cards = [{"title": "Deep Tissue Massage", "text": "50 דקות", "image": None, "choice": "deep"}]
    chat.will_say("השעה שמורה לכם.", booking=BOOKING, payment=PAYMENT, cards=cards)
    expect(house(page)).to_contain_text("What may I arrange for you?")
    write(page, "עיסוי, בבקשה")
    root, card = page.locator("#chat"), page.locator(".slip")
    expect(root).to_have_attribute("dir", "rtl")
    expect(card.first).to_contain_text("יום שישי, 27 בנובמבר, 15:00 עד 15:50, שעון ניו יורק")
    expect(card.first).to_contain_text("שמור לכם")
    expect(card.last).to_contain_text("שמור לכם עד 15:12, שעון ניו יורק")
    expect(card.last.get_by_role("link", name="אל התשלום המאובטח (נפתח בלשונית חדשה)")).to_be_visible()
    expect(page.get_by_role("button", name="לבחור: \u2066Deep Tissue Massage\u2069")).to_be_visible()
    expect(page.get_by_role("button", name="שליחה", exact=True)).to_be_visible()
    expect(page.get_by_label("ההודעה שלכם")).to_have_attribute("placeholder", "כתבו לנו")
    page.get_by_label("ההודעה שלכם").fill("א" * 1_900)
    expect(page.locator("[data-chat=count]")).to_have_text("1,900 מתוך 2,000 תווים")
    assert in_latin(furniture(page)) == []
    chat.poll_after_ms = None
    chat.events = [{"n": 1, "reply": {"text": "שולם ואושר.", "booking": BOOKING | {"status": "confirmed"}}}]
    expect(page.locator(".slip.payment")).to_contain_text("שולם")
    expect(page.locator(".slip .state").last).to_have_text("אושר")
    assert in_latin(furniture(page)) == []


def test_a_browser_of_ours_is_greeted_in_its_language_and_troubles_are_told_in_it(chat, comes_from):
    page = comes_from("ru-RU")
    expect(house(page)).to_contain_text("Что для Вас устроить?")
    assert in_latin(furniture(page)) == []
    chat.will_fail(429, Retry_After="42")
    page.get_by_role("button", name="Записаться на массаж").click()
    expect(page.locator(".unsent")).to_contain_text("через 42 секунды.")
    chat.will_fail(413)
    chat.answers.popleft()
    page.get_by_role("button", name="Отправить ещё раз").click()
    expect(page.locator(".unsent")).to_contain_text("уложитесь в 2\u00a0000 знаков")
    chat.lang = "ru"
    chat.will_say("Время за Вами.", booking=BOOKING, payment=PAYMENT | {"amount_cents": 118_080})
    chat.answers.popleft()
    write(page, "массаж")
    expect(house(page)).to_contain_text("Место за Вами до 15:12 по времени Нью-Йорка")
    expect(house(page)).to_contain_text("1\u00a0180,80\u00a0$")
    expect(house(page)).to_contain_text("Пятница, 27 ноября, с 15:00 до 15:50 по времени Нью-Йорка")
    assert in_latin(furniture(page)) == []


def test_what_stood_there_follows_when_the_guest_changes_the_language(page, chat):
    chat.will_say("It is held for you.", booking=BOOKING, payment=PAYMENT)
    write(page, "yes")
    expect(page.locator(".slip.payment")).to_contain_text("Held until 3:12 PM")
    chat.lang = "es"
    chat.will_say("Con gusto.")
    chat.answers.popleft()
    write(page, "en español, por favor")
    expect(page.locator(".slip.payment")).to_contain_text("Reservada hasta las 15:12, hora de Nueva York")
    expect(page.locator(".slip .state").first).to_have_text("Reservada para usted")
    expect(page.get_by_role("button", name="Enviar", exact=True)).to_be_visible()
    chat.lang = "en"
    chat.will_say("With pleasure.")
    chat.answers.popleft()
    write(page, "in English, please")
    expect(page.locator(".slip .state").first).to_have_text("Held for you")


def test_a_language_whose_words_do_not_come_keeps_no_answer_waiting(page, chat):
    page.route("**/chat_words_uk.js", lambda route: route.abort())
    chat.lang = "uk"
    chat.will_say("Залюбки.", booking=BOOKING)
    write(page, "масаж, будь ласка")
    expect(house(page)).to_contain_text("Залюбки.")
    expect(house(page)).to_contain_text("Held for you")
    page.unroute("**/chat_words_uk.js")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_hours_and_money_are_written_as_the_replies_write_them(page, lang):
    now = datetime(2026, 10, 20, 12, tzinfo=UTC)
    page.clock.set_fixed_time(now)
    begins = [now + timedelta(days=11, hours=n) for n in range(-7, 9)] + [
        now + timedelta(days=31 * n) for n in range(6)
    ]
    visits = [(at, at + timedelta(minutes=50)) for at in begins]
    script = """async ([lang, visits, cents]) => {
      const { Words } = await import(new URL("chat_words.js", document.querySelector("script[src*='chat.js']").src));
      const words = new Words(document.querySelector("#chat").dataset);
      await words.speak(lang);
      const written = visits.map(([begins, ends]) => words.visit({ starts_at: begins, ends_at: ends }));
      return [...written, ...cents.map((many) => words.money({ amount_cents: many, currency: "usd" }))];
    }"""
    cents = [5, 25_080, 118_000]
    shown = page.evaluate(script, [lang, [[at.isoformat() for at in visit] for visit in visits], cents])
    locale = locale_of(lang)
    said = [capitalised(locale.span(*visit, SPA, now=now)) for visit in visits]
    plain = str.maketrans({"\u2066": None, "\u2069": None, "\u00a0": " ", "\u202f": " "})
    assert [text.translate(plain) for text in shown] == [
        text.translate(plain) for text in (*said, *(locale.money(many) for many in cents))
    ]


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


WAYS_ON = [{"id": "later", "label": "Another time"}, {"id": "no", "label": "Let it go"}]


@pytest.mark.parametrize("size", [(390, 844), (820, 1180), (1280, 800)])
def test_an_answer_that_fits_is_seen_whole_with_all_that_it_offers(page, chat, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    chat.will_say("It is held for you. " * 4, booking=BOOKING, payment=PAYMENT, choices=WAYS_ON)
    write(page, "y" * 300)
    expect(page.get_by_role("link", name="Go to secure payment")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Let it go")).to_be_in_viewport(ratio=1)
    expect(house(page).locator(".sentence")).to_be_in_viewport(ratio=1)


def test_the_way_to_pay_is_in_sight_on_a_small_phone_too(page, chat):
    page.set_viewport_size({"width": 375, "height": 560})
    chat.will_say("It is held for you. " * 12, booking=BOOKING, payment=PAYMENT, choices=WAYS_ON)
    write(page, "yes")
    expect(page.get_by_role("link", name="Go to secure payment")).to_be_in_viewport(ratio=1)
    expect(page.locator(".said.guest").last).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Let it go").focus()
    expect(page.get_by_role("button", name="Let it go")).to_be_in_viewport(ratio=1)


def test_a_phones_keyboard_goes_away_where_nothing_is_to_be_written(browser, address, chat):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    chat.will_say("Your e-mail address, please?")
    chat.will_say("It is held for you.", booking=BOOKING, payment=PAYMENT)
    write(page, "Ada Example")
    expect(house(page)).to_contain_text("e-mail")
    expect(page.get_by_role("textbox")).to_be_focused()
    write(page, "ada@example.com")
    expect(page.get_by_role("link", name="Go to secure payment")).to_be_visible()
    expect(page.get_by_role("textbox")).not_to_be_focused()
    context.close()


@pytest.mark.parametrize("question", ["tell me everything", "tell me everything " * 80])
def test_an_answer_too_long_to_be_seen_whole_is_seen_from_its_beginning(page, chat, question):
    chat.will_say("First of all. " + "line\n" * 60, choices=WAYS_ON)
    write(page, question)
    expect(house(page)).to_contain_text("line")
    begins = house(page).bounding_box()["y"] - page.get_by_role("log").bounding_box()["y"]
    assert 0 <= begins < page.get_by_role("log").bounding_box()["height"] / 2


def test_a_number_to_call_is_called_by_a_touch_and_nothing_else_is(page, chat):
    chat.will_say("Call 911, חייגו ל-988. Then our front desk, +1 555 010 0142. It was $911.00 for 9 110, CS-2026-911.")
    write(page, "my chest hurts")
    links = house(page).get_by_role("link")
    expect(links).to_have_count(3)
    assert [link.get_attribute("href") for link in links.all()] == ["tel:911", "tel:988", "tel:+15550100142"]


def test_a_figure_and_what_it_counts_stay_on_one_line(page, chat):
    said = "Thursday 3 December, 3:00 PM New York time, 28 февраля, 30 % off"
    chat.will_say(said, choices=[{"id": "t", "label": "3:00 PM with Anna"}])
    write(page, "when?")
    expect(house(page).locator(".sentence")).to_have_text(said)
    parted = "node => /\\d [\\p{L}\\d%]/u.test(node.textContent)"
    for words in (house(page).locator(".sentence"), page.locator(".choices .pill")):
        assert not words.evaluate(parted)


def test_the_lines_of_a_list_stand_apart_in_the_direction_of_the_conversation(page, chat):
    chat.lang = "he"
    chat.will_say("Massages: 115.00\nBarber: 60.00\n\nאיזה טיפול תרצו?")
    write(page, "כמה עולה?")
    lines = house(page).locator(".line")
    expect(lines).to_have_text(["Massages: 115.00", "Barber: 60.00", "", "איזה טיפול תרצו?"])
    first, second, _, last = (line.bounding_box() for line in lines.all())
    assert 0 < second["y"] - first["y"] - first["height"] < last["y"] - second["y"] - second["height"]
