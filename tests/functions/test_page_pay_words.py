"""The payment page speaks the language of the booking: all its words in each, and none of ours in English beside it."""
# ruff: noqa: RUF001 -- Cyrillic and Hebrew letters are meant

import html
import re
import tomllib
from collections.abc import Iterator
from string import Formatter

import pytest

from functions.page_pay.page_words import FOLDER, page_words
from infra.local.stand_ins.faults import Faults
from shared_lib.kernel.locales import ENGLISH, LANGUAGES
from shared_lib.web.legal.documents import TITLES
from shared_lib.web.page_errors import WORDS
from tests.functions.test_page_pay import COMPLETED, ORIGIN, guest, house  # noqa: F401 -- fixtures

TRANSLATED = [lang for lang in LANGUAGES if lang != ENGLISH]
TEMPLATES = FOLDER.with_name("templates")
SILENT = {"in_english", "last_comma"}
"""What some languages leave empty."""
ALIKE = {"minutes", "subtotal", "total"}
"""What Spanish says as English does."""
OF_OTHERS = re.compile(
    r'<p[^>]*lang="en".*?</p>|<(?:style|script).*?</(?:style|script)>|<[^>]*>|CoreSync|Stripe|Swedish Massage|Hot Stone'
    r"|Anna|Treatment Room \d|CS-[\d-]+",
    re.DOTALL,
)
"""What the owner, the price book and others have named, and markup."""


def sheet(lang):
    return tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


def facts(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def told(lang, table=None, prefix="") -> Iterator[tuple[str, str]]:
    """Yield each sentence of a language with its key, of tables with their names before it."""
    for key, said in (sheet(lang) if table is None else table).items():
        yield from told(lang, said, f"{prefix}{key}.") if isinstance(said, dict) else [(prefix + key, said)]


def words_of(lang) -> set[str]:
    return {word for _, text in told(lang) for word in re.findall(r"\w{3,}", re.sub(r"{.*?}", "", text.lower()))}


def shown(page: str) -> str:
    """Return the words of a page that are ours, with those that only a screen reader says."""
    labels = " ".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', page))
    return html.unescape(OF_OTHERS.sub(" ", f"{page} {labels}"))


@pytest.mark.parametrize("lang", TRANSLATED)
def test_each_language_says_the_same_with_the_same_facts_and_has_words_for_every_error(lang):
    english, theirs = dict(told(ENGLISH)), dict(told(lang))
    errors = {f"errors.{status}.{part}" for status in WORDS for part in ("title", "sentence")}
    assert theirs.keys() == english.keys() | errors
    assert {key: facts(theirs[key]) for key in english} == {key: facts(said) for key, said in english.items()}
    assert {key for key, said in theirs.items() if not said} <= SILENT
    assert {key for key in english if english[key] == theirs[key] != ""} <= ALIKE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_in_the_tone_of_the_house_and_in_some_template(lang):
    named = " ".join(path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir())
    for key, said in told(lang):
        assert not re.search(r"[!¡]|  ", said), key
        assert re.search(rf"""["']{re.escape(key)}["']""", named) or "." in key, key


def test_the_footer_calls_a_legal_document_as_the_house_does():
    assert {name: page_words(ENGLISH).footer(name) for name in TITLES} == TITLES


@pytest.mark.parametrize(
    ("lang", "direction", "said"),
    [
        ("he", "rtl", ("שמור לכם עד", "יום שישי", "מדיניות הביטול", "המדיניות והמסמכים כתובים באנגלית", "60\u00a0דק׳")),
        (
            "es",
            "ltr",
            ("Reservada hasta las 10:10", "Viernes 20 de noviembre", "Política de cancelación", "están en inglés"),
        ),
    ],
)
def test_a_guest_meets_no_english_of_ours_in_any_state_of_the_page(house, guest, lang, direction, said):  # noqa: F811
    booking = house.hold(add_on_ids=("hot-stone",), lang=lang)
    pages = [guest.look(booking), guest.accept(booking, accept_policy=None)]
    assert all(words in pages[0].text for words in said)
    house.stripe.faults = Faults(error_rate=1)
    pages.append(guest.accept(booking))
    house.stripe.faults = Faults()
    url = guest.accept(booking).headers["Location"]
    [session] = house.stripe.state()["sessions"]
    assert session["locale"] == {"he": "auto", "es": "es-419"}[lang]
    house.pay(url)
    pages.append(guest.look(booking, **{"from": "stripe"}))
    house.tell(COMPLETED)
    pages.append(guest.look(booking))
    house.cancel(booking)
    pages.append(guest.look(booking))
    ended = house.hold(contact=None, lang=lang)
    pages.append(guest.look(ended))
    house.wait(10)
    pages.append(guest.look(ended))
    assert [page.status_code for page in pages] == [200, 400, 503, 200, 200, 410, 200, 410]
    english = words_of(ENGLISH) - words_of(lang)
    for page in pages:
        assert f'<html lang="{lang}" dir="{direction}"' in " ".join(page.text.split())
        assert not english & set(re.findall(r"\w+", shown(page.text).lower()))
        assert "New York" not in page.text


def test_where_no_booking_is_known_the_page_follows_the_browser(guest):  # noqa: F811
    for wanted, said in {"he-IL,en;q=0.5": "אין ביקור מאחורי", "fr, en;q=0.5": "There is no visit behind"}.items():
        answer = guest._client.get("/pay/x", base_url=ORIGIN, headers={"Accept-Language": wanted})
        assert answer.status_code == 404
        assert said in answer.text
    form = {"base_url": ORIGIN, "data": {"csrf_token": "x"}, "headers": {"Accept-Language": "uk"}}
    refused = guest._client.post("/pay/x", **form)
    assert refused.status_code == 403
    assert "Цю форму не можна прийняти" in refused.text
