"""What was kept long enough goes, not a minute earlier; and the privacy page promises the same days."""

import html
import re
from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.bookings.history import BookingHistory
from shared_lib.concierge.case import CaseKind, NewCase
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.proof_code import LIFE
from shared_lib.kernel import retention
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.retention import RETENTIONS, forget_expired
from shared_lib.notifications.mail import MailKey, MailKind
from tests.functions.sample_site import sample_site
from tests.guests.privacy_house import DANIEL
from tests.spa_house import THREE

MINUTE = timedelta(minutes=1)


def purged(house) -> dict[str, int]:
    """Run the night's job and return the counts that are not nothing."""
    answer = house.purge()
    assert answer.pop("failures") == []
    return {what: count for what, count in answer.items() if count}


def leave_everything(house):
    """Leave one of each thing, all of whose uses end now; return what stays whatever its age."""
    guest, now = house.guest(), house.now
    paid = house.visited()
    unpaid = house.hold(THREE, contact=DANIEL, session="unpaid")
    house.bookings.change(unpaid.id, lambda change: change.transition(EventType.CANCELLED, actor="guest"), now=now)
    house.database.run(
        "update coresync.bookings set created_at = %s, held_until = %s where id = %s", (now - MINUTE, now, unpaid.id)
    )
    house.database.run("update coresync.bookings set starts_at = %s, ends_at = %s where id = %s",
                       (now - timedelta(hours=1), now, paid.id))  # fmt: skip
    house.chatted("unpaid", "hello")
    house.guest_sessions.open(guest.id, device="Firefox", now=now)
    house.guest_sessions.revoke(guest.id, now=now)
    house.proof_codes.ask(ContactPoint.parse(DANIEL.email), holder="browser", now=now - LIFE)
    house.rate_limits.count({"somebody": 9}, window=MINUTE, now=now)
    house.webhook_payloads.keep("stripe", "evt_1", b"{}", outcome="applied", now=now)
    house.inbox.claim("stripe", "evt_1", now=now)
    house.mail_log.claim(MailKey(MailKind.CONFIRMATION, 1, booking_id=paid.id), to=DANIEL.email, now=now)
    house.manager_alerts.record(AlertKind.REFUND_FAILED, "one", {}, now=now)
    house.manager_alerts.mailed(house.manager_alerts.waiting(limit=9), now=now)
    house.manager_alerts.record(AlertKind.REFUND_FAILED, "another", {}, now=now)
    house.database.run("update coresync.outbox set published_at = %s, mail_settled_at = %s where booking_id = %s",
                       (now, now, unpaid.id))  # fmt: skip
    house.database.run("insert into coresync.booking_answers values (%s, 'key', '', '{}', %s)", (paid.id, now))
    house.database.run("insert into coresync.calendar_drift_reports (spa_id, at, counts, items)"
                       " select id, %s, '{}', '{}' from coresync.spas", (now,))  # fmt: skip
    house.database.run(
        "insert into coresync.waitlist_entries (id, idempotency_key, spa_id, status, tier, treatments, asked, windows,"
        " source, joined_at, ended_at) select %s, 'key', id, 'left', 'Non-Member', 'manicure', '{}',"
        " tstzmultirange(tstzrange(%s, %s)), 'chat', %s, %s from coresync.spas",
        (uuid4(), now, now + MINUTE, now, now),
    )
    told = {"text": "told", "lang": "en", "promise_at": now}
    for kind in (CaseKind.BAD_SERVICE, CaseKind.QUESTION, CaseKind.HEALTH):
        house.cases.open(uuid4(), NewCase(key=kind, kind=kind, **told), owner="desk", alert=None, now=now)
    house.medical_notes.add(uuid4(), paid.id, "a note", now=now)
    return guest, paid, unpaid


ONE_OF_EACH = dict.fromkeys(RETENTIONS, 1) | {"outbox": 2}


def test_each_thing_goes_when_its_time_has_come(house):
    guest, paid, unpaid = leave_everything(house)
    began, gone = house.now, {}
    for kept in sorted(set(RETENTIONS.values())):
        ending = {what: ONE_OF_EACH[what] for what, days in RETENTIONS.items() if days == kept}
        house.now = began + kept - timedelta(microseconds=1)
        assert purged(house) == {}
        house.now = began + kept
        assert purged(house) == ending
        gone |= ending
    assert gone == ONE_OF_EACH
    assert house.purge()["failures"] == []
    assert house.again(unpaid).contact is None
    assert house.again(paid).contact == DANIEL
    assert (house.again(paid).policy_accepted, house.guests.get(guest.id)) == (False, guest)
    assert house.booking_history.past(paid.id) == BookingHistory(was_confirmed=True)
    assert [alert.key for alert in house.manager_alerts.waiting(limit=9)] == ["another"]
    assert house.count("outbox") == 2  # the paid visit's events never got out
    assert house.sessions.turns("unpaid") == []


def test_every_name_of_the_table_is_forgotten_by_one_store(house):
    assert sorted(store.what for store in house.expiring_stores) == sorted(RETENTIONS)


class Store:
    """Has so many to forget."""

    def __init__(self, what: str, left: int, error: Exception | None = None) -> None:
        self.what = what
        self.left = left
        self.error = error

    def forget(self, *, before, limit):
        if self.error:
            raise self.error
        done = min(self.left, limit)
        self.left -= done
        return done


def test_many_go_in_batches_until_the_time_is_out_and_trouble_stops_nobody():
    asked = []
    stores = [Store("inbox", 0, VendorUnavailable("postgres", "away")), Store("outbox", 2 * retention.BATCH + 1)]
    done = forget_expired(stores, now=THREE, out_of_time=lambda: len(asked) > 3 or asked.append(True))
    assert done == ({"inbox": 0, "outbox": 2 * retention.BATCH + 1}, ["VENDOR_UNAVAILABLE"])
    late = forget_expired([Store("outbox", 999)], now=THREE, out_of_time=lambda: True)
    assert late == ({"outbox": 0}, ["OUT_OF_TIME"])


PROMISES = {
    "chat_sessions": r"written in the chat[^:;]*: (\d+) days",
    "unpaid_contacts": r"nobody paid: (\d+) days",
    "waitlist_entries": r"waiting ends, and (\d+) days",
    "guest_sessions": r"signed in: (\d+) days",
    "proof_codes": r"a code that we sent: (\d+) day",
    "medical_notes": r"of your health: (\d+) days",
    "health_cases": r"no visit: (\d+) days",
    "questions": r"a person answered: (\d+) days",
    "complaints": r"complaints: (\d+) days",
    "webhook_payloads": r"as they sent it[^:;]*: (\d+) days",
    "email_log": r"which messages we sent and when: (\d+) days",
}
"""What the page says of each thing that is about guests."""


@pytest.mark.parametrize("what", PROMISES)
def test_the_privacy_page_promises_these_days(what):
    page = sample_site().test_client().get("/privacy", base_url="https://coresync.life").text
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    assert re.findall(PROMISES[what], text) == [str(RETENTIONS[what].days)]
