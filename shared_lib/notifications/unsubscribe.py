"""One click ends the mails about a topic, at once: no question is asked, and the second click is as good."""

from datetime import datetime

from shared_lib.guests.contact_point import Channel
from shared_lib.guests.ports import Preferences
from shared_lib.guests.preferences import Preference, Topic
from shared_lib.kernel.ports import Signer
from shared_lib.notifications.links import unsubscribed_of


def unsubscribe(token: str, *, signer: Signer, preferences: Preferences, now: datetime) -> Topic:
    """Switch off the mails that a link names, and return what they are about.

    Raise InvalidSignature for a link that is none of ours, PreferenceLocked for a topic that nobody can switch off.
    """
    topic, contact_hash = unsubscribed_of(token, signer)
    preferences.choose([contact_hash], [Preference(topic, Channel.EMAIL, allowed=False)], now=now)
    return topic
