"""Finds a Chromium for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from infra.local.startup_error import StartupError

HOW_TO_INSTALL = "apt-get install chromium, or name yours with CHROMIUM=/path/to/it"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_INSTALLERS = (
    [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"],
    ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
)


def find_chromium() -> str | None:
    """Return the program that CHROMIUM names, else one on the PATH, else Playwright's own; None when none runs."""
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else _NAMES:
        if (found := shutil.which(name)) and _runs(found):
            return found
    return None if named else _playwrights_own()


def chromium() -> str:
    """Return a Chromium, installed where there was none; raise StartupError when that does not work either."""
    if found := find_chromium():
        return found
    for words in _INSTALLERS:
        if shutil.which(words[0]) and subprocess.run(words, check=False).returncode == 0 and (found := find_chromium()):
            return found
    raise StartupError(f"The browser tests need Chromium: {HOW_TO_INSTALL}")


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = playwright.chromium.executable_path
    return program if Path(program).exists() and _runs(program) else None


def _runs(program: str) -> bool:
    """Tell whether it starts: a browser without its system libraries is none."""
    return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0
