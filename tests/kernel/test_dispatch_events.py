"""Telling the followers: at once as far as possible, in the end surely."""

from uuid import uuid4

import pytest

from shared_lib.kernel.dispatch_events import AT_ONCE, EventDispatcher
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.events import EventType
from tests.visits import NOW, a_visit, heard

EVENTS = [heard(EventType.CONFIRMED, a_visit()), heard(EventType.PAYMENT_CAPTURED, a_visit())]


class Outbox:
    def __init__(self, *events, broken: bool = False):
        self.left = list(events)
        self.broken = broken

    def waiting(self, *, limit):
        return self.left[:limit]

    def waiting_of(self, booking_id):
        if self.broken:
            raise VendorUnavailable("postgres", "PoolTimeout")
        return [event for event in self.left if event.booking_id == booking_id]

    def published(self, ids, *, now):
        if self.broken:
            raise VendorUnavailable("postgres", "PoolTimeout")
        self.left = [event for event in self.left if event.id not in ids]


class Publisher:
    def __init__(self, *, works: bool = True):
        self.works = works
        self.asked: list = []

    def publish(self, events, *, within):
        self.asked.append((list(events), within))
        return [event.id for event in events] if self.works else ()


def test_what_got_out_waits_no_more():
    outbox, publisher = Outbox(*EVENTS), Publisher()
    EventDispatcher(outbox, publisher).publish_now(EVENTS[:1], now=NOW)
    assert publisher.asked == [(EVENTS[:1], AT_ONCE)]
    assert outbox.left == EVENTS[1:]


def test_what_did_not_get_out_waits_for_the_relay():
    outbox = Outbox(*EVENTS)
    EventDispatcher(outbox, Publisher(works=False)).publish_now(EVENTS, now=NOW)
    assert outbox.left == EVENTS
    assert EventDispatcher(outbox, Publisher()).relay(now=NOW) == 2
    assert outbox.left == []


def test_of_a_booking_that_was_just_made_only_what_waits_is_told():
    other = heard(EventType.HELD, a_visit(id=uuid4()))
    outbox, publisher = Outbox(other, *EVENTS), Publisher()
    EventDispatcher(outbox, publisher).publish_booking_now(EVENTS[0].booking_id, now=NOW)
    assert (publisher.asked, outbox.left) == ([(EVENTS, AT_ONCE)], [other])


def test_nothing_to_tell_asks_nobody():
    publisher = Publisher()
    EventDispatcher(Outbox(), publisher).publish_now([], now=NOW)
    assert EventDispatcher(Outbox(), publisher).relay(now=NOW) == 0
    assert publisher.asked == []


def test_trouble_with_the_news_is_no_trouble_for_whose_work_is_done():
    outbox = Outbox(*EVENTS, broken=True)
    dispatcher = EventDispatcher(outbox, Publisher())
    dispatcher.publish_now(EVENTS, now=NOW)
    dispatcher.publish_booking_now(EVENTS[0].booking_id, now=NOW)
    assert outbox.left == EVENTS


def test_the_relay_says_when_it_could_not_note_what_got_out():
    with pytest.raises(VendorUnavailable):
        EventDispatcher(Outbox(*EVENTS, broken=True), Publisher()).relay(now=NOW)
