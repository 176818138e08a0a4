"""Who proves who they are sees what is theirs, and nobody else does."""

import logging
from datetime import timedelta
from uuid import UUID

import pytest

from shared_lib.bookings.contact import Contact
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.guests.proof_code import LIFE, TRIES, new_digits, read_digits
from shared_lib.guests.request_code import ADDRESS_AN_HOUR, CONTACT_AN_HOUR
from shared_lib.kernel.errors import (
    BadInput,
    CodeEnded,
    CodeWrong,
    NotFound,
    TooMany,
    UnknownSession,
    VendorUnavailable,
)
from tests.guests.proof_house import CAFE, DANIEL, PHONE, Browser, references
from tests.snapshots import FRIDAY, at
from tests.spa_house import at_once, spa_house


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


@pytest.fixture
def browser(house):
    return Browser(house, "browser-1")


def wrong(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06}"


def test_a_code_opens_what_was_booked_under_its_address_and_nothing_else(house, browser):
    mine = house.hold()
    other = house.hold(at(FRIDAY, "12:30"), contact=Contact("Robert Example", "robert@example.com"))
    guest = browser.signed_in(DANIEL)
    assert references(house, guest) == [mine.reference]
    assert house.again(mine).guest_id == guest.id
    assert house.guest_bookings.find(guest, mine.reference).id == mine.id
    with pytest.raises(NotFound):
        house.guest_bookings.find(guest, other.reference)


def test_nothing_joins_a_record_before_the_proof(house, browser):
    """A friend who writes my address sees nothing of mine, and what they book is mine only once I prove it."""
    guest = browser.signed_in(DANIEL)
    later = house.hold()
    assert house.again(later).guest_id is None
    assert references(house, guest) == [later.reference]
    browser.signed_in(DANIEL)
    assert house.again(later).guest_id == guest.id


def test_a_code_guessed_too_often_is_good_for_nothing(house, browser):
    right = browser.ask(DANIEL)
    left = []
    for _ in range(TRIES - 1):
        with pytest.raises(CodeWrong) as refused:
            browser.type(wrong(right))
        left.append(refused.value.tries_left)
    assert left == [4, 3, 2, 1]
    with pytest.raises(CodeEnded):
        browser.type(wrong(right))
    with pytest.raises(CodeEnded):
        browser.type(right)
    assert house.count("guest_contacts") == 0


def test_what_can_be_no_code_costs_no_try(house, browser):
    right = browser.ask(DANIEL)
    for typed in ("", "12345", "1234567", "twelve", "\u0661\u0662\u0663\u0664\u0665\u0666", "12345a"):
        with pytest.raises(BadInput):
            browser.type(typed)
    assert browser.type(f" {right[:3]} {right[3:]}\n").contact_points == (DANIEL,)


def test_a_code_is_used_once_and_lives_ten_minutes(house, browser):
    used = browser.ask(DANIEL)
    browser.type(used)
    with pytest.raises(CodeEnded):
        browser.type(used)
    old = browser.ask(DANIEL)
    house.now += LIFE
    with pytest.raises(CodeEnded):
        browser.type(old)


def test_a_code_is_good_only_where_it_was_asked_for(house, browser):
    """Whoever reads a code over a shoulder, or asks for one in my name, has nothing of it in their own browser."""
    mine, thief = browser.ask(DANIEL), Browser(house, "browser-2", CAFE)
    with pytest.raises(CodeEnded):
        thief.type(mine)
    thief.ask(ContactPoint(Channel.EMAIL, "thief@example.com"))
    with pytest.raises(CodeWrong):
        thief.type(mine)
    assert browser.type(mine).contact_points == (DANIEL,)


def test_of_two_codes_that_were_asked_for_either_will_do_and_both_are_used(house, browser):
    first, second = browser.ask(DANIEL), browser.ask(DANIEL)
    browser.type(first)
    with pytest.raises(CodeEnded):
        browser.type(second)


def test_of_a_code_typed_many_times_at_once_one_is_right(house, browser):
    digits = browser.ask(DANIEL)
    results = at_once(8, lambda _: browser.type(digits))
    assert sum(isinstance(result, Guest) for result in results) == 1
    assert {type(result) for result in results} == {Guest, CodeEnded}


