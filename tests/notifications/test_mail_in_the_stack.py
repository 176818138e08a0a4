"""A guest's mail through the whole local system: Pub/Sub, the function's own process, SendGrid and its hook."""

import dataclasses
from threading import Event

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.adapters.keys import data_keys_from_file
from shared_lib.kernel.adapters.pubsub import PubSubPublisher
from tests.notifications.mail_house import Desk
from tests.visits import STARTS

PATIENCE = 120
"""Seconds: functions start for the first time, some after a kill, on machines that have other things to do."""
FAR = 5 * 365
"""Days that keep these visits out of the way of other stories in the same house, each of which takes a week."""


@dataclasses.dataclass(frozen=True)
class Unanswered(Faults):
    """A vendor that has got the call, and is a long time over it."""

    reached: Event = dataclasses.field(default_factory=Event)
    answers: Event = dataclasses.field(default_factory=Event)

    def delay(self):
        self.reached.set()
        self.answers.wait(60)


class Onlooker(Desk):
    """Books, tells the topic, and looks from outside at what the system makes of it."""

    def __init__(self, stack):
        database = Database(stack.facts["database_url"])
        super().__init__(database, DataCipher(data_keys_from_file(stack.keys.data_key_file)), now=stack.clock())
        self.sendgrid = next(vendor for vendor in stack.system.vendors if vendor.name == "sendgrid")
        host = stack.facts["pubsub"]["host"]
        self.publisher = PubSubPublisher(project=stack.facts["project"], topic="booking-events", emulator=host)
        self.day = FAR + max((self.now - STARTS).days, 0)

    def tell(self, event):
        assert self.publisher.publish([event], within=5)

    def status(self, event):
        rows = self.database.rows("select status from coresync.email_log where booking_id = %s", (event.booking_id,))
        return rows[0]["status"] if rows else None

    def mails_of(self, event):
        rows = self.database.rows("select id from coresync.email_log where booking_id = %s", (event.booking_id,))
        ours = {str(row["id"]) for row in rows}
        mails = self.sendgrid.state().get("mails", [])
        return [mail for mail in mails if mail["custom_args"]["message_id"] in ours]


@pytest.fixture
def onlooker(stack):
    onlooker = Onlooker(stack)
    yield onlooker
    onlooker.sendgrid.faults = Faults()
    onlooker.database.close()


def test_an_event_on_the_topic_becomes_a_mail_that_arrives(onlooker, eventually):
    event = onlooker.confirmed(day=onlooker.day)
    onlooker.tell(event)
    eventually(lambda: onlooker.status(event) == "delivered", within=PATIENCE)
    assert len(onlooker.mails_of(event)) == 1


def test_killing_the_function_while_it_sends_leaves_one_mail(stack, onlooker, eventually):
    event = onlooker.confirmed(day=onlooker.day + 1)
    onlooker.sendgrid.faults = unanswered = Unanswered()
    onlooker.tell(event)
    assert unanswered.reached.wait(60)
    assert onlooker.status(event) == "claimed"
    stack.functions.kill("on_booking_email")
    onlooker.sendgrid.faults = Faults()
    unanswered.answers.set()
    eventually(lambda: onlooker.status(event) == "delivered", within=PATIENCE)
    onlooker.tell(event)
    other = onlooker.confirmed(day=onlooker.day + 2)
    onlooker.tell(other)
    eventually(lambda: onlooker.status(other) == "delivered", within=PATIENCE)
    assert len(onlooker.mails_of(event)) == 1
