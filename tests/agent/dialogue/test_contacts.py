"""Names and addresses, asked for and told unasked."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import pytest

from shared_lib.agent.dialogue.contacts import fill_name
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.kernel.personal_name import called
from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def asked_name():
    guest = Guest(House())
    guest.says("swedish tomorrow at noon", "yes")
    return guest


@pytest.fixture
def asked_email(asked_name):
    asked_name.says("Daniel Example")
    return asked_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Anna Berg", "Anna Berg"),
        ("it's Tom Reed", "Tom Reed"),
        ("April Jones", "April Jones"),
        ("jean-luc o'neill", "Jean-Luc O'Neill"),
        ("José Álvarez", "José Álvarez"),
        ("my name is Li", "Li"),
        ("Tom Reed Email: tom@reed.com", "Tom Reed"),
        ("tom reed e-mail tom@reed.com", "Tom Reed"),
        ("Ana García Correo ana@example.com", "Ana García"),
        ("David Miller Email: d@miller.com", "David Miller"),
    ],
)
def test_a_name_is_taken_as_it_is_said(asked_name, said, name):
    asked_name.says(said)
    assert asked_name.state.name == name


@pytest.mark.parametrize(
    "said",
    [
        "yes",
        "no",
        "I'd rather not",
        "why?",
        "tomorrow",
        "bye",
        "12345",
        "🙂🙂",
        "how much?",
        "what's your cancellation policy",
        "who's asking",
        "what\u2019s the price",
        "nobody's business",
    ],
)
def test_what_is_no_name_is_not_taken_for_one(asked_name, said):
    asked_name.says(said)
    assert asked_name.state.name == ""


def test_a_guest_called_like_a_technician_does_not_ask_for_her(asked_name):
    asked_name.says("Anna Berg")
    assert not any(item.technicians for item in asked_name.state.items)
    assert len(asked_name.house.kept) == 1


def test_name_and_address_in_one_answer(asked_name):
    assert "The confirmation goes to tom@reed.com" in asked_name.says("Tom Reed, tom@reed.com")


def test_an_address_instead_of_a_name_is_kept_and_the_name_asked_again(asked_name):
    assert "What name" in asked_name.says("tom@reed.com")
    assert "The confirmation goes to tom@reed.com" in asked_name.says("Tom Reed")


@pytest.mark.parametrize(
    "said", ["daniel@", "daniel@example", "@example.com", "no", "why?", "a..b@example.com", "call me"]
)
def test_what_is_no_address_is_asked_for_once_more(asked_email, said):
    assert "e-mail address" in asked_email.says(said)
    assert asked_email.state.email == ""


def test_a_spoken_address_is_understood(asked_email):
    assert "The confirmation goes to daniel@example.com" in asked_email.says("daniel at example dot com")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("smith&sons@example.com", "smith&sons@example.com"),
        ("it's first.o'last@example.com", "first.o'last@example.com"),
        ("first.o\u2019last@example.com, thank you", "first.o'last@example.com"),
        ("anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example"),
        ("anna@b\u00fccher.example", "anna@xn--bcher-kva.example"),
        ("friday.o'neil@example.com", "friday.o'neil@example.com"),
        ("cancel.o'stop@example.com", "cancel.o'stop@example.com"),
    ],
)
def test_an_address_is_taken_exactly_and_read_back(asked_email, said, kept):
    starts_at = asked_email.booking.starts_at
    assert f"The confirmation goes to {kept}." in asked_email.says(said)
    assert (asked_email.booking.contact.email, asked_email.booking.starts_at) == (kept, starts_at)


@pytest.mark.parametrize(
    "said",
    [
        "smith & sons@example.com",
        "smith,sons@example.com",
        "smith & sons @ example.com",
        "john smith at example dot com",
        "anna@example.com/tom@example.com",
        "anna@example.com or tom@example.com",
        "anna@mail.example .com",
        "sons@example.com@example.org",
    ],
)
def test_an_address_that_may_be_half_of_one_is_asked_for_again(asked_email, said):
    assert "e-mail address" in asked_email.says(said)
    assert asked_email.state.email == ""
    assert "The confirmation goes to anna@example.com" in asked_email.says("anna@example.com")


def test_after_another_address_that_is_not_sure_the_first_one_stands_no_more(asked_email):
    asked_email.says("daniel@example.com")
    assert "e-mail address" in asked_email.says("sorry, it is smith,sons@example.com")
    assert "The confirmation goes to smith.sons@example.com" in asked_email.says("smith.sons@example.com")


def test_an_address_is_written_small(asked_email):
    asked_email.says("Daniel@Example.COM")
    assert asked_email.state.email == "daniel@example.com"


def test_a_word_before_an_address_is_not_a_name(asked_email):
    asked_email.says("Sure, daniel@example.com")
    assert asked_email.state.name == "Daniel Example"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("never mind the price, my name is Tom", "Tom"),
        ("Mr. Stop", "Stop"),
        ("my name is Robert'); DROP TABLE guests;--", "Robert"),
    ],
)
def test_a_name_beside_words_of_letting_go_is_a_name(asked_name, said, name):
    asked_name.says(said)
    assert called(asked_name.state.name) == name
    assert asked_name.house.living


def test_who_is_asked_for_a_name_may_still_let_go(asked_name):
    asked_name.says("cancel it please")
    assert not asked_name.house.living


@pytest.mark.parametrize(("name", "kept"), [("Anna " * 30, ("Anna " * 16).strip()), ("A" * 200, "A" * 80)])
def test_a_name_without_end_is_cut_between_words(name, kept):
    state = DialogueState()
    assert fill_name(state, name)
    assert state.name == kept


@pytest.mark.parametrize("lines", [["no e-mail, only a phone: 212 555 0177"], ["I have no email", "212-555-0177"]])
def test_a_telephone_will_do_for_a_guest_without_an_address(lines):
    guest = Guest(House())
    heard = guest.says("reflexology tomorrow noon", "yes", "Harriet Boyle", *lines)
    assert "+12125550177" in heard
    assert guest.booking.contact.phone == "+12125550177"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("it's Noon, Avi Noon", "Avi Noon"),
        ("My name is Noon, Avi Noon", "Avi Noon"),
        ("this is Tuesday Weld", "Tuesday Weld"),
        ("it's Four, Jim Four", "Jim Four"),
        ("me llamo Domingo, Plácido Domingo", "Plácido Domingo"),
        ("меня зовут Май, Иван Май", "Иван Май"),
        ("мене звати Субота, Іван Субота", "Іван Субота"),
        ("קוראים לי שבת, יוסי שבת", "יוסי שבת"),
        ("it's tomorrow", ""),
        ("no, noon", ""),
        ("Saturday, make it Saturday", ""),
    ],
)
def test_a_name_that_is_a_day_or_an_hour_moves_nothing(said, name):
    guest = Guest(House())
    guest.says("swedish friday 2pm", "yes")
    guest.says(said)
    assert guest.state.name == name
    when = f"{guest.state.when.date:%a} {guest.state.when.time:%H:%M}"
    assert (when == "Fri 14:00") == bool(name)


@pytest.mark.parametrize(
    ("lines", "name", "visitor"),
    [
        (["my name is Ida Ekberg, hers is Ruth", "ida@example.com"], "Ida Ekberg", "Ruth"),
        (["His name is Paul Ekberg and mine is Ida Ekberg", "ida@example.com"], "Ida Ekberg", "Paul"),
        (["I'm Ida Ekberg, it's for my wife Ruth", "ida@example.com"], "Ida Ekberg", "Ruth"),
        (["Robert Hale", "I'm Susan Hale, susan@example.com"], "Susan Hale", "Robert"),
        (["su nombre es Ruth Adler y el mío Ida Ekberg", "ida@example.com"], "Ida Ekberg", "Ruth"),
        (["её зовут Рут Адлер, а меня Ида Экберг", "ida@example.com"], "Ида Экберг", "Рут"),
        (["її звати Рут Адлер, а мене Іда Екберг", "ida@example.com"], "Іда Екберг", "Рут"),
        (["Jon Hale", "sorry, John Hale, john@example.com"], "Jon Hale", ""),
        (["Robert Hale", "Robert A. Hale, r@example.com"], "Robert Hale", ""),
        (["Robert Hale", "r.hale@example.com"], "Robert Hale", ""),
    ],
)
def test_who_comes_stands_beside_who_is_written_to(lines, name, visitor):
    guest = Guest(House())
    guest.says("swedish friday 2pm", "yes", *lines)
    assert guest.booking.contact.name == name
    assert guest.booking.contact.notes == (f"For {visitor}" if visitor else "")
