"""How a stand-in misbehaves when it is told to."""

import dataclasses
import random
import time
from collections.abc import Mapping
from typing import Any, Self


@dataclasses.dataclass(frozen=True)
class Faults:
    """What goes wrong, as shares of calls between 0 and 1; `latency_ms` delays each call."""

    error_rate: float = 0.0
    status: int = 503
    latency_ms: int = 0
    drop_rate: float = 0.0
    """Of calls that are carried out but never answered: the caller can't know what became of them."""
    duplicate: bool = False
    """Events that the vendor sends arrive twice."""
    reorder: bool = False
    """Events that the vendor sends arrive newest first."""

    def __post_init__(self) -> None:
        """Raise ValueError for what no stand-in could do."""
        shares = self.error_rate, self.drop_rate
        if not all(0 <= share <= 1 for share in shares) or self.latency_ms < 0:
            raise ValueError("error_rate and drop_rate must lie between 0 and 1, latency_ms not below 0")

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> Self:
        """Take what is known of a control request; raise ValueError for what is not known or can't be."""
        known: dict[str, Any] = {field.name: type(field.default) for field in dataclasses.fields(cls)}
        if unknown := set(body) - set(known):
            raise ValueError(f"unknown fault: {', '.join(sorted(unknown))}")
        return cls(**{name: known[name](value) for name, value in body.items()})

    def delay(self) -> None:
        """Wait as long as a slow vendor would."""
        time.sleep(self.latency_ms / 1000)

    def fails(self) -> bool:
        """Throw the dice for a call that is refused."""
        return random.random() < self.error_rate  # noqa: S311 -- dice, not secrets

    def drops(self) -> bool:
        """Throw the dice for an answer that gets lost."""
        return random.random() < self.drop_rate  # noqa: S311 -- dice, not secrets
