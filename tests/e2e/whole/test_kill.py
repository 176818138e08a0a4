"""`kill -9` in the middle of everything: in the end one booking, one charge, one event in each calendar, one mail."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from zoneinfo import ZoneInfo

import pytest

from tests.e2e.whole.gate import gate_before
from tests.e2e.whole.guest import ABANDONED, Guest

REPEATED = "8d3a1c52-0f7e-4b7a-9f35-0c7a1d2e3f40"
NEW_YORK = ZoneInfo("America/New_York")
CHECKOUTS = "/v1/checkout/sessions"
HOLD_ENDS = 15 * 60
"""Seconds of business time after which no hold lives, not even one whose Checkout was opened late."""
MAIL_GIVEN_UP = 11 * 60
"""Seconds of business time after which a mail of unknown fate is sent again."""


@pytest.fixture
def in_background():
    with ThreadPoolExecutor(4) as pool:
        yield pool.submit


def bookings_of(system, guest):
    guest.introduces_herself()
    return system.rows(
        "select id::text from coresync.bookings where ai_session_id ="
        " (select ai_session_id from coresync.bookings where id = %s::uuid)",
        guest.booking_id,
    )


def test_the_chat_dies_while_it_writes_a_hold(system, guest, in_background, agrees):
    choice = guest.wishes()
    with system.locked("outbox"):
        turn = in_background(guest.send, choice=choice, message_id=REPEATED)
        assert system.somebody_waits_for("outbox")
        system.functions.kill("api_chat")
    assert turn.result().status_code in ABANDONED
    assert guest.send(choice=choice, message_id=REPEATED).ok
    assert len(bookings_of(system, guest)) == 1
    assert guest.pays() == "paid"
    agrees()


def test_the_chat_dies_between_the_hold_and_its_own_memory(system, guest, in_background, agrees, eventually):
    choice, before = guest.wishes(), system.rows("select from coresync.bookings")
    with system.locked("outbox") as unlock, ExitStack() as silence:
        turn = in_background(guest.send, choice=choice, message_id=REPEATED)
        assert system.somebody_waits_for("outbox")
        silence.enter_context(system.silent(system.firestore))
        unlock()
        eventually(lambda: len(system.rows("select from coresync.bookings")) > len(before))
        system.functions.kill("api_chat")
    assert turn.result().status_code in ABANDONED
    assert guest.send(choice=choice, message_id=REPEATED).ok
    assert len(bookings_of(system, guest)) == 1
    assert guest.pays() == "paid"
    agrees()


def test_an_answer_that_got_lost_is_given_again(system, guest):
    choice = guest.wishes()
    first = guest.send(choice=choice, message_id=REPEATED).json()
    system.functions.kill("api_chat")
    assert guest.send(choice=choice, message_id=REPEATED).json() == first
    assert len(bookings_of(system, guest)) == 1


@pytest.mark.parametrize("carried_out", [True, False, None])
def test_the_hook_dies_while_it_asks_stripe(system, guest, agrees, carried_out):
    guest.holds()
    with gate_before(system.vendor("stripe"), f"GET {CHECKOUTS}/", carried_out=carried_out) as gate:
        assert guest.pays() == "paid"
        gate.wait()
        system.functions.kill("hook_stripe")
    agrees()


@pytest.mark.parametrize("table", ["inbox", "payments", "ledger_entries", "audit_log"])
def test_the_hook_dies_between_its_claim_and_its_answer(system, guest, agrees, table):
    guest.holds()
    checkout = guest.accepts().headers["Location"].rpartition("/")[2]
    with system.locked(table):
        assert guest.pays_at_stripe(checkout) == "paid"
        assert system.somebody_waits_for(table)
        system.functions.kill("hook_stripe")
    agrees()


def test_the_hook_dies_after_its_commit_before_anybody_was_told(system, guest, agrees, eventually):
    booking = guest.holds()
    checkout = guest.accepts().headers["Location"].rpartition("/")[2]
    with system.silent(system.pubsub):
        assert guest.pays_at_stripe(checkout) == "paid"
        eventually(lambda: guest.status(booking) == "confirmed", within=30)
        system.functions.kill("hook_stripe")
    assert system.run_job("job_relay_outbox").ok
    agrees()


def test_the_payment_page_dies_before_stripe_hears_of_it(system, guest, in_background, agrees):
    guest.holds()
    with gate_before(system.vendor("stripe"), f"POST {CHECKOUTS}", carried_out=False) as gate:
        page = in_background(guest.accepts)
        gate.wait()
        system.functions.kill("page_pay")
    assert page.result().status_code in ABANDONED
    assert guest.pays() == "paid"
    agrees()


def test_the_payment_page_dies_before_it_notes_the_checkout(system, guest, in_background, agrees):
    booking = guest.holds()
    with gate_before(system.vendor("stripe"), f"POST {CHECKOUTS}", carried_out=True) as gate:
        page = in_background(guest.accepts)
        gate.wait()
        system.functions.kill("page_pay")
    assert page.result().status_code in ABANDONED
    assert guest.pays() == "paid"
    assert len(checkouts_of(system, booking)) == 1
    agrees()


def checkouts_of(system, booking):
    sessions = system.state("stripe")["sessions"]
    return [session["id"] for session in sessions if session["client_reference_id"] == booking]


def forgotten_checkout(system, guest, in_background):
    """Let the page die with a Checkout that Stripe has opened, and the hold end; return booking and checkout."""
    booking = guest.holds("manicure with Nina tomorrow")
    with gate_before(system.vendor("stripe"), f"POST {CHECKOUTS}", carried_out=True) as gate:
        in_background(guest.accepts)
        gate.wait()
        system.functions.kill("page_pay")
    system.move_clock(advance=HOLD_ENDS)
    assert system.run_job("job_expire_holds").ok
    assert guest.status(booking) == "expired"
    [checkout] = checkouts_of(system, booking)
    return booking, checkout


def test_a_forgotten_checkout_is_paid_late_and_takes_the_place_again(system, guest, in_background, agrees):
    booking, checkout = forgotten_checkout(system, guest, in_background)
    assert guest.pays_at_stripe(checkout) == "paid"
    agrees()
    assert guest.status(booking) == "confirmed"


def test_a_forgotten_checkout_is_paid_when_the_place_has_gone_and_refunded(system, guest, in_background, agrees):
    booking, checkout = forgotten_checkout(system, guest, in_background)
    [row] = system.rows("select starts_at from coresync.bookings where id = %s::uuid", booking)
    Guest(system).books(f"manicure with Nina tomorrow at {row['starts_at'].astimezone(NEW_YORK):%H:%M}")
    assert guest.pays_at_stripe(checkout) == "paid"
    agrees()
    assert guest.status(booking) == "expired"
    assert "payment.refunded" in guest.told()


@pytest.mark.parametrize("carried_out", [True, False, None])
def test_the_job_dies_while_it_ends_an_abandoned_checkout(system, guest, in_background, agrees, carried_out):
    booking = guest.holds()
    guest.accepts()
    with gate_before(system.vendor("stripe"), "POST /expire", carried_out=carried_out) as gate:
        system.move_clock(advance=HOLD_ENDS)
        in_background(system.run_job, "job_expire_holds")
        gate.wait()
        system.functions.kill("job_expire_holds")
    assert system.run_job("job_expire_holds").ok
    assert guest.status(booking) == "expired"
    agrees()


def test_the_guest_pays_while_the_job_that_ends_the_hold_dies(system, guest, in_background, agrees):
    booking = guest.holds()
    checkout = guest.accepts().headers["Location"].rpartition("/")[2]
    with gate_before(system.vendor("stripe"), "POST /expire", carried_out=None) as gate:
        system.move_clock(advance=HOLD_ENDS)
        in_background(system.run_job, "job_expire_holds")
        gate.wait()
        assert guest.pays_at_stripe(checkout) == "paid"
        system.functions.kill("job_expire_holds")
    assert system.run_job("job_expire_holds").ok
    agrees()
    assert guest.status(booking) == "confirmed"


def test_the_mailer_dies_before_the_mail_has_gone(system, guest, agrees):
    guest.holds()
    with gate_before(system.vendor("sendgrid"), "POST /v3/mail/send", carried_out=False) as gate:
        assert guest.pays() == "paid"
        gate.wait()
        system.functions.kill("on_booking_email")
    system.move_clock(advance=MAIL_GIVEN_UP)
    agrees()


def test_the_mailer_dies_after_the_mail_has_gone(system, guest, agrees):
    guest.holds()
    with gate_before(system.vendor("sendgrid"), "POST /v3/mail/send", carried_out=True) as gate:
        assert guest.pays() == "paid"
        gate.wait()
        system.functions.kill("on_booking_email")
    agrees()


def test_a_mail_whose_fate_stays_unknown_may_go_twice_and_never_more(system, guest, agrees, eventually):
    sendgrid = system.vendor("sendgrid")
    booking = guest.holds()
    sendgrid._delivery.hold(hold=True)
    with gate_before(sendgrid, "POST /v3/mail/send", carried_out=True) as gate:
        assert guest.pays() == "paid"
        gate.wait()
        system.functions.kill("on_booking_email")
    system.move_clock(advance=MAIL_GIVEN_UP)
    sent = len(system.state("sendgrid")["mails"])
    eventually(lambda: len(system.state("sendgrid")["mails"]) == sent + 1, within=60)
    sendgrid._delivery.hold(hold=False)
    system.sent_twice.add(booking)
    agrees()


@pytest.mark.parametrize("carried_out", [True, False])
def test_the_mirror_of_the_calendars_dies_between_two_of_them(system, guest, agrees, carried_out):
    guest.holds()
    technicians = system.facts["calendars"]["CALENDAR_TECHNICIANS"].partition("@")[0]
    with gate_before(system.vendor("calendar"), f"POST {technicians}", carried_out=carried_out) as gate:
        assert guest.pays() == "paid"
        gate.wait()
        system.functions.kill("on_booking_calendar")
    agrees()


def test_two_tabs_pay_and_the_hook_dies(system, guest: Guest, agrees):
    guest.holds()
    first, second = guest.accepts(), guest.accepts()
    assert first.headers["Location"] == second.headers["Location"]
    assert guest.pays() == "paid"
    system.functions.kill("hook_stripe")
    agrees()
