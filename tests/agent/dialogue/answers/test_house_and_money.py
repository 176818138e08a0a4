"""Hours, the address, and every figure that is told: from the price book, or from the very booking."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew have their own letters

import dataclasses
from datetime import date, timedelta

import pytest

from shared_lib.kernel.hours import WeeklyHours
from shared_lib.pricing.price_book import ALWAYS
from tests.agent.dialogue.answers.asking import Asker, held
from tests.agent.dialogue.house import BOOK, House

CHRISTMAS = date(2026, 12, 5)


def test_a_day_that_differs_is_told_as_it_will_be():
    hours = {
        area: WeeklyHours(of_area.week, {CHRISTMAS: ((900, 1080),)} if area == "Private" else {})
        for area, of_area in BOOK.hours.items()
    }
    asker = Asker(hours=hours)
    assert "Private: 3:00 PM to 6:00 PM" in asker.hears("are you open on December 5?")
    assert asker.hears("what are your opening hours?").endswith("Saturday 5 December, Private: 3:00 PM to 6:00 PM")


def test_the_hours_of_one_area_are_those_of_what_takes_place_in_it():
    heard = Asker().hears("until when is the couple's massage open on Sunday?")
    assert "Private: noon to midnight" in heard
    assert "Men's Suite" not in heard


def test_the_exact_address_is_for_whom_it_was_confirmed():
    house = House()
    booking = held(house, "deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    asker = Asker(house)
    assert "1 Example Street" not in asker.hears("what is your address?", booking=booking)
    house.pay(booking)
    heard = asker.hears("what is your address?", booking=house.get(booking.id))
    assert "1 Example Street, New York" in heard
    assert "elevator" in heard


def test_an_owner_may_tell_the_address_to_everybody_or_only_the_neighbourhood():
    everybody = dataclasses.replace(BOOK.policies, address_told=ALWAYS)
    assert "1 Example Street" in Asker(policies=everybody).hears("where are you?")
    assert "We are in Manhattan." in Asker(faq=()).hears("where are you?")


def test_what_would_come_back_is_told_before_paying():
    house = House()
    booking = held(house, "deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    heard = Asker(house).hears("what do I get back if I cancel?", booking=booking)
    assert "Nothing is paid yet" in heard
    assert "48 hours or more before the visit, the full amount; 24 hours or more before the visit, half of it" in heard
    assert "As of now it would be the full amount." in heard
    assert heard.endswith("That holds until Wednesday 25 November, 3:00 PM New York time.")
    assert "$" not in heard


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "can I still cancel afterwards?"), ("en", "would I lose my money if I cancelled?"),
     ("en", "is there a charge for cancelling?"), ("es", "si cancelo, ¿pierdo el dinero?"),
     ("ru", "если отменю, деньги вернут?"), ("uk", "якщо скасую, гроші повернуть?"), ("he", "אם אבטל, מחזירים לי?")],
)  # fmt: skip
def test_what_cancelling_would_mean_of_a_held_visit_is_told_once_in_every_language(lang, said):
    house = House()
    booking = held(house, "deep tissue tomorrow 3pm", "yes")
    [reply] = Asker(house, lang=lang).asks(said, booking=booking)
    assert "48" in reply.text
    assert "24" in reply.text
    assert "$" not in reply.text
    assert len(reply.text) <= 600


def test_the_policy_of_a_paid_visit_is_told_beside_what_comes_back():
    house = House()
    booking = held(house, "deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    house.pay(booking)
    [reply] = Asker(house).asks("what is the cancellation policy?", booking=house.get(booking.id))
    assert "$250.80 of $250.80 goes back" in reply.text
    assert "24 hours or more before the visit, half of it" in reply.text
    assert len(reply.text) <= 600


def test_a_visit_that_is_held_ends_at_its_own_hour():
    house = House()
    booking = held(house, "deep tissue friday 3pm", "yes")
    assert Asker(house).hears("when would I be done?", booking=booking) == "Deep Tissue Massage ends at 3:50 PM."
    assert "takes 50 minutes" in Asker(house).hears("what time am I out?", treatments=("deep-tissue-massage",))


@pytest.mark.parametrize(
    ("hours_before", "told"),
    [(49, "$250.80 of $250.80 goes back"), (30, "$125.40 of $250.80 goes back"), (5, "nothing of $250.80 goes back")],
)
def test_what_comes_back_of_a_paid_visit_is_exact(hours_before, told):
    house = House()
    booking = held(house, "deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    house.pay(booking)
    house.now = booking.starts_at - timedelta(hours=hours_before)
    assert told in Asker(house).hears("how much money comes back if I cancel now?", booking=house.get(booking.id))


def test_the_total_is_the_bookings_own():
    house = House()
    booking = held(house, "deep tissue friday 3pm", "yes")
    for said in (
        "how much in all?",
        "is tax included?",
        "is everything included in the price?",
        "so nothing more to pay?",
    ):
        assert "$250.80 is the whole amount: $240.00, and $10.80 sales tax in it." in Asker(house).hears(
            said, booking=booking
        )


def test_the_total_before_a_hold_counts_what_is_wished_for():
    heard = Asker().hears("what is the total?", treatments=("swedish-massage",), add_ons=("hot-stone",))
    assert heard == "Swedish Massage + Hot Stone: $220.00 plus $9.90 sales tax, $229.90 in all."


def test_the_tax_is_the_laws():
    heard = Asker().hears("can you leave off the sales tax?")
    assert "can't be left out" in heard
    assert "4.5 %" in heard


def test_whoever_is_far_off_is_reminded_and_nobody_is_called():
    house = House()
    soon = held(house, "deep tissue tomorrow 3pm", "yes", "Daniel Example", "daniel@example.com")
    house.pay(soon)
    heard = Asker(house).hears("will you call me?", booking=house.get(soon.id))
    assert heard == "Nobody calls. The confirmation goes to daniel@example.com."
    assert "reminder" in Asker(house).hears("will you call me?")


def test_advice_is_of_the_kind_that_was_named_and_can_be_pressed():
    [reply] = Asker().asks("which facial would you recommend for dry skin?")
    assert [button.id for button in reply.choices] == ["treatment:gentlemans-facial", "treatment:precision-facial"]


def test_it_is_what_the_conversation_is_about():
    asker, topic = Asker(), {"treatments": ("sports-massage",)}
    assert "Sports Massage, 80 minutes: $290.00" in asker.hears("how much is it?", **topic)
    assert "takes 80 minutes" in asker.hears("how long does it take?", **topic)
    assert "Anna, Marco, Lena and David" in asker.hears("who does it?", **topic)
    assert "included: Stretching" in asker.hears("what's included?", **topic)
    assert "Oxygen" not in asker.hears("any extras with it?", **topic)


def test_a_book_without_words_of_its_own_says_no_more_than_it_knows():
    bare = tuple(dataclasses.replace(row, description="", includes="", tags=()) for row in BOOK.treatments)
    tiers = tuple(dataclasses.replace(tier, benefits="", advantages={}) for tier in BOOK.tiers)
    asker = Asker(treatments=bare, tiers=tiers)
    assert asker.hears("what is the swedish massage?") == "Swedish Massage, 60 minutes"
    assert "Base: 30 % off treatments; book 60 days ahead." in asker.hears("tell me about membership")
    assert "There is no membership" in Asker(tiers=BOOK.tiers[:1]).hears("tell me about membership")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "how much is a manicure together with tax"),
        ("es", "¿cuánto cuesta una manicura junto con el impuesto?"),
        ("ru", "сколько стоит маникюр вместе с налогом"),
        ("uk", "скільки коштує манікюр разом з податком"),
    ],
)
def test_together_with_the_tax_is_no_couple(lang, said):
    assert "62.70" in Asker(lang=lang).hears(said).replace(",", ".")
