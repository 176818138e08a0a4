"""What a person has to hear of: what was refused to us for good, and who no longer lets us in."""

from collections.abc import Sequence
from datetime import datetime

from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import AccessLost
from shared_lib.kernel.failures import Failure
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import ManagerAlerts


def report_booking_failures(failures: Sequence[Failure], *, alerts: ManagerAlerts, now: datetime) -> list[str]:
    """Return the codes; what asking again will not mend is logged with its booking, a lost key is told the manager."""
    for failure in failures:
        if failure.refused:
            alert("booking_unsettled", "a booking can't be settled", booking=failure.booking_id, code=failure.code)
        if failure.code == AccessLost.code:
            report_lost_access(failure.vendor, alerts=alerts, now=now)
    return [failure.code for failure in failures]


def report_lost_access(vendor: str, calendar: str = "", *, alerts: ManagerAlerts, now: datetime) -> None:
    """Tell the manager, once a day until it is mended, that a vendor no longer lets us in, or not to a calendar."""
    facts = {"service": vendor, "calendar": calendar, "code": AccessLost.code}
    named = {name: word for name, word in facts.items() if word}
    alerts.record(AlertKind.TOKEN_DYING, f"{vendor} {calendar} {now:%Y-%m-%d}", named, now=now)