def test_codes_are_limited_by_contact_and_by_address_alike_for_who_is_known_and_who_is_not(house):
    for known in (DANIEL, ContactPoint(Channel.EMAIL, "nobody@example.com")):
        for n in range(CONTACT_AN_HOUR):
            Browser(house, f"b{n}", f"198.51.100.{n}").ask(known)
        with pytest.raises(TooMany) as refused:
            Browser(house, "another", "198.51.100.99").ask(known)
        assert refused.value.retry_after > 0
    crowd = Browser(house, "crowd", CAFE)
    for n in range(ADDRESS_AN_HOUR):
        crowd.ask(ContactPoint(Channel.EMAIL, f"guest{n}@example.com"))
    with pytest.raises(TooMany):
        crowd.ask(ContactPoint(Channel.EMAIL, "one.more@example.com"))


def test_while_the_queue_is_away_a_code_waits_for_the_relay(house, browser, caplog):
    def away(_: UUID) -> None:
        raise VendorUnavailable("tasks", "answered 503")

    browser._send = away
    browser.mailed.append("")
    with caplog.at_level(logging.ERROR):
        browser.ask(DANIEL)
    assert [record.facts["alert"] for record in caplog.records] == ["code_late"]
    (waiting,) = house.proof_codes.unsent(before=house.now + timedelta(seconds=1), now=house.now, limit=10)
    assert house.proof_codes.get(waiting).may_be_sent(house.now)
    assert house.proof_codes.unsent(before=house.now + LIFE, now=house.now + LIFE, limit=10) == []


def test_a_browser_stays_signed_in_for_thirty_days_until_it_is_revoked(house, browser):
    guest = browser.signed_in(DANIEL)
    phone, laptop = (house.guest_sessions.open(guest.id, device=name, now=house.now) for name in ("phone", "laptop"))
    assert house.guest_sessions.revoke(guest.id, only=phone.id, now=house.now) == 1
    with pytest.raises(UnknownSession):
        house.guest_sessions.get(phone.id, now=house.now)
    house.now += timedelta(days=30) - timedelta(seconds=1)
    assert house.guest_sessions.get(laptop.id, now=house.now).device == "laptop"
    assert not laptop.is_fresh(house.now)
    house.now += timedelta(seconds=1)
    with pytest.raises(UnknownSession):
        house.guest_sessions.get(laptop.id, now=house.now)


def test_neither_digits_nor_addresses_rest_in_the_clear(house, browser):
    digits = browser.ask(DANIEL)
    browser.type(digits)
    tables = ("proof_codes", "guests", "guest_contacts", "guest_sessions", "audit_log")
    text = str([house.rows(f"select * from coresync.{table}") for table in tables])
    assert DANIEL.address not in text
    assert digits not in text
    assert DANIEL.address.encode().hex() not in text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Daniel@Example.com ", DANIEL),
        ("(212) 555-0199", PHONE),
        ("+44 20 7946 0018", ContactPoint(Channel.SMS, "+442079460018")),
    ],
)
def test_an_address_or_a_number_is_read_as_people_write_it(typed, read):
    assert ContactPoint.parse(typed) == read


@pytest.mark.parametrize(
    "typed", ["", "daniel", "daniel@", "12", "call 212-555-0199 or 212-555-0188", "212-555-0199 ext 4"]
)
def test_what_is_neither_is_refused(typed):
    with pytest.raises(BadInput):
        ContactPoint.parse(typed)


def test_it_is_shown_so_that_only_its_owner_knows_it():
    assert [DANIEL.masked, PHONE.masked] == ["d•••l@example.com", "••• 99"]
    assert read_digits(new_digits()) is not None


def test_who_comes_from_nowhere_is_limited_by_contact_all_the_same(house):
    """Whatever the contact is called: it once was not, where it read like the name of another count."""
    point = ContactPoint(Channel.EMAIL, "letters.from@example.com")
    for number in range(CONTACT_AN_HOUR):
        Browser(house, f"b{number}", "").ask(point)
    with pytest.raises(TooMany):
        Browser(house, "another", "").ask(point)
