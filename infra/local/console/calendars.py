"""The calendars of Google's stand-in, deleted events among them."""

from typing import Any

from infra.local.stand_ins.calendar import CalendarStandIn


def calendars(stand_in: CalendarStandIn) -> list[dict[str, Any]]:
    """Return each calendar with its events, the last changed first; their times have the calendar's offset."""
    state = stand_in.state()
    return [calendar | {"events": _newest_first(state["events"][calendar["id"]])} for calendar in state["calendars"]]


def _newest_first(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(events, key=lambda event: str(event["updated"]), reverse=True)
