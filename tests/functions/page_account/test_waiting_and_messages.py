"""The waiting list, and what is sent: joined and left, chosen and refused."""

import re

import pytest

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.preferences import Preference, Topic, is_offered
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import TOPICS
from shared_lib.notifications.text import TextKind
from tests.account_house import ORIGIN, Browser
from tests.spa_house import GUEST

WISH = {"treatment": "swedish-massage", "first": "2026-11-20", "last": "2026-11-20", "part": "afternoon", "name": "Dan"}


@pytest.fixture
def signed_in(house, browser):
    browser.sign_in()
    return browser


def test_a_guest_waits_for_a_time_and_no_longer(house, signed_in):
    page = signed_in.post("/account/waitlist/new", **WISH)
    assert "You are on the list" in page.text
    assert "Swedish Massage" in page.text
    assert "Friday 20 November, 12:00 PM to 5:00 PM" in page.text
    (leave,) = re.findall(r'action="(/account/waitlist/[^"]+/leave)"', page.text)
    stranger = Browser(house, signed_in.codes)
    stranger.sign_in("robert@example.com")
    assert stranger.post(leave, "/account/waitlist/new").status_code == 404
    assert house.count("waitlist_entries", "status = 'waiting'") == 1
    assert "You wait for that no longer" in signed_in.post(leave, "/account/waitlist").text
    assert house.count("waitlist_entries", "status = 'left'") == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "under which name"),
        ({"first": "tomorrow"}, "first day must be a day"),
        ({"last": "2027-11-20"}, "within a month"),
        ({"treatment": "a-dream"}, "choose a treatment"),
        ({"first": "2026-11-21", "last": "2026-11-21"}, "No place can open then"),
    ],
)
def test_a_wish_that_can_not_be_is_said_beside_the_form(house, signed_in, wrong, said):
    page = signed_in.post("/account/waitlist/new", **WISH | wrong)
    assert page.status_code == 400
    assert said in page.text
    assert house.count("waitlist_entries") == 0


def test_waiting_twice_for_the_same_is_said(signed_in):
    signed_in.post("/account/waitlist/new", **WISH)
    assert "wait for just that already" in signed_in.post("/account/waitlist/new", **WISH).text


def test_a_choice_holds_at_once_and_what_is_locked_says_so(house, signed_in):
    page = signed_in.get("/account/preferences").text
    assert page.count("Always") == 3
    boxes = re.findall(r'name="box" value="([^"]+)"', page)
    assert set(boxes) == {f"{topic}:email" for topic in ("waitlist", "reminders", "reviews")}
    kept = signed_in.post("/account/preferences", box=boxes, allowed=["reminders:email"])
    assert "Your choice is kept" in kept.text
    chosen = house.preferences.chosen(ContactPoint(Channel.EMAIL, GUEST.email))
    assert chosen[Topic.REMINDERS, Channel.EMAIL]
    assert not chosen[Topic.REVIEWS, Channel.EMAIL]
    refused = signed_in.post("/account/preferences", box=["bookings:email", "reminders:email"])
    assert (refused.status_code, "can&#39;t be switched off" in refused.text) == (409, True)
    assert house.preferences.chosen(ContactPoint(Channel.EMAIL, GUEST.email)) == chosen


def test_what_a_mail_ended_for_one_address_shows_as_ended_and_stays_so(house, signed_in):
    signed_in.post("/account/contacts/new", contact="dan@example.org")
    signed_in.type(signed_in.codes.last)
    house.preferences.choose(
        [house.cipher.fingerprint(GUEST.email)],
        [Preference(Topic.REVIEWS, Channel.EMAIL, allowed=False)],
        now=house.now,
    )
    page = signed_in.get("/account/preferences").text
    ticked = re.findall(r'value="([^"]+)"\s+checked', page)
    assert ticked == [f"{topic}:email" for topic in ("waitlist", "reminders")]
    signed_in.post("/account/preferences", box=re.findall(r'name="box" value="([^"]+)"', page), allowed=ticked)
    assert not house.preferences.chosen(ContactPoint(Channel.EMAIL, GUEST.email))[Topic.REVIEWS, Channel.EMAIL]


def test_by_text_only_what_is_sent_by_text_can_be_chosen():
    assert {topic for topic in Topic if is_offered(topic, Channel.SMS)} == {
        Topic.SECURITY,
        Topic.PAYMENTS,
        Topic.REMINDERS,
    }
    assert all(is_offered(topic, Channel.SMS) for kind, topic in TOPICS.items() if isinstance(kind, TextKind))


@pytest.mark.parametrize(
    ("part", "said"),
    [("any", "20 November, at any time"), ("morning", "6:00 AM to 12:00 PM"), ("evening", "after 5:00 PM")],
)
def test_hours_that_end_with_the_day_are_said_in_words(signed_in, part, said):
    assert said in signed_in.post("/account/waitlist/new", **WISH | {"last": "2026-11-26", "part": part}).text


def test_the_name_of_a_visit_is_written_into_the_wish(house, signed_in):
    house.confirmed()
    assert f'value="{GUEST.name}"' in signed_in.get("/account/waitlist/new").text


def test_one_click_ends_mails_of_a_kind_and_a_scanner_that_looks_ends_nothing(house, browser):
    links = MailLinks(public_url="", signer=house.signer)
    path = links.unsubscribe(Topic.REVIEWS, house.cipher.fingerprint(GUEST.email))
    guest = ContactPoint(Channel.EMAIL, GUEST.email)
    assert "Fewer mails?" in browser.get(path).text
    assert house.preferences.chosen(guest) == {}
    # as a mail client sends it: no page of ours before, no cookie, no Origin
    done = browser.client.post(path, base_url=ORIGIN, data={"List-Unsubscribe": "One-Click"})
    assert "No more of these" in done.text
    assert house.preferences.chosen(guest) == {(Topic.REVIEWS, Channel.EMAIL): False}
    assert browser.client.post(path + "x", base_url=ORIGIN, data={}).status_code == 404
