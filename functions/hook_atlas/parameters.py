"""What comes in a request's body, read with care."""

from collections.abc import Mapping
from typing import Any

from shared_lib.agent.language.card_numbers import without_card
from shared_lib.agent.phone.action_calls import AppointmentRequest, AvailabilityRequest, Call
from shared_lib.agent.phone.caller_id import shown_number
from shared_lib.kernel.errors import BadInput
from shared_lib.web.http import text_field

LONGEST_ID, LONGEST_NUMBER = 200, 40
LONGEST_WORDS = 300
LONGEST_SLOT, LONGEST_CONTACT, LONGEST_NOTES = 600, 300, 1000
DIGITS = 6
FEW, MOST = 3, 200
"""How many times are told, unless others are asked for, and how many at most."""

SIGNED = "slot"
"""What we gave out ourselves: digits in it are nobody's card."""

Parameters = Mapping[str, Any]


def without_cards(body: Parameters) -> Parameters:
    """Return what was sent without the numbers of cards that a caller said: nothing after this may keep them."""
    parameters = body.get("parameters")
    return {**body, "parameters": _without_cards(parameters)} if parameters else body


def _without_cards(said: object) -> object:
    if isinstance(said, str):
        return without_card(said)
    if isinstance(said, list):
        return [_without_cards(one) for one in said]
    if isinstance(said, dict):
        return {name: one if name == SIGNED else _without_cards(one) for name, one in said.items()}
    return said


def read_call(action: str, body: Parameters) -> Call:
    """Return who asks for what; raise BadInput."""
    parameters = body.get("parameters", {})
    if not isinstance(parameters, dict):
        raise BadInput("parameters", "must be an object")
    return Call(
        action,
        _text(body, "callId", LONGEST_ID, required=True),
        _text(body, "campaignId", LONGEST_ID),
        shown_number(_text(body, "customerPhoneNumber", LONGEST_NUMBER)),
        parameters,
    )


def read_availability_request(parameters: Parameters) -> AvailabilityRequest:
    """Return for what times are looked; raise BadInput."""
    limit = _number(parameters, "limit")
    if limit is not None and limit < 1:
        raise BadInput("limit", "must be one or more")
    return AvailabilityRequest(
        treatment=read_treatment(parameters),
        when=_text(parameters, "when", LONGEST_WORDS),
        party=_number(parameters, "party"),
        technician=_text(parameters, "technician", LONGEST_WORDS),
        limit=FEW if limit is None else min(limit, MOST),
    )


def read_appointment_request(parameters: Parameters) -> AppointmentRequest:
    """Return which place is wished for and who comes; raise BadInput."""
    return AppointmentRequest(
        slot=_text(parameters, "slot", LONGEST_SLOT, required=True),
        name=_text(parameters, "name", LONGEST_CONTACT, required=True),
        email=_text(parameters, "email", LONGEST_CONTACT, required=True),
        phone=_text(parameters, "phone", LONGEST_NUMBER),
        notes=_text(parameters, "notes", LONGEST_NOTES),
    )


def read_treatment(parameters: Parameters) -> str:
    """Return the treatment as it was heard; raise BadInput."""
    return _text(parameters, "treatment", LONGEST_WORDS, required=True)


def _text(body: Parameters, name: str, longest: int, *, required: bool = False) -> str:
    """Return a text, "" where it may be missing; raise BadInput."""
    text = text_field(body, name, longest=longest, required=required) or ""
    if required and not text.strip():
        raise BadInput(name, "must be a text")
    return text


def _number(body: Parameters, name: str) -> int | None:
    """Return a whole number, also where a language model wrote it as a text, None where it is missing."""
    value = body.get(name)
    if isinstance(value, str):
        value = _read_digits(value.strip())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if value is None and body.get(name) in (None, ""):
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadInput(name, "must be a whole number")
    return value


def _read_digits(text: str) -> int | None:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) <= DIGITS else None
