"""When it is forgotten what guests told."""

from collections.abc import Mapping
from typing import LiteralString

_FORGET: LiteralString = """
delete from coresync.cases where id in (
  select id from coresync.cases where {kinds} and coalesce(closed_at, promise_at) <= %(before)s
   limit %(limit)s for update skip locked)
"""
FORGET: Mapping[str, LiteralString] = {
    "complaints": _FORGET.replace("{kinds}", "kind not in ('health', 'question', 'person', 'late', 'wish')"),
    "questions": _FORGET.replace("{kinds}", "kind in ('question', 'person', 'late', 'wish')"),
    "health_cases": _FORGET.replace("{kinds}", "kind = 'health'"),
    "medical_notes": """
delete from coresync.medical_notes where (booking_id, id) in (
  select n.booking_id, n.id from coresync.medical_notes n join coresync.bookings b on b.id = n.booking_id
   where b.ends_at <= %(before)s limit %(limit)s)
""",
}
"""From the end of a case, or the time by which it was to be answered, and from the end of a note's visit."""
