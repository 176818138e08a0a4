"""Runs functions as the cloud does: started by the first call, and started again when they have died."""

import asyncio
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from infra.local.children import Child, Children, Command
from infra.local.home import ROOT
from infra.local.ports import free_port
from infra.local.startup_error import StartupError

_AT_ONCE = 2
"""More starting at the same moment would only slow each other down."""
_SECONDS_TO_START = 60
_STEP = 0.03
_THREADS = 4 * (os.cpu_count() or 1)
"""What the framework takes where nothing is said."""


class Functions:
    """The functions of one folder; `settings` returns a function's environment by its name.

    The coroutines belong to one event loop; the other methods may be called from any thread.
    """

    def __init__(
        self,
        *,
        children: Children,
        settings: Callable[[str], Mapping[str, str]],
        folder: Path = ROOT / "functions",
    ) -> None:
        self._children = children
        self._settings = settings
        self._folder = folder
        self._begun: dict[str, Child] = {}
        self._ports: dict[str, int] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._starting = asyncio.Semaphore(_AT_ONCE)
        self._closed = False

    def exists(self, name: str) -> bool:
        """Tell whether there is such a function."""
        return (self._folder / name / "main.py").is_file()

    def capacity(self, name: str) -> int:
        """Return how many requests a function takes at a time, in all of its processes."""
        settings = self._settings(name)
        return int(settings.get("WORKERS", 1)) * int(settings.get("THREADS", _THREADS))

    async def port(self, name: str) -> int:
        """Return the port on which a function answers, starting it first where needed; raises if it can't."""
        if (port := self._answering(name)) is not None:
            return port
        async with self._locks.setdefault(name, asyncio.Lock()), self._starting:
            if (port := self._answering(name)) is not None:
                return port
            return await self._start(name)

    def pid(self, name: str) -> int | None:
        """Return the process id of a function that runs."""
        child = self._begun.get(name)
        return child.pid if child and child.alive else None

    def kill(self, name: str) -> None:
        """End a function as `kill -9` does; the next call starts it again."""
        if name in self._begun:
            self._begun[name].kill()

    def stop(self) -> None:
        """Stop all, for good."""
        self._closed = True
        for child in self._begun.values():
            child.ask_to_stop()
        for child in self._begun.values():
            self._children.stop(child, patience=3)
        self._begun.clear()

    def _answering(self, name: str) -> int | None:
        return self._ports.get(name) if self.pid(name) else None

    async def _start(self, name: str) -> int:
        if self._closed:
            raise StartupError("The local system is stopping.")
        self._ports.pop(name, None)
        if died := self._begun.pop(name, None):
            self._children.forget(died)
        port = free_port()
        child = self._begun[name] = self._children.start(name, self._command(name, port))
        if not await _listens(child, port):
            await asyncio.to_thread(self._children.stop, child)
            raise StartupError(f"{name} could not start; in {child.log} it says: {child.last_words()}")
        self._ports[name] = port
        return port

    def _command(self, name: str, port: int) -> Command:
        words = [sys.executable, str(Path(sys.executable).parent / "functions-framework"), "--target", name]
        words += ["--source", str(self._folder / name / "main.py"), "--host", "127.0.0.1", "--port", str(port)]
        env = {key: value for key, value in os.environ.items() if key not in {"PORT", "HOST", "DEBUG"}}
        return Command(words, env=env | {"PYTHONPATH": str(ROOT)} | dict(self._settings(name)))


async def _listens(child: Child, port: int) -> bool:
    """Wait until the child listens: the framework does when the function is loaded."""
    end = time.monotonic() + _SECONDS_TO_START
    while child.alive and time.monotonic() < end:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(_STEP)
        else:
            writer.close()
            return True
    return False
