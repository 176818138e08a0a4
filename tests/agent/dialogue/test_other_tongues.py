"""What the dialogue once heard in English alone, said in Spanish, Russian, Ukrainian and Hebrew."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

from datetime import date

import pytest

from shared_lib.kernel.personal_name import called
from tests.agent.dialogue.house import WEDNESDAY, Guest, House

TODAY, IN_A_WEEK = date(2026, 11, 25), date(2026, 12, 2)


@pytest.fixture
def guest():
    return Guest(House(WEDNESDAY))


@pytest.fixture
def asked_name(guest):
    guest.says("swedish tomorrow at noon", "yes")
    return guest


@pytest.mark.parametrize(
    "said",
    ["el miércoles a las 3 de la tarde", "antes del miércoles a las 5 de la tarde", "в среду в 15:00",
     "в среду вечером", "у середу о 15:00", "ביום רביעי ב-15:00", "ברביעי בערב"],
)  # fmt: skip
def test_todays_weekday_is_today_while_the_hour_is_ahead(guest, said):
    guest.says("swedish", said)
    assert guest.state.when.date == TODAY


@pytest.mark.parametrize(
    "said",
    ["el miércoles a las 9 de la mañana", "el próximo miércoles a las 3 de la tarde", "в следующую среду в 15:00",
     "в среду второго декабря", "у середу о 9 ранку", "у середу другого грудня", "ביום רביעי הבא ב-15:00",
     "ביום רביעי 2 בדצמבר"],
)  # fmt: skip
def test_a_past_hour_another_week_or_a_date_is_not_today(guest, said):
    guest.says("swedish", said)
    assert guest.state.when.date == IN_A_WEEK


@pytest.mark.parametrize("said", ["mejor con Anna", "лучше к Анне", "краще до Анни", "עדיף אצל אנה"])
def test_a_guest_called_like_a_technician_may_still_ask_for_her(asked_name, said):
    asked_name.says("Anna Berg", said)
    assert asked_name.state.items[0].technicians == ("Anna",)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Sr. Basta", "Basta"),
        ("no importa, me llamo Para", "Para"),
        ("неважно, меня зовут Стоп", "Стоп"),
        ("неважливо, мене звати Стоп", "Стоп"),
        ("לא משנה, קוראים לי די", "די"),
    ],
)
def test_a_name_that_is_said_to_be_one_lets_nothing_go_whatever_its_word_means(asked_name, said, name):
    asked_name.says(said)
    assert called(asked_name.state.name) == name
    assert asked_name.house.living


@pytest.mark.parametrize("said", ["ahora no sé", "потом скажу", "потім скажу", "אחר כך"])
def test_how_no_name_begins_is_not_taken_for_one(asked_name, said):
    asked_name.says(said)
    assert asked_name.state.name == ""


@pytest.mark.parametrize(
    "said",
    ["Mi Correo: ana@example.com", "Моя Почта anna@example.com", "Моя Пошта: anna@example.com",
     "הכתובת שלי yosi@example.com"],
)  # fmt: skip
def test_what_an_address_is_called_is_no_name(asked_name, said):
    asked_name.says(said)
    assert (asked_name.state.name, asked_name.state.email) == ("", said.split()[-1])


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("mañana a las 12, para Ana García, ana@example.com", "Ana García"),
        ("завтра в 12, Иван Петров, ivan@example.com", "Иван Петров"),
        ("завтра о 12, Іван Коваль, ivan@example.com", "Іван Коваль"),
        ("מחר ב-12, יוסי כהן, yosi@example.com", "יוסי כהן"),
    ],
)
def test_a_name_before_an_address_is_heard_unasked(guest, said, name):
    guest.says("swedish", said)
    assert guest.state.name == name


@pytest.mark.parametrize(
    "said",
    ["los horarios, por favor", "horario de atención", "расписание, пожалуйста", "режим работы",
     "розклад, будь ласка", "השעות בבקשה"],
)  # fmt: skip
def test_the_hours_are_told_for_the_bare_word_whatever_was_asked(asked_name, said):
    assert "Men's Suite" in asked_name.says(said)
    assert asked_name.state.name == ""


@pytest.mark.parametrize("said", ["mi horario es difícil"])
def test_the_word_beside_others_is_not_said_alone(asked_name, said):
    assert "Men's Suite" not in asked_name.says(said)
