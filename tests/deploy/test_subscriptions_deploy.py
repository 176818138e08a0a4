"""Pub/Sub is brought in line with infra/functions.yaml, on whichever EMULATORS chooses."""

import json
import queue
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from typing import Any

import pytest

from infra.deploy import subscriptions
from infra.deploy.catalogue import Delivery, read_catalogue
from infra.deploy.subscriptions import Changes, bring_in_line, connect

CATALOGUE = read_catalogue()
CALENDAR, CHAT = CATALOGUE.named(["on_booking_calendar", "on_booking_chat"])
DELIVERY = Delivery(ack_deadline=60, shortest_pause=10, longest_pause=600, attempts=20)
NEW = ("booking-events", "on_booking_chat-dead", "on_booking_chat", "on_booking_chat-dead")
numbers = count(1)


@pytest.fixture
def pubsub(pubsub_host):
    """An empty project."""
    with connect(f"demo-subscriptions-{next(numbers)}", pubsub_host) as made:
        yield made


def deploy(pubsub, *functions, **changes):
    options: dict[str, Any] = {
        "delivery": DELIVERY,
        "endpoint": "https://{0.service}.example.com/projects/p/topics/{0.topic}".format,
        "account": "pubsub-push@demo.iam.gserviceaccount.com",
    }
    return bring_in_line(pubsub, functions, **options | changes)


def there(pubsub, name="on_booking_chat"):
    return pubsub.subscriber.get_subscription(subscription=pubsub.subscription(name))


def test_what_is_missing_is_created_as_it_is_listed(pubsub):
    assert deploy(pubsub, CHAT, *CATALOGUE.named(["page_pay"])) == Changes(created=NEW)
    made = there(pubsub)
    assert made.topic == pubsub.topic("booking-events")
    assert made.push_config.push_endpoint == "https://on-booking-chat.example.com/projects/p/topics/booking-events"
    assert made.push_config.oidc_token.audience == "https://on-booking-chat.example.com"
    assert (made.retry_policy.minimum_backoff.seconds, made.retry_policy.maximum_backoff.seconds) == (10, 600)
    assert made.dead_letter_policy.dead_letter_topic == pubsub.topic("on_booking_chat-dead")
    assert made.dead_letter_policy.max_delivery_attempts == 20
    assert there(pubsub, "on_booking_chat-dead").push_config.push_endpoint == ""


def test_a_second_time_changes_nothing(pubsub):
    deploy(pubsub, CALENDAR, CHAT)
    assert deploy(pubsub, CALENDAR, CHAT) == Changes()


DIFFERENCES = [
    {"endpoint": "https://{0.service}.example.org/projects/p/topics/{0.topic}".format},
    {"account": "somebody@demo.iam.gserviceaccount.com"},
    {"delivery": replace(DELIVERY, ack_deadline=90)},
    {"delivery": replace(DELIVERY, longest_pause=300)},
    {"delivery": replace(DELIVERY, attempts=7)},
]


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_what_differs_is_updated(pubsub, difference):
    deploy(pubsub, CHAT)
    assert deploy(pubsub, CHAT, **difference) == Changes(updated=("on_booking_chat",))
    assert deploy(pubsub, CHAT, **difference) == Changes()


def test_what_is_no_longer_listed_is_named_and_left(pubsub):
    deploy(pubsub, CALENDAR, CHAT)
    assert deploy(pubsub, CHAT).lines() == ["? not listed: on_booking_calendar"]
    assert there(pubsub, "on_booking_calendar").topic == pubsub.topic("booking-events")


class Refusing(BaseHTTPRequestHandler):
    """A function that can't do its work."""

    asked: queue.SimpleQueue = queue.SimpleQueue()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.put((self.path, json.loads(body)["message"]["attributes"]))
        self.send_response(500)
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def refusing():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_event_that_is_refused_again_and_again_is_kept_as_a_dead_letter(pubsub, refusing):
    impatient = Delivery(ack_deadline=10, shortest_pause=0, longest_pause=0, attempts=5)
    deploy(pubsub, CHAT, endpoint=f"{refusing}/projects/p/topics/{{0.topic}}".format, delivery=impatient, account=None)
    message = {"data": b"{}", "attributes": {"type": "booking.confirmed"}}
    pubsub.publisher.publish(topic=pubsub.topic("booking-events"), messages=[message])
    dead = pubsub.subscription("on_booking_chat-dead")
    [letter] = pubsub.subscriber.pull(subscription=dead, max_messages=1, timeout=60).received_messages
    assert letter.message.attributes["type"] == "booking.confirmed"
    assert Refusing.asked.get() == ("/projects/p/topics/booking-events", {"type": "booking.confirmed"})


def test_the_command_makes_what_the_list_of_this_repository_says(pubsub, pubsub_host, capsys):
    command = ["--project", pubsub.project, "--project-number", "42", "--region", "us-east1", "--api", pubsub_host]
    assert subscriptions.main(command) == 0
    assert "+ on_booking_email\n" in capsys.readouterr().out
    address = "https://on-booking-email-42.us-east1.run.app/projects/{}/topics/booking-events"
    assert there(pubsub, "on_booking_email").push_config.push_endpoint == address.format(pubsub.project)
    assert subscriptions.main(command) == 0
    assert capsys.readouterr().out == "nothing to do\n"
