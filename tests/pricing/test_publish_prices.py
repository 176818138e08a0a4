import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from infra.local.demo import SPA_ID, load, load_demo, workbook
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.adapters.spas import PostgresSpas
from shared_lib.kernel.errors import NotFound, OutcomeUnknown, VendorUnavailable
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from shared_lib.pricing.adapters.resources import PostgresResources
from shared_lib.pricing.price_book import NON_MEMBER, PriceBook
from shared_lib.pricing.publish_prices import Published, publish_prices
from shared_lib.pricing.reading import read, words
from tests.manager_alerts import AlertsAtHand

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)  # Wednesday, 10:00 AM in New York


class OwnersWorkbook:
    """The workbook as its owner has it open; `while_read` is what they type while somebody reads."""

    def __init__(self):
        self.content = workbook()
        self.written = 0
        self.down = self.read_only = False
        self.while_read: Iterator[Sequence[tuple[str, int, int, object]]] = iter(())

    def tabs(self):
        if self.down:
            raise VendorUnavailable("google-sheets", "answered 503")
        seen = {name: [list(row) for row in rows] for name, rows in self.content.items()}
        for tab, row, column, value in next(self.while_read, ()):
            self.content[tab][row][column] = value
        return seen

    def write(self, tab, rows):
        if self.read_only:
            raise OutcomeUnknown("google-sheets", "answered 500")
        self.written += 1
        width = max(map(len, rows))
        self.content[tab] = [row + [""] * (width - len(row)) for row in rows]


class House:
    """The demo spa in one database, and its owner's workbook."""

    def __init__(self, database: Database):
        self.database = database
        self.books = PostgresPriceBooks(database)
        self.spa = PostgresSpas(database).get(SPA_ID)
        self.workbook = OwnersWorkbook()
        self.alerts = AlertsAtHand()

    def publish(self, now: datetime = NOW) -> Published:
        resources = PostgresResources(self.database)
        return publish_prices(
            workbook=self.workbook,
            books=self.books,
            resources=resources,
            alerts=self.alerts,
            spa=self.spa,
            now=now,
        )

    def price(self) -> int:
        return self.books.current(SPA_ID).treatment("swedish-massage").prices[NON_MEMBER]

    def type_price(self, value: object) -> None:
        self.workbook.content["Massages"][1][2] = value

    def status(self) -> list[str]:
        return [" | ".join(filter(None, map(words, row))) for row in self.workbook.content["Status"]]


@pytest.fixture
def database(bare_database_url: str) -> Iterator[Database]:
    opened = Database(bare_database_url)
    yield opened
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    load_demo(database, now=NOW)
    return House(database)


def test_the_demo_spa_is_loaded_once(database):
    load_demo(database, now=NOW)
    load_demo(database, now=NOW)
    counts = "select (select count(*) from coresync.{}) as n"
    found = {table: database.rows(counts.format(table))[0]["n"] for table in ("rooms", "technicians", "schedules")}
    assert found == {"rooms": 8, "technicians": 6, "schedules": 30}
    assert PostgresPriceBooks(database).current(SPA_ID).version == 1


def test_what_was_changed_in_the_house_is_not_loaded_over(database):
    load_demo(database, now=NOW)
    database.run("update coresync.technicians set specialties = '{massage}' where name = 'Nina'")
    database.run("delete from coresync.schedules")
    load_demo(database, now=NOW)
    assert database.rows("select specialties from coresync.technicians where name = 'Nina'")[0] == {
        "specialties": ["massage"]
    }
    assert database.rows("select * from coresync.schedules") == []


def test_nights_of_technicians_end_on_the_next_day(house):
    rows = house.database.rows("select begins, ends from coresync.schedules where weekday = 5 order by technician_id")
    assert rows == [{"begins": 1080, "ends": 1500}] * 2


def test_a_spa_that_nobody_knows_is_not_found(database):
    with pytest.raises(NotFound):
        PostgresSpas(database).get("atlantis")
    with pytest.raises(NotFound):
        PostgresPriceBooks(database).current("atlantis")


def test_a_workbook_without_an_edit_stays_the_same_version(house):
    assert house.publish() == Published(version=1, changed=False, problems=())
    assert house.status() == [
        "Status | Published",
        "Version in force | 1",
        "As of | Wednesday 25 November, 10:00 AM New York time",
    ]


def test_an_edit_becomes_a_version_and_the_old_one_stays_readable(house):
    house.type_price("$185")
    assert house.publish() == Published(version=2, changed=True, problems=())
    assert house.price() == 18_500
    assert house.books.version(SPA_ID, 1).treatment("swedish-massage").prices[NON_MEMBER] == 18_000
    assert "Version in force | 2" in house.status()


def test_a_change_back_is_a_third_version(house):
    for price in (190, 180):
        house.type_price(price)
        house.publish()
    assert (house.books.current(SPA_ID).version, house.price()) == (3, 18_000)
    assert (
        PostgresPriceBooks(house.database).version(SPA_ID, 2).treatment("swedish-massage").prices[NON_MEMBER] == 19_000
    )


def test_an_invalid_edit_changes_nothing_and_is_told_in_the_status(house):
    house.type_price("abc")
    told = "Massages!C2: 'abc' is not a price"
    assert house.publish() == Published(version=1, changed=False, problems=(told,))
    assert house.price() == 18_000
    assert house.status()[0] == "Status | Mend the cells below; until then the version in force stays"
    assert house.status()[3:] == [told]


