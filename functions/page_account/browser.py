"""What a browser carries: the session in which a guest proved who they are, and the proof that is under way."""

import base64
import dataclasses
import json
import re
import secrets
from typing import NamedTuple
from uuid import UUID

from flask import Request
from werkzeug.wrappers import Response

from shared_lib.bootstrap import Services
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import SESSION_LIFE, Guest, GuestSession
from shared_lib.kernel.errors import InvalidSignature, NotFound, StepUpNeeded, UnknownSession

SESSION, PROOF = "account", "proof"
PROOF_LIFE = 900
"""Seconds that a browser remembers which code it waits for: longer than a code lives."""
_OURS = re.compile(r"/(?:account|visit)(?:/[A-Za-z0-9._~/-]*)?(?:\?[A-Za-z0-9._~=&:%+-]*)?")


class SignedIn(NamedTuple):
    """A guest, and the session in which they proved who they are."""

    guest: Guest
    session: GuestSession


@dataclasses.dataclass(frozen=True, slots=True)
class PendingProof:
    """A proof under way: whoever has `holder` may type the code; `adds` says that it is for one more contact point.

    `typed` says that the guest wrote the address here, and may read it once more.
    """

    holder: str
    contact_point: ContactPoint
    next: str
    adds: bool = False
    typed: bool = False

    @classmethod
    def begin(cls, contact_point: ContactPoint, *, to: str, adds: bool = False, typed: bool = False) -> "PendingProof":
        """Return a proof that nobody else can end."""
        return cls(f"page:{secrets.token_urlsafe(24)}", contact_point, to, adds, typed)


def own_path(asked: str | None) -> str:
    """Return where a guest wanted to go, if it is a page of theirs; else the first one."""
    inside = asked and _OURS.fullmatch(asked) and "//" not in asked and ".." not in asked
    return asked if asked and inside else "/account"


def signed_in(request: Request, deps: Services) -> SignedIn:
    """Return who is signed in; raise UnknownSession."""
    try:
        session_id = UUID(deps.signer.read(request.cookies.get(_name(SESSION, deps), ""), purpose=SESSION))
        session = deps.guest_sessions.get(session_id, now=deps.clock())
        return SignedIn(deps.guests.get(session.guest_id), session)
    except (InvalidSignature, NotFound, ValueError) as error:
        raise UnknownSession("nobody is signed in here") from error


def proved_just_now(request: Request, deps: Services) -> SignedIn:
    """Return who is signed in and typed a code just now; raise UnknownSession or StepUpNeeded."""
    who = signed_in(request, deps)
    if not who.session.is_fresh(deps.clock()):
        raise StepUpNeeded("the last code is too old")
    return who


def keep_session(response: Response, session: GuestSession, deps: Services) -> None:
    """Let the browser carry a session."""
    token = deps.signer.sign(session.id.hex, purpose=SESSION)
    _set(response, SESSION, token, int(SESSION_LIFE.total_seconds()), deps)


def forget_session(response: Response, deps: Services) -> None:
    """Let the browser forget its session."""
    _set(response, SESSION, "", 0, deps)


def keep_proof(response: Response, proof: PendingProof, deps: Services) -> None:
    """Let the browser carry a proof under way, sealed: it names an address."""
    point = proof.contact_point
    plain = json.dumps([proof.holder, point.channel, point.address, proof.next, proof.adds, proof.typed])
    sealed = base64.urlsafe_b64encode(deps.cipher.seal(plain, purpose=PROOF)).decode()
    _set(response, PROOF, sealed, PROOF_LIFE, deps)


def forget_proof(response: Response, deps: Services) -> None:
    """Let the browser forget the proof that was under way."""
    _set(response, PROOF, "", 0, deps)


def pending_proof(request: Request, deps: Services) -> PendingProof | None:
    """Return the proof under way, None where there is none."""
    try:
        sealed = base64.urlsafe_b64decode(request.cookies.get(_name(PROOF, deps), ""))
        holder, channel, address, to, adds, typed = json.loads(deps.cipher.open(sealed, purpose=PROOF))
    except (InvalidSignature, ValueError):
        return None
    return PendingProof(holder, ContactPoint(Channel(channel), address), own_path(to), adds, typed)


def _name(cookie: str, deps: Services) -> str:
    return f"__Host-{cookie}" if _secure(deps) else cookie


def _secure(deps: Services) -> bool:
    return deps.public_url.startswith("https:")


def _set(response: Response, cookie: str, value: str, seconds: int, deps: Services) -> None:
    response.set_cookie(
        _name(cookie, deps), value, max_age=seconds, secure=_secure(deps), httponly=True, samesite="Lax"
    )
