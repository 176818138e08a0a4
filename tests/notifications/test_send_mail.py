"""A guest's mail through PostgreSQL and SendGrid: sent once, never lost, and a second time only where nobody knew."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.kernel.errors import CoreSyncError, OutcomeUnknown, VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.payments.payment import RefundReason
from tests.notifications.mail_house import mail_house


@pytest.fixture
def house(database_url, monkeypatch):
    with mail_house(database_url, monkeypatch) as open_house:
        yield open_house


def test_a_confirmed_visit_is_told_with_an_invitation_and_seen_to_arrive(house, eventually):
    house.deliver(house.confirmed())
    (mail,) = house.mails()
    assert mail["subject"] == "Your visit is confirmed: Friday 27 November, 3:00 PM New York time"
    assert "Friday 27 November" in mail["text"]
    assert "METHOD:REQUEST" in mail["attachments"][0]["text"]
    eventually(lambda: house.statuses() == ["delivered"])
    assert house.log()[0].vendor_id == mail["message_id"]


def test_the_same_event_again_sends_nothing(house):
    event = house.confirmed()
    for _ in range(3):
        house.deliver(event)
    assert len(house.mails()) == 1


def test_ten_deliveries_at_once_send_one_mail(house):
    event = house.confirmed()

    def deliver(_: int) -> str:
        try:
            house.deliver(event)
        except CoreSyncError as trouble:
            return trouble.code
        return "taken"

    with ThreadPoolExecutor(10) as pool:
        answers = set(pool.map(deliver, range(10)))
    assert answers <= {"taken", "OUTCOME_UNKNOWN"}
    assert len(house.mails()) == 1


def test_a_sendgrid_that_fails_half_of_its_calls_gets_each_mail_once(house):
    house.sendgrid.faults = Faults(error_rate=0.5)
    for day in range(10):
        house.deliver_until_taken(house.confirmed(day=day * 7))
    assert len(house.mails()) == 10


def test_what_was_known_not_to_be_sent_is_sent_at_the_next_delivery(house):
    event = house.confirmed()
    house.sendgrid.faults = Faults(error_rate=1, status=429)
    with pytest.raises(VendorUnavailable):
        house.deliver(event)
    assert house.statuses() == ["unsent"]
    house.sendgrid.faults = Faults()
    house.deliver(event)
    assert [row.attempt for row in house.log()] == [2]
    assert len(house.mails()) == 1


def test_a_lost_answer_is_settled_by_sendgrids_own_word(house, eventually):
    event = house.confirmed()
    house.sendgrid.faults = Faults(drop_rate=1)
    with pytest.raises(OutcomeUnknown):
        house.deliver(event)
    eventually(lambda: house.statuses() == ["delivered"])
    house.now += timedelta(hours=1)
    house.deliver(event)
    assert len(house.mails()) == 1


def test_without_a_word_for_ten_minutes_a_mail_is_sent_again(house):
    event = house.confirmed()
    house.hold_reports(hold=True)
    house.sendgrid.faults = Faults(drop_rate=1)
    for minutes in (0, 9):
        house.now += timedelta(minutes=minutes)
        with pytest.raises(OutcomeUnknown):
            house.deliver(event)
    assert len(house.mails()) == 1
    house.sendgrid.faults = Faults()
    house.now += timedelta(minutes=2)
    house.deliver(event)
    assert [(row.status, row.attempt) for row in house.log()] == [("accepted", 2)]
    assert len(house.mails()) == 2


def test_a_process_that_died_before_sending_loses_nothing(house):
    event = house.confirmed()
    house.claim(event)
    with pytest.raises(OutcomeUnknown):
        house.deliver(event)
    house.now += timedelta(minutes=11)
    house.deliver(event)
    assert len(house.mails()) == 1


def test_an_address_that_sendgrid_refuses_is_noted_and_not_tried_again(house, caplog):
    caplog.set_level(logging.INFO)
    event = house.confirmed(email="daniel at example")
    house.deliver(event)
    house.deliver(event)
    (row,) = house.log()
    assert (row.status, row.reason, row.attempt) == ("refused", "answered 400 personalizations.0.to.0.email", 1)
    [line] = [record for record in caplog.records if record.name == "coresync.alerts"]
    assert (line.levelname, line.facts["alert"], line.facts["mail"]) == ("ERROR", "mail_refused", row.id)
    assert "@" not in str(line.facts)
    assert "daniel" not in caplog.text.lower()


def test_a_guest_without_an_address_gets_no_mail(house):
    house.deliver(house.confirmed(email=""))
    assert (house.mails(), house.log()) == ([], [])


def test_a_cancellation_follows_its_confirmation_with_the_same_uid(house):
    confirmed = house.confirmed()
    house.deliver(confirmed)
    house.deliver(house.cancel(confirmed))
    assert house.subjects()[1] == "Your visit on Friday 27 November is cancelled"
    invitations = [mail["attachments"][0]["text"] for mail in house.mails()]
    assert all(f"UID:{confirmed.booking_id}@coresync.life" in text for text in invitations)
    assert ["METHOD:CANCEL" in text for text in invitations] == [False, True]
    assert ["SEQUENCE:2" in text for text in invitations] == [True, False]
    assert "All that you paid, $217.36" in " ".join(house.mails()[1]["text"].split())


def test_a_visit_cancelled_before_its_confirmation_went_out_is_told_once_as_cancelled(house):
    confirmed = house.confirmed()
    cancelled = house.cancel(confirmed)
    for event in (cancelled, confirmed, confirmed, cancelled):
        house.deliver(event)
    assert house.subjects() == ["Your visit on Friday 27 November is cancelled"]


def test_a_hold_that_is_given_up_is_not_told(house):
    held = house.hold()
    house.deliver(house.cancel(house.bookings.change(held.id, _tell_held, now=house.now)))
    assert house.mails() == []


def _tell_held(change):
    change.record_event(EventType.HELD, actor="test")
    return change.events[-1]


def test_a_payment_that_came_too_late_is_told_to_be_returned(house):
    def pay_late(change):
        change.transition(EventType.EXPIRED, actor="job")
        payment = change.payments.open(change.booking.total_cents, ends_at=house.now)
        change.payments.paid(payment, payment_intent_id="pi_late", entry=())
        change.refunds.owe(payment, cents=payment.amount_cents, tax_cents=0, reason=RefundReason.PLACE_TAKEN)
        change.record_event(EventType.PAYMENT_REFUNDED, actor="coresync")
        return change.events

    held = house.hold()
    for event in house.bookings.change(held.id, pay_late, now=house.now):
        house.deliver(event)
    assert house.subjects() == ["Your payment of $217.36 is on its way back"]


def test_a_bounce_is_noted_however_often_and_in_whatever_order_it_is_told(house, eventually):
    house.sendgrid.faults = Faults(duplicate=True, reorder=True)
    house.hold_reports(hold=True)
    house.deliver(house.confirmed())
    (mail,) = house.mails()
    house.sendgrid._notify(mail["id"], "bounce")
    house.hold_reports(hold=False)
    eventually(lambda: not house.sendgrid.store.all("outgoing"))
    assert house.statuses() == ["bounced"]
    assert house.database.rows("select count(*) as n from coresync.inbox where source = 'sendgrid'")[0]["n"] == 3
