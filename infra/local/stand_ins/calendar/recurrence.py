"""Events that come again: every day or week, so many times or until a day, on the wall clock of their zone."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from infra.local.stand_ins.calendar.times import instant
from infra.local.stand_ins.google.errors import invalid

Event = dict[str, Any]
Entry = dict[str, Any]

STEPS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}
LAST = 730
"""How often an event comes that names no end."""


def check_recurrence(lines: list[str]) -> None:
    """Refuse what is not played: anything but one rule of days or weeks."""
    if len(lines) != 1 or not lines[0].startswith("RRULE:") or _rule(lines[0]).get("FREQ") not in STEPS:
        raise invalid("The stand-in plays one RRULE with FREQ=DAILY or WEEKLY, INTERVAL, COUNT and UNTIL.")


def expanded(entries: Iterable[Entry], zone: ZoneInfo) -> list[Entry]:
    """Return the entries with each recurring event as its single ones; those that were changed stand for themselves."""
    entries = list(entries)
    known = {entry["event"]["id"] for entry in entries}
    return [single for entry in entries for single in _singles(entry, zone, known)]


def single(series: Event, event_id: str, zone: ZoneInfo) -> Event | None:
    """Return one of a series by its id."""
    return next((event for event in _occurrences(series, zone) if event["id"] == event_id), None)


def _singles(entry: Entry, zone: ZoneInfo, known: set[str]) -> Iterator[Entry]:
    if "recurrence" not in entry["event"]:
        yield entry
        return
    for event in _occurrences(entry["event"], zone):
        if event["id"] not in known:
            yield entry | {"event": event}


def _occurrences(series: Event, zone: ZoneInfo) -> Iterator[Event]:
    rule = _rule(series["recurrence"][0])
    step = STEPS[rule["FREQ"]] * int(rule.get("INTERVAL", 1))
    until = rule.get("UNTIL", "9999")
    lasting = {name: value for name, value in series.items() if name != "recurrence"}
    for number in range(int(rule.get("COUNT", LAST))):
        start, end = (_shifted(series[which], step * number) for which in ("start", "end"))
        stamp = _stamp(start, zone)
        if stamp[: len(until)] > until:
            return
        ids = {"id": f"{series['id']}_{stamp}", "recurringEventId": series["id"], "originalStartTime": start}
        yield lasting | ids | {"start": start, "end": end}


def _rule(line: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in line.removeprefix("RRULE:").split(";") if "=" in part)


def _shifted(point: Event, by: timedelta) -> Event:
    """Return the same time of the day, as its own zone's clocks show it, some days later."""
    if "date" in point:
        return {"date": (date.fromisoformat(point["date"]) + by).isoformat()}
    zone = ZoneInfo(point["timeZone"])
    wall = datetime.fromisoformat(point["dateTime"]).astimezone(zone).replace(tzinfo=None) + by
    return {"dateTime": wall.replace(tzinfo=zone).isoformat(), "timeZone": zone.key}


def _stamp(start: Event, zone: ZoneInfo) -> str:
    if "date" in start:
        return str(start["date"]).replace("-", "")
    return instant(start, zone).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
