"""Lists as Stripe gives them: newest first, in pages, filtered by equal fields and by age."""

import operator
from collections.abc import Callable

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.errors import RefusedError, missing

AGES: dict[str, Callable[[int, int], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}
MOST = 100


def listing(account: Account, kind: str, params: Document, *, url: str, fields: tuple[str, ...] = ()) -> Document:
    """Return a page of a kind's objects whose `fields` are as the parameters say."""
    wanted = {name: params[name] for name in fields if name in params}
    found = [one for one in account.every(kind) if all(one.get(name) == wanted[name] for name in wanted)]
    return page(kind, [one for one in found if is_of_age(one, params.get("created"))], params, url=url)


def page(kind: str, oldest_first: list[Document], params: Document, *, url: str) -> Document:
    """Return the page of these objects that `limit`, `starting_after` and `ending_before` ask for."""
    limit = params.get("limit", 10)
    if not 1 <= limit <= MOST:
        raise RefusedError(f"This value must be between 1 and {MOST}.", code="parameter_invalid_integer", param="limit")
    rest = oldest_first[::-1]
    if "ending_before" in params:
        rest = rest[: _position(kind, rest, params["ending_before"], "ending_before")]
        return _list(rest[-limit:], has_more=len(rest) > limit, url=url)
    if "starting_after" in params:
        rest = rest[_position(kind, rest, params["starting_after"], "starting_after") + 1 :]
    return _list(rest[:limit], has_more=len(rest) > limit, url=url)


def is_of_age(document: Document, created: int | Document | None) -> bool:
    """Tell whether an object was made at that second, or within those bounds."""
    if created is None:
        return True
    bounds = created if isinstance(created, dict) else {"gte": created, "lte": created}
    return all(AGES[name](document["created"], bound) for name, bound in bounds.items())


def _position(kind: str, documents: list[Document], key: str, param: str) -> int:
    for position, document in enumerate(documents):
        if document["id"] == key:
            return position
    raise missing(kind, key, param)


def _list(documents: list[Document], *, has_more: bool, url: str) -> Document:
    return {"object": "list", "data": documents, "has_more": has_more, "url": url}
