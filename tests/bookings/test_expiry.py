"""Holds that nobody paid for: the place comes back within two minutes, and never from under a card."""

import logging

import pytest

from functions.job_expire_holds import main as job
from infra.local.stand_ins.faults import Faults
from shared_lib.bookings.expire import ACTOR
from shared_lib.kernel.errors import VendorRefused
from tests.spa_house import THREE, at_once, pay_house

COMPLETED = "checkout.session.completed"


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def sessions(house) -> list[str]:
    return [session["status"] for session in house.stripe.state()["sessions"]]


def test_a_hold_that_nobody_paid_for_gives_its_place_back(house):
    """Unpaid bookings never block for ever."""
    booking = house.hold()
    assert house.expire_holds() == 200
    assert house.status(booking) == "held"
    house.wait(10)
    assert house.expire_holds() == 200
    assert house.status(booking) == "expired"
    assert house.wire.types == ["booking.expired"]
    assert house.rows("select actor from coresync.audit_log order by id desc limit 1")[0]["actor"] == ACTOR


def test_an_abandoned_checkout_is_ended_at_stripe_before_its_place_is_free(house):
    booking, _ = house.paying()
    house.wait(9.9)
    house.expire_holds()
    assert (house.status(booking), sessions(house)) == ("paying", ["open"])
    house.wait(0.1)
    house.expire_holds()
    assert (house.status(booking), sessions(house)) == ("expired", ["expired"])
    assert [payment.status for payment in house.again(booking).payments] == ["expired"]
    assert house.tell("checkout.session.expired") == [204]
    assert house.status(booking) == "expired"


def test_a_payment_that_stripe_knows_of_confirms_instead_of_expiring(house):
    """Ask Stripe before releasing: its event has not come, the money has."""
    booking, url = house.paying()
    house.pay(url)
    house.wait(11)
    assert house.expire_holds() == 200
    assert house.status(booking) == "confirmed"
    assert house.wire.types == ["payment.captured", "booking.confirmed"]
    assert house.tell(COMPLETED) == [204]
    assert house.ledger()["stripe_clearing"] == booking.total_cents


def test_a_stripe_that_is_down_keeps_the_place_until_it_answers(house):
    booking, url = house.paying()
    alone = house.hold()
    house.wait(11)
    house.stripe.faults = Faults(error_rate=1)
    assert house.expire_holds() == 503
    assert (house.status(booking), house.status(alone)) == ("paying", "expired")
    house.stripe.faults = Faults()
    assert house.expire_holds() == 200
    assert house.status(booking) == "expired"
    assert house.pay(url) != "paid"


def test_a_lost_answer_while_expiring_is_settled_by_the_next_run(house):
    booking, _ = house.paying()
    house.wait(11)
    house.stripe.faults = Faults(drop_rate=1)
    assert house.expire_holds() == 503
    assert (house.status(booking), sessions(house)) == ("paying", ["expired"])
    house.stripe.faults = Faults()
    assert house.expire_holds() == 200
    assert house.status(booking) == "expired"


def test_an_attempt_that_never_got_a_page_expires_without_asking(house):
    booking = house.hold()
    house.stripe.faults = Faults(error_rate=1)
    with pytest.raises(Exception, match="stripe"):
        house.open_payment(booking)
    house.wait(11)
    assert house.expire_holds() == 200
    assert house.status(booking) == "expired"


def test_the_checkout_of_a_cancelled_booking_is_closed(house):
    booking, url = house.paying()
    house.cancel(booking)
    assert house.expire_holds() == 200
    assert sessions(house) == ["expired"]
    assert [payment.status for payment in house.again(booking).payments] == ["expired"]
    assert house.pay(url) != "paid"
    assert house.expire_holds() == 200


