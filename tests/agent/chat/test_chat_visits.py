"""Visits that were booked before, spoken of in a new conversation: found after a code, never without one."""

from uuid import UUID

import pytest

from shared_lib.bookings.cancel import cancel_booking
from shared_lib.guests.proof_code import new_digits
from shared_lib.kernel.events import EventType
from shared_lib.waitlist.offer import offer_waitlist
from tests.chat_house import FRIDAY_AT_THREE, Page, chat_house
from tests.snapshots import THURSDAY, at

ASKS_WHO = "to which e-mail address or telephone number was it booked?"


@pytest.fixture
def house(database_url, firestore_host, tmp_path, monkeypatch):
    with chat_house(database_url, firestore_host, tmp_path, monkeypatch) as house:
        codes = house.__dict__["codes"] = []

        def send(code_id: UUID) -> None:
            digits = new_digits()
            house.proof_codes.sending(code_id, digits, now=house.now)
            codes.append(digits)

        monkeypatch.setattr(type(house), "send_code_soon", lambda _, code_id: send(code_id))
        yield house


def pay(house, booking):
    def steps(change):
        payment = change.payments.open(change.booking.total_cents, ends_at=house.now)
        change.payments.paid(payment, payment_intent_id=f"pi_{booking.reference}", entry=())
        change.transition(EventType.CONFIRMED, actor="stripe")

    house.bookings.change(booking.id, steps, now=house.now)
    return house.bookings.get(booking.id)


def booked(house, *lines, name="Daniel Example", email="daniel@example.com"):
    """A visit that was booked and paid in a conversation of its own."""
    page = Page(house)
    page.says(*(lines or (FRIDAY_AT_THREE,)), "yes", name, email)
    return pay(house, page.booking)


@pytest.fixture
def visit(house):
    return booked(house)


def proved(house, *lines, email="daniel@example.com"):
    page = Page(house)
    assert ASKS_WHO in page.says(*lines)
    assert "six digits" in page.says(email)
    page.says(house.codes[-1])
    return page


def words(page):
    return "\n".join(reply["text"] for reply in page.last["replies"])


def test_a_visit_is_moved_after_a_code_and_a_yes(house, visit):
    page = proved(house, f"I'd like to move {visit.reference} to thursday 3pm")
    assert f"{visit.reference}, Deep Tissue Massage: from Friday 20 November, 3:00 PM" in words(page)
    assert "is moved" in page.says("yes")
    moved = house.bookings.get(visit.id)
    assert (moved.starts_at, moved.moves) == (at(THURSDAY, "15:00"), 1)


def test_a_visit_is_cancelled_after_a_code_with_the_money_said_first(house, visit):
    page = proved(house, "I need to cancel my appointment")
    assert "If I cancel it now" in words(page)
    assert "$" in words(page)
    assert "is cancelled" in page.says("yes please")
    assert str(house.bookings.get(visit.id).status) == "cancelled"


def test_nothing_is_heard_of_a_visit_without_the_code(house, visit):
    page = Page(house)
    page.says(f"cancel {visit.reference}", "daniel@example.com")
    heard = page.says("123456" if house.codes[-1] != "123456" else "654321")
    assert "not the code" in heard
    assert "Friday" not in heard
    assert "Deep Tissue" not in heard
    assert str(house.bookings.get(visit.id).status) == "confirmed"


def test_known_and_unknown_contacts_are_answered_alike(house, visit):
    answers = []
    for email in ("daniel@example.com", "nobody@example.org"):
        page = Page(house)
        page.says("when is my appointment?")
        answers.append(page.says(email))
    assert answers[0] == answers[1]
    assert "no such visit" in page.says(house.codes[-1])


def test_anothers_visit_is_none_that_can_be_found(house, visit):
    booked(house, "swedish massage thursday 1pm", name="Rosa Quill", email="rosa@example.com")
    page = proved(house, f"cancel my booking {visit.reference}", email="rosa@example.com")
    assert "no such visit" in words(page)
    assert str(house.bookings.get(visit.id).status) == "confirmed"


def test_of_several_visits_the_guest_says_which(house, visit):
    booked(house, "swedish massage thursday 1pm")
    page = proved(house, "please cancel my booking")
    assert words(page) == "Which of your visits do you mean?"
    assert "Swedish Massage, Thursday 19 November" in page.says("the one on thursday") or "Thursday" in words(page)
    assert "Shall I cancel it?" in words(page)


