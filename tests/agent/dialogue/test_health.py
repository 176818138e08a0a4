"""Health and distress: a person is there for that, and nothing is sold on."""

# ruff: noqa: RUF001 -- Cyrillic is meant

import dataclasses

import pytest

from shared_lib.agent.dialogue.conversation import take_turn
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialogueServices
from tests.agent.dialogue.house import SPA, Guest, House

PHONE = SPA.phone
SAID = [
    "i am pregnant", "I have a heart condition", "chest pain after surgery", "is it safe with a pacemaker?",
    "I'm allergic to nuts", "I take blood thinners", "I hurt my knee, an old injury", "I have high blood pressure",
    "my doctor told me to avoid heat", "I have epilepsy", "I am diabetic", "she had a stroke last year",
    "I broke my arm", "estoy embarazada", "tengo una alergia", "llevo marcapasos", "me operaron hace un mes",
    "tomo anticoagulantes", "me duele el pecho", "я беременна", "у меня больное сердце", "у меня аллергия",
    "у меня кардиостимулятор", "после операции", "пью препараты, разжижающие кровь", "я вагітна", "хворе серце",
    "у мене алергія", "маю кардіостимулятор", "після операції", "болить у грудях", "אני בהריון", "יש לי בעיית לב",
    "אני אלרגית לאגוזים", "יש לי קוצב", "אחרי ניתוח", "כאבים בחזה",
]  # fmt: skip
DISTRESS = [
    "I was assaulted by the technician", "he touched me", "I want to kill myself", "I can't breathe", "me agredieron",
    "quiero suicidarme", "меня изнасиловали", "не могу дышать", "мене зґвалтували", "не можу дихати", "הותקפתי",
    "אני רוצה למות",
]  # fmt: skip
MORE = [
    "i just had a baby",
    "i am heavily medicated",
    "I am 20 weeks",
    "i had botox last week",
    "my chest is hurting", "my chest feels really tight", "pain in chest", "pains in my left chest", "chest discomfort",
    "I'm expecting", "we are expecting our second baby", "I'm 20 weeks along", "i'm pregant", "prenatal massage please",
    "c-section two weeks ago", "I'm a stroke survivor", "recovering from a stroke", "hypertension", "my bp is high",
    "bulging disc", "hip replacement in May", "I have MS", "fibromyalgia", "I have a clot in my leg", "open sores",
    "I just got out of the hospital", "mastectomy last year", "operation last month", "I tore my hamstring",
    "me duele mucho el pecho", "dolor fuerte en el pecho", "espero un bebé", "tuve una cesárea", "me operé en mayo",
    "tengo un problema de corazo\u0301n", "жду ребёнка", "колет в груди", "сильно болит грудь", "после кесарева",
    "чекаю дитину", "сильно болить у грудях", "болить груди", "після кесаревого", "כואב לי מאוד בחזה", "החזה כואב לי",
    "ניתוח קיסרי", "אני חולת לב", "אני מצפה לתינוק",
]  # fmt: skip
MORE_DISTRESS = [
    "i can't go on",
    "I can't take it anymore",
    "I can not breathe", "I can't really breathe", "difficulty breathing", "she is not breathing", "I am choking",
    "I don't want to live", "he collapsed", "call 911", "me falta el aire y me ahogo", "no quiero vivir",
    "нечем дышать", "не хочу жить", "мне плохо", "нічим дихати", "мені зле", "קוצר נשימה", "לא רוצה לחיות",
]  # fmt: skip
STAGES = [[], ["swedish tomorrow at noon"], ["swedish tomorrow at noon", "yes"], ["deep tissue"]]


@pytest.fixture
def guest():
    return Guest(House())


def sells(guest):
    """Return what of the last answer leads to a sale."""
    return [reply for reply in guest.replies if reply.payment or reply.booking or reply.choices or "$" in reply.text]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("before", STAGES, ids=len)
def test_words_of_health_lead_to_the_front_desk_and_nothing_is_sold(guest, before, said):
    guest.says(*before)
    held = len(guest.house.kept)
    guest.says(said)
    assert PHONE in guest.heard
    assert not sells(guest)
    assert (len(guest.replies), len(guest.house.kept), guest.state.offered) == (1, held, ())


@pytest.mark.parametrize("said", DISTRESS)
def test_words_of_distress_name_the_emergency_number_and_a_person(guest, said):
    guest.says("swedish tomorrow at noon", said)
    assert "911" in guest.heard
    assert PHONE in guest.heard
    assert not sells(guest)


@pytest.mark.parametrize("said", MORE)
def test_the_same_in_other_words_leads_to_the_front_desk_too(guest, said):
    guest.says("swedish tomorrow at noon", said)
    assert PHONE in guest.heard
    assert not sells(guest)


@pytest.mark.parametrize("said", MORE_DISTRESS)
def test_the_same_distress_in_other_words(guest, said):
    guest.says("swedish tomorrow at noon", said)
    assert "911" in guest.heard
    assert not sells(guest)


