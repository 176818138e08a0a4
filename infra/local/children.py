"""Processes that we start, each in a session of its own, and that end when we do."""

import contextlib
import dataclasses
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from infra.local.home import ROOT
from infra.local.records import Records
from infra.local.supervisor import group_lives, signal_group
from infra.local.waiting import holds_within

_PATIENCE = 5.0


@dataclasses.dataclass(frozen=True)
class Command:
    """What to run, and how: `ending` is the signal that asks it to stop; `user` None means ours."""

    words: Sequence[str]
    env: Mapping[str, str] | None = None
    cwd: Path = ROOT
    user: str | None = None
    group: int | None = None
    ending: signal.Signals = signal.SIGTERM

    def _identity(self) -> dict[str, Any]:
        return {} if self.user is None else {"user": self.user, "group": self.group, "extra_groups": []}

    def spawn(self, log: Path) -> subprocess.Popen[bytes]:
        """Start it, with its output at the end of a log."""
        with log.open("ab") as output:
            return subprocess.Popen(
                list(self.words),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=None if self.env is None else dict(self.env),
                cwd=self.cwd,
                start_new_session=True,
                **self._identity(),
            )


class Child:
    """One process of ours, with what it started itself."""

    def __init__(self, name: str, command: Command, log: Path) -> None:
        self.name = name
        self.log = log
        self.ending = command.ending
        self._process = command.spawn(log)
        self.pid = self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def ask_to_stop(self) -> None:
        """Send the signal by which it stops in order."""
        if self.alive:
            self._process.send_signal(self.ending)

    def kill(self) -> None:
        """End it and what it started at once, as `kill -9` does."""
        signal_group(self.pid, signal.SIGKILL)
        self._process.wait()

    def stopped_within(self, seconds: float) -> bool:
        """Wait until it and what it started are gone."""
        return holds_within(seconds, lambda: not self.alive and not group_lives(self.pid))

    def stop(self, patience: float = _PATIENCE) -> None:
        """Ask it to stop, and kill it when it has not after so many seconds."""
        self.ask_to_stop()
        if not self.stopped_within(patience):
            self.kill()

    def last_words(self, lines: int = 1) -> str:
        """Return the last lines of its log that say something."""
        with contextlib.suppress(FileNotFoundError):
            spoken = [line.strip() for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
            return "\n".join(spoken[-lines:])
        return ""


class Children:
    """All processes of one local system; a supervisor ends them when we are killed, `records` when it was too."""

    def __init__(self, *, logs: Path, records: Path) -> None:
        for folder in (logs, records):
            folder.mkdir(parents=True, exist_ok=True)
        self._logs = logs
        self._records = Records(records)
        self._lock = threading.Lock()
        self._supervisor: subprocess.Popen[str] | None = None

    def start(self, name: str, command: Command) -> Child:
        """Start a process that ends with us."""
        child = Child(name, command, self._logs / f"{name}.log")
        self._records.add(name, child.pid, command.words)
        self._send_line(f"watch {child.pid} {int(command.ending)}")
        return child

    def stop(self, child: Child, patience: float = _PATIENCE) -> None:
        """Stop one and forget it."""
        child.stop(patience)
        self.forget(child)

    def forget(self, child: Child) -> None:
        """Take note that a process has ended; what it started is ended too."""
        signal_group(child.pid, signal.SIGKILL)
        self._send_line(f"forget {child.pid}")
        self._records.remove(child.name)

    def close(self) -> None:
        """Let the supervisor go, which ends whatever is still watched."""
        with self._lock:
            supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None:
            supervisor.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _send_line(self, line: str) -> None:
        with self._lock:
            if self._supervisor is None:
                self._supervisor = _start_supervisor()
            if self._supervisor.stdin is not None:
                with contextlib.suppress(BrokenPipeError):
                    self._supervisor.stdin.write(line + "\n")
                    self._supervisor.stdin.flush()


def _start_supervisor() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "infra.local.supervisor"],
        stdin=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
