"""Which changes of a price book may be slips of the pen, and wait until the owner says that they are meant."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterator
from datetime import date

from shared_lib.kernel.money import say_cents
from shared_lib.pricing.price_book import NON_MEMBER, PriceBook

LARGE = 30
"""Percent of what an amount was: a change of more than that waits."""
SMALL = 1_000
"""Cents: a new amount below it waits, for Sheets takes a typed 1.180 for 1.18."""


@dataclasses.dataclass(frozen=True, slots=True)
class PriceWarnings:
    """What waits, as sentences, and the code of exactly these values over exactly the version in force."""

    sentences: tuple[str, ...] = ()
    code: str = ""


NO_DOUBTS = PriceWarnings()


def doubts(before: PriceBook | None, after: PriceBook) -> PriceWarnings:
    """Return what has to be asked before `after` may follow `before`, the version in force if there is one."""
    known = dict(_figures(before)) if before else {}
    steps = _jumps_of_steps(before, after) if before else ()
    sentences = (*_jumps(known, after), *dict.fromkeys(steps), *_dearer_for_members(before, after))
    version = before.version if before else 0
    return PriceWarnings(sentences, _code(version, sentences)) if sentences else NO_DOUBTS


@dataclasses.dataclass(frozen=True, slots=True)
class _Figure:
    """A number that decides what somebody pays, under the name that people know it by."""

    name: str
    number: int
    say: Callable[[int], str] = say_cents

    def __str__(self) -> str:
        return self.say(self.number)


def _figures(book: PriceBook) -> Iterator[tuple[tuple[str, ...], _Figure]]:
    """Yield each figure under a key that stays when only its spelling changes."""
    for treatment in book.treatments:
        for tier, cents in treatment.prices.items():
            yield ("treatment", treatment.id, tier), _Figure(f"{treatment.name}, {tier}", cents)
    for add_on in book.add_ons:
        yield ("add-on", add_on.id), _Figure(add_on.name, add_on.cents)
    for one in book.tiers:
        yield ("month", one.name), _Figure(f"{one.name}, a month", one.monthly_cents)
        yield ("share", one.name), _Figure(f"{one.name}, of an add-on's price", 100 - one.discount, _percent)
    yield ("no-show",), _Figure("charged of who does not come", book.policies.no_show_percent, _percent)


def _jumps(known: dict[tuple[str, ...], _Figure], after: PriceBook) -> Iterator[str]:
    for key, figure in _figures(after):
        was = known.get(key)
        if was and _is_large(was.number, figure.number):
            yield f"{figure.name}: {was} -> {figure}"
        elif not was and figure.say is say_cents and 0 < figure.number < SMALL:
            yield f"{figure.name}: {figure} is new; if more is meant, write it without a point"


def _jumps_of_steps(before: PriceBook, after: PriceBook) -> Iterator[str]:
    """Yield what holds from a step on and jumps there; a step that is new or gone changes what held around it."""
    for tax_class, since in sorted({(rate.tax_class, rate.since) for rate in (*before.tax, *after.tax)}):
        was, now = (_tax_on(book, tax_class, since) for book in (before, after))
        if was is not None and now is not None and _is_large(was, now):
            yield f"tax on {tax_class}: {_thousandths(was)} -> {_thousandths(now)}"
    for hours in sorted({hours for book in (before, after) for hours, _ in book.policies.refund}, reverse=True):
        was, now = (_given_back(book, hours) for book in (before, after))
        if _is_large(was, now):
            yield f"given back from {hours} hours on: {_percent(was)} -> {_percent(now)}"


def _tax_on(book: PriceBook, tax_class: str, day: date) -> int | None:
    rates = {rate.since: rate.rate for rate in book.tax if rate.tax_class == tax_class and rate.since <= day}
    return rates[max(rates)] if rates else None


def _given_back(book: PriceBook, hours: int) -> int:
    return next((percent for notice, percent in book.policies.refund if notice <= hours), 0)


def _dearer_for_members(before: PriceBook | None, after: PriceBook) -> Iterator[str]:
    """Yield where a member would pay more than a guest, unless the version in force has these very prices."""
    agreed = {treatment.id: treatment.prices for treatment in before.treatments} if before else {}
    for treatment in after.treatments:
        guest, were = treatment.prices[NON_MEMBER], agreed.get(treatment.id, {})
        for tier, cents in treatment.prices.items():
            if cents > guest and (were.get(tier), were.get(NON_MEMBER)) != (cents, guest):
                yield f"{treatment.name}, {tier}: {say_cents(cents)} is more than a guest pays ({say_cents(guest)})"


def _is_large(was: int, number: int) -> bool:
    return abs(number - was) * 100 > LARGE * was


def _percent(number: int) -> str:
    return f"{number} %"


def _thousandths(number: int) -> str:
    return f"{number / 1000:g} %"


def _code(version: int, sentences: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join((str(version), *sentences)).encode()).hexdigest()[:8]
