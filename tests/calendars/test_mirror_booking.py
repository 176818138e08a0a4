"""What each calendar shows of a visit: the public one nothing, the staff's what the team needs."""

import dataclasses
from datetime import timedelta

import pytest

from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.calendars.event import seal_of
from shared_lib.calendars.mirror_booking import CalendarIds, mirror_booking
from shared_lib.kernel.ids import derived_event_id
from tests.visits import NOW, SPA, STARTS, a_visit

HOUR = timedelta(hours=1)
IDS = CalendarIds("master", "technicians", "private")
ROOM, ANNA = a_visit().allocations
SUITE = Allocation("room", 8, STARTS, ROOM.ends, "Private Suite", "Private")
ALONE = (dataclasses.replace(ROOM, area="Men's Suite"), ANNA)


class Calendars:
    """Remembers the events as they stand; older versions are ignored, as Google's adapter does."""

    def __init__(self):
        self.events = {}
        self.removed = []

    def put(self, *, calendar_id, event):
        known = self.events.get(calendar_id)
        if known is None or known.version <= event.version:
            self.events[calendar_id] = event

    def remove(self, *, calendar_id, event_id, version):
        self.removed.append((calendar_id, event_id, version))
        self.events.pop(calendar_id, None)


class Bookings:
    def __init__(self, visit):
        self.visit = visit

    def get(self, _):
        return self.visit


def mirrored(visit, calendars=None):
    calendars = calendars or Calendars()
    mirror_booking(visit.id, bookings=Bookings(visit), calendars=calendars, ids=IDS, spa=SPA)
    return calendars


def test_the_public_calendar_says_only_that_somebody_comes():
    event = mirrored(a_visit(allocations=ALONE, contact=Contact("Daniel Example", notes="a birthday"))).events["master"]
    assert (event.title, event.description, event.location) == ("Booked", "", None)
    assert (event.starts_at, event.event_id, event.zone) == (STARTS, derived_event_id(a_visit().id), SPA.zone)
    assert not any(word in str(event) for word in ("Daniel", "Example", "birthday", "Massage", "Anna", "CS-2026"))


def test_technicians_see_first_name_work_and_requests():
    event = mirrored(a_visit(allocations=ALONE, contact=Contact("Daniel Example", notes="a birthday"))).events[
        "technicians"
    ]
    assert event.title == "Deep Tissue Massage · Daniel · Anna"
    assert event.description == "CS-2026-000123\nDeep Tissue Massage, 50 min\nHot Stone, 15 min\na birthday"
    assert (event.location, event.reminder_minutes) == ("Treatment Room 1", 1440)
    assert "Example" not in str(event)


def test_the_staff_see_who_has_said_that_they_come_and_the_public_does_not():
    events = mirrored(a_visit(allocations=ALONE, attendance_confirmed_at=NOW)).events
    assert events["technicians"].description.endswith("Hot Stone, 15 min\nHas said that they will come")
    assert events["master"].description == ""


def test_what_guests_write_is_text_and_never_html_in_a_description():
    notes = 'A <a href="https://evil.example">link</a> & <b>more</b>'
    event = mirrored(a_visit(allocations=ALONE, contact=Contact("Daniel <i>Example", notes=notes))).events[
        "technicians"
    ]
    assert event.description.splitlines()[-1] == (
        'A &lt;a href="https://evil.example"&gt;link&lt;/a&gt; &amp; &lt;b&gt;more&lt;/b&gt;'
    )
    assert "<" not in event.description


def test_names_that_the_owner_chose_are_escaped_too_and_the_title_is_plain_text():
    line = dataclasses.replace(a_visit().lines[0], name="Beard Trim & Shape")
    event = mirrored(a_visit(allocations=ALONE, lines=(line,))).events["technicians"]
    assert "Beard Trim &amp; Shape, 50 min" in event.description
    assert event.title.startswith("Beard Trim & Shape · ")


def test_the_seal_is_the_same_whether_google_spells_a_sign_as_we_do_or_not():
    event = mirrored(a_visit(allocations=ALONE, contact=Contact("Daniel", notes="tea & no <milk>"))).events[
        "technicians"
    ]
    times = (event.starts_at, event.ends_at)
    told = event.description.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    assert told != event.description
    assert seal_of(times, (event.title, told, event.location or "")) == event.seal
    assert seal_of(times, (event.title, told + " more", event.location or "")) != event.seal


@pytest.mark.parametrize(
    ("allocations", "shown"),
    [
        (ALONE, {"master", "technicians"}),
        ((ALONE[0],), {"master", "technicians"}),
        ((SUITE, ANNA), {"master", "technicians", "private"}),
        ((SUITE,), {"master", "private"}),
    ],
    ids=["with a technician", "a bed that works alone", "a couple with technicians", "a couple alone"],
)
def test_the_area_of_the_room_says_which_calendars_show_a_visit(allocations, shown):
    assert set(mirrored(a_visit(allocations=allocations)).events) == shown


def test_a_cancelled_visit_is_taken_out_of_all_its_calendars():
    calendars = mirrored(a_visit(allocations=(SUITE, ANNA)))
    mirrored(a_visit(allocations=(SUITE, ANNA), status=Status.CANCELLED, version=4), calendars)
    assert calendars.events == {}
    assert {version for _, _, version in calendars.removed} == {4}


@pytest.mark.parametrize("status", [Status.HELD, Status.PAYING, Status.EXPIRED])
def test_what_is_not_sure_is_not_shown(status):
    calendars = mirrored(a_visit(status=status))
    assert (calendars.events, calendars.removed) == ({}, [])


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.NO_SHOW])
def test_what_is_over_stays_in_the_diary(status):
    assert "technicians" in mirrored(a_visit(status=status)).events


def test_a_visit_that_moved_to_another_part_of_the_house_leaves_its_calendar():
    calendars = mirrored(a_visit(allocations=(SUITE, ANNA)))
    mirrored(a_visit(allocations=ALONE, version=4), calendars)
    assert set(calendars.events) == {"master", "technicians"}


def test_a_group_is_one_event_that_tells_each_visit():
    visit = a_visit()
    first, second = BookedVisit(1, 1, STARTS, STARTS + HOUR), BookedVisit(2, 2, STARTS, STARTS + HOUR)
    lines = tuple(dataclasses.replace(visit.lines[0], visit=number) for number in (1, 2))
    allocations = (*ALONE, dataclasses.replace(SUITE, visit=2), dataclasses.replace(ANNA, id=2, name="David", visit=2))
    calendars = mirrored(dataclasses.replace(visit, visits=(first, second), lines=lines, allocations=allocations))
    event = calendars.events["technicians"]
    assert event.title == "Deep Tissue Massage for 2 · Daniel · Anna & David"
    assert "3:00 PM, guest 2: David &amp; Private Suite\nDeep Tissue Massage, 50 min" in event.description
    assert set(calendars.events) == {"master", "technicians", "private"}
