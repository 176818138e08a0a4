"""A guest who asks for it is forgotten: everywhere, once, however often something fails on the way."""

import json
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.bookings.lifecycle import Status
from shared_lib.guests.certificate import certificate_text
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.erasure import Pending, VisitToCome
from shared_lib.kernel.errors import Conflict, InvalidSignature, NotFound, OutOfTime, UnknownSession
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.adapters.sendgrid.recipient_data import SendGridRecipientData
from shared_lib.notifications.send_mail import send_booking_mail
from tests.guests.privacy_house import ADDRESS, DANIEL
from tests.guests.test_export import NINA, read_pdf, with_traces
from tests.spa_house import THREE, at_once

DAY = timedelta(days=1)


def after_the_visit(house):
    house.now = THREE + DAY


@pytest.fixture
def leaving(house):
    """A guest with a trace everywhere, whose visit is over."""
    guest, house.mine = with_traces(house)
    house.mailed()
    house.mailed(NINA.email)
    after_the_visit(house)
    return guest


PURPOSES = (
    *("booking.contact", "booking.acceptance", "override.reason", "waitlist.contact", "guest.contact_point"),
    *("guest.device", "erasure.contacts", "webhook.payload", "chat", "case.told", "case.contact"),
)


def opened(house, sealed: bytes) -> list[str]:
    """Return what is sealed in some bytes, for whatever purpose; nothing for a hash."""
    found = []
    for purpose in PURPOSES:
        with suppress(InvalidSignature):
            found.append(house.cipher.open(sealed, purpose=purpose))
    return found


def every_word(house) -> str:
    """Return all that the stores hold, with everything opened that was sealed."""
    tables = house.rows("select table_name as name from information_schema.tables where table_schema = 'coresync'")
    rows = [row for table in tables for row in house.rows(f"select * from coresync.{table['name']}")]
    for collection in ("sessions", "messages"):
        rows += [document.to_dict() for document in house.sessions._client.collection_group(collection).stream()]
    sealed = [value for row in rows for value in row.values() if isinstance(value, bytes)]
    words = [word for each in sealed for word in opened(house, each)]
    vendors = json.dumps([house.google.state(), house.sendgrid.store.all("mails")], default=str)
    return repr([rows, [word.encode().decode("unicode-escape", "ignore") for word in words], words]) + vendors


def test_no_store_holds_a_word_of_whoever_was_erased(house, leaving):
    hashes = [repr(house.cipher.fingerprint(point.address)) for point in leaving.contact_points]
    traces = ("Daniel", "daniel@", "555 0199", "lavender", "sore back", "Firefox", "in the rain", "pacemaker", *hashes)
    assert [trace for trace in traces if trace not in every_word(house)] == []
    session = house.guest_sessions.open(leaving.id, device="Safari", now=house.now)
    erasure = house.ask_to_be_erased(leaving)
    with pytest.raises(UnknownSession):
        house.guest_sessions.get(session.id, now=house.now)
    assert house.erase() == (1, [])
    done = house.erasures.get(erasure.id)
    assert done.done_at == house.now
    booking = house.again(house.mine)
    assert (booking.contact, booking.guest_id, booking.policy_accepted) == (None, leaving.id, True)
    words = every_word(house)
    assert [trace for trace in traces if trace in words] == []
    assert "my secret" in words  # Nina's
    assert house.sessions.find("mine") is None
    assert house.sessions.turns("mine") == []
    assert house.count("override_reasons") == 0
    assert [case.status for case in house.cases.newest(limit=9)] == ["open", "closed", "closed"]
    visits = house.bookings.between(house.settings.spa_id, THREE - DAY, THREE + DAY, statuses=[Status.CONFIRMED])
    assert [visit.contact for visit in visits] == [NINA, None]
    assert [mail["to"][0]["email"] for mail in house.sendgrid.store.all("mails")] == [NINA.email]
    assert house.waitlist.last_wish(house.settings.spa_id) is not None  # Nina waits on
    assert house.rows("select count(*) as n from coresync.erasures where contacts is not null") == [{"n": 0}]


