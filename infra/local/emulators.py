"""Google's own Firestore and Pub/Sub emulators, started directly: the SDK's wrapper leaves children behind."""

import http.client
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Self

from infra.local.children import Child, Children, Command
from infra.local.cloud_sdk import jar, java
from infra.local.home import ROOT
from infra.local.ports import free_port
from infra.local.session_archive import SessionArchive
from infra.local.startup_error import StartupError
from infra.local.waiting import holds_within

_SECONDS_TO_START = 60
_LIGHT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m")
"""Start at once and stay small, rather than being fast in an hour."""


class Emulator(ABC):
    """One emulator on loopback; `host` is "127.0.0.1:port"; nobody can tell it to misbehave, so `url` stays ""."""

    name = "emulator"

    def __init__(self, children: Children) -> None:
        self._children = children
        self._child: Child | None = None
        self.host = ""
        self.url = ""

    @abstractmethod
    def words(self) -> list[str]:
        """Return what follows the name of the Java program, but for host and port."""

    def start(self) -> Self:
        """Start it and wait until it answers."""
        port = free_port()
        words = [java(), *_LIGHT, *self.words(), "--host=127.0.0.1", f"--port={port}"]
        child = self._children.start(self.name, Command(words))
        answered = holds_within(_SECONDS_TO_START, lambda: not child.alive or _says_ok(port)) and child.alive
        if not answered:
            self._children.stop(child)
            raise StartupError(f"The {self.name} emulator did not start; in {child.log} it says: {child.last_words()}")
        self._child, self.host = child, f"127.0.0.1:{port}"
        return self

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._child is not None and self._child.alive

    def stop(self) -> None:
        """Stop it."""
        if self._child is not None:
            self._children.stop(self._child)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


class FirestoreEmulator(Emulator):
    """Chat sessions, under the rules of firestore.rules; `kept` is a folder that brings them over a restart."""

    name = "firestore"

    def __init__(self, children: Children, *, rules: Path = ROOT / "firestore.rules", kept: Path | None = None) -> None:
        super().__init__(children)
        self._rules = rules
        self._archive = SessionArchive(kept) if kept else None

    def words(self) -> list[str]:
        """Name the class: the jar's own entry is the wrapper's."""
        words = ["-cp", str(jar(self.name)), "com.google.cloud.datastore.emulator.firestore.CloudFirestore", "start"]
        words += [f"--rules={self._rules}"] if self._rules.exists() else []
        return words + (self._archive.words() if self._archive else [])

    def stop(self) -> None:
        """Keep the sessions, then stop."""
        if self._archive and self.running:
            self._archive.save(self.host)
        super().stop()


class PubSubEmulator(Emulator):
    """Topics and subscriptions, with push, retries and dead letters."""

    name = "pubsub"

    def words(self) -> list[str]:
        """Start the jar."""
        return ["-jar", str(jar(self.name))]


def _says_ok(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
