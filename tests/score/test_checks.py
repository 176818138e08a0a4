"""Each check of the scorecard finds what breaks it, and leaves alone what does not."""
# ruff: noqa: RUF001 -- the house speaks other languages too

from datetime import UTC, datetime, timedelta

import pytest

from tests.score.answer import Answer, Button
from tests.score.book import BOOK
from tests.score.checks import CHECKS, all_that_is_wrong
from tests.score.ends import Standing, _visits
from tests.score.guest import Conversation, Exchange
from tests.score.house import ZONE
from tests.score.tasks import Task, Visit
from tests.score.tongues import TONGUES
from tests.score.traced import money

WEDNESDAY = datetime(2026, 11, 25, 15, 0, 9, tzinfo=UTC)
BOOKING = {
    "reference": "CS-2026-000001",
    "status": "held",
    "starts_at": "2026-11-26T20:00:00+00:00",
    "ends_at": "2026-11-26T21:00:00+00:00",
    "treatment": "Swedish Massage",
    "technician": "Anna",
}
PAYMENT = {"url": "/pay/1", "amount_cents": 18810, "expires_at": "2026-11-25T15:10:00+00:00"}
SUMMARY = (
    "Swedish Massage, 60 minutes, Thursday 26 November, 3:00 PM New York time with Anna. $180.00 plus $8.10 sales tax,"
    " $188.10 in all. I hold it until 10:10 AM; the payment confirms it."
)


def talk(*texts, says=None, booking=None, payment=None, lang="en", promised=(), buttons=(), status=200, **task):
    """Return a conversation in which the house says these texts; what is booked is shown with each."""
    bookings = {BOOKING["reference"]: BOOKING | booking} if booking is not None else {}
    payments = {BOOKING["reference"]: PAYMENT | payment} if payment is not None else {}
    conversation = Conversation(Task("kind", "task", (), lang=lang, **task), WEDNESDAY.date())
    for text in texts:
        answer = Answer((text,), tuple(buttons), bookings, payments, (), status)
        conversation.add(Exchange(says or "hello", answer, WEDNESDAY, lang, None, frozenset(promised)))
    return conversation


def causes(conversation):
    return {wrong.partition(":")[0] for wrong in all_that_is_wrong(conversation)}


