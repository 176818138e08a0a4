"""The price book: what is sold, to whom, for how much, when and under which rules, as one published version."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self, TypeVar

from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.money import check_prices

NON_MEMBER = "Non-Member"

InLanguages = Mapping[str, str]
"""A text of the owner's in other languages than the house's own, by two letters: `es`, `he`."""


@dataclasses.dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment; `prices` are cents by tier name, `specialties` one for each technician needed, times in minutes.

    `tags` are what it is good for, in the owner's words; `includes` is what belongs to it without being asked for.
    """

    id: str
    name: str
    category: str
    minutes: int
    prices: Mapping[str, int]
    room_kind: str
    specialties: tuple[str, ...]
    turnaround: int
    party: int = 1
    tax_class: str = "personal_service"
    income_account: str = ""
    description: str = ""
    photo: str = ""
    tags: tuple[str, ...] = ()
    includes: str = ""
    descriptions: InLanguages = dataclasses.field(default_factory=dict)
    inclusions: InLanguages = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a price that can't be charged."""
        check_prices(self.prices.values())

    def described(self, lang: str) -> str:
        """Return what it is, in a language if the owner wrote it in that one."""
        return self.descriptions.get(lang, self.description)

    def included(self, lang: str) -> str:
        """Return what belongs to it, in a language if the owner wrote it in that one."""
        return self.inclusions.get(lang, self.includes)


@dataclasses.dataclass(frozen=True, slots=True)
class AddOn:
    """Something more within a visit: cents, extra minutes, and the category that it goes with (or `all`)."""

    id: str
    name: str
    cents: int
    minutes: int
    category: str
    tax_class: str = "personal_service"
    description: str = ""
    descriptions: InLanguages = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a price that can't be charged."""
        check_prices([self.cents])

    def described(self, lang: str) -> str:
        """Return what it is, in a language if the owner wrote it in that one."""
        return self.descriptions.get(lang, self.description)


@dataclasses.dataclass(frozen=True, slots=True)
class Tier:
    """A membership tier; `days_ahead` counts from the spa's today, `discount` in whole percent.

    Only who is no member pays nothing by the month.
    """

    name: str
    monthly_cents: int
    days_ahead: int
    discount: int
    benefits: str
    advantages: InLanguages = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a price that can't be charged."""
        if self.name != NON_MEMBER or self.monthly_cents:
            check_prices([self.monthly_cents])

    def gives(self, lang: str) -> str:
        """Return its benefits, in a language if the owner wrote them in that one."""
        return self.advantages.get(lang, self.benefits)


@dataclasses.dataclass(frozen=True, slots=True)
class TaxRate:
    """A sales tax from a date on, in thousandths of a percent, for one class of lines."""

    since: date
    tax_class: str
    rate: int


WITH_CONFIRMATION, ALWAYS = "with_the_confirmation", "always"
"""When the exact address is told."""
TOLD = frozenset({"review_url", "directions", "parking", "what_to_bring", "neighbourhood", "address_told"})
"""Policies that bind nobody: a guest hears them as they are on the day that they are told."""


@dataclasses.dataclass(frozen=True, slots=True)
class Policies:
    """The rules of the house; `refund` pairs hours of notice (at least) with percent, longest notice first.

    `terms` is the text that a guest accepts before paying, `terms_version` the name under which that is stored.
    `review_url` is where a guest writes a review, "" where nobody is asked for one; `directions`, `parking` and
    `what_to_bring` are told before a visit, `neighbourhood` to everybody, and the exact address as `address_told` says.
    """

    hold_minutes: int = 10
    phone_hold_minutes: int = 30
    waitlist_hold_minutes: int = 15
    notice_minutes: int = 60
    refund: tuple[tuple[int, int], ...] = ((48, 100), (24, 50), (0, 0))
    reschedule_free_until_hours: int = 24
    reschedule_times: int = 2
    no_show_percent: int = 100
    grace_minutes: int = 15
    terms_version: str = ""
    terms: str = ""
    review_url: str = ""
    directions: str = ""
    parking: str = ""
    what_to_bring: str = ""
    neighbourhood: str = ""
    address_told: str = WITH_CONFIRMATION

    def kept_minutes(self, source: str) -> int:
        """Return how long a place is kept for whoever asked by a source."""
        kept = {"phone": self.phone_hold_minutes, "waitlist": self.waitlist_hold_minutes}
        return kept.get(source, self.hold_minutes)

    def to_json(self) -> dict[str, Any]:
        """Return them as plain words, numbers and lists."""
        return dataclasses.asdict(self) | {"refund": [list(step) for step in self.refund]}

    def sold_under(self) -> dict[str, Any]:
        """Return the rules that a booking is sold under, as they are kept with it: without what is only told."""
        return {name: rule for name, rule in self.to_json().items() if name not in TOLD}


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """A question that guests ask, and the house's answer; `asked_as` are other wordings, in any language."""

    question: str
    answer: str
    asked_as: tuple[str, ...] = ()
    answers: InLanguages = dataclasses.field(default_factory=dict)

    def answered(self, lang: str) -> str:
        """Return the answer, in a language if the owner wrote it in that one."""
        return self.answers.get(lang, self.answer)


