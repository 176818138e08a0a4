"""Questions in the middle are answered, and the conversation goes back to its own."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import pytest

from shared_lib.agent.replies.sentences import sentences
from shared_lib.kernel.locales import LANGUAGES
from tests.agent.dialogue.house import Guest, House
from tests.web.chat_words import chat_words


@pytest.fixture
def guest():
    return Guest(House())


@pytest.mark.parametrize("said", ["how much?", "what does it cost", "how much is it?"])
def test_the_price_of_what_is_on_the_table_is_said_when_asked(guest, said):
    guest.says("deep tissue friday 3pm")
    heard = guest.says(said)
    assert "$240.00, plus sales tax" in heard
    assert heard.endswith("Which of these times would you like?")


def test_show_pricing_lists_what_may_be_meant_and_asks_again(guest):
    guest.says("a facial please")
    heard = guest.presses("Show pricing")
    assert "Precision Facial, 45 minutes: $180.00" in heard
    assert "Massage" not in heard
    assert heard.endswith("Which one would you like?")


def test_a_price_is_told_during_and_after_the_hold(guest):
    guest.says("deep tissue friday 3pm", "yes")
    assert "$240.00" in guest.says("how much is it?")
    assert guest.heard.endswith("What name may I put it under?")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("where do I park?", "garage"),
        ("is there wifi?", "quiet corner"),
        ("what should I bring?", "Robes"),
        ("how long does it take?", "takes 50 minutes"),
        ("when are you open?", "Friday 10:00 AM to 4:00 PM; Saturday closed"),
        ("what if I cancel?", "48 hours"),
        ("what is your cancellation policy?", "48 hours"),
        ("cancellation policy", "48 hours"),
        ("who are the technicians?", "Anna, Marco, Lena and David"),
        ("are you a robot?", "a program"),
        ("tell me about membership", "Premium: 40 % off"),
    ],
)
def test_the_house_answers_in_the_middle_and_returns(guest, said, answer):
    guest.says("deep tissue friday 3pm")
    heard = guest.says(said)
    assert answer in heard
    assert heard.endswith("Which of these times would you like?")
    assert guest.state.offered


def test_hours_of_a_day_are_told_for_that_day_and_wish_nothing(guest):
    guest.says("deep tissue friday 3pm")
    assert "Saturday 28 November:\nMen's Suite: closed" in guest.says("are you open on saturday?")
    assert guest.state.when.date.day == 27


def test_membership_has_a_price_only_where_that_was_asked(guest):
    assert "$" not in guest.says("tell me about membership")
    assert "$375.00 a month" in guest.says("how much is membership?")


def test_another_treatments_price_changes_no_wish(guest):
    guest.says("deep tissue friday 3pm")
    assert "Swedish Massage, 60 minutes: $180.00" in guest.says("how much is the swedish massage?")
    assert guest.state.treatment == "deep-tissue-massage"


def test_a_person_is_a_phone_number_away(guest):
    assert "+1 555 010 0142" in guest.says("deep tissue friday 3pm", "can I talk to a person?")


def test_who_is_not_understood_twice_is_shown_to_a_person(guest):
    assert "I am not sure that I understand" in guest.says("asdf qwer")
    assert "+1 555 010 0142" in guest.says("blorp")
    assert "+1 555" not in guest.says("a massage")


def test_how_a_visit_stands_is_told_by_the_database(guest):
    guest.says("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    assert "have not seen a payment yet" in guest.says("I paid already")
    guest.house.pay(guest.booking)
    assert "is paid and confirmed" in guest.says("did my payment go through?")


@pytest.mark.parametrize(
    "said",
    [
        "<script>alert(1)</script>",
        "'; drop table coresync.bookings; --",
        "😀" * 500,
        "\u202e\u200b\u2066",
        "{first_name} {0.__class__}",
        " ",
        "٣ مساءً غدا",
        "a" * 2000,
        "1 " * 900,
    ],
)
def test_whatever_is_thrown_at_it_is_answered(guest, said):
    for before in ("hi", "deep tissue friday 3pm", "yes"):
        guest.says(before, said)
        assert guest.heard


def test_thanks_and_a_farewell_are_returned(guest):
    guest.says("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    assert guest.says("thanks").startswith("With pleasure.")
    assert guest.replies[-1].payment
    guest.house.pay(guest.booking)
    assert guest.says("thank you, bye") in {"With pleasure.", "Until soon."}


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("what are your hours?", "Sunday"),
        ("when do you close", "Sunday"),
        ("are you open on saturday", "Saturday 28 November:"),
    ],
)
def test_hours_are_told_while_times_are_on_the_table(said, heard):
    guest = Guest(House())
    guest.says("deep tissue friday 3pm")
    request = guest.state.when
    assert heard in guest.says(said)
    assert guest.heard.endswith("Which of these times would you like?")
    assert guest.state.when == request


@pytest.mark.parametrize(
    ("lang", "label"), [(lang, label) for lang in LANGUAGES for label in chat_words(lang)["first_choices"]]
)
def test_the_pages_own_buttons_are_understood_and_answered_in_their_language(guest, lang, label):
    heard = guest.says(label)
    assert guest.state.lang == lang
    assert not [key for key in ("lost", "lost_twice") if heard.startswith(tuple(_beginnings(lang, key)))]


def _beginnings(lang, key):
    said = sentences(lang)[key]
    return [sentence.partition("{")[0] for sentence in ([said] if isinstance(said, str) else said)]


@pytest.mark.parametrize(
    "said",
    ["Hours", "hours?", "Hours please", "opening times, please", "horario, por favor",
     "Opening hours", "your hours", "Horario", "\u00bfhorarios?", "часы", "график работы", "години",
     "графік роботи", "שעות", "שעות פתיחה"],
)  # fmt: skip
@pytest.mark.parametrize("before", [[], ["swedish tomorrow at noon"], ["swedish tomorrow at noon", "yes"]], ids=len)
def test_the_bare_word_asks_for_the_hours_whatever_was_asked(guest, before, said):
    guest.says(*before)
    assert "Men's Suite" in guest.says(said)
    assert guest.state.name == ""


@pytest.mark.parametrize("before", [[], ["Anna Berg"]], ids=["neither name nor address", "no address"])
@pytest.mark.parametrize("said", ["do i pay now or there?", "how do I pay?", "status of my booking?"])
def test_nobody_is_led_to_a_payment_before_it_is_known_who_comes(guest, before, said):
    guest.says("swedish tomorrow at noon", "yes", *before, said)
    assert not [reply for reply in guest.replies if reply.payment]
    assert "paid online, before the visit" in guest.heard
    assert guest.heard.endswith("?")
    guest.says("Anna Berg, anna@example.com")
    assert guest.replies[-1].payment


@pytest.mark.parametrize("lines", [(), ("yes",)])
@pytest.mark.parametrize(
    "asked",
    [
        "what do I lose if I cancel on thursday?",
        "what if i have to cancel tomorrow?",
        "is it too late to cancel on thursday night?",
        "if I wanted to move it to saturday later, would that cost me?",
        "¿qué pierdo si cancelo el jueves?",
        "а если мне придётся отменить завтра?",
        "чи повернете гроші, якщо скасую завтра?",
        "כמה אני מפסיד אם אבטל מחר?",
    ],
)
def test_the_day_of_a_supposed_change_is_no_wish(lines, asked):
    guest = Guest(House())
    guest.says("swedish friday 2pm", *lines)
    before = guest.state.when, guest.state.kind, len(guest.house.living)
    guest.says(asked)
    assert (guest.state.when, guest.state.kind, len(guest.house.living)) == before


@pytest.mark.parametrize("wished", ["what if we moved it to thursday?", "can we move to thursday if that is free?"])
def test_a_wish_that_is_put_as_a_supposition_is_one(wished):
    guest = Guest(House())
    assert "Thursday 26 November" in guest.says("swedish friday 2pm", "yes", wished)


@pytest.mark.parametrize("lines", [(), ("Daniel Example", "daniel@example.com")])
@pytest.mark.parametrize(
    "asked",
    [
        "how long is it held for?",
        "how long do you keep it",
        "when do I have to pay?",
        "by when should I have paid?",
        "¿hasta cuándo me lo guardan?",
        "¿cuánto tiempo tengo para pagar?",
        "сколько вы держите место?",
        "до какого времени бронь?",
        "скільки ви тримаєте місце?",
        "коли треба заплатити?",
        "עד מתי זה שמור לי?",
        "מתי צריך לשלם?",
    ],
)
def test_until_when_a_place_is_held_is_said_when_asked(guest, lines, asked):
    guest.says("swedish friday 2pm", "yes", *lines)
    waiting = guest.state.asked
    assert "10:10" in guest.says(asked).splitlines()[0]
    assert guest.state.asked == waiting


@pytest.mark.parametrize(
    "asked",
    ["how long does the swedish take?", "until when are you open?", "how do I pay?", "how much do I have to pay?"],
)
def test_other_lengths_are_not_that_of_the_hold(guest, asked):
    guest.says("swedish friday 2pm", "yes")
    assert "10:10" not in guest.says(asked)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("hi", "what time do you shut on friday"),
        ("hi", "until what hour are you open on friday"),
        ("manicure", "when does the spa close on friday?"),
        ("manicure tomorrow at 3", "are you open on friday?"),
        ("hola", "a qué hora cierran el viernes"),
        ("привет", "до скольки вы открыты в пятницу"),
        ("привіт", "до котрої ви відкриті у п'ятницю"),
        ("שלום", "מתי אתם סוגרים ביום שישי"),
    ],
)
def test_the_day_of_a_question_for_the_hours_is_no_wish_whatever_we_asked(guest, before, said):
    guest.says(before)
    wished = guest.state.when
    heard = guest.says(said)
    assert "Men's Suite" in heard
    assert guest.state.when == wished


def test_a_treatment_beside_the_hours_is_wished_for(guest):
    guest.says("hi", "facial an hour before you close tomorrow")
    assert guest.state.when.date.day == 26


@pytest.fixture
def paid(guest):
    """Has paid for Friday at 3."""
    guest.says("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    guest.house.pay(guest.booking)
    return guest


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("so someone will phone me beforehand?", "Nobody calls"),
        ("and when will they ring", "Nobody calls"),
        ("will somebody ring me first", "Nobody calls"),
        ("¿entonces alguien me llamará antes?", "Nadie llama"),
        ("так мне кто-то позвонит заранее?", "Никто не звонит"),
        ("то мені хтось подзвонить заздалегідь?", "Ніхто не телефонує"),
        ("אז מתי הם יתקשרו?", "איש לא יתקשר"),
        ("do I have to take off my rings", "for the front desk"),
    ],
)
def test_whether_or_when_somebody_calls_is_told(paid, said, told):
    assert told in paid.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "how much did I pay?",
        "what was I charged for it",
        "¿cuánto me cobraron?",
        "сколько я заплатила?",
        "скільки з мене зняли?",
        "כמה שילמתי?",
    ],
)
def test_what_was_paid_is_told_to_the_cent(paid, said):
    assert "250.80" in paid.says(said).replace(",", ".")
    assert "30 to 40 %" not in paid.heard


@pytest.mark.parametrize("said", ["how much did I pay?", "¿cuánto pagué?", "сколько я заплатил?", "כמה שילמתי?"])
def test_who_paid_elsewhere_is_asked_for_the_visit(guest, said):
    guest.says(said)
    assert guest.state.asked == "proof_contact"


@pytest.mark.parametrize(
    "said",
    [
        "can i speak to someone about my last bill",
        "I'd like to talk with somebody about a payment",
        "можна поговорити з кимось про мій останній рахунок?",
        "אפשר לדבר עם מישהו על החשבון האחרון שלי?",
    ],
)
def test_a_person_is_there_whatever_it_is_about(guest, said):
    assert "+1 555 010 0142" in guest.says(said)
    assert guest.state.asked != "proof_contact"


def test_when_a_visit_is_asked_after_the_payment_it_is_told(paid):
    for said in ("when exactly am I coming?", "remind me, what time was that?"):
        assert "Friday 27 November, 3:00 PM" in paid.says(said)


def test_an_offered_time_that_is_asked_again_is_no_visit(guest):
    guest.says("deep tissue friday 3pm", "what time was that?")
    assert guest.state.asked == "slot"


@pytest.mark.parametrize(
    "asked",
    [
        "¿se puede ir en pareja?",
        "чи можна прийти вдвох",
        "можно прийти вдвоём?",
        "is a couples visit possible?",
        "אפשר לבוא בזוג?",
    ],
)
def test_an_answer_of_the_owner_s_wishes_for_nothing(guest, asked):
    guest.says(asked)
    assert not guest.state.items
    guest.says("is there parking?")
    assert len(guest.replies) == 1


ADVICE = "what would be best for sore legs after a marathon"


def test_what_was_advised_is_what_the_next_question_is_about(guest):
    guest.says(ADVICE)
    heard = guest.says("how much is that")
    assert heard.count("$") == 3
    assert "Sports Massage" in heard


@pytest.mark.parametrize("said", ["book it for sunday morning", "sunday at 2", "resérvelo para el domingo"])
def test_one_of_what_was_advised_is_asked_for(guest, said):
    guest.says(ADVICE)
    advised = guest.state.advised
    guest.says(said)
    assert guest.state.unclear.candidates == advised
    assert f"{guest.state.when.date:%a}" == "Sun"
    assert [key for key in guest.buttons if key.startswith("treatment:")] == [f"treatment:{one}" for one in advised]


@pytest.mark.parametrize(
    ("said", "place"), [("the first", 0), ("the second one please", 1), ("I'll take the last one", 2)]
)
def test_one_of_what_was_advised_is_chosen_by_its_place(guest, said, place):
    guest.says(ADVICE)
    advised = guest.state.advised
    guest.says(said)
    assert guest.state.treatment == advised[place]


def test_another_treatment_than_the_advised_ones_is_taken_as_it_is(guest):
    guest.says(ADVICE, "a manicure tomorrow at 2pm")
    assert [item.treatment for item in guest.state.items] == ["manicure"]
    assert not guest.state.advised


@pytest.mark.parametrize(
    ("lines", "treatment"),
    [
        (
            ("what's the difference between swedish and relaxation", "and cheaper?", "ok the longer one"),
            "swedish-massage",
        ),
        (("deep tissue or swedish, how do they differ?", "the second, friday at 3"), "deep-tissue-massage"),
        (("something relaxing", "the second"), "relaxation-massage"),
        (("algo que me relaje, por favor", "el primero"), "swedish-massage"),
        (("чем отличается шведский от расслабляющего", "а какой дешевле?", "давайте второй"), "relaxation-massage"),
        (("משהו מרגיע", "הראשון"), "swedish-massage"),
    ],
)
def test_what_was_compared_or_advised_is_chosen_from(guest, lines, treatment):
    guest.says(*lines)
    assert guest.state.treatment == treatment


@pytest.mark.parametrize(
    "said",
    [
        "how much is a manicure and do I need to bring anything and when do you close today?",
        "what does a manicure cost, what should I bring and how late are you open today?",
    ],
)
@pytest.mark.parametrize("before", ["", "hi"])
def test_several_questions_are_all_answered_and_wish_for_nothing(guest, before, said):
    guest.says(*before.split())
    heard = guest.says(said)
    assert all(each in heard for each in ("$60.00", "Robes", "Men's Suite"))
    assert guest.state.when is None
    assert not guest.state.offered


def test_a_wish_beside_a_question_stays_one(guest):
    heard = guest.says("is there wifi and can I get a manicure tomorrow?")
    assert "quiet corner" in heard
    assert guest.state.offered


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("is there a female therapist", "Anna, Lena and Nina"),
        ("do you have any male masseurs?", "Marco, David and Sam"),
        ("¿hay alguna terapeuta mujer?", "Anna, Lena y Nina"),
        ("יש לכם מטפלת אישה?", "Nina"),
        ("what's a good massage for a runner", "Sports Massage"),
        ("which massage would be good for a marathon runner?", "Sports Massage"),
        ("¿qué masaje es bueno para un corredor?", "Sports Massage"),
        ("какой массаж хорош для бегуна?", "Sports Massage"),
        ("is Nina also there on friday?", "When Nina has time"),
        ("when is anna in", "When Anna has time"),
        ("¿está Nina el viernes?", "Las horas libres de Nina"),
        ("когда работает Анна?", "Свободное время (Anna)"),
        ("can I see the suite first?", "for the front desk"),
        ("¿puedo ver la suite antes?", "en la recepción"),
    ],
)
def test_people_advice_and_the_place_are_answered_as_they_were_asked(guest, said, told):
    assert told in guest.says(said)
    assert "Marco" not in guest.heard or "Anna" not in guest.heard


def test_somebody_asked_for_beside_a_treatment_is_looked_for(guest):
    guest.says("manicure", "is Nina there on friday?")
    assert guest.state.asked == "slot"


def test_who_is_asked_after_a_technician_s_time_asks_for_the_treatment_once(guest):
    assert "Noted" not in guest.says("is Nina also there on friday?")
    assert guest.state.asked == "treatment"
