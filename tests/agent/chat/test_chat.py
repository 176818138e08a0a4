"""The chat over PostgreSQL and Firestore: one answer to one message, one booking to one wish, nobody else's words."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.kernel.events import EventType
from shared_lib.payments.payment import Acceptance
from tests.chat_house import FRIDAY_AT_THREE, Page, chat_house
from tests.spa_house import at_once


@pytest.fixture
def house(database_url, firestore_host, tmp_path, monkeypatch):
    with chat_house(database_url, firestore_host, tmp_path, monkeypatch) as house:
        yield house


@pytest.fixture
def page(house):
    return Page(house)


@pytest.fixture
def paying(page):
    page.says(FRIDAY_AT_THREE, "yes", "Daniel Example", "daniel@example.com")
    return page


def body(answer):
    return json.loads(answer.get_data())


def test_a_wish_becomes_a_hold_with_its_way_to_pay(paying):
    (reply,) = paying.last["replies"]
    assert reply["payment"]["amount_cents"] == paying.booking.total_cents
    assert reply["booking"]["status"] == "held"
    assert (paying.booking.contact.email, paying.booking.source) == ("daniel@example.com", "chat")
    assert paying.last["poll_after_ms"] == 2000


def test_the_same_message_again_gives_the_same_answer_and_no_second_effect(house, page):
    page.says(FRIDAY_AT_THREE)
    key, choice = str(uuid4()), page.choice("3:00 PM")
    first, second = page.send(key, choice=choice), page.send(key, choice=choice)
    assert body(first) == body(second)
    assert house.held == ["held"]


def test_a_first_message_again_finds_its_session(house):
    key = str(uuid4())
    sent = {"session": None, "message_id": key, "text": "hello"}
    assert body(house.post(sent)) == body(house.post(sent))


def test_a_first_message_twice_at_the_same_moment_is_one_session(house):
    sent = {"session": None, "message_id": str(uuid4()), "text": "hello"}
    answers = at_once(6, lambda _: body(house.post(sent)))
    assert all(answer == answers[0] for answer in answers)
    page = Page(house, answers[0]["session"])
    assert [m["from"] for m in page.read("/api/chat/session")["messages"]] == ["guest", "house"]


def test_two_clicks_at_the_same_moment_make_one_booking(house, page):
    page.says(FRIDAY_AT_THREE)
    choice = page.choice("3:00 PM")
    tabs = [Page(house, page.session) for _ in range(4)]
    answers = at_once(4, lambda n: tabs[n].send(choice=choice).status_code)
    assert answers == [200] * 4
    assert house.held == ["held"]


def test_two_tabs_that_choose_different_times_leave_one_place_taken(house, page):
    page.says(FRIDAY_AT_THREE)
    choices = [page.choice("3:00 PM"), page.choice("2:00 PM")]
    tabs = [Page(house, page.session) for _ in choices]
    assert at_once(2, lambda n: tabs[n].send(choice=choices[n]).status_code) == [200, 200]
    assert house.held.count("held") == 1


def test_messages_of_one_session_that_meet_are_taken_one_after_the_other(house, page):
    page.says("hi")
    tabs = [Page(house, page.session) for _ in range(3)]
    lines = ["deep tissue massage", "friday 3pm", "my email is daniel@example.com"]
    assert at_once(3, lambda n: tabs[n].send(text=lines[n]).status_code) == [200] * 3
    known = page.read("/api/chat/session")["state"]["known"]
    assert {"treatment", "date", "time", "email"} <= known.keys()


def test_a_lost_answer_is_no_second_booking(house, page, monkeypatch):
    page.says(FRIDAY_AT_THREE)
    key, choice, keep = str(uuid4()), page.choice("3:00 PM"), house.sessions.keep
    monkeypatch.setattr(house.sessions, "keep", _killed)
    assert page.send(key, choice=choice).status_code == 500
    monkeypatch.setattr(house.sessions, "keep", keep)
    assert "I am holding Friday" in body(page.send(key, choice=choice))["replies"][0]["text"]
    assert house.held == ["held"]


def test_a_lost_answer_to_a_correction_leaves_one_place_taken(house, page, monkeypatch):
    page.says(FRIDAY_AT_THREE, "yes")
    key, keep = str(uuid4()), house.sessions.keep
    monkeypatch.setattr(house.sessions, "keep", _killed)
    assert page.send(key, text="actually thursday").status_code == 500
    monkeypatch.setattr(house.sessions, "keep", keep)
    assert page.send(key, text="actually thursday").status_code == 200
    page.says("yes")
    assert house.held.count("held") == 1


def test_a_card_number_rests_nowhere(page):
    page.says("hi", "4242 4242 4242 4242 12/28")
    assert "4242" not in json.dumps(page.read("/api/chat/session"))


def _killed(*_):
    raise RuntimeError("the process died here")


def test_the_page_finds_its_conversation_again(paying):
    found = paying.read("/api/chat/session")
    said = [message["text"] for message in found["messages"] if message["from"] == "guest"]
    assert said == [FRIDAY_AT_THREE, "yes", "Daniel Example", "daniel@example.com"]
    assert found["messages"][-1]["reply"] == paying.last["replies"][-1]
    assert (found["last_event"], found["poll_after_ms"]) == (0, 2000)


def test_a_pressed_button_is_found_again_by_its_words(page):
    page.says(FRIDAY_AT_THREE)
    page.send(choice=page.choice("3:00 PM"))
    assert {"from": "guest", "text": "3:00 PM with Anna"} in page.read("/api/chat/session")["messages"]


def test_the_state_says_that_a_name_is_known_never_which(paying):
    assert paying.last["state"]["known"]["name"] is True
    assert "Daniel" not in json.dumps(paying.last["state"])


def test_a_payment_is_told_without_a_question(house, paying):
    assert paying.read("/api/chat/events?after=0") == {"events": [], "poll_after_ms": 2000}
    house.rows("update coresync.bookings set status = 'confirmed' returning id")
    house.tell(paying.booking, EventType.CONFIRMED)
    told = paying.read("/api/chat/events?after=0")
    (event,) = told["events"]
    assert event["type"] == "booking.confirmed"
    assert event["reply"]["text"].startswith("Paid and confirmed.")
    assert told["poll_after_ms"] is None
    assert paying.read(f"/api/chat/events?after={event['n']}")["events"] == []


def test_a_page_goes_on_asking_until_it_has_heard_how_it_ended(house, paying):
    house.rows("update coresync.bookings set status = 'confirmed' returning id")
    assert paying.read("/api/chat/events?after=0") == {"events": [], "poll_after_ms": 2000}
    paying.says("thanks")
    assert paying.last["poll_after_ms"] == 2000
    house.tell(paying.booking, EventType.CONFIRMED)
    assert paying.read("/api/chat/events?after=0")["poll_after_ms"] is None


def test_news_that_is_none_any_more_is_not_told(house, paying):
    house.tell(paying.booking, EventType.CONFIRMED)
    assert paying.read("/api/chat/events?after=0")["events"] == []


def test_what_happened_stands_in_the_history_in_its_place(house, paying):
    house.rows("update coresync.bookings set status = 'confirmed' returning id")
    house.tell(paying.booking, EventType.CONFIRMED)
    paying.says("thanks")
    messages = paying.read("/api/chat/session")["messages"]
    texts = [message.get("text") or message["reply"]["text"] for message in messages]
    assert texts[-3].startswith("Paid and confirmed.")
    assert texts[-2] == "thanks"


def test_a_session_ends_after_half_an_hour_without_a_word(house, page):
    page.says("hi")
    house.now += timedelta(minutes=29)
    page.says("massage")
    house.now += timedelta(minutes=31)
    assert page.send(text="still there?").status_code == 401
    answer = house.ask("GET", "/api/chat/session", headers={"Authorization": f"Bearer {page.session}"})
    assert answer.status_code == 401


def test_nobody_reads_or_continues_anothers_session(house, paying):
    stranger = Page(house)
    stranger.says("hi")
    texts = json.dumps(stranger.read("/api/chat/session"))
    assert "Daniel" not in texts
    altered = paying.session[:-2] + ("aa" if paying.session[-2:] != "aa" else "bb")
    assert Page(house, altered).send(text="hi").status_code == 401
    assert house.ask("GET", "/api/chat/session").status_code == 401


def test_a_token_for_paying_is_none_for_the_chat(house, paying):
    token = paying.last["replies"][-1]["payment"]["url"].rsplit("/", 1)[1]
    assert Page(house, token).send(text="hi").status_code == 401


def test_what_was_said_rests_encrypted(house, paying):
    client = house.sessions._client
    documents = [d.to_dict() for d in client.collection_group("messages").stream()]
    documents += [d.to_dict() for d in client.collection("sessions").stream()]
    raw = repr(documents)
    assert documents
    assert not any(word in raw for word in ("Daniel", "daniel@example.com", "deep tissue", "Deep Tissue", "holding"))


def test_a_booking_keeps_no_readable_name_either(house, paying):
    assert "Daniel" not in repr(house.rows("select * from coresync.bookings"))


def test_an_open_checkout_is_closed_by_the_move_to_another_time(house, paying):
    house.rows("update coresync.bookings set status = 'paying' returning id")
    assert "I keep Friday 20 November" in paying.says("make it thursday")
    paying.says("yes")
    assert sorted(house.held) == ["cancelled", "held"]


def test_a_firestore_that_is_down_is_said_and_the_message_works_afterwards(house, page, monkeypatch):
    from google.api_core.exceptions import ServiceUnavailable

    page.says(FRIDAY_AT_THREE)
    key, choice = str(uuid4()), page.choice("3:00 PM")
    with monkeypatch.context() as down:
        down.setattr(house.sessions._client, "get_all", _raising(ServiceUnavailable("down")))
        answer = page.send(key, choice=choice)
        assert (answer.status_code, body(answer)["code"]) == (503, "VENDOR_UNAVAILABLE")
    assert page.send(key, choice=choice).status_code == 200
    assert house.held == ["held"]


def test_a_database_that_is_down_is_said_and_the_message_works_afterwards(house, page, monkeypatch):
    from psycopg import OperationalError

    page.says("hi")
    key = str(uuid4())
    with monkeypatch.context() as down:
        down.setattr(house.database._pool, "getconn", _raising(OperationalError("down")))
        answer = page.send(key, text=FRIDAY_AT_THREE)
        assert (answer.status_code, body(answer)["code"]) == (503, "VENDOR_UNAVAILABLE")
        assert "Traceback" not in answer.get_data(as_text=True)
    assert page.send(key, text=FRIDAY_AT_THREE).status_code == 200


def _raising(error):
    def call(*_, **__):
        raise error

    return call


def test_a_turn_makes_few_statements(house, page):
    page.says(FRIDAY_AT_THREE)
    connection, lent = house.database.connection, []
    house.database.connection = lambda: lent.append(1) or connection()
    page.says("how much is it?")
    assert len(lent) == 2  # the counts, and one look at the floor


def test_what_was_accepted_elsewhere_is_no_business_of_the_chat(house, paying):
    accepted = Acceptance("2026-11", house.now, "203.0.113.9")
    house.bookings.change(paying.booking.id, lambda change: change.update(acceptance=accepted), now=house.now)
    paying.says("my name is Daniel Example Junior")
    assert paying.booking.policy_accepted
    assert paying.booking.contact.name == "Daniel Example Junior"
