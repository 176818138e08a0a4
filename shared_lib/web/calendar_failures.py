"""What people have to hear of the calendars."""

import logging
from collections.abc import Sequence

from shared_lib.calendars.read_calendars import CalendarFailure
from shared_lib.kernel.errors import AccessLost
from shared_lib.web.logs import log


def codes_of(failures: Sequence[CalendarFailure]) -> list[str]:
    """Return the codes; a calendar that no longer lets us in calls a person."""
    for failure in failures:
        level = logging.ERROR if failure.code == AccessLost.code else logging.WARNING
        log("a calendar can't be read or watched", level=level, calendar=failure.calendar, code=failure.code)
    return [failure.code for failure in failures]
