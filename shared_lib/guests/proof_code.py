"""Six digits by which somebody proves that a contact point is theirs."""

import dataclasses
import re
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from shared_lib.guests.contact_point import ContactPoint
from shared_lib.kernel.locales import ENGLISH

DIGITS = 6
LIFE = timedelta(minutes=10)
TRIES = 5
"""How often a wrong code may be typed before it is good for nothing."""
_NO_DIGIT = re.compile(r"[\s\-.]")
_CODE = re.compile(rf"[0-9]{{{DIGITS}}}")


@dataclasses.dataclass(frozen=True, slots=True)
class ProofCode:
    """A code that was asked for: where it goes, and whether it is on its way; the digits are nowhere."""

    id: UUID
    contact_point: ContactPoint
    expires_at: datetime
    sent_at: datetime | None = None
    lang: str = ENGLISH
    """The language of whoever asked for it."""

    def may_be_sent(self, now: datetime) -> bool:
        """Return whether it waits to be sent and would still be good."""
        return self.sent_at is None and now < self.expires_at


def new_digits() -> str:
    """Return six digits that nobody can foretell."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def read_digits(text: str) -> str | None:
    """Return the code of what a guest typed, `123 456` too; None where it can be none."""
    typed = _NO_DIGIT.sub("", text)
    return typed if _CODE.fullmatch(typed) else None
