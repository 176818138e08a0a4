"""Guests type as they speak: short, with a change of mind in the middle, and not always an answer to what was asked."""

import pytest

from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def guest():
    return Guest(House())


def wished(guest):
    return [(item.treatment, item.add_ons, item.guest) for item in guest.state.items]


@pytest.mark.parametrize(
    ("asks", "answers", "hour"),
    [
        ("relaxation massage friday morning", "ok 11 then pls", 11),
        ("couple's massage saturday night", "9 works for us", 21),
        ("pedicure tomorrow at noon", "no, 2", 14),
        ("masaje sueco mañana por la tarde", "vale, a las 2 por favor", 14),
        ("шведский массаж завтра днем", "давайте лучше на 2", 14),
        ("шведський масаж завтра вдень", "добре, тоді на 2", 14),
        ("עיסוי שוודי מחר אחר הצהריים", "2 בבקשה", 14),
    ],
)
def test_a_bare_hour_among_words_that_only_agree_is_an_hour(guest, asks, answers, hour):
    guest.says(asks, answers)
    assert guest.booking or guest.state.offered
    starts = guest.booking.starts_at if guest.booking else guest.state.offered[0].starts_at
    assert starts.astimezone(guest.house.zone).hour == hour


@pytest.mark.parametrize(
    "says",
    ["wait a sec", "hold on, somebody at the door", "lemme ask my wife", "brb", "un momento", "секундочку", "רגע"],
)
def test_a_guest_who_asks_for_a_moment_is_left_in_peace_and_loses_nothing(guest, says):
    guest.says("swedish massage tomorrow at 3", "yes")
    heard = guest.says(says)
    assert guest.booking.is_live_hold(guest.house.now)
    assert guest.state.asked == "name"
    assert "?" not in heard
    guest.says("ok back", "Lee Park", "lee@example.com")
    assert guest.replies[-1].payment


def test_a_correction_of_the_treatment_chooses_no_time(guest):
    guest.says("facial tomorrow at 1", "the gentleman's one", "oops, i meant the precision one")
    assert wished(guest) == [("precision-facial", (), 1)]
    assert guest.booking is None
    assert guest.says("yes").startswith("I am holding")


def test_an_add_on_said_before_it_is_clear_which_treatment_is_kept(guest):
    guest.says("a hot stone massage tomorrow evening", "swedish")
    assert wished(guest) == [("swedish-massage", ("hot-stone",), 1)]


def test_of_two_treatments_the_one_that_is_skipped_goes_and_the_technician_stays(guest):
    guest.says("deep tissue tomorrow at 4 and a haircut right after", "yes")
    with_whom = guest.booking.technicians[0]
    guest.says("skip the haircut")
    assert wished(guest) == [("deep-tissue-massage", (), 1)]
    assert guest.booking.technicians == (with_whom,)


def test_just_the_one_is_not_one_more(guest):
    guest.says("haircut tomorrow at 4", "ok then just the cut")
    assert wished(guest) == [("executive-cut", (), 1)]


def test_who_is_ruled_out_is_not_given(guest):
    guest.says("deep tissue tomorrow 8pm")
    (before,) = guest.state.offered[0].technicians
    guest.says(f"just not {before} please")
    assert before not in guest.state.offered[0].technicians
    guest.says("ok")
    assert before not in guest.booking.technicians
    guest.says(f"actually {before} is fine, make it 8:30 with {before}")
    assert guest.state.items[0].not_technicians == ()


def test_somebody_else_is_looked_for_at_the_same_hour(guest):
    guest.says("deep tissue with Marco on friday at 3", "someone else then")
    assert guest.heard.startswith("Friday 27 November, 3:00 PM")


def test_for_me_and_for_her_is_side_by_side(guest):
    guest.says("me and my wife want massages at the same time friday", "deep tissue for me, swedish for her")
    assert wished(guest) == [("deep-tissue-massage", (), 1), ("swedish-massage", (), 2)]


def test_somebody_who_comes_along_has_the_same(guest):
    guest.says("deep tissue tomorrow at 3", "my brother is coming too")
    assert wished(guest) == [("deep-tissue-massage", (), 1), ("deep-tissue-massage", (), 2)]


