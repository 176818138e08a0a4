"""A legal document is kept as it was published, version by version."""

import re
from datetime import date
from pathlib import Path

import pytest

from infra import legal
from shared_lib.kernel.errors import NotFound
from shared_lib.web.legal.documents import (
    BEFORE_PAYING,
    TEXTS,
    TITLES,
    LegalDocument,
    LegalVersion,
    documents_in_force,
    legal_documents,
)


def test_no_version_that_was_published_has_changed_or_vanished():
    """A changed text is a new file; `make legal` locks it."""
    assert legal.digests(TEXTS) == legal.read_lock(legal.LOCK)


@pytest.mark.parametrize("name", TITLES)
def test_versions_are_named_in_the_order_in_which_they_came_into_force(name):
    versions = legal_documents()[name].versions
    assert versions
    assert all(re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", one.version) for one in versions)
    assert all(one.changed.endswith(".") and one.text.startswith("<p>") for one in versions)
    days = [one.in_force_from for one in versions]
    assert days == sorted(set(days), reverse=True)


def test_the_version_in_force_follows_the_day():
    one, two = (LegalVersion("terms", f"2026-{month}", date(2026, month, 15), "", "") for month in (11, 12))
    terms = LegalDocument("terms", (two, one))
    on = {day: terms.in_force(date.fromisoformat(day)).version for day in ("2026-10-01", "2026-12-14", "2026-12-15")}
    assert on == {"2026-10-01": "2026-11", "2026-12-14": "2026-11", "2026-12-15": "2026-12"}
    with pytest.raises(NotFound):
        terms.version("2020-01")


def test_a_guest_accepts_what_is_in_force():
    assert tuple(one.document for one in documents_in_force(date(2026, 11, 25))) == BEFORE_PAYING


@pytest.fixture
def published(tmp_path, monkeypatch) -> Path:
    """A folder with one version that is locked."""
    (tmp_path / "texts/terms").mkdir(parents=True)
    (tmp_path / "texts/terms/2026-11.html").write_text("as published")
    monkeypatch.setattr(legal, "TEXTS", tmp_path / "texts")
    monkeypatch.setattr(legal, "LOCK", tmp_path / "versions.lock")
    assert legal.main() == 0
    return tmp_path


def test_a_new_version_is_added_to_the_lock(published):
    (published / "texts/terms/2026-12.html").write_text("new")
    before = legal.read_lock(legal.LOCK)
    assert legal.main() == 0
    after = legal.read_lock(legal.LOCK)
    assert set(after) - set(before) == {"terms/2026-12.html"}
    assert before.items() <= after.items()


def test_a_published_version_is_not_locked_again_in_other_words(published, capsys):
    before = legal.LOCK.read_text()
    text = published / "texts/terms/2026-11.html"
    text.write_text("other words")
    assert legal.main() == 1
    text.unlink()
    assert legal.main() == 1
    assert capsys.readouterr().err.count("terms/2026-11.html") == 2
    assert legal.LOCK.read_text() == before
