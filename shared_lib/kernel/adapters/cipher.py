"""Encryption of personal data with the house's versioned data key (AES-GCM), and keyed hashes for look-up."""

import hashlib
import hmac
import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import override

from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Cipher

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


class DataCipher(Cipher):
    """`keys` are 32-byte keys by version; the newest one seals, all of them open."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        self._keys = dict(keys)
        self._newest = max(self._keys)

    @cached_property
    def _ciphers(self) -> "dict[int, AESGCM]":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return {version: AESGCM(key) for version, key in self._keys.items()}

    @override
    def seal(self, text: str, *, purpose: str) -> bytes:
        """Return version byte, nonce and ciphertext; the purpose is bound to it."""
        nonce = os.urandom(NONCE)
        sealed = self._ciphers[self._newest].encrypt(nonce, text.encode(), purpose.encode())
        return bytes([self._newest]) + nonce + sealed

    @override
    def open(self, sealed: bytes, *, purpose: str) -> str:
        from cryptography.exceptions import InvalidTag

        try:
            nonce, rest = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
            return self._ciphers[sealed[0]].decrypt(nonce, rest, purpose.encode()).decode()
        except (InvalidTag, KeyError, IndexError, ValueError) as error:
            raise InvalidSignature("sealed data can't be opened") from error

    @override
    def fingerprint(self, text: str) -> bytes:
        """Return a hash under the first key, so that look-up outlives a change of the newest one."""
        key = hmac.digest(self._keys[min(self._keys)], b"fingerprint", "sha256")
        return hmac.digest(key, text.strip().lower().encode(), hashlib.sha256)
