"""Several hands at the waitlist: what opens is offered once, to whoever is first."""

from datetime import timedelta

import pytest

from shared_lib.bookings.booking import Booking
from shared_lib.kernel.errors import SlotTaken
from tests.availability.properties.sizes import rounds
from tests.snapshots import THURSDAY, at
from tests.spa_house import at_once
from tests.waitlist.waitlist_house import MANICURE, NOTHING, THREE

pytestmark = pytest.mark.proof

ROUNDS = 5
again_and_again = pytest.mark.parametrize("again", range(rounds(1, whole=200)))


@again_and_again
def test_jobs_at_one_moment_offer_a_place_once_and_to_the_first(room, again):
    for number in range(ROUNDS):
        start = at(THURSDAY, "13:00") + timedelta(hours=number)
        room.join(f"Late{number}", start)
        room.join(f"First{number}", start, tier="Premium")
        answers = at_once(4, lambda _: room.run())
        assert sum(answer["offered"] for answer in answers) == 1
        assert [answer["failures"] for answer in answers] == [[]] * 4
        assert room.offered[number] == (f"First{number}", "held")
        assert len(room.offers) == number + 1


def test_a_run_that_meets_another_at_work_leaves_the_rest_to_it(room):
    """The second in line is not offered what the first is just about to get."""
    first = room.join("First", tier="Premium")
    room.join("Second")
    answer = room.house.waitlist.alone_with(first.id, lambda *_: room.run())
    assert answer is not None
    assert (answer["offered"], room.offers) == (0, [])
    assert room.run()["offered"] == 1
    assert room.offered == [("First", "held")]


def test_an_offer_that_was_made_since_the_list_was_read_is_not_made_again(room, monkeypatch):
    room.join("First", tier="Premium")
    room.join("Second")
    stale = room.house.waitlist.waiting(room.house.spa.id, limit=10)
    assert room.run()["offered"] == 1
    monkeypatch.setattr(room.house.waitlist, "waiting", lambda *_, **__: stale)
    assert room.run()["offered"] == 0
    assert room.offered == [("First", "held")]


@again_and_again
def test_an_offer_and_a_guest_in_the_chat_after_one_place_make_one_booking(room, again):
    for number in range(ROUNDS):
        start = at(THURSDAY, "13:00") + timedelta(hours=number)
        room.join(f"Guest{number}", start)
        offered, chat = at_once(
            2, lambda n, start=start: room.house.hold(start, MANICURE) if n else room.run()["offered"]
        )
        assert isinstance(chat, Booking | SlotTaken)
        assert offered == isinstance(chat, SlotTaken)


def test_a_guest_in_the_chat_who_is_faster_leaves_those_who_wait_waiting(room, monkeypatch):
    entry = room.join()
    alone_with = room.house.waitlist.alone_with
    faster = iter([lambda: room.house.hold(THREE, MANICURE)])
    monkeypatch.setattr(room.house.waitlist, "alone_with", lambda *work: next(faster)() and alone_with(*work))
    assert room.run() == NOTHING
    assert (room.status(entry), room.offers) == ("waiting", [])


@again_and_again
def test_leaving_and_offering_at_one_moment_keep_no_place_for_who_has_left(room, again):
    for number in range(ROUNDS):
        start = at(THURSDAY, "13:00") + timedelta(hours=number)
        entry = room.join(f"Guest{number}", start)
        at_once(2, lambda n, entry=entry: room.leave(entry) if n else room.run())
        assert room.status(entry) == "left"
        assert all(offer.status == "cancelled" for offer in room.offers)


def test_one_request_to_join_that_comes_ten_times_at_once_makes_one_entry(room):
    entries = at_once(10, lambda _: room.join(key="call-1", start=THREE))
    assert len({entry.id for entry in entries}) == 1
    assert room.house.count("waitlist_entries") == 1
