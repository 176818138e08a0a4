import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.local.demo import workbook
from shared_lib.kernel.errors import PriceBookInvalid
from shared_lib.pricing.price_book import NON_MEMBER, TOLD, Tier
from shared_lib.pricing.reading import not_in_force, read

PLAIN = ["Service Name", "Duration", "Non-Member", "Base 30%", "Premium 40%"]


def test_the_demo_workbook_is_read_whole():
    book = read(workbook())
    assert (book.version, len(book.treatments), len(book.add_ons), len(book.faq)) == (0, 15, 4, 12)
    couples = book.treatment("couples-massage")
    assert (couples.minutes, couples.specialties, couples.party) == (90, ("massage", "massage"), 2)
    assert dict(couples.prices) == {NON_MEMBER: 50_000, "Base": 35_000, "Premium": 30_000}
    assert book.treatment("ai-massage-bed").specialties == ()
    assert book.add_on("hot-stone").category == "Massages"
    assert [tier.days_ahead for tier in book.tiers] == [3, 60, 90]
    assert book.hours["Private"].spans_on(date(2026, 11, 28)) == ((1080, 1500),)
    assert book.tax_rate("goods", date(2026, 11, 25)) == 8_875
    assert book.policies.refund == ((48, 100), (24, 50), (0, 0))
    assert book.policies.terms_version == "2026-11"
    assert book.policies.review_url == "https://search.google.com/local/writereview?placeid=demo"
    assert book.policies.parking.startswith("A garage")
    assert set(book.policies.sold_under()) == set(book.policies.to_json()) - TOLD


def test_the_demo_workbook_has_no_cell_outside_its_headings():
    assert all(len(row) <= len(rows[0]) for rows in workbook().values() for row in rows)


def test_columns_may_stand_in_any_order_under_a_title_with_blank_rows_between():
    tabs = workbook()
    head, *rows = tabs["Barber"]
    blank: list[object] = ["", None]
    turned = [line for row in rows for line in (blank, row[::-1])]
    tabs["Barber"] = [["Our barber"], [], head[::-1], *turned]
    assert read(tabs) == read(workbook())


def test_headings_may_be_spelt_with_other_case_spacing_and_marks():
    tabs = workbook()
    tabs["Barber"][0][:5] = [" service  NAME", "DURATION\n", "non member", "BASE (30 %)", "premium"]
    tabs["membership tiers "] = tabs.pop("Membership Tiers")
    tabs["Add Ons"] = tabs.pop("Add-ons")
    assert read(tabs) == read(workbook())


def test_the_owners_five_columns_are_enough_where_it_is_clear_what_is_usual():
    tabs = workbook() | {"Massages": [PLAIN, ["Swedish Massage", "60 min", "$180", "$126", "$108"]]}
    massage = read(tabs).treatment("swedish-massage")
    assert (massage.room_kind, massage.specialties, massage.turnaround, massage.party) == (
        "treatment",
        ("massage",),
        10,
        1,
    )


def test_a_further_tab_of_the_same_shape_is_a_category_and_must_say_the_room():
    tabs = workbook() | {"Sauna": [[*PLAIN, "Room"], ["Sauna", "1 h 20", 90, 60, 50, "sauna"]]}
    sauna = read(tabs).treatment("sauna")
    assert (sauna.category, sauna.minutes, sauna.room_kind, sauna.specialties) == ("Sauna", 80, "sauna", ())
    tabs["Sauna"] = [row[:5] for row in tabs["Sauna"]]
    assert problems(tabs) == ["Sauna!A2: which kind of room? A column Room is needed"]


def test_tabs_of_another_shape_and_our_own_status_are_left_alone():
    tabs = workbook() | {"Ideas": [["Sound bath?", "ask Lena"]], "Status": [PLAIN, ["x"]], "Empty": []}
    assert read(tabs) == read(workbook())


def test_tiers_without_their_optional_columns_are_as_usual():
    tabs = workbook() | {
        "Membership Tiers": [["Tier", "Monthly Price", "Benefits"], ["Base", 375, "30 %"], ["Premium", "$700"]]
    }
    assert read(tabs).tiers == (
        Tier(NON_MEMBER, 0, 3, 0, ""),
        Tier("Base", 37_500, 60, 30, "30 %"),
        Tier("Premium", 70_000, 90, 40, ""),
    )


