"""What makes no sense is refused in so many words, with what would help; nothing is written."""

from datetime import UTC, datetime, timedelta

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.kernel.errors import BadInput, NotBookable, NotFound, Refusal
from tests.booking_requests import request_at, request_for
from tests.change_house import move
from tests.snapshots import FRIDAY, NOW, SATURDAY, at
from tests.spa_house import SWEDISH, THREE, spa_house, utc

NAIVE = datetime(2026, 11, 20, 14)  # noqa: DTZ001 -- that is the point
EVER = timedelta(days=100_000)


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


def refused(act) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value


UNKNOWN = [
    {"treatment": "reiki"},
    {"technician": "Nobody"},
    {"technician": ""},
    {"add_on_ids": ("gold",)},
    {"tier": "Gold"},
    {"also": (RequestedItem("reiki", 2),)},
]


def test_what_the_spa_does_not_have_is_not_found(house):
    for asked_for in UNKNOWN:
        assert isinstance(refused(lambda asked_for=asked_for: house.hold(THREE, **asked_for)), NotFound)
    assert house.count("bookings") == 0


NEVER = [NAIVE, datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)]


def test_a_time_without_a_zone_and_the_ends_of_the_calendar_are_bad_input(house):
    booking = house.hold(THREE)
    for instant in NEVER:
        window = (THREE, THREE + timedelta(hours=1))
        acts = [
            lambda instant=instant: house.hold(instant),
            lambda instant=instant: move(house, booking, instant),
            lambda instant=instant: request_at(SWEDISH, instant),
            lambda instant=instant, window=window: house.find(request_for(SWEDISH, (window,), instant)),
        ]
        assert [type(refused(act)) for act in acts] == [BadInput] * len(acts)
    assert isinstance(refused(lambda: house.find(request_for(SWEDISH, ((NAIVE, NAIVE),)))), BadInput)
    assert isinstance(refused(lambda: house.find(request_for(SWEDISH, ()))), BadInput)


RULES = [
    (NOW - timedelta(days=1), {}, RejectionCode.PAST),
    (NOW - EVER, {}, RejectionCode.PAST),
    (NOW + EVER, {}, RejectionCode.OUTSIDE_HORIZON),
    (at(SATURDAY, "14:00"), {}, RejectionCode.CLOSED),
    (at(FRIDAY, "15:01"), {}, RejectionCode.CLOSED),
    (THREE, {"gender": "z"}, RejectionCode.NOBODY_FOR_IT),
    (THREE, {"treatment": "gentlemans-facial", "technician": "David"}, RejectionCode.NOT_THEIR_WORK),
    (THREE, {"also": tuple(RequestedItem(SWEDISH, guest) for guest in range(2, 41))}, RejectionCode.PARTY_TOO_LARGE),
]


@pytest.mark.parametrize(
    ("start", "asked_for", "why"), RULES, ids=[f"{why}-{n}" for n, (_, _, why) in enumerate(RULES)]
)
def test_a_rule_that_forbids_it_is_named(house, start, asked_for, why):
    refusal = refused(lambda: house.hold(start, **asked_for))
    assert isinstance(refusal, NotBookable)
    assert refusal.rejection.code == why
    assert house.count("bookings") == 0


@pytest.mark.parametrize("start", [NOW - timedelta(days=1), at(SATURDAY, "14:00"), at(FRIDAY, "15:01")])
def test_the_nearest_time_that_would_work_is_told(house, start):
    rejection = house.find(request_at(SWEDISH, start, tier="Premium")).rejection
    assert rejection.nearest is not None
    assert house.hold(rejection.nearest, tier="Premium").starts_at == rejection.nearest


def test_a_wish_for_all_time_is_searched_as_far_as_anybody_may_book(house):
    ever = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    slots = house.find(request_for(SWEDISH, (ever,), limit=9)).slots
    assert slots
    assert max(offer.starts_at for offer in slots) < house.spa.midnight(SATURDAY + timedelta(days=1))
    assert (
        house.find(request_for("coresync-private", ((utc("2026-11-22T03:00-05:00"), ever[1]),))).rejection is not None
    )


@pytest.mark.parametrize("guests", [0, -1, 40])
def test_a_party_of_nobody_and_one_that_fills_the_street_are_refused(guests):
    refusal = refused(lambda: request_at(SWEDISH, THREE).for_guests(guests))
    assert isinstance(refusal, BadInput if guests < 1 else NotBookable)
