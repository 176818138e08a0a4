"""What the manager has to hear of, in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert
from shared_lib.kernel.ports import ManagerAlerts


class AlertsAtHand(ManagerAlerts):
    """Each key of a kind once, until it is mailed."""

    def __init__(self) -> None:
        self.raised: dict[tuple[AlertKind, str], ManagerAlert] = {}

    def record(self, kind: AlertKind, key: str, facts: Mapping[str, str], *, now: datetime) -> None:
        self.raised.setdefault((kind, key), ManagerAlert(kind, key, facts, now))

    def waiting(self, *, limit: int) -> Sequence[ManagerAlert]:
        return list(self.raised.values())[:limit]

    def mailed(self, alerts: Sequence[ManagerAlert], *, now: datetime) -> None:
        for alert in alerts:
            del self.raised[alert.kind, alert.key]

    def of(self, kind: AlertKind) -> list[Mapping[str, str]]:
        """Return the facts of all of a kind."""
        return [alert.facts for alert in self.raised.values() if alert.kind is kind]
