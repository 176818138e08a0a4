"""What is known of a guest is taken along or forgotten, after a fresh code; a certificate says what was erased."""

import json
from datetime import timedelta

import pytest

from functions.job_relay_outbox.open_erasures import erase_next_guest
from infra.local.stand_ins.sendgrid import SendGridStandIn
from shared_lib.bookings.contact import Contact
from tests.account_house import Browser, account_house
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, THREE


@pytest.fixture
def opened(database_url, tmp_path, monkeypatch):
    with SendGridStandIn(hook_url="http://127.0.0.1:9/nobody") as sendgrid:
        vendor = {"sendgrid_api_base": sendgrid.url, "sendgrid_api_key": "SG.test"}
        with account_house(database_url, tmp_path, monkeypatch, **vendor) as both:
            yield both


@pytest.fixture
def signed_in(house, browser):
    browser.sign_in()
    return browser


def test_a_guest_takes_along_what_is_known_of_them_and_of_nobody_else(house, signed_in):
    mine = house.confirmed()
    theirs = house.confirmed(at(FRIDAY, "11:00"), contact=Contact("Robert Example", "robert@example.com"))
    answer = signed_in.get("/account/privacy/export.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="what-we-know.json"'
    assert answer.headers["Cache-Control"] == "no-store"
    text = json.dumps(json.loads(answer.get_data()))
    for known in (mine.reference, GUEST.email, "Daniel Example", "no lavender"):
        assert known in text
    assert theirs.reference not in text
    assert "Robert" not in text
    assert signed_in.get("/account/privacy/export.pdf").get_data().startswith(b"%PDF")


def test_neither_is_done_for_a_session_that_was_proved_long_ago(house, signed_in):
    house.now += timedelta(minutes=10)
    for path in ("/account/privacy/export.json", "/account/privacy/export.pdf", "/account/privacy/erase"):
        assert signed_in.get(path).headers["Location"].startswith("/account/confirm?next=")
    assert signed_in.get("/account/privacy").status_code == 200


def test_nobody_is_forgotten_while_a_visit_is_to_come(house, signed_in):
    house.confirmed()
    refused = signed_in.post("/account/privacy/erase", sure="yes")
    assert refused.status_code == 409
    assert "A visit is to come" in refused.text
    assert house.count("erasures") == 0


def test_without_the_tick_nothing_is_erased(house, signed_in):
    refused = signed_in.post("/account/privacy/erase")
    assert (refused.status_code, "It needs your tick" in refused.text) == (400, True)
    assert house.count("erasures") == 0


def test_a_guest_is_forgotten_and_keeps_the_certificate_and_comes_again_as_a_new_guest(house, signed_in):
    booking = house.confirmed()
    house.cancel(booking)
    house.relay_outbox()
    asked = signed_in.post("/account/privacy/erase", sure="yes")
    assert "It is being done" in asked.text
    certificate = asked.request.path
    assert signed_in.get("/account").status_code == 303
    while house.count("erasures", "done_at is null"):
        assert erase_next_guest(house, lambda: False) == []
    page = Browser(house, signed_in.codes).get(certificate)
    assert "You are forgotten" in page.text
    assert "bookings" in page.text
    assert signed_in.get(f"{certificate}/certificate.pdf").get_data().startswith(b"%PDF")
    assert house.again(booking).contact is None
    again = house.hold(at(FRIDAY, "11:00"))
    signed_in.sign_in()
    page = signed_in.get("/account").text
    assert again.reference in page
    assert booking.reference not in page
    assert house.now < THREE
