"""The chat's door: what it reads of a request, and what it refuses."""

import hashlib
import json
from uuid import uuid4

import pytest

from tests.chat_house import Page, chat_house


@pytest.fixture(scope="module")
def house(postgres, migrated, firestore_host, tmp_path_factory):
    """One house for all that is refused: it keeps nothing of it."""
    url = postgres.create_database("chat_refusals", template=migrated)
    folder = tmp_path_factory.mktemp("chat")
    with pytest.MonkeyPatch.context() as patch, chat_house(url, firestore_host, folder, patch) as house:
        yield house
    postgres.drop_database("chat_refusals")


def message(**changes):
    return {"session": None, "message_id": str(uuid4()), "text": "hello"} | changes


def refusal(answer):
    read = json.loads(answer.get_data())
    return answer.status_code, read["code"], read.get("field")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"message_id": None}, "message_id"),
        ({"message_id": "short"}, "message_id"),
        ({"message_id": "first-message"}, "message_id"),
        ({"message_id": "z" * 32}, "message_id"),
        ({"message_id": "../../sessions/other"}, "message_id"),
        ({"message_id": "a" * 65}, "message_id"),
        ({"message_id": 12345678}, "message_id"),
        ({"text": None}, "text"),
        ({"text": ""}, "text"),
        ({"text": 5}, "text"),
        ({"text": ["hello"]}, "text"),
        ({"text": {"$ne": None}}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "\ud83d"}, "text"),
        ({"text": None, "choice": 3}, "choice"),
        ({"text": None, "choice": "wipe"}, "choice"),
        ({"text": None, "choice": "slot:soon"}, "choice"),
        ({"text": None, "choice": "treatment:gold"}, "choice"),
        ({"text": None, "choice": "a" * 201}, "choice"),
        ({"session": 7}, "session"),
        ({"session": {"id": "x"}}, "session"),
    ],
)
def test_a_wrong_field_is_named(house, changes, field):
    assert refusal(house.post(message(**changes))) == (400, "BAD_INPUT", field)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"hello"', b"null", b"\xff\xfe", b"[" * 20000])
def test_what_is_no_object_is_refused(house, body):
    assert refusal(house.post(body)) == (400, "BAD_INPUT", "body")


@pytest.mark.parametrize("text", ["a" * 2001, "😀" * 10_000])
def test_more_than_two_thousand_characters_are_too_many(house, text):
    assert refusal(house.post(message(text=text)))[:2] == (413, "TOO_LARGE")


def test_two_thousand_characters_are_answered(house):
    assert house.post(message(text="a" * 2000)).status_code == 200


@pytest.mark.parametrize("session", ["unknown", "a.b.c", "ImFiYyI.AAAA", "x" * 400])
def test_a_session_that_is_not_ours_is_unknown(house, session):
    assert refusal(house.post(message(session=session)))[:2] == (401, "UNKNOWN_SESSION")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:8080.evil.example"])
def test_another_websites_page_is_refused(house, origin):
    assert refusal(house.post(message(), Origin=origin))[:2] == (403, "NOT_ALLOWED")


def test_our_own_page_is_let_in(house):
    assert house.post(message(), Origin="http://localhost:8080").status_code == 200


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "'; drop table coresync.bookings; --", "\u202eabc\u200b"]
)
def test_odd_words_are_answered_as_words(house, text):
    answer = house.post(message(text=text))
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert "alert" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/chat/messages"), ("POST", "/api/chat/session"), ("GET", "/api/chat")]
)
def test_other_calls_are_not_found(house, method, path):
    assert house.ask(method, path).status_code == 404


@pytest.mark.parametrize("after", ["-1", "x", "1e9", "9" * 40])
def test_the_number_of_an_event_is_a_number(house, after):
    page = Page(house)
    page.says("hi")
    header = {"Authorization": f"Bearer {page.session}"}
    answer = house.ask("GET", f"/api/chat/events?after={after}", headers=header)
    assert refusal(answer) == (400, "BAD_INPUT", "after")


@pytest.fixture
def strict(database_url, firestore_host, tmp_path, monkeypatch):
    limits = {
        "rate_session_messages_per_minute": 3,
        "rate_address_messages_per_minute": 5,
        "rate_booking_attempts_per_hour": 1,
    }
    with chat_house(database_url, firestore_host, tmp_path, monkeypatch, **limits) as house:
        yield house


