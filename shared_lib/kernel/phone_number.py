"""Telephone numbers: read as people write them, kept as E.164."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME = "US"
"""The country whose numbers are written without its code."""
LONGEST = 60  # characters that are looked at
_DIGIT = re.compile(r"\d")
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_OF_HOME = re.compile(r"\+1[2-9]\d{9}")


def parse_phone(text: str) -> str | None:
    """Return the one number of a text in E.164, an extension behind `;ext=`; None where it is none, or not sure."""
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number

    try:
        number = _number_in(text[:LONGEST].strip())
    except NumberParseException:
        return None
    said = format_number(number, PhoneNumberFormat.E164) if number else ""
    if number is None or (number.country_code == 1 and not _OF_HOME.fullmatch(said)):
        return None
    return f"{said};ext={number.extension}" if number.extension else said


def _number_in(text: str) -> "PhoneNumber | None":
    """Return the number that a text is, or the only one in a sentence: none of its digits may be left over."""
    from phonenumbers import Leniency, PhoneNumberMatcher, ValidationResult, is_possible_number_with_reason, parse

    if any(letter.isalpha() for letter in text.removeprefix("tel:")):
        found = list(PhoneNumberMatcher(text, HOME, leniency=Leniency.POSSIBLE))
        whole = len(found) == 1 and _DIGIT.findall(found[0].raw_string) == _DIGIT.findall(text)
        return found[0].number if whole else None
    number = parse(text, HOME)
    return number if is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE else None


def region_of(number: str) -> str:
    """Return the country of a number in E.164, by its two letters: `US`, `CA`, `JM` (which is +1 too), or ""."""
    from phonenumbers import NumberParseException, parse, region_code_for_country_code, region_code_for_number

    try:
        read = parse(number if _E164.fullmatch(number) else "")
    except NumberParseException:
        return ""
    return region_code_for_number(read) or region_code_for_country_code(read.country_code or 0)