@pytest.mark.parametrize(
    ("says", "days"),
    [
        ("a precision facial b4 the weekend", {25, 26, 27}),
        ("a precision facial after thursday", {27}),
        ("a shave by thursday", {25, 26}),
        ("стрижка до четверга", {25, 26}),
        ("un corte antes del viernes", {25, 26}),
        ("תספורת לפני שישי", {25, 26}),
    ],
)
def test_before_and_after_a_day_are_the_days_there(guest, says, days):
    guest.says(says)
    assert guest.state.offered
    assert {offer.starts_at.astimezone(guest.house.zone).day for offer in guest.state.offered} <= days


def test_no_mail_but_a_phone_in_one_breath(guest):
    guest.says("haircut friday at 1", "yes", "put it under Ode", "no email, phone 917.555.0112")
    assert guest.replies[-1].payment


@pytest.mark.parametrize(
    ("says", "name"),
    [("don't call me, swedish tomorrow at 7", ""), ("haircut friday at 1, under Oduya", "Oduya")],
)
def test_a_name_is_one(guest, says, name):
    guest.says(says)
    assert guest.state.name == name


def test_begun_anew_nothing_of_before_is_left(guest):
    guest.says("swedish tomorrow at 3", "let's start over", "haircut friday 2pm")
    assert wished(guest) == [("executive-cut", (), 1)]


def test_the_hour_is_forgotten_and_not_the_visit(guest):
    guest.says("sports massage fri 10", "forget the time, any time friday afternoon")
    assert wished(guest) == [("sports-massage", (), 1)]
    assert guest.state.offered


def test_another_length_is_no_complaint(guest):
    assert "Relaxation Massage" in guest.says("reflexology tomorrow", "no wait make it 50 mins relaxation instead")


def test_a_price_that_is_too_high_is_no_other_day(guest):
    guest.says("swedish tomorrow at 3", "too expensive, can you do 150?")
    assert guest.state.asked == "slot"
    assert guest.says("ok fine").startswith("I am holding")


def test_who_leaves_hears_no_question(guest):
    assert "?" not in guest.says("facial friday", "gotta go, bye")


@pytest.mark.parametrize("says", ["3", "three", "ok three please"])
def test_a_number_between_the_hours_on_the_table_is_an_hour_and_holds_nothing_yet(guest, says):
    guest.says("deep tissue massage tomorrow", says)
    assert guest.booking is None
    assert guest.heard.startswith("Thursday 26 November, 3:00 PM")


@pytest.mark.parametrize("says", ["never mind the other thing, this one is fine", "ya"])
def test_what_is_held_is_not_let_go_by_the_way_and_the_language_stays(guest, says):
    guest.says("deep tissue tomorrow 4", "yes", says)
    assert guest.booking
    assert guest.state.lang == "en"


def test_an_add_on_is_taken_off_again(guest):
    guest.says("AI bed fri 11", "yes", "with aromatherapy", "take it off again")
    assert wished(guest) == [("ai-massage-bed", (), 1)]
    assert guest.booking


def test_and_book_is_one_more(guest):
    guest.says("swedish fri 3", "yes", "Al Roth", "al@example.com", "and book my sister a manicure thursday at 2")
    assert len(guest.house.living) == 1
    guest.says("yes")
    assert len(guest.house.living) == 2


def test_good_night_at_the_end_is_a_good_bye(guest):
    guest.says("swedish fri 3", "yes", "Mr & Mrs Gold")
    assert guest.heard.startswith("Thank you, Gold.")
    assert "?" not in guest.says("good night")


def test_an_hour_after_a_stretch_is_that_hour(guest):
    guest.says("pedicure tmrw btw 1 and 2 pm", "1.15")
    assert guest.heard.startswith("Thursday 26 November, 1:15 PM")


@pytest.mark.parametrize("says", ["cheers. Ray", "mine is Ray", "fine, Ray"])
def test_a_word_of_thanks_is_no_part_of_a_name(guest, says):
    guest.says("swedish fri 3", "yes", says)
    assert guest.state.name == "Ray"


def test_a_guy_if_it_can_be(guest):
    guest.says("deep tissue tomorrow 4", "ok cool, but can it be a guy")
    assert guest.state.items[0].gender == "m"


def test_what_is_said_beside_a_paid_visit_is_about_it(guest):
    guest.says("couple's massage friday 1pm", "yes", "Al Roth, al@example.com")
    guest.house.pay(guest.booking)
    assert guest.says("thx! can we add hot stones to it").startswith("Hot Stone for Couple's Massage")
    guest.says("no, leave it as it is")
    assert "one treatment for all of you" in guest.says("my wife can't make it, take her off")


