"""What people have to hear of the calendars."""

import logging
from collections.abc import Sequence
from datetime import datetime

from shared_lib.calendars.read_calendars import CalendarFailure
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import AccessLost
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.web.failures import report_lost_access
from shared_lib.web.logs import log

VENDOR = "google-calendar"


def report_calendar_failures(failures: Sequence[CalendarFailure], *, alerts: ManagerAlerts, now: datetime) -> list[str]:
    """Return the codes; a calendar that no longer lets us in calls a person."""
    says = "a calendar can't be read or watched"
    for failure in failures:
        if failure.code == AccessLost.code:
            alert("calendar_access_lost", says, calendar=failure.calendar, code=failure.code)
            report_lost_access(VENDOR, failure.calendar, alerts=alerts, now=now)
        else:
            log(says, level=logging.WARNING, calendar=failure.calendar, code=failure.code)
    return [failure.code for failure in failures]
