"""A text message to a guest's telephone: of which kind, to whom it may go, and why it may not."""

import dataclasses
from enum import StrEnum

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.kernel.errors import Refusal
from shared_lib.kernel.phone_number import parse_phone, region_of


class TextKind(StrEnum):
    """What a text is about, as the log of messages names it; one of each kind goes out for one version of a booking."""

    PAYMENT_LINK = "sms_payment_link"
    REMINDER = "sms_reminder"


class SmsNotOffered(Refusal):
    """Nothing goes out by SMS to this number: the house has no SMS, or sends none to that country."""

    code = "SMS_NOT_OFFERED"


@dataclasses.dataclass(frozen=True, slots=True)
class SmsReach:
    """To which countries texts are sent, by their two letters; none where the house has no SMS.

    Few are enough: whoever owns numbers abroad is paid for each text to them, and has codes sent there by the thousand.
    """

    countries: frozenset[str]

    @property
    def is_offered(self) -> bool:
        """Return whether the house sends texts at all."""
        return bool(self.countries)

    def includes(self, number: str) -> bool:
        """Return whether texts are sent to a number in E.164."""
        return region_of(number) in self.countries

    def check(self, number: str) -> None:
        """Raise SmsNotOffered for a number in E.164 that no text is sent to."""
        if not self.is_offered:
            raise SmsNotOffered("not set up")
        if not self.includes(number):
            raise SmsNotOffered("nothing is sent to this country by SMS")


def telephone_of(phone: str) -> ContactPoint | None:
    """Return the telephone that a text can go to, of what a guest wrote; nobody can write to an extension."""
    number = parse_phone(phone) if phone else None
    return ContactPoint(Channel.SMS, number) if number and ";" not in number else None
