"""A price that may be a slip of the pen charges nobody before the owner has said in the workbook that it is meant."""

import dataclasses
from collections.abc import Iterator

import psycopg
import pytest

from infra.local.demo import SPA_ID, workbook
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.money import HIGHEST_PRICE, LOWEST_PRICE, check_prices
from shared_lib.pricing.price_book import AddOn, Tier
from shared_lib.pricing.reading import Sheet, read
from tests.pricing.test_publish_prices import NOW, House

WAITS = "Swedish Massage, Non-Member: $180.00 -> $1,800.00"


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    database = Database(database_url)
    yield House(database)
    database.close()


def answer(house: House, word: object) -> None:
    house.workbook.content["Status"][3][1] = word


def test_a_mistyped_price_waits_and_the_status_says_for_what(house):
    house.type_price(1800)
    published = house.publish()
    assert (published.version, published.changed, published.doubts.sentences) == (1, False, (WAITS,))
    assert house.price() == 18_000
    state, version, _, question, waiting = house.status()
    assert state == "Status | Waits for your yes; until then the version in force stays, also for all other edits"
    assert version == "Version in force | 1"
    assert question == (
        f"Publish anyway? | {published.doubts.code} | type yes in B4 if exactly the lines below are meant"
    )
    assert waiting == f"{WAITS} | waits for your yes"


def test_the_poll_asks_once_and_goes_on_waiting(house):
    house.type_price(1800)
    codes = {house.publish().doubts.code for _ in range(4)}
    assert (len(codes), house.workbook.written, house.price()) == (1, 1, 18_000)


@pytest.mark.parametrize("word", ["yes", "Yes!", True, "x", "publish anyway"])
def test_a_yes_publishes_and_is_cleared(house, word):
    house.type_price(1800)
    house.publish()
    answer(house, word)
    assert house.publish().version == 2
    assert house.price() == 180_000
    assert house.status()[:2] == ["Status | Published", "Version in force | 2"]
    assert len(house.status()) == 3
    assert house.publish().version == 2


@pytest.mark.parametrize("word", ["no", "", False, "maybe", "yesterday"])
def test_anything_else_is_no_yes(house, word):
    house.type_price(1800)
    house.publish()
    answer(house, word)
    assert house.publish().version == 1
    assert house.status()[3].startswith("Publish anyway? | ")
    assert house.workbook.content["Status"][3][1] == ""


def test_a_yes_holds_for_exactly_the_values_that_were_shown(house):
    house.type_price(1800)
    house.publish()
    answer(house, "yes")
    house.type_price(18)
    assert house.publish().version == 1
    assert house.workbook.content["Status"][3][1] == ""
    answer(house, "yes")
    assert house.publish().version == 2
    assert house.price() == 1800


def test_a_yes_that_stayed_there_does_not_answer_the_same_question_later(house):
    house.type_price(1800)
    house.publish()
    answer(house, "yes")
    old = [list(row) for row in house.workbook.content["Status"]]
    house.publish()
    for back_and_forth in (180, 1800):
        house.type_price(back_and_forth)
        house.workbook.content["Status"] = [list(row) for row in old]
        assert house.publish().version == 2


def test_small_edits_of_the_same_sitting_wait_too_and_come_with_the_yes(house):
    house.type_price(1800)
    house.workbook.content["FAQ"][1][1] = "Around the corner."
    house.publish()
    assert house.books.current(SPA_ID).faq[0].answer.startswith("We are in Manhattan")
    answer(house, "yes")
    house.publish()
    assert house.books.current(SPA_ID).faq[0].answer == "Around the corner."


def test_a_price_that_is_put_right_is_published_without_a_word(house):
    house.type_price(1800)
    house.publish()
    house.type_price(190)
    assert house.publish().version == 2
    assert house.status()[0] == "Status | Published"


def test_a_member_who_would_pay_more_than_a_guest_is_asked_about(house):
    house.workbook.content["Massages"][1][3] = 160
    house.type_price(150)
    told = house.publish().doubts.sentences
    assert told == ("Swedish Massage, Base: $160.00 is more than a guest pays ($150.00)",)


def test_what_was_compared_with_a_version_that_is_no_longer_in_force_is_read_again(house):
    """While 230 is read, a small step from 180, somebody else publishes 140, from which it is a large one."""
    house.type_price(230)
    tabs = house.workbook.tabs

    def slow():
        seen = tabs()
        if house.books.current(SPA_ID).version == 1:
            cheaper = workbook()
            cheaper["Massages"][1][2] = 140
            house.books.publish(SPA_ID, read(cheaper), now=NOW)
        return seen

    house.workbook.tabs = slow
    published = house.publish()
    assert house.price() == 14_000
    assert published.doubts.sentences == ("Swedish Massage, Non-Member: $140.00 -> $230.00",)


def test_what_is_hidden_is_told_beside_a_version_that_was_published(house):
    house.workbook.content["Massages"] = Sheet(house.workbook.content["Massages"], hidden=[2])
    house.workbook.tabs = lambda: dict(house.workbook.content)
    assert house.publish().version == 2
    assert house.status()[0] == "Status | Published"
    assert house.status()[3:] == ["Note | Massages!3: 'Deep Tissue Massage' is in a hidden row, and so it is left out"]
    house.publish()
    assert house.workbook.written == 1


def test_a_name_that_the_spa_does_not_have_stays_out(house):
    house.workbook.content["Massages"][1][5] = "tretment"
    assert house.publish().problems == ("Massages!F2: the spa knows no room 'tretment'; did you mean treatment?",)


def test_whoever_left_the_spa_keeps_their_specialty_a_word_that_is_known(house):
    house.database.run("update coresync.technicians set active = false where name = 'Nina'")
    house.type_price(190)
    assert house.publish().version == 2


ILLEGAL = [0, LOWEST_PRICE - 1, HIGHEST_PRICE + 1]
INTO = {
    "treatments": "{treatments,0,prices,Non-Member}",
    "add-ons": "{add_ons,0,cents}",
    "months": "{tiers,1,monthly_cents}",
}


def publish_by_hand(house: House, path: str, value: object) -> None:
    house.database.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content, %s, %s::jsonb), 'by hand', published_at"
        " from coresync.price_books returning version",
        (path, str(value)),
    )


@pytest.mark.parametrize("path", INTO.values(), ids=INTO)
@pytest.mark.parametrize("value", [*ILLEGAL, 180.5, '"free"'])
def test_the_database_takes_no_version_that_nobody_could_pay(house, path, value):
    with pytest.raises(psycopg.errors.CheckViolation):
        publish_by_hand(house, path, value)


@pytest.mark.parametrize("path", INTO.values(), ids=INTO)
@pytest.mark.parametrize("value", [LOWEST_PRICE, HIGHEST_PRICE])
def test_the_database_takes_what_the_domain_takes(house, path, value):
    publish_by_hand(house, path, value)
    check_prices([value])


@pytest.mark.parametrize("cents", ILLEGAL)
def test_the_domain_knows_no_price_that_nobody_could_pay(cents):
    book = read(workbook())
    with pytest.raises(BadInput):
        dataclasses.replace(book.treatments[0], prices={"Non-Member": cents})
    with pytest.raises(BadInput):
        AddOn("a", "A", cents, 0, "all")
    with pytest.raises(BadInput):
        Tier("Base", cents, 60, 0, "")
