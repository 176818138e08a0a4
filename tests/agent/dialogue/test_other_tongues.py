"""What the dialogue once heard in English alone, said in Spanish, Russian, Ukrainian and Hebrew."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

from datetime import date

import pytest

from shared_lib.agent.language.language_detection import language_of
from shared_lib.agent.language.tongues import tongue_in
from shared_lib.kernel.personal_name import called
from tests.agent.dialogue.house import SPA, WEDNESDAY, Guest, House

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


@pytest.mark.parametrize(
    ("wish", "extra", "off"),
    [
        ("beard trim tomorrow at noon", "add aromatherapy", "cancel the aromatherapy"),
        ("barba mañana a las 12", "añada aromaterapia", "quite la aromaterapia"),
        ("борода завтра в 12", "добавьте ароматерапию", "ароматерапию уберите"),
        ("борода завтра о 12", "додайте ароматерапію", "ароматерапію приберіть"),
        ("זקן מחר ב-12", "תוסיפו ארומתרפיה", "תורידו את הארומתרפיה"),
    ],
)
def test_whoever_takes_an_add_on_off_keeps_the_place(guest, wish, extra, off):
    guest.says(wish)
    guest.chooses(next(iter(guest.buttons)))
    guest.says(extra)
    assert guest.state.items[0].add_ons == ("aromatherapy",)
    guest.says(off)
    assert guest.state.items[0].add_ons == ()
    assert [booking.treatment.item_id for booking in guest.house.living] == ["beard-trim-shape"]


@pytest.mark.parametrize(
    "said",
    ["I don't use email, it's 212 555 0123", "correo no tengo, mi móvil es 212 555 0123", "почты нету, 212 555 0123",
     "пошти нема, мій номер 212 555 0123", "מייל אין לי, 212 555 0123"],
)  # fmt: skip
def test_a_telephone_beside_no_address_is_not_asked_for_again(asked_name, said):
    asked_name.says("Anna Berg", said)
    assert "+12125550123" in asked_name.heard
    assert asked_name.state.asked is None


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("so is anybody going to call me?", "Nobody calls"),
        ("¿me llaman ustedes?", "Nadie llama"),
        ("мне позвонят?", "Никто не звонит"),
        ("мені зателефонують?", "Ніхто не телефонує"),
        ("מישהו יתקשר אליי?", "איש לא יתקשר"),
    ],
)
def test_whether_anybody_calls_is_answered_and_is_no_wish_for_a_person(guest, said, answer):
    assert answer in guest.says(said)


@pytest.mark.parametrize(
    "said",
    ["no, rather a man", "no mejor un hombre", "нет лучше мужчина", "ні краще чоловік", "לא עדיף גבר"],
)  # fmt: skip
def test_rather_a_man_than_her_at_the_same_hour(guest, said):
    guest.says("relaxation massage tomorrow at 5 pm with Anna", said)
    assert "Marco" in guest.heard


@pytest.mark.parametrize("said", ["להיום ב5", "היום ב 5"])
def test_today_at_five_is_no_monday(guest, said):
    guest.says("swedish", said)
    assert guest.state.when.date == TODAY


@pytest.mark.parametrize(("before", "said"), [("добрий вечір", "ок"), ("здравствуйте", "ок")])
def test_a_word_of_both_neighbours_changes_no_language(guest, before, said):
    guest.says(before)
    lang = guest.state.lang
    guest.says(said)
    assert guest.state.lang == lang


def test_the_waiting_list_is_no_november(guest):
    guest.says("спортивний масаж сьогодні на 18:00, якщо ні, запишіть у лист очікування")
    assert guest.state.when.end_date is None


@pytest.mark.parametrize("said", ["нас четверо, двум маникюр и двум педикюр", "нас троє, усім манікюр"])
def test_how_many_come_takes_nobody_out(guest, said):
    guest.says(said)
    assert guest.state.kind == "book"


def test_where_a_longer_visit_outlasts_her_day_she_is_not_called_away(guest):
    guest.says("relaxation massage tomorrow at 5 pm with Anna", "with hot stones")
    assert "not in for all of that time" in guest.heard
    assert "away" not in guest.heard


@pytest.mark.parametrize(
    "said",
    ["ya no puedo más", "no podemos más, es demasiado"],
)  # fmt: skip
def test_who_can_no_more_cancels_nothing(guest, said):
    guest.says(said)
    assert guest.state.kind == "book"


@pytest.mark.parametrize("said", ["послезавтра не приду", "післязавтра не прийду", "я не смогу в пятницу"])
def test_who_cannot_come_that_day_cancels_where_no_day_is_looked_for(guest, said):
    guest.says(said)
    assert guest.state.kind == "cancel"
    looking = Guest(House(WEDNESDAY))
    looking.says("swedish", said)
    assert looking.state.kind == "book"


@pytest.mark.parametrize(
    "said",
    ["which one's the cheapest massage?", "¿cuál es el masaje más barato de todos?", "какой массаж самый дешёвый",
     "який масаж найдешевший", "כמה עולה העיסוי הכי זול"],
)  # fmt: skip
def test_the_cheapest_is_told_by_the_prices(guest, said):
    assert "115" in guest.says(said)


def test_the_hour_that_a_visit_had_is_not_the_one_it_moves_to(guest):
    guest.says("תעבירו בבקשה את התור מ-16:00 ל-18:00 מחר")
    assert guest.state.when.time.hour == 18


@pytest.mark.parametrize(
    "said",
    ["a pedicure each for my mum and me tomorrow at 3 pm", "pedicura para mi hermana y para mí mañana a las 15:00",
     "педикюр мне и маме завтра в 15:00", "педикюр мені й мамі завтра о 15:00", "פדיקור לי ולאחותי מחר ב-15:00"],
)  # fmt: skip
def test_two_for_whom_there_is_one_place_are_offered_it_in_turn(guest, said):
    guest.says(said)
    assert guest.state.offered
    assert len(guest.state.items) == 2


@pytest.mark.parametrize(
    "said", ["хочу поговорить с живым человеком", "дайте мне поговорить с кем-то", "можно пообщаться с человеком?"]
)
def test_a_person_is_reached_in_whatever_case_he_is_asked_for(guest, said):
    assert "Администратор к Вашим услугам" in guest.says(said)


@pytest.mark.parametrize(
    "said", ["вы совсем меня не понимаете", "ви нічого не розумієте", "no entiende nada", "את לא מבינה כלום",
             "you don't get anything"],
)  # fmt: skip
def test_who_is_not_understood_is_offered_a_person(guest, said):
    assert SPA.phone in guest.says(said)
    assert guest.state.asked is None


@pytest.mark.parametrize(
    "said",
    ["my bus got cancelled, i'm booked at 4", "han cancelado el metro, tengo cita a las 4",
     "электричку задержали, у меня запись на 4", "автобус зламався, у мене запис на 4", "האוטובוס נתקע, יש לי תור ב-4"],
)  # fmt: skip
def test_whose_way_is_cut_off_hears_how_long_the_place_is_kept(guest, said):
    assert "15" in guest.says(said)
    assert guest.state.kind == "late"


@pytest.mark.parametrize("said", ["я записалась в понедельник, письмо не дошло", "записался вчера, смс не получил"])
def test_who_booked_and_heard_nothing_begins_no_booking(guest, said):
    guest.says(said)
    assert guest.state.kind == "find"


@pytest.mark.parametrize(
    "said",
    ["do we have to shave before a facial?", "¿hay que afeitarse antes de un facial?",
     "надо ли бриться перед чисткой лица",
     "чи варто голитися перед чисткою обличчя", "האם צריך להתגלח לפני טיפול פנים?"],
)  # fmt: skip
def test_how_to_prepare_is_a_question_and_no_treatment(guest, said):
    assert SPA.phone in guest.says(said)
    assert all("classic-hot-towel-shave" not in item.ids for item in guest.state.items)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("swedish tomorrow at 3 pm for my boss, Maria Olsen", "Maria Olsen"),
        ("masaje sueco mañana a las 15:00 a nombre de mi jefa, la Sra. Rosa de los Ríos", "Sra. Rosa de los Ríos"),
        ("шведский массаж завтра в 15:00 для моего начальника Петра Лаврова", "Петра Лаврова"),
        ("шведский массаж жене завтра в 15:00, её зовут Вера Лаврова", "Вера Лаврова"),
        ("шведський масаж дружині завтра о 15:00, її звати Віра Коваль", "Віра Коваль"),
    ],
)
def test_nobody_is_called_by_the_name_of_whom_they_book_for(guest, said, name):
    reply = guest.says(said, "15:00")
    assert guest.state.name == name
    assert called(name) not in reply
    assert guest.state.asked == "email"


@pytest.mark.parametrize(
    ("said", "gender"), [("есть женщина-массажист на завтра?", "f"), ("у вас є чоловік-масажист на завтра?", "m")]
)
def test_a_hyphen_hides_nobody(guest, said, gender):
    guest.says(said)
    assert guest.state.items[0].gender == gender


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("how much is hot stone and what even is that", "Smooth warm stones"),
        ("what's the price of the ai bed, and how does it work", "works alone"),
        ("сколько стоит ai massage bed и как это работает", "150"),
        ("чем отличается базовый от премиума", "Premium"),
        ("з якої години ви в неділю", "10:00"),
        ("до которого часа вы в воскресенье и можно ли без записи", "10:00"),
        ("¿cuánto dura el masaje en pareja?", "90"),
        ("¿me pueden llamar para confirmar?", "correo"),
    ],
)
def test_each_of_several_questions_is_answered(guest, said, heard):
    reply = guest.says(said)
    assert heard in reply
    assert SPA.phone not in reply or "Premium" in reply


def test_whether_is_no_or_after_an_and(guest):
    guest.says("хочу манікюр завтра, і чи можна педикюр після нього")
    assert len(guest.state.items) == 2


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ru", "так и не дождалась письма"),
        ("ru", "так, массаж на завтра"),
        ("uk", "так, на завтра"),
        ("uk", "так"),
    ],
)
def test_a_word_of_both_neighbours_tells_neither(lang, said):
    assert language_of(said, lang) == lang


@pytest.mark.parametrize(
    ("said", "lang", "answer"),
    [
        ("do you speak Spanish", "es", "seguimos en español"),
        ("perdona, ¿podemos seguir en español?", "es", "seguimos en español"),
        ("is there anybody who speaks russian", "ru", "по-русски"),
        ("можно по-русски?", "ru", "по-русски"),
        ("українською, будь ласка", "uk", "українською"),
        ("можно на украинском?", "uk", "українською"),
        ("אפשר באנגלית בבקשה", "en", "in English"),
        ("hablas inglés?", "en", "in English"),
        ("can we do this in english", "en", "in English"),
        ("אתם מדברים עברית?", "he", "בעברית"),
    ],
)
def test_the_language_that_is_asked_for_is_spoken_from_then_on(guest, said, lang, answer):
    assert answer in guest.says(said)
    guest.says("ok")
    assert guest.state.lang == lang
    assert guest.state.asked == "treatment"


def test_the_question_that_waits_is_asked_in_the_language_that_was_asked_for(asked_name):
    assert "¿A qué nombre" in asked_name.says("can we do this in Spanish?")
    assert asked_name.state.asked == "name"
    asked_name.says("Ana García")
    assert asked_name.state.lang == "es"


def test_a_wish_beside_the_language_goes_on_in_it(guest):
    assert "jueves" in guest.says("a deep tissue massage tomorrow at 3, and can we do this in spanish")
    assert guest.state.items


@pytest.mark.parametrize(
    "said",
    ["do you speak French", "¿hablan francés?", "вы говорите по-немецки?", "what languages do you speak",
     "ви розмовляєте польською?", "אתם מדברים צרפתית?", "parlez-vous français?"],
)  # fmt: skip
def test_of_a_language_that_we_have_not_it_is_said_which_there_are(guest, said):
    heard = guest.says(said).lower()
    assert any(five in heard for five in ("hebrew", "hebreo", "иврит", "іврит", "עברית"))


@pytest.mark.parametrize(
    "said",
    ["do your therapists speak Spanish", "does Anna speak Russian", "I do not speak English", "no hablo inglés",
     "мастер говорит по-английски?", "можно русский маникюр?", "a French manicure please", "a Swedish please",
     "do you change polish", "אני לא מדבר אנגלית", "can we do this in two hours", "можна у суботу?"],
)  # fmt: skip
def test_what_only_names_a_language_asks_for_none(said):
    assert tongue_in(said) is None


def test_a_name_in_cyrillic_changes_no_language():
    assert language_of("Анна Ким", "ru", "name") == "ru"


@pytest.mark.parametrize(
    ("said", "contact", "answer"),
    [
        ("I'm running late", "ann@example.com", "with what you told us"),
        ("llego en 10", "+1 212 555 0101", "junto con su aviso"),
        ("я опаздываю на 10", "ann@example.com", "вместе с Вашим сообщением"),
        ("запізнюся на 10", "ann@example.com", "разом із Вашим повідомленням"),
        ("אני מאחרת", "ann@example.com", "יחד עם הודעתכם"),
    ],
)
def test_who_is_late_and_says_how_to_be_reached_is_thanked_and_asked_for_no_treatment(guest, said, contact, answer):
    guest.says(said)
    assert answer in guest.says(contact)
    assert guest.state.asked is None
    assert guest.state.email or guest.state.phone


def test_a_visit_that_is_wished_for_after_that_goes_its_way(guest):
    guest.says("I'm running late", "ann@example.com", "a deep tissue massage tomorrow at 3")
    assert guest.state.kind == "book"
    assert guest.state.asked == "slot"


@pytest.mark.parametrize("said", ["un masaje sueco", "шведский массаж", "шведський масаж"])
def test_a_button_begins_with_a_capital(guest, said):
    guest.says(said)
    assert all(label[0].isupper() for label in guest.buttons.values())
    guest.chooses("day:2026-11-27")
    assert all(label[0].isupper() or label[0].isdecimal() for label in guest.buttons.values())


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("после обеда в четверг хочу маникюр", 13),
        ("хочу маникюр завтра после ужина", 20),
        ("манікюр після обіду в четвер", 13),
        ("манікюр завтра після вечері", 20),
        ("una manicura mañana después de cenar", 20),
        ("una manicura mañana después de comer", 14),
        ("מניקור מחר אחרי ארוחת צהריים", 13),
        ("a manicure tomorrow after dinner", 20),
    ],
)
def test_after_a_meal_is_a_part_of_the_day_and_no_meal_is_wished_for(guest, said, hour):
    guest.says(said)
    assert guest.state.when.time.hour == hour
    assert "555 010 0142" not in guest.heard


@pytest.mark.parametrize(
    "said", ["можно заказать обед?", "нам бы романтический ужин", "чи можна замовити вечерю?", "אפשר להזמין ארוחת ערב?"]
)
def test_a_meal_that_is_wished_for_is_left_with_the_desk(guest, said):
    assert "555 010 0142" in guest.says(said)


@pytest.mark.parametrize(
    ("said", "code"),
    [("русский", "ru"), ("английский, пожалуйста", "en"), ("українська", "uk"), ("испанский можно?", "es")],
)
def test_a_language_that_is_only_named_is_asked_for(said, code):
    assert tongue_in(said) == code


def test_what_is_called_after_a_language_is_none():
    assert tongue_in("русский массаж завтра") is None
