"""How topics and subscriptions may be named, and the pages in which they are listed."""

import re
from collections.abc import Sequence

from infra.local.stand_ins.tasks.rpc import invalid

DELETED_TOPIC = "_deleted-topic_"
"""What Pub/Sub says a subscription follows whose topic is gone."""
_PROJECT = re.compile(r"projects/[^/\s]+")
_ID = r"(?!goog)[A-Za-z][A-Za-z0-9._~+%-]{2,254}"
_LABEL = re.compile(r"[a-z][a-z0-9_-]{0,62}")
_MOST_LABELS = 64
_PAGE = 1000


def check_name(kind: str, name: str) -> None:
    """Refuse a name of "topics" or "subscriptions" that can't be one."""
    if not re.fullmatch(rf"projects/[^/\s]+/{kind}/{_ID}", name):
        raise invalid(f"Invalid [{kind}] name: (name={name})")


def check_project(name: str) -> None:
    """Refuse a project that can't be one."""
    if not _PROJECT.fullmatch(name):
        raise invalid(f"Invalid [projects] name: (name={name})")


def check_labels(labels: Sequence[str]) -> None:
    """Refuse labels by their keys."""
    if len(labels) > _MOST_LABELS or not all(_LABEL.fullmatch(label) for label in labels):
        raise invalid(
            "Label keys begin with a lower-case letter, have at most 63 of a-z, 0-9, - and _, and are at most 64"
        )


def page_of(names: Sequence[str], *, size: int, token: str) -> tuple[list[str], str]:
    """Return one page of the sorted names, and the token of the next one, "" after the last."""
    if size < 0:
        raise invalid(f"Invalid page_size given (page_size={size})")
    if token and not token.isdecimal():
        raise invalid(f"Invalid page token given (page_token={token})")
    start, length = int(token or 0), min(size or _PAGE, _PAGE)
    left = sorted(names)[start:]
    return left[:length], str(start + length) if left[length:] else ""
