"""Copies out of which nobody can take a guest: they end by themselves, and the certificate says when."""

from collections.abc import Callable, Sequence
from datetime import datetime

from typing_extensions import override

from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.guests.retained import ENDS_BY_ITSELF, kept

NAMES = ("vendor_reports", "backups")


class UntraceableCopies(PersonalDataStore):
    """What vendors reported, sealed as it came, and the database's backups."""

    name = "copies"
    covers = frozenset({"webhook_payloads.sealed"})

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        return [
            {"what": ENDS_BY_ITSELF[name].what, "not_listed_because": ENDS_BY_ITSELF[name].why}
            | {"kept_for_days": ENDS_BY_ITSELF[name].days}
            for name in NAMES
        ]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        return Erased(kept=[kept(name, now) for name in NAMES])
