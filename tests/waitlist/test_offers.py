"""Guests who wait: a place that opens is theirs for a quarter of an hour, one after the other."""

import dataclasses
import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from shared_lib.availability.request import RequestedItem
from shared_lib.notifications.send_mail import send_booking_mail
from shared_lib.payments.pay_links import booking_of
from tests.snapshots import NOW, THURSDAY, at
from tests.spa_house import SWEDISH
from tests.waitlist.waitlist_house import MANICURE, NOTHING, QUARTER, THREE

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
EVENING = ((at(THURSDAY, "18:00"), at(THURSDAY, "21:30")),)


def test_a_place_goes_to_the_first_then_to_the_next_who_takes_it(room):
    taken = room.house.confirmed(THREE, MANICURE)
    first = room.join("Daniel")
    room.house.wait(1)
    second = room.join("Vera")
    assert room.run() == NOTHING
    room.house.cancel(taken)
    assert room.run() == NOTHING | {"offered": 1}
    assert room.offered == [("Daniel", "held")]
    assert room.wait_and_run(14) == NOTHING
    assert room.wait_and_run(1) == NOTHING | {"offered": 1}
    assert room.offered == [("Daniel", "expired"), ("Vera", "held")]
    room.take(room.offers[1])
    assert room.run() == NOTHING | {"booked": 1}
    assert room.offered[1] == ("Vera", "confirmed")
    assert (room.status(first), room.status(second)) == ("waiting", "booked")


def test_an_offer_is_a_hold_of_a_quarter_of_an_hour_that_is_told_at_once(room):
    room.join("Daniel", tier="Base")
    room.run()
    [offer] = room.offers
    assert (offer.starts_at, offer.held_until, offer.tier) == (THREE, NOW + QUARTER, "Base")
    assert offer.contact.email == "daniel@example.com"
    assert room.house.wire.types == ["booking.held"]


def test_the_mail_of_an_offer_has_the_link_that_takes_it(room):
    room.join()
    room.run()
    [event], sent, house = room.house.wire.events, [], room.house
    mailer = SimpleNamespace(send=lambda mail, to, message_id: sent.append((mail, to.email)) or str(message_id))
    context = dataclasses.replace(house.mail_context, mailer=mailer)
    send_booking_mail(event, context=context, spa=house.spa, now=house.now)
    [(mail, address)] = sent
    token = re.search(r"/pay/(\S+)", mail.text)[1]
    assert (booking_of(token, house.signer), address) == (room.offers[0].id, "daniel@example.com")
    assert "Wednesday 18 November, 10:15 AM New York time" in mail.html


def test_an_offer_is_written_in_the_language_of_whoever_waits(room):
    room.join("Daniel", lang="uk")
    room.run()
    assert [offer.lang for offer in room.offers] == ["uk"]


def test_three_wait_for_one_place_and_the_higher_tier_comes_first_however_late_it_joined(room):
    for name, tier in (("Daniel", "Non-Member"), ("Vera", "Premium"), ("Paul", "Base")):
        room.join(name, tier=tier)
        room.house.wait(1)
    assert room.run() == NOTHING | {"offered": 1}
    assert [room.wait_and_run(15)["offered"] for _ in range(3)] == [1, 1, 0]
    assert [name for name, _ in room.offered] == ["Vera", "Paul", "Daniel"]


def test_who_joined_first_comes_first_within_a_tier(room):
    late, early = "Aaron", "Zoe"
    room.join(early)
    room.house.wait(1)
    room.join(late)
    room.run()
    assert room.offered == [(early, "held")]


def test_two_places_are_offered_to_two_guests_in_one_run(room):
    room.join("Daniel", windows=EVENING)
    room.house.wait(1)
    room.join("Vera", windows=EVENING)
    assert room.run()["offered"] == 2
    first, second = room.offers
    assert first.ends_at <= second.starts_at


def test_a_start_that_was_let_pass_is_not_offered_again_but_another_is(room):
    start = at(THURSDAY, "18:00")
    room.nina_is_busy(start + 3 * QUARTER, start + DAY / 2)
    room.join(windows=EVENING)
    assert room.run()["offered"] == 1
    assert [room.wait_and_run(15) for _ in range(2)] == [NOTHING, NOTHING]
    room.nina_is_back()
    assert room.run()["offered"] == 1
    assert [offer.starts_at for offer in room.offers] == [start, start + 2 * QUARTER]


def test_nobody_is_offered_more_than_three_places_a_day(room):
    room.join(windows=EVENING)
    assert [room.wait_and_run(15)["offered"] for _ in range(5)] == [1, 1, 1, 0, 0]


def test_a_guest_is_kept_one_place_at_a_time(room):
    room.join(windows=EVENING)
    assert [room.run()["offered"] for _ in range(3)] == [1, 0, 0]


def test_who_is_paying_keeps_the_place_until_the_payment_service_has_said_no(room):
    entry = room.join()
    room.run()
    room.house.wait(14)
    room.house.open_payment(room.offers[0])
    assert room.wait_and_run(11) == NOTHING
    assert room.house.expire_holds() == 200
    assert room.offered == [("Daniel", "expired")]
    assert (room.run(), room.status(entry)) == (NOTHING, "waiting")