def test_a_session_that_talks_too_fast_is_asked_to_wait(strict):
    page = Page(strict)
    page.says("hi", "hello", "hi")
    answer = page.send(text="hi")
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_a_page_that_reads_too_fast_is_asked_to_wait(strict):
    page = Page(strict)
    page.says("hi")
    header = {"Authorization": f"Bearer {page.session}"}
    paths = ["/api/chat/session", "/api/chat/events?after=0"] * 5
    answers = [strict.ask("GET", path, headers=header).status_code for path in paths]
    assert answers == [200] * 9 + [429]


def test_a_uuid_may_come_without_its_hyphens(house):
    assert house.post(message(message_id=uuid4().hex)).status_code == 200


def test_an_address_that_opens_many_sessions_is_asked_to_wait(strict):
    answers = [strict.post(message(), **{"X-Forwarded-For": "203.0.113.9"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert strict.post(message(), **{"X-Forwarded-For": "203.0.113.10"}).status_code == 200


def test_a_guest_cannot_choose_their_address(strict):
    answers = [strict.post(message(), **{"X-Forwarded-For": f"{n}.1.1.1, 203.0.113.9"}).status_code for n in range(6)]
    assert answers[-1] == 429


def test_booking_attempts_are_counted_by_the_hour(strict):
    page = Page(strict)
    page.says("deep tissue massage friday 3pm", "yes")
    answer = page.send(text="actually thursday")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 60
    assert strict.held == ["held"]


def test_no_address_rests_in_the_counts(strict):
    strict.post(message(), **{"X-Forwarded-For": "203.0.113.9"})
    assert "203.0.113" not in repr(strict.rows("select * from coresync.rate_limits"))


def poll(context, session: str | None, address: str) -> int:
    headers = {"X-Forwarded-For": address} | ({"Authorization": f"Bearer {session}"} if session else {})
    return context.ask("GET", "/api/chat/events?after=0", headers=headers).status_code


def test_guests_who_share_an_address_poll_their_pages_as_if_they_were_alone(strict):
    pages = [Page(strict) for _ in range(8)]
    for number, page in enumerate(pages):
        answer = strict.post(message(), **{"X-Forwarded-For": f"203.0.113.{number}"})
        page.session = json.loads(answer.get_data())["session"]
    polls = [poll(strict, page.session, "198.51.100.7") for _ in range(9) for page in pages]
    assert polls == [200] * 72


@pytest.mark.parametrize("session", [None, "made up"])
def test_whoever_has_no_session_is_counted_by_their_address(strict, session):
    polls = [poll(strict, session, "203.0.113.9") for _ in range(16)]
    assert polls == [401] * 15 + [429]
    assert poll(strict, session, "203.0.113.10") == 401


def test_a_session_that_has_ended_is_counted_by_its_address(strict):
    page = Page(strict)
    page.says("hi")
    strict.wait(31)
    first = [poll(strict, page.session, "203.0.113.9") for _ in range(9)]
    assert first == [401] * 9
    assert [poll(strict, None, "203.0.113.9") for _ in range(7)] == [401] * 6 + [429]


def test_guests_who_share_an_address_may_each_try_to_book(strict):
    codes = []
    for number in range(3):
        page = Page(strict)
        answer = strict.post(message(text="deep tissue massage friday"), **{"X-Forwarded-For": f"203.0.113.{number}"})
        page.session, page.last = json.loads(answer.get_data())["session"], json.loads(answer.get_data())
        slots = [c["id"] for reply in page.last["replies"] for c in reply["choices"] if c["id"].startswith("slot")]
        codes.append(page.send(choice=slots[number]).status_code)
    assert codes == [200] * 3


def test_a_key_of_ours_is_needed_to_find_an_address_in_the_counts(strict):
    strict.post(message(), **{"X-Forwarded-For": "203.0.113.9"})
    found = {row["bucket"] for row in strict.rows("select bucket from coresync.rate_limits")}
    guesses = {hashlib.sha256(f"chat:address:203.0.113.{n}".encode()).hexdigest() for n in range(256)}
    assert found
    assert not found & guesses


LONG = json.dumps(message(text="a" * 2001)).encode()


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"x" * 66_000, 413), (LONG, 413), (b"{", 400), (b"[]", 400)],
)
def test_what_is_refused_unread_is_counted_too(strict, body, status):
    answers = [strict.post(body, **{"X-Forwarded-For": "203.0.113.9"}).status_code for _ in range(6)]
    assert answers == [status] * 5 + [429]
    assert strict.post(body, **{"X-Forwarded-For": "203.0.113.10"}).status_code == status
