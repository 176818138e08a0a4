"""The payment page: what it shows follows from the booking, and only a guest's own tick moves anything."""

import json
import re
from uuid import uuid4

import pytest

from functions.page_pay import main
from functions.page_pay.app import build_app
from infra.local.stand_ins.faults import Faults
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.events import EventType
from shared_lib.payments.pay_links import pay_url
from shared_lib.payments.payment import Acceptance
from tests.spa_house import at_once, pay_house

ORIGIN = "http://localhost:8080"
COMPLETED = "checkout.session.completed"
DOCUMENTS = {"terms": "2026-11", "refunds": "2026-11", "privacy": "2026-11"}
TICKED = {"accept_policy": "2026-11", "accept_documents": "terms=2026-11 refunds=2026-11 privacy=2026-11"}


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.fixture
def guest(house):
    """A guest's browser."""
    return Browser(house)


class Browser:
    def __init__(self, house):
        self._house = house
        self._client = build_app(house).test_client()

    def look(self, booking, **query):
        return self._client.get(self.path(booking), base_url=ORIGIN, query_string=query)

    def accept(self, booking, *, origin: str = ORIGIN, **fields):
        page = self.look(booking).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        form = {"csrf_token": token.group(1) if token else "", **TICKED} | fields
        sent = {name: value for name, value in form.items() if value is not None}
        return self._client.post(self.path(booking), base_url=ORIGIN, data=sent, headers={"Origin": origin})

    def path(self, booking) -> str:
        return pay_url(booking.id, public_url="", signer=self._house.signer)


def test_a_link_shows_the_visit_its_price_and_the_policy(house, guest):
    page = guest.look(house.hold(tier="Base", add_on_ids=("hot-stone",)))
    assert page.status_code == 200
    for words in ("Swedish Massage", "Hot Stone", "$126.00", "$28.00", "$160.93", "2026-11", "New York time"):
        assert words in page.text
    assert "Daniel" not in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_looking_never_changes_anything(house, guest):
    """Scanners follow links."""
    booking = house.hold()
    for query in ({}, {"from": "stripe"}, {"accept_policy": "2026-11"}):
        assert guest.look(booking, **query).status_code == 200
    assert house.again(booking) == booking
    assert house.stripe.state()["sessions"] == []
    assert house.count("audit_log") == 1


def test_while_nobody_has_said_who_comes_the_page_asks_for_it_and_takes_no_money(house, guest):
    booking = house.hold(contact=None)
    page = guest.look(booking)
    assert page.status_code == 200
    assert "Under which name may we expect you?" in page.text
    assert "<form" not in page.text
    assert house.again(booking) == booking


def test_who_accepts_from_an_old_page_before_saying_who_comes_is_told_what_is_missing(house, guest):
    named, booking = house.hold(), house.hold(contact=None)
    token = re.search(r'name="csrf_token" value="([^"]+)"', guest.look(named).text)[1]
    form = {"csrf_token": token, **TICKED}
    answer = guest._client.post(
        guest.path(booking), base_url=ORIGIN, data=form, headers={"Origin": ORIGIN}, follow_redirects=True
    )
    assert "Under which name may we expect you?" in answer.text
    assert house.stripe.state()["sessions"] == []


def test_a_tick_leads_on_to_stripe(house, guest):
    booking = house.hold()
    answer = guest.accept(booking)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(f"{house.stripe.url}/checkout/")
    again = house.again(booking)
    assert (again.status, again.policy_accepted) == ("paying", True)


def test_the_address_that_is_kept_is_the_balancers_word(house, guest):
    booking = house.hold()
    guest._client.environ_base["HTTP_X_FORWARDED_FOR"] = "198.51.100.1, 203.0.113.9"
    guest.accept(booking)
    accepted = house.acceptances.acceptance_of(booking.id)
    assert accepted == Acceptance("2026-11", house.now, "203.0.113.9", DOCUMENTS)


def test_each_text_that_is_accepted_is_shown_in_its_version(house, guest):
    page = guest.look(house.hold()).text
    for name, version in DOCUMENTS.items():
        assert f'href="/{name}/{version}"' in page


def test_what_was_shown_is_what_is_accepted(house, guest):
    """A page from before a new version came into force does not accept the new one."""
    booking = house.hold()
    answer = guest.accept(booking, accept_documents="terms=2025-01 refunds=2026-11 privacy=2026-11")
    assert answer.status_code == 400
    assert "needs your tick" in answer.text
    assert house.acceptances.acceptance_of(booking.id) is None
    with pytest.raises(NotFound):
        house.acceptances.acceptance_of(uuid4())


def test_an_acceptance_from_before_the_documents_had_versions_still_opens(house):
    booking = house.hold()
    kept = json.dumps({"version": "2025-01", "at": str(house.now), "address": "203.0.113.9"})
    sealed = house.cipher.seal(kept, purpose="booking.acceptance")
    house.rows("update coresync.bookings set policy_accepted = %s returning id", sealed)
    assert house.acceptances.acceptance_of(booking.id) == Acceptance("2025-01", house.now, "203.0.113.9", {})


@pytest.mark.parametrize("tick", [None, "", "on", "2025-01"])
def test_without_the_tick_for_this_policy_nothing_is_opened(house, guest, tick):
    booking = house.hold()
    answer = guest.accept(booking, accept_policy=tick)
    assert answer.status_code == 400
    assert "needs your tick" in answer.text
    assert house.again(booking).payments == ()


