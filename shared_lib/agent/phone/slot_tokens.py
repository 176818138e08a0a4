"""Slots: an offered time as a signed token, good for ten minutes."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.slots import OfferedPlaces
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer

PURPOSE = "slot"
FIELDS = 5
"""As many as every slot has."""
ALONE = (1, 0, 0)
"""What is left out at the end of an item: the only guest, nobody by name, no gender."""
A_MINUTE = 60
"""Seconds; a visit begins at a whole minute."""
LIFE = timedelta(minutes=10)


@dataclasses.dataclass(frozen=True, slots=True)
class SlotToken:
    """A time that is good until an instant, with the whole request: each treatment, its guest and whom they wished for.

    A language model copies its token from one answer into the next question, so it is kept short.
    """

    items: tuple[RequestedItem, ...]
    starts_at: datetime
    until: datetime
    longest_wait: int = 0
    offer: OfferedPlaces | None = None
    """The places that were free, and under which versions; they are tried first."""

    @property
    def request(self) -> BookingRequest:
        """Return what was wished for when it was offered."""
        return dataclasses.replace(BookingRequest.at(self.items, self.starts_at), longest_wait=self.longest_wait)

    def token(self, signer: Signer) -> str:
        """Return the slot as it is handed out."""
        begins, until = (int(instant.timestamp()) for instant in (self.starts_at, self.until))
        offer = [self.offer.book_version, self.offer.roster_version, *self.offer.places] if self.offer else []
        rows = [_row(item) for item in self.items]
        payload = [begins // A_MINUTE, begins - until, self.longest_wait, rows, offer]
        return signer.sign(json.dumps(payload, separators=(",", ":")), purpose=PURPOSE)

    @classmethod
    def read(cls, token: str, signer: Signer) -> "SlotToken":
        """Return the slot of a token, however old; raise InvalidSignature, also for one of another release's shape."""
        payload = json.loads(signer.read(token, purpose=PURPOSE))
        if len(payload) != FIELDS or not isinstance(payload[-1], list):
            raise InvalidSignature("the slot has another shape")
        minute, before, longest_wait, rows, offer = payload
        begins = datetime.fromtimestamp(minute * A_MINUTE, UTC)
        items, until = tuple(_item(*row) for row in rows), begins - timedelta(seconds=before)
        return cls(items, begins, until, longest_wait, _offer(*offer) if offer else None)


def _row(item: RequestedItem) -> list[object]:
    """Return an item as short as it goes: its add-ons stand at the end, what everybody has is left out."""
    row: list[object] = [item.guest, list(item.named) or 0, item.gender or 0]
    while not item.add_on_ids and row and row[-1] == ALONE[len(row) - 1]:
        row.pop()
    return [item.treatment_id, *row, *item.add_on_ids]


def _item(
    treatment_id: str, guest: int = 1, named: Sequence[str] | int = 0, gender: str | int = 0, *add_on_ids: str
) -> RequestedItem:
    names = tuple(named) if isinstance(named, list) else ()
    wished = gender if isinstance(gender, str) else None
    return RequestedItem(treatment_id, guest, tuple(add_on_ids), next(iter(names), None), wished, names[1:])


def _offer(book_version: int, roster_version: int, *places: list[int]) -> OfferedPlaces:
    return OfferedPlaces(book_version, roster_version, tuple(tuple(ids) for ids in places))
