"""A guest is spoken to in their own language, with its days, plurals and money, and never twice in the same words."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from shared_lib.agent.replies import Voice
from shared_lib.agent.replies.sentences import sentences
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.locales import LANGUAGES
from shared_lib.kernel.spa import Spa

SPA = Spa("coresync", "CoreSync", "America/New_York", phone="+1 212-555-0100")
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 20, tzinfo=UTC)
OPEN = WeeklyHours(dict.fromkeys((6, 0, 1, 2, 3), ((600, 1440),)) | {4: ((600, 1560),)})
LRI, PDI = "\u2066", "\u2069"


def voice(lang: str, **last: int) -> Voice:
    return Voice(lang, spa=SPA, now=NOW, last=last)


OFFERS = {
    "en": "Friday 27 November, 3:00 PM New York time is free. Shall I hold it, or would another time be better?",
    "es": "Hay lugar el viernes 27 de noviembre, 15:00, hora de Nueva York. ¿Se lo reservo o prefiere otra hora?",
    "ru": "Свободно: пятница, 27 ноября, 15:00 по времени Нью-Йорка. Оставить это время за Вами или лучше другое?",
    "uk": "Вільно: пʼятниця, 27 листопада, 15:00 за часом Нью-Йорка. Залишити цей час за Вами чи краще інший?",
    "he": "פנוי: יום שישי, 27 בנובמבר, 15:00, שעון ניו יורק. לשמור לכם את השעה, או שמתאימה לכם שעה אחרת?",
}
WEEKS = {
    "en": "Sunday to Thursday 10:00 AM to midnight; Friday 10:00 AM to 2:00 AM; Saturday closed",
    "es": "domingo a jueves de 10:00 a medianoche; viernes de 10:00 a 2:00; sábado cerrado",
    "ru": "понедельник – четверг: с 10:00 до полуночи; пятница: с 10:00 до 02:00; суббота: закрыто; "
    "воскресенье: с 10:00 до полуночи",
    "uk": "понеділок – четвер: з 10:00 до опівночі; пʼятниця: з 10:00 до 02:00; субота: зачинено; "
    "неділя: з 10:00 до опівночі",
    "he": "יום ראשון עד יום חמישי: 10:00 עד חצות; יום שישי: 10:00 עד 2:00; יום שבת: סגור",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_offer_in_each_language(lang):
    house = voice(lang)
    assert house.say("offer_exact", moment=house.moment(FRIDAY), with_whom="") == OFFERS[lang]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Swedish Massage, 61 minutes. Which day would suit you?"),
        ("es", "Swedish Massage, 61 minutos. ¿Qué día le conviene?"),
        ("ru", "Swedish Massage, 61 минута. Какой день Вам подходит?"),
        ("uk", "Swedish Massage, 61 хвилина. Який день Вам підходить?"),
        ("he", f"{LRI}Swedish Massage{PDI}, 61 דקות. איזה יום מתאים לכם?"),
    ],
)
def test_minutes_are_counted_as_the_language_counts(lang, said):
    assert voice(lang).say("ask_day", treatment="Swedish Massage", minutes=61) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_hears_the_same_twice_in_a_row(lang):
    for key in (key for key, entry in sentences(lang).items() if isinstance(entry, list)):
        names = "treatment minutes when moment until phone first_name with_whom sorry day zone"
        facts = dict.fromkeys(names.split(), "…")
        house = voice(lang)
        said = [house.say(key, **facts) for _ in range(4)]
        later = Voice(lang, spa=SPA, now=NOW, last=house.used)
        said.append(later.say(key, **facts))
        assert all(one != other for one, other in pairwise(said)), key


def test_the_first_word_is_always_the_same_for_one_who_has_heard_nothing():
    assert voice("en").say("greet") == voice("en").say("greet") == "Good to have you here."


def test_what_was_said_last_is_all_that_has_to_be_remembered():
    house = voice("ru", noted=1)
    house.say("closed")
    house.say("noted")
    assert house.used == {"noted": 2}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_half_a_sentence_is_never_said(lang):
    with pytest.raises(KeyError):
        voice(lang).say("offer_exact", moment="…")
    with pytest.raises(KeyError):
        voice(lang).say("nothing_of_the_kind")
    assert voice(lang).knows("offer_exact")
    assert not voice(lang).knows("nothing_of_the_kind")


def test_a_language_that_is_not_ours_is_answered_in_english():
    assert voice("fr").lang == "en"


def test_names_numbers_and_addresses_do_not_turn_a_hebrew_sentence():
    house = voice("he")
    said = house.say("unknown_technician", technician="Olga", names=house.all_of(["Anna", "Lena", "Mila"]))
    assert f"{LRI}Anna{PDI}, {LRI}Lena{PDI} ו-{LRI}Mila{PDI}" in said
    assert f"{LRI}+1 212-555-0100{PDI}" in house.say("lost_twice", phone=SPA.phone)
    assert LRI not in voice("ru").say("lost_twice", phone=SPA.phone)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_week_begins_where_the_language_begins_it(lang):
    assert voice(lang).week(OPEN) == WEEKS[lang]
    assert voice(lang).spans(()) == voice(lang).say("closed")


def test_a_date_is_the_spas_own_day():
    assert voice("en").date(date(2026, 11, 27)) == voice("en").day(FRIDAY) == "Friday 27 November"
    assert voice("uk").label(voice("uk").date(date(2026, 11, 27))) == "Пʼятниця, 27 листопада"
