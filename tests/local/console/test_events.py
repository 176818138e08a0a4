"""Events, dead letters, tasks and jobs, as the console shows them."""

from datetime import datetime, timedelta
from http import HTTPStatus

from infra.local.console.dead_letters import DeadLetters
from infra.local.console.events import published
from infra.local.environment import QUEUE
from infra.local.jobs import schedule_jobs
from shared_lib.kernel.adapters.cloud_tasks import CloudTaskQueue, connect
from shared_lib.kernel.clock import real_now
from tests.visits import NOW


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
    first, second = (DeadLetters(pubsub_host, project=dead_topic.project) for _ in range(2))
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


def test_a_dead_letter_is_sent_again_and_is_shown_no_more(pubsub_host, dead_topic):
    with dead_topic.topic_of_events():
        dead_topic.publish({"type": "booking.held"})
        letters = DeadLetters(pubsub_host, project=dead_topic.project)
        [seen] = letters.look()
        assert [letter["id"] for letter in letters.resend([seen["id"]])] == [seen["id"]]
        assert letters.look() == []


def test_without_pub_sub_nothing_is_sent_again(house):
    refused = house.console("dead-letters/resend", "POST", json={"ids": ["1"]})
    assert refused.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert house.console("dead-letters/resend", "POST", json={"ids": 7}).json()["field"] == "ids"
