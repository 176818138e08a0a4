"""Moves business time: the offset in the clock's file, which every function reads."""

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from shared_lib.kernel.adapters.clock import BusinessClock
from shared_lib.kernel.clock import real_now
from shared_lib.kernel.errors import BadInput

_EARLIEST, _LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)

ClockRequest = dict[str, Any]


class TimeMachine:
    """Reads and sets `file`, seconds as text; `zone` is where the spa's wall clock hangs."""

    def __init__(self, clock: BusinessClock, *, file: Path, zone: str) -> None:
        self._clock = clock
        self._file = file
        self._zone = ZoneInfo(zone)
        self._moves: Mapping[str, Callable[[Any], timedelta]] = {
            "at": self._to_instant,
            "advance": self._by_seconds,
            "next": self._to_wall_time,
            "reset": self._to_reality,
        }

    def read(self) -> dict[str, Any]:
        """Return business time and real time, on the spa's wall clock with its offset, and the seconds between them."""
        return {
            "now": self._clock().astimezone(self._zone).isoformat(timespec="milliseconds"),
            "real": real_now().astimezone(self._zone).isoformat(timespec="milliseconds"),
            "offset_seconds": self._clock.offset().total_seconds(),
            "zone": self._zone.key,
        }

    def move(self, body: ClockRequest) -> dict[str, Any]:
        """Do the one thing that a body asks for and return the new time.

        `at` is RFC 3339, `advance` seconds, `next` a wall time such as "09:00", `reset` true; raise BadInput.
        """
        if unknown := sorted(set(body) - set(self._moves)):
            raise BadInput(unknown[0], "is not known; use at, advance, next or reset")
        if len(body) != 1:
            raise BadInput("at", "one of at, advance, next and reset is needed, and no more")
        ((name, value),) = body.items()
        self._keep(self._moves[name](value))
        return self.read()

    def _keep(self, offset: timedelta) -> None:
        half = self._file.with_suffix(".new")
        half.write_text(str(offset.total_seconds()))
        half.replace(self._file)

    def _to_instant(self, value: object) -> timedelta:
        return _checked("at", _instant(value)) - real_now()

    def _by_seconds(self, value: object) -> timedelta:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise BadInput("advance", "must be a number of seconds")
        try:
            return _checked("advance", self._clock() + timedelta(seconds=value)) - real_now()
        except OverflowError as error:
            raise BadInput("advance", "leads too far") from error

    def _to_wall_time(self, value: object) -> timedelta:
        wanted, now = _wall_time(value), self._clock().astimezone(self._zone)
        today = datetime.combine(now.date(), wanted, self._zone)
        tomorrow = datetime.combine(now.date() + timedelta(days=1), wanted, self._zone)
        return (today if today > now else tomorrow).astimezone(UTC) - real_now()

    def _to_reality(self, value: object) -> timedelta:
        if value is not True:
            raise BadInput("reset", "must be true")
        return timedelta()


def _instant(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise BadInput("at", "must be an RFC 3339 time") from error
    if moment.tzinfo is None or "T" not in str(value).upper():
        raise BadInput("at", "must be an RFC 3339 time with its offset")
    return moment


def _wall_time(value: object) -> time:
    try:
        return time.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError as error:
        raise BadInput("next", "must be a time such as 09:00") from error


def _checked(field: str, moment: datetime) -> datetime:
    if not _EARLIEST <= moment <= _LATEST:
        raise BadInput(field, "must lead to a time between the years 2000 and 2100")
    return moment
