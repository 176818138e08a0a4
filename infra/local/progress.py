"""What a person sees while the local system starts and stops."""

import contextlib
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TextIO


class Progress:
    """A line for each step when it is done, with its seconds; safe between threads."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._lock = threading.Lock()
        self._begin = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has been."""
        return time.monotonic() - self._begin

    def say(self, line: str) -> None:
        """Print one line at once."""
        with self._lock, contextlib.suppress(BrokenPipeError):
            print(line, file=self._out, flush=True)

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step; one that fails says nothing, because the sentence that ends the start will."""
        begin = time.monotonic()
        yield
        self.say(f"  {name:<36}{time.monotonic() - begin:6.1f} s")

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        """Print what is where."""
        self.say("")
        for name, address in rows:
            self.say(f"  {name:<16}{address}")
        self.say("")


class Silence(Progress):
    """Prints nothing: for tests."""

    def say(self, line: str) -> None:
        """Keep it."""
