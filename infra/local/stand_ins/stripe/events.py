"""Events: what changed, for those who ask again instead of waiting."""

from fnmatch import fnmatchcase

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.listing import is_of_age, page


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return an event."""
    return _as_delivered(account, account.find("event", key))


def every(account: Account, params: Document) -> Document:
    """List events by `type` (with a star), `types`, age, and whether our endpoint has taken them."""
    shown = [_as_delivered(account, event) for event in account.every("event")]
    wished = params.get("delivery_success")
    found = [
        event
        for event in shown
        if _is_wanted(event["type"], params)
        and is_of_age(event, params.get("created"))
        and wished in (None, event["pending_webhooks"] == 0)
    ]
    return page("event", found, params, url="/v1/events")


def _is_wanted(what: str, params: Document) -> bool:
    return fnmatchcase(what, params.get("type", "*")) and what in params.get("types", [what])


def _as_delivered(account: Account, event: Document) -> Document:
    delivery = account.store.get("deliveries", event["id"])
    return event | {"pending_webhooks": 0 if delivery and delivery["status"] == "delivered" else 1}
