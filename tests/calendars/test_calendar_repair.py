"""The bookings decide what our calendars show: what people change there is put back, and the manager is told."""

import logging
from datetime import timedelta

import pytest
from flask import request

from infra.local.stand_ins.faults import Faults
from shared_lib.bookings.lifecycle import Status
from shared_lib.calendars.repair import repair_calendar
from shared_lib.kernel.errors import OutOfTime
from shared_lib.kernel.events import EventType
from shared_lib.kernel.ids import derived_event_id
from tests.calendars.calendar_house import ANNA, HOUR, MASTER, PRIVATE, TEAM, calendar_house
from tests.spa_house import THREE

LATER = {"start": (THREE + HOUR).isoformat(), "end": (THREE + 2 * HOUR).isoformat()}


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with calendar_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.fixture
def visit(house):
    """A confirmed visit in calendars that have been read once."""
    visit = house.confirmed(technician="Anna")
    house.poll()
    return visit


def start_of(event):
    return event["start"].get("dateTime", event["start"].get("date"))


def test_cal_com_29720_what_is_deleted_in_google_comes_back(house, visit):
    house.by_hand("DELETE", TEAM, derived_event_id(visit.id))
    assert house.read() == 200
    assert house.event(TEAM)["status"] == "confirmed"
    assert (house.put_backs(), house.status(visit)) == (["missing"], Status.CONFIRMED)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (LATER, "moved"),
        ({"start": "2026-11-20", "end": "2026-11-21"}, "moved"),
        ({"summary": "Closed"}, "edited"),
        ({"description": ""}, "edited"),
        ({"location": "Room 9"}, "edited"),
    ],
)
def test_what_is_moved_or_edited_in_google_stands_again_as_it_was_booked(house, visit, change, kind):
    before = house.event(TEAM)
    house.by_hand("PATCH", TEAM, before["id"], **change)
    house.read()
    after = house.event(TEAM)
    told = ("summary", "description", "location", "start", "end", "status")
    assert [after.get(name) for name in told] == [before.get(name) for name in told]
    assert house.put_backs() == [kind]
    assert (house.again(visit).starts_at, house.again(visit).version) == (visit.starts_at, visit.version)


def test_the_manager_is_told_once_without_a_word_about_the_guest(house, visit, caplog):
    house.by_hand("PATCH", TEAM, derived_event_id(visit.id), **LATER)
    with caplog.at_level(logging.WARNING, logger="coresync"):
        house.read()
        house.read()
    (line,) = [record for record in caplog.records if record.message == "a visit was put back in its calendar"]
    assert line.facts["drift"] == {
        "kind": "moved",
        "calendar": "technicians",
        "times": 1,
        "booking_id": str(visit.id),
        "event_id": derived_event_id(visit.id),
    }
    assert house.put_backs() == ["moved"]
    [(kind, facts)] = house.alerts()
    assert (kind, facts) == (
        "calendar_put_back",
        {
            "reference": visit.reference,
            "when": "Friday 20 November, 2:00 PM New York time",
            "calendar": "technicians",
            "kind": "moved",
        },
    )


def test_our_own_writing_is_nobody_s_edit(house, visit):
    house.listens = True
    house.reconcile()
    house.confirmed(THREE - 2 * HOUR, technician="David")
    house.read()
    house.reconcile()
    assert house.put_backs() == []
    assert sum(house.report()["counts"].values()) == 0


def test_a_visit_that_is_only_on_its_way_to_the_calendars_was_taken_away_by_nobody(house, caplog):
    """Its event is late, as on a loaded machine, and the first reading of all comes before it."""
    fresh = house.unwritten(technician="Anna")
    assert house.poll().status_code == 200
    assert (house.event(MASTER)["status"], house.event(TEAM)["status"]) == ("confirmed", "confirmed")
    written = house.google.state()["events"]
    house.mirror(fresh)
    assert house.google.state()["events"] == written
    house.unwritten(THREE - 2 * HOUR, technician="David")
    answer = house.reconcile().json
    assert (answer["unwritten"], answer["missing"]) == (1, 0), "what the master lacked came with the technicians'"
    assert (house.put_backs(), told(caplog), house.alerts()) == ([], [], [])


def test_a_visit_that_is_written_while_all_is_read_was_taken_away_by_nobody(house, monkeypatch):
    fresh = house.unwritten(technician="Anna")
    feed = house.calendar_sync.feed
    read = type(feed).read

    def read_and_written(self, **asked):
        news = read(self, **asked)
        house.mirror(fresh)
        return news

    monkeypatch.setattr(type(feed), "read", read_and_written)
    answer = house.reconcile().json
    assert (answer["unwritten"], answer["missing"]) == (0, 0)
    assert (house.put_backs(), house.alerts()) == ([], [])


