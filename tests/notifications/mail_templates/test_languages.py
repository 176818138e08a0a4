"""Guests are written to in their own language: words, days, money, and the side that the page begins at."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

import re

import pytest

from infra.local.mails.catalogue import catalogue
from infra.local.mails.twins import preview_of
from shared_lib.kernel.locales import LANGUAGES
from shared_lib.notifications.mail import MailKind

TRANSLATED = LANGUAGES[1:]
ENGLISH = re.compile(r"\b(your|the|is|paid|with|and|hour|hours|minutes|until|time|guest|time|will)\b", re.IGNORECASE)
OWN = {"es": "[a-záéíóúñ]", "ru": "[а-яё]", "uk": "[а-яіїєґ]", "he": "[א-ת]"}
CONFIRMED = {
    "es": "Visita confirmada: viernes 27 de noviembre, 15:00, hora de Nueva York",
    "ru": "Ваш визит подтверждён: пятница, 27 ноября, 15:00 по времени Нью-Йорка",
    "uk": "Ваш візит підтверджено: пʼятниця, 27 листопада, 15:00 за часом Нью-Йорка",
    "he": "הביקור שלכם אושר: יום שישי, 27 בנובמבר, 15:00, שעון ניו יורק",
}
HOURS = {
    "es": "de 15:00 a 16:05, hora de Nueva York",
    "ru": "с 15:00 до 16:05 по времени Нью-Йорка",
    "uk": "з 15:00 до 16:05 за часом Нью-Йорка",
    "he": "15:00 עד 16:05, שעון ניו יורק",
}
SECOND = {
    "es": "Huésped 2: Beard Trim, 30 minutos, con Sam",
    "ru": "Гость 2: Beard Trim, 30 минут, с Sam",
    "uk": "Гість 2: Beard Trim, 30 хвилин, з Sam",
    "he": "אורח 2: \u2066Beard Trim\u2069, 30 דקות, עם \u2066Sam\u2069",
}
TOTAL = {"es": "$217.36", "ru": "217,36\xa0$", "uk": "217,36\xa0$", "he": "\u200f217.36\xa0\u200f$"}


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_mail_to_a_guest_is_written_in_their_language(lang):
    for name, mail in catalogue(lang).items():
        if mail.kind is MailKind.MANAGER_ALERT:
            continue
        assert f'lang="{lang}"' in mail.html
        assert 0 < len(mail.subject) <= 100, name
        assert 15 <= len(preview_of(mail.html)) <= 160, name
        assert re.search(OWN[lang], mail.subject.lower()), name
        assert not re.search(r"[!¡\u2600-\U0001faff]", mail.subject + mail.text), name


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_confirmation_says_when_for_how_much_and_until_when_it_may_be_cancelled(lang):
    mails = catalogue(lang)
    mail = mails["confirmation"]
    assert mail.subject == CONFIRMED[lang]
    for twin in (mail.text, mail.html):
        assert HOURS[lang] in twin
        assert TOTAL[lang] in twin.replace("&nbsp;", "\xa0")
    assert SECOND[lang] in mails["reminder-group"].text
    for name in ("confirmation", "confirmation-couple", "payment_link", "cancellation-half", "changed-dearer"):
        assert not ENGLISH.search(re.sub(r"https?://\S+", "", mails[name].text)), name


def test_hebrew_begins_at_the_right_and_the_others_at_the_left():
    for lang in TRANSLATED:
        direction, side = ("rtl", "right") if lang == "he" else ("ltr", "left")
        html = catalogue(lang)["confirmation"].html
        assert f'dir="{direction}"' in html
        assert f"text-align: {side}" in html


def test_names_and_addresses_keep_their_order_within_hebrew():
    mail = catalogue("he")["confirmation"]
    assert "\u2066Deep Tissue Massage\u2069" in mail.html
    assert "\u206612 Example Street, New York, NY 10001\u2069" in mail.html
    assert "\u2066CS-2026-000123\u2069" in mail.html
    assert "\u2066" not in catalogue("ru")["confirmation"].html


def test_the_manager_reads_english_whatever_is_asked_for():
    assert catalogue("he")["manager_alert"] == catalogue("en")["manager_alert"]
