"""Give a guest everything that all stores hold of them, in one document."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from shared_lib.guests.personal_data import PersonalDataStore, Record
from shared_lib.guests.ports import Erasures, SubjectBookings
from shared_lib.kernel.spa import Spa


@dataclasses.dataclass(frozen=True, slots=True)
class GuestExport:
    """What is known of a guest at `at`, by store; `document` is plain JSON with instants on the spa's clock."""

    spa: Spa
    at: datetime
    sections: tuple[tuple[str, Sequence[Record]], ...]

    @property
    def document(self) -> Mapping[str, Any]:
        """Return it as plain JSON: instants in ISO 8601 with their zone, money in cents with its currency."""
        stores = {name: [_plain(record, self.spa) for record in records] for name, records in self.sections}
        return {"spa": self.spa.name, "exported_at": _plain(self.at, self.spa), "zone": self.spa.zone, **stores}

    def to_json(self) -> bytes:
        """Return it as one file."""
        return json.dumps(self.document, ensure_ascii=False, indent=2).encode()


class ExportWriter(Protocol):
    """Writes an export for people to read."""

    def write(self, export: GuestExport) -> bytes:
        """Return it as one file."""
        ...


def export_guest(
    guest_id: UUID,
    *,
    erasures: Erasures,
    bookings: SubjectBookings,
    stores: Sequence[PersonalDataStore],
    spa: Spa,
    now: datetime,
) -> GuestExport:
    """Return what is held of a guest; ask only for a guest who typed a fresh code.

    Raise NotFound, and ExternalServiceError where a store is away: half an export is none.
    """
    subject = bookings.found(erasures.subject(guest_id, until=now))
    return GuestExport(spa, now, tuple((store.name, store.export(subject)) for store in stores))


def _plain(value: object, spa: Spa) -> Any:  # noqa: ANN401 -- JSON
    if isinstance(value, Mapping):
        return {key: _plain(each, spa) for key, each in value.items()}
    if isinstance(value, datetime):
        return spa.wall(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(each, spa) for each in value]
    return value if value is None or isinstance(value, int | float | bool) else str(value)
