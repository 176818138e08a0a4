"""Cases as the manager sees them: what waits and by when, one told at a time, and done with."""

import dataclasses
from typing import Any
from uuid import UUID

from infra.local.environment import Surroundings
from shared_lib.bootstrap import Services
from shared_lib.concierge.case import Case
from shared_lib.concierge.close_case import close_case
from shared_lib.concierge.read_case import read_case
from shared_lib.config import Settings

MANAGER = "manager"
MOST = 100


class ConsoleCases:
    """The cases of one local system, opened with its key."""

    def __init__(self, system: Surroundings) -> None:
        self._services = Services(Settings.read(system.settings() | {"DATABASE_POOL_MAX": "2"}))

    def newest(self) -> list[dict[str, Any]]:
        """Return the cases without a guest's words, those that wait first."""
        return [_plain(case) for case in self._services.cases.newest(limit=MOST)]

    def words(self, case_id: UUID) -> dict[str, Any]:
        """Return what was told in one and by whom; that the manager read it is noted. Raise NotFound."""
        deps = self._services
        words = read_case(case_id, reader=MANAGER, cases=deps.cases, now=deps.clock())
        return dataclasses.asdict(words)

    def close(self, case_id: UUID) -> dict[str, Any]:
        """Close one; raise NotFound."""
        deps = self._services
        return _plain(close_case(case_id, by=MANAGER, cases=deps.cases, now=deps.clock()))


def _plain(case: Case) -> dict[str, Any]:
    return {
        "id": str(case.id),
        "reference": case.reference,
        "kind": case.kind,
        "status": case.status,
        "owner": case.owner,
        "lang": case.lang,
        "reachable": case.reachable,
        "booking_id": str(case.booking_id) if case.booking_id else None,
        "created_at": case.created_at.isoformat(),
        "promise_at": case.promise_at.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
    }
