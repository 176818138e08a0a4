"""Open a case for what a guest told: kept sealed, with an owner, a promise, and a word to the manager."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from shared_lib.concierge.case import OWNERS, Case, CaseKind, NewCase, reference_of
from shared_lib.concierge.ports import Cases
from shared_lib.kernel.formatting import say_moment
from shared_lib.kernel.ids import derived_id
from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert
from shared_lib.kernel.spa import Spa

QUIET: Collection[CaseKind] = frozenset({CaseKind.HEALTH})
"""Notes for a technician wait for the visit; nobody is alarmed."""


def open_case(new: NewCase, *, cases: Cases, spa: Spa, now: datetime) -> Case:
    """Return the case, the same one for the same key; the manager hears that it is there, never what was told."""
    case_id = derived_id("case", new.key)
    alert = None if new.kind in QUIET else _alert(case_id, new, spa, now)
    return cases.open(case_id, new, owner=OWNERS[new.kind], alert=alert, now=now)


def _alert(case_id: UUID, new: NewCase, spa: Spa, now: datetime) -> ManagerAlert:
    facts = {
        "reference": reference_of(case_id),
        "kind": new.kind.replace("_", " "),
        "by": say_moment(new.promise_at, spa, now=now),
    }
    return ManagerAlert(AlertKind.CASE_OPENED, str(case_id), facts, now)
