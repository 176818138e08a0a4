"""Runs over the waitlist: nobody is left out, whatever trouble one makes and however many wait."""

from datetime import timedelta

from functions.job_offer_waitlist import main as job
from shared_lib.waitlist import offer as offering
from tests.snapshots import THURSDAY, WEDNESDAY, at
from tests.waitlist.waitlist_house import NOTHING, QUARTER, THREE

HOUR = timedelta(hours=1)
EVENING = ((at(THURSDAY, "18:00"), at(THURSDAY, "21:30")),)


def test_trouble_with_one_keeps_none_of_the_others(room):
    broken = room.join("Daniel")
    room.house.database.run("update coresync.waitlist_entries set contact = '\\x00'")
    room.house.wait(1)
    room.join("Vera")
    answer = room.call_job()
    assert (answer.status_code, answer.get_json()["failures"]) == (503, ["NOT_GENUINE"])
    assert room.wait_and_run(1)["offered"] == 0
    assert (room.offered, room.status(broken)) == ([("Vera", "held")], "waiting")


def test_a_treatment_that_is_no_longer_sold_keeps_its_guests_waiting_and_nobody_else(room, monkeypatch):
    room.join("Daniel")
    room.house.database.run(
        "update coresync.waitlist_entries set asked = replace(asked::text, 'manicure', 'gone')::jsonb"
    )
    room.house.wait(1)
    room.join("Vera")
    assert room.run() == NOTHING | {"offered": 1}


def test_a_run_that_takes_too_long_leaves_the_rest_to_the_next(room, monkeypatch):
    room.join()
    monkeypatch.setattr(job, "SECONDS", -1)
    answer = room.call_job()
    assert (answer.status_code, answer.get_json()["failures"]) == (503, ["REST_NEXT_TIME"])
    monkeypatch.undo()


def test_many_who_wait_cost_one_look_at_the_house(room, monkeypatch):
    room.nina_is_off(THURSDAY)
    for number in range(20):
        room.join(f"Guest{number}")
    reads, read = [], room.house.snapshots.read
    monkeypatch.setattr(room.house.snapshots, "read", lambda *span, now: reads.append(span) or read(*span, now=now))
    assert room.run() == NOTHING
    assert len(reads) == 1


def test_nobody_waiting_costs_no_look_at_the_house(room, monkeypatch):
    room.leave(room.join())
    monkeypatch.setattr(room.house.snapshots, "read", None)
    assert room.run() == NOTHING


def test_nobody_behind_a_long_head_without_a_place_is_left_out(room, monkeypatch):
    monkeypatch.setattr(offering, "PAGE", 2)
    room.nina_is_busy(THREE, THREE + QUARTER)
    for number in range(5):
        room.join(f"Guest{number}", tier="Premium")
    room.join("Vera", THREE + 3 * HOUR)
    room.house.wait(1)
    room.join("Paul", THREE + 3 * HOUR)
    assert room.run() == NOTHING | {"offered": 1}
    assert room.offered == [("Vera", "held")]


def test_the_order_goes_on_over_all_pages(room, monkeypatch):
    monkeypatch.setattr(offering, "PAGE", 1)
    tiers = {"Daniel": "Non-Member", "Zoe": "Non-Member", "Vera": "Premium", "Paul": "Base"}
    for name, tier in tiers.items():
        room.join(name, windows=EVENING, tier=tier)
        room.house.wait(1)
    assert room.run()["offered"] == 4
    assert [name for name, _ in room.offered] == ["Vera", "Paul", "Daniel", "Zoe"]


def test_whoever_waits_for_what_is_over_is_no_head_that_others_stand_behind(room, monkeypatch):
    monkeypatch.setattr(offering, "PAGE", 1)
    over = [room.join(f"Guest{number}", tier="Premium") for number in range(3)]
    room.house.now = THREE + HOUR
    room.join("Vera", THREE + 2 * HOUR)
    assert room.run() == NOTHING | {"offered": 1, "ended": 3}
    assert {room.status(entry) for entry in over} == {"ended"}
    noted = room.house.rows("select actor from coresync.audit_log where action = 'waitlist.ended'")
    assert [row["actor"] for row in noted] == ["job_offer_waitlist"] * 3


def test_in_the_quiet_hours_nobody_is_woken_for_a_place_and_in_the_morning_it_is_offered(room):
    over = room.join("Vera", at(WEDNESDAY, "20:00"))
    room.house.now = at(WEDNESDAY, "23:30")
    room.join("Daniel")
    assert room.run() == NOTHING | {"ended": 1}
    assert room.status(over) == "ended"
    room.house.now = at(THURSDAY, "07:59")
    assert room.run() == NOTHING
    assert room.wait_and_run(1) == NOTHING | {"offered": 1}
    assert room.offered == [("Daniel", "held")]
