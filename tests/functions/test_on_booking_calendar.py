"""The door between Pub/Sub and the calendars, with Google's own client: as the booking stands, in whatever order."""

import dataclasses
from datetime import timedelta
from types import SimpleNamespace

import pytest

from functions.on_booking_calendar import main
from infra.local.stand_ins.calendar import CalendarStandIn
from infra.local.stand_ins.faults import Faults
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.calendars.adapters.google import GoogleAccount, GoogleCalendars
from shared_lib.calendars.mirror_booking import CalendarIds
from shared_lib.kernel.events import EventType
from tests.pushes import push, pushes
from tests.visits import NOW, SPA, a_visit, heard

IDS = CalendarIds("master@calendar", "technicians@calendar", "private@calendar")
VISIT = a_visit(contact=Contact("Daniel Example", "daniel@example.com", "+1 555 010 0199", "a birthday"))
CANCELLED = dataclasses.replace(VISIT, status=Status.CANCELLED, version=4)


class BookingContext:
    """One booking, three calendars."""

    def __init__(self, google: CalendarStandIn):
        self.google = google
        self.visit = VISIT
        self.bookings = SimpleNamespace(get=lambda _: self.visit)
        self.calendars = GoogleCalendars(GoogleAccount(api_base=f"{google.url}/calendar/v3/", timeout=5))
        self.calendar_ids, self.spa, self.clock, self.pushes = IDS, SPA, lambda: NOW, pushes()

    def hear(self, event_type: EventType) -> int:
        return push(main.on_booking_calendar, heard(event_type, self.visit)).status_code

    def shown(self, calendar: str) -> list[dict]:
        found = self.google.state().get("events", {}).get(calendar, [])
        return [event for event in found if event.get("status") != "cancelled"]


@pytest.fixture
def house(monkeypatch):
    with CalendarStandIn() as google:
        for calendar in (IDS.master, IDS.technicians, IDS.private):
            google.create_calendar(calendar, calendar, SPA.zone)
        house = BookingContext(google)
        monkeypatch.setattr(main, "services", lambda: house)
        yield house


def test_a_confirmed_visit_stands_in_its_calendars(house):
    house.hear(EventType.CONFIRMED)
    (public,), (staff,) = house.shown(IDS.master), house.shown(IDS.technicians)
    assert public["summary"] == "Booked"
    assert staff["summary"] == "Deep Tissue Massage · Daniel · Anna"
    assert house.shown(IDS.private) == []


def test_the_public_calendar_holds_no_word_of_the_guest(house):
    house.hear(EventType.CONFIRMED)
    text = str(house.shown(IDS.master)).lower()
    assert not any(word in text for word in ("daniel", "example.com", "0199", "birthday", "massage", "anna", "cs-2026"))
    assert "daniel@example.com" not in str(house.google.state())


def test_a_cancelled_visit_disappears(house):
    house.hear(EventType.CONFIRMED)
    house.visit = CANCELLED
    house.hear(EventType.CANCELLED)
    assert house.shown(IDS.master) == house.shown(IDS.technicians) == []


def test_news_doubled_and_in_any_order_ends_as_the_booking_stands(house):
    house.hear(EventType.CONFIRMED)
    house.visit = CANCELLED
    for event_type in (EventType.CANCELLED, EventType.CONFIRMED, EventType.CONFIRMED, EventType.CANCELLED):
        house.hear(event_type)
    assert house.shown(IDS.technicians) == []


def test_what_no_calendar_shows_is_acknowledged(house):
    for event_type in set(EventType) - main.MIRRORED:
        house.hear(event_type)
    assert house.shown(IDS.master) == []


@pytest.mark.parametrize("event_type", [EventType.RESCHEDULED, EventType.COMPLETED, EventType.NO_SHOW])
def test_a_visit_that_was_moved_or_is_over_stands_as_it_is_now(house, event_type):
    house.hear(EventType.CONFIRMED)
    shift = timedelta(hours=2)
    house.visit = dataclasses.replace(
        VISIT, version=4, starts_at=VISIT.starts_at + shift, ends_at=VISIT.ends_at + shift
    )
    house.hear(event_type)
    (public,) = house.shown(IDS.master)
    assert public["start"]["dateTime"] == "2026-11-27T17:00:00-05:00"
    assert public["extendedProperties"]["private"]["version"] == "4"


def test_a_google_that_fails_half_of_its_calls_shows_the_visit_once_in_the_end(house):
    house.google.faults = Faults(error_rate=0.5)
    for _ in range(50):
        assert house.hear(EventType.CONFIRMED) in {200, 503}
    house.google.faults = Faults()
    house.hear(EventType.CONFIRMED)
    assert [len(house.shown(calendar)) for calendar in (IDS.master, IDS.technicians)] == [1, 1]
