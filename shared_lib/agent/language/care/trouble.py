"""Trouble: what a guest tells that comes before everything they wish for."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "emergency",
    "distress",
    "harassment",
    "injury_here",
    "discrimination",
    "double_charge",
    "lost_thing",
    "health",
    "indecent",
    "bad_service",
]
"""What it is about; `distress` is a guest who is not well in themselves, `emergency` a life in danger now."""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What kind of trouble was heard, and whether a life may be in danger: then 911 is said.

    By one's own hand: then 988 is said too.
    """

    kind: Kind
    emergency: bool = False
    self_harm: bool = False

    @property
    def answer(self) -> str:
        """Return the name of the answer to it."""
        return "self_harm" if self.self_harm else self.kind


def marker(trouble: Trouble) -> str:
    """Return what a transcript keeps in place of a guest's words: that there were some, and of what kind."""
    return f"[{trouble.kind}]"
