"""What an invitation takes of a technician's time before it is answered, and what time off leaves of the day before."""

from datetime import date, timedelta

import pytest

from shared_lib.kernel.errors import CoreSyncError
from shared_lib.web.logs import prepare
from tests.calendars.calendar_house import ANNA, HOUR, MARCO, TEAM, calendar_house
from tests.snapshots import THURSDAY, WEDNESDAY, at
from tests.spa_house import SWEDISH, THREE

OUTSIDE = {"email": "sales@example.net"}


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    prepare()  # lines of the function are heard from the first one on
    with calendar_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def told(house):
    rows = house.rows(
        "select actor, booking_id, detail from coresync.audit_log where action = 'calendar.invitation' order by id"
    )
    return [row["detail"] for row in rows]


def invited(house, day=None, answer="needsAction", by=OUTSIDE, **more):
    guest = [{"email": ANNA, "self": True, "responseStatus": answer}]
    if day is None:
        return house.busy(ANNA, attendees=guest, organizer=by, **more)
    times = {"start": day.isoformat(), "end": (day + timedelta(days=1)).isoformat()}
    return house.by_hand("POST", ANNA, attendees=guest, organizer=by, **times, **more)["id"]


def test_an_unanswered_all_day_invitation_from_outside_takes_nothing_and_is_shown_to_the_manager(house, caplog):
    event = invited(house, date(2026, 11, 20))
    assert house.read() == 200
    assert house.busy_times() == []
    assert house.slots("Anna")
    assert told(house) == [{"kind": "invitation", "calendar": "technician 1", "times": 1, "event_id": event}]
    lines = [record for record in caplog.records if "an invitation from outside waits" in record.message]
    assert len(lines) == 1
    assert "sales@example.net" not in str([vars(line) for line in lines]) + str(told(house))


@pytest.mark.parametrize("answer", ["accepted", "tentative"])
def test_as_soon_as_it_is_answered_it_takes_its_time(house, answer):
    event = invited(house)
    house.read()
    assert house.slots("Anna")
    house.by_hand("PATCH", ANNA, event, attendees=[{"email": ANNA, "self": True, "responseStatus": answer}])
    house.read()
    assert house.busy_times() == [(THREE, THREE + HOUR)]
    assert not house.slots("Anna")


@pytest.mark.parametrize(
    "by",
    [MARCO, "manager@coresync.life", "Manager@CoreSync.Life", TEAM],
    ids=["a technician", "the house's domain", "in capitals", "a calendar of ours"],
)
def test_an_invitation_by_the_house_counts_before_it_is_answered(house, by):
    invited(house, by={"email": by})
    house.read()
    assert (house.busy_times(), told(house)) == ([(THREE, THREE + HOUR)], [])


@pytest.mark.parametrize("by", [{"email": "boss@coresync.life.example.net"}, {"displayName": "nobody"}])
def test_whoever_only_looks_like_the_house_is_outside(house, by):
    invited(house, by=by)
    house.read()
    assert (house.busy_times(), len(told(house))) == ([], 1)


def test_the_manager_is_told_once_and_again_when_it_moves(house):
    event = invited(house)
    house.read()
    house.by_hand("PATCH", ANNA, event, summary="Still waiting")
    house.read()
    house.reconcile()
    assert len(told(house)) == 1
    later = {"start": (THREE + HOUR).isoformat(), "end": (THREE + 2 * HOUR).isoformat()}
    house.by_hand("PATCH", ANNA, event, **later)
    house.read()
    assert len(told(house)) == 2


def test_a_series_is_one_invitation(house):
    series = invited(house, recurrence=["RRULE:FREQ=DAILY;COUNT=5"])
    house.read()
    house.reconcile()
    assert [each["event_id"] for each in told(house)] == [series]
    assert house.busy_times() == []


def test_the_night_counts_what_still_waits(house):
    invited(house)
    house.read()
    answer = house.reconcile()
    assert answer.json["invitation"] == 1
    assert house.report()["counts"]["invitation"] == 1


def test_what_is_over_is_not_told(house):
    invited(house, date(2026, 11, 17))
    house.read()
    assert told(house) == []


ELEVEN = at(WEDNESDAY, "23:00")


def all_thursday(house, calendar=MARCO):
    return house.by_hand("POST", calendar, start=THURSDAY.isoformat(), end=(THURSDAY + timedelta(days=1)).isoformat())


def test_a_day_off_leaves_the_last_visit_of_the_evening_before(house):
    assert house.slots("Marco", ELEVEN)
    all_thursday(house)
    house.read()
    assert house.slots("Marco", ELEVEN)
    assert not house.slots("Marco", at(THURSDAY, "15:00"))
    booking = house.confirmed(ELEVEN, SWEDISH, technician="Marco")
    (allocation,) = (allocation for allocation in booking.allocations if allocation.kind == "technician")
    assert (allocation.name, allocation.ends) == ("Marco", at(THURSDAY, "00:10"))


def test_a_turnaround_in_time_off_is_no_clash_and_a_visit_in_it_is(house):
    house.confirmed(ELEVEN, SWEDISH, technician="Marco")
    all_thursday(house)
    house.read()
    assert house.reconcile().json["clash"] == 0
    house.busy(MARCO, ELEVEN + HOUR / 2)
    house.read()
    assert house.reconcile().json["clash"] == 1


def test_back_to_back_guests_of_one_technician_are_still_a_turnaround_apart(house):
    all_thursday(house)
    house.read()
    house.confirmed(ELEVEN, SWEDISH, technician="Marco")
    ten_to = ELEVEN - timedelta(minutes=70)
    assert not house.slots("Marco", ELEVEN - HOUR)
    assert house.hold(ten_to, SWEDISH, technician="Marco").technicians == ("Marco",)
    with pytest.raises(CoreSyncError):
        house.hold(ELEVEN - HOUR, SWEDISH, technician="Marco")
