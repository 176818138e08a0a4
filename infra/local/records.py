"""Which processes a start has left on the machine, so that the next one can end what a crash left behind."""

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from infra.local.waiting import holds_within

_PATIENCE = 5.0


def command_line(pid: int) -> str:
    """Return the words of a running process, or nothing when there is none."""
    if not Path("/proc/self").exists():
        asked = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return asked.stdout.strip()
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


class Records:
    """A file for each process: its id and its words, because ids are used again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, pid: int, words: Sequence[str]) -> None:
        """Note that this process is ours."""
        self._file(name).write_text(json.dumps({"pid": pid, "words": " ".join(words)}))

    def remove(self, name: str) -> None:
        """Note that it has ended."""
        self._file(name).unlink(missing_ok=True)

    def left_behind(self) -> Iterator[int]:
        """Return the ids of processes that are noted and still run what we started."""
        for file in sorted(self._folder.glob("*.pid")):
            with contextlib.suppress(ValueError, KeyError):
                noted = json.loads(file.read_text())
                if noted["words"] in command_line(noted["pid"]):
                    yield noted["pid"]

    def end_what_is_left(self) -> int:
        """End what a crash left behind and return how many it were; call it only under the lock of the system."""
        left = list(self.left_behind())
        for pid in left:
            _end(pid)
        for file in self._folder.glob("*.pid"):
            file.unlink()
        return len(left)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.pid"


def _end(pid: int) -> None:
    for number in (signal.SIGINT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, number)
        if holds_within(_PATIENCE, lambda: not command_line(pid)):
            return
