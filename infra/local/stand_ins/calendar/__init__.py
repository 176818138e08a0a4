"""Google Calendar on loopback."""

from infra.local.stand_ins.calendar.stand_in import CalendarStandIn

__all__ = ["CalendarStandIn"]