def test_the_certificate_says_what_went_and_what_stays_and_until_when(house, leaving, tmp_path):
    erasure = house.ask_to_be_erased(leaving)
    house.erase()
    done = house.erasures.get(erasure.id)
    assert done.certificate["erased"] | {"SendGrid": {}} == {
        "contact points": {"addresses and numbers": 2},
        "your account": {"signed-in browsers": 1, "codes": 1, "choices": 1},
        "bookings": {"names or addresses": 1, "reasons of staff": 1},
        "payments": {},
        "waitlist": {"entries": 1},
        "cases and notes on health": {"cases": 2, "notes on health": 1},
        "messages that we sent": {"traces of addresses": 0},
        "chat conversations": {"conversations": 1},
        "calendars of our team": {"visits": 1},
        "SendGrid": {},
        "copies": {},
    }
    assert done.certificate["kept"] == {
        "sales": "2033-11-20",
        "payments": "2033-11-18",
        "acceptance": "2032-11-20",
        "other_conversations": "2026-12-21",
        "vendor_reports": "2026-12-31",
        "backups": "2026-12-05",
    }
    text = certificate_text(done, house.spa)
    assert "- bookings: names or addresses (1)" in text
    assert "tax law asks for records of each sale. Until 20 November 2033." in text
    (tmp_path / "certificate.pdf").write_bytes(house.pdf_writer.write_certificate(done, house.spa))
    assert "20 November 2033" in read_pdf(tmp_path / "certificate.pdf")
    for secret in (DANIEL.name, DANIEL.email, ADDRESS):
        assert secret not in text


MONEY = {
    Pending.PAYMENT: """
        insert into coresync.payments (id, booking_id, attempt, status, amount_cents, ends_at, created_at, updated_at)
        select %(id)s, id, 9, 'opening', 500, %(at)s, %(at)s, %(at)s from coresync.bookings""",
    Pending.REFUND: """
        insert into coresync.refunds (id, payment_id, amount_cents, reason, status, created_at, updated_at)
        select %(id)s, id, 500, 'goodwill', 'due', %(at)s, %(at)s from coresync.payments""",
}
"""What is on its way to the house, and to the guest."""


@pytest.mark.parametrize("what", list(Pending))
def test_nothing_is_erased_while_something_is_not_over(house, what):
    guest = house.guest()
    if what == Pending.HOLD:
        house.hold(contact=DANIEL)
    else:
        house.visited()
    if what in MONEY:
        after_the_visit(house)
        house.database.run(MONEY[what], {"id": uuid4(), "at": house.now})
    session = house.guest_sessions.open(guest.id, device="Safari", now=house.now)
    with pytest.raises(VisitToCome) as refused:
        house.ask_to_be_erased(guest)
    assert (refused.value.code, refused.value.pending) == ("VISIT_TO_COME", (what,))
    assert house.guest_sessions.get(session.id, now=house.now)
    assert house.guests.find(guest.contact_points[0]) == guest
    assert house.erase() == (0, [])


def test_whoever_asks_twice_is_erased_once(house, leaving):
    first, *others = at_once(4, lambda _: house.ask_to_be_erased(leaving))
    assert {erasure.id for erasure in others} == {first.id}
    assert at_once(4, lambda _: house.erasures.take(now=house.now)).count(None) == 3
    house.wait(15)
    assert house.erase(most=5) == (1, [])
    assert house.ask_to_be_erased(leaving).id == first.id
    assert house.erase(most=5) == (0, [])


def test_what_failed_is_tried_again_until_nothing_is_left(house, leaving):
    erasure = house.ask_to_be_erased(leaving)
    house.fail(house.sendgrid)
    for attempt in range(1, 6):
        assert house.erase() == (0, ["VENDOR_UNAVAILABLE"])
        assert house.erase() == (0, [])  # it rests
        assert house.erasures.get(erasure.id).attempts == attempt
        assert house.count("manager_alerts", "kind = 'erasure_stuck'") == (attempt == 5)
        house.wait(15 * attempt)
    alert = house.manager_alerts.waiting(limit=9)[-1]
    assert (alert.kind, alert.key, alert.facts["codes"]) == ("erasure_stuck", str(erasure.id), "VENDOR_UNAVAILABLE")
    assert house.again(house.mine).contact is None  # the other stores did not wait
    house.mend(house.sendgrid)
    assert house.erase() == (1, [])
    done = house.erasures.get(erasure.id).certificate["erased"]
    assert done["bookings"]["names or addresses"] == 1
    assert done["SendGrid"] == {"addresses": 1}


