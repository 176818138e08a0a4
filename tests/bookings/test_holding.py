"""Holding a place: once, at a frozen price, by the rules, and never twice for the same time."""

import logging
import re
from datetime import timedelta

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.bookings.give_contact import give_contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import NotBookable, NotFound, SlotTaken, WrongState
from shared_lib.kernel.money import share
from tests.booking_requests import request_at, request_for
from tests.snapshots import FRIDAY, NOW, SATURDAY, at
from tests.spa_house import COUPLES, GUEST, SWEDISH, THREE, at_once, spa_house, utc

MINUTE = timedelta(minutes=1)


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


def test_a_hold_keeps_room_and_technician_for_ten_minutes(house):
    booking = house.hold()
    assert (booking.status, booking.version, booking.held_until) == (Status.HELD, 1, NOW + 10 * MINUTE)
    assert {allocation.kind: allocation.ends - allocation.begins for allocation in booking.allocations} == {
        "room": 70 * MINUTE,
        "technician": 70 * MINUTE,
    }
    assert re.fullmatch(r"CS-2026-\d{6}", booking.reference)
    assert (booking.contact, booking.area) == (GUEST, "Men's Suite")
    assert house.actions(booking) == ["booking.held"]


def test_a_caller_has_thirty_minutes(house):
    assert house.hold(source="phone").held_until == NOW + 30 * MINUTE


def test_the_same_key_gives_the_same_booking_even_when_nothing_is_left(house):
    first = house.hold(key="k")
    assert house.hold(key="k") == first
    house.hold()
    assert house.hold(key="k").id == first.id
    assert house.count("bookings") == 2


def test_the_same_key_gives_the_same_booking_after_its_treatment_left_the_price_book(house):
    first = house.hold(key="k")
    assert house.hold(treatment="gone", key="k").id == first.id
    with pytest.raises(NotFound):
        house.hold(treatment="gone")


def test_twenty_repeats_of_one_request_at_once_make_one_booking(house):
    """The second call books nothing."""
    booked = at_once(20, lambda _: house.hold(key="k").id)
    assert len(set(booked)) == 1
    assert house.count("bookings") == house.count("outbox") == 1


def test_references_count_on_past_a_million(house):
    house.rows("select setval('coresync.booking_reference', 999999)")
    assert house.hold().reference == "CS-2026-1000000"


def test_references_carry_the_spas_year_not_utcs(house):
    house.now = utc("2026-12-31T23:30-05:00")
    booking = house.hold(house.now + timedelta(hours=12))
    assert booking.reference.startswith("CS-2026-")


def test_a_full_house_is_said_to_be_taken(house):
    house.hold(), house.hold()
    with pytest.raises(SlotTaken):
        house.hold()


def test_a_busy_wish_is_taken_while_others_are_free(house):
    anna = house.hold(technician="Anna")
    with pytest.raises(SlotTaken):
        house.hold(technician="anna")
    assert anna.technicians == ("Anna",)
    assert house.hold().technicians == ("David",)


@pytest.mark.parametrize(
    ("start", "why"),
    [
        (NOW - MINUTE, RejectionCode.PAST),
        (NOW + 59 * MINUTE, RejectionCode.TOO_SOON),
        (at(SATURDAY, "14:00"), RejectionCode.CLOSED),
        (at(FRIDAY, "15:01"), RejectionCode.CLOSED),
        (at(SATURDAY + timedelta(days=1), "12:00"), RejectionCode.OUTSIDE_HORIZON),
    ],
)
def test_the_rules_are_checked_at_the_hold_and_not_only_when_searching(house, start, why):
    """The window is enforced at commit."""
    with pytest.raises(NotBookable) as refused:
        house.hold(start)
    assert refused.value.rejection.code == why
    assert house.count("bookings") == 0


@pytest.mark.parametrize(("tier", "days"), [("Non-Member", 3), ("Base", 60), ("Premium", 90)])
@pytest.mark.parametrize("now", ["2026-09-01T12:00-04:00", "2026-10-31T23:59-04:00", "2027-03-13T23:59-05:00"])
def test_each_tier_books_until_the_spas_midnight_of_its_last_day(house, tier, days, now):
    house.now = utc(now)
    last = house.spa.today(house.now) + timedelta(days=days)
    beyond = house.spa.midnight(last + timedelta(days=1))
    assert house.find(request_at(SWEDISH, beyond, tier=tier)).rejection.code == RejectionCode.OUTSIDE_HORIZON
    before = house.find(request_at(SWEDISH, beyond - MINUTE, tier=tier)).rejection
    assert before is not None
    assert before.code != RejectionCode.OUTSIDE_HORIZON


def test_what_is_offered_can_be_held(house):
    for treatment in (SWEDISH, COUPLES, "ai-massage-bed", "executive-cut"):
        midnight = house.spa.midnight(FRIDAY)
        offers = house.find(request_for(treatment, ((midnight, midnight + timedelta(days=1)),), limit=4)).slots
        assert offers, treatment
        for offer in offers:
            held = house.hold(offer.starts_at, treatment)
            assert (held.starts_at, held.technicians) == (offer.starts_at, offer.technicians)
            house.cancel(held)


def test_a_start_counts_by_its_minute_in_whatever_zone_it_is_written(house):
    booking = house.hold((THREE + timedelta(seconds=40)).astimezone(house.spa.tz))
    assert (booking.starts_at, booking.ends_at) == (THREE, THREE + 60 * MINUTE)


