import urllib.request
from http import HTTPStatus

import psycopg
from google.cloud import firestore, pubsub_v1


def test_each_test_gets_a_database_of_its_own(database_url):
    with psycopg.connect(database_url) as connection:
        assert connection.execute("select count(*) >= 0 from coresync.schema_migrations").fetchone() == (True,)


def test_firestore_keeps_what_a_client_writes(firestore_host, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    client = firestore.Client(project="demo-coresync")
    client.document("sessions/one").set({"turns": 1})
    assert client.document("sessions/one").get().to_dict() == {"turns": 1}
    client.close()


def test_pubsub_makes_topics(pubsub_host, monkeypatch):
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub_host)
    with pubsub_v1.PublisherClient() as publisher:
        topic = publisher.create_topic(name="projects/demo-coresync/topics/made-by-a-test")
    assert topic.name.endswith("made-by-a-test")


def test_the_whole_system_answers(stack):
    with urllib.request.urlopen(f"{stack.facts['url']}/mens-suite") as page:
        assert page.status == HTTPStatus.OK
