"""A guest's mail through the whole local system: Pub/Sub, the function's own process, SendGrid and its hook."""

import pytest
import requests

from shared_lib.adapters.cipher import DataCipher
from shared_lib.adapters.keys import data_keys_from_file
from shared_lib.adapters.postgres.database import Database
from shared_lib.adapters.pubsub.publisher import PubSubPublisher
from tests.integration.mail_house import Desk
from tests.visits import STARTS

FAR = 28
"""Days that keep these visits out of other stories' way."""


class Onlooker(Desk):
    """Books, tells the topic, and looks from outside at what the system makes of it."""

    def __init__(self, stack):
        database = Database(stack.facts["database_url"])
        super().__init__(database, DataCipher(data_keys_from_file(stack.keys.data_key_file)), now=stack.clock())
        self.sendgrid = stack.facts["stand_ins"]["sendgrid"]
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
        mails = requests.get(f"{self.sendgrid}/_mails", timeout=10).json()
        return [mail for mail in mails if mail["custom_args"]["message_id"] in ours]


@pytest.fixture
def onlooker(stack):
    onlooker = Onlooker(stack)
    yield onlooker
    requests.delete(f"{onlooker.sendgrid}/_faults", timeout=10)
    onlooker.database.close()


def test_an_event_on_the_topic_becomes_a_mail_that_arrives(onlooker, eventually):
    event = onlooker.confirmed(day=onlooker.day)
    onlooker.tell(event)
    eventually(lambda: onlooker.status(event) == "delivered", within=60)
    assert len(onlooker.mails_of(event)) == 1


def test_killing_the_function_while_it_sends_leaves_one_mail(stack, onlooker, eventually):
    event = onlooker.confirmed(day=onlooker.day + 1)
    requests.post(f"{onlooker.sendgrid}/_faults", json={"latency_ms": 3000}, timeout=10)
    onlooker.tell(event)
    eventually(lambda: onlooker.status(event) == "claimed", within=60)
    stack.functions.kill("on_booking_email")
    requests.delete(f"{onlooker.sendgrid}/_faults", timeout=10)
    eventually(lambda: onlooker.status(event) == "delivered", within=60)
    onlooker.tell(event)
    other = onlooker.confirmed(day=onlooker.day + 2)
    onlooker.tell(other)
    eventually(lambda: onlooker.status(other) == "delivered", within=60)
    assert len(onlooker.mails_of(event)) == 1