def test_the_night_brings_back_and_tells_what_was_moved_out_of_its_sight(house, visit):
    house.by_hand("PATCH", TEAM, derived_event_id(visit.id), start="2026-01-01", end="2026-01-02")
    assert (house.reconcile().json["moved"], house.put_backs()) == (1, ["moved"])
    assert start_of(house.event(TEAM)) == start_of(house.event(MASTER))
    assert [facts["kind"] for _, facts in house.alerts()] == ["moved"]


def test_a_push_puts_back_at_once(house, visit, eventually):
    house.listens = True
    house.by_hand("DELETE", MASTER, derived_event_id(visit.id))
    eventually(lambda: house.event(MASTER)["status"] == "confirmed" and house.put_backs() == ["missing"])


def test_an_event_that_was_put_back_but_not_noted_as_read_is_told_of_once(house, visit):
    """A crash between mending and moving on: the same change is read again."""
    tokens = house.rows("select calendar_id, sync_token from coresync.calendar_reads")
    house.by_hand("DELETE", TEAM, derived_event_id(visit.id))
    house.read()
    for row in tokens:
        again = (row["sync_token"], row["calendar_id"])
        house.database.run("update coresync.calendar_reads set sync_token = %s where calendar_id = %s", again)
    house.read()
    assert house.put_backs() == ["missing"]


def test_while_google_takes_no_writing_the_change_is_read_again_and_told_once_it_is_mended(house, visit, caplog):
    house.by_hand("DELETE", TEAM, derived_event_id(visit.id))
    house.google.app.before_request_funcs[None].append(no_patch)
    assert (house.read(), house.put_backs(), told(caplog)) == (503, [], [])
    house.google.app.before_request_funcs[None].remove(no_patch)
    assert house.read() == 200
    assert (house.event(TEAM)["status"], house.put_backs(), told(caplog)) == ("confirmed", ["missing"], ["missing"])


def test_what_was_mended_before_time_ran_out_is_told(house, visit, caplog):
    other = house.confirmed(THREE - 2 * HOUR, technician="David")
    house.read()
    for booking in (visit, other):
        house.by_hand("DELETE", TEAM, derived_event_id(booking.id))
    left = iter([False, True])
    sync = house.calendar_sync
    [team] = [one for one in sync.watched() if one.calendar_id == TEAM]
    with pytest.raises(OutOfTime):
        repair_calendar(team, sync=sync, now=house.now, out_of_time=lambda: next(left))
    assert (house.put_backs(), told(caplog)) == (["missing"], ["missing"])
    assert house.read() == 200
    assert (house.put_backs(), told(caplog)) == (["missing"] * 2, ["missing"] * 2)


def told(caplog):
    """Return what the manager has heard of so far."""
    lines = [record for record in caplog.records if record.message == "a visit was put back in its calendar"]
    return [line.facts["drift"]["kind"] for line in lines]


def no_patch():
    return ({"error": {"code": 503, "message": "later"}}, 503) if request.method == "PATCH" else None


def test_who_keeps_moving_a_visit_is_left_to_the_night(house, visit, caplog):
    for number in range(1, 9):
        minutes = timedelta(minutes=number)
        house.by_hand("PATCH", TEAM, derived_event_id(visit.id), start=(THREE + minutes).isoformat())
        house.read()
    assert start_of(house.event(TEAM)) != start_of(house.event(MASTER))
    assert "a visit can't be put back in its calendar" in caplog.messages
    assert [facts["code"] for _, facts in house.alerts() if "code" in facts] == ["NOT_PUT_BACK"] * 2
    house.reconcile()
    assert start_of(house.event(TEAM)) == start_of(house.event(MASTER))


def test_a_cancelled_visit_that_somebody_brings_back_disappears_again(house, visit):
    def cancel(change):
        change.transition(EventType.CANCELLED, actor="test")

    house.bookings.change(visit.id, cancel, now=house.now)
    house.mirror(visit)
    house.read()
    house.by_hand("PATCH", TEAM, derived_event_id(visit.id), status="confirmed")
    house.read()
    assert (house.event(TEAM)["status"], house.put_backs()) == ("cancelled", ["extra"])