@pytest.mark.parametrize(
    "number", ["212-911-0123", "(917) 911-4455", "(911) 555 0123", "917.911.4455", "+1 917 911 4455"]
)
def test_a_telephone_number_is_no_emergency(guest, number):
    guest.says("swedish tomorrow at noon", "yes", f"my phone is {number}")
    assert not guest.state.paused


def test_a_wish_in_the_same_breath_is_not_taken(guest):
    guest.says("I am pregnant, book a massage tomorrow at 3")
    assert PHONE in guest.heard
    assert not sells(guest)


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("swedish tomorrow at 3 pm, I have asthma by the way", "go on"),
        ("tengo asma, masaje sueco mañana a las 3 de la tarde", "continuar"),
        ("у меня астма, шведский завтра в 15:00", "продолжить"),
        ("маю астму, шведський завтра о 15:00", "продовжити"),
        ("יש לי אסתמה, שוודי מחר ב-15:00", "להמשיך"),
    ],
)
def test_whoever_goes_on_need_not_say_that_wish_again(guest, said, on):
    guest.says(said)
    assert not sells(guest)
    guest.says(on)
    assert guest.state.offered
    assert guest.state.items[0].treatment == "swedish-massage"


@pytest.mark.parametrize("said", ["yes", "ok", "sure", "the first one", "Anna Berg", "hm"])
def test_a_bare_yes_buys_nothing_afterwards(guest, said):
    guest.says("swedish tomorrow at noon", "I have a heart condition", said)
    assert PHONE in guest.heard
    assert not sells(guest)
    assert not guest.house.kept


@pytest.mark.parametrize(
    "said",
    ["go on", "book it anyway", "swedish massage tomorrow at noon please", "continuar", "продолжить", "продовжити",
     "להמשיך"],
)  # fmt: skip
def test_a_guest_who_goes_on_in_so_many_words_is_offered_the_time_again(guest, said):
    guest.says("swedish tomorrow at noon", "I have a heart condition", said)
    assert "12:00" in guest.heard
    guest.says("yes")
    assert len(guest.house.living) == 1


def test_a_button_from_before_is_going_on(guest):
    guest.says("swedish tomorrow at noon")
    choice = next(key for key in guest.buttons if key.startswith("slot:"))
    guest.says("I have a heart condition")
    guest.chooses(choice)
    assert len(guest.house.living) == 1


def test_a_new_word_of_health_stops_it_again(guest):
    guest.says("swedish tomorrow at noon", "I have a heart condition", "go on", "I have a pacemaker too")
    assert not sells(guest)


def test_questions_are_answered_meanwhile_without_a_step_towards_a_sale(guest):
    guest.says("swedish tomorrow at noon", "yes", "I am pregnant", "what are your hours?")
    assert "Sunday to Thursday" in guest.heard
    assert not sells(guest)
    assert guest.says("thanks") == "With pleasure."


def test_who_is_asked_for_a_name_is_not_called_by_an_illness(guest):
    guest.says("swedish tomorrow at noon", "yes", "chest pain after surgery")
    assert guest.state.name == ""


def test_letting_go_in_the_same_breath_is_heard(guest):
    guest.says("swedish tomorrow at noon", "yes", "I had surgery, please cancel it")
    assert PHONE in guest.heard
    assert not guest.house.living


@pytest.mark.parametrize(
    "said",
    ["deep tissue for my lower back pain tomorrow", "medium pressure please", "a gift for my sweetheart",
     "what are your hours of operation?", "my shoulders are sore", "I am expecting a call, is 4 pm free?",
     "long strokes please", "I am torn between swedish and deep tissue", "a stroke of luck", "una cita para mi tia",
     "запишите меня в следующем месяце", "me rompí una uña, una manicura", "quiero un masaje mañana",
     "масаж на завтра"],
)  # fmt: skip
def test_what_people_come_with_is_no_illness(guest, said):
    guest.says(said)
    assert not guest.state.paused


def test_a_treatments_own_name_is_no_illness():
    house = House()
    book = house.current("new-york")
    prenatal = dataclasses.replace(book.treatments[0], name="Massage for Pregnancy")
    house.version = lambda *_: dataclasses.replace(book, treatments=(prenatal,))
    guest = Guest(house)
    guest.says("massage for pregnancy tomorrow at noon")
    assert not guest.state.paused


def test_a_spa_without_a_telephone_names_its_front_desk():
    house, state = House(), DialogueState()
    services: DialogueServices = house.services()
    mute = dataclasses.replace(services._ports.context, spa=dataclasses.replace(SPA, phone=""))
    services._ports = dataclasses.replace(services._ports, context=mute)
    [reply] = take_turn(state, text="I am pregnant", choice=None, services=services)
    assert "speak with our front desk. If" in reply.text
