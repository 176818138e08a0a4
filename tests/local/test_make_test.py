"""`make test` on a machine that lacks something: it goes on, and nobody overlooks what it could not prove."""

import os
import subprocess
import sys

import pytest

from infra.local import testing
from infra.local.chromium import HOW_TO_INSTALL
from infra.local.emulator_choice import EMBEDDED, GOOGLE
from infra.local.home import ROOT
from infra.local.startup_error import StartupError


@pytest.fixture
def no_browser(monkeypatch):
    def chromium():
        raise StartupError(f"The browser tests need Chromium: {HOW_TO_INSTALL}")

    monkeypatch.setattr(testing, "chromium", chromium)
    monkeypatch.delenv("CHROMIUM", raising=False)


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_it_says_so_and_goes_on(capsys):
    assert "CHROMIUM" not in testing.environment()
    assert capsys.readouterr().err == f"The browser tests need Chromium: {HOW_TO_INSTALL}\n"


@pytest.mark.usefixtures("no_browser")
def test_a_browser_that_somebody_named_and_that_does_not_run_is_a_mistake(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(StartupError, match="need Chromium"):
        testing.environment()


@pytest.mark.usefixtures("no_browser")
def test_every_test_is_told_the_same_emulators(monkeypatch):
    monkeypatch.setenv("EMULATORS", EMBEDDED)
    assert testing.environment()["EMULATORS"] == EMBEDDED
    monkeypatch.delenv("EMULATORS")
    assert testing.environment()["EMULATORS"] in {EMBEDDED, GOOGLE}
    monkeypatch.setenv("EMULATORS", "amazon")
    with pytest.raises(StartupError, match="EMULATORS must be"):
        testing.environment()


def run(*words, **environment):
    told = os.environ | {"EMULATORS": EMBEDDED} | environment
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    done = subprocess.run(words, cwd=ROOT, env=told, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_the_summary_names_what_only_a_browser_could_prove(tmp_path):
    said = run("tests/e2e/test_chat_page.py", CHROMIUM=str(tmp_path / "none"))
    assert "NOT PROVED on this machine" in said
    assert f"tests: NOT PROVED in a guest's browser: {HOW_TO_INSTALL}" in said
