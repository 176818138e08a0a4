"""One local system for each folder at a time."""

import fcntl
import os
from pathlib import Path
from typing import IO, Self

from infra.local.startup_error import StartupError


class RunLock:
    """Held while a system runs; the kernel lets go of it however the system ends."""

    def __init__(self, file: Path) -> None:
        self._path = file
        self._file: IO[str] | None = None

    def take(self) -> Self:
        """Take it, or raise StartupError that names who holds it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            file.close()
            raise StartupError(
                f"CoreSync already runs in this checkout (process {holder}); stop it first with Ctrl-C"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file
        return self

    def release(self) -> None:
        """Let go."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self.take()

    def __exit__(self, *_: object) -> None:
        self.release()
