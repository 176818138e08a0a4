"""What a visit needs of the house."""

import dataclasses

from shared_lib.domain.price_book import AddOn, Treatment


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """A treatment with its add-ons: minutes for the guest, and what has to be free for it.

    `specialties` has one entry for each technician needed. `technician` (an id) and `gender` are the guest's wish.
    """

    minutes: int
    turnaround: int
    room_kind: str
    specialties: tuple[str, ...]
    party: int = 1
    technician: int | None = None
    gender: str | None = None

    @classmethod
    def of(
        cls,
        treatment: Treatment,
        add_ons: tuple[AddOn, ...] = (),
        *,
        technician: int | None = None,
        gender: str | None = None,
    ) -> "Visit":
        """Return what a treatment needs; add-ons may lengthen it."""
        return cls(
            minutes=treatment.minutes + sum(add_on.minutes for add_on in add_ons),
            turnaround=treatment.turnaround,
            room_kind=treatment.room_kind,
            specialties=treatment.specialties,
            party=treatment.party,
            technician=technician,
            gender=gender,
        )
