"""Our own Firestore or Pub/Sub in the place of Google's emulator: in this process, without Java, forgetting nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from infra.local.home import Home
from infra.local.older_state import readable
from infra.local.stand_ins.firestore import FirestoreStandIn
from infra.local.stand_ins.pubsub import PubSubStandIn
from infra.local.stand_ins.store import Store


class Embedded:
    """A stand-in that is made when it is started; `host` is "127.0.0.1:port" of its gRPC, `url` of its controls."""

    def __init__(self, name: str, make: Callable[[], FirestoreStandIn | PubSubStandIn], *, home: Home) -> None:
        self.name = name
        self.host = ""
        self.url = ""
        self._home = home
        self._make = make
        self._stand_in: FirestoreStandIn | PubSubStandIn | None = None

    @property
    def stand_in(self) -> FirestoreStandIn | PubSubStandIn:
        """What has been started."""
        if self._stand_in is None:
            raise RuntimeError(f"{self.name} has not been started")
        return self._stand_in

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._stand_in is not None and self._stand_in.running

    def start(self) -> Self:
        """Start it with what it knew; say it in one sentence when that is not ours to read."""
        with readable(self._home):
            self._stand_in = self._make()
        self._stand_in.start()
        self.host, self.url = self._stand_in.host, self._stand_in.url
        return self

    def stop(self) -> None:
        """Stop it, if it has been started; what it knows stays in its file."""
        if self._stand_in is not None:
            self._stand_in.stop()
            self._stand_in.store.close()


def embedded_firestore(home: Home, *, durable: bool) -> Embedded:
    """Return our Firestore, which keeps its documents in the home or forgets them with its end."""
    return Embedded("firestore", lambda: FirestoreStandIn(_file(home, "firestore", durable=durable)), home=home)


def embedded_pubsub(home: Home, *, durable: bool) -> Embedded:
    """Return our Pub/Sub, which keeps its messages in the home or forgets them with its end."""
    return Embedded("pubsub", lambda: PubSubStandIn(store=Store(_file(home, "pubsub", durable=durable))), home=home)


def _file(home: Home, name: str, *, durable: bool) -> Path | None:
    return home.stores / f"{name}.sqlite" if durable else None
