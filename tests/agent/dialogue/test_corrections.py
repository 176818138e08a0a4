"""A guest changes their mind: before a hold, after it, while the payment page is open."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import pytest

from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def guest():
    return Guest(House())


@pytest.fixture
def holding(guest):
    guest.says("deep tissue friday 3pm", "yes")
    return guest


def held(guest):
    (booking,) = guest.house.living
    wall = booking.starts_at.astimezone(guest.house.zone)
    return f"{wall:%a %H:%M}", booking.treatment.name


def test_a_new_day_keeps_the_hour(guest):
    heard = guest.says("deep tissue friday 3pm", "no, thursday")
    assert "Thursday 26 November, 3:00 PM New York time is free" in heard


def test_a_new_hour_keeps_the_day(guest):
    assert "Friday 27 November, 1:00 PM New York time is free" in guest.says("deep tissue friday 3pm", "make it 1 pm")


def test_a_corrected_hold_takes_the_new_place_and_lets_the_old_one_go(holding):
    heard = holding.says("actually thursday")
    assert heard.startswith("I have changed it, and let Friday 27 November, 3:00 PM go.")
    assert held(holding) == ("Thu 15:00", "Deep Tissue Massage")
    assert "What name may I put it under?" in heard


def test_a_day_is_no_name_even_where_the_name_was_asked(holding):
    holding.says("no, thursday")
    assert holding.state.name == ""
    holding.says("are you open tomorrow?")
    assert holding.state.name == ""


def test_a_question_about_another_time_moves_nothing(holding):
    heard = holding.says("is thursday possible?")
    assert heard.startswith("I keep Friday 27 November, 3:00 PM New York time for you until you choose.")
    assert held(holding)[0] == "Fri 15:00"
    holding.says("yes")
    assert held(holding)[0] == "Thu 15:00"


def test_whoever_declines_the_other_time_keeps_the_old_one(holding):
    assert holding.says("is thursday possible?", "no").startswith("Then it stays as it is.")
    assert held(holding)[0] == "Fri 15:00"


def test_a_wish_that_cannot_be_met_leaves_the_hold(holding):
    heard = holding.says("no, saturday")
    assert "we are closed for the Deep Tissue Massage" in heard
    assert held(holding)[0] == "Fri 15:00"


def test_half_an_hour_later_in_the_only_suite_is_no_quarrel_with_oneself(guest):
    guest.says("couples massage saturday 8pm", "yes", "make it 8:30")
    assert held(guest) == ("Sat 20:30", "Couple's Massage")


def test_who_loses_the_new_place_gets_the_old_one_back(guest, monkeypatch):
    guest.says("couples massage saturday 8pm", "yes")
    hold, calls = guest.house.hold, []

    def once_gone(draft, assignments, *, now):
        calls.append(draft.starts_at)
        gone = draft.starts_at.minute == 30
        return None if gone else hold(draft, assignments, now=now)

    monkeypatch.setattr(guest.house, "hold", once_gone)
    assert "Somebody was a moment faster" in guest.says("make it 8:30")
    assert held(guest) == ("Sat 20:00", "Couple's Massage")


def test_another_treatment_at_the_same_time_is_one_step(holding):
    heard = holding.says("actually make it a swedish massage")
    assert "let Deep Tissue Massage, Friday 27 November, 3:00 PM go" in heard
    assert held(holding) == ("Fri 15:00", "Swedish Massage")


def test_another_technician_at_the_same_time_is_one_step(guest):
    guest.says("deep tissue tomorrow 3pm with Anna", "yes", "with Marco please")
    assert guest.house.living[0].technicians == ("Marco",)
    assert len(guest.house.living) == 1


def test_an_open_payment_page_moves_only_after_a_choice(holding):
    holding.house.become(holding.booking, "paying")
    assert "I keep Friday 27 November" in holding.says("make it thursday")
    holding.says("yes")
    assert held(holding)[0] == "Thu 15:00"


def test_a_time_offered_before_the_payment_came_makes_no_second_booking(holding):
    holding.says("Daniel Example", "daniel@example.com", "is thursday possible?")
    button = next(iter(holding.buttons))
    holding.house.pay(holding.booking)
    holding.says("yes")
    holding.chooses(button)
    assert "Shall I move it?" in holding.heard
    assert len(holding.house.living) == 1
    assert held(holding)[0] == "Fri 15:00"


def test_the_address_is_corrected_before_paying(holding):
    holding.says("Daniel Example", "daniel@exmaple.com")
    assert "The confirmation goes to daniel@example.com" in holding.says("sorry, my email is daniel@example.com")
    assert holding.booking.contact.email == "daniel@example.com"


def test_the_name_is_corrected_before_paying(holding):
    holding.says("Daniel", "daniel@example.com", "my name is Daniel Example")
    assert holding.booking.contact.name == "Daniel Example"


def test_a_paid_visit_is_not_moved_by_a_sentence(holding):
    holding.says("Daniel Example", "daniel@example.com")
    holding.house.pay(holding.booking)
    assert "Shall I move it?" in holding.says("make it thursday instead")
    assert held(holding)[0] == "Fri 15:00"


def test_an_address_said_after_the_payment_changes_nothing_silently(holding):
    holding.says("Daniel Example", "daniel@example.com")
    holding.house.pay(holding.booking)
    assert "The front desk changes it" in holding.says("my email is other@example.com")
    assert holding.booking.contact.email == "daniel@example.com"


@pytest.mark.parametrize(
    ("wished", "turned"),
    [
        ("a manicure and then a haircut tomorrow", "the other way round please"),
        ("a manicure and then a haircut tomorrow", "oh, and the cut first"),
        ("una manicura y luego un corte mañana", "mejor al revés"),
        ("маникюр, а потом стрижка завтра", "лучше наоборот"),
        ("манікюр, а потім стрижка завтра", "краще навпаки"),
    ],
)
def test_treatments_are_put_in_the_other_order(guest, wished, turned):
    guest.says(wished)
    assert [item.treatment for item in guest.state.items] == ["manicure", "executive-cut"]
    guest.says(turned)
    assert [item.treatment for item in guest.state.items] == ["executive-cut", "manicure"]
    assert {item.guest for item in guest.state.items} == {1}


@pytest.mark.parametrize(
    "after_all",
    [
        "oh hang on, I still want that",
        "espere, todavía lo quiero",
        "подождите, я всё ещё хочу",
        "зачекайте, я все ще хочу",
        "רגע, אני עדיין רוצה",
    ],
)
def test_whoever_lets_it_go_and_wants_it_after_all_finds_the_request_again(guest, after_all):
    guest.says("deep tissue friday 3pm", "cancel")
    assert guest.state.items == ()
    guest.says(after_all)
    assert guest.state.treatment == "deep-tissue-massage"
    assert guest.state.when


def test_undo_takes_back_the_change_and_not_the_visit(guest):
    guest.says("deep tissue friday 3pm", "with hot stones please")
    assert guest.state.items[0].add_ons == ("hot-stone",)
    assert "Friday 27 November, 3:00 PM" in guest.says("undo")
    assert guest.state.items[0].add_ons == ()
    guest.says("bring it back")
    assert guest.state.items[0].add_ons == ("hot-stone",)


def test_what_was_left_out_is_kept_after_all(guest):
    guest.says("a deep tissue and a pedicure friday 1pm", "drop the pedicure", "wait, keep both")
    assert [item.treatment for item in guest.state.items] == ["deep-tissue-massage", "pedicure"]


def test_both_of_a_pair_may_have_another_treatment(guest):
    guest.says("couples massage friday at noon", "reflexology for both")
    assert [(item.treatment, item.guest) for item in guest.state.items] == [("reflexology", 1), ("reflexology", 2)]


@pytest.mark.parametrize("agrees", ["hold it please", "ok hold that", "pls hold it for us"])
def test_hold_it_is_a_yes_to_shall_i_hold_it(guest, agrees):
    assert "I am holding Friday 27 November, 3:00 PM" in guest.says("deep tissue friday 3pm", agrees)


@pytest.mark.parametrize("held_first", [(), ("yes",)])
@pytest.mark.parametrize("say", ["drop the pedicure", "cancel the pedicure please", "cancela la pedicura"])
def test_one_of_several_is_cancelled_and_not_all(guest, held_first, say):
    guest.says("a deep tissue and a pedicure thursday 1pm", *held_first, say)
    assert [item.treatment for item in guest.state.items] == ["deep-tissue-massage"]
    assert len(guest.house.living) == len(held_first)


@pytest.mark.parametrize("lines", [(), ("yes",)])
@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("swap the beard trim for a shave", ["manicure", "classic-hot-towel-shave"]),
        ("a haircut rather than the beard trim", ["manicure", "executive-cut"]),
        ("en vez de la manicura, un pedicure", ["pedicure", "beard-trim-shape"]),
        ("вместо маникюра педикюр", ["pedicure", "beard-trim-shape"]),
        ("замість манікюру педикюр", ["pedicure", "beard-trim-shape"]),
        ("במקום המניקור פדיקור", ["pedicure", "beard-trim-shape"]),
        ("instead of the beard trim, just the manicure", ["manicure"]),
    ],
)
def test_what_is_wished_for_in_the_place_of_one_of_several_leaves_the_others(guest, lines, said, wished):
    guest.says("manicure and beard trim tomorrow at 2", *lines, said)
    assert [item.treatment for item in guest.state.items] == wished
    assert f"{guest.state.when.time:%H:%M}" == "14:00"


def test_what_comes_instead_is_for_the_same_guest(guest):
    guest.says("manicure for me and a beard trim for my husband tomorrow 2pm at the same time")
    guest.says("he would rather have a shave instead of the beard trim")
    assert [(item.treatment, item.guest) for item in guest.state.items] == [
        ("manicure", 1),
        ("classic-hot-towel-shave", 2),
    ]


@pytest.mark.parametrize("lines", [(), ("yes",)])
@pytest.mark.parametrize(
    ("changed", "back"),
    [
        ("make it a deep tissue", "no wait, back to the swedish"),
        ("make it a hot stone", "actually go back to swedish"),
        ("mejor tejido profundo", "no, volvamos al sueco"),
        ("лучше глубокий массаж", "нет, вернёмся к шведскому массажу"),
        ("краще глибокий масаж", "ні, повернімося до шведського"),
        ("עדיף רקמות עמוקות", "לא, נחזור לשוודי"),
    ],
)
def test_back_to_a_treatment_keeps_its_time(guest, lines, changed, back):
    guest.says("swedish friday 2pm", *lines, changed, back)
    (item,) = guest.state.items
    assert (item.treatment, item.add_ons) == ("swedish-massage", ())
    assert f"{guest.state.when.date:%a} {guest.state.when.time:%H:%M}" == "Fri 14:00"
    assert guest.state.asked == ("name" if lines else "slot")
