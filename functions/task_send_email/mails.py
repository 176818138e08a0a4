"""What a task may ask for, by the field that names it: a code, the review of a visit, a receipt."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import BadInput
from shared_lib.notifications.review_request import send_review_request
from shared_lib.notifications.send_code import send_code
from shared_lib.notifications.send_receipt import send_receipt

Body = Mapping[str, Any]
Send = Callable[[Body, Services], None]


def _code(body: Body, deps: Services) -> None:
    send_code(_id(body, "code"), context=deps.code_context, now=deps.clock())


def _review(body: Body, deps: Services) -> None:
    version = body.get("version")
    if not isinstance(version, int):
        raise BadInput("version", "must be a number")
    send_review_request(_id(body, "review"), version, context=deps.review_context, now=deps.clock())


def _receipt(body: Body, deps: Services) -> None:
    send_receipt(_id(body, "receipt"), context=deps.mail_context, now=deps.clock())


MAILS: Mapping[str, Send] = {"code": _code, "review": _review, "receipt": _receipt}


def mail_of(body: Body) -> Send:
    """Return what sends the mail that a body asks for; raise BadInput."""
    asked = next((name for name in MAILS if name in body), None)
    if asked is None:
        raise BadInput("body", f"names none of {', '.join(MAILS)}")
    return MAILS[asked]


def _id(body: Body, name: str) -> UUID:
    try:
        return UUID(body[name])
    except (ValueError, TypeError, AttributeError) as error:
        raise BadInput(name, "is no id") from error
