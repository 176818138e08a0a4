"""A guest takes along everything that is held of them, and nothing of anybody else."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.bookings.contact import Contact
from shared_lib.concierge.case import CaseKind, NewCase
from shared_lib.concierge.medical_note import attach_health_cases
from shared_lib.concierge.open_case import open_case
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.preferences import Preference, Topic
from shared_lib.kernel.adapters.override_reasons import REASON
from shared_lib.kernel.errors import NotFound, VendorUnavailable
from shared_lib.waitlist.join import join_waitlist
from tests.booking_requests import request_for
from tests.guests.privacy_house import ADDRESS, DANIEL
from tests.snapshots import FRIDAY, at
from tests.spa_house import THREE


def complained(house, contact, session, text, kind=CaseKind.BAD_SERVICE):
    """Let a guest tell something in a chat."""
    new = NewCase(
        key=str(uuid4()), kind=kind, text=text, lang="en", promise_at=house.now, contact=contact, session_id=session
    )
    return open_case(new, cases=house.cases, spa=house.spa, now=house.now)


NINA = Contact("Nina Other", "nina@example.com", "", "her own words")


def with_traces(house):
    """Return a guest who left a trace everywhere, beside another guest who did too."""
    guest = house.guest(DANIEL.email, "+12125550199")
    mine = house.visited(session="mine")
    house.database.run(
        "insert into coresync.override_reasons values (%s, %s, %s, %s)",
        (uuid4(), mine.id, house.cipher.seal("Came late in the rain", purpose=REASON), house.now),
    )
    house.visited(THREE - timedelta(hours=2), NINA, session="hers")
    house.chatted("mine", "I have a sore back", "at three please")
    house.chatted("hers", "my secret", contact=NINA)
    complained(house, DANIEL, "before", "The towels were grey")
    complained(house, None, "mine", "I have a pacemaker", CaseKind.HEALTH)
    attach_health_cases("mine", mine.id, notes=house.medical_notes, now=house.now)
    complained(house, NINA, "hers", "her own words of it")
    house.guest_sessions.open(guest.id, device="Firefox on a telephone", now=house.now)
    point = ContactPoint.parse(DANIEL.email)
    house.proof_codes.ask(point, holder="browser", now=house.now)
    house.preferences.choose(
        [house.cipher.fingerprint(point.address)],
        [Preference(Topic.REVIEWS, Channel.EMAIL, allowed=False)],
        now=house.now,
    )
    for contact in (DANIEL, NINA):
        window = (at(FRIDAY, "12:00"), at(FRIDAY, "12:15"))
        join_waitlist(
            request_for(treatment_id="manicure", windows=(window,)), contact, key=contact.first_name[:1], source="chat",
            waitlist=house.waitlist, context=house.context, now=house.now,
        )  # fmt: skip
    return guest, mine


def test_a_guest_gets_everything_that_is_held_of_them(house):
    guest, mine = with_traces(house)
    export = house.export(guest)
    document = json.loads(export.to_json())
    [booking] = document["bookings"]
    assert (booking["reference"], booking["name"], booking["requests"]) == (mine.reference, DANIEL.name, DANIEL.notes)
    assert booking["begins"] == "2026-11-20T14:00:00-05:00"
    assert booking["total"] == {"cents": mine.total_cents, "currency": "USD"}
    assert booking["accepted_policy"]["address"] == ADDRESS
    assert [reason["words"] for reason in booking["reasons_of_staff"]] == ["Came late in the rain"]
    assert [step["what"] for step in booking["what_happened"]] == [
        "booking held", "booking confirmed", "medical note added",
    ]  # fmt: skip
    assert document["payments"][0]["amount"]["cents"] == mine.total_cents
    [conversation] = document["chat conversations"]
    assert [message.get("you") for message in conversation["messages"][::2]] == [
        "I have a sore back",
        "at three please",
    ]
    assert document["waitlist"][0]["name"] == DANIEL.name
    told = [(one["about"], one["told"]) for one in document["cases and notes on health"]]
    pacemaker = ("health", "I have a pacemaker")
    assert sorted(told) == [("bad service", "The towels were grey"), pacemaker, pacemaker]
    assert {event["begins"] for event in document["calendars of our team"]} == {booking["begins"]}
    account = {name: value for record in document["your account"] for name, value in record.items()}
    assert [point["address"] for point in account["contact_points"]] == [DANIEL.email, "+12125550199"]
    assert account["signed_in_browsers"][0]["browser"] == "Firefox on a telephone"
    assert account["choices"][0] | {"since": ""} == {
        "address": DANIEL.email, "about": "reviews", "by": "email", "wanted": False, "since": "",
    }  # fmt: skip
    assert all(document[store.name] for store in house.personal_data_stores if "messages" not in store.name)
    foreign = ("Nina", "nina@", "her own words", "my secret", "hash", house.cipher.fingerprint(DANIEL.email).hex())
    assert not [word for word in foreign if word in export.to_json().decode()]


def test_what_people_read_is_a_pdf_that_says_the_same(house, tmp_path):
    guest, mine = with_traces(house)
    pdf = house.pdf_writer.write(house.export(guest))
    (tmp_path / "export.pdf").write_bytes(pdf)
    text = read_pdf(tmp_path / "export.pdf")
    for words in (
        mine.reference,
        "Daniel Oberon",
        "Сандал",
        "I have a sore back",
        "Page 1 of",
        "Friday 20 November 2026",
    ):
        assert words in text
    assert "Nina" not in text


def read_pdf(path) -> str:
    """Return a PDF's words, by poppler; skips where that is not installed."""
    import shutil
    import subprocess

    if not (tool := shutil.which("pdftotext")):
        pytest.skip("NOT PROVED, for it needs poppler's pdftotext")
    return subprocess.run([tool, "-layout", path, "-"], check=True, capture_output=True, timeout=60).stdout.decode()


def test_half_an_export_is_none(house, monkeypatch):
    guest = house.guest()
    house.visited(session="mine")
    house.sessions.turns("none")
    monkeypatch.setattr(house.sessions, "turns", _away)
    with pytest.raises(VendorUnavailable):
        house.export(guest)


def _away(_):
    raise VendorUnavailable("firestore", "ServiceUnavailable")


def test_a_mistyped_number_shows_nobody_another_s_visit(house):
    stranger = house.guest("+12125550199")
    mine = house.visited()
    by_phone = house.visited(THREE - timedelta(hours=2), Contact("Zoe", "", "+1 212 555 0199"))
    found = json.loads(house.export(stranger).to_json())["bookings"]
    assert [booking["reference"] for booking in found] == [by_phone.reference]
    assert mine.reference not in {booking["reference"] for booking in found}


def test_nobody_is_exported_who_is_not_known(house):
    guest = house.guest()
    house.ask_to_be_erased(guest)
    with pytest.raises(NotFound):
        house.export(guest)
