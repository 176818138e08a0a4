"""Requests in one line: stories mostly ask for one treatment, sometimes for more beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.timeline import MINUTE, Window, whole_minute


def request_for(
    treatment_id: str,
    windows: Sequence[Window],
    wanted: datetime | None = None,
    *,
    add_on_ids: tuple[str, ...] = (),
    technician: str | None = None,
    gender: str | None = None,
    also: Sequence[RequestedItem] = (),
    **rest: Any,
) -> BookingRequest:
    first = RequestedItem(treatment_id, 1, add_on_ids, technician, gender)
    return BookingRequest((first, *also), tuple(windows), wanted, **rest)


def request_at(treatment_id: str, start: datetime, **rest: Any) -> BookingRequest:
    """Return the request for the one minute in which an instant lies."""
    begins = whole_minute(start)
    return request_for(treatment_id, [(begins, begins + MINUTE)], begins, **rest)
