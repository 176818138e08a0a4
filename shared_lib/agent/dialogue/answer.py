"""What the agent answers: sentences with buttons, cards, a payment, a booking."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Self


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """Something that a guest may press instead of typing; the id comes back as `choice`."""

    id: str
    label: str


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """One thing that the house says; `payment` and `booking` are as the chat's contract has them.

    `ends_here` says that no next step follows: a person helps on.
    `unanswered` says that a question was put which nothing in the house answers: it is left for the front desk.
    `about` names the kind of question that it answers, so that `and on Sundays?` can ask the same again.
    """

    text: str
    choices: tuple[Button, ...] = ()
    payment: Mapping[str, Any] | None = None
    booking: Mapping[str, Any] | None = None
    ends_here: bool = False
    unanswered: bool = False
    about: str = ""

    def after(self, sentence: str) -> Self:
        """Return the same reply with a sentence in front."""
        return dataclasses.replace(self, text=f"{sentence} {self.text}" if sentence else self.text)

    def to_json(self) -> dict[str, Any]:
        """Return the reply as it goes over the wire."""
        return {
            "text": self.text,
            "cards": [],
            "choices": [dataclasses.asdict(button) for button in self.choices],
            "payment": self.payment,
            "booking": self.booking,
        }


def read_reply(text: str, *choices: tuple[str, str]) -> Reply:
    """Return a reply with buttons given as pairs of id and label."""
    return Reply(text, tuple(Button(*choice) for choice in choices))
