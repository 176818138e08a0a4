"""What no page of ours would send is answered with a page too, and changes nothing."""

from tests.account_house import link_of

FAR = ("0001-01-01", "9999-12-25", "9999-12-31", "tomorrow", "%00")
FAR_INSTANTS = ("00010101T0000Z", "99991231T2359Z")
NUMBERS = ("0", "-5", "1e9", "9223372036854775807", "9" * 5000, "²")


def test_addresses_that_make_no_sense_are_answered(house, browser):
    booking = house.confirmed()
    browser.sign_in()
    visit, link = f"/account/visits/{booking.reference}", link_of(booking, house)
    asked = [f"/account?page={number}" for number in NUMBERS]
    asked += [f"{base}/move?{name}={day}" for base in (visit, link) for name in ("from", "day") for day in FAR]
    asked += [f"{base}/move?to={instant}" for base in (visit, link) for instant in FAR_INSTANTS]
    asked += [f"{visit}%00", "/account/visits/%ED%A0%80", f"{visit}/guests/{'9' * 40}", "/account/sign-in?next=%00"]
    asked += [f"/{page}/{token}" for page in ("visit", "unsubscribe", "account/erased") for token in ("%00", "%C3%BC")]
    assert {path: status for path in asked if (status := browser.get(path).status_code) >= 500} == {}


def test_forms_that_make_no_sense_are_answered_and_change_nothing(house, browser):
    booking = house.confirmed()
    browser.sign_in()
    before = house.again(booking)
    visit, link = f"/account/visits/{booking.reference}", link_of(booking, house)
    wish = {"name": "Daniel", "treatment": "t-swedish-60", "first": "2026-11-25", "last": "2026-11-25"}
    forms = [
        ("/account/confirm", {"to": "9" * 5000}),
        ("/account/preferences", {"box": ["reviews:email", "reviews:email"]}),
        ("/account/waitlist/new", wish | {"key": "\x00"}),
        *(("/account/waitlist/new", wish | {"first": day, "last": day}) for day in FAR),
        *((f"{base}/move", {"to": "20261120T2000Z", "key": "\x00"}) for base in (visit, link)),
        *((f"{base}/move", {"to": instant}) for base in (visit, link) for instant in FAR_INSTANTS),
        (f"{visit}/cancel", {"refund": "9" * 5000}),
    ]
    page = browser.get("/account").text
    answered = [(path, browser.send(path, page, **fields).status_code) for path, fields in forms]
    assert [each for each in answered if each[1] >= 500 or each[1] == 403] == []
    assert house.again(booking) == before
    assert house.count("waitlist_entries") == 0