def test_a_checkout_that_can_not_be_closed_now_is_closed_by_the_next_run(house):
    booking, _ = house.paying()
    house.cancel(booking)
    house.stripe.faults = Faults(error_rate=1)
    assert house.expire_holds() == 503
    house.stripe.faults = Faults()
    assert house.expire_holds() == 200
    assert sessions(house) == ["expired"]


def test_a_cancelled_booking_that_was_paid_just_before_is_refunded(house):
    booking, url = house.paying()
    house.cancel(booking)
    house.pay(url)
    assert house.expire_holds() == 200
    assert house.relay_outbox() == 200
    assert house.returned_cents() == [booking.total_cents]


def test_a_checkout_that_stripe_does_not_know_blocks_no_place(house):
    booking, _ = house.paying()
    left, _ = house.paying()
    house.cancel(left)
    house.stripe.reset()
    house.wait(11)
    assert [house.expire_holds() for _ in range(2)] == [200, 200]
    assert (house.status(booking), house.status(left)) == ("expired", "cancelled")
    assert house.count("payments", "status = 'expired'") == 2


def test_what_stripe_refuses_is_logged_with_its_booking(house, monkeypatch, caplog):
    def refuse(_):
        raise VendorRefused("stripe", "no")

    booking, _ = house.paying()
    house.wait(11)
    monkeypatch.setattr(house.payments, "expire", refuse)
    assert house.expire_holds() == 503
    (line,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert (line.facts["alert"], line.facts["booking"]) == ("booking_unsettled", booking.id)


def test_a_run_that_takes_too_long_leaves_the_rest_to_the_next(house, monkeypatch):
    booking = house.hold()
    house.wait(11)
    monkeypatch.setattr(job, "SECONDS", -1)
    assert (house.expire_holds(), house.status(booking)) == (503, "held")


def test_a_payment_that_opens_while_stripe_is_asked_is_left_for_the_next_run(house, monkeypatch):
    """What was learnt of one attempt says nothing about another."""
    booking, _ = house.paying()
    house.wait(9.9)
    late, expire = house.now, house.payments.expire

    def expire_and_reopen(checkout_id):
        answer = expire(checkout_id)
        house.tell("checkout.session.expired")
        house.now = late
        house.open_payment(booking)
        house.wait(2)
        return answer

    house.wait(2)
    monkeypatch.setattr(house.payments, "expire", expire_and_reopen)
    assert house.expire_holds() == 200
    monkeypatch.undo()
    assert house.status(booking) == "paying"


def test_expiry_and_payment_at_one_moment_end_as_a_booking(house):
    for number in range(5):
        booking, url = house.paying(THREE)
        house.pay(url)
        house.wait(11)
        answers = at_once(4, lambda n: house.expire_holds() if n % 2 else house.tell(COMPLETED)[-1])
        assert set(answers) <= {200, 204}
        assert house.status(booking) == "confirmed"
        assert house.count("ledger_entries", "account = 'stripe_clearing'") == number + 1
        house.cancel(house.again(booking))


def test_expiry_and_a_guests_hurry_at_one_moment_never_lose_both_place_and_money(house):
    """The guest pays while the job asks Stripe to end the page: one of them wins there, and we follow."""
    for _ in range(5):
        booking, url = house.paying(THREE)
        house.wait(11)
        paid, job = at_once(2, lambda n, url=url: house.expire_holds() if n else house.pay(url))
        house.tell()
        assert job == 200
        assert house.status(booking) == ("confirmed" if paid == "paid" else "expired")
        if paid == "paid":
            house.cancel(house.again(booking))


def test_cancelling_and_paying_at_one_moment_leave_no_money_behind(house):
    for _ in range(5):
        booking, url = house.paying(THREE)
        house.pay(url)
        at_once(2, lambda n, b=booking: house.cancel(b) if n else house.tell(COMPLETED))
        assert house.relay_outbox() == 200
        assert house.status(booking) == "cancelled"
    assert "stripe_clearing" not in house.ledger()
    assert len(house.returned_cents()) == 5
