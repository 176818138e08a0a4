"""The account of Stripe's stand-in, with the bookings that its payments are for."""

from collections.abc import Iterable, Mapping
from typing import Any

from infra.local.console.records import rows
from infra.local.stand_ins.stripe import StripeStandIn
from infra.local.stand_ins.stripe.account import BUSINESS_TIMES

_COLLECTIONS: Mapping[str, str] = {
    "payment_intents": "payment_intents",
    "checkout_sessions": "sessions",
    "refunds": "refunds",
    "customers": "customers",
}
_BOOKINGS = "select id::text, reference, status, starts_at from coresync.bookings where id::text = any(%s)"


def payments(stripe: StripeStandIn, database_url: str) -> dict[str, Any]:
    """Return Stripe's own objects, newest first, how their events were delivered, and `bookings` by id.

    Each has the business time `at` which it was made, beside Stripe's own `created`.
    """
    state, times = stripe.state(), {noted["id"]: noted["at"] for noted in stripe.store.all(BUSINESS_TIMES)}
    shown = {name: [_timed(thing, times) for thing in state[store][::-1]] for name, store in _COLLECTIONS.items()}
    wanted = sorted(_booking_ids(thing for things in shown.values() for thing in things))
    found = rows(database_url, _BOOKINGS, (wanted,)) if wanted else []
    events = _events(state["events"], {delivery["id"]: delivery for delivery in state["deliveries"]})
    return shown | {
        "bookings": {booking["id"]: booking for booking in found},
        "events": [_timed(event, times) for event in events[::-1]],
    }


def _timed(thing: dict[str, Any], times: Mapping[str, str]) -> dict[str, Any]:
    return thing | {"at": times.get(thing["id"], thing["created"])}


def _events(events: list[dict[str, Any]], deliveries: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    named = ({name: event[name] for name in ("id", "type", "created")} for event in events)
    return [event | deliveries.get(str(event["id"]), {}) for event in named]


def _booking_ids(things: Iterable[dict[str, Any]]) -> set[str]:
    return {str(thing["metadata"]["booking_id"]) for thing in things if "booking_id" in (thing.get("metadata") or {})}
