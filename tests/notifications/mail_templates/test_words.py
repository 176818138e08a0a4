"""Words of mails stand in language files alone: all of them in each, each of them in some mail."""

import json
import re
import tomllib
from string import Formatter

import pytest

from infra.local.mails.catalogue import catalogue
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.notifications.adapters.mail_templates import words
from shared_lib.notifications.adapters.mail_templates.words import SHARED, Words
from shared_lib.notifications.mail import MailKind

TEMPLATES = words.FOLDER.parent / "templates"
MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|<!--.*?-->", re.DOTALL)
LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")
CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def sheet(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


ENGLISH = sheet(words.FOLDER / "en.toml")


def facts(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def marked(table, key, sentence):
    """Return a sentence that says where it stands, and the facts that it would have said."""
    named = "".join(f"{{{name}}}" for _, name, _, _ in Formatter().parse(sentence) if name)
    return "rtl" if key == "direction" else f"«{table}.{key}»{named}"


@pytest.fixture
def another_language(tmp_path, monkeypatch):
    """A language from right to left that has no words but names of sentences."""
    lines = [
        line
        for table, sentences in ENGLISH.items()
        for line in (
            f"[{table}]",
            *(f"{key} = {json.dumps(marked(table, key, said))}" for key, said in sentences.items()),
        )
    ]
    (tmp_path / "xx.toml").write_text("\n".join(lines), encoding="utf-8")
    caches = (words.languages, words.sentences, words._sheet)
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    for cache in caches:
        cache.cache_clear()
    yield "xx"
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("path", sorted(words.FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_kind_has_all_its_words_in_every_language(path):
    """The manager reads English: what is written to guests is in all languages."""
    theirs = sheet(path)
    assert theirs.keys() >= {SHARED, *MailKind} - {MailKind.MANAGER_ALERT}
    for table, sentences in theirs.items():
        assert {key: facts(said) for key, said in sentences.items()} == {
            key: facts(said) for key, said in ENGLISH[table].items()
        }, table


def test_every_alert_says_what_happened_and_what_to_do():
    said = ENGLISH[MailKind.MANAGER_ALERT]
    assert [kind for kind in AlertKind for end in ("", "_happened", "_do") if kind + end not in said] == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_no_sentence_stands_in_a_template(path):
    source = path.read_text(encoding="utf-8")
    assert re.findall(r"[^\W\d_]{2,}", MARKUP.sub("", source)) == []
    literals = [one or other for code in CODE.findall(source) for one, other in LITERAL.findall(code)]
    assert [text for text in literals if re.search(r"[A-Z]|\w \w", text)] == []


def test_another_language_is_another_file_and_every_sentence_is_in_some_mail(another_language):
    mails = catalogue(another_language)
    said = " ".join(f"{mail.subject} {mail.html} {mail.text}" for mail in mails.values())
    silent = [f"{table}.{key}" for table in ENGLISH for key in ENGLISH[table] if f"«{table}.{key}»" not in said]
    assert silent == ["all.direction"]
    assert all('<html lang="xx" dir="rtl"' in mail.html for mail in mails.values())
    assert all("text-align: right" in mail.html for mail in mails.values())
    for name in ("confirmation", "changed", "cancellation", "receipt"):
        assert not re.search(r"\b(?:you|your|the|is|paid)\b", re.sub("«.*?»", "", mails[name].text), re.IGNORECASE)


def test_a_language_that_nobody_wrote_is_english_and_a_fact_that_nobody_gave_is_an_error():
    say = Words("tlh", MailKind.CODE, {"minutes": 10})
    assert say("preview") == "It is inside, and good for 10 minutes."
    with pytest.raises(KeyError):
        say("opening")
