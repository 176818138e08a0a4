"""An accepted mail as the inbox shows it, and the events that tell what became of it."""

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

Document = dict[str, Any]

DETAILS: Mapping[str, Document] = {
    "processed": {},
    "delivered": {"response": "250 OK"},
    "deferred": {"response": "451 Try again later", "attempt": "1"},
    "dropped": {"reason": "Bounced Address"},
    "bounce": {"type": "bounce", "status": "5.1.1", "reason": "550 5.1.1 The account does not exist"},
    "spamreport": {},
    "open": {"useragent": "Mozilla/5.0", "ip": "192.0.2.1"},
    "click": {"useragent": "Mozilla/5.0", "ip": "192.0.2.1", "url": "https://example.com/"},
    "unsubscribe": {},
    "group_unsubscribe": {"asm_group_id": 1},
    "group_resubscribe": {"asm_group_id": 1},
}
"""What each kind of event says beyond whom and when."""


def accepted(body: Document, *, message_id: str, at: datetime) -> list[Document]:
    """Return one mail for each personalization, all under the message id that the sender was told."""
    return [
        _mail(body, one, key=message_id if position == 0 else f"{message_id}.{position}", message_id=message_id, at=at)
        for position, one in enumerate(body["personalizations"])
    ]


def _mail(body: Document, one: Document, *, key: str, message_id: str, at: datetime) -> Document:
    parts = {part["type"]: part["value"] for part in body.get("content", [])}
    return {
        "id": key,
        "message_id": message_id,
        "at": at.isoformat(),
        "from": one.get("from", body["from"]),
        "reply_to": body.get("reply_to"),
        **{kind: one.get(kind, []) for kind in ("to", "cc", "bcc")},
        "subject": one.get("subject", body.get("subject")),
        "text": parts.pop("text/plain", None),
        "html": parts.pop("text/html", None),
        "other_parts": parts,
        "headers": body.get("headers", {}) | one.get("headers", {}),
        "categories": body.get("categories", []),
        "custom_args": body.get("custom_args", {}) | one.get("custom_args", {}),
        "asm": body.get("asm"),
        "attachments": [_attachment(item) for item in body.get("attachments", [])],
        "events": [],
    }


def _attachment(item: Document) -> Document:
    """Keep the bytes as base64 and, where they are one, the text."""
    return {
        "filename": item["filename"],
        "type": item.get("type"),
        "disposition": item.get("disposition", "attachment"),
        "content_id": item.get("content_id"),
        "content": item["content"],
        "text": _text(base64.b64decode(item["content"])),
    }


def _text(content: bytes) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def events(mail: Document, kind: str, *, at: datetime) -> list[Document]:
    """Return an event for each recipient of a mail; custom arguments stand at the top level, as SendGrid has them."""
    return [
        {
            **mail["custom_args"],
            "email": person["email"],
            "timestamp": int(at.timestamp()),
            "smtp-id": f"<{mail['message_id']}@geopod-ismtpd>",
            "event": kind,
            "category": mail["categories"],
            "sg_event_id": secrets.token_urlsafe(22),
            "sg_message_id": f"{mail['message_id']}.filterdrecv-5b9d-1.0",
            **DETAILS[kind],
        }
        for person in [*mail["to"], *mail["cc"], *mail["bcc"]]
    ]