REFLEXOLOGY = Visit.read("Reflexology, Fri 15:00")
BREAKS = {
    "http": [talk("Certainly.", status=500), talk("")],
    "price": [talk("The Swedish Massage is $180.00.")],
    "promise": [
        talk("Your visit is booked."),
        talk("Thank you. You are all set and it is now confirmed.", booking={}),
        talk("Su visita está confirmada.", lang="es"),
        talk("Ваш визит подтверждён.", lang="ru"),
        talk("Ваш візит підтверджено.", lang="uk"),
        talk("הביקור אושר.", lang="he"),
    ],
    "again": [talk("Which treatment would you like?", "I am not sure. Which treatment would you like?")],
    "questions": [talk("Which day would suit you? And at what time?")],
    "length": [talk("a long story " * 50)],
    "tone": [talk("With pleasure!"), talk("With pleasure 🙂"), talk("Thank you, {name}."), talk("It is with None.")],
    "language": [
        talk("Which day would suit you for the massage?", lang="es"),
        talk("Which day would suit you for the massage?", lang="ru"),
        talk("Який день вам підійде для масажу?", lang="ru"),
        talk("Какой день вам подойдёт для массажа? Мы открыты.", lang="uk"),
        talk("Which day would suit you for the massage?", lang="he"),
        talk("¿Qué día le viene bien para el masaje?", lang="en"),
    ],
    "technician": [talk(SUMMARY, booking={}, payment={}, promised=["Lena"])],
    "in full": [talk("It is on Thursday. The payment confirms it.", booking={}, payment={})],
    "sales": [
        talk("I am sorry. Which treatment would you like?", quiet=True),
        talk("I am sorry.", buttons=[Button("slot:2026-11-26T20:00:00+00:00", "3:00 PM")], quiet=True),
    ],
    "figure": [
        talk("The Swedish Massage is $179.00.", prices=True),
        talk("A pedicure: Pedicure, $180.00.", prices=True),
        talk("Педикюр: Pedicure, 81,00 $.", prices=True, lang="ru"),
        talk("Members receive 35 % off."),
        talk("We close at 4:30 PM."),
        talk("It takes 53 minutes."),
        talk("Guests book 5 days ahead."),
        talk("Please tell us 36 hours before."),
        talk("A manager answers you by Wednesday 25 November, 12:20 PM New York time."),
        talk("If I cancel it now, $78.00 goes back.", before=REFLEXOLOGY),
        talk("Hot Stone $41.00, 15 minutes more.", prices=True),
    ],
}
HOLDS = [
    talk(SUMMARY, booking={}, payment={}, promised=["Anna"]),
    talk("The Swedish Massage is $180.00, plus sales tax; Base members pay $126.00.", prices=True),
    talk("Swedish Massage и Manicure: 240,00 $, с налогом 250,80 $.", prices=True, lang="ru"),
    talk("Once the payment is through, it is confirmed."),
    talk("Your visit is booked.", booking={"status": "confirmed"}),
    talk("We keep your place for 15 minutes. A visit that begins late ends on time, so that the next guest is not kept"
         " waiting.", "We keep your place for 15 minutes. A visit that begins late ends on time, so that the next guest"
         " is not kept waiting."),
    talk("¿Qué día le viene bien para el Swedish Massage con Anna?", lang="es"),
    talk("Какой день вам подойдёт для Swedish Massage?", lang="ru"),
    talk("Який день вам підійде для Swedish Massage?", lang="uk"),
    talk("איזה יום יתאים לך ל-Swedish Massage?", lang="he"),
    talk("On Friday we are open from 10:00 AM to 4:00 PM; the last Swedish Massage begins at 3:00 PM."),
    talk("By 7:45 PM, gladly.", says="I must be out by 7:45"),
    talk("Guests can book 3 days ahead, and until 24 hours before it half goes back."),
    talk("Hot Stone $40.00, 15 minutes more.", prices=True),
    talk("A manager answers you by Wednesday 25 November, 12:15 PM New York time."),
    talk("If I cancel it now, $60.09 goes back of $120.18.", before=REFLEXOLOGY, prices=True),
    talk(*[next(question.answers["es"] for question in BOOK.faq if question.answers)] * 2, lang="es"),
    talk("I am sorry to hear it. The front desk is there for you: +1 555 010 0142.", quiet=True),
]  # fmt: skip


@pytest.mark.parametrize(("cause", "conversation"), [(cause, one) for cause, many in BREAKS.items() for one in many])
def test_what_breaks_a_rule_is_found(cause, conversation):
    assert cause in causes(conversation)


def test_each_check_has_something_that_breaks_it():
    assert set(BREAKS) == set(CHECKS)


@pytest.mark.parametrize("conversation", HOLDS)
def test_what_breaks_no_rule_is_left_alone(conversation):
    assert all_that_is_wrong(conversation) == []


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("$40.00, 15 minutes more", {4000}),
        ("$1,250.00 plus $55.50", {125000, 5550}),
        ("$180 or 1 250,50 $", {18000, 125050}),
        ("81,00 $", {8100}),
    ],
)
def test_an_amount_ends_where_its_number_does(text, cents):
    assert money(text) == cents


def test_two_treatments_of_one_booking_may_be_two_visits_that_follow_on():
    cut = "Executive Cut"
    one = at_one(cut, cut, minutes=90)
    assert list(differences(["Executive Cut, Wed 13:00", "Executive Cut, Wed 13:00-14:00"], [one])) == []
    assert list(differences(["Executive Cut, Wed 13:00"], [one])) == ["1 more than wanted"]
    assert list(differences([f"{cut} then {cut}, Wed 13:00"], [one])) == []


def at_one(*names, minutes):
    begins = datetime(2026, 11, 25, 13, tzinfo=ZONE)
    return Standing(begins, begins + timedelta(minutes=minutes), names, "David", "held", None)


def differences(wanted, stand):
    return _visits([Visit.read(want) for want in wanted], stand, talk())


@pytest.mark.parametrize("lang", TONGUES)
def test_a_guest_speaks_its_own_language(lang):
    said = f"{TONGUES[lang].treatments.get('Swedish Massage', 'a massage for me')} {TONGUES[lang].days[1]}".lower()
    assert TONGUES[lang].speaks(said)
