"""What the body of a mail may hold, and a check of any body against it: names and types, nothing more."""

from collections.abc import Iterator, Mapping
from typing import Any

Problem = tuple[str, str]
"""A field's path as SendGrid writes it ("personalizations.0.to"), and what is wrong with it."""

STRINGS = "an object of strings"
SWITCH = {"enable": bool}
EMAIL = {"email": str, "name": str}

PERSONALIZATION = {
    "from": EMAIL,
    "to": [EMAIL],
    "cc": [EMAIL],
    "bcc": [EMAIL],
    "subject": str,
    "headers": STRINGS,
    "substitutions": STRINGS,
    "dynamic_template_data": dict,
    "custom_args": STRINGS,
    "send_at": int,
}

MAIL = {
    "from": EMAIL,
    "reply_to": EMAIL,
    "reply_to_list": [EMAIL],
    "personalizations": [PERSONALIZATION],
    "subject": str,
    "content": [{"type": str, "value": str}],
    "attachments": [{"content": str, "type": str, "filename": str, "disposition": str, "content_id": str}],
    "template_id": str,
    "headers": STRINGS,
    "categories": [str],
    "custom_args": STRINGS,
    "send_at": int,
    "batch_id": str,
    "asm": {"group_id": int, "groups_to_display": [int]},
    "ip_pool_name": str,
    "mail_settings": {
        "bypass_list_management": SWITCH,
        "bypass_spam_management": SWITCH,
        "bypass_bounce_management": SWITCH,
        "bypass_unsubscribe_management": SWITCH,
        "footer": {"enable": bool, "text": str, "html": str},
        "sandbox_mode": SWITCH,
    },
    "tracking_settings": {
        "click_tracking": {"enable": bool, "enable_text": bool},
        "open_tracking": {"enable": bool, "substitution_tag": str},
        "subscription_tracking": {"enable": bool, "text": str, "html": str, "substitution_tag": str},
        "ganalytics": {
            "enable": bool,
            "utm_source": str,
            "utm_medium": str,
            "utm_term": str,
            "utm_content": str,
            "utm_campaign": str,
        },
    },
}


def misfits(value: object, shape: Any = MAIL, path: str = "") -> Iterator[Problem]:  # noqa: ANN401 -- shapes nest
    """Yield what a body holds that the shape doesn't know, or knows as something else."""
    if isinstance(shape, dict):
        yield from _object_misfits(value, shape, path)
    elif isinstance(shape, list):
        yield from _list_misfits(value, shape[0], path)
    elif shape is STRINGS:
        yield from _strings_misfits(value, path)
    elif not isinstance(value, shape) or (shape is int and isinstance(value, bool)):
        yield path, f"should be {shape.__name__}"


def _object_misfits(value: object, shape: Mapping[str, Any], path: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield path, "should be an object"
        return
    for name, inner in value.items():
        if name not in shape:
            yield _under(path, name), "additional property is not allowed"
        else:
            yield from misfits(inner, shape[name], _under(path, name))


def _list_misfits(value: object, shape: object, path: str) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield path, "should be an array"
        return
    for position, inner in enumerate(value):
        yield from misfits(inner, shape, _under(path, str(position)))


def _strings_misfits(value: object, path: str) -> Iterator[Problem]:
    if not isinstance(value, dict) or not all(isinstance(inner, str) for inner in value.values()):
        yield path, "should be an object of strings"


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
