"""What a voice agent asks for, once it has been read."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """One action of one call; `caller` is the number that the telephone shows, "" if none: it proves nothing."""

    action: str
    id: str
    campaign_id: str
    caller: str
    parameters: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Return what is the same for the same call, action and parameters, in whatever order they stand."""
        content = json.dumps([self.id, self.action, self.parameters], sort_keys=True, separators=(",", ":"))
        return f"atlas:{hashlib.sha256(content.encode()).hexdigest()}"


@dataclasses.dataclass(frozen=True, slots=True)
class AvailabilityRequest:
    """Times for a visit, in the caller's words or as RFC 3339; "" and None where nothing was said."""

    treatment: str
    when: str = ""
    party: int | None = None
    technician: str = ""
    limit: int = 3


@dataclasses.dataclass(frozen=True, slots=True)
class AppointmentRequest:
    """An offered time and who comes; `phone` and `notes` are "" where nothing was said."""

    slot: str
    name: str
    email: str
    phone: str = ""
    notes: str = ""
