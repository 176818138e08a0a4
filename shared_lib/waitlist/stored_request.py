"""What somebody waits for, as plain words that can rest on the list, and as a request again."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from shared_lib.availability.search import BookingRequest, RequestedItem
from shared_lib.availability.timeline import Window
from shared_lib.waitlist.entry import WaitlistEntry


def to_stored(request: BookingRequest) -> Mapping[str, Any]:
    """Return a request in plain words, apart from its windows and tier; `request_of` reads them."""
    return {
        "visits": [dataclasses.asdict(visit) | {"add_on_ids": list(visit.add_on_ids)} for visit in request.visits],
        "longest_wait": request.longest_wait,
        "wanted": request.wanted.isoformat() if request.wanted else None,
    }


def stored_request(entry: WaitlistEntry, windows: Sequence[Window]) -> BookingRequest:
    """Return the request of somebody who waits, for the best start within some windows."""
    first, *also = (
        RequestedItem(**visit | {"add_on_ids": tuple(visit["add_on_ids"])}) for visit in entry.asked["visits"]
    )
    wanted = entry.asked["wanted"]
    return BookingRequest(
        treatment_id=first.treatment_id,
        windows=tuple(windows),
        wanted=datetime.fromisoformat(wanted) if wanted else None,
        add_on_ids=first.add_on_ids,
        technician=first.technician,
        gender=first.gender,
        tier=entry.tier,
        limit=1,
        also=tuple(also),
        longest_wait=entry.asked["longest_wait"],
    )
