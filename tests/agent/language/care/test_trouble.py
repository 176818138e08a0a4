"""Trouble is heard in five languages, mixed or not; what people come with is none."""
# ruff: noqa: RUF001 -- guests speak other languages too

import tomllib
from pathlib import Path

import pytest

from shared_lib.agent.language.care import KINDS, Trouble, goes_on, hearing, marker, trouble_in
from shared_lib.agent.replies import care as replies
from shared_lib.agent.replies.care import AGAIN, care_sentence
from tests.agent.language.care.measure import LANGUAGES, NAMES, rows, wanted

SENTENCES = [(lang, row) for lang in LANGUAGES for row in rows(lang)]
ALARMS_ALLOWED = 0.02
LIMIT = 600
FACTS = {
    "phone": "+1 555 010 0142",
    "hours_today": "10:00 AM to 9:00 PM",
    "promise": "Wednesday 18 November, 2:00 PM New York time",
    "reference": "C-7F3A-9B21",
}
BESIDES = {"self_harm", "swelling", "reaction", "chest_pain", "now", "unsafe_touch", "at_home", "going_on"}
"""What a file has beside the kinds: signs that decide between two of them."""
QUIET = {"health", "emergency", "self_harm", "indecent", AGAIN}
SORRY = {"en": "sorry", "es": "sient", "ru": "жаль", "uk": "шкода", "he": "צר לי"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_trouble_is_heard_and_of_the_right_kind(lang):
    heard = {row["say"]: trouble_in(row["say"], "en", NAMES) for row in rows(lang) if row["kind"]}
    assert {say: trouble for say, trouble in heard.items() if trouble is None} == {}
    assert {
        row["say"]: heard[row["say"]] for row in rows(lang) if row["kind"] and heard[row["say"]] != wanted(row)
    } == {}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I'm preg\u200bnant", "health"),
        ("estoy emba\u00adrazada", "health"),
        ("я бере\u0301менна", "health"),
        ("I can't brea\u200bthe", "emergency"),
        ("somebody dial 9-1-1", "emergency"),
    ],
)
def test_signs_that_nobody_sees_hide_no_trouble(said, kind):
    trouble = trouble_in(said, "en", NAMES)
    assert trouble
    assert trouble.kind == kind


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_people_come_with_is_no_trouble(lang):
    calm = [row["say"] for row in rows(lang) if not row["kind"]]
    alarms = {say: trouble for say in calm if (trouble := trouble_in(say, "en", NAMES))}
    assert len(alarms) <= ALARMS_ALLOWED * len(calm), alarms


def test_there_are_enough_sentences_each_once_and_of_every_kind():
    for lang in LANGUAGES:
        of_lang = list(rows(lang))
        troubled = [row for row in of_lang if row["kind"]]
        assert min(len(troubled), len(of_lang) - len(troubled)) >= 60
        assert {row["kind"] for row in troubled} == set(KINDS)
        assert len({row["say"] for row in of_lang}) == len(of_lang)


def test_languages_are_mixed_and_the_gravest_is_heard():
    assert trouble_in("привет, i am pregnant", "ru", ()) == Trouble("health")
    assert trouble_in("Booking for Friday, estoy embarazada", "en", ()) == Trouble("health")
    assert trouble_in("I am pregnant and your masseur groped me", "en", ()) == Trouble("harassment")
    assert trouble_in("I was charged twice and i can't breathe", "en", ()) == Trouble("emergency", emergency=True)
    assert trouble_in("chest pain after surgery, may I have a massage", "en", ()) == Trouble("health", emergency=True)


