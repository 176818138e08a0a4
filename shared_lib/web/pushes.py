"""Who may push events to us, and which events there are: asked for every push, in one place for all consumers."""

import dataclasses
import hmac
from typing import Protocol

from flask import Request

from shared_lib.kernel.errors import NotAuthenticated
from shared_lib.kernel.events import Event

TOKEN = "token"  # noqa: S105 -- the name of a parameter


class Caller(Protocol):
    """Whoever may push."""

    def verify(self, request: Request) -> None:
        """Raise NotAuthenticated unless the request is theirs."""
        ...


class Identity(Protocol):
    """Knows the token of one caller."""

    def verify(self, token: str) -> None:
        """Raise NotAuthenticated unless it is theirs."""
        ...


class KnownEvents(Protocol):
    """The events that were committed."""

    def knows(self, event: Event) -> bool:
        """Return whether exactly this one was: its id, its booking, its type and its version."""
        ...


@dataclasses.dataclass(frozen=True, slots=True)
class Pushes:
    """What a consumer of events asks before it believes one."""

    caller: Caller
    events: KnownEvents


@dataclasses.dataclass(frozen=True, slots=True)
class TokenCaller:
    """In the cloud: Pub/Sub signs each push with an identity token of its service account."""

    identity: Identity

    def verify(self, request: Request) -> None:
        """Raise NotAuthenticated without a token that is theirs."""
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer" or not token:
            raise NotAuthenticated("the caller's token is missing")
        self.identity.verify(token.strip())


@dataclasses.dataclass(frozen=True, slots=True)
class SecretCaller:
    """On one machine, where nobody signs as Google does: a secret stands in the address that is pushed to."""

    secret: str

    def verify(self, request: Request) -> None:
        """Raise NotAuthenticated without the secret."""
        if not hmac.compare_digest(request.args.get(TOKEN, "").encode(), self.secret.encode()):
            raise NotAuthenticated("the secret is not ours")