def test_a_wish_for_the_technician_is_no_refusal(guest):
    guest.says("swedish friday 3", "yes", "i'd like it quiet, no talking")
    assert "no talking" in guest.state.notes


def test_a_wish_for_the_technician_beside_a_visit_is_kept(guest):
    heard = guest.says("swedish tomorrow 1, quiet please, light pressure")
    assert heard.startswith("I have noted it for your technician.")
    assert "light pressure" in guest.state.notes


def test_a_name_chooses_no_time_and_whoever_does(guest):
    guest.says("haircut friday at 2", "and the name is Dorne with an e")
    assert guest.booking is None
    guest.says("ok whoever")
    assert guest.booking.contact is None or guest.state.name == "Dorne"


@pytest.mark.parametrize(
    ("say", "items"),
    [
        ("swedish for two tomorrow 4", [("swedish-massage", 1), ("swedish-massage", 2)]),
        (
            "2 massages back to back thursday at 3, a swedish and a reflexology",
            [("swedish-massage", 1), ("reflexology", 1)],
        ),
        ("a gift voucher for my mother and a pedicure for me tomorrow at 1", [("pedicure", 1)]),
        ("facial, gentleman, tomorrow at noon", [("gentlemans-facial", 1)]),
        ("reflexology tomrw arround 6", [("reflexology", 1)]),
    ],
)
def test_how_many_come_and_for_what(say, items):
    guest = Guest(House())
    guest.says(say)
    assert [(item.treatment, item.guest) for item in guest.state.items] == items
    assert guest.state.asked == "slot"
    assert guest.state.offered


@pytest.mark.parametrize(
    ("before", "say", "answer"),
    [
        ("swedish tomorrow 3", "do you stay open till late?", "10:00 AM to midnight"),
        ("swedish tomorrow 3", "my sister joins us", "Swedish Massage for 2"),
        ("hi", "gift voucher for my mum how does it work", "at the front desk, for an amount"),
        ("hi", "can you just book it and I pay there", "It is paid online"),
        ("precision facial friday 1pm", "my skin is pretty sensitive btw", "I have noted it"),
        ("hi", "my husband booked for me, only want to see if all is fine", "a booking that you have already"),
    ],
)
def test_a_sentence_beside_the_booking_is_answered(before, say, answer):
    assert answer in Guest(House()).says(before, say)


@pytest.mark.parametrize("say", ["Ben", "ok Ben", "it's Ben"])
def test_a_name_that_is_a_small_word_of_other_names_stands_alone(say):
    guest = Guest(House())
    guest.says("swedish tomorrow 3", "yes", say)
    assert guest.state.name == "Ben"


@pytest.mark.parametrize("say", ["manicure late afternoon tomorrow", "manicure tomorrow late in the afternoon"])
def test_late_in_the_afternoon_begins_at_four(say):
    guest = Guest(House())
    guest.says(say)
    hours = [guest.house.zone_hour(slot) for slot in guest.buttons if slot.startswith("slot:")]
    assert hours
    assert min(hours) >= 16


@pytest.mark.parametrize(
    "say", ["waitlist me for a swedish saturday noon", "manicure tomorrow 3am, put me on the waitlist"]
)
def test_nobody_is_asked_who_they_are_to_wait_in_vain(say):
    guest = Guest(House())
    assert "waiting would be in vain" in guest.says(say)
    assert guest.state.asked is None


def test_words_that_lead_up_to_no_name_are_none(guest):
    assert guest.says("¿mi 26th שמי")


def test_more_guests_than_can_come_are_no_dead_end_beside_another_wish(guest):
    assert "+1 555 010 0142" in guest.says("flowers for us, and massages for 9 people tomorrow at 3")
    assert guest.says("a manicure tomorrow at 3")


def test_more_guests_than_can_come_change_no_visit_that_is_held(guest):
    guest.says("swedish friday 2pm", "yes", "we are 12 people")
    assert [item.guest for item in guest.state.items] == [1]


def test_an_extra_without_a_visit_is_asked_for_and_another_word_is_said(guest):
    guest.says("can you add the LED light therapy to my visit on friday")
    assert guest.says("привіт")
