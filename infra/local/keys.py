"""Keys and secrets of one local system, made for its folder alone and kept in it."""

import base64
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Self

from infra.local.home import Home

_MAKERS: dict[str, Callable[[], str]] = {
    "stripe_api": lambda: f"sk_test_{secrets.token_hex(16)}",
    "stripe_webhook": lambda: f"whsec_{secrets.token_hex(16)}",
    "sendgrid_api": lambda: f"SG.{secrets.token_urlsafe(16)}.{secrets.token_urlsafe(24)}",
    "sms_token": lambda: secrets.token_hex(16),
    "sheets": lambda: secrets.token_urlsafe(24),
    "calendar": lambda: secrets.token_urlsafe(24),
    "push": lambda: secrets.token_urlsafe(24),
    "atlas": lambda: secrets.token_urlsafe(24),
    "manager_password": lambda: secrets.token_urlsafe(12),
}
_MANAGER = "manager@coresync.life"


class LocalKeys:
    """What would lie in Secret Manager and KMS; `words` are the secrets by name."""

    def __init__(self, *, words: dict[str, str], data_key_file: Path, signing_key_file: Path) -> None:
        self.words = words
        self.data_key_file = data_key_file
        self.signing_key_file = signing_key_file

    @classmethod
    def kept_in(cls, home: Home) -> Self:
        """Read what an earlier start made, and make what is missing; raise ValueError for what can't be read."""
        known = _object(home.secrets) if home.secrets.exists() else {}
        words = known | {name: make() for name, make in _MAKERS.items() if name not in known}
        if words != known:
            _write(home.secrets, json.dumps(words, indent=2))
        data_key, signing_key = home.keys / "data_key.json", home.keys / "signing_key"
        _make_once(data_key, lambda: json.dumps({"1": base64.b64encode(secrets.token_bytes(32)).decode()}))
        _make_once(signing_key, lambda: secrets.token_urlsafe(32))
        if not _object(data_key) or not signing_key.read_text().strip():
            raise ValueError("a key is empty")
        return cls(words=words, data_key_file=data_key, signing_key_file=signing_key)

    @property
    def manager_login(self) -> dict[str, str]:
        """Return how the manager of the demo spa signs in."""
        return {"email": _MANAGER, "password": self.words["manager_password"]}


def _object(file: Path) -> dict[str, str]:
    """Return what a file of ours says; raise ValueError where it was cut or is another's."""
    known = json.loads(file.read_text())
    if not isinstance(known, dict):
        raise ValueError(f"{file.name} holds no object")  # noqa: TRY004 -- of a file, not of our code
    return known


def _make_once(file: Path, make: Callable[[], str]) -> None:
    if not file.exists():
        _write(file, make())


def _write(file: Path, text: str) -> None:
    """Write a whole file that only its owner may read."""
    half = file.with_suffix(".new")
    half.touch(mode=0o600)
    half.write_text(text)
    half.replace(file)
