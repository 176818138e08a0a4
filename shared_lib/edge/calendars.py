"""What people have to hear of the calendars."""

import logging
from collections.abc import Sequence

from shared_lib.domain.errors import AccessLost
from shared_lib.edge.logs import log
from shared_lib.usecases.read_calendars import CalendarFailure


def codes_of(failures: Sequence[CalendarFailure]) -> list[str]:
    """Return the codes; a calendar that no longer lets us in calls a person."""
    for trouble in failures:
        level = logging.ERROR if trouble.code == AccessLost.code else logging.WARNING
        log("a calendar can't be read or watched", level=level, calendar=trouble.calendar, code=trouble.code)
    return [trouble.code for trouble in failures]
