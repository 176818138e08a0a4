"""`expand[]`: ids in an answer replaced by their objects, where the SDK's resource says that they may be."""

import typing
from functools import cache
from typing import ForwardRef

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import PREFIXES, Account
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.listing import page

KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
LISTS = {"charge": {"refunds": ("refund", "charge")}}
"""Lists that are left out unless asked for: the kind inside, and its field that names the owner."""


def expand(account: Account, document: Document, paths: list[str]) -> Document:
    """Return the answer with each path (`payment_intent.latest_charge`, `data.customer`) expanded."""
    for path in paths:
        _expand(account, document, path.split("."), path)
    return document


def _expand(account: Account, document: Document, steps: list[str], path: str) -> None:
    name, *rest = steps
    if document["object"] == "list":
        for item in _items(document, name, path):
            _expand(account, item, rest, path)
        return
    if name not in expandable(document["object"]):
        raise RefusedError(f"This property cannot be expanded ({path}).", param="expand")
    document[name] = inner = _object(account, document, name)
    if rest and isinstance(inner, dict):
        _expand(account, inner, rest, path)


def _items(document: Document, name: str, path: str) -> list[Document]:
    if name != "data" or "." not in path:
        hint = f" You may want to try expanding 'data.{path}' instead." if name != "data" else ""
        raise RefusedError(f"This property cannot be expanded ({path}).{hint}", param="expand")
    items: list[Document] = document["data"]
    return items


@cache
def expandable(kind: str) -> frozenset[str]:
    """Name the fields of a kind that hold another object, by the SDK's annotations of its resource."""
    from stripe._object_classes import get_object_class

    hints = get_object_class("V1", kind).__annotations__
    return frozenset(name for name, hint in hints.items() if _is_reference(hint) or _is_list(hint))


def _is_reference(hint: object) -> bool:
    return any(isinstance(arm, ForwardRef) for arm in typing.get_args(hint)) and str in typing.get_args(hint)


def _is_list(hint: object) -> bool:
    from stripe import ListObject

    return any(typing.get_origin(arm) is ListObject for arm in typing.get_args(hint))


def _object(account: Account, document: Document, name: str) -> object:
    if name in LISTS.get(document["object"], {}):
        return _left_out(account, document, name)
    if name == "line_items":
        return line_items(account, document["id"])
    held = document.get(name)
    kind = KINDS.get(held.rpartition("_")[0]) if isinstance(held, str) else None
    return account.find(kind, held) if kind and isinstance(held, str) else held


def _left_out(account: Account, document: Document, name: str) -> Document:
    kind, owner = LISTS[document["object"]][name]
    inside = [one for one in account.every(kind) if one[owner] == document["id"]]
    return page(kind, inside, {}, url=f"/v1/charges/{document['id']}/refunds")


def line_items(account: Account, session: str) -> Document:
    """Return what a Checkout Session sells, as its list of line items."""
    lines = (account.store.get("line_items", session) or {"data": []})["data"]
    return {"object": "list", "data": lines, "has_more": False, "url": f"/v1/checkout/sessions/{session}/line_items"}
