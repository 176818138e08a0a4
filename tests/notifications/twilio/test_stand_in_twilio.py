"""Our Twilio: what it takes, what it refuses and how, and how it counts the parts of a text."""

import pytest
import requests

from infra.local.stand_ins.store import Store
from infra.local.stand_ins.twilio import TwilioStandIn
from infra.local.stand_ins.twilio.segments import segments

ACCOUNT, TOKEN, SENDER = f"AC{7:032x}", "a token", "+15550100100"
FORM = {"To": "+15550100199", "From": SENDER, "Body": "See you on Friday."}


@pytest.fixture
def twilio():
    with TwilioStandIn(account=ACCOUNT, token=TOKEN, sender=SENDER) as stand_in:
        yield stand_in


def post(twilio, *, account=ACCOUNT, auth=(ACCOUNT, TOKEN), **changes):
    form = {name: value for name, value in (FORM | changes).items() if value is not None}
    url = f"{twilio.url}/2010-04-01/Accounts/{account}/Messages.json"
    return requests.post(url, data=form, auth=auth, timeout=5)


def test_a_text_is_answered_in_twilios_words_and_the_newest_lies_on_top(twilio):
    answer = post(twilio)
    said = answer.json()
    assert (answer.status_code, said["status"], said["direction"]) == (201, "queued", "outbound-api")
    assert said["uri"] == f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{said['sid']}.json"
    post(twilio, Body="The second one.")
    texts = requests.get(f"{twilio.url}/_texts", timeout=5).json()
    assert [text["body"] for text in texts] == ["The second one.", "See you on Friday."]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"Colour": "red"}, 20001),
        ({"To": None}, 21604),
        ({"To": "555 010 0199"}, 21211),
        ({"To": "+15005550004"}, 21610),
        ({"Body": None}, 21602),
        ({"Body": "x" * 1601}, 21617),
        ({"From": None}, 21603),
        ({"From": "a name"}, 21212),
        ({"From": "+15550100101"}, 21606),
        ({"MessagingServiceSid": "MG7"}, 21705),
    ],
)
def test_a_text_that_twilio_would_refuse_is_refused_by_its_code(twilio, changes, code):
    answer = post(twilio, **changes)
    said = answer.json()
    assert (answer.status_code, said["status"], said["code"]) == (400, 400, code)
    assert said["more_info"].endswith(f"/{code}")
    assert twilio.texts() == []


def test_nobody_is_let_in_without_the_accounts_own_token(twilio):
    assert post(twilio, auth=None).json()["code"] == 20003
    assert post(twilio, auth=(ACCOUNT, "another")).status_code == 401
    assert post(twilio, account=f"AC{8:032x}").status_code == 404


def test_texts_and_who_said_stop_survive_a_restart(tmp_path):
    made = {"account": ACCOUNT, "token": TOKEN, "sender": SENDER}
    with TwilioStandIn(**made, store=Store(tmp_path / "store")) as first:
        post(first)
        requests.post(f"{first.url}/_answer", json={"from": FORM["To"], "body": "STOP"}, timeout=5)
    with TwilioStandIn(**made, store=Store(tmp_path / "store")) as second:
        assert post(second).json()["code"] == 21610
        assert len(second.texts()) == 1


@pytest.mark.parametrize(
    ("text", "parts"), [("a" * 160, 1), ("a" * 161, 2), ("€" * 80, 1), ("€" * 81, 2), ("я" * 70, 1), ("я" * 71, 2)]
)
def test_parts_are_counted_as_telephones_do(text, parts):
    assert segments(text) == parts
