"""What a guest told: sealed, once, with an owner, a promise and a word to the manager."""

from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.bookings.contact import Contact
from shared_lib.concierge.case import CaseKind, CaseStatus, NewCase
from shared_lib.concierge.close_case import answer_case, close_case
from shared_lib.concierge.leave_contact import leave_contact
from shared_lib.concierge.medical_note import add_medical_note, attach_health_cases, read_medical_notes
from shared_lib.concierge.open_case import open_case
from shared_lib.concierge.read_case import read_case
from shared_lib.kernel.errors import NotFound
from tests.spa_house import THREE

TOLD = "I was charged $188.10 twice on the 14th"
RUTH = Contact("Ruth Example", "ruth@example.com", "+1 555 010 0177")


def told(house, text=TOLD, kind=CaseKind.DOUBLE_CHARGE, **more):
    new = {
        "key": f"chat:{hash(text)}",
        "lang": "en",
        "promise_at": house.now + timedelta(hours=2),
        "session_id": "session-1",
    }
    return open_case(NewCase(kind=kind, text=text, **new | more), cases=house.cases, spa=house.spa, now=house.now)


def audited(house):
    return [row["action"] for row in house.rows("select action from coresync.audit_log order by id")]


def test_a_complaint_is_kept_once_and_the_manager_hears_that_it_is_there(house):
    case = told(house)
    assert told(house) == case
    assert (case.status, case.owner, case.reachable) == (CaseStatus.OPEN, "manager", False)
    [(kind, facts)] = house.alerts()
    assert kind == "case_opened"
    assert facts["reference"] == case.reference
    assert facts["kind"] == "double charge"
    assert "New York time" in facts["by"]
    assert audited(house) == ["case.opened"]
    assert "188.10" not in repr(house.rows("select * from coresync.cases, coresync.manager_alerts"))


def test_the_same_words_told_again_are_the_same_case_while_it_waits(house):
    case = told(house, key="chat:1")
    assert told(house, f"{TOLD.upper()} !!", key="chat:2") == case
    assert told(house, key="chat:3", session_id="session-2") != case
    assert told(house, f"{TOLD}, and on the 15th", key="chat:4") != case
    assert len(house.alerts()) == 3
    close_case(case.id, by="manager", cases=house.cases, now=house.now)
    assert told(house, key="chat:5") != case


def test_whoever_reads_it_is_noted(house):
    case = told(house, contact=RUTH)
    words = read_case(case.id, reader="manager", cases=house.cases, now=house.now)
    assert (words.text, words.contact) == (TOLD, RUTH)
    assert audited(house) == ["case.opened", "case.read"]
    with pytest.raises(NotFound):
        read_case(uuid4(), reader="manager", cases=house.cases, now=house.now)
    assert audited(house) == ["case.opened", "case.read"]


def test_a_guest_who_says_later_who_they_are_can_be_answered(house):
    case = told(house)
    told(house, "of somebody else", session_id="session-2", contact=RUTH)
    assert leave_contact("session-1", Contact("Only A Name"), cases=house.cases, now=house.now) == 0
    assert leave_contact("session-1", RUTH, cases=house.cases, now=house.now) == 1
    assert leave_contact("session-1", Contact("", "b@example.com"), cases=house.cases, now=house.now) == 0
    assert house.cases.get(case.id).reachable
    assert read_case(case.id, reader="manager", cases=house.cases, now=house.now).contact == RUTH


def test_a_case_is_answered_and_closed_once(house):
    case = told(house)
    assert answer_case(case.id, by="manager", cases=house.cases, now=house.now).status == CaseStatus.ANSWERED
    closed = close_case(case.id, by="manager", cases=house.cases, now=house.now)
    house.wait(5)
    assert close_case(case.id, by="somebody", cases=house.cases, now=house.now) == closed
    assert answer_case(case.id, by="somebody", cases=house.cases, now=house.now) == closed
    assert audited(house) == ["case.opened", "case.answered", "case.closed"]
    other = told(house, "another")
    assert [one.id for one in house.cases.newest(limit=9)] == [other.id, case.id]


def test_what_is_said_of_health_waits_for_the_visit_and_joins_each_that_is_held(house):
    told(house, "I have a pacemaker", CaseKind.HEALTH)
    told(house, "and a bad knee", CaseKind.HEALTH, key="2")
    told(house, "of somebody else", CaseKind.HEALTH, session_id="session-2")
    told(house)
    first, second = house.hold(), house.hold(THREE - timedelta(hours=2))
    for booking, new in ((first, 2), (first, 0), (second, 2)):
        assert attach_health_cases("session-1", booking.id, notes=house.medical_notes, now=house.now) == new
    add_medical_note(first.id, "allergic to nuts", key="3", notes=house.medical_notes, now=house.now)
    add_medical_note(first.id, "allergic to nuts", key="3", notes=house.medical_notes, now=house.now)
    notes = read_medical_notes(first.id, reader="anna", notes=house.medical_notes, now=house.now)
    assert sorted(notes) == ["I have a pacemaker", "allergic to nuts", "and a bad knee"]
    assert audited(house).count("medical_note.added") == 5
    assert audited(house)[-1] == "medical_note.read"
    assert [kind for kind, _ in house.alerts()] == ["case_opened"]  # of the charge alone


def test_what_is_said_of_health_after_the_hold_is_at_the_visit_at_once(house):
    booking = house.hold()
    told(house, "I have a pacemaker", CaseKind.HEALTH, booking_id=booking.id)
    notes = read_medical_notes(booking.id, reader="anna", notes=house.medical_notes, now=house.now)
    assert notes == ["I have a pacemaker"]
    assert read_medical_notes(uuid4(), reader="anna", notes=house.medical_notes, now=house.now) == []
    said = repr(house.rows("select body from coresync.outbox")) + repr(house.wire.events) + repr(house.again(booking))
    assert "pacemaker" not in said
