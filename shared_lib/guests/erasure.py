"""What a guest asked us to forget: where it stands, and what stands in its way."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from shared_lib.kernel.errors import Refusal


class Pending(StrEnum):
    """What is not over between a guest and the house."""

    VISIT = "visit"
    HOLD = "hold"
    PAYMENT = "payment"
    REFUND = "refund"


class VisitToCome(Refusal):
    """Nothing is erased while a visit is to come, a place is held, or money is on its way; `pending` says which."""

    code = "VISIT_TO_COME"

    def __init__(self, pending: Sequence[Pending]) -> None:
        super().__init__(f"not over yet: {', '.join(pending)}")
        self.pending = tuple(pending)


@dataclasses.dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure; its certificate has counts and dates by store, and no personal data."""

    id: UUID
    guest_id: UUID
    requested_at: datetime
    attempts: int = 0
    certificate: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    done_at: datetime | None = None
