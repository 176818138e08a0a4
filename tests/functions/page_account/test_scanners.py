"""Virus scanners and crawlers open every link that a guest gets: nothing changes by a look, on any page."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from functions.page_pay.app import build_app as build_pay
from infra.local.routes import function_for
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.booking import Booking
from shared_lib.guests.preferences import Topic
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import MailKind
from tests.account_house import ORIGIN, Browser
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, SWEDISH, PayHouse

OURS = re.compile(r'href="(/(?:account|visit|unsubscribe)[^"#]*)')
BOOKING_MAILS = set(MailKind) - {MailKind.CODE, MailKind.MEMBERSHIP_WELCOME, MailKind.MANAGER_ALERT, MailKind.RECEIPT}
MOST = 400
"""More pages than there are: a crawl that does not end has found a loop."""


def everything(house: PayHouse) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table but the counts of requests."""
    tables = house.rows(
        "select tablename as name from pg_tables where schemaname = 'coresync' and tablename <> 'rate_limits'"
    )
    return {
        row["name"]: house.rows(f"select t::text as row from coresync.{row['name']} t order by 1") for row in tables
    }


def crawl(browser: Browser, starts: list[str]) -> Iterator[tuple[str, int]]:
    """Open each page that can be reached by links, once."""
    seen, waiting = set(starts), list(starts)
    while waiting:
        path = waiting.pop()
        answer = browser.get(path)
        yield path, answer.status_code
        found = {unescape(link) for link in OURS.findall(answer.get_data().decode(errors="replace"))} - seen
        if "Location" in answer.headers and answer.headers["Location"].startswith("/"):
            found |= {answer.headers["Location"]} - seen
        seen |= found
        waiting += sorted(found)
        assert len(seen) < MOST


def links_of_mails(house: PayHouse, bookings: list[Booking]) -> set[str]:
    """Return the paths of all links of ours in every mail that could be about these bookings."""
    found: set[str] = set()
    for booking in bookings:
        past = house.booking_history.past(booking.id)
        for kind in BOOKING_MAILS:
            mail = house.mail_renderer.render(kind, booking, past, now=house.now)
            found |= set(re.findall(rf'href="{house.public_url}(/[^"#]*)', mail.html))
    return {unescape(path) for path in found}


def test_sergeymosin_293_following_every_link_of_every_mail_changes_nothing(house, browser):
    paid, held = house.confirmed(), house.hold(at(FRIDAY, "11:00"))
    links = links_of_mails(house, [paid, held])
    pay, before = build_pay(house).test_client(), everything(house)
    opened = {"page_pay": pay.get, "page_account": browser.client.get}
    answers = [opened[function_for(path) or ""](path, base_url=ORIGIN) for path in links]
    assert {path.split("/")[1] for path in links} == {"visit", "pay", "unsubscribe"}
    assert {answer.status_code for answer in answers} == {200}
    assert everything(house) == before


def test_following_every_link_changes_nothing(house, browser):
    paid, group = house.confirmed(), house.confirmed(at(FRIDAY, "11:00"), also=(RequestedItem(SWEDISH, 2),))
    held, gone = (
        house.hold(at(FRIDAY, "12:30"), "executive-cut"),
        house.confirmed(at(FRIDAY, "13:30"), "beard-trim-shape"),
    )
    house.cancel(gone)
    browser.sign_in()
    links = MailLinks(public_url="", signer=house.signer)
    starts = [links.visit(each.id) for each in (paid, group, held, gone)]
    starts.append(links.unsubscribe(Topic.REVIEWS, house.cipher.fingerprint(GUEST.email)))
    before = everything(house)
    scanner = Browser(house, browser.codes)
    opened: dict[str, int] = {}
    for who in (browser, scanner):
        opened |= dict(crawl(who, ["/account", *starts]))
        assert {status for status in opened.values() if status not in {200, 303, 409}} == set(), opened
    assert any(path.endswith("/cancel") for path in opened)
    assert everything(house) == before
