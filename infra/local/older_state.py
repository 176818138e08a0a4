"""State that another version of CoreSync wrote, said to the person in front of it."""

import contextlib
import sqlite3
from collections.abc import Iterator

from infra.local.emulator_choice import GOOGLE
from infra.local.home import Home
from infra.local.startup_error import StartupError


@contextlib.contextmanager
def readable(home: Home) -> Iterator[None]:
    """Make one sentence of what goes wrong while state is read."""
    try:
        yield
    except (sqlite3.Error, KeyError, TypeError, ValueError) as error:
        why = f"{type(error).__name__}: {error}".partition("\n")[0]
        raise StartupError(
            f"{home.folder} holds what another version of CoreSync wrote ({why}); make reset wipes it, or name another"
            " folder: CORESYNC_HOME=/path make run"
        ) from error


def left_aside(home: Home, emulators: str) -> str:
    """Return a sentence when chat sessions are kept that the other choice of EMULATORS wrote, else ""."""
    other = home.stores / "firestore.sqlite" if emulators == GOOGLE else home.firestore
    if not other.exists():
        return ""
    return f"Chat sessions in {other} are not seen now: EMULATORS chose another Firestore. make reset wipes them"
