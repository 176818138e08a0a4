import pytest

from shared_lib.pricing.reading import cells, clock, words
from shared_lib.pricing.reading.cells import Kind, slug


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("$1,180", 118_000),
        ("1,180.00", 118_000),
        ("$ 180.5", 18_050),
        ("us$180", 18_000),
        ("180 USD", 18_000),
        ("180 dollars", 18_000),
        ("\N{NO-BREAK SPACE}$180 ", 18_000),
        (180, 18_000),
        (80.5, 8_050),
        (180 * 0.7, 12_600),  # 125.99999999999999: how a formula arrives
        (0.5, 50),
        (999_999.99, 99_999_999),
    ],
)
def test_a_price_is_read_as_people_write_it(cell, cents):
    assert cells.PRICE.parse(words(cell)) == cents


@pytest.mark.parametrize(
    "cell", ["abc", "-5", "1,18", "12.345", 33.333, "$", "180-200", "#REF!", True, "1e3", 1_000_000, "€180", "١٨٠"]
)
def test_what_may_be_no_price_is_none(cell):
    assert cells.PRICE.parse(words(cell)) is None


@pytest.mark.parametrize("cell", [0, "0.00", "free", "Complimentary", 0.3, 1_000_000])
def test_what_stripe_would_refuse_is_no_price(cell):
    assert cells.PRICE.parse(words(cell)) is None


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("free", "can't be charged: the least is $0.50, the most $999,999.99"),
        (0, "can't be charged: the least is $0.50, the most $999,999.99"),
        (0.3, "can't be charged: the least is $0.50, the most $999,999.99"),
        (1_000_000, "can't be charged: the least is $0.50, the most $999,999.99"),
        ("120,50", "reads in two ways: write 120.50 or 12050"),
        ("$120,5", "reads in two ways: write 120.50 or 1205"),
        ("1.180", "reads in two ways: write 1180 or 1.18"),
        ("abc", "is not a price"),
    ],
)
def test_why_an_amount_is_not_taken_is_said_with_what_to_write(cell, why):
    text = words(cell)
    assert cells.PRICE.parse(text) is None
    assert cells.PRICE.complaint("it", text) == f"it {why}"


@pytest.mark.parametrize(
    "cell",
    [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#ERROR!",
        "#n/a",
        "Loading...",
        "#SPILL!",
        "#BUSY!",
        "#BLOCKED!",
        "#CONNECT!",
        "#FIELD!",
        "#UNKNOWN!",
        "#GETTING_DATA",
    ],
)
def test_what_a_formula_leaves_behind_that_failed_is_an_error(cell):
    assert cells.is_error(words(cell))


@pytest.mark.parametrize("cell", ["#1 choice", "N/A", "loading the room", "", "#"])
def test_what_people_write_is_none(cell):
    assert not cells.is_error(words(cell))


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (50, 50),
        (50.0, 50),
        ("60 min", 60),
        ("60min.", 60),
        ("90 minutes", 90),
        ("45'", 45),
        ("1 h 20", 80),
        ("1h20m", 80),
        ("1 hr 20 mins", 80),
        ("2 hours", 120),
        ("1 hour and 5 minutes", 65),
        ("1.5 h", 90),
        ("1:20", 80),
        ("1:20:00", 80),
        ("24 h", 1440),
    ],
)
def test_a_duration_is_read_as_people_write_it(cell, minutes):
    assert cells.DURATION.parse(words(cell)) == minutes


