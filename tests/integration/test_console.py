"""The console's API over the real stand-ins, as its page and other tests use it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from http import HTTPStatus

import pytest
import requests

from infra.local.console.dead_letters import DeadLetters
from infra.local.console.events import published
from infra.local.console.payments import payments
from infra.local.demo import load_demo
from infra.local.environment import QUEUE
from infra.local.jobs import schedule_jobs
from infra.local.stand_ins.faults import Faults
from shared_lib.adapters.cipher import DataCipher
from shared_lib.adapters.clock import real_now
from shared_lib.adapters.postgres.database import Database
from shared_lib.adapters.tasks.cloud_tasks import CloudTaskQueue, connect
from tests.integration.console_house import DeadTopic, House, console_house
from tests.integration.mail_house import Desk
from tests.visits import NOW

WEDNESDAY = "2026-11-25T10:00:00-05:00"
ASKS = "4000002760003184"
DECLINES = "4000000000000002"
PROJECT = "demo-dead-letters"


@pytest.fixture(scope="module")
def open_house(tmp_path_factory) -> Iterator[House]:
    with console_house(tmp_path_factory.mktemp("console")) as house:
        yield house


@pytest.fixture
def house(open_house: House) -> House:
    open_house.start_anew()
    return open_house


@pytest.fixture
def dead_topic(pubsub_host) -> Iterator[DeadTopic]:
    with DeadTopic(pubsub_host, project=PROJECT, consumer="on_booking_email") as topic:
        yield topic


@pytest.fixture
def desk(database_url) -> Iterator[Desk]:
    database = Database(database_url)
    load_demo(database, now=NOW)
    yield Desk(database, DataCipher({1: bytes(32)}), now=NOW)
    database.close()


def test_the_inbox_shows_the_newest_mail_first_with_both_texts_and_attachments(house):
    house.send_mail("First")
    house.send_mail("Second")
    newest, oldest = house.look("inbox")
    assert (newest["subject"], oldest["subject"]) == ("Second", "First")
    assert newest["to"] == [{"email": "guest@example.com", "name": "Ada"}]
    assert (newest["text"], newest["html"][:4]) == ("See you on Friday.", "<h1>")
    assert newest["attachments"][0]["text"] == "BEGIN:VCALENDAR"
    assert [event["event"] for event in newest["events"]] == ["processed", "delivered"]


def test_a_mails_html_is_shown_where_it_can_run_and_fetch_nothing(house):
    house.send_mail(content=[{"type": "text/html", "value": "<script>alert(1)</script>"}])
    [mail] = house.look("inbox")
    shown = house.console(f"inbox/{mail['id']}/html")
    policy = shown.headers["Content-Security-Policy"]
    assert "sandbox allow-popups" in policy
    assert "script" not in policy
    assert house.console("inbox/nothing/html").status_code == HTTPStatus.NOT_FOUND


def test_what_has_not_changed_is_not_sent_again(house):
    house.send_mail()
    first = house.console("inbox")
    again = house.console("inbox", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_calendars_come_with_their_events_the_last_changed_first(house):
    master = "master@group.calendar.google.com"
    house.add_event(master, "Early", "2026-11-25T09:00:00-05:00", "2026-11-25T10:00:00-05:00")
    house.add_event(master, "Late", "2026-11-25T19:00:00-05:00", "2026-11-25T20:00:00-05:00")
    shown = {calendar["id"]: calendar for calendar in house.look("calendars")}
    assert len(shown) == 3
    assert [event["summary"] for event in shown[master]["events"]] == ["Late", "Early"]
    assert shown[master]["events"][0]["start"]["dateTime"] == "2026-11-25T19:00:00-05:00"


def test_a_cell_is_typed_into_as_the_owner_would(house):
    assert house.look("sheets")[0] == "Massages"
    typed = house.console("sheets/Massages", "PUT", json={"cell": "C2", "value": "240"})
    assert typed.json()["rows"][1][2] == "240"
    assert house.look("sheets/Membership Tiers")["rows"][0][0] == "Tier"
    assert house.look("sheets/Massages")["rows"][1][2] == "240"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"value": "240"}, "cell"),
        ({"cell": "C2"}, "value"),
        ({"cell": "C2", "value": None}, "value"),
        ({"cell": "C2", "value": True}, "value"),
        ({"cell": "nowhere", "value": "1"}, "cell"),
        ({"cell": "C2:D3", "value": "1"}, "cell"),
        ([], "body"),
    ],
)
def test_an_edit_that_is_none_names_its_field(house, body, field):
    refused = house.console("sheets/Massages", "PUT", json=body)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["field"] == field


def test_a_tab_that_is_not_there_is_not_found(house):
    assert house.console("sheets/Nothing").status_code == HTTPStatus.NOT_FOUND
    edit = {"cell": "A1", "value": "1"}
    assert house.console("sheets/Nothing", "PUT", json=edit).status_code == HTTPStatus.NOT_FOUND


def test_a_guest_pays_by_the_real_pages(house):
    receipt = house.pay(card="4242 4242 4242 4242")
    assert receipt == {
        "status": "paid",
        "message": "We look forward to you.",
        "url": f"{house.url}/pay/token?from=stripe",
    }
    assert house.accepted == ["v1"]
    assert house.stripe().checkout.sessions.retrieve(house.session.id).payment_status == "paid"


def test_a_declined_card_is_said_and_another_one_is_taken_on_the_same_page(house):
    receipt = house.pay(card=DECLINES)
    assert (receipt["status"], receipt["message"]) == ("declined", "Your card was declined.")
    assert house.pay(payment_url=receipt["url"])["status"] == "paid"


@pytest.mark.parametrize(
    ("answer", "status"),
    [(None, "paid"), ("authorise", "paid"), ("refuse", "declined"), ("leave", "needs_authentication")],
)
def test_a_bank_that_asks_is_answered(house, answer, status):
    assert house.pay(card=ASKS, authentication=answer)["status"] == status


def test_a_number_that_is_no_card_is_declined(house):
    receipt = house.pay(card="1234")
    assert (receipt["status"], receipt["message"]) == ("declined", "Your card number is invalid.")


def test_a_place_that_is_no_longer_held_has_ended(house):
    assert house.pay(payment_url="/pay/ended")["status"] == "ended"


def test_a_checkout_whose_time_has_run_out_has_ended(house):
    url = house.open_checkout().url
    assert house.console("payments/expire", "POST", json={"session": house.session.id}).ok
    assert house.pay(payment_url=url)["status"] == "ended"


def test_a_page_that_fails_is_told_as_failed(house):
    house.vendors.stripe.faults = Faults(error_rate=1)
    assert house.pay()["status"] == "failed"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"payment_url": "https://example.com/pay/token"}, "payment_url"),
        ({"payment_url": "/admin"}, "payment_url"),
        ({"payment_url": ""}, "payment_url"),
        ({"payment_url": None}, "payment_url"),
        ({"card": 4242}, "card"),
        ({"authentication": "perhaps"}, "authentication"),
    ],
)
def test_a_card_is_carried_to_our_pages_and_nowhere_else(house, body, field):
    refused = house.console("pay", "POST", json={"payment_url": f"{house.url}/pay/token"} | body)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["field"] == field


def test_payments_are_shown_with_the_booking_that_they_are_for(house, desk, database_url):
    booking = desk.hold()
    house.booking_id = str(booking.id)
    assert house.pay()["status"] == "paid"
    shown = payments(house.vendors.stripe, database_url)
    [intent], [session] = shown["payment_intents"], shown["checkout_sessions"]
    assert (intent["amount"], session["status"]) == (13500, "complete")
    assert shown["bookings"][intent["metadata"]["booking_id"]]["reference"] == booking.reference
    assert {event["type"] for event in shown["events"]} >= {"payment_intent.succeeded", "checkout.session.completed"}


def test_events_are_shown_newest_first_and_those_that_wait_as_waiting(desk, database_url):
    booking = desk.hold()
    desk.confirm(booking)
    newest, *_, oldest = published(database_url)
    assert (newest["type"], oldest["type"]) == ("booking.confirmed", "booking.held")
    assert (newest["reference"], newest["booking_id"]) == (booking.reference, str(booking.id))
    assert newest["version"] > oldest["version"]
    assert newest["published_at"] is None
    assert datetime.fromisoformat(newest["created_at"]) == NOW


def test_dead_letters_are_looked_at_and_stay(pubsub_host, dead_topic):
    dead_topic.publish({"type": "booking.held"})
    first, second = DeadLetters(pubsub_host, project=PROJECT), DeadLetters(pubsub_host, project=PROJECT)
    [seen] = first.look()
    assert (seen["consumer"], seen["attributes"]) == ("on_booking_email", {"type": "booking.held"})
    assert seen["body"] == {"schema_version": 1}
    assert first.look() == second.look() == [seen]


def test_without_a_database_the_console_says_so(house):
    refused = house.console("events")
    assert refused.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert refused.json()["message"].startswith("postgres")


def test_tasks_and_jobs_are_shown(house):
    schedule_jobs(house.vendors.scheduler.address, front_door=house.url)
    with connect(house.vendors.tasks.address) as client:
        queue = CloudTaskQueue(client=client, queue=QUEUE, target=lambda name: f"{house.url}/tasks/{name}")
        for name in ("first", "second"):
            queue.at(real_now() + timedelta(hours=1), name=name, function="task_send_email", body={"n": name})
    shown = house.look("tasks")
    assert [task["body"] for task in shown["tasks"]] == ['{"n": "second"}', '{"n": "first"}']
    assert shown["tasks"][0]["state"] == "waiting"
    assert "coresync-expire-holds" in {job["name"] for job in shown["jobs"]}


def test_the_clock_goes_where_it_is_told_and_back(house):
    told = house.console("clock", "POST", json={"at": WEDNESDAY}).json()
    assert told["now"].startswith("2026-11-25T10:00:0")
    assert told["zone"] == "America/New_York"
    house.console("clock", "POST", json={"advance": 3600})
    assert abs(house.clock() - datetime.fromisoformat(WEDNESDAY) - timedelta(hours=1)) < timedelta(minutes=1)
    assert house.console("clock", "POST", json={"advance": -7200}).json()["now"].startswith("2026-11-25T09:00")
    assert house.console("clock", "POST", json={"reset": True}).json()["offset_seconds"] == 0
    assert abs(house.clock() - real_now()) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-11-25T08:00:00-05:00", "2026-11-25T09:00:0"),
        ("2026-11-25T10:00:00-05:00", "2026-11-26T09:00:0"),
        ("2026-10-31T10:00:00-04:00", "2026-11-01T09:00:0"),  # over the end of summer time
    ],
)
def test_the_clock_goes_to_the_next_nine_on_the_spas_wall(house, start, expected):
    house.console("clock", "POST", json={"at": start})
    assert house.console("clock", "POST", json={"next": "09:00"}).json()["now"].startswith(expected)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"at": "tomorrow"}, "at"),
        ({"at": "2026-11-25T10:00:00"}, "at"),
        ({"at": "2026-11-25"}, "at"),
        ({"at": 5}, "at"),
        ({"at": "9999-12-31T23:59:59Z"}, "at"),
        ({"advance": "an hour"}, "advance"),
        ({"advance": True}, "advance"),
        ({"advance": 1e300}, "advance"),
        ({"next": "25:00"}, "next"),
        ({"reset": False}, "reset"),
        ({"to": 5}, "to"),
        ({}, "at"),
        ({"reset": True, "advance": 1}, "at"),
    ],
)
def test_a_time_that_is_none_names_its_field_and_moves_nothing(house, body, field):
    before = house.clock.offset()
    refused = house.console("clock", "POST", json=body)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["field"] == field
    assert house.clock.offset() == before


@pytest.mark.parametrize("text", ['{"advance": NaN}', '{"advance": Infinity}', "not json", ""])
def test_a_body_that_is_no_json_moves_nothing(house, text):
    refused = house.console("clock", "POST", data=text)
    assert refused.status_code == HTTPStatus.BAD_REQUEST


def test_faults_are_set_shown_and_cleared(house):
    slow = {"latency_ms": 1}
    assert house.console("faults/sendgrid", "POST", json=slow).json()["latency_ms"] == 1
    assert house.look("faults")["sendgrid"]["latency_ms"] == 1
    assert house.console("faults/sendgrid", "DELETE").status_code == HTTPStatus.NO_CONTENT
    assert house.look("faults")["sendgrid"]["latency_ms"] == 0
    assert house.console("faults/sendgrid", "POST", json={"rain": 1}).status_code == HTTPStatus.BAD_REQUEST
    assert house.console("faults/nobody", "POST", json=slow).status_code == HTTPStatus.NOT_FOUND


def test_a_vendor_forgets_what_it_knew(house):
    house.send_mail()
    assert house.console("reset/sendgrid", "POST").status_code == HTTPStatus.NO_CONTENT
    assert house.look("inbox") == []


def test_pages_from_elsewhere_move_nothing(house):
    strange = {"Origin": "https://example.com"}
    refused = house.console("clock", "POST", json={"advance": 60}, headers=strange)
    assert refused.status_code == HTTPStatus.FORBIDDEN
    rebound = requests.get(f"{house.url}/console/api/clock", headers={"Host": "example.com"}, timeout=5)
    assert rebound.status_code == HTTPStatus.BAD_REQUEST
    own = house.console("clock", "POST", json={"advance": 60}, headers={"Origin": house.url})
    assert own.status_code == HTTPStatus.OK


def test_the_page_runs_nothing_but_its_own_scripts(house):
    page = requests.get(f"{house.url}/console", timeout=5)
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
