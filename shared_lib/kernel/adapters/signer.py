"""Signed tokens: what we hand out comes back unaltered, and a token for one purpose is none for another."""

from itsdangerous import BadData, URLSafeSerializer
from typing_extensions import override

from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer


class TokenSigner(Signer):
    """`keys` oldest first: the newest signs, all of them verify."""

    def __init__(self, keys: list[str]) -> None:
        self._keys = keys

    @override
    def sign(self, payload: str, *, purpose: str) -> str:
        return str(URLSafeSerializer(self._keys, salt=purpose).dumps(payload))

    @override
    def read(self, token: str, *, purpose: str) -> str:
        """Return the payload again; raise InvalidSignature, also for one that only decodes to the same."""
        try:
            payload = str(URLSafeSerializer(self._keys, salt=purpose).loads(token))
        except BadData as error:
            raise InvalidSignature("the token is not ours") from error
        if not any(str(URLSafeSerializer([key], salt=purpose).dumps(payload)) == token for key in self._keys):
            raise InvalidSignature("the token is written in another way than ours")
        return payload
