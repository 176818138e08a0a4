"""Keep what a guest wishes to hear, for every address and number that is theirs."""

from collections.abc import Sequence
from datetime import datetime

from shared_lib.guests.guest import Guest
from shared_lib.guests.ports import Preferences
from shared_lib.guests.preferences import Preference
from shared_lib.kernel.ports import Cipher


def choose_preferences(
    guest: Guest, choices: Sequence[Preference], *, preferences: Preferences, cipher: Cipher, now: datetime
) -> None:
    """Keep the choices, all or none; raise PreferenceLocked for what nobody may switch off."""
    preferences.choose([point.hashed(cipher) for point in guest.contact_points], choices, now=now)
