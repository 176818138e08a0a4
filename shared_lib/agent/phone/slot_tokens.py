"""Slots: an offered time as a signed token, good for ten minutes."""

import dataclasses
import json
from datetime import UTC, datetime, timedelta

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.slots import OfferedPlaces
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer

PURPOSE = "slot"
FIELDS = 6
"""As many as every slot has, before its add-ons."""
LIFE = timedelta(minutes=10)


@dataclasses.dataclass(frozen=True, slots=True)
class SlotToken:
    """A time that is good until an instant: what for, for how many guests side by side, whom they wished for.

    A language model copies its token from one answer into the next question, so it is kept short.
    """

    treatment_id: str
    starts_at: datetime
    until: datetime
    technician: str | None = None
    gender: str | None = None
    add_on_ids: tuple[str, ...] = ()
    guests: int = 1
    offer: OfferedPlaces | None = None
    """The places that were free, and under which versions; they are tried first."""

    @property
    def request(self) -> BookingRequest:
        """Return what was wished for when it was offered."""
        item = RequestedItem(self.treatment_id, add_on_ids=self.add_on_ids)
        return BookingRequest.at([item], self.starts_at).for_guests(self.guests).with_whom(self.technician, self.gender)

    def token(self, signer: Signer) -> str:
        """Return the slot as it is handed out."""
        instants = [int(instant.timestamp()) for instant in (self.starts_at, self.until)]
        payload: list[object] = [
            self.treatment_id,
            *instants,
            self.guests,
            self.technician,
            self.gender,
            *self.add_on_ids,
        ]
        if self.offer:
            payload.append([self.offer.book_version, self.offer.roster_version, *self.offer.places])
        return signer.sign(json.dumps(payload, separators=(",", ":")), purpose=PURPOSE)

    @classmethod
    def read(cls, token: str, signer: Signer) -> "SlotToken":
        """Return the slot of a token, however old; raise InvalidSignature, also for one of another release's shape."""
        payload = json.loads(signer.read(token, purpose=PURPOSE))
        if len(payload) < FIELDS:
            raise InvalidSignature("the slot has another shape")
        treatment_id, starts_at, until, guests, technician, gender, *more = payload
        offer = _offer(*more.pop()) if more and isinstance(more[-1], list) else None
        return cls(treatment_id, _instant(starts_at), _instant(until), technician, gender, tuple(more), guests, offer)


def _offer(book_version: int, roster_version: int, *places: list[int]) -> OfferedPlaces:
    return OfferedPlaces(book_version, roster_version, tuple(tuple(ids) for ids in places))


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