@pytest.mark.parametrize("cell", ["", "an hour", 0, "0 min", "-5", 1.5, "25 h", "1441", "1:75", "1.33 h"])
def test_what_may_be_no_duration_is_none(cell):
    assert cells.DURATION.parse(words(cell)) is None


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (cells.PERCENT, "30%", 30),
        (cells.PERCENT, "30 percent", 30),
        (cells.PERCENT, 30, 30),
        (cells.PERCENT, 0.3, 30),  # a cell formatted as a percentage
        (cells.PERCENT, 1, 100),  # so is this one: nobody gives back 1 %
        (cells.PERCENT, "1%", 1),
        (cells.PERCENT, 0, 0),
        (cells.PERCENT, "101", None),
        (cells.PERCENT, "12.5%", None),
        (cells.PERCENT, "-5", None),
        (cells.TAX_RATE, 8.875, 8875),
        (cells.TAX_RATE, 0.08875, 8875),
        (cells.TAX_RATE, "4.5 %", 4500),
        (cells.TAX_RATE, "0.375%", 375),
        (cells.TAX_RATE, 0, 0),
        (cells.TAX_RATE, 0.375, None),  # 37.5 %, or 0.375 %: better asked than charged
        (cells.TAX_RATE, "8.8755%", None),
    ],
)
def test_a_percentage_is_read_with_its_sign_or_as_sheets_hands_it_out(kind, cell, value):
    assert kind.parse(words(cell)) == value


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (cells.COUNT, "2", 2),
        (cells.COUNT, "two", None),
        (cells.PARTY, 2, 2),
        (cells.PARTY, 0, None),
        (cells.PARTY, 21, None),
        (cells.WORD, "Personal service", "personal_service"),
        (cells.WORD, "!", None),
        (cells.WORDS, "massage, massage", ("massage", "massage")),
        (cells.WORDS, "Nails + Facial", ("nails", "facial")),
        (cells.WORDS, "none", ()),
        (cells.WORDS, "None", ()),
        (cells.WORDS, "-", None),
        (cells.WORDS, ",", None),
        (cells.WORDS, "massage, none", None),
        (cells.NOTHING, "$0", 0),
        (cells.NOTHING, "free", 0),
        (cells.NOTHING, "5", None),
        (cells.WORDS, "massage x2", None),
        (cells.NAME, "Couple\N{RIGHT SINGLE QUOTATION MARK}s \n Massage", "Couple's Massage"),
        (cells.NAME, "---", None),
        (cells.NAME, "x" * 81, None),
    ],
)
def test_other_cells_are_read_or_refused(kind: Kind[object], cell, value):
    assert kind.parse(words(cell)) == value


def test_what_nobody_can_see_in_a_cell_is_left_out():
    assert words("Hot\N{NARROW NO-BREAK SPACE}Stone\N{ZERO WIDTH SPACE}\x00\ud800\nwarm ") == "Hot Stone\nwarm"
    assert words(None) == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Couple's Massage", "couples-massage"),
        ("Beard Trim & Shape", "beard-trim-shape"),
        ("  Soin Éclat (60) ", "soin-eclat-60"),
        ("Mani_Pedi", "mani-pedi"),
        ("按摩", "按摩"),
    ],
)
def test_an_id_is_the_name_without_what_may_change(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("10:00", 600),
        ("10:00:00 AM", 600),
        ("6 pm", 1080),
        ("6:30 p.m.", 1110),
        ("12 am", 0),
        ("12:15 PM", 735),
        ("noon", 720),
        ("midnight", 1440),
        ("24:00", 1440),
        ("24:00:00", 1440),
        ("10", None),
        ("24:01", None),
        ("13 pm", None),
        ("10:60", None),
        ("late", None),
    ],
)
def test_a_time_of_day_is_read_unless_it_may_mean_two(text, minute):
    assert clock.parse_time(text) == minute


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sun-Thu", (0, 1, 2, 3, 6)),
        ("mon, wed", (0, 2)),
        ("Sat & Sunday", (5, 6)),
        ("Fridays", (4,)),
        ("Tues to Thurs.", (1, 2, 3)),
        ("Mon \N{EN DASH} Fri, Sun", (0, 1, 2, 3, 4, 6)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("Mon-Wed-Fri", None),
        ("s", None),
        ("someday", None),
        ("", None),
    ],
)
def test_weekdays_are_read_as_people_write_them(text, days):
    assert clock.parse_weekdays(text) == days


@pytest.mark.parametrize(
    "text", ["2026-12-25", "12/25/2026", "25 Dec 2026", "December 25, 2026", "Fri, Dec 25, 2026", "Dec 25, 2026"]
)
def test_a_date_is_read_as_sheets_and_people_write_it(text):
    found = clock.parse_date(text)
    assert found is not None
    assert found.isoformat() == "2026-12-25"


def test_an_end_on_or_before_its_begin_is_on_the_next_day():
    assert clock.span(1080, 60) == (1080, 1500)
    assert clock.span(600, 1440) == (600, 1440)
    assert clock.span(600, 600) == (600, 2040)
