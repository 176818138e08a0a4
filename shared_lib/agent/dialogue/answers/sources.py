"""What an answer is taken from: the house's facts, and who speaks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from shared_lib.agent.language import Vocabulary
from shared_lib.agent.replies.voice import Voice
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.price_book import PriceBook


class AnswerSources(Protocol):
    """What may be looked up for an answer, in the chat and on the phone alike."""

    @property
    def now(self) -> datetime:
        """Return the instant at which it is asked."""
        ...

    @property
    def wall_now(self) -> datetime:
        """Return what the spa's clocks show, without a zone."""
        ...

    @property
    def spa(self) -> Spa:
        """Return the spa."""
        ...

    @property
    def book(self) -> PriceBook:
        """Return the price book in force."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """Return the spa's own words."""
        ...

    @property
    def areas(self) -> Mapping[str, str]:
        """Return the part of the house for each kind of room."""
        ...

    @property
    def voice(self) -> Voice:
        """Return the voice that speaks to this guest."""
        ...

    def technicians_for(self, specialties: tuple[str, ...], *, gender: str | None = None) -> tuple[str, ...]:
        """Return the names of those who have one of the specialties, of women or of men alone where that is asked."""
        ...
