"""The phone's door: who is let in, what is read, and that every answer can be spoken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.web.signatures import TimedSignature
from tests.availability.properties.sizes import examples
from tests.phone_house import CALLER, GUEST, NEXT_SECRET, SECRET, phone_house
from tests.spa_house import utc

CHECK = "/api/atlas/actions/check_availability"
BODY = {"callId": "call-1", "campaignId": "spring", "customerPhoneNumber": CALLER, "customerName": "Daniel"}
LATER = ["send_code", "check_code", "find_booking", "reschedule", "cancel_appointment", "join_waitlist"]
LATER += ["spa_info", "handoff"]


@pytest.fixture(scope="module")
def house(postgres, migrated, tmp_path_factory):
    """One house for all that is only asked or refused."""
    url = postgres.create_database("phone_refusals", template=migrated)
    with pytest.MonkeyPatch.context() as patch, phone_house(url, tmp_path_factory.mktemp("phone"), patch) as house:
        yield house
    postgres.drop_database("phone_refusals")


def body(**parameters):
    return json.dumps(BODY | {"parameters": parameters}).encode()


ASKED = body(treatment="swedish massage", when="friday 2pm")


@pytest.mark.parametrize("secret", [SECRET, NEXT_SECRET])
def test_two_secrets_are_good_while_one_is_exchanged(house, secret):
    assert house.post(CHECK, ASKED, Authorization=f"Bearer {secret}").status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        f"Basic {SECRET}",
        SECRET,
        f"Bearer {SECRET}x",
        f"Bearer {SECRET}, {NEXT_SECRET}",
        "Bearer ü",
    ],
)
def test_a_stranger_is_told_nothing(house, header):
    answer = house.post(CHECK, ASKED, Authorization=header)
    assert (answer.status_code, json.loads(answer.get_data())["code"]) == (401, "NOT_AUTHENTICATED")


def test_without_a_secret_of_ours_everybody_is_a_stranger(house, monkeypatch):
    monkeypatch.setattr(type(house), "atlas_secrets", [])
    assert house.post(CHECK, ASKED, Authorization="Bearer ").status_code == 401


@pytest.mark.parametrize("secret", [SECRET, NEXT_SECRET])
def test_a_signature_that_comes_along_is_right(house, secret):
    signature = {"X-Atlas-Signature": TimedSignature(secret).sign(ASKED)}
    assert house.post(CHECK, ASKED, **signature).status_code == 200


@pytest.mark.parametrize(
    "signature",
    [
        "",
        "t=1,v1=00",
        TimedSignature("another secret").sign(ASKED),
        TimedSignature(SECRET).sign(ASKED + b" "),
        TimedSignature(SECRET).sign(ASKED, at=utc("2026-01-01T00:00:00Z")),
    ],
    ids=["none", "made up", "another secret's", "another body's", "old"],
)
def test_a_wrong_or_old_signature_is_a_strangers(house, signature):
    assert house.post(CHECK, ASKED, **{"X-Atlas-Signature": signature}).status_code == 401


@pytest.mark.parametrize(
    "path",
    ["/api/atlas/actions/wipe", "/api/atlas/actions/", "/api/atlas/actions", "/api/atlas/events", f"{CHECK}/more"],
)
def test_an_action_that_nobody_knows_is_not_found(house, path):
    assert house.post(path, ASKED).status_code == 404


def test_an_action_is_asked_for_by_post_alone(house):
    answer = house.ask("GET", CHECK)
    assert (answer.status_code, answer.get_json()["code"], answer.headers["Allow"]) == (
        405,
        "METHOD_NOT_ALLOWED",
        "POST",
    )


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'"hello"', b"\xff\xfe", b"[" * 20_000])
def test_what_is_no_object_is_the_platforms_mistake(house, text):
    assert house.post(CHECK, text).status_code == 400


def test_a_body_that_is_too_large_is_not_read(house):
    assert house.post(CHECK, b" " * 70_000).status_code == 413


@pytest.mark.parametrize("action", LATER)
def test_what_comes_later_says_so_in_a_sentence(house, action):
    answer = house.act(action, to="sms")
    assert (answer["ok"], answer["code"]) == (False, "NOT_YET")
    assert "front desk" in answer["message"]


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"treatment": None}, "treatment"),
        ({"treatment": 5}, "treatment"),
        ({"treatment": "  "}, "treatment"),
        ({"treatment": "a" * 301}, "treatment"),
        ({"treatment": "a\x00b"}, "treatment"),
        ({"when": ["friday"]}, "when"),
        ({"when": {"day": "friday"}}, "when"),
        ({"party": "some"}, "party"),
        ({"party": True}, "party"),
        ({"party": 1.5}, "party"),
        ({"party": float("nan")}, "party"),
        ({"party": [2]}, "party"),
        ({"party": "9" * 5000}, "party"),
        ({"party": 0}, "party"),
        ({"party": -1}, "party"),
        ({"technician": 7}, "technician"),
        ({"limit": "many"}, "limit"),
        ({"limit": 0}, "limit"),
    ],
)
def test_a_wrong_parameter_is_named_and_asked_for_again(house, parameters, field):
    answer = house.check(**{"treatment": "swedish massage", "when": "friday"} | parameters)
    assert (answer["ok"], answer["code"], answer["field"]) == (False, "BAD_INPUT", field)
    assert answer["message"].endswith(("?", "."))


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"slot": None}, "slot"),
        ({"slot": "made up"}, "slot"),
        ({"slot": "a" * 601}, "slot"),
        ({"name": ""}, "name"),
        ({"name": "  "}, "name"),
        ({"name": "123"}, "name"),
        ({"name": "a" * 81}, "name"),
        ({"email": None}, "email"),
        ({"email": "daniel"}, "email"),
        ({"email": "daniel@example"}, "email"),
        ({"email": "dan..iel@example.com"}, "email"),
        ({"email": "daniel@example.com, eve@example.com"}, "email"),
        ({"phone": "call me"}, "phone"),
        ({"phone": 15550100199}, "phone"),
        ({"notes": "a" * 1001}, "notes"),
    ],
)
def test_a_wrong_contact_is_named_and_asked_for_again(house, parameters, field):
    answer = house.act("book_appointment", **{"slot": house.slot(), **GUEST} | parameters)
    assert (answer["ok"], answer["code"], answer["field"]) == (False, "BAD_INPUT", field)
    assert house.count("bookings") == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"callId": None}, "callId"),
        ({"callId": ""}, "callId"),
        ({"callId": 7}, "callId"),
        ({"campaignId": ["spring"]}, "campaignId"),
        ({"customerPhoneNumber": 15550100199}, "customerPhoneNumber"),
        ({"parameters": []}, "parameters"),
        ({"parameters": "treatment"}, "parameters"),
    ],
)
def test_a_call_that_says_too_little_of_itself_is_answered_with_a_sentence(house, changes, field):
    answer = house.asks("check_availability", BODY | {"parameters": {"treatment": "swedish"}} | changes)
    assert (answer["code"], answer["field"]) == ("BAD_INPUT", field)


def test_numbers_may_be_written_as_text(house):
    answer = house.check("couple's massage", "thursday", party="2", limit="1")
    assert len(answer["slots"]) == 1


def test_our_own_trouble_is_no_answer_of_the_house(house, monkeypatch):
    """The platform hears of it, says what was prepared for it, and may ask again."""

    def away(*_, **__):
        raise VendorUnavailable("postgres", "PoolTimeout")

    monkeypatch.setattr(house.snapshots, "read", away)
    assert house.post(CHECK, ASKED).status_code == 503


def test_a_price_is_said_in_words(house):
    answer = house.act("get_price", treatment="deep tissue")
    assert "two hundred forty dollars" in answer["message"]
    assert (answer["price_cents"], answer["prices"]["Premium"]) == (24000, 14400)


def test_a_price_that_could_be_of_a_few_is_told_of_each(house):
    answer = house.act("get_price", treatment="facial")
    assert [row["treatment"] for row in answer["treatments"]] == ["Gentleman's Facial", "Precision Facial"]


def test_a_price_that_could_be_of_many_asks_which(house):
    answer = house.act("get_price", treatment="massage")
    assert (answer["code"], len(answer["candidates"])) == ("AMBIGUOUS_TREATMENT", 7)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=5), some, max_size=3),
    max_leaves=5,
)
NAMES = ("treatment", "when", "party", "technician", "limit", "slot", "name", "email", "phone", "notes")


@given(
    st.sampled_from(["check_availability", "get_price", "book_appointment"]),
    st.dictionaries(st.sampled_from(NAMES), ANYTHING),
)
@pytest.mark.proof
@examples(150)
def test_whatever_an_agent_sends_it_is_given_a_sentence(house, action, parameters):
    answer = house.act(action, **parameters)
    assert answer["message"]
    assert answer["ok"] or answer["code"]


DAYS = st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?", fullmatch=True)


@given(DAYS | st.tuples(DAYS, DAYS).map("/".join) | st.text(max_size=60))
@pytest.mark.proof
@examples(150)
def test_whatever_is_said_of_time_has_an_answer(house, when):
    answer = house.check("swedish massage", when)
    assert answer.get("slots") or answer["code"] in {"PAST", "OUTSIDE_HORIZON", "CLOSED", "BAD_WHEN", "BAD_INPUT"}