def test_a_visit_that_is_over_is_history(house, visit):
    house.now = visit.ends_at + HOUR
    house.by_hand("DELETE", TEAM, derived_event_id(visit.id))
    house.read()
    house.reconcile()
    assert (house.event(TEAM)["status"], house.put_backs()) == ("cancelled", [])


def test_the_night_finds_what_nobody_told(house, visit):
    other = house.confirmed(THREE - 2 * HOUR, technician="David")
    house.by_hand("DELETE", MASTER, derived_event_id(other.id))
    house.by_hand("PATCH", TEAM, derived_event_id(visit.id), **LATER)
    answer = house.reconcile()
    assert (answer.status_code, answer.json["missing"], answer.json["moved"]) == (200, 1, 1)
    assert {(item["kind"], item["calendar"]) for item in house.report()["items"]} == {
        ("missing", "master"),
        ("moved", "technicians"),
    }
    assert sum(value for name, value in house.reconcile().json.items() if name in house.report()["counts"]) == 0


def test_the_night_shows_what_the_booking_s_events_never_brought(house, visit):
    """An event in the dead letters: the calendar says what was, without anybody having edited it."""

    def complete(change):
        change.transition(EventType.COMPLETED, actor="test")

    house.bookings.change(visit.id, complete, now=house.now)
    assert house.read() == 200
    answer = house.reconcile().json
    assert (answer["stale"], answer["moved"], answer["edited"]) == (1, 0, 0)
    assert house.event(TEAM)["extendedProperties"]["private"]["version"] == str(house.again(visit).version)
    assert house.put_backs() == []


def test_cal_com_28884_nobody_else_s_event_is_ever_overwritten_or_deleted(house, visit):
    house.busy(TEAM, summary="Staff meeting")
    copy = house.busy(TEAM, extendedProperties=house.event(MASTER)["extendedProperties"])
    stranger = {"private": {"booking_id": "7b0d2f9c-5f3a-4b58-9a35-b1f0e5a3c001", "version": "3"}}
    house.busy(PRIVATE, extendedProperties=stranger)
    before = house.google.state()["events"]
    house.read()
    answer = house.reconcile().json
    assert (answer["stray"], answer["double"], answer["extra"]) == (2, 1, 0)
    assert house.google.state()["events"] == before
    assert [item["event_id"] for item in house.report()["items"] if item["kind"] == "double"] == [copy]


def test_a_technician_who_is_booked_and_says_that_she_is_away_is_reported(house, visit):
    house.busy(ANNA)
    house.read()
    clash = {"reference": visit.reference, "when": "Friday 20 November, 2:00 PM New York time", "technician": "Anna"}
    assert house.alerts() == [("calendar_clash", clash)], "at once"
    assert house.reconcile().json["clash"] == 1
    assert len(house.alerts()) == 1
    assert {"kind": "clash", "calendar": "technician 1", "times": 1, "booking_id": str(visit.id)} in house.report()[
        "items"
    ]


def test_odoo_87477_whatever_we_write_mails_nobody(house, visit):
    told = []
    house.google.app.before_request_funcs[None].append(
        lambda: told.append(request.args.get("sendUpdates")) if request.method in {"POST", "PATCH"} else None
    )
    house.by_hand("DELETE", TEAM, derived_event_id(visit.id))
    told.clear()
    house.read()
    assert told
    assert set(told) == {"none"}


def test_odoo_87477_a_first_reading_of_a_full_calendar_writes_to_nobody(house):
    """The first synchronisation is a reading: no event is written anew, so that nobody can be mailed."""
    visits = [house.confirmed(THREE + n * timedelta(minutes=75), technician=None) for n in range(-3, 1)]
    before = house.google.state()["events"]
    house.poll()
    house.reconcile()
    assert len(visits) == 4
    assert house.google.state()["events"] == before


def test_one_calendar_that_fails_keeps_none_of_the_others_from_being_compared(house, visit):
    house.by_hand("DELETE", TEAM, derived_event_id(visit.id))
    house.__dict__.pop("calendar_sync")
    object.__setattr__(house.settings, "calendar_private", "nowhere@calendar")
    answer = house.reconcile()
    assert (answer.status_code, answer.json["unread"], answer.json["missing"]) == (503, 1, 1)
    assert house.event(TEAM)["status"] == "confirmed"


def test_a_night_without_google_keeps_its_report(house, visit):
    house.google.faults = Faults(error_rate=1.0)
    answer = house.reconcile()
    assert (answer.status_code, answer.json["unread"]) == (503, 5)
    assert {item["kind"] for item in house.report()["items"]} == {"unread"}
