"""Looks after what should run until it is stopped, and says so when it doesn't."""

import threading
from collections.abc import Callable, Mapping
from typing import Self

_PAUSE = 0.5
"""Seconds between two looks."""

Alive = Callable[[], bool]


class Watch:
    """Says one sentence for each part that ends by itself, and nothing of those that end with us."""

    def __init__(self, parts: Mapping[str, Alive], *, say: Callable[[str], None], logs: str) -> None:
        self._parts = dict(parts)
        self._say = say
        self._logs = logs
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._look_on, name="watch", daemon=True)

    def start(self) -> Self:
        """Look until `stop`."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Look no longer."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join()

    def _look_on(self) -> None:
        while not self._ending.wait(_PAUSE):
            for name in [name for name, alive in self._parts.items() if not alive()]:
                del self._parts[name]
                self._say(f"{name} has ended by itself; see {self._logs}, stop with Ctrl-C and start again: make run")