def test_a_calendar_that_is_away_shows_no_name_in_the_end(house, leaving):
    house.ask_to_be_erased(leaving)
    house.fail(house.google)
    assert house.erase() == (0, ["VENDOR_UNAVAILABLE"])
    house.mend(house.google)
    house.wait(20)
    assert "Daniel" in json.dumps(house.events())
    assert house.erase() == (1, [])
    texts = sorted((event["summary"], event["description"]) for event in house.events())
    assert [DANIEL.first_name in text for text, _ in texts] == [False, False]
    assert ["Nina" in text for text, _ in texts].count(True) == 1


def test_a_run_that_is_out_of_time_goes_on_where_it_was_and_nothing_has_failed(house, leaving):
    erasure = house.ask_to_be_erased(leaving)
    asked = []

    def out_of_time():
        asked.append(True)
        return len(asked) > 1

    assert house.erase(out_of_time=out_of_time) == (0, [OutOfTime.code, OutOfTime.code])
    assert house.erasures.get(erasure.id).attempts == 0
    assert house.erase() == (1, [])


def test_whoever_books_at_the_moment_of_asking_is_erased_after_the_visit(house, leaving):
    erasure = house.ask_to_be_erased(leaving)
    booked = house.visited(THREE + 3 * DAY)
    assert house.erase(most=3) == (0, [])
    assert (house.again(booked).contact, house.erasures.get(erasure.id).attempts) == (DANIEL, 0)
    house.now = booked.ends_at
    assert house.erase() == (1, [])
    assert house.again(booked).contact is None
    actions = house.rows("select action from coresync.audit_log where action like 'guest.%%' order by id")
    assert [row["action"] for row in actions] == ["guest.erasure_requested", "guest.erased"]


def test_an_erased_guest_who_books_again_is_a_new_guest(house, leaving):
    session = house.guest_sessions.open(leaving.id, device="Safari", now=house.now)
    house.ask_to_be_erased(leaving)
    anew = house.guests.prove(ContactPoint.parse(DANIEL.email), known=leaving.id, now=house.now).guest
    assert anew.id != leaving.id
    house.wait(1)
    booked = house.visited(THREE + 3 * DAY)
    assert house.erase() == (1, [])
    assert house.again(booked).contact == DANIEL
    assert house.guests.find(ContactPoint.parse(DANIEL.email)) == anew
    found = json.loads(house.export(anew).to_json())["bookings"]
    assert [booking["reference"] for booking in found] == [booked.reference]
    with pytest.raises(UnknownSession):
        house.guest_sessions.get(session.id, now=house.now)
    with pytest.raises(NotFound):
        house.guests.get(leaving.id)


def test_a_visit_without_a_guest_is_mailed_to_nobody_and_shown_without_a_name(house, leaving):
    house.ask_to_be_erased(leaving)
    house.erase()
    happened = Event(uuid4(), EventType.CONFIRMED, house.mine.id, house.again(house.mine).version, house.now)
    send_booking_mail(happened, context=house.mail_context, spa=house.spa, now=house.now)
    assert house.letters.sent == []
    from functions.page_pay.app import build_app
    from shared_lib.payments.pay_links import pay_url

    url = pay_url(house.mine.id, public_url=house.public_url, signer=house.signer)
    page = build_app(house).test_client().get(url.removeprefix(house.public_url), base_url=house.public_url)
    assert page.status_code == 200
    assert "Daniel" not in page.text


def test_an_address_that_sendgrid_takes_for_none_spoils_no_erasure(house):
    store = SendGridRecipientData("SG.a", host=house.sendgrid.url)
    house.mailed()
    for address in ("not an address", DANIEL.email):
        store._erase(address)
    assert store._erase("not an address") == 0
    assert house.sendgrid.store.all("mails") == []


def test_a_night_erases_whoever_waits(house, leaving):
    other = house.guest("zoe@example.com")
    for guest in (leaving, other):
        house.ask_to_be_erased(guest)
    house.wait(1)
    answer = house.purge()
    assert (answer["erased"], answer["failures"]) == (2, [])
    assert house.count("erasures", "done_at is null") == 0


def test_what_was_proved_at_the_moment_of_asking_is_not_left_behind(house):
    guest = house.guest()
    found = house.erasures.subject(guest.id, until=house.now)
    house.guests.prove(ContactPoint.parse("daniel@office.example.com"), known=guest.id, now=house.now)
    with pytest.raises(Conflict):
        house.erasures.request(found, now=house.now)
    erasure = house.ask_to_be_erased(guest)
    assert len(house.erasures.subject_of(erasure).contact_points) == 2
    assert house.count("guest_contacts") == 0
