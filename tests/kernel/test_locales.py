"""Days, hours, money and lists in each language of our guests, on both sides of the change of the clocks."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from shared_lib.kernel.formatting import say_day, say_duration, say_moment, say_time, say_zone
from shared_lib.kernel.locales import LANGUAGES, locale_of
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa

SPA = Spa(id="coresync", name="CoreSync", zone="America/New_York")
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
BEFORE, AFTER = datetime(2026, 10, 31, 19, tzinfo=UTC), datetime(2026, 11, 2, 20, tzinfo=UTC)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [
        ("en", "Saturday 31 October, 3:00 PM New York time", "Monday 2 November, 3:00 PM New York time"),
        ("es", "sábado 31 de octubre, 15:00, hora de Nueva York", "lunes 2 de noviembre, 15:00, hora de Nueva York"),
        ("ru", "суббота, 31 октября, 15:00 по времени Нью-Йорка", "понедельник, 2 ноября, 15:00 по времени Нью-Йорка"),
        ("uk", "субота, 31 жовтня, 15:00 за часом Нью-Йорка", "понеділок, 2 листопада, 15:00 за часом Нью-Йорка"),
        ("he", "יום שבת, 31 באוקטובר, 15:00, שעון ניו יורק", "יום שני, 2 בנובמבר, 15:00, שעון ניו יורק"),
    ],
)
def test_a_moment_is_the_spas_hour_on_both_sides_of_the_change(lang, before, after):
    assert locale_of(lang).moment(BEFORE, SPA, now=NOW) == before
    assert locale_of(lang).moment(AFTER, SPA, now=NOW) == after


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_hour_that_comes_twice_says_which_one_and_one_that_is_skipped_is_never_told(lang):
    first, second = (locale_of(lang).time(datetime(2026, 11, 1, hour, 30, tzinfo=UTC), SPA) for hour in (5, 6))
    assert (first.split()[-1], second.split()[-1]) == ("EDT", "EST")
    told = locale_of(lang).time(datetime(2027, 3, 14, 7, tzinfo=UTC), SPA)
    assert "3:00" in told


@pytest.mark.parametrize(
    ("lang", "day"),
    [
        ("en", "Saturday 2 January 2027"),
        ("es", "sábado 2 de enero de 2027"),
        ("ru", "суббота, 2 января 2027 года"),
        ("uk", "субота, 2 січня 2027 року"),
        ("he", "יום שבת, 2 בינואר 2027"),
    ],
)
def test_the_year_is_told_when_it_is_not_this_one(lang, day):
    assert locale_of(lang).day(datetime(2027, 1, 2, 20, tzinfo=UTC), SPA, now=NOW) == day


@pytest.mark.parametrize(
    ("lang", "money"),
    [
        ("en", "$1,180.50"),
        ("es", "$1,180.50"),
        ("ru", f"1{NBSP}180,50{NBSP}$"),
        ("uk", f"1{NBSP}180,50{NBSP}$"),
        ("he", f"\u200f1,180.50{NBSP}\u200f$"),
    ],
)
def test_money_is_dollars_in_every_language(lang, money):
    assert locale_of(lang).money(118_050) == money


@pytest.mark.parametrize("cents", [1, 9, 10, 99, 101, 100_003, 99_999_999])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_cent_is_lost(lang, cents):
    digits = "".join(sign for sign in locale_of(lang).money(cents) if sign.isdigit())
    assert int(digits) == cents


@pytest.mark.parametrize(
    ("lang", "lengths"),
    [
        ("en", ["1 minute", "50 minutes", "1 hour 30 minutes", "2 hours"]),
        ("es", ["1 minuto", "50 minutos", "1 hora 30 minutos", "2 horas"]),
        ("ru", ["1 минута", "50 минут", "1 час 30 минут", "2 часа"]),
        ("uk", ["1 хвилина", "50 хвилин", "1 година 30 хвилин", "2 години"]),
        ("he", ["1 דקה", "50 דקות", "1 שעה 30 דקות", "שעתיים"]),
    ],
)
def test_a_length_has_the_plural_of_its_language(lang, lengths):
    told = [locale_of(lang).duration(timedelta(minutes=n)) for n in (1, 50, 90, 120)]
    assert told == lengths


@pytest.mark.parametrize(
    ("lang", "both", "either"),
    [
        ("en", "Ana, Olga and Iris", "Ana or Olga"),
        ("es", "Ana, Olga e Iris", "Ana u Olga"),
        ("ru", "Ana, Olga и Iris", "Ana или Olga"),
        ("uk", "Ana, Olga і Iris", "Ana або Olga"),
        ("he", "\u2066Ana\u2069, \u2066Olga\u2069 ו-\u2066Iris\u2069", "\u2066Ana\u2069 או \u2066Olga\u2069"),
    ],
)
def test_names_in_a_row(lang, both, either):
    assert locale_of(lang).all_of(["Ana", "Olga", "Iris"]) == both
    assert locale_of(lang).one_of(["Ana", "Olga"]) == either
    assert locale_of(lang).all_of([]) == ""


def test_the_article_follows_the_hour():
    assert locale_of("es").tidy("hasta las 1:30, y no hasta las 11:30") == "hasta la 1:30, y no hasta las 11:30"


def test_another_zone_is_called_by_its_city():
    paris = Spa(id="p", name="P", zone="Europe/Paris")
    assert locale_of("ru").zone(paris) == "по местному времени (Париж)"
    assert locale_of("es").zone(paris) == "hora local de París"


def test_english_is_what_the_house_writes_everywhere():
    english = locale_of("en")
    for at in (BEFORE, AFTER, datetime(2026, 11, 1, 5, 30, tzinfo=UTC), datetime(2027, 3, 14, 7, tzinfo=UTC)):
        assert english.moment(at, SPA, now=NOW) == say_moment(at, SPA, now=NOW)
        assert english.day(at, SPA, now=NOW) == say_day(at, SPA, now=NOW)
        assert english.time(at, SPA) == say_time(at, SPA)
    assert (english.zone(SPA), english.money(118_050)) == (say_zone(SPA), say_cents(118_050))
    assert english.duration(timedelta(minutes=91)) == say_duration(timedelta(minutes=91))


def test_who_speaks_english_does_not_wait_for_babel():
    code = "import sys; from shared_lib.agent.replies import Voice; print('babel' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
