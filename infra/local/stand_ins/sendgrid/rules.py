"""What SendGrid refuses in a mail whose shape is right."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from infra.local.stand_ins.sendgrid.shapes import Problem, misfits

MOST_RECIPIENTS = 1000
MOST_ERASED = 5000
MOST_CATEGORIES = 10
LONGEST_CATEGORY = 255
LARGEST_CUSTOM_ARGS = 10_000
"""Bytes, of the arguments as JSON."""
SCHEDULE_AHEAD = 72 * 3600
"""Seconds that `send_at` may lie ahead."""

ADDRESS = re.compile(r"[^@\s\"(),:;<>\[\]\\]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]*[A-Za-z0-9])+")
RESERVED_HEADERS = {
    *("x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding"),
    *("to", "from", "subject", "reply-to", "cc", "bcc"),
}

Mail = dict[str, Any]


def problems(body: Any, *, now: float) -> list[Problem]:  # noqa: ANN401 -- JSON, whose shape is checked first
    """List what is wrong with a decoded body; `now` is the Unix time that `send_at` is measured from."""
    if found := list(misfits(body)):
        return found
    return [problem for rule in RULES for problem in rule(body)] + list(_late(body, now))


def erasure_problems(body: Any) -> list[Problem]:  # noqa: ANN401 -- JSON
    """List what is wrong with a request to erase recipients."""
    listed = body.get("email_addresses") if isinstance(body, dict) else None
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_ERASED or set(body) != {"email_addresses"}:
        return [("email_addresses", "The email_addresses field is required and must have between 1 and 5000 entries.")]
    wrong = [address for address in listed if not isinstance(address, str) or not ADDRESS.fullmatch(address)]
    return [("email_addresses", f"Email_address {address} is not valid") for address in wrong]


def _sender(mail: Mail) -> Iterator[Problem]:
    if "from" not in mail:
        yield "from.email", "The from object must be provided for every email send. It is an object."


def _subject(mail: Mail) -> Iterator[Problem]:
    own = all(one.get("subject") for one in mail.get("personalizations") or [{}])
    if not (mail.get("subject") or own or "template_id" in mail):
        yield "subject", "The subject is required. You can get around this requirement if you use a template."


def _personalizations(mail: Mail) -> Iterator[Problem]:
    listed = mail.get("personalizations", [])
    if not 1 <= len(listed) <= MOST_RECIPIENTS:
        yield "personalizations", "The personalizations field is required and must have between 1 and 1000 entries."
    for position, one in enumerate(listed):
        path = f"personalizations.{position}"
        if not one.get("to"):
            yield f"{path}.to", "The to array is required for all personalization objects."
        addresses = [person.get("email", "").lower() for kind in ("to", "cc", "bcc") for person in one.get(kind, [])]
        if len(set(addresses)) != len(addresses):
            yield path, "Each email address in the personalization block should be unique between to, cc, and bcc."


def _addresses(mail: Mail) -> Iterator[Problem]:
    for path, person in people(mail):
        if not ADDRESS.fullmatch(person.get("email", "")):
            yield f"{path}.email", "Does not contain a valid address."


def people(mail: Mail) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield everybody whom a mail names, with the path of the field."""
    yield from ((name, mail[name]) for name in ("from", "reply_to") if name in mail)
    yield from ((f"reply_to_list.{n}", person) for n, person in enumerate(mail.get("reply_to_list", [])))
    for position, one in enumerate(mail.get("personalizations", [])):
        for kind in ("to", "cc", "bcc"):
            for n, person in enumerate(one.get(kind, [])):
                yield f"personalizations.{position}.{kind}.{n}", person


def _content(mail: Mail) -> Iterator[Problem]:
    parts = mail.get("content", [])
    if not parts and "template_id" not in mail:
        yield "content", "Unless a valid template_id is provided, the content parameter is required."
    for position, part in enumerate(parts):
        if not part.get("value"):
            yield f"content.{position}.value", "The content value must be a string at least one character in length."
        if _has_parameters(part.get("type", ";")) and not part.get("type", "").startswith("text/calendar; method="):
            yield f"content.{position}.type", "The content type is required and cannot contain ';', or CRLF characters."
    kinds = [part.get("type") for part in parts]
    if "text/plain" in kinds[1:]:
        yield "content", "If present, text/plain must be first, followed by text/html, each only once."
    if kinds.count("text/html") > 1 or ("text/html" in kinds and kinds.index("text/html") > 1):
        yield "content", "If present, text/html may come once only, before other types."


def _attachments(mail: Mail) -> Iterator[Problem]:
    for position, one in enumerate(mail.get("attachments", [])):
        path = f"attachments.{position}"
        if not one.get("filename"):
            yield f"{path}.filename", "The filename of the attachment is required."
        if _has_parameters(one.get("type", "")):
            yield f"{path}.type", "The attachment type cannot contain ';', or CRLF characters."
        if one.get("disposition", "attachment") not in ("attachment", "inline"):
            yield f"{path}.disposition", "The disposition of the attachment can be 'inline' or 'attachment'."
        if not _is_base64(one.get("content", "")):
            yield f"{path}.content", "The attachment content must be base64 encoded."


def _has_parameters(kind: str) -> bool:
    return bool(re.search(r"[;\r\n]|charset", kind))


def _is_base64(content: str) -> bool:
    try:
        return bool(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        return False


def _categories(mail: Mail) -> Iterator[Problem]:
    listed = mail.get("categories", [])
    if len(listed) > MOST_CATEGORIES:
        yield "categories", "There must be at most 10 categories."
    if len(set(listed)) != len(listed):
        yield "categories", "The categories must be unique."
    if any(len(category) > LONGEST_CATEGORY for category in listed):
        yield "categories", "Each category must be at most 255 characters."


def _custom_args(mail: Mail) -> Iterator[Problem]:
    for one in mail.get("personalizations", []):
        together = mail.get("custom_args", {}) | one.get("custom_args", {})
        if len(json.dumps(together).encode()) > LARGEST_CUSTOM_ARGS:
            yield "custom_args", "The custom_args must be at most 10000 bytes."


def _headers(mail: Mail) -> Iterator[Problem]:
    for name, value in mail.get("headers", {}).items():
        if name.lower() in RESERVED_HEADERS:
            yield f"headers.{name}", "The header is reserved."
        if not (name + value).isascii() or re.search(r"[\r\n]", name + value):
            yield f"headers.{name}", "The header must be ASCII without line breaks."


def _late(mail: Mail, now: float) -> Iterator[Problem]:
    if mail.get("send_at", 0) > now + SCHEDULE_AHEAD:
        yield "send_at", "The send_at must be within 72 hours from now."


RULES: tuple[Callable[[Mail], Iterator[Problem]], ...] = (
    _sender,
    _subject,
    _personalizations,
    _addresses,
    _content,
    _attachments,
    _categories,
    _custom_args,
    _headers,
)
