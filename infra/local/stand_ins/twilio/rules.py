"""What Twilio refuses in a text, by its codes, in the order in which it looks."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

LONGEST_BODY = 1600
FIELDS = {"To", "From", "MessagingServiceSid", "Body", "StatusCallback"}
"""What we may send. Twilio passes over what it doesn't know; here a slip of ours shows."""
NUMBER = re.compile(r"\+[1-9]\d{6,14}")
SERVICE = re.compile(r"MG[0-9a-f]{32}")

MAGIC: Mapping[str, tuple[int, str]] = {
    "+15005550001": (21211, "The 'To' number is not a valid phone number."),
    "+15005550002": (21612, "The 'To' phone number is not currently reachable using the 'From' phone number."),
    "+15005550003": (21408, "Permission to send an SMS has not been enabled for the region of the 'To' number."),
    "+15005550004": (21610, "Attempt to send to unsubscribed recipient"),
    "+15005550009": (21614, "'To' number is not a valid mobile number"),
}
"""Numbers that Twilio keeps for tests: each is refused in its own way."""


class Problem(NamedTuple):
    """One refusal: Twilio's code and words."""

    code: int
    message: str


def problem(form: Mapping[str, str], *, sender: str, stopped: Collection[str]) -> Problem | None:
    """Return why a text is refused, if it is; `sender` is what the account owns, `stopped` who wants none."""
    return _form_problem(form) or _sender_problem(form, sender) or _recipient_problem(form["To"], stopped)


def _form_problem(form: Mapping[str, str]) -> Problem | None:
    if unknown := sorted(set(form) - FIELDS):
        return Problem(20001, f"Unknown parameters: {', '.join(unknown)}")
    if not form.get("To"):
        return Problem(21604, "A 'To' phone number is required.")
    if not form.get("Body"):
        return Problem(21602, "Message body is required.")
    if len(form["Body"]) > LONGEST_BODY:
        return Problem(21617, "The concatenated message body exceeds the 1600 character limit.")
    return None


def _sender_problem(form: Mapping[str, str], sender: str) -> Problem | None:
    number, service = form.get("From", ""), form.get("MessagingServiceSid", "")
    if not number and not service:
        return Problem(21603, "A 'From' phone number is required.")
    if service and not SERVICE.fullmatch(service):
        return Problem(21705, "The Messaging Service Sid is invalid.")
    if number and not NUMBER.fullmatch(number):
        return Problem(21212, f"The 'From' number {number} is not a valid phone number.")
    if (service or number) != sender:
        return Problem(21606, f"The 'From' phone number {service or number} is none of this account's.")
    return None


def _recipient_problem(to: str, stopped: Collection[str]) -> Problem | None:
    if not NUMBER.fullmatch(to):
        return Problem(21211, f"The 'To' number {to} is not a valid phone number.")
    if to in MAGIC:
        return Problem(*MAGIC[to])
    return Problem(21610, "Attempt to send to unsubscribed recipient") if to in stopped else None
