"""Text messages in words: short, plain, the spa's name first; the words lie in `sms_words/`, a file for a language."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from typing_extensions import override

from shared_lib.bookings.booking import Booking
from shared_lib.guests.proof_code import LIFE
from shared_lib.kernel.formatting import say_moment, say_time, say_zone
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.ports import TextWriter

_WORDS = Path(__file__).parent / "sms_words"
_MINUTE = timedelta(minutes=1)


class SmsTexts(TextWriter):
    """Writes in the name of one spa; `public_url` is the website that a telephone may give a code to."""

    def __init__(self, spa: Spa, *, public_url: str, lang: str = "en") -> None:
        self._spa = spa
        self._host = urlsplit(public_url).hostname or ""
        self._lang = lang

    @override
    def code(self, digits: str) -> str:
        return self._say("code", digits=digits, minutes=LIFE // _MINUTE, host=self._host)

    @override
    def payment_link(self, booking: Booking, url: str, *, now: datetime) -> str:
        """Return a text about a hold, which ends today: the hour is enough, and leaves room for the link."""
        until = f"{say_time(booking.held_until, self._spa)} {say_zone(self._spa)}"
        return self._say("payment_link", until=until, url=url)

    @override
    def reminder(self, booking: Booking, url: str, *, now: datetime) -> str:
        return self._say("reminder", moment=say_moment(booking.starts_at, self._spa, now=now), url=url)

    def _say(self, name: str, **facts: object) -> str:
        return self._words[name].format(spa=self._spa.name, **facts)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return tomllib.loads((_WORDS / f"{self._lang}.toml").read_text(encoding="utf-8"))