def test_a_new_tier_needs_its_horizon_and_a_price_for_everything():
    tabs = workbook()
    tabs["Membership Tiers"].append(["Base Plus", 500, "", "35%", ""])
    found = problems(tabs)
    assert "Membership Tiers!C5: is empty, a whole number is needed" in found
    assert "Massages!1: there is no column for the tier Base Plus" in found
    assert len(found) == 6


def test_a_tier_takes_the_column_with_its_whole_name():
    tabs = workbook()
    tabs["Membership Tiers"].append(["Base Plus", 500, 75, "35%", ""])
    for tab in ("Massages", "Facials", "Barber", "Mani_Pedi", "Private"):
        tabs[tab] = [[*row, "Base Plus 35%" if n == 0 else 99] for n, row in enumerate(tabs[tab])]
    prices = read(tabs).treatment("manicure").prices
    assert (prices["Base"], prices["Base Plus"]) == (4_200, 9_900)


def test_hours_know_exceptions_nights_and_several_spans_a_day():
    tabs = workbook()
    tabs["Hours"] += [
        ["Private", "2026-12-25", "closed", ""],
        ["Private", "12/31/2026", "6 pm", "3:00"],
        ["Roof", "Mon", "10:00", "12:00"],
        ["Roof", "Mon", "14:00", "24:00:00"],
    ]
    hours = read(tabs).hours
    assert hours["Private"].spans_on(date(2026, 12, 25)) == ()
    assert hours["Private"].spans_on(date(2026, 12, 31)) == ((1080, 1620),)
    assert hours["Roof"].spans_on(date(2026, 11, 30)) == ((600, 720), (840, 1440))


def test_refund_rules_end_with_nothing_even_if_nobody_says_so():
    tabs = workbook() | {"Policies": [["Policy", "Value"], ["Refund 72 hours", "80%"], ["Refund from 12 h", 0.25]]}
    assert read(tabs).policies.refund == ((72, 80), (12, 25), (0, 0))


def test_what_policies_do_not_say_is_as_usual():
    tabs = workbook() | {"Policies": [["Policy", "Value"], ["Hold minutes", "15 min"]]}
    policies = read(tabs).policies
    assert (policies.hold_minutes, policies.phone_hold_minutes, policies.no_show_percent) == (15, 30, 100)