@pytest.mark.parametrize(
    ("always", "now"),
    [
        ("nuts make my throat swell, what is in the scrub", "my throat is swelling"),
        ("las nueces me cierran la garganta", "se me está cerrando la garganta"),
        ("от орехов у меня опухает горло", "у меня опухает горло, помогите"),
        ("від горіхів у мене набрякає горло", "у мене набрякає горло"),
        ("מאגוזים הגרון שלי מתנפח", "הגרון שלי מתנפח"),
    ],
)
def test_what_a_body_does_at_times_is_told_apart_from_what_it_does_now(always, now):
    assert trouble_in(always, "en", ()) == Trouble("health", emergency=True)
    assert trouble_in(now, "en", ()) == Trouble("emergency", emergency=True)


def test_what_the_house_calls_something_is_none():
    assert trouble_in("A Pre-Natal Massage tomorrow", "en", ["Pre-natal Massage"]) is None
    assert trouble_in("a massage, I am pregnant", "en", ["Massage for Pregnancy"]) == Trouble("health")
    assert trouble_in("no sunburn, just the facial; sin sunburn", "en", ["Sunburn Relief"]) is None
    assert trouble_in("I have a bad sunburn", "en", ["Sunburn Relief"]) == Trouble("health")


def test_what_is_sold_says_where_harm_was_done():
    for name, said in (
        ("Hot Stone", "Your hot stone burned my back"),
        ("Pedicure", "My pedicure gave me an infection"),
    ):
        assert trouble_in(said, "en", [name]) == Trouble("injury_here")


def test_every_letter_of_every_script_is_nothing_by_itself():
    for text in ("", "   ", "123", "…", "💆", "אבג", "日本語", "a" * 2000, "\x00"):
        assert trouble_in(text, "en", ("", "a*b")) is None


def test_going_on_is_heard_in_each_language():
    for text in ("ok, go on", "continuar", "продолжить", "продовжити", "להמשיך"):
        assert goes_on(text)
    assert not goes_on("tomorrow at three")


def test_a_transcript_keeps_the_kind_alone():
    assert marker(Trouble("health", emergency=True)) == "[health]"


def test_every_file_has_every_kind():
    for lang in LANGUAGES:
        path = Path(hearing.__file__).with_name(f"{lang}.toml")
        kinds = set(tomllib.loads(path.read_text(encoding="utf-8"))["trouble"])
        assert kinds == {*KINDS, *BESIDES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [*KINDS, "self_harm", AGAIN])
def test_an_answer_is_short_says_sorry_once_where_harm_was_done_and_where_a_person_is(lang, kind):
    variants = len(replies._sentences(lang)[f"care_{kind}"])
    for variant in range(variants):
        said = care_sentence(kind, lang, variant=variant, **FACTS)
        assert len(said) <= LIMIT
        assert not {"{", "}", "!", "?"} & set(said)
        assert said.lower().count(SORRY[lang]) == (kind not in QUIET)
        assert (FACTS["phone"] in said) == (kind != "indecent")
        assert (FACTS["promise"] in said) == (kind not in QUIET)
        assert said.count("911") == (kind in {"distress", "emergency", "self_harm", "harassment", "injury_here"})
        assert said.count("988") == (kind in {"distress", "self_harm"})
    assert care_sentence(kind, lang, variant=variants, **FACTS) == care_sentence(kind, lang, **FACTS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_known_is_not_said(lang):
    every = [care_sentence(kind, lang) for kind in (*KINDS, AGAIN)]
    assert not [said for said in every if "  " in said or " ." in said or ", ." in said or "{" in said]
    assert care_sentence("health", lang, emergency=True).count("911") == 1
    plainest = care_sentence("health", lang)
    assert all(care_sentence("health", lang, emergency=True, variant=n).endswith(plainest) for n in range(3))
    there = care_sentence("lost_thing", lang, **FACTS)
    assert care_sentence("lost_thing", lang, reachable=False, **FACTS) != there


def test_all_languages_have_the_same_sentences():
    every = replies._every_language()
    assert set(every) == set(LANGUAGES)
    assert len({tuple(sorted(sentences)) for sentences in every.values()}) == 1
    for key, english in every["en"].items():
        assert len({len(sentences[key]) for sentences in every.values() if isinstance(english, list)}) <= 1
