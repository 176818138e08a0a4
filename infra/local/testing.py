"""`make test` sets up what the tests need, then runs them; `make coverage` prints what they covered too."""

import os
import sys

from infra.local.chromium import chromium
from infra.local.emulator_choice import chosen_emulators
from infra.local.home import ROOT
from infra.local.startup_error import StartupError

_SIDE_BY_SIDE = ("-n", "2", "--dist", "loadfile")
"""Two at once, a file at a time: most of a test is waiting for a server, and what a file starts it starts once."""

_FORKS = {"GRPC_ENABLE_FORK_SUPPORT": "0"}
"""What is forked to become PostgreSQL as another user must not wake gRPC's threads first: it may die of it."""


def environment() -> dict[str, str]:
    """Return what the tests are told; raise StartupError for what was asked for and is not there."""
    data_file = ROOT / ".local/coverage/.coverage"
    data_file.parent.mkdir(parents=True, exist_ok=True)
    chosen = {"EMULATORS": chosen_emulators(), "COVERAGE_FILE": str(data_file)}
    return os.environ | chosen | _browser() | _FORKS


def _browser() -> dict[str, str]:
    """Return the browser, installed where that works; without one its tests skip, unless somebody named one."""
    try:
        return {"CHROMIUM": chromium()}
    except StartupError as trouble:
        if os.environ.get("CHROMIUM"):
            raise
        print(trouble, file=sys.stderr)
        return {}


def main(arguments: list[str]) -> None:
    """Become pytest, so that Ctrl-C and the exit status are its own."""
    try:
        told = environment()
    except StartupError as trouble:
        sys.exit(str(trouble))
    os.chdir(ROOT)
    os.execve(sys.executable, [sys.executable, "-m", "pytest", *_SIDE_BY_SIDE, *arguments], told)  # noqa: S606 -- no shell


if __name__ == "__main__":
    main(sys.argv[1:])
