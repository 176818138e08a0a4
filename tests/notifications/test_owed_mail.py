"""Mails that are owed and never went out are sent in the end, once, or somebody is called."""

from datetime import timedelta

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.kernel.events import EventType
from tests.notifications.mail_house import mail_house
from tests.notifications.plain_renderer import PlainRenderer
from tests.snapshots import at
from tests.visits import NOW

WEDNESDAY = NOW.date()
A_WHILE = timedelta(minutes=11)
DOWN = Faults(error_rate=1.0, status=503)


@pytest.fixture
def house(database_url, monkeypatch):
    with mail_house(database_url, monkeypatch) as open_house:
        yield open_house


def alerts(caplog):
    return [record.facts for record in caplog.records if getattr(record, "facts", {}).get("alert") == "mail_owed"]


def test_what_was_confirmed_before_everything_was_killed_is_mailed_once_all_is_up_again(house):
    events = [house.confirmed(day=day) for day in range(8)]
    house.sendgrid.faults = DOWN
    for event in events[:3]:
        with pytest.raises(Exception, match="503"):
            house.deliver(event)
    house.sendgrid.faults = Faults()  # Pub/Sub's memory is gone: nobody delivers anything again
    house.now += A_WHILE
    assert (house.sweep().settled, len(house.mails())) == (8, 8)
    house.now += A_WHILE
    assert (house.sweep().settled, len(house.mails())) == (0, 8)


def test_nobody_is_overtaken_who_may_still_send_it(house):
    house.confirmed()
    house.now += timedelta(minutes=9)
    house.sweep()
    assert house.mails() == []


def test_a_mail_that_went_out_in_time_is_not_looked_at_again(house):
    house.deliver(house.confirmed())
    house.now += A_WHILE
    assert house.sweep().failures == []
    assert len(house.mails()) == 1
    assert (
        house.database.rows("select from coresync.outbox where type = 'booking.confirmed' and mail_settled_at is null")
        == []
    )


def test_a_claim_that_a_crash_left_behind_is_sent_when_the_carrier_has_not_told_of_it(house):
    event = house.confirmed()
    house.claim(event)
    house.now += A_WHILE
    house.sweep()
    assert [(row.status in {"accepted", "delivered"}, row.attempt) for row in house.log()] == [(True, 2)]


def test_a_claim_that_somebody_took_just_now_is_left_to_them(house):
    event = house.confirmed()
    house.now += A_WHILE
    house.claim(event)
    assert house.sweep().failures == []
    assert house.mails() == []


def test_while_the_carrier_is_away_one_alert_names_the_oldest_and_the_rest_waits(house, caplog):
    events = [house.confirmed(day=day) for day in range(3)]
    house.sendgrid.faults = DOWN
    house.now += A_WHILE
    swept = house.sweep()
    assert [trouble.code for trouble in swept.failures] == ["VENDOR_UNAVAILABLE"]
    [told] = alerts(caplog)
    assert (told["booking"], told["type"], told["code"]) == (
        events[0].booking_id,
        "booking.confirmed",
        "VENDOR_UNAVAILABLE",
    )
    assert "@" not in caplog.text


def test_one_mail_that_can_not_be_written_keeps_none_of_the_others(house, caplog, monkeypatch):
    odd, fine = house.confirmed(), house.confirmed(day=1)
    render = house._renderer.render

    def fail_for_one(kind, booking, past, *, now):
        if booking.id == odd.booking_id:
            raise ZeroDivisionError
        return render(kind, booking, past, now=now)

    monkeypatch.setattr(house._renderer, "render", fail_for_one)
    house.now += A_WHILE
    assert [trouble.code for trouble in house.sweep().failures] == ["INTERNAL"]
    assert [told["booking"] for told in alerts(caplog)] == [odd.booking_id]
    assert {row.booking_id for row in house.log()} == {fine.booking_id}


def test_a_refund_and_a_cancellation_are_owed_as_well_and_what_was_overtaken_is_not(house):
    event = house.confirmed()
    house.cancel(event)
    house.now += A_WHILE
    house.sweep()
    assert [row.kind for row in house.log()] == ["cancellation"]


def test_a_missed_visit_and_a_declined_card_are_owed_as_well(house):
    house._renderer = PlainRenderer()
    missed, hold, chat = house.confirmed(), house.hold(day=1), house.hold(day=2)
    house.database.run("update coresync.bookings set source = 'phone' where id = %s", (hold.id,))
    house.note(missed.booking_id, EventType.NO_SHOW)
    for declined in (hold, chat):
        house.note(declined.id, EventType.PAYMENT_FAILED)
    house.now += A_WHILE
    house.sweep()
    assert sorted(row.kind for row in house.log()) == ["no_show", "payment_failed", "payment_link"]
    assert {(row.booking_id, row.kind) for row in house.log()} >= {
        (missed.booking_id, "no_show"),
        (hold.id, "payment_failed"),
    }
    house.sweep()
    assert (len(house.mails()), house.pending_payments()) == (3, 0)


def test_a_missed_visit_is_told_after_the_quiet_hours_and_nobody_calls_that_a_failure(house):
    house._renderer = PlainRenderer()
    visit = house.confirmed()
    house.deliver(visit)
    house.now = at(WEDNESDAY, "22:30")
    missed = house.note(visit.booking_id, EventType.NO_SHOW)
    assert house.deliver(missed) is False
    for clock in ("22:45", "23:59"):
        house.now = at(WEDNESDAY, clock)
        assert house.sweep() == (0, [])
    house.now = at(WEDNESDAY + timedelta(days=1), "08:00")
    assert house.sweep() == (1, [])
    assert [row.kind for row in house.log()] == ["confirmation", "no_show"]


def test_a_hold_of_the_chat_asks_for_no_mail_and_is_looked_at_once(house):
    house.hold()
    house.now += A_WHILE
    assert house.sweep() == (0, [])
    assert house.pending_payments() == 0
