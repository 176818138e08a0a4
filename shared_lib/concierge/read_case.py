"""Read what a guest told; who reads it is noted."""

from datetime import datetime
from uuid import UUID

from shared_lib.concierge.case import CaseWords
from shared_lib.concierge.ports import Cases


def read_case(case_id: UUID, *, reader: str, cases: Cases, now: datetime) -> CaseWords:
    """Return the words of a case and how to reach the guest; raise NotFound."""
    return cases.read(case_id, reader=reader, now=now)
