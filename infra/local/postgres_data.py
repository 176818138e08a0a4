"""Where a PostgreSQL server keeps its data, and as whom it runs."""

import contextlib
import os
import secrets
import shutil
import signal
from pathlib import Path
from typing import TypedDict

from infra.local.children import Command
from infra.local.home import shared_twin
from infra.local.postgres_binaries import as_root, reachable_folder, unprivileged_user
from infra.local.postgres_throwaway import throwaway_place
from infra.local.records import command_line
from infra.local.startup_error import StartupError
from infra.local.waiting import holds_within

_SECONDS_TO_END = 8


class Identity(TypedDict, total=False):
    """As whom to run a command; empty means as ourselves."""

    user: str
    group: int


def identity() -> Identity:
    """Return the user that PostgreSQL runs as."""
    if not as_root():
        return {}
    user = unprivileged_user()
    return {"user": user.pw_name, "group": user.pw_gid}


class DataFolder:
    """The data of one server and its password; one that is not durable is made afresh and removed at the end."""

    def __init__(self, wanted: Path, *, durable: bool) -> None:
        self._durable = durable
        self.place = _place(wanted) if durable else throwaway_place(_parent(wanted))
        self.place.mkdir(parents=True, exist_ok=True)
        _give(self.place)
        self.data = self.place / "data"

    @property
    def password(self) -> str:
        """The password of the server's one user."""
        return (self.place / "password").read_text()

    def prepare(self, *, initdb: Path, user: str, log: Path) -> None:
        """Make the data folder if there is none, and end a server that a crash left behind on it."""
        if not (self.data / "global/pg_control").exists() or not (self.data / "ready-made").exists():
            self._initialise(initdb=initdb, user=user, log=log)
        _end_server(self.data / "postmaster.pid", self.data)

    def remove_if_throwaway(self) -> None:
        """Leave nothing behind of a test's server."""
        if not self._durable:
            shutil.rmtree(self.place, ignore_errors=True)

    def ready(self, pid: int) -> bool:
        """Read what the server writes about itself: its id in the first line, its state in the eighth."""
        with contextlib.suppress(FileNotFoundError, IndexError):
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            return lines[0] == str(pid) and lines[7].strip() == "ready"
        return False

    def _initialise(self, *, initdb: Path, user: str, log: Path) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        password = self.place / "password"
        password.touch(mode=0o600)
        password.write_text(secrets.token_hex(16))
        _give(password)
        words = [str(initdb), "-D", str(self.data), f"--username={user}", f"--pwfile={password}", "--no-instructions"]
        words += ["--auth=scram-sha-256", "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync"]
        if Command(words, cwd=self.place, **identity()).spawn(log).wait() != 0:
            raise StartupError(f"PostgreSQL could not make its data folder; it says why in {log}")
        (self.data / "ready-made").touch()


def _give(path: Path) -> None:
    """Hand a file of ours to the user that PostgreSQL runs as."""
    if as_root():
        user = unprivileged_user()
        os.chown(path, user.pw_uid, user.pw_gid)


def _place(wanted: Path) -> Path:
    if not as_root():
        return wanted
    reachable_folder()
    return shared_twin(wanted)


def _parent(wanted: Path) -> Path:
    folder = reachable_folder() if as_root() else wanted.parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _end_server(pid_file: Path, data: Path) -> None:
    """End the server that this file speaks of; a file whose process is gone, or somebody else by now, is removed."""
    with contextlib.suppress(FileNotFoundError, ValueError, IndexError):
        pid = int(pid_file.read_text().splitlines()[0])
        for number in (signal.SIGINT, signal.SIGKILL):
            if str(data) not in command_line(pid):
                break
            os.kill(pid, number)
            holds_within(_SECONDS_TO_END, lambda: not command_line(pid))
    pid_file.unlink(missing_ok=True)
