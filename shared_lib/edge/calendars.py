"""What people have to hear of the calendars."""

import logging
from collections.abc import Sequence

from shared_lib.domain.drift import Drift
from shared_lib.domain.errors import AccessLost
from shared_lib.edge.logs import log
from shared_lib.usecases.read_calendars import CalendarTrouble


def tell_manager(told: Sequence[Drift], left: Sequence[Drift]) -> None:
    """Tell which visits were put back in a calendar, and which ones somebody has to look at."""
    for drift in told:
        log("a visit was put back in its calendar", level=logging.WARNING, drift=drift.item())
    for drift in left:
        log("a visit can't be put back in its calendar", level=logging.ERROR, drift=drift.item())


def codes_of(troubles: Sequence[CalendarTrouble]) -> list[str]:
    """Return the codes; a calendar that no longer lets us in calls a person."""
    for trouble in troubles:
        level = logging.ERROR if trouble.code == AccessLost.code else logging.WARNING
        log("a calendar can't be read or watched", level=level, calendar=trouble.calendar, code=trouble.code)
    return [trouble.code for trouble in troubles]
