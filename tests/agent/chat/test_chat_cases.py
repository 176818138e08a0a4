"""What guests tell in the chat beside a booking: heard first, left with a person, and the booking goes on after it."""
# ruff: noqa: RUF001 -- guests speak other languages too

import json
from uuid import uuid4

import pytest

from shared_lib.concierge.medical_note import read_medical_notes
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.formatting import say_moment
from tests.chat_house import FRIDAY_AT_THREE, Page, chat_house

TWICE = "You took $188.10 for my facial twice, on the 12th"
PACEMAKER = "my heart runs on a pacemaker since spring"


@pytest.fixture
def house(database_url, firestore_host, tmp_path, monkeypatch):
    with chat_house(database_url, firestore_host, tmp_path, monkeypatch) as house:
        yield house


@pytest.fixture
def page(house):
    return Page(house)


def cases(house):
    """Return kind and owner of all cases."""
    return sorted((str(case.kind), case.owner) for case in house.cases.newest(limit=9))


def words(house, case):
    return house.cases.read(case.id, reader="manager", now=house.now)


def guest_lines(page):
    messages = page.read("/api/chat/session")["messages"]
    return [message["text"] for message in messages if message["from"] == "guest"]


def test_a_complaint_is_one_case_and_the_manager_hears_of_it(house, page):
    said = page.says(TWICE)
    [case] = house.cases.newest(limit=9)
    assert (case.kind, case.owner, case.reachable) == ("double_charge", "manager", False)
    assert said.lower().count("sorry") == 1
    assert say_moment(case.promise_at, house.spa, now=house.now) in said
    assert page.last["replies"][0]["choices"] == []
    assert words(house, case).text == TWICE
    [(kind, facts)] = house.alerts()
    assert (kind, facts["reference"], facts["kind"]) == ("case_opened", case.reference, "double charge")
    assert guest_lines(page) == ["[double_charge]"]


def test_the_same_message_again_is_the_same_case_and_another_message_another(house, page):
    key = str(uuid4())
    answers = [page.send(key, text=TWICE).get_data() for _ in range(2)]
    assert answers[0] == answers[1]
    page.says("and your barber was rude to my son")
    assert cases(house) == [("bad_service", "manager"), ("double_charge", "manager")]
    assert len(house.alerts()) == 2
    assert page.last["replies"] != json.loads(answers[0])["replies"]


def test_who_leaves_an_address_afterwards_can_be_answered(house, page):
    page.says(TWICE)
    assert "at ruth@example.com" in page.says("ruth@example.com")
    [case] = house.cases.newest(limit=9)
    assert case.reachable
    assert words(house, case).contact.email == "ruth@example.com"
    assert house.held == []


def test_an_address_in_the_same_breath_is_the_case_s(house, page):
    page.says("my ring is gone since the massage, write to ruth@example.com")
    [case] = house.cases.newest(limit=9)
    assert (case.kind, words(house, case).contact.email) == ("lost_thing", "ruth@example.com")


def test_a_word_of_health_waits_for_the_visit_that_is_held_after_going_on(house, page):
    said = page.says(FRIDAY_AT_THREE, PACEMAKER)
    assert "technician" in said
    assert house.held == []
    page.says("go on", "friday 3pm")
    page.says("yes", "Daniel Example", "daniel@example.com")
    assert page.last["replies"][0]["payment"]
    assert house.held == ["held"]
    notes = read_medical_notes(page.booking.id, reader="anna", notes=house.medical_notes, now=house.now)
    assert notes == [PACEMAKER]
    assert house.alerts() == []
    assert PACEMAKER not in repr(page.booking)


def test_a_word_of_health_after_the_hold_is_at_the_visit_at_once(house, page):
    page.says(FRIDAY_AT_THREE, "yes", "Daniel Example", "daniel@example.com", PACEMAKER)
    notes = read_medical_notes(page.booking.id, reader="anna", notes=house.medical_notes, now=house.now)
    assert notes == [PACEMAKER]
    assert house.held == ["held"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("is there a swimming pool on your roof?", "question"),
        ("I'll be 10 minutes late for my 3 o'clock", "late"),
        ("please have white roses and champagne in the room", "wish"),
        ("put me through to a human please", "person"),
    ],
)
def test_what_no_program_does_is_left_with_the_desk(house, page, said, kind):
    page.says(said)
    assert cases(house) == [(kind, "desk")]
    [case] = house.cases.newest(limit=9)
    assert words(house, case).text == said


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("help, my husband collapsed and isn't breathing", "en"),
        ("mi mujer se ha desmayado y no respira", "es"),
        ("муж упал без сознания и не дышит", "ru"),
        ("чоловік знепритомнів і не дихає", "uk"),
        ("אשתי התעלפה והיא לא נושמת", "he"),
    ],
)
def test_an_emergency_says_911_first_in_the_guest_s_language(house, page, said, lang):
    answer = page.says(said)
    assert "911" in answer.partition(".")[0]
    assert page.last["lang"] == lang
    assert cases(house) == [("emergency", "manager")]


def test_after_care_nothing_is_offered_until_the_guest_goes_on(house, page):
    page.says(FRIDAY_AT_THREE, TWICE)
    assert page.last["replies"][0]["choices"] == []
    page.says("ok")
    assert not any(choice["id"].startswith("slot") for reply in page.last["replies"] for choice in reply["choices"])
    page.says(FRIDAY_AT_THREE, "yes", "Daniel Example", "daniel@example.com")
    assert house.held == ["held"]
    assert page.booking.contact.email == "daniel@example.com"


def test_trouble_that_is_told_again_alarms_once_and_is_not_answered_in_the_same_words(house, page):
    first = page.says(TWICE)
    assert page.says(TWICE) != first
    page.says(TWICE, TWICE)
    assert len(cases(house)) == len(house.alerts()) == 1


@pytest.mark.parametrize("part", ["rate_limits", "sessions", "context"])
def test_911_is_said_whatever_fails(house, page, part, monkeypatch, caplog):
    def gone(_):
        raise VendorUnavailable("postgres")

    page.says("hello")
    with monkeypatch.context() as patch:
        patch.delitem(house.__dict__, part, raising=False)
        patch.setattr(type(house), part, property(gone), raising=False)
        assert page.send(text="book a massage").status_code >= 500
        assert "911" in page.says("help, my husband collapsed and isn't breathing").partition(".")[0]
        assert "911" in page.says("mi mujer se ha desmayado y no respira").partition(".")[0]
        assert page.last["lang"] == "es"
    assert any("emergency_not_kept" in repr(vars(record)) for record in caplog.records)


@pytest.mark.parametrize("asks", ["so will they call me?", "¿me van a llamar?", "мне позвонят?"])
def test_who_was_promised_an_answer_hears_of_that_promise_again(house, page, asks):
    page.says(TWICE)
    said = page.says("Ada Example, ada@example.com")
    [case] = house.cases.newest(limit=9)
    assert say_moment(case.promise_at, house.spa, now=house.now) in said
    assert "ada@example.com" in page.says(asks)
    assert page.last["replies"][0]["choices"] == []


def test_who_goes_on_after_words_of_health_goes_on_with_the_visit_that_was_wished_for(house, page):
    page.says("swedish massage friday at 2pm, I'm 5 months pregnant")
    assert "2:00 PM" in page.says("yes, please go ahead")