NO_LINK = "is not a link that begins with https://"
CELLS = [
    ("Massages", "A2", "", "Massages!A2: is empty, a name (up to 80 characters) is needed"),
    ("Massages", "B3", "soon", "Massages!B3: 'soon' is not a duration"),
    ("Massages", "C4", "", "Massages!C4: is empty, a price is needed"),
    ("Massages", "D7", "abc", "Massages!D7: 'abc' is not a price"),
    ("Massages", "C2", "free", "Massages!C2: 'free' can't be charged: the least is $0.50, the most $999,999.99"),
    ("Massages", "E2", 0.3, "Massages!E2: '0.3' can't be charged: the least is $0.50, the most $999,999.99"),
    ("Massages", "C2", "120,50", "Massages!C2: '120,50' reads in two ways: write 120.50 or 12050"),
    ("Massages", "C2", "1.180", "Massages!C2: '1.180' reads in two ways: write 1180 or 1.18"),
    ("Massages", "F2", "", "Massages!F2: is empty, a word is needed"),
    (
        "Massages",
        "G2",
        "massage x2",
        "Massages!G2: 'massage x2' is not one word for each technician needed (massage, massage), or none",
    ),
    (
        "Massages",
        "G3",
        "",
        "Massages!G3: is empty, one word for each technician needed (massage, massage), or none is needed",
    ),
    ("Massages", "H3", "", "Massages!H3: is empty, a number of minutes is needed"),
    ("Massages", "I3", "", "Massages!I3: is empty, a number of guests (1 to 20) is needed"),
    ("Massages", "G1", "Speciallty", "Massages!G1: did you mean Specialty? 'Speciallty' is no column"),
    ("Massages", "H2", "long", "Massages!H2: 'long' is not a number of minutes"),
    ("Massages", "I2", "99", "Massages!I2: '99' is not a number of guests (1 to 20)"),
    ("Massages", "A3", "Swedish massage", "Massages!A3: 'Swedish massage' is in Massages!A2 already"),
    ("Barber", "A2", "Manicure", "Mani_Pedi!A2: 'Manicure' is in Barber!A2 already"),
    ("Barber", "D1", "Price", "Barber!1: there is no column for the tier Base"),
    ("Barber", "B1", "Lenght", "Barber!1: there is no column Duration"),
    ("Barber", "K1", "Base again", "Barber!K1: there is a second column for the tier Base"),
    ("Barber", "K1", "Duration", "Barber!K1: there is a second column Duration"),
    ("Private", "F2", "?", "Private!F2: '?' is not a word"),
    ("Private", "F2", "", "Private!F2: is empty, a word is needed"),
    ("Membership Tiers", "A4", "base", "Membership Tiers!A4: 'base' is there twice"),
    ("Membership Tiers", "B3", "much", "Membership Tiers!B3: 'much' is not a price"),
    ("Membership Tiers", "B2", 5, "Membership Tiers!B2: '5' is not 0"),
    (
        "Membership Tiers",
        "B3",
        0,
        "Membership Tiers!B3: '0' can't be charged: the least is $0.50, the most $999,999.99",
    ),
    ("Membership Tiers", "D3", "", "Membership Tiers!D3: is empty, a whole percentage is needed"),
    ("Membership Tiers", "C3", "all", "Membership Tiers!C3: 'all' is not a whole number"),
    ("Membership Tiers", "D3", "lots", "Membership Tiers!D3: 'lots' is not a whole percentage"),
    ("Add-ons", "A3", "LED light therapy", "Add-ons!A3: 'LED light therapy' is there twice"),
    ("Add-ons", "B2", "-", "Add-ons!B2: '-' is not a price"),
    ("Add-ons", "C2", "", "Add-ons!C2: is empty, a number of minutes is needed"),
    ("Add-ons", "D2", "", "Add-ons!D2: is empty, a text is needed"),
    (
        "Add-ons",
        "D4",
        "Massage",
        "Add-ons!D4: 'Massage' is neither a tab of treatments nor 'all'; did you mean Massages?",
    ),
    ("Hours", "A2", "", "Hours!A2: is empty, a name (up to 80 characters) is needed"),
    ("Hours", "B2", "Noday", "Hours!B2: 'Noday' is not a weekday, some weekdays (Sun-Thu) or a date"),
    ("Hours", "C2", "10", "Hours!C2: '10' is not a time of day (write 10:00 or 6 pm)"),
    ("Hours", "D2", "", "Hours!D2: is empty, a time of day (write 10:00 or 6 pm) is needed"),
    ("Hours", "B3", "Thu", "Hours!B3: these hours overlap with those of an earlier row"),
    ("Hours", "B4", "Fri", "Hours!B4: these hours overlap with those of an earlier row"),
    (
        "Policies",
        "A2",
        "Hold minuets",
        "Policies!A2: 'Hold minuets' is not a policy that we know; did you mean hold minutes?",
    ),
    ("Policies", "B2", 0, "Policies!B2: '0' is not a number of minutes above 0"),
    ("Policies", "A3", "hold minutes", "Policies!A3: 'hold minutes' is there twice"),
    ("Policies", "A2", "", "Policies!A2: is empty, a text is needed"),
    ("Policies", "A6", "Refund 48 hours", "Policies!A6: 'Refund 48 hours' is there twice"),
    ("Policies", "B9", "often", "Policies!B9: 'often' is not a whole number"),
    ("Policies", "B15", "http://example.com/review", f"Policies!B15: 'http://example.com/review' {NO_LINK}"),
    ("Policies", "B15", "https://localhost/review", f"Policies!B15: 'https://localhost/review' {NO_LINK}"),
    ("Policies", "B15", "https://[example.com", f"Policies!B15: 'https://[example.com' {NO_LINK}"),
    ("Policies", "B15", "", ""),
    ("Policies", "B17", "", ""),
    ("Tax", "A2", "long ago", "Tax!A2: 'long ago' is not a date (write 2026-12-25)"),
    ("Tax", "C3", "88%", "Tax!C3: '88%' is not a tax rate in percent (up to 30, three decimals)"),
    ("Tax", "B3", "Personal service", "Tax!B3: 'personal_service' has two rates from 2011-01-01 on"),
    ("FAQ", "B2", "", "FAQ!B2: is empty, a text is needed"),
]


