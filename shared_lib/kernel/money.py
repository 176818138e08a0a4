"""Money is integer cents of US dollars; rates are thousandths of a percent."""

import dataclasses
from collections.abc import Iterable
from fractions import Fraction

from shared_lib.kernel.errors import BadInput

WHOLE = 100_000
"""One hundred percent, in thousandths of a percent."""

LOWEST_PRICE, HIGHEST_PRICE = 50, 99_999_999
"""What Stripe charges in one payment, in cents; the database holds prices and payments to the same bounds."""


def is_price(cents: int) -> bool:
    """Return whether an amount can be asked of a guest: nothing is sold for nothing."""
    return LOWEST_PRICE <= cents <= HIGHEST_PRICE


def check_prices(cents: Iterable[int]) -> None:
    """Raise BadInput for an amount that can't be asked of a guest."""
    for amount in cents:
        if not is_price(amount):
            raise BadInput("price", f"must be from {say_cents(LOWEST_PRICE)} to {say_cents(HIGHEST_PRICE)}")


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
