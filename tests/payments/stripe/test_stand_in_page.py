"""The page of a Checkout Session, as a guest without scripts uses it."""

import pytest
import requests

FORM = {"step": "card", "expiry": "12 / 34", "cvc": "123", "name": "Ada", "email": "ada@example.com"}


@pytest.fixture
def send(session):
    """Send a form of the page, and stay here when it leads elsewhere."""

    def send(**fields):
        return requests.post(session.url, data=FORM | fields, allow_redirects=False, timeout=10)

    return send


def test_the_page_shows_what_is_paid_and_the_way_back(session):
    page = requests.get(session.url, timeout=10).text
    assert "no real money" in page
    assert "Massage, 60 minutes" in page
    assert "Pay $135.00" in page
    assert 'href="http://127.0.0.1/back"' in page
    assert requests.get(session.url.replace(session.id, "assets/checkout.css"), timeout=10).ok


def test_a_good_card_leads_back_to_the_spa(client, session, send, hook, eventually):
    answer = send(number="4242 4242 4242 4242")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"http://127.0.0.1/done?session={session.id}"
    eventually(lambda: "checkout.session.completed" in hook.types)
    assert hook.types[:3] == ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"


def test_a_declined_card_leaves_the_session_open(client, session, send, hook, eventually):
    assert "Your card has insufficient funds." in send(number="4000000000009995").text
    eventually(lambda: hook.types == ["payment_intent.created", "charge.failed", "payment_intent.payment_failed"])
    failed = hook.events[-1].data.object
    assert failed.last_payment_error.decline_code == "insufficient_funds"
    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"
    assert send(number="4242424242424242").status_code == 303


def test_the_same_payment_is_tried_again_with_another_card(client, session, send, pay):
    send(number="4000000000000002")
    tried = client.v1.checkout.sessions.retrieve(session.id).payment_intent
    assert pay(session.id)["payment_intent"] == tried
    assert [one.status for one in client.v1.charges.list({"payment_intent": tried}).data] == ["succeeded", "failed"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"number": ""}, "card number is missing"),
        ({"number": "4242424242424241"}, "card number is invalid"),
        ({"number": "6011111111111117"}, "card number is invalid"),
        ({"number": "4242424242424242", "expiry": "13/34"}, "expiration date is incomplete"),
        ({"number": "4242424242424242", "expiry": "01/20"}, "expiration date is in the past"),
        ({"number": "4242424242424242", "cvc": "1"}, "security code is incomplete"),
    ],
)
def test_a_slip_of_the_hand_is_named_and_asks_no_bank(client, session, send, fields, message):
    assert message in send(**fields).text
    assert client.v1.checkout.sessions.retrieve(session.id).payment_intent is None


@pytest.mark.parametrize("card", ["4000002500003155", "4000002760003184"])
def test_a_bank_that_asks_is_answered_on_a_second_page(client, session, send, card):
    again = send(number=card)
    assert again.status_code == 303
    assert "Your bank asks" in requests.get(session.url, timeout=10).text
    assert send(step="bank", answer="authorise").status_code == 303
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"


def test_a_guest_who_refuses_before_their_bank_may_try_again(session, send, hook, eventually):
    send(number="4000002760003184")
    assert "unable to authenticate" in send(step="bank", answer="refuse").text
    eventually(lambda: "payment_intent.payment_failed" in hook.types)
    assert "Pay $135.00" in requests.get(session.url, timeout=10).text


def test_a_bank_s_answer_comes_too_late_for_an_ended_session(client, session, send):
    send(number="4000002760003184")
    client.v1.checkout.sessions.expire(session.id)
    assert "has expired" in send(step="bank", answer="authorise").text


def test_an_ended_or_paid_page_says_so(client, massage, session, paid):
    assert "is complete" in requests.get(f"{session.url}", timeout=10).text
    other = client.v1.checkout.sessions.create(massage)
    client.v1.checkout.sessions.expire(other.id)
    page = requests.post(other.url, data=FORM | {"number": "4242424242424242"}, timeout=10)
    assert "has expired" in page.text
    assert paid


def test_an_unknown_page_is_not_found(session):
    answer = requests.get(session.url + "0", timeout=10)
    assert answer.status_code == 404
    assert "no such payment page" in answer.text


def test_what_somebody_typed_is_shown_as_text(send):
    page = send(number='"><script>alert(1)</script>').text
    assert "<script>" not in page


def test_the_control_pays_by_the_page_s_address(stand_in, session):
    answer = requests.post(f"{stand_in.url}/_pay", json={"url": session.url}, timeout=10).json()
    assert answer["status"] == "paid"
    assert answer["next_url"].endswith(session.id)


def test_the_control_tells_what_else_may_happen(stand_in, session, pay):
    assert pay(session.id, "4000000000000002")["message"] == "Your card was declined."
    assert pay(session.id, "4000002760003184")["status"] == "needs_authentication"
    assert pay(session.id, "1234")["status"] == "invalid"
    assert pay(session.id, "4000002760003184", authentication="refuse")["status"] == "declined"
    assert pay(session.id)["status"] == "paid"
    assert pay(session.id)["status"] == "complete"
    assert pay("cs_none")["error"]["code"] == "resource_missing"
    assert requests.post(f"{stand_in.url}/_pay", json={}, timeout=10).status_code == 400
