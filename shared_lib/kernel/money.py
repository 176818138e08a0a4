"""Money is integer cents of US dollars; rates are thousandths of a percent."""

import dataclasses
from collections.abc import Iterable
from fractions import Fraction

WHOLE = 100_000
"""One hundred percent, in thousandths of a percent."""


def say_cents(cents: int) -> str:
    """Return cents as people read them: `$1,180.00`, `-$5.00`."""
    sign = "-" if cents < 0 else ""
    return f"{sign}${abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def share(cents: int, rate: int) -> int:
    """Return `rate` thousandths of a percent of a non-negative amount in cents, half a cent rounded up."""
    return (cents * rate * 2 + WHOLE) // (WHOLE * 2)


def allocate(cents: int, weights: Iterable[int]) -> tuple[int, ...]:
    """Split cents over lines by weight, adding up exactly; left-over cents go to the largest remainders."""
    shares = tuple(weights)
    total = sum(shares)
    if total == 0:
        return tuple(0 for _ in shares)
    exact = [Fraction(cents * weight, total) for weight in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
    for n in by_remainder[: cents - sum(parts)]:
        parts[n] += 1
    return tuple(parts)


@dataclasses.dataclass(frozen=True, slots=True)
class Amount:
    """Cents before tax, and the sales tax on them."""

    net_cents: int = 0
    tax_cents: int = 0

    @property
    def cents(self) -> int:
        """Return both together."""
        return self.net_cents + self.tax_cents

    def part(self, cents: int) -> "Amount":
        """Return so many cents of it, with their share of the tax."""
        return Amount(*allocate(cents, (self.net_cents, self.tax_cents)))

    def __sub__(self, other: "Amount") -> "Amount":
        """Return what remains of it."""
        return Amount(self.net_cents - other.net_cents, self.tax_cents - other.tax_cents)
