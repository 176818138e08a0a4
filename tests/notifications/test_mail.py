"""Which event asks for which mail: only what is true when it is sent, and only what is the guest's to know."""

import dataclasses

import pytest

from shared_lib.bookings.history import BookingHistory
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.events import EventType
from shared_lib.notifications.mail import MailKind, mail_due
from tests.visits import NOW, a_visit, heard

NEVER_CONFIRMED = BookingHistory(was_confirmed=False)
CONFIRMED = BookingHistory(was_confirmed=True)


def test_a_confirmed_visit_is_confirmed_by_mail():
    visit = a_visit()
    assert mail_due(heard(EventType.CONFIRMED, visit), visit, CONFIRMED) == MailKind.CONFIRMATION


def test_a_confirmation_that_was_overtaken_by_a_cancellation_is_not_sent():
    confirmed = a_visit(version=3)
    cancelled = a_visit(version=4, status=Status.CANCELLED)
    assert mail_due(heard(EventType.CONFIRMED, confirmed), cancelled, CONFIRMED) is None


def test_a_confirmation_of_an_older_version_is_not_sent():
    moved = a_visit(version=5)
    event = dataclasses.replace(heard(EventType.CONFIRMED, moved), version=3)
    assert mail_due(event, moved, CONFIRMED) is None


def test_a_cancelled_visit_is_told_even_when_its_confirmation_never_went_out():
    cancelled = a_visit(version=4, status=Status.CANCELLED)
    assert mail_due(heard(EventType.CANCELLED, cancelled), cancelled, CONFIRMED) == MailKind.CANCELLATION


def test_a_hold_that_was_given_up_needs_no_mail():
    given_up = a_visit(version=2, status=Status.CANCELLED, payments=())
    assert mail_due(heard(EventType.CANCELLED, given_up), given_up, NEVER_CONFIRMED) is None


@pytest.mark.parametrize("status", [Status.EXPIRED, Status.CANCELLED])
def test_money_for_a_visit_that_was_never_confirmed_is_told_when_it_goes_back(status):
    visit = a_visit(status=status)
    returned = BookingHistory(was_confirmed=False, refunded_cents=21736)
    assert mail_due(heard(EventType.PAYMENT_REFUNDED, visit), visit, returned) == MailKind.REFUND_LATE


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.CANCELLED, Status.NO_SHOW])
def test_money_that_has_left_for_whoever_had_a_visit_is_told(status):
    visit = a_visit(version=4, status=status)
    returned = BookingHistory(was_confirmed=True, refunded_cents=21736)
    assert mail_due(heard(EventType.PAYMENT_REFUNDED, visit), visit, returned) == MailKind.REFUND_SENT


def test_a_missed_visit_is_told_while_it_is_missed():
    missed = a_visit(version=4, status=Status.NO_SHOW)
    assert mail_due(heard(EventType.NO_SHOW, missed), missed, CONFIRMED) == MailKind.NO_SHOW
    came = a_visit(version=5, status=Status.COMPLETED)
    assert mail_due(heard(EventType.NO_SHOW, missed), came, CONFIRMED) is None


@pytest.mark.parametrize(
    ("source", "status", "told"),
    [
        ("phone", Status.PAYING, True),
        ("waitlist", Status.HELD, True),
        ("phone", Status.CONFIRMED, False),
        ("phone", Status.EXPIRED, False),
        ("chat", Status.PAYING, False),
    ],
)
def test_a_declined_card_is_told_by_mail_where_nobody_sits_in_the_chat_and_the_place_still_waits(source, status, told):
    hold = a_visit(source=source, status=status, payments=())
    due = mail_due(heard(EventType.PAYMENT_FAILED, hold), hold, NEVER_CONFIRMED)
    assert due == (MailKind.PAYMENT_FAILED if told else None)


def test_a_place_that_is_held_for_a_guest_who_waits_is_told_by_mail():
    slot = a_visit(status=Status.HELD, version=1, source="waitlist")
    assert mail_due(heard(EventType.HELD, slot), slot, NEVER_CONFIRMED) == MailKind.WAITLIST_OFFER


def test_a_place_that_is_held_in_a_call_comes_with_the_link_to_pay_by():
    held = a_visit(status=Status.HELD, version=1, source="phone")
    assert mail_due(heard(EventType.HELD, held), held, NEVER_CONFIRMED) == MailKind.PAYMENT_LINK


@pytest.mark.parametrize(
    "changes", [{"source": "chat"}, {"status": Status.PAYING}, {"status": Status.EXPIRED}, {"version": 3}]
)
def test_other_holds_and_offers_that_were_overtaken_are_not_told(changes):
    hold = a_visit(**{"status": Status.HELD, "version": 1, "source": "waitlist"} | changes)
    assert mail_due(heard(EventType.HELD, hold), hold, NEVER_CONFIRMED) is None


def test_a_visit_that_was_moved_is_told_by_mail_while_it_stands_so():
    moved = a_visit(version=4)
    assert mail_due(heard(EventType.RESCHEDULED, moved), moved, CONFIRMED) == MailKind.CHANGED
    assert mail_due(heard(EventType.RESCHEDULED, moved), a_visit(version=5), CONFIRMED) is None


@pytest.mark.parametrize("changes", [{"status": Status.HELD}, {"status": Status.CANCELLED}, {"arrived_at": NOW}])
def test_a_hold_that_moves_and_a_guest_who_is_here_need_no_mail(changes):
    visit = a_visit(**changes)
    assert mail_due(heard(EventType.RESCHEDULED, visit), visit, CONFIRMED) is None


TOLD = {EventType.CONFIRMED, EventType.RESCHEDULED, EventType.CANCELLED, EventType.PAYMENT_REFUNDED}


@pytest.mark.parametrize("event_type", sorted(set(EventType) - TOLD))
def test_other_events_ask_for_no_mail(event_type):
    assert mail_due(heard(event_type, a_visit()), a_visit(), CONFIRMED) is None