def test_who_has_proved_once_is_not_asked_again(house, visit):
    page = proved(house, "when is my appointment?")
    assert visit.reference in words(page)
    assert "Shall I cancel it?" in page.says("then please cancel it")


def test_a_detour_to_another_visit_comes_back_to_the_one_that_is_being_booked(house, visit):
    page = Page(house)
    page.says("swedish massage thursday 1pm")
    page.says(f"oh, and I have to cancel {visit.reference}", "daniel@example.com")
    page.says(house.codes[-1])
    assert "Shall I cancel it?" in words(page)
    assert "is cancelled" in page.says("yes")
    page.says("1 pm please")
    assert "I am holding Thursday 19 November, 1:00 PM" in words(page)


def test_something_is_added_to_a_paid_visit_after_its_price_was_said(house):
    visit = booked(house, "swedish massage thursday 1pm")
    page = proved(house, "can I add aromatherapy to my booking?")
    assert "$26.13 with tax, paid at the front desk" in words(page)
    assert "still to be paid" in page.says("yes")
    changed = house.bookings.get(visit.id)
    assert [line.name for line in changed.lines] == ["Swedish Massage", "Aromatherapy"]
    assert changed.balance_cents == 2613


def test_a_guest_who_waits_is_offered_the_place_in_the_conversation(house):
    taken = booked(house, "manicure thursday 1pm")
    page = Page(house)
    page.says("put me on the waiting list for a manicure on thursday at 1pm", "Rosa Quill", "rosa@example.com")
    assert "You are on the waiting list: Manicure, Thursday 19 November" in words(page)
    assert page.last["poll_after_ms"]
    cancel_booking(taken.id, actor="guest", bookings=house.bookings, now=house.now)
    (offered,) = offer_waitlist(waitlist=house.waitlist, context=house.context, now=house.now).bookings
    house.tell(offered, EventType.HELD)
    (event,) = page.read("/api/chat/events?after=0")["events"]
    assert event["reply"]["text"].startswith("A place has opened: Manicure, Thursday 19 November, 1:00 PM")
    assert event["reply"]["payment"]["amount_cents"] == offered.total_cents
    page.says("yes, I'd like to take it")
    assert page.last["replies"][0]["booking"]["reference"] == offered.reference


@pytest.mark.parametrize("asked", ["how much will I get back?", "how much do I get back?"])
def test_what_comes_back_may_be_asked_on_the_way_to_a_proof(house, visit, asked):
    page = Page(house)
    page.says("I need to cancel my visit", "daniel@example.com", asked)
    assert "Shall I cancel it?" in page.says(house.codes[-1])


def test_an_address_alone_puts_nobody_on_the_list_for_nothing(house):
    page = Page(house)
    page.says("put me on the waiting list", "rosa@example.com")
    assert "Which treatment" in words(page)


def test_the_way_to_a_proof_is_not_lost_by_a_word_that_is_none(house, visit):
    page = Page(house)
    page.says(f"cancel {visit.reference}", "daniel@example.com")
    assert "six digits" in page.says("yes")
    page.says(house.codes[-1])
    assert "Shall I cancel it?" in words(page)


def test_a_button_of_a_visit_that_stands_no_more_says_what_stands(house, visit):
    other = booked(house, "swedish massage thursday 11am")
    page = proved(house, "cancel my booking")
    page.send(choice=f"visit:{visit.id}")
    page.says("yes")
    assert page.send(choice=f"visit:{visit.id}").status_code == 200
    assert page.send(choice=f"visit:{other.id}").status_code == 200
    assert other.reference in words(page)


def test_a_proof_opens_only_what_is_its_own(house, visit):
    booked(house, "swedish massage thursday 11am", name="Eve Example", email="eve@example.com")
    page = proved(house, "where is my booking", email="eve@example.com")
    assert visit.reference not in page.says(f"cancel {visit.reference}", "yes")
    page.send(choice=f"visit:{visit.id}")
    page.says("daniel@example.com", "yes", f"move {visit.reference} to thursday")
    assert house.bookings.get(visit.id) == visit
