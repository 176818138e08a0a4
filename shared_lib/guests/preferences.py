"""What a guest wishes to hear, and by which channel; what belongs to a booking or to money can't be switched off."""

import dataclasses
from collections.abc import Mapping
from enum import StrEnum

from shared_lib.guests.contact_point import Channel
from shared_lib.kernel.errors import Refusal


class Topic(StrEnum):
    """What a message is about, as guests choose."""

    SECURITY = "security"
    BOOKINGS = "bookings"
    PAYMENTS = "payments"
    WAITLIST = "waitlist"
    REMINDERS = "reminders"
    REVIEWS = "reviews"


LOCKED = frozenset({Topic.SECURITY, Topic.BOOKINGS, Topic.PAYMENTS})
"""Topics that every guest hears of by e-mail: they belong to a booking, to money or to the account itself."""
OFFERED: Mapping[Channel, frozenset[Topic]] = {
    Channel.EMAIL: frozenset(Topic),
    Channel.SMS: frozenset({Topic.SECURITY, Topic.PAYMENTS, Topic.REMINDERS}),
}
"""What a channel carries at all: there is nothing to choose where nothing is sent."""
DEFAULTS: Mapping[Channel, frozenset[Topic]] = {
    Channel.EMAIL: frozenset(Topic),
    Channel.SMS: frozenset({Topic.SECURITY, Topic.PAYMENTS}),
}
"""What is sent where nobody has chosen: by SMS nothing but what was asked for, as codes and payment links are."""


class PreferenceLocked(Refusal):
    """This can't be switched off: it belongs to a booking, to money or to the account itself."""

    code = "PREFERENCE_LOCKED"


@dataclasses.dataclass(frozen=True, slots=True)
class Preference:
    """One choice of a guest."""

    topic: Topic
    channel: Channel
    allowed: bool


def is_locked(topic: Topic, channel: Channel) -> bool:
    """Return whether nobody may choose: mails about bookings, money and the account; codes by SMS are asked for."""
    return topic == Topic.SECURITY or (channel == Channel.EMAIL and topic in LOCKED)


def is_offered(topic: Topic, channel: Channel) -> bool:
    """Return whether anything about a topic is sent by a channel."""
    return topic in OFFERED[channel]


def check_choice(choice: Preference) -> None:
    """Raise PreferenceLocked for what nobody may choose."""
    if is_locked(choice.topic, choice.channel) and not choice.allowed:
        raise PreferenceLocked(f"{choice.topic} by {choice.channel} is always sent")


def is_allowed(topic: Topic, channel: Channel, chosen: Mapping[tuple[Topic, Channel], bool]) -> bool:
    """Return whether a message may go out, by what was chosen or else by the house's default."""
    if is_locked(topic, channel):
        return True
    return chosen.get((topic, channel), topic in DEFAULTS[channel])
