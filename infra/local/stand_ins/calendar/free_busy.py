"""When calendars are busy."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from infra.local.stand_ins.calendar.calendar_store import CalendarStore
from infra.local.stand_ins.calendar.recurrence import expanded
from infra.local.stand_ins.calendar.times import instant, read_instant, write_instant, zone_of
from infra.local.stand_ins.google.errors import GoogleError, missing

Span = tuple[datetime, datetime]

NOT_THERE = {"errors": [{"domain": "global", "reason": "notFound"}], "busy": []}


def free_busy(calendar_store: CalendarStore, body: dict[str, Any]) -> dict[str, Any]:
    """Answer for each calendar; one that is not there has an error inside an answer that says 200."""
    for name in ("timeMin", "timeMax"):
        if not body.get(name):
            raise missing(f"Missing {name} parameter.")
    start, end = read_instant(body["timeMin"]), read_instant(body["timeMax"])
    if end <= start:
        raise GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", domain="calendar")
    known = {calendar["id"] for calendar in calendar_store.calendars()}
    zone = zone_of(body.get("timeZone") or "UTC")
    wanted = [item["id"] for item in body.get("items") or []]
    times = {name: _busy(calendar_store, name, (start, end)) for name in wanted if name in known}
    answers = {name: {"busy": [_period(span, zone) for span in spans]} for name, spans in times.items()}
    return {
        "kind": "calendar#freeBusy",
        "timeMin": write_instant(start),
        "timeMax": write_instant(end),
        "calendars": {name: answers.get(name, NOT_THERE) for name in wanted},
    }


def _busy(calendar_store: CalendarStore, calendar_id: str, within: Span) -> list[Span]:
    zone = calendar_store.zone(calendar_id)
    events = [entry["event"] for entry in expanded(calendar_store.entries(calendar_id), zone)]
    blocking = [e for e in events if e["status"] != "cancelled" and e.get("transparency") != "transparent"]
    spans = [(instant(event["start"], zone), instant(event["end"], zone)) for event in blocking]
    return _merged((max(a, within[0]), min(b, within[1])) for a, b in spans if a < within[1] and b > within[0])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _period(span: Span, zone: Any) -> dict[str, str]:  # noqa: ANN401
    return {"start": _written(span[0], zone), "end": _written(span[1], zone)}


def _written(moment: datetime, zone: Any) -> str:  # noqa: ANN401
    return moment.astimezone(zone).isoformat().replace("+00:00", "Z")
