"""Signing in by six digits: alike for who is known and who is not, and never without the code."""

import re
from datetime import timedelta

import pytest

from shared_lib.bookings.contact import Contact
from tests.account_house import ORIGIN, Browser
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST


def test_a_guest_signs_in_and_sees_what_lies_ahead(house, browser):
    booking = house.confirmed()
    page = browser.sign_in()
    assert page.status_code == 200
    for words in ("Your visits", booking.reference, "Swedish Massage", "Friday 20 November", "New York time"):
        assert words in page.text
    assert GUEST.email not in page.text


def test_who_is_not_signed_in_is_led_to_it_and_back(house, browser):
    booking = house.confirmed()
    path = f"/account/visits/{booking.reference}"
    assert browser.get(path).headers["Location"] == f"/account/sign-in?next={path.replace('/', '%2F')}"
    page = browser.sign_in(to=path)
    assert page.request.path == path


@pytest.mark.parametrize("away", ["https://evil.example", "//evil.example/account", "/account/../pay", "/\\evil", ""])
def test_it_never_leads_to_another_site(house, browser, away):
    assert browser.sign_in(to=away).request.path == "/account"


def without_what_differs(html: str) -> str:
    """Return a page without its token, and without the address that its guest typed."""
    return re.sub(r'value="[^"]*"|>[^<]*@example.com<', "", html)


def test_known_and_unknown_guests_read_the_same_words(house, browser):
    house.confirmed()
    pages = []
    for address in (GUEST.email, "nobody@example.com"):
        stranger = Browser(house, browser.codes)
        pages.append(stranger.post("/account/sign-in", contact=address))
    assert pages[0].status_code == pages[1].status_code == 200
    assert GUEST.email in pages[0].text, "what was mistyped can be seen"
    assert without_what_differs(pages[0].text) == without_what_differs(pages[1].text)
    assert [to for to, _ in browser.codes.sent] == [GUEST.email, "nobody@example.com"]


def test_an_address_that_can_be_none_is_said_beside_the_form(browser):
    page = browser.post("/account/sign-in", contact="daniel at example")
    assert page.status_code == 400
    assert "can&#39;t read that as an address" in page.text
    assert browser.codes.sent == []


def test_a_wrong_code_says_how_many_tries_are_left_and_a_spent_one_what_to_do(house, browser):
    browser.post("/account/sign-in", contact=GUEST.email)
    wrong = f"{(int(browser.codes.last) + 1) % 10**6:06}"
    said = [browser.type(wrong) for _ in range(5)]
    assert "4 more tries are left" in said[0].text
    assert "One more try is left" in said[3].text
    assert "A new one is a moment away" in said[4].text
    assert {page.status_code for page in said} == {400}
    page = browser.post("/account/code/again", "/account/code")
    assert "Six digits" in page.text
    assert "Your visits" in browser.type(browser.codes.last).text


def test_a_code_from_another_browser_opens_nothing(house, browser):
    browser.post("/account/sign-in", contact=GUEST.email)
    thief = Browser(house, browser.codes)
    thief.post("/account/sign-in", contact="thief@example.com")
    assert "not the code that we sent" in thief.type(browser.codes.sent[0][1]).text


def test_the_cookie_is_for_the_browser_alone_and_ends_with_signing_out(house, browser):
    browser.post("/account/sign-in", contact=GUEST.email)
    entered = browser.post("/account/code", follow=False, code=browser.codes.last)
    (cookie,) = [c for c in entered.headers.getlist("Set-Cookie") if c.startswith("account=")]
    assert {"HttpOnly", "SameSite=Lax", "Max-Age=2592000"} <= set(cookie.split("; "))
    stolen = cookie.split(";")[0]
    page = browser.post("/account/sign-out", "/account")
    assert "You are signed out" in page.text
    again = browser.client.get("/account", base_url=ORIGIN, headers={"Cookie": stolen})
    assert again.status_code == 303


def test_a_device_stays_signed_in_for_thirty_days(house, browser):
    browser.sign_in()
    house.now += timedelta(days=29)
    assert browser.get("/account").status_code == 200
    house.now += timedelta(days=1)
    assert browser.get("/account").status_code == 303


def test_many_codes_for_one_address_are_refused_for_a_while(house, browser):
    for _ in range(5):
        Browser(house, browser.codes).post("/account/sign-in", contact=GUEST.email)
    refused = browser.post("/account/sign-in", contact=GUEST.email)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


def test_another_address_that_is_proved_brings_its_visits(house, browser):
    house.confirmed(contact=Contact("Daniel Example", "daniel@office.example.com"))
    page = browser.sign_in()
    assert "Nothing lies ahead" in page.text
    browser.post("/account/contacts/new", contact="daniel@office.example.com")
    added = browser.type(browser.codes.last)
    assert "It is yours now" in added.text
    assert "Swedish Massage" in browser.get("/account").text


def test_browsers_are_listed_and_all_are_signed_out_at_once(house, browser):
    other = Browser(house, browser.codes)
    other.client.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Safari/604.1"
    browser.sign_in()
    other.sign_in()
    page = browser.get("/account/contacts")
    assert "Safari on iPhone" in page.text
    (theirs,) = house.rows("select id from coresync.guest_sessions order by created_at desc, id limit 1")[:1]
    assert f"/account/browsers/{theirs['id']}/end" in page.text
    browser.post("/account/browsers/end", "/account/contacts")
    assert browser.get("/account").status_code == other.get("/account").status_code == 303


def test_an_address_that_is_taken_off_opens_nothing_any_more_and_the_last_one_stays(house, browser):
    office = Contact("Daniel Example", "daniel@office.example.com")
    before = house.confirmed(contact=office)
    browser.sign_in()
    browser.post("/account/contacts/new", contact=office.email)
    both = browser.type(browser.codes.last).text
    assert both.count("/remove") == 2
    gone = browser.post("/account/contacts/1/remove", "/account/contacts")
    assert "It is gone" in gone.text
    assert "/remove" not in gone.text
    later = house.hold(at(FRIDAY, "11:00"), contact=office)
    page = browser.get("/account").text
    assert before.reference in page
    assert later.reference not in page
    last = browser.send("/account/contacts/0/remove", gone.text, shown="d•••l@example.com")
    assert "the only one by which we know you" in last.text
    assert browser.send("/account/contacts/0/remove", gone.text, shown="x•••@example.com").status_code == 404
    house.now += timedelta(minutes=10)
    assert "A fresh code" in browser.send("/account/contacts/0/remove", both, shown="d•••l@example.com").text
