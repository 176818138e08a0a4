"""When an event is: Google's pairs of time and zone, checked and read."""

from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from infra.local.stand_ins.google.errors import GoogleError, invalid, missing

Point = dict[str, Any]


def zone_of(name: str) -> ZoneInfo:
    """Return a zone by its IANA name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise invalid(f"Invalid time zone definition: {name}") from error


def read_instant(text: str) -> datetime:
    """Read an RFC 3339 time that must have an offset."""
    moment = datetime.fromisoformat(text.upper())
    if moment.tzinfo is None:
        raise invalid(f"Missing time zone offset: {text}")
    return moment.astimezone(UTC)


def write_instant(moment: datetime) -> str:
    """Write an instant as Google writes those of its own making."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def instant(point: Point, zone: ZoneInfo) -> datetime:
    """Return the instant of a start or end; a whole day begins at the calendar's midnight."""
    if "date" in point:
        return datetime.combine(datetime.fromisoformat(point["date"]), time(), zone).astimezone(UTC)
    moment = datetime.fromisoformat(point["dateTime"].upper())
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone_of(point["timeZone"]))).astimezone(UTC)


def settled(point: Point, which: str, zone: ZoneInfo) -> Point:
    """Return a start or end as the calendar keeps it: its own zone's offset, and a zone by name."""
    given = {name: value for name, value in point.items() if value is not None}
    if ("date" in given) == ("dateTime" in given):
        raise missing(f"Missing {which} time.") if "date" not in given else invalid(f"Invalid {which} time.")
    if "date" in given:
        return {"date": given["date"]}
    if "timeZone" not in given and datetime.fromisoformat(given["dateTime"].upper()).tzinfo is None:
        raise missing(f"Missing time zone definition for {which} time.")
    local = instant(given, zone).astimezone(zone)
    return {"dateTime": local.isoformat(), "timeZone": zone_of(given.get("timeZone", zone.key)).key}


def check_span(start: Point, end: Point, zone: ZoneInfo) -> None:
    """Refuse an event that ends before it starts, or is a day at one end and a time at the other."""
    if ("date" in start) != ("date" in end):
        raise invalid("Start and end times must either both be date or both be dateTime.")
    if instant(end, zone) < instant(start, zone):
        raise GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", domain="calendar")
