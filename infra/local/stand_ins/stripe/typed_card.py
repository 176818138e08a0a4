"""What is wrong with a card as somebody typed it, before any bank is asked."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

EXPIRY = re.compile(r"\s*(\d{1,2})\s*/\s*(?:20)?(\d{2})\s*")
LAST_MONTH = 12


def trouble_with(form: Mapping[str, str], *, today: int) -> str:
    """Return a sentence for the guest, empty when all is well; `today` is in seconds since 1970."""
    number = "".join(form.get("number", "").split())
    if not passes_luhn(number):
        return "Your card number is invalid." if number else "Your card number is missing."
    month = EXPIRY.fullmatch(form.get("expiry", ""))
    if month is None or not 1 <= int(month[1]) <= LAST_MONTH:
        return "Your card's expiration date is incomplete."
    now = datetime.fromtimestamp(today, UTC)
    if (2000 + int(month[2]), int(month[1])) < (now.year, now.month):
        return "Your card's expiration date is in the past."
    return "" if re.fullmatch(r"\d{3,4}", form.get("cvc", "")) else "Your card's security code is incomplete."


def passes_luhn(number: str) -> bool:
    """Tell whether a card number carries its own check digit."""
    if not re.fullmatch(r"\d{12,19}", number):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0  # noqa: PLR2004 -- the digits of 10..18 add up so