def test_money_that_came_late_ends_the_waiting_too(room):
    entry = room.join()
    room.run()
    url = room.house.open_payment(room.offers[0])
    room.house.pay(url)
    room.house.let_go(room.offers[0])
    room.house.tell("checkout.session.completed")
    assert room.run() == NOTHING | {"booked": 1}
    assert room.status(entry) == "booked"


def test_a_hold_that_nobody_paid_for_is_free_for_those_who_wait_before_any_job_has_ended_it(room):
    chat = room.house.hold(THREE, MANICURE)
    room.join()
    assert room.wait_and_run(9) == NOTHING
    assert room.wait_and_run(1)["offered"] == 1
    assert room.house.status(chat) == "expired"


def test_busy_time_that_goes_away_opens_a_place(room):
    room.nina_is_busy(THREE, THREE + QUARTER)
    room.join()
    assert room.run() == NOTHING
    room.nina_is_back()
    assert room.run()["offered"] == 1


def test_a_shift_that_is_added_opens_a_place(room):
    room.nina_is_off(THURSDAY)
    room.join()
    assert room.run() == NOTHING
    room.nina_comes_after_all()
    assert room.run()["offered"] == 1


def test_a_member_is_offered_a_day_that_others_have_to_wait_for(room):
    far = at(date(2026, 12, 10), "15:00")
    room.join("Daniel", far)
    assert room.run() == NOTHING
    member = room.join("Vera", far, tier="Base")
    assert room.run()["offered"] == 1
    assert room.offered == [("Vera", "held")]
    room.leave(member)
    room.house.now = far - 3 * DAY
    assert room.run()["offered"] == 1
    assert room.offered == [("Vera", "cancelled"), ("Daniel", "held")]


@pytest.mark.parametrize("day", [date(2027, 3, 14), date(2027, 11, 7)])
def test_a_whole_day_is_waited_for_on_the_days_when_the_clocks_change(room, day):
    """The last place of a day of 23 or 25 hours."""
    room.house.now = at(day, "10:00") - 3 * DAY
    midnight, next_midnight = room.house.spa.midnight(day), room.house.spa.midnight(day + DAY)
    room.nina_is_busy(midnight, at(day, "21:30"))
    room.join(windows=((midnight, next_midnight),))
    assert room.run()["offered"] == 1
    assert [offer.starts_at for offer in room.offers] == [at(day, "21:30")]
    assert room.wait_and_run(15) == NOTHING


def test_a_group_is_offered_as_one_or_not_at_all(room):
    start = at(THURSDAY, "16:30")
    side_by_side = {
        "treatment_id": SWEDISH,
        "also": (RequestedItem(SWEDISH, guest=2), RequestedItem(MANICURE, guest=2)),
    }
    one = room.house.confirmed(start, SWEDISH, technician="Marco")
    two = room.house.confirmed(start, SWEDISH, technician="Anna")
    room.join("Daniel", start, **side_by_side)
    assert room.run() == NOTHING
    room.house.cancel(one)
    assert room.run()["offered"] == 1
    [offer] = room.offers
    assert (offer.party, set(offer.technicians)) == (2, {"Lena", "Marco", "Nina"})
    assert room.house.status(two) == "confirmed"


def test_the_wish_comes_back_whole(room):
    around = ((THREE - DAY, THREE + DAY),)
    entry = room.join(treatment_id=SWEDISH, technician="Anna", wanted=THREE, windows=around)
    room.run()
    [offer] = room.offers
    assert (offer.starts_at, offer.technicians, offer.technician_preference) == (THREE, ("Anna",), "Anna")
    assert room.house.waitlist.get(entry.id).windows == around


def test_nothing_of_a_person_stays_once_nobody_waits(room):
    booked, over, left = room.join("Daniel"), room.join("Vera", THREE + DAY * 3), room.join("Paul", THREE + DAY * 3)
    assert len(room.contacts()) == 3
    room.run()
    room.take(room.offers[0])
    room.leave(left)
    assert room.run()["booked"] == 1
    room.house.now = THREE + 4 * DAY
    assert room.run() == NOTHING | {"ended": 1}
    assert [room.status(entry) for entry in (booked, over, left)] == ["booked", "ended", "left"]
    assert room.contacts() == []


def test_what_rests_on_the_list_can_not_be_read(room):
    room.join(key="call-1")
    [row] = room.house.rows("select row_to_json(e)::text as text, contact from coresync.waitlist_entries e")
    assert "daniel" not in row["text"].lower()
    assert b"Daniel" not in bytes(row["contact"])


def test_who_leaves_gives_the_offered_place_to_the_next(room):
    first = room.join("Daniel")
    room.house.wait(1)
    room.join("Vera")
    room.run()
    assert [event.type for event in room.leave(first).events] == ["booking.cancelled"]
    assert room.leave(first).events == []
    assert room.run()["offered"] == 1
    assert room.offered == [("Daniel", "cancelled"), ("Vera", "held")]
