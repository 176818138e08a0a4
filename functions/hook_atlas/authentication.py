"""Whether a request comes from Atlas."""

import hmac
from collections.abc import Sequence

from flask import Request

from shared_lib.kernel.errors import InvalidSignature, NotAuthenticated
from shared_lib.web.signatures import TimedSignature

SIGNATURE = "X-Atlas-Signature"
"""`t=<unix>,v1=<hex>` over the body: Atlas sends none today, and one that comes has to be right."""


def require_genuine(request: Request, secrets: Sequence[str]) -> None:
    """Raise NotAuthenticated unless a secret of ours came along, and signed the body where it is signed."""
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not _is_one_of(given.strip(), secrets):
        raise NotAuthenticated("the secret is not ours")
    signature = request.headers.get(SIGNATURE)
    if signature is not None and not _signed(signature, request, secrets):
        raise NotAuthenticated("the signature is not ours")


def _is_one_of(given: str, secrets: Sequence[str]) -> bool:
    """Compare with every secret in force, in constant time."""
    return any([hmac.compare_digest(given.encode(), known.encode()) for known in secrets])  # noqa: C419 -- all of them


def _signed(header: str, request: Request, secrets: Sequence[str]) -> bool:
    return any(_verifies(TimedSignature(secret), header, request.get_data()) for secret in secrets)


def _verifies(signature: TimedSignature, header: str, body: bytes) -> bool:
    try:
        signature.verify(header, body)
    except InvalidSignature:
        return False
    return True
