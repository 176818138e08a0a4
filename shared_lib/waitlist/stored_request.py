"""What somebody waits for, as plain words that can rest on the list, and as a request again."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.timeline import Window
from shared_lib.kernel.locales import ENGLISH
from shared_lib.waitlist.entry import WaitlistEntry

_LISTS = ("add_on_ids", "beside", "without")
_MAY_LACK = frozenset({"beside", "without"})
"""What entries from before it was known are without."""


def to_stored(request: BookingRequest, *, ai_session_id: str | None = None, lang: str = ENGLISH) -> Mapping[str, Any]:
    """Return a request in plain words, apart from its windows and tier; `stored_request` reads them.

    The chat session that it was made in is kept beside it, and its language: an offer is told there too, and in it.
    """
    return {
        "items": [_stored_item(item) for item in request.items],
        "longest_wait": request.longest_wait,
        "wanted": request.wanted.isoformat() if request.wanted else None,
        "session": ai_session_id,
        "lang": lang,
    }


def session_of(entry: WaitlistEntry) -> str | None:
    """Return the chat session that an entry was made in."""
    return entry.asked.get("session")


def language_of(entry: WaitlistEntry) -> str:
    """Return the language that the guest was spoken to; English for entries from before it was noted."""
    return str(entry.asked.get("lang", ENGLISH))


def stored_request(entry: WaitlistEntry, windows: Sequence[Window]) -> BookingRequest:
    """Return the request of somebody who waits, for the best start within some windows."""
    items = (_read_item(item) for item in entry.asked["items"])
    wanted = entry.asked["wanted"]
    return BookingRequest(
        items=tuple(items),
        windows=tuple(windows),
        wanted=datetime.fromisoformat(wanted) if wanted else None,
        tier=entry.tier,
        limit=1,
        longest_wait=entry.asked["longest_wait"],
    )


def _stored_item(item: RequestedItem) -> Mapping[str, Any]:
    body = dataclasses.asdict(item) | {name: list(getattr(item, name)) for name in _LISTS}
    return {name: value for name, value in body.items() if name not in _MAY_LACK or value}


def _read_item(body: Mapping[str, Any]) -> RequestedItem:
    names = {name: tuple(body.get(name, ())) for name in _LISTS}
    return RequestedItem(**{**body, **names})