def test_the_manager_hears_of_an_invalid_workbook_once_a_day_while_its_owner_goes_on_typing(house):
    for price in ("a", "ab", "abc"):
        house.type_price(price)
        house.publish()
    house.publish(NOW + timedelta(days=1))
    house.type_price(185)
    house.publish(NOW + timedelta(days=2))
    assert house.alerts.of(AlertKind.PRICE_SHEET_INVALID) == [
        {"count": "1", "cell": f"Massages!C2: '{price}' is not a price"} for price in ("a", "abc")
    ]


def test_a_mended_cell_clears_the_status(house):
    for price in ("abc", 185):
        house.type_price(price)
        house.publish()
    assert house.status()[:2] == ["Status | Published", "Version in force | 2"]
    assert len(house.status()) == 3


def test_the_status_is_written_only_when_it_has_news(house):
    for minutes in range(3):
        house.publish(NOW + timedelta(minutes=minutes))
    assert house.workbook.written == 1
    house.type_price("abc")
    house.publish()
    house.publish()
    assert house.workbook.written == 2


def test_a_status_that_can_not_be_written_leaves_the_edit_published_and_is_written_later(house):
    house.workbook.read_only = True
    house.type_price(200)
    assert house.publish().changed
    assert house.price() == 20_000
    house.workbook.read_only = False
    house.publish()
    assert "Version in force | 2" in house.status()


def test_while_google_is_down_the_last_version_serves(house):
    house.workbook.down = True
    house.type_price(200)
    with pytest.raises(VendorUnavailable):
        house.publish()
    assert house.price() == 18_000


def test_what_the_owner_types_while_we_read_is_published_too(house):
    house.type_price(190)
    house.workbook.while_read = iter([[("Massages", 1, 2, 200)]])
    assert house.publish() == Published(version=3, changed=True, problems=())
    assert house.price() == 20_000


def test_an_owner_who_never_stops_typing_is_followed_by_the_next_poll(house):
    house.type_price(190)
    house.workbook.while_read = iter([[("Massages", 1, 2, price)] for price in (191, 192, 193, 194)])
    assert house.publish().version == 4
    assert house.publish().version == 6


def test_a_spa_without_a_first_version_says_so(database):
    load(database)
    house = House(database)
    house.type_price("abc")
    assert house.publish().version == 0
    assert "Version in force | none yet" in house.status()


def test_a_tax_that_begins_tomorrow_is_no_rate_for_today(house):
    house.workbook.content["Tax"][1][0] = "2026-11-26"
    assert house.publish().problems == ("Tax: there is no rate for personal_service on 2026-11-25",)


def test_what_leaves_the_workbook_is_no_longer_offered_and_may_come_back(house):
    def offered() -> list[str]:
        rows = house.database.rows(
            "select id from coresync.treatments where category = 'Mani_Pedi' and offered order by id"
        )
        return [row["id"] for row in rows]

    manicure = house.workbook.content["Mani_Pedi"].pop(1)
    house.publish()
    assert offered() == ["pedicure"]
    house.workbook.content["Mani_Pedi"].append(manicure)
    house.publish()
    assert offered() == ["manicure", "pedicure"]


def test_the_tiers_of_the_newest_version_can_be_joined(house):
    house.workbook.content["Membership Tiers"][2][1] = "$400"
    house.publish()
    tiers = house.database.rows("select name, monthly_cents, days_ahead, discount from coresync.membership_tiers")
    assert {"name": "Base", "monthly_cents": 40_000, "days_ahead": 60, "discount": 30} in tiers
    assert len(tiers) == 3


def repriced(price: int) -> PriceBook:
    tabs = workbook()
    tabs["Massages"][1][2] = price
    return read(tabs)


def publish_at_once(url: str, books: list[PriceBook]) -> list[int]:
    """Publish each book from a connection of its own, all at the same moment."""
    barrier = threading.Barrier(len(books))

    def publish(book: PriceBook) -> int:
        database = Database(url)
        database.rows("select 1")
        barrier.wait(timeout=10)
        try:
            return PostgresPriceBooks(database).publish(SPA_ID, book, now=NOW).version
        finally:
            database.close()

    with ThreadPoolExecutor(len(books)) as pool:
        return sorted(pool.map(publish, books))


@pytest.mark.parametrize("_round", range(5))
def test_two_who_publish_the_same_edit_at_once_make_one_version(house, bare_database_url, _round):
    assert publish_at_once(bare_database_url, [repriced(190), repriced(190)]) == [2, 2]
    assert house.database.rows("select version from coresync.price_books order by version") == [
        {"version": 1},
        {"version": 2},
    ]


def test_two_who_publish_different_edits_at_once_make_two_versions(house, bare_database_url):
    assert publish_at_once(bare_database_url, [repriced(190), repriced(200)]) == [2, 3]


def test_the_first_version_may_be_raced_for_too(database, bare_database_url):
    load(database)
    assert publish_at_once(bare_database_url, [repriced(180)] * 4) == [1, 1, 1, 1]


def test_a_version_is_read_from_the_database_once(house):
    assert house.books.current(SPA_ID) is house.books.current(SPA_ID)
