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
    """Return the case, the same one for the same key and for what is told again in a chat while it waits.

    The manager hears that it is there, never what was told.
    """
    if new.session_id and (waiting := _told_before(new, new.session_id, cases)):
        return waiting
    case_id = derived_id("case", new.key)
    alert = None if new.kind in QUIET else _alert(case_id, new, spa, now)
    return cases.open(case_id, new, owner=OWNERS[new.kind], alert=alert, now=now)


def _told_before(new: NewCase, session_id: str, cases: Cases) -> Case | None:
    told = cases.told_in_chat(session_id, new.kind)
    return next((case for case, words in told if _same_words(words) == _same_words(new.text)), None)


def _same_words(text: str) -> str:
    """Return the letters and figures of a text, which tell whether it says the same."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _alert(case_id: UUID, new: NewCase, spa: Spa, now: datetime) -> ManagerAlert:
    facts = {
        "reference": reference_of(case_id),
        "kind": new.kind.replace("_", " "),
        "by": say_moment(new.promise_at, spa, now=now),
    }
    return ManagerAlert(AlertKind.CASE_OPENED, str(case_id), facts, now)