@pytest.mark.parametrize("wrong", [{"origin": "https://evil.example"}, {"csrf_token": "x"}, {"csrf_token": None}])
def test_a_form_from_elsewhere_is_refused(house, guest, wrong):
    booking = house.hold()
    assert guest.accept(booking, **wrong).status_code == 403
    assert house.again(booking) == booking


def test_an_altered_link_is_not_found(house, guest):
    path = guest.path(house.hold())
    for altered in (path[:-1], path[:-3] + "xyz", "/pay/x", "/pay/%00", "/pay/" + "9" * 3000, path + "/more"):
        assert guest._client.get(altered, base_url=ORIGIN).status_code == 404
        assert guest._client.post(altered, base_url=ORIGIN).status_code in {403, 404}


def test_a_link_of_a_booking_that_never_was_is_not_found(house, guest):
    token = house.signer.sign("0" * 32, purpose="pay")
    assert guest._client.get(f"/pay/{token}", base_url=ORIGIN).status_code == 404


def test_an_ended_hold_is_gone_and_opens_nothing(house, guest):
    booking = house.hold()
    page_before = guest.look(booking)
    house.wait(10)
    assert page_before.status_code == 200
    page = guest.look(booking)
    assert page.status_code == 410
    assert "Nothing was charged" in page.text
    house.expire_holds()
    assert guest.look(booking).status_code == 410


def test_a_form_that_is_sent_after_the_end_leads_to_the_truth(house, guest):
    booking = house.hold()
    client, path = guest._client, guest.path(booking)
    token = re.search(r'name="csrf_token" value="([^"]+)"', guest.look(booking).text).group(1)
    house.wait(10)
    form = {"csrf_token": token, **TICKED}
    answer = client.post(path, base_url=ORIGIN, data=form, headers={"Origin": ORIGIN})
    assert (answer.status_code, answer.headers["Location"]) == (303, path)
    assert house.again(booking).payments == ()


def test_a_guest_who_comes_back_from_stripe_waits_and_then_sees_the_confirmation(house, guest):
    booking, url = house.paying()
    house.pay(url)
    assert "being confirmed" in guest.look(booking, **{"from": "stripe"}).text
    house.tell(COMPLETED)
    assert "Paid and confirmed" in guest.look(booking, **{"from": "stripe"}).text
    assert guest.accept(booking, csrf_token="x").status_code == 403


def test_a_guest_who_turned_back_at_stripe_sees_the_visit_again(house, guest):
    booking, url = house.paying()
    assert guest.look(booking).status_code == 200
    assert guest.accept(booking).headers["Location"] == url


def test_a_stripe_that_is_down_is_said_truly_and_the_next_click_works(house, guest):
    booking = house.hold()
    house.stripe.faults = Faults(error_rate=1)
    answer = guest.accept(booking)
    assert answer.status_code == 503
    assert "Nothing was charged" in answer.text
    house.stripe.faults = Faults()
    assert guest.accept(booking).status_code == 303


def test_a_page_that_could_not_do_what_it_is_for_leaves_an_alert_that_names_the_vendor(house, guest, caplog):
    booking = house.hold()
    house.stripe.faults = Faults(error_rate=1)
    guest.accept(booking)
    [line] = [record for record in caplog.records if record.levelname == "ERROR"]
    wanted = {"alert": "page_unavailable", "endpoint": "accept", "vendor": "stripe", "code": "VENDOR_UNAVAILABLE"}
    assert line.facts | wanted == line.facts
    assert "/pay/" not in str(line.facts) + line.getMessage()


def test_a_double_click_leads_to_one_page(house):
    booking = house.hold()
    browsers = [Browser(house) for _ in range(4)]
    addresses = {answer.headers["Location"] for answer in at_once(4, lambda n: browsers[n].accept(booking))}
    assert len(addresses) == 1
    assert house.count("payments") == 1


def test_a_cancelled_visit_is_said_to_be_cancelled(house, guest):
    booking = house.confirmed()
    house.cancel(booking)
    page = guest.look(booking)
    assert page.status_code == 410
    assert "This visit is cancelled" in page.text
    assert "The full amount" not in page.text


def test_money_that_came_too_late_is_said_to_come_back(house, guest):
    booking, url = house.paying()

    def expire(change):
        change.payments.ended(change.booking.open_payment)
        change.transition(EventType.EXPIRED, actor="test")

    house.bookings.change(booking.id, expire, now=house.now)
    house.hold(), house.hold()
    assert "Nothing was charged" in guest.look(booking).text
    house.pay(url)
    house.tell(COMPLETED)
    page = guest.look(booking)
    assert page.status_code == 410
    assert "The full amount goes back to your card" in page.text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "\U0001f486" * 10_000, "'; drop table bookings; --"])
def test_whatever_a_guest_is_called_leaves_no_trace_in_the_page(house, guest, name):
    page = guest.look(house.hold(contact=Contact(name, "daniel@example.com", notes=name)))
    assert page.status_code == 200
    assert name not in page.text


def test_what_the_owner_writes_is_shown_as_text(house, guest):
    house.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content, '{treatments,0,name}',"
        " '\"<script>alert(1)</script>\"'), 'edited', published_at from coresync.price_books returning version"
    )
    page = guest.look(house.hold()).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_function_serves_the_desk(house, monkeypatch):
    from flask import Flask, request

    monkeypatch.setattr(main, "services", lambda: house)
    main._app.cache_clear()
    with Flask("door").test_request_context(Browser(house).path(house.hold()), base_url=ORIGIN):
        assert main.page_pay(request).status_code == 200
    main._app.cache_clear()
