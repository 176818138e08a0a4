"""Firestore and Pub/Sub of one local system, whoever plays them."""

from dataclasses import dataclass
from typing import Protocol

from infra.local.children import Children
from infra.local.emulator_choice import EMBEDDED
from infra.local.emulators import FirestoreEmulator, PubSubEmulator
from infra.local.home import Home


class CloudService(Protocol):
    """One of the two: `host` is "127.0.0.1:port" of its gRPC, `url` of its controls, "" where it has none."""

    name: str
    host: str
    url: str

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""

    def start(self) -> object:
        """Start it."""

    def stop(self) -> None:
        """Stop it, if it has been started."""


@dataclass(frozen=True)
class CloudServices:
    """The two of one local system; `emulators` is "google" or "embedded"."""

    emulators: str
    firestore: CloudService
    pubsub: CloudService

    def controls(self) -> dict[str, str]:
        """Return where those that can be told to misbehave take it, by name."""
        return {service.name: service.url for service in (self.firestore, self.pubsub) if service.url}


def cloud_services(emulators: str, *, home: Home, children: Children, durable: bool) -> CloudServices:
    """Return the two as chosen, not started; `durable` ones bring what they know over a restart, as far as they can."""
    if emulators == EMBEDDED:
        from infra.local.embedded import embedded_firestore, embedded_pubsub

        firestore, pubsub = embedded_firestore(home, durable=durable), embedded_pubsub(home, durable=durable)
        return CloudServices(emulators, firestore, pubsub)
    kept = home.firestore if durable else None
    return CloudServices(emulators, FirestoreEmulator(children, kept=kept), PubSubEmulator(children))
