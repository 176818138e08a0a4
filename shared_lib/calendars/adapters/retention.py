"""When the nights' reports are forgotten."""

from collections.abc import Mapping
from typing import LiteralString

FORGET: Mapping[str, LiteralString] = {
    "calendar_drift_reports": """
delete from coresync.calendar_drift_reports where id in (
  select id from coresync.calendar_drift_reports where at <= %(before)s order by at limit %(limit)s)
""",
}
"""From the night of the report."""
