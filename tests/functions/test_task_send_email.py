"""Single mails at their time: what the queue brings, what is acknowledged, and what has to come again."""

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from flask import Flask, Response, request

from functions.job_relay_outbox import main as relay
from functions.on_booking_email import main as follower
from functions.task_send_email import main as task
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import Change
from shared_lib.guests.check_code import check_code
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.proof_code import LIFE
from shared_lib.kernel.errors import CodeEnded, CodeWrong, CoreSyncError, OutcomeUnknown, VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.kernel.ports import TaskQueue
from shared_lib.notifications.mail import Mail, MailKind
from shared_lib.pricing.price_book import PriceBook
from shared_lib.web.pushes import SecretCaller
from tests.change_house import came_after_all, complete, no_show
from tests.notifications.plain_renderer import PlainRenderer
from tests.pushes import SECRET, push, pushes
from tests.snapshots import MINUTE, THURSDAY, at
from tests.spa_house import BED, SpaHouse, spa_house

DANIEL = ContactPoint.parse("daniel@example.com")
HOUR = timedelta(hours=1)


class Queue(TaskQueue):
    """Remembers tasks; nobody brings them but the test."""

    def __init__(self) -> None:
        self.tasks: dict[str, tuple[datetime, str, dict[str, object]]] = {}

    def at(self, when, *, name, function, body) -> None:
        self.tasks.setdefault(name, (when, function, dict(body)))


