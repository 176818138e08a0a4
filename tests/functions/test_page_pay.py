"""The payment page: what it shows follows from the booking, and only a guest's own tick moves anything."""

import json
import re

import pytest

from functions.page_pay import main
from functions.page_pay.app import build_app
from infra.local.stand_ins.faults import Faults
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.events import EventType
from shared_lib.payments.pay_links import pay_url
from tests.spa_house import at_once, pay_house

ORIGIN = "http://localhost:8080"
COMPLETED = "checkout.session.completed"


@pytest.fixture
def context(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.fixture
def guest(context):
    """A guest's browser."""
    return Browser(context)


class Browser:
    def __init__(self, context):
        self._house = context
        self._client = build_app(context).test_client()

    def look(self, booking, **query):
        return self._client.get(self.path(booking), base_url=ORIGIN, query_string=query)

    def accept(self, booking, *, origin: str = ORIGIN, **fields):
        page = self.look(booking).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        form = {"csrf_token": token.group(1) if token else "", "accept_policy": "2026-11"} | fields
        sent = {name: value for name, value in form.items() if value is not None}
        return self._client.post(self.path(booking), base_url=ORIGIN, data=sent, headers={"Origin": origin})

    def path(self, booking) -> str:
        return pay_url(booking.id, public_url="", signer=self._house.signer)


def test_a_link_shows_the_visit_its_price_and_the_policy(context, guest):
    page = guest.look(context.hold(tier="Base", add_on_ids=("hot-stone",)))
    assert page.status_code == 200
    for words in ("Swedish Massage", "Hot Stone", "$126.00", "$28.00", "$160.93", "2026-11", "New York time"):
        assert words in page.text
    assert "Daniel" not in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_looking_never_changes_anything(context, guest):
    """Scanners follow links, as field.md's story 24 tells."""
    booking = context.hold()
    for query in ({}, {"from": "stripe"}, {"accept_policy": "2026-11"}):
        assert guest.look(booking, **query).status_code == 200
    assert context.again(booking) == booking
    assert context.stripe.state()["sessions"] == []
    assert context.count("audit_log") == 1


def test_a_tick_leads_on_to_stripe(context, guest):
    booking = context.hold()
    answer = guest.accept(booking)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(f"{context.stripe.url}/checkout/")
    again = context.again(booking)
    assert (again.status, again.policy_accepted) == ("paying", True)


def test_the_address_that_is_kept_is_the_balancers_word(context, guest):
    booking = context.hold()
    guest._client.environ_base["HTTP_X_FORWARDED_FOR"] = "198.51.100.1, 203.0.113.9"
    guest.accept(booking)
    (row,) = context.rows("select policy_accepted as sealed from coresync.bookings")
    accepted = json.loads(context.cipher.open(row["sealed"], purpose="booking.acceptance"))
    assert (accepted["address"], accepted["version"], accepted["at"]) == ("203.0.113.9", "2026-11", str(context.now))


@pytest.mark.parametrize("tick", [None, "", "on", "2025-01"])
def test_without_the_tick_for_this_policy_nothing_is_opened(context, guest, tick):
    booking = context.hold()
    answer = guest.accept(booking, accept_policy=tick)
    assert answer.status_code == 400
    assert "needs your tick" in answer.text
    assert context.again(booking).payments == ()


@pytest.mark.parametrize("wrong", [{"origin": "https://evil.example"}, {"csrf_token": "x"}, {"csrf_token": None}])
def test_a_form_from_elsewhere_is_refused(context, guest, wrong):
    booking = context.hold()
    assert guest.accept(booking, **wrong).status_code == 403
    assert context.again(booking) == booking


def test_an_altered_link_is_not_found(context, guest):
    path = guest.path(context.hold())
    for altered in (path[:-1], path[:-3] + "xyz", "/pay/x", "/pay/%00", "/pay/" + "9" * 3000, path + "/more"):
        assert guest._client.get(altered, base_url=ORIGIN).status_code == 404
        assert guest._client.post(altered, base_url=ORIGIN).status_code in {403, 404}


def test_a_link_of_a_booking_that_never_was_is_not_found(context, guest):
    token = context.signer.sign("0" * 32, purpose="pay")
    assert guest._client.get(f"/pay/{token}", base_url=ORIGIN).status_code == 404


def test_an_ended_hold_is_gone_and_opens_nothing(context, guest):
    booking = context.hold()
    page_before = guest.look(booking)
    context.wait(10)
    assert page_before.status_code == 200
    page = guest.look(booking)
    assert page.status_code == 410
    assert "Nothing was charged" in page.text
    context.expire_holds()
    assert guest.look(booking).status_code == 410


def test_a_form_that_is_sent_after_the_end_leads_to_the_truth(context, guest):
    booking = context.hold()
    client, path = guest._client, guest.path(booking)
    token = re.search(r'name="csrf_token" value="([^"]+)"', guest.look(booking).text).group(1)
    context.wait(10)
    form = {"csrf_token": token, "accept_policy": "2026-11"}
    answer = client.post(path, base_url=ORIGIN, data=form, headers={"Origin": ORIGIN})
    assert (answer.status_code, answer.headers["Location"]) == (303, path)
    assert context.again(booking).payments == ()


def test_a_guest_who_comes_back_from_stripe_waits_and_then_sees_the_confirmation(context, guest):
    booking, url = context.paying()
    context.pay(url)
    assert "being confirmed" in guest.look(booking, **{"from": "stripe"}).text
    context.tell(COMPLETED)
    assert "Paid and confirmed" in guest.look(booking, **{"from": "stripe"}).text
    assert guest.accept(booking, csrf_token="x").status_code == 403


def test_a_guest_who_turned_back_at_stripe_sees_the_visit_again(context, guest):
    booking, url = context.paying()
    assert guest.look(booking).status_code == 200
    assert guest.accept(booking).headers["Location"] == url


def test_a_stripe_that_is_down_is_said_truly_and_the_next_click_works(context, guest):
    booking = context.hold()
    context.stripe.faults = Faults(error_rate=1)
    answer = guest.accept(booking)
    assert answer.status_code == 503
    assert "Nothing was charged" in answer.text
    context.stripe.faults = Faults()
    assert guest.accept(booking).status_code == 303


def test_a_double_click_leads_to_one_page(context):
    booking = context.hold()
    browsers = [Browser(context) for _ in range(4)]
    allocations = {answer.headers["Location"] for answer in at_once(4, lambda n: browsers[n].accept(booking))}
    assert len(allocations) == 1
    assert context.count("payments") == 1


def test_a_cancelled_visit_is_said_to_be_cancelled(context, guest):
    booking = context.confirmed()
    context.cancel(booking)
    page = guest.look(booking)
    assert page.status_code == 410
    assert "This visit is cancelled" in page.text
    assert "The full amount" not in page.text


def test_money_that_came_too_late_is_said_to_come_back(context, guest):
    booking, url = context.paying()

    def expire(change):
        change.payments.ended(change.booking.open_payment)
        change.transition(EventType.EXPIRED, actor="test")

    context.bookings.change(booking.id, expire, now=context.now)
    context.hold(), context.hold()
    assert "Nothing was charged" in guest.look(booking).text
    context.pay(url)
    context.tell(COMPLETED)
    page = guest.look(booking)
    assert page.status_code == 410
    assert "The full amount goes back to your card" in page.text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "\U0001f486" * 10_000, "'; drop table bookings; --"])
def test_whatever_a_guest_is_called_leaves_no_trace_in_the_page(context, guest, name):
    page = guest.look(context.hold(contact=Contact(name, "daniel@example.com", notes=name)))
    assert page.status_code == 200
    assert name not in page.text


def test_what_the_owner_writes_is_shown_as_text(context, guest):
    context.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content, '{treatments,0,name}',"
        " '\"<script>alert(1)</script>\"'), 'edited', published_at from coresync.price_books returning version"
    )
    page = guest.look(context.hold()).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_function_serves_the_desk(context, monkeypatch):
    from flask import Flask, request

    monkeypatch.setattr(main, "services", lambda: context)
    main._desk.cache_clear()
    with Flask("door").test_request_context(Browser(context).path(context.hold()), base_url=ORIGIN):
        assert main.page_pay(request).status_code == 200
    main._desk.cache_clear()
