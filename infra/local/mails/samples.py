"""A visit, a member and a house to write mails about; nobody in them is real."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.house_texts import HouseTexts
from shared_lib.notifications.membership_card import MembershipCard
from shared_lib.payments.payment import Payment
from shared_lib.pricing.sale import LineItem

SPA = Spa(
    id="new-york",
    name="CoreSync",
    zone="America/New_York",
    address="12 Example Street, New York, NY 10001",
    phone="+1 555 010 0142",
    website="https://coresync.life",
)
SENDER = "info@coresync.life"
NEW_YORK = ZoneInfo(SPA.zone)
NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)
"""Wednesday, 10 AM in New York."""
STARTS = datetime(2026, 11, 27, 20, tzinfo=UTC)
"""Friday, 3 PM in New York."""
HOUSE = HouseTexts(
    review_url="https://search.google.com/local/writereview?placeid=example",
    directions="From 34th Street, Penn Station, it is six minutes on foot: out at Eighth Avenue, two blocks north.\n"
    "The bell is beside the dark door; somebody opens.",
    parking="There is a garage next door; the first three hours are free with a stamp from our desk.",
    what_to_bring="For the steam room you may like swimwear of your own.",
)
CARD = MembershipCard(
    name="Daniel Example",
    tier="Premium",
    benefits=("40 % off treatments", "A free AI massage bed session each month", "A treat for your birthday"),
    monthly_cents=70000,
    days_ahead=90,
    member_since=date(2026, 11, 25),
    number="CS-M-000042",
)
_MASSAGE = LineItem(
    "treatment", "deep-tissue-massage", "Deep Tissue Massage", 50, 24000, 16800, "personal_service", 4500, 756
)
_STONES = LineItem("add_on", "hot-stone", "Hot Stone", 15, 4000, 4000, "personal_service", 4500, 180)
_TRIM = LineItem("treatment", "beard-trim", "Beard Trim", 30, 6000, 6000, "personal_service", 4500, 270, visit=2)
_COUPLES = LineItem(
    "treatment", "couples-massage", "Couple's Massage", 90, 50000, 35000, "personal_service", 4500, 1575
)
_POLICY = {
    "refund": [[48, 100], [24, 50], [0, 0]],
    "reschedule_free_until_hours": 24,
    "reschedule_times": 2,
    "grace_minutes": 15,
    "no_show_percent": 100,
}


def a_visit(begins: datetime = STARTS, **changes: Any) -> Booking:  # noqa: ANN401 -- whatever a booking has
    """Return a confirmed and paid massage with an add-on."""
    begins = begins.astimezone(UTC)
    ends = begins + timedelta(minutes=65)
    visit = Booking(
        id=UUID("0b6f3c1e-6a53-4c0e-9d53-1c2a4b5d6e7f"),
        reference="CS-2026-000123",
        spa_id=SPA.id,
        status=Status.CONFIRMED,
        version=3,
        starts_at=begins,
        ends_at=ends,
        held_until=NOW + timedelta(minutes=15),
        tier="Base",
        party=1,
        source="chat",
        price_book_version=1,
        lines=(_MASSAGE, _STONES),
        visits=(BookedVisit(1, 1, begins, ends),),
        allocations=(_anna(begins, ends),),
        payments=(_paid(21736),),
        net_cents=20800,
        tax_cents=936,
        total_cents=21736,
        policy=_POLICY,
        contact=Contact("Daniel Example", "daniel@example.com"),
    )
    return dataclasses.replace(visit, **changes)


def two_friends(**changes: Any) -> Booking:  # noqa: ANN401 -- whatever a booking has
    """Return a massage at three, and a beard trim for a friend at half past."""
    begins, ends = STARTS + timedelta(minutes=30), STARTS + timedelta(minutes=60)
    visits = (BookedVisit(1, 1, STARTS, STARTS + timedelta(minutes=50)), BookedVisit(2, 2, begins, ends))
    sam = Allocation("technician", 5, begins, ends, "Sam", visit=2)
    sums = {"net_cents": 22800, "tax_cents": 1026, "total_cents": 23826, "payments": (_paid(23826),)}
    people = {"visits": visits, "allocations": (_anna(STARTS, ends), sam), "party": 2}
    return a_visit(lines=(_MASSAGE, _TRIM), **{**sums, **people, **changes})


def a_couple(**changes: Any) -> Booking:  # noqa: ANN401 -- whatever a booking has
    """Return one treatment for two, with two people."""
    ends = STARTS + timedelta(minutes=90)
    pair = (_anna(STARTS, ends), Allocation("technician", 2, STARTS, ends, "Maria"))
    sums = {"net_cents": 35000, "tax_cents": 1575, "total_cents": 36575, "payments": (_paid(36575),)}
    people = {"visits": (BookedVisit(1, 1, STARTS, ends),), "allocations": pair, "party": 2, "ends_at": ends}
    return a_visit(lines=(_COUPLES,), **{**sums, **people, **changes})


def a_hold(**changes: Any) -> Booking:  # noqa: ANN401 -- whatever a booking has
    """Return a place that waits for its payment."""
    return a_visit(status=Status.HELD, version=1, payments=(), **changes)


def alerts() -> tuple[ManagerAlert, ...]:
    """Return one alert of each kind, and of a kind that is told in two ways the other one."""
    facts = {"reference": "CS-2026-000123", "when": "Friday 27 November, 3:00 PM New York time"}
    told: dict[AlertKind, dict[str, str]] = {
        AlertKind.CALENDAR_PUT_BACK: facts,
        AlertKind.CALENDAR_CLASH: {**facts, "technician": "Anna"},
        AlertKind.REFUND_FAILED: {
            "reference": "CS-2026-000123",
            "amount": "$108.68",
            "code": "expired_or_canceled_card",
        },
        AlertKind.TOKEN_DYING: {"service": "google_calendar", "calendar": "technician 3", "code": "ACCESS_LOST"},
        AlertKind.DEAD_LETTERS: {"service": "on_booking_email", "count": "3"},
        AlertKind.PRICE_SHEET_INVALID: {"cell": "Treatments, D14", "code": "BAD_INPUT"},
        AlertKind.ADDRESS_SUPPRESSED: {"reference": "CS-2026-000123", "code": "bounced"},
        AlertKind.MAIL_BREAKER: {"kind": "reminder", "most": "400"},
        AlertKind.ERASURE_STUCK: {"service": "Stripe", "code": "VENDOR_UNAVAILABLE"},
        AlertKind.CASE_OPENED: {
            "reference": "C-7F3A-9B21",
            "kind": "double charge",
            "by": "Thursday 26 November, 10:30 AM New York time",
        },
    }
    raised = (ManagerAlert(kind, kind, told[kind], NOW - timedelta(minutes=n)) for n, kind in enumerate(told))
    not_done = ManagerAlert(AlertKind.CALENDAR_PUT_BACK, "again", {**facts, "code": "NOT_PUT_BACK"}, NOW)
    return (*raised, not_done)


def _anna(begins: datetime, ends: datetime) -> Allocation:
    return Allocation("technician", 1, begins, ends, "Anna")


def _paid(cents: int) -> Payment:
    return Payment(UUID(int=1), 1, "paid", cents, NOW, payment_intent_id="pi_1")
