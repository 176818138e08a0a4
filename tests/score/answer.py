"""What the house said to one line, and what it asks the guest by it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.score.house import ZONE, Body
from tests.score.tongues import DAY, FACTS

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")
LIVING = ("held", "paying", "confirmed")


@dataclass(frozen=True)
class Button:
    """Something to press; `begins` is the time that it stands for."""

    id: str
    label: str

    @property
    def begins(self) -> datetime | None:
        """Return the instant on the spa's wall, None for what is no time."""
        found = _INSTANT.search(self.id)
        return datetime.fromisoformat(found[0]).astimezone(ZONE) if found else None


@dataclass(frozen=True)
class Answer:
    """All replies to one line; `bookings` and `payments` by their reference, as the contract has them."""

    texts: tuple[str, ...]
    buttons: tuple[Button, ...] = ()
    bookings: dict[str, Body] | None = None
    payments: dict[str, Body] | None = None
    missing: tuple[str, ...] = ()
    status: int = 200

    @classmethod
    def read(cls, replies: list[Body], missing: Any = (), status: int = 200) -> "Answer":
        """Read what the chat answered."""
        cards = [card for reply in replies for card in reply.get("cards") or () if card.get("choice")]
        choices = [(choice["id"], choice["label"]) for reply in replies for choice in reply.get("choices") or ()]
        choices += [(card["choice"], card.get("title") or "") for card in cards]
        booked = [reply for reply in replies if reply.get("booking")]
        bookings = {reply["booking"]["reference"]: reply["booking"] for reply in booked}
        payments = {reply["booking"]["reference"]: reply["payment"] for reply in booked if reply.get("payment")}
        texts = tuple((reply.get("text") or "").strip() for reply in replies)
        return cls(texts, tuple(Button(*choice) for choice in choices), bookings, payments, tuple(missing), status)

    @property
    def text(self) -> str:
        """Return all that was said."""
        return "\n".join(self.texts)

    @property
    def times(self) -> list[Button]:
        """Return the buttons that stand for a time."""
        return [button for button in self.buttons if button.begins]

    @property
    def question(self) -> str:
        """Return the last question; the last line where nothing is asked."""
        questions = [part for part in re.split(r"(?<=[.?!])\s+|\n", self.text) if "?" in part]
        return questions[-1] if questions else self.text.rpartition("\n")[2]

    @property
    def asks(self) -> str:
        """Return what is asked for, "" where that is not clear; several facts with spaces between."""
        if self.payments:
            return "payment"
        if facts := self._facts:
            return " ".join(sorted(facts, reverse=True))
        if self.times:
            return "slot"
        if re.search(DAY, self.question, re.IGNORECASE):
            return "day"
        return "treatment" if self.buttons and "?" in self.question else ""

    @property
    def _facts(self) -> list[str]:
        """Return the facts that the last question is for; it may name them in the sentence before."""
        if "?" not in self.question or self.times:
            return []
        before = re.sub(r"\S+@\S+", " ", self.text.partition(self.question)[0]).strip()
        for part in (self.question, re.split(r"(?<=[.?])\s+|\n", before)[-1]):
            facts = [name for name, words in FACTS.items() if re.search(words, part, re.IGNORECASE)]
            facts = [name for name in facts if name in self.missing or name in ("code", "phone")]
            if facts:
                return facts
        return []

    @property
    def holds(self) -> bool:
        """Whether a booking that is shown still stands."""
        return any(booking["status"] in LIVING for booking in (self.bookings or {}).values())
