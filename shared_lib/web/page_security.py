"""What guards a page: the headers of each answer, and the proof that a form was ours."""

import secrets
from collections.abc import Sequence
from urllib.parse import urlsplit

from flask import Request, Response, abort, g, request
from itsdangerous import BadData, URLSafeTimedSerializer

from shared_lib.web.http import STRICT_TRANSPORT

FORM_LIFE = 12 * 3600
"""Seconds that a form may stay open before it is sent; measured in real time, as all signatures are."""

TOKEN_FIELD = "csrf_token"  # noqa: S105 -- the name of a field
_LOOPBACK = ("127.0.0.1", "localhost")
_NOT_WANTED = "camera=(), microphone=(), geolocation=(), usb=()"


def page_headers(*, public_url: str, form_targets: Sequence[str] = ()) -> dict[str, str]:
    """Return the headers of every page; `form_targets` are origins that a form's answer may lead to."""
    headers = {
        "Content-Security-Policy": _content_policy(form_targets),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": _NOT_WANTED,
        # Not "no-referrer": with it, browsers send `Origin: null` with our own forms.
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if public_url.startswith("https:"):
        headers["Strict-Transport-Security"] = STRICT_TRANSPORT
    return headers


def _content_policy(form_targets: Sequence[str]) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": " ".join(["'self'", *form_targets]),
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def names_of(public_url: str) -> list[str]:
    """Return the host names that mean this site; on one machine both names of the loopback do."""
    host = urlsplit(public_url).hostname or ""
    return list(_LOOPBACK) if host in _LOOPBACK else [host]


def origins_of(public_url: str) -> frozenset[str]:
    """Return the origins that a form of ours may come from."""
    parts = urlsplit(public_url)
    port = f":{parts.port}" if parts.port else ""
    return frozenset(f"{parts.scheme}://{name}{port}" for name in names_of(public_url))


class FormGuard:
    """Lets a POST in only from our own origin, with the signed token that belongs to the browser's cookie."""

    def __init__(self, *, key: bytes, public_url: str) -> None:
        self._signer = URLSafeTimedSerializer(key, salt="form")
        self._origins = origins_of(public_url)
        self._secure = public_url.startswith("https:")
        self._cookie = "__Host-form" if self._secure else "form"

    def token(self) -> str:
        """Return the token for a form of the page that is being made; its cookie goes out with the page."""
        if "form_nonce" not in g:
            g.form_nonce = request.cookies.get(self._cookie) or secrets.token_urlsafe(18)
        return str(self._signer.dumps(g.form_nonce))

    def keep(self, response: Response) -> Response:
        """Send the cookie along where a form was made."""
        if "form_nonce" in g:
            response.set_cookie(self._cookie, g.form_nonce, secure=self._secure, httponly=True, samesite="Lax")
        return response

    def check(self, sent: Request) -> None:
        """Refuse with 403 what does not come from our own page in this browser."""
        if sent.headers.get("Origin") not in self._origins or not self._token_fits(sent):
            abort(403)

    def _token_fits(self, sent: Request) -> bool:
        nonce = sent.cookies.get(self._cookie, "")
        try:
            signed = self._signer.loads(sent.form.get(TOKEN_FIELD, ""), max_age=FORM_LIFE)
        except BadData:
            return False
        return bool(nonce) and secrets.compare_digest(str(signed).encode(), nonce.encode())
