"""A visit to tell stories about, as the database would give it."""

import dataclasses
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.spa import Spa
from shared_lib.payments.payment import Payment
from shared_lib.pricing.sale import LineItem

SPA = Spa(
    id="new-york",
    name="CoreSync",
    zone="America/New_York",
    address="1 Example Street, New York, NY 10001",
    phone="+1 555 010 0142",
    website="https://coresync.life",
)
SENDER = "info@coresync.life"
STARTS = datetime(2026, 11, 27, 20, tzinfo=UTC)
NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)
"""Wednesday, 10 AM in New York; the visit is on Friday at 3 PM."""


def a_visit(**changes: object) -> Booking:
    """Return a confirmed and paid booking of a massage with an add-on."""
    lines = (
        LineItem(
            "treatment", "deep-tissue-massage", "Deep Tissue Massage", 50, 24000, 16800, "personal_service", 4500, 756
        ),
        LineItem("add_on", "hot-stone", "Hot Stone", 15, 4000, 4000, "personal_service", 4500, 180),
    )
    ends = STARTS + timedelta(minutes=65)
    visit = Booking(
        id=UUID("0b6f3c1e-6a53-4c0e-9d53-1c2a4b5d6e7f"),
        reference="CS-2026-000123",
        spa_id=SPA.id,
        status=Status.CONFIRMED,
        version=3,
        starts_at=STARTS,
        ends_at=ends,
        held_until=NOW,
        tier="Base",
        party=1,
        source="chat",
        price_book_version=1,
        lines=lines,
        visits=(BookedVisit(1, 1, STARTS, ends),),
        allocations=(
            Allocation("room", 1, STARTS, ends, "Treatment Room 1"),
            Allocation("technician", 1, STARTS, ends, "Anna"),
        ),
        payments=(Payment(UUID(int=1), 1, "paid", 21736, NOW, payment_intent_id="pi_1"),),
        net_cents=20800,
        tax_cents=936,
        total_cents=21736,
        policy={"refund": [[48, 100], [24, 50], [0, 0]]},
        contact=Contact("Daniel Example", "daniel@example.com"),
    )
    return dataclasses.replace(visit, **changes)  # type: ignore[arg-type]


def heard(event_type: EventType, visit: Booking) -> Event:
    """Return an event of the visit's present version."""
    return Event(uuid4(), event_type, visit.id, visit.version, NOW)