def test_a_visit_through_the_night_of_the_long_hour_lasts_as_long_as_it_is_sold(house):
    """Bookings are instants."""
    house.now = utc("2026-10-30T10:00-04:00")
    saturday = utc("2026-10-31T23:00-04:00").astimezone(house.spa.tz)
    booking = house.hold(saturday, "coresync-private")
    assert booking.ends_at - booking.starts_at == 120 * MINUTE
    assert house.spa.wall(booking.ends_at).strftime("%H:%M") == "01:00"


def test_a_database_that_keeps_another_clock_gives_instants_all_the_same(house):
    name = house.rows("select current_database() as name")[0]["name"]
    house.database.run(f"alter database \"{name}\" set timezone to 'America/New_York'")
    house.database.close()
    del house.database.__dict__["_pool"]
    booking = house.again(house.hold(utc("2026-11-20T14:00-05:00")))
    assert booking.starts_at.utcoffset() == timedelta()


def test_what_is_added_twice_is_sold_once(house):
    booking = house.hold(add_on_ids=("hot-stone", "aromatherapy", "hot-stone"))
    assert [line.item_id for line in booking.lines] == [SWEDISH, "hot-stone", "aromatherapy"]
    assert booking.ends_at - booking.starts_at == 75 * MINUTE


def test_the_price_is_the_one_that_was_sold(house):
    booking = house.hold(tier="Base", add_on_ids=("hot-stone",))
    treatment, stone = booking.lines
    assert (treatment.price_cents, stone.price_cents, booking.net_cents) == (12600, 2800, 15400)
    assert booking.tax_cents == share(15400, 4500)
    assert booking.ends_at - booking.starts_at == 75 * MINUTE
    house.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content, '{treatments,0,prices,Base}', '99900'),"
        " 'edited', published_at from coresync.price_books returning version"
    )
    assert house.again(booking) == booking
    assert house.hold(tier="Base").net_cents == 99900


def test_an_ended_hold_gives_way_to_whoever_wants_its_place(house):
    """An unpaid booking never blocks for ever."""
    first, second = house.hold(), house.hold()
    house.wait(10)
    third, fourth = house.hold(), house.hold()
    assert {house.status(first), house.status(second)} == {"expired"}
    assert {house.status(third), house.status(fourth)} == {"held"}
    assert house.actions(first).count("booking.expired") == 2


def test_a_hold_that_has_a_second_left_does_not_give_way(house):
    house.hold(), house.hold()
    house.wait(10 - 1 / 60)
    with pytest.raises(SlotTaken):
        house.hold()


def test_a_reserved_place_is_its_owners(house):
    """Nobody else books it, and its owner is not blocked by it."""
    mine = house.hold(technician="Anna")
    with pytest.raises(SlotTaken):
        house.hold(technician="Anna")
    assert give_contact(mine.id, GUEST, bookings=house.bookings, now=house.now).is_live_hold(house.now)


def test_the_last_minute_before_a_visit_is_its_turnaround_for_the_next(house):
    """Buffers are part of what is taken."""
    house.hold(at(FRIDAY, "13:00"), technician="Anna")
    for clock in ("12:00", "14:00", "14:09"):
        with pytest.raises(SlotTaken):
            house.hold(at(FRIDAY, clock), technician="Anna")
    assert house.hold(at(FRIDAY, "14:10"), technician="Anna")


def test_a_contact_may_come_later_and_is_found_by_its_address(house):
    booking = house.hold(contact=None)
    named = give_contact(booking.id, GUEST, bookings=house.bookings, now=house.now)
    assert named.contact == house.again(booking).contact == GUEST
    found = house.rows("select id from coresync.bookings where email_hash = %s", house.cipher.fingerprint(GUEST.email))
    assert [row["id"] for row in found] == [booking.id]


def test_a_contact_that_comes_after_the_end_is_refused(house):
    booking = house.hold()
    house.cancel(booking)
    with pytest.raises(WrongState):
        give_contact(booking.id, GUEST, bookings=house.bookings, now=house.now)


def test_a_technician_whom_the_spa_does_not_have_is_not_found_nor_repeated(house):
    with pytest.raises(NotFound) as refused:
        house.hold(technician="Daniel Example")
    assert "Daniel" not in str(refused.value)


def test_no_trace_of_a_guest_is_left_in_the_clear(house, caplog):
    caplog.set_level(logging.DEBUG)
    booking = house.hold()
    house.cancel(booking)
    for table in ("bookings", "booking_lines", "outbox", "audit_log"):
        text = str(house.rows(f"select t::text as t from coresync.{table} t")).lower()
        assert not any(word in text for word in ("daniel", "example.com", "555 010 0199", "lavender"))
    events = [(event.attributes, event.body()) for event in house.dispatcher.outbox.waiting(limit=9)]
    assert "daniel" not in f"{events} {caplog.text}".lower()


@pytest.mark.parametrize("start", [THREE, at(SATURDAY, "15:00"), at(FRIDAY, "23:00")], ids=["free", "closed", "late"])
def test_a_search_is_one_read_whether_it_finds_a_time_or_a_reason(house, start):
    house.find(request_at(SWEDISH, THREE))
    connection, lent = house.database.connection, []
    house.database.connection = lambda: lent.append(1) or connection()
    found = house.find(request_at(SWEDISH, start))
    assert (found.rejection is None) == (start == THREE)
    assert len(lent) == 1