@pytest.mark.parametrize(("tab", "cell", "value", "expected"), CELLS, ids=lambda part: str(part)[:40])
def test_a_problem_names_its_cell(tab, cell, value, expected):
    tabs = workbook()
    column, row = ord(cell[0]) - ord("A"), int(cell[1:]) - 1
    tabs[tab][row] += [""] * (column + 1 - len(tabs[tab][row]))
    tabs[tab][row][column] = value
    assert problems(tabs) == ([expected] if expected else [])


@pytest.mark.parametrize("tab", ["Membership Tiers", "Add-ons", "Hours", "Policies", "Tax", "FAQ"])
def test_a_missing_tab_is_named(tab):
    tabs = workbook()
    del tabs[tab]
    assert f"{tab}: there is no such tab" in problems(tabs)


@pytest.mark.parametrize("tab", ["Massages", "Membership Tiers", "Hours", "Policies", "Tax"])
def test_a_tab_that_was_cleared_below_its_heading_is_a_problem(tab):
    tabs = workbook()
    del tabs[tab][1:]
    assert f"{tab}!2: there is nothing below the heading" in problems(tabs)


def test_a_blank_tab_misses_its_columns():
    assert problems(workbook() | {"FAQ": []}) == [
        "FAQ!1: there is no column Question",
        "FAQ!1: there is no column Answer",
    ]


def test_all_problems_are_told_at_once():
    tabs = workbook()
    tabs["Massages"][1][1:4] = ["?", "?", "?"]
    tabs["FAQ"][1][1] = ""
    assert [problem.split(":")[0] for problem in problems(tabs)] == [
        "Massages!B2",
        "Massages!C2",
        "Massages!D2",
        "FAQ!B2",
    ]


def test_an_empty_workbook_is_told_in_seven_sentences():
    assert len(problems({})) == 7


def test_a_class_of_tax_needs_a_rate_and_one_that_has_begun():
    tabs = workbook()
    tabs["Barber"] = [[*row, "personal service" if n else "Tax class"] for n, row in enumerate(tabs["Barber"])]
    tabs["Barber"][1][-1] = "Wine"
    assert problems(tabs) == [
        "Barber!V2: 'wine' has no rate in the tab Tax; there are goods, gratuity, personal_service"
    ]
    tabs["Tax"].append(["2027-01-01", "wine", 12])
    assert not_in_force(read(tabs), date(2026, 12, 31)) == ("Tax: there is no rate for wine on 2026-12-31",)
    assert not_in_force(read(tabs), date(2027, 1, 1)) == ()


def test_a_long_cell_is_quoted_in_short():
    tabs = workbook()
    tabs["Massages"][1][2] = "a" * 5000
    assert problems(tabs) == [f"Massages!C2: '{'a' * 40}...' is not a price"]


def problems(tabs: dict[str, list[list[object]]]) -> list[str]:
    try:
        read(tabs)
    except PriceBookInvalid as invalid:
        return list(invalid.problems)
    return []


ANY_CELL = st.one_of(st.none(), st.text(max_size=30), st.integers(), st.floats(), st.booleans())


@given(st.sampled_from(sorted(workbook())), st.lists(st.lists(ANY_CELL, max_size=6), max_size=6))
def test_whatever_is_typed_below_a_heading_is_read_or_refused_by_its_place(tab, rows):
    tabs = workbook()
    tabs[tab] = [*tabs[tab][:1], *rows]
    assert all(re.match(r"[A-Z][A-Za-z_ -]+![A-Z]*[0-9]+: ", problem) for problem in problems(tabs))


@given(st.dictionaries(st.text(max_size=20), st.lists(st.lists(ANY_CELL, max_size=6), max_size=6), max_size=4))
def test_any_workbook_gets_an_answer(tabs):
    assert "Membership Tiers: there is no such tab" in problems(tabs)
