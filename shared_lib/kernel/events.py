"""What happened to a booking, told to whoever follows it; no personal data."""

import dataclasses
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

SCHEMA_VERSION = 1


class EventType(StrEnum):
    """Everything that a booking's followers can hear of."""

    HELD = "booking.held"
    PAYING = "booking.paying"
    EXPIRED = "booking.expired"
    CONFIRMED = "booking.confirmed"
    RESCHEDULED = "booking.rescheduled"
    CANCELLED = "booking.cancelled"
    ATTENDANCE_CONFIRMED = "booking.attendance_confirmed"
    ARRIVED = "booking.arrived"
    COMPLETED = "booking.completed"
    NO_SHOW = "booking.no_show"
    PAYMENT_CAPTURED = "payment.captured"
    PAYMENT_FAILED = "payment.failed"
    PAYMENT_REFUNDED = "payment.refunded"


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; consumers ignore what is older than the `version` that they have dealt with."""

    id: UUID
    type: EventType
    booking_id: UUID
    version: int
    at: datetime

    @property
    def attributes(self) -> dict[str, str]:
        """Return what subscribers may choose by."""
        return {
            "type": self.type,
            "event_id": str(self.id),
            "booking_id": str(self.booking_id),
            "version": str(self.version),
        }

    def body(self) -> dict[str, Any]:
        """Return the message as it goes over the wire."""
        return {"schema_version": SCHEMA_VERSION, "at": self.at.isoformat(), **self.attributes, "version": self.version}
