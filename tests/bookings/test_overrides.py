"""Staff may set a rule aside with a reason, and it is noted who did; two guests never share a place for it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.cancel import cancel_booking
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.kernel.adapters.override_reasons import read_reason
from shared_lib.kernel.errors import BadInput, NotBookable, NotFound, SlotTaken
from shared_lib.kernel.override import Override
from tests.booking_requests import request_at
from tests.change_house import FACIAL, move, take_out, told
from tests.snapshots import FRIDAY, THURSDAY, WEDNESDAY, at
from tests.spa_house import COUPLES, GUEST, SWEDISH, THREE, pay_house

WORD = Override("manager-1", "A guest of the house, agreed by phone")
NOON = at(FRIDAY, "12:00")
NEXT_WEEK = at(FRIDAY.replace(day=27), "12:00")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def why(house, override):
    """Return the words of staff, by what the audit log says of them."""
    return read_reason(UUID(override["reason_id"]), database=house.database, cipher=house.cipher)


def hold(house, start, treatment=SWEDISH, *, override=WORD, **asked_for):
    asked = HoldRequest(str(uuid4()), "staff", GUEST, override=override)
    return place_hold(request_at(treatment, start, **asked_for), start, asked, context=house.context, now=house.now)


@pytest.mark.parametrize(
    ("start", "rules"),
    [
        (at(WEDNESDAY, "10:20"), ["notice"]),
        (NEXT_WEEK, ["horizon"]),
        (at(FRIDAY, "15:30"), ["opening_hours", "shifts"]),
        (at(THURSDAY, "10:30"), []),
        (at(FRIDAY.replace(day=28), "12:00"), ["horizon", "opening_hours", "shifts"]),
    ],
)
def test_as_few_rules_are_set_aside_as_it_takes(house, start, rules):
    assert hold(house, start).starts_at == start
    override = told(house, "booking.held")["override"]
    assert (override["by"], override["set_aside"], why(house, override)) == ("manager-1", rules, WORD.reason)


def test_whoever_is_in_is_asked_before_whoever_has_a_day_off(house):
    assert hold(house, NEXT_WEEK).technicians[0] in {"Anna", "David"}


def test_somebody_comes_in_on_a_day_off_where_everybody_else_is_taken(house):
    for _ in range(2):
        house.hold(THREE)
    assert hold(house, THREE).technicians[0] in {"Marco", "Lena"}
    assert told(house, "booking.held")["override"]["set_aside"] == ["shifts"]


@pytest.mark.parametrize(
    ("start", "treatment", "asked_for", "why"),
    [
        (at(WEDNESDAY, "09:59"), SWEDISH, {}, RejectionCode.PAST),
        (NOON, FACIAL, {"technician": "Marco"}, RejectionCode.NOT_THEIR_WORK),
        (NOON, FACIAL, {"gender": "m"}, RejectionCode.NOBODY_FOR_IT),
        (NOON + timedelta(days=800), SWEDISH, {}, RejectionCode.OUTSIDE_HORIZON),
    ],
)
def test_the_past_and_who_can_do_what_are_nobodys_to_set_aside(house, start, treatment, asked_for, why):
    with pytest.raises(NotBookable) as refusal:
        hold(house, start, treatment, **asked_for)
    assert refusal.value.rejection.code == why


def test_nobody_is_double_booked_on_anybodys_word(house):
    house.hold(NOON, technician="Anna")
    with pytest.raises(SlotTaken):
        hold(house, NOON, technician="Anna")
    hold(house, NOON, COUPLES)
    with pytest.raises(SlotTaken):
        hold(house, NOON, COUPLES)


def test_a_calendar_says_that_somebody_is_busy_and_is_believed(house):
    house.database.run(
        "insert into coresync.busy_times select id, 'dentist', tstzrange(%s, %s) from coresync.technicians",
        (NOON, NOON + timedelta(hours=1)),
    )
    with pytest.raises(SlotTaken):
        hold(house, NOON)


@pytest.mark.parametrize(
    "facts", [{"reason": " "}, {"by": ""}, {"reason": "x" * 501}, {"refund_percent": 101}, {"refund_percent": -1}]
)
def test_an_override_says_who_and_why(facts):
    with pytest.raises(BadInput):
        Override(**{"by": "manager-1", "reason": "Agreed by phone"} | facts)


def test_a_move_on_the_word_of_staff_has_no_cut_off_and_does_not_count(house):
    booking = house.confirmed()
    for start in (NOON, THREE):
        move(house, booking, start)
    house.now = THREE - timedelta(minutes=30)
    moved = move(house, booking, at(FRIDAY, "14:10"), override=WORD).booking
    assert (moved.starts_at, moved.moves) == (at(FRIDAY, "14:10"), 2)
    set_aside = told(house)["override"]["set_aside"]
    assert set_aside == ["notice", "reschedule_free_until_hours", "reschedule_times"]


def test_a_move_on_the_word_of_staff_takes_nobodys_place(house):
    booking = house.confirmed(technician="Anna")
    house.confirmed(NOON, technician="Anna")
    with pytest.raises(SlotTaken):
        move(house, booking, NOON, override=WORD)
    assert house.again(booking) == booking


@pytest.mark.parametrize("percent", [100, 30])
def test_staff_give_back_what_they_find_fair(house, percent):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=1)
    word = Override("manager-1", "Our mistake", refund_percent=percent)
    cancelled = cancel_booking(booking.id, actor="manager-1", bookings=house.bookings, now=house.now, override=word)
    assert cancelled.refund_cents == 18810 * percent // 100
    assert told(house, "booking.cancelled")["override"]["set_aside"] == ["refund"]


def test_staff_give_back_a_guests_share_too(house):
    booking = house.confirmed(THREE, also=(RequestedItem(SWEDISH, guest=2),))
    house.now = THREE - timedelta(hours=1)
    left = take_out(house, booking, 2, override=WORD)
    assert (left.refund_cents, left.booking.fees_cents) == (18810, 0)
    override = told(house)["override"]
    assert (override["by"], override["set_aside"], why(house, override)) == ("manager-1", ["refund"], WORD.reason)


def test_the_words_of_staff_are_nowhere_in_clear_and_can_be_erased(house):
    """They may name a guest: the audit log, which nobody can change, has only the id by which they are found."""
    booking = house.confirmed(NOON)
    move(house, booking, THREE, override=WORD)
    override = told(house)["override"]
    assert set(override) == {"by", "set_aside", "reason_id"}
    assert house.count("override_reasons", "position('agreed'::bytea in sealed) > 0") == 0
    assert house.count("override_reasons") == 1
    house.database.run("delete from coresync.override_reasons where booking_id = %s", (booking.id,))
    with pytest.raises(NotFound):
        why(house, override)


def test_an_override_that_was_not_needed_is_noted_all_the_same(house):
    move(house, house.confirmed(), NOON, override=WORD)
    assert told(house)["override"]["set_aside"] == []