@dataclasses.dataclass(frozen=True, slots=True)
class PriceBook:
    """One version of everything that the owner edits; `hours` by area of the spa."""

    version: int
    treatments: tuple[Treatment, ...]
    add_ons: tuple[AddOn, ...]
    tiers: tuple[Tier, ...]
    hours: Mapping[str, WeeklyHours]
    policies: Policies
    tax: tuple[TaxRate, ...]
    faq: tuple[Question, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the house calls its treatments and add-ons."""
        return *(treatment.name for treatment in self.treatments), *(add_on.name for add_on in self.add_ons)

    def treatment(self, treatment_id: str) -> Treatment:
        """Return a treatment; raise NotFound."""
        return _by_id(self.treatments, treatment_id)

    def add_on(self, add_on_id: str) -> AddOn:
        """Return an add-on; raise NotFound."""
        return _by_id(self.add_ons, add_on_id)

    def requested_add_ons(self, add_on_ids: Iterable[str]) -> tuple[AddOn, ...]:
        """Return add-ons in the order in which they were wished for, each once however often it was named."""
        return tuple(map(self.add_on, dict.fromkeys(add_on_ids)))

    def tier(self, name: str) -> Tier:
        """Return a tier by name; raise NotFound."""
        for tier in self.tiers:
            if tier.name == name:
                return tier
        raise NotFound(f"no tier {name}")

    def tax_rate(self, tax_class: str, day: date) -> int:
        """Return the rate in force on a day for a class of lines, in thousandths of a percent; raise NotFound."""
        rates = [tax for tax in self.tax if tax.tax_class == tax_class and tax.since <= day]
        if not rates:
            raise NotFound(f"no tax rate for {tax_class} on {day}")
        return max(rates, key=lambda tax: tax.since).rate

    def to_json(self) -> dict[str, Any]:
        """Return plain lists and words without the version; `from_json` reads them."""
        body = {
            name: [dataclasses.asdict(row) for row in getattr(self, name)]
            for name in ("treatments", "add_ons", "tiers", "faq")
        }
        return body | {
            "hours": {area: hours.to_json() for area, hours in self.hours.items()},
            "policies": self.policies.to_json(),
            "tax": [dataclasses.asdict(row) | {"since": row.since.isoformat()} for row in self.tax],
        }

    @classmethod
    def from_json(cls, version: int, body: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        refund = tuple((hours, percent) for hours, percent in body["policies"]["refund"])
        return cls(
            version=version,
            treatments=tuple(Treatment(**_with_tuples(row, "specialties", "tags")) for row in body["treatments"]),
            add_ons=tuple(AddOn(**row) for row in body["add_ons"]),
            tiers=tuple(Tier(**row) for row in body["tiers"]),
            hours={area: WeeklyHours.from_json(hours) for area, hours in body["hours"].items()},
            policies=Policies(**body["policies"] | {"refund": refund}),
            tax=tuple(TaxRate(**row | {"since": date.fromisoformat(row["since"])}) for row in body["tax"]),
            faq=tuple(Question(**_with_tuples(row, "asked_as")) for row in body["faq"]),
        )


def _with_tuples(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a row with its lists as tuples; one that an older version did not have is empty."""
    return {**row, **{name: tuple(row.get(name, ())) for name in names}}


Priced = TypeVar("Priced", Treatment, AddOn)


def _by_id(rows: tuple[Priced, ...], wanted: str) -> Priced:
    for row in rows:
        if row.id == wanted:
            return row
    raise NotFound(f"not in the price book: {wanted}")