class Letters:
    """Takes mails, or answers with the errors that it was given, one after the other."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Mail]] = []
        self.troubles: list[CoreSyncError] = []
        self.arrives = True

    def send(self, mail: Mail, *, to: Contact, message_id: UUID) -> str:
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is None or isinstance(trouble, OutcomeUnknown):
            self.sent.append((to.email, mail))
        if trouble:
            raise trouble
        return str(message_id)


class TaskHouse(SpaHouse):
    """The demo spa, its queue, and the door that tasks come to."""

    letters: Any
    queue: Queue
    texted: list[tuple[str, str]]

    def send_code_text(self, digits: str, number: str, message_id: UUID) -> str:
        if not hasattr(self, "texted"):
            return super().send_code_text(digits, number, message_id)
        self.texted.append((digits, number))
        return str(message_id)

    def bring(self, body: object, *, secret: str = SECRET, method: str = "POST") -> Response:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        with Flask("task").test_request_context(f"/?token={secret}", method=method, data=sent):
            return cast("Response", task.task_send_email(request))

    def bring_due(self) -> list[int]:
        """Bring what is due by now, and return the answers."""
        due = [name for name, (when, *_) in self.queue.tasks.items() if when <= self.now]
        return [self.bring(self.queue.tasks.pop(name)[2]).status_code for name in due]

    def asked_code(self, point: ContactPoint = DANIEL) -> UUID:
        return self.proof_codes.ask(point, holder="browser", now=self.now).id

    def check(self, digits: str) -> ContactPoint:
        parts: dict[str, Any] = {"codes": self.proof_codes, "rate_limits": self.rate_limits, "now": self.now}
        return check_code(digits, holder="browser", address="", **parts)

    def visited(self, start: datetime, treatment: str = BED) -> Booking:
        booking = self.hold(start, treatment, tier="Base")
        confirm: Callable[[Change], None] = lambda change: change.transition(EventType.CONFIRMED, actor="test")  # noqa: E731
        self.bookings.change(booking.id, confirm, now=self.now)
        return self.again(booking)

    def follow(self, event) -> int:
        return push(follower.on_booking_email, event).status_code

    def kinds(self) -> list[str]:
        return [str(mail.kind) for _, mail in self.letters.sent]


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with spa_house(database_url, tmp_path) as open_house:
        open_house.__class__ = TaskHouse
        open_house.queue, open_house.letters = Queue(), Letters()
        parts = {"mail": open_house.letters, "mail_renderer": PlainRenderer(), "tasks": open_house.queue}
        parts |= {"task_caller": SecretCaller(SECRET), "pushes": pushes()}
        open_house.__dict__.update(parts)
        for door in (task, follower, relay):
            monkeypatch.setattr(door, "services", lambda: open_house)
        yield open_house


def test_a_code_is_written_in_the_language_of_whoever_asks(house):
    code_id = house.proof_codes.ask(DANIEL, holder="browser", now=house.now, lang="he").id
    assert house.bring({"code": str(code_id)}).status_code == 200
    [(_, mail)] = house.letters.sent
    assert "lang=he" in mail.html


def test_a_code_is_sent_once_and_nothing_of_it_stays_but_hashes(house):
    code_id = house.asked_code()
    assert [house.bring({"code": str(code_id)}).status_code for _ in range(3)] == [200, 200, 200]
    [(address, mail)] = house.letters.sent
    assert (address, mail.kind) == ("daniel@example.com", MailKind.CODE)
    [row] = house.rows("select * from coresync.email_log")
    assert (row["about"], row["booking_id"], row["kind"], row["status"]) == (code_id, None, "code", "accepted")
    assert row["contact_hash"] == house.cipher.fingerprint("daniel@example.com")
    assert mail.subject not in str(house.rows("select * from coresync.proof_codes"))
    assert house.check(mail.subject) == DANIEL


def test_a_code_that_was_not_sent_comes_again_and_one_whose_fate_is_unknown_has_new_digits(house):
    body = {"code": str(house.asked_code())}
    house.letters.troubles = [VendorUnavailable("sendgrid", "answered 503"), OutcomeUnknown("sendgrid", "TimeoutError")]
    assert [house.bring(body).status_code for _ in range(4)] == [503, 503, 200, 200]
    (_, first), (_, second) = house.letters.sent
    if first.subject != second.subject:
        with pytest.raises(CodeWrong):
            house.check(first.subject)
    assert house.check(second.subject) == DANIEL


def test_digits_whose_fate_is_unknown_are_good_until_newer_ones_are_sent(house):
    house.letters.troubles = [OutcomeUnknown("sendgrid", "TimeoutError")]
    assert house.bring({"code": str(house.asked_code())}).status_code == 503
    [(_, mail)] = house.letters.sent
    assert house.check(mail.subject) == DANIEL


def test_after_three_lost_answers_no_further_code_is_sent(house):
    body = {"code": str(house.asked_code())}
    house.letters.troubles = [OutcomeUnknown("sendgrid", "TimeoutError")] * 9
    assert [house.bring(body).status_code for _ in range(5)] == [503, 503, 200, 200, 200]
    assert len(house.letters.sent) == 3


def test_a_code_that_is_too_old_is_not_sent_and_not_brought_again(house):
    code_id = house.asked_code()
    house.now += LIFE
    assert house.bring({"code": str(code_id)}).status_code == 200
    assert house.letters.sent == []
    with pytest.raises(CodeEnded):
        house.check("123456")


def test_the_relay_sends_what_the_queue_did_not_bring(house):
    code_id = house.asked_code()
    house.now += timedelta(seconds=15)
    house.__dict__["payments"] = None
    with Flask("job").test_request_context(method="POST"):
        relay.job_relay_outbox(request)
        assert house.letters.sent == []
        house.now += MINUTE
        assert relay.job_relay_outbox(request).status_code == 200
    assert house.bring({"code": str(code_id)}).status_code == 200
    assert house.kinds() == ["code"]


def test_a_code_for_a_telephone_goes_by_text_where_that_is_set_up(house):
    number = ContactPoint.parse("+1 212 555 0142")
    assert house.bring({"code": str(house.asked_code(number))}).status_code == 200
    [row] = house.rows("select status, reason from coresync.email_log")
    assert row == {"status": "refused", "reason": "not set up"}
    house.texted = []
    house.bring({"code": str(house.asked_code(number))})
    [(digits, to)] = house.texted
    assert (to, house.check(digits)) == (number.address, number)


@pytest.mark.parametrize(
    "body",
    [{}, {"code": 5}, {"code": "x"}, {"review": str(uuid4()), "version": "1"}, {"code": str(uuid4())}, b"[", b"[1]"],
)
def test_what_nobody_can_do_is_acknowledged_since_bringing_it_again_helps_nobody(house, body):
    assert house.bring(body).status_code == 200
    assert house.letters.sent == []


def test_only_the_queue_is_believed_and_only_by_post(house):
    body = {"code": str(house.asked_code())}
    assert [house.bring(body, secret="a guess").status_code, house.bring(body, method="GET").status_code] == [401, 405]
    assert house.letters.sent == []


def completed(house, start: datetime) -> Booking:
    """Let a visit take place and be told of; return it as it stands."""
    booking = house.visited(start)
    house.now = booking.ends_at + 5 * MINUTE
    [event] = complete(house).events
    assert {house.follow(event) for _ in range(2)} == {200}
    return house.again(booking)


def test_a_review_is_asked_for_two_hours_after_the_visit_and_once(house):
    booking = completed(house, at(THURSDAY, "15:00"))
    [(name, (when, function, body))] = house.queue.tasks.items()
    assert (name, function) == (f"review-{booking.id}-v{booking.version}", "task_send_email")
    assert when == booking.ends_at + 2 * HOUR
    house.now = when
    assert [house.bring(body).status_code for _ in range(2)] == [200, 200]
    assert house.kinds() == ["review_request"]
    assert "daniel" not in json.dumps(body)


def test_in_the_quiet_hours_a_review_waits_for_nine_in_the_morning(house):
    booking = completed(house, at(THURSDAY, "21:00"))
    [(when, _, body)] = house.queue.tasks.values()
    morning = at(THURSDAY + timedelta(days=1), "09:00")
    assert when == morning
    house.queue.tasks.clear()
    house.now = at(THURSDAY, "23:30")  # a task that was brought all day and could not be done
    assert house.bring(body).status_code == 200
    [(when, *_)] = house.queue.tasks.values()
    assert (when, house.letters.sent) == (morning, [])
    house.now = morning
    assert house.bring_due() == [200]
    assert [mail.text.split(",")[0] for _, mail in house.letters.sent] == [booking.reference]


def test_who_did_not_come_is_asked_nothing_and_who_came_after_all_is_asked_once(house):
    booking = completed(house, at(THURSDAY, "15:00"))
    [(_, _, first)] = house.queue.tasks.values()
    no_show(house, booking)
    house.now += 2 * HOUR
    assert house.bring(first).status_code == 200
    assert house.letters.sent == []
    assert came_after_all(house, booking).status == Status.COMPLETED
    assert house.bring(first | {"version": house.again(booking).version}).status_code == 200
    house.bring(first | {"version": house.again(booking).version})
    assert house.kinds() == ["review_request"]


def test_whoever_was_asked_is_not_asked_again_when_the_desk_has_corrected_itself(house):
    booking = completed(house, at(THURSDAY, "15:00"))
    house.now += 2 * HOUR
    assert house.bring_due() == [200]
    no_show(house, booking)
    came = came_after_all(house, booking)
    assert came.version > booking.version
    assert house.bring({"review": str(came.id), "version": came.version}).status_code == 200
    assert house.kinds() == ["review_request"]


def test_without_a_link_to_a_review_nobody_is_asked(house):
    book = house.price_books.current(house.spa.id)
    policies = dataclasses.replace(book.policies, review_url="")
    silent: PriceBook = dataclasses.replace(book, policies=policies)
    house.price_books.publish(house.spa.id, silent, now=datetime(2026, 11, 18, tzinfo=UTC))
    completed(house, at(THURSDAY, "15:00"))
    assert house.queue.tasks == {}


def test_whoever_had_two_treatments_that_day_is_asked_once_and_next_month_again(house):
    """Their tasks come in the same minute, or hours apart: one mail either way."""
    start = at(THURSDAY, "15:00")
    both = [house.visited(start), house.visited(start, "gentlemans-facial")]  # an hour each
    house.now = both[0].ends_at + 5 * MINUTE
    for event in complete(house).events:
        house.follow(event)
    house.now += 2 * HOUR
    assert house.bring_due() == [200, 200]
    assert house.kinds() == ["review_request"]
    house.queue.tasks.clear()
    completed(house, at(THURSDAY + timedelta(days=1), "12:00"))
    house.now += 2 * HOUR
    assert house.bring_due() == [200]
    assert house.kinds() == ["review_request"]
    house.queue.tasks.clear()
    completed(house, start + timedelta(days=35))
    house.now += 2 * HOUR
    assert house.bring_due() == [200]
    assert house.kinds() == ["review_request"] * 2
