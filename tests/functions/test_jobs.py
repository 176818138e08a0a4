"""Jobs answer Cloud Scheduler with what was done, and with 503 where something has to be tried again."""

from collections import Counter
from types import SimpleNamespace
from uuid import UUID

import pytest
from flask import Flask, request

from functions.job_complete_visits import main as completing
from functions.job_expire_holds import main as expiry
from functions.job_offer_waitlist import main as waitlist
from functions.job_relay_outbox import main as relay
from shared_lib.bookings.complete import CompleteResult
from shared_lib.bookings.expire import ExpireResult
from shared_lib.bookings.send_refunds import SendRefundsResult
from shared_lib.kernel.events import EventType
from shared_lib.kernel.failures import Failure
from shared_lib.waitlist.entry import EntryStatus
from shared_lib.waitlist.offer import OfferResult
from shared_lib.web import jobs
from shared_lib.web.jobs import job
from tests.manager_alerts import AlertsAtHand
from tests.visits import NOW, SPA, a_visit, heard

EVENT = heard(EventType.EXPIRED, a_visit())


@pytest.fixture
def deps(monkeypatch):
    told = []
    dispatcher = SimpleNamespace(publish_now=lambda events, now: told.extend(events), relay=lambda now: 3)
    parts = SimpleNamespace(clock=lambda: NOW, dispatcher=dispatcher, told=told)
    parts.manager_alerts = AlertsAtHand()
    parts.bookings = parts.payments = parts.pending_payments = parts.context = parts.waitlist = None
    parts.owed_mail = SimpleNamespace(mark_settled=lambda now: 2, waiting=lambda before, limit: [])
    parts.spa = SPA
    parts.proof_codes = SimpleNamespace(unsent=lambda before, now, limit: [])
    for door in (completing, expiry, relay, waitlist):
        monkeypatch.setattr(door, "services", lambda: parts)
    monkeypatch.setattr(relay, "erase_next_guest", lambda deps, out_of_time: [])
    return parts


def call(door):
    with Flask("job").test_request_context(method="POST"):
        return door(request)


BOOKING = UUID("5f2b4f86-0a0e-4a43-9a53-7d6b2d1f8c11")
TROUBLES = [([], 200), ([Failure("VENDOR_UNAVAILABLE", BOOKING)], 503)]


@pytest.mark.parametrize(("failures", "status"), TROUBLES)
def test_expiry_announces_what_it_did_and_says_what_is_left(deps, monkeypatch, failures, status):
    monkeypatch.setattr(expiry, "expire_holds", lambda **_: ExpireResult([EVENT], failures))
    answer = call(expiry.job_expire_holds)
    assert (answer.status_code, answer.get_json()) == (
        status,
        {"events": 1, "failures": [trouble.code for trouble in failures]},
    )
    assert deps.told == [EVENT]


@pytest.mark.parametrize(("failures", "status"), TROUBLES)
def test_visits_that_ended_are_told_of_and_what_is_left_is_said(deps, monkeypatch, failures, status):
    monkeypatch.setattr(completing, "complete_visits", lambda **_: CompleteResult([EVENT], failures))
    answer = call(completing.job_complete_visits)
    codes = [trouble.code for trouble in failures]
    assert (answer.status_code, answer.get_json()) == (status, {"completed": 1, "failures": codes})
    assert deps.told == [EVENT]


@pytest.mark.parametrize(("failures", "status"), TROUBLES)
def test_the_relay_publishes_even_where_a_refund_could_not_be_sent(deps, monkeypatch, failures, status):
    monkeypatch.setattr(relay, "send_refunds", lambda **_: SendRefundsResult([EVENT], failures))
    answer = call(relay.job_relay_outbox)
    codes = [trouble.code for trouble in failures]
    assert (answer.status_code, answer.get_json()) == (
        status,
        {"refunds": 1, "published": 3, "mails": 0, "failures": codes},
    )


@pytest.mark.parametrize("offers", [[], [a_visit()]])
@pytest.mark.parametrize(("failures", "status"), [([], 200), (["VENDOR_UNAVAILABLE"], 503)])
def test_the_waitlist_tells_of_its_offers_at_once_and_says_what_is_left(deps, monkeypatch, offers, failures, status):
    relays = []
    deps.dispatcher.relay = lambda *, now: relays.append(now)
    ended = Counter({EntryStatus.BOOKED: 2, EntryStatus.ENDED: 3})
    monkeypatch.setattr(waitlist, "offer_waitlist", lambda **_: OfferResult(offers, ended, failures))
    answer = call(waitlist.job_offer_waitlist)
    counts = {"offered": len(offers), "booked": 2, "ended": 3, "failures": failures}
    assert (answer.status_code, answer.get_json(), len(relays)) == (status, counts, len(offers))


def test_each_run_leaves_one_line(monkeypatch):
    lines = []
    monkeypatch.setattr(jobs, "log", lambda message, **facts: lines.append((message, facts["job"], facts["done"])))

    @job
    def job_of_a_test():
        return {"events": 2}

    assert call(job_of_a_test).status_code == 200
    assert lines == [("job done", "job_of_a_test", {"events": 2})]


def test_a_job_that_bursts_says_so_without_details():
    @job
    def job_of_a_test():
        raise ZeroDivisionError

    answer = call(job_of_a_test)
    assert (answer.status_code, answer.get_json()["code"]) == (500, "INTERNAL")
