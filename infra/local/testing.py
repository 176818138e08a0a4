"""`make test` sets up what the tests need, then runs them; `make coverage` prints what they covered too."""

import os
import sys

from infra.local.chromium import chromium
from infra.local.cloud_sdk import jar, java
from infra.local.home import ROOT
from infra.local.startup_error import StartupError

_SIDE_BY_SIDE = ("-n", "2", "--dist", "loadfile")
"""Two at once, a file at a time: most of a test is waiting for a server, and what a file starts it starts once."""

_FORKS = {"GRPC_ENABLE_FORK_SUPPORT": "0"}
"""What is forked to become PostgreSQL as another user must not wake gRPC's threads first: it may die of it."""


def environment() -> dict[str, str]:
    """Return what the tests are told; raise Trouble for what is missing and can't be installed."""
    java()
    jar("firestore")
    jar("pubsub")
    data_file = ROOT / ".local/coverage/.coverage"
    data_file.parent.mkdir(parents=True, exist_ok=True)
    return os.environ | {"CHROMIUM": chromium(), "COVERAGE_FILE": str(data_file)} | _FORKS


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
