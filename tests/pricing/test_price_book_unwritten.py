"""What an owner sees in the workbook without having written it: merged and hidden cells, formulas that failed."""

import pytest

from infra.local.demo import workbook
from shared_lib.kernel.errors import PriceBookInvalid
from shared_lib.pricing.reading import Merge, Sheet, left_out, read
from shared_lib.pricing.resources import ResourceNames

HOUSE = ResourceNames(
    room_kinds=("treatment", "ai_bed", "barber", "nails", "private"),
    areas=("Men's Suite", "Private"),
    specialties=("massage", "facial", "barber", "nails"),
)


def problems(tabs, resources=HOUSE):
    try:
        read(tabs, resources=resources)
    except PriceBookInvalid as invalid:
        return list(invalid.problems)
    return []


def merged(tab, *areas):
    """Return the workbook with cells of a tab merged: as in Sheets, only the first of each keeps what it says."""
    tabs = workbook()
    sheet = Sheet(tabs[tab], merges=[Merge(*area) for area in areas])
    for row in range(len(sheet)):
        for column in range(len(sheet[row])):
            if sheet.cover(row, column):
                sheet[row][column] = ""
    return tabs | {tab: sheet}


def hidden(tab, *rows):
    tabs = workbook()
    return tabs | {tab: Sheet(tabs[tab], hidden=rows)}


def typed(tab, cell, value):
    tabs = workbook()
    tabs[tab][int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value
    return tabs


def test_the_demo_workbook_names_what_the_demo_spa_has():
    assert problems(workbook()) == []


def test_a_specialty_merged_over_two_rows_leaves_nobody_without_a_technician():
    assert problems(merged("Massages", (1, 6, 3, 7))) == [
        "Massages!G3: is merged with G2; unmerge them, and write into each cell what it says"
    ]


@pytest.mark.parametrize(
    ("tab", "area", "cells"),
    [
        ("Massages", (1, 0, 3, 1), ["A3"]),
        ("Massages", (1, 2, 2, 5), ["D2", "E2"]),
        ("Massages", (3, 5, 6, 8), ["F5", "F6", "G4", "G5", "G6", "H4", "H5", "H6"]),
        ("Massages", (1, 10, 3, 11), ["K3"]),
        ("Hours", (1, 0, 4, 1), ["A3", "A4"]),
        ("FAQ", (1, 1, 3, 2), ["B3"]),
        ("Add-ons", (1, 3, 3, 4), ["D3"]),
        ("Membership Tiers", (1, 3, 4, 4), ["D3", "D4"]),
        ("Tax", (1, 0, 4, 1), ["A3", "A4"]),
        ("Policies", (1, 1, 3, 2), ["B3"]),
    ],
)
def test_every_cell_that_lies_under_another_one_is_named(tab, area, cells):
    told = problems(merged(tab, area))
    assert sorted(problem.split(":")[0] for problem in told) == [f"{tab}!{cell}" for cell in cells]
    assert all("is merged with" in problem for problem in told)


def test_a_title_that_is_merged_over_the_columns_is_only_a_title():
    tabs = workbook()
    title: list[object] = ["What we do for your back", *[""] * 10]
    tabs["Massages"] = Sheet([title, *tabs["Massages"]], merges=[Merge(0, 0, 1, 11)])
    assert problems(tabs) == []


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "Loading..."])
@pytest.mark.parametrize(
    ("tab", "cell"),
    [
        ("Massages", "A2"),
        ("Massages", "C2"),
        ("Massages", "F2"),
        ("Massages", "G2"),
        ("Massages", "J2"),
        ("Massages", "K2"),
        ("FAQ", "A2"),
        ("FAQ", "B2"),
        ("Hours", "A2"),
        ("Hours", "D2"),
        ("Policies", "B14"),
        ("Membership Tiers", "E3"),
        ("Add-ons", "A2"),
        ("Tax", "B2"),
    ],
)
def test_what_is_left_of_a_formula_that_failed_is_never_a_text(tab, cell, error):
    assert problems(typed(tab, cell, error))[0] == (f"{tab}!{cell}: '{error}' is what is left of a formula that failed")


def test_a_heading_that_failed_may_have_been_any_column():
    assert problems(typed("Massages", "G1", "#REF!")) == ["Massages!G1: '#REF!' is no heading"]


def test_a_formula_that_failed_beside_the_table_is_the_owner_s_own():
    tabs = workbook()
    tabs["Massages"][1].append("#DIV/0!")
    assert problems(tabs) == []


@pytest.mark.parametrize(
    ("tab", "cell", "value", "told"),
    [
        ("Massages", "F2", "Tretment", "the spa knows no room 'tretment'; did you mean treatment?"),
        ("Massages", "G2", "masage", "the spa knows no specialty 'masage'; did you mean massage?"),
        ("Massages", "G8", "massage, masage", "the spa knows no specialty 'masage'; did you mean massage?"),
        (
            "Massages",
            "G2",
            "yoga",
            "the spa knows no specialty 'yoga'; there are barber, facial, massage, nails",
        ),
        ("Hours", "A2", "Mens Suit", "'Mens Suit' is no area of the spa; did you mean Men's Suite?"),
        ("Hours", "A5", "Privat", "'Privat' is no area of the spa; did you mean Private?"),
    ],
)
def test_a_name_that_the_spa_does_not_know_is_named_with_the_nearest_that_it_does(tab, cell, value, told):
    assert problems(typed(tab, cell, value)) == [f"{tab}!{cell}: {told}"]


def test_a_room_that_is_usual_is_compared_too():
    bare = ResourceNames(room_kinds=("cabin",))
    tabs = workbook()
    tabs["Facials"] = [row[:5] for row in tabs["Facials"]]
    told = [problem for problem in problems(tabs, bare) if problem.startswith("Facials")]
    assert told == [f"Facials!A{row}: the spa knows no room 'treatment'; there are cabin" for row in (2, 3)]


def test_names_are_taken_as_the_spa_spells_them():
    tabs = typed("Massages", "F7", "AI bed")
    tabs["Hours"][1][0] = "MENS SUITE"
    book = read(tabs, resources=HOUSE)
    assert book.treatment("ai-massage-bed").room_kind == "ai_bed"
    assert set(book.hours) == {"Men's Suite", "Private"}


def test_a_spa_of_which_nothing_was_set_up_yet_is_compared_with_nothing():
    assert problems(typed("Massages", "F2", "sauna"), ResourceNames()) == []


def test_a_hidden_row_is_not_sold_and_is_told():
    tabs = hidden("Massages", 2)
    book = read(tabs, resources=HOUSE)
    assert "deep-tissue-massage" not in [treatment.id for treatment in book.treatments]
    assert len(book.treatments) == 14
    assert left_out(tabs) == ("Massages!3: 'Deep Tissue Massage' is in a hidden row, and so it is left out",)


def test_add_ons_and_answers_in_hidden_rows_are_left_out_too():
    tabs = workbook()
    tabs |= {"Add-ons": Sheet(tabs["Add-ons"], hidden=[1]), "FAQ": Sheet(tabs["FAQ"], hidden=[1, 2])}
    book = read(tabs)
    assert (len(book.add_ons), len(book.faq)) == (3, 10)
    assert [note.split(":")[0] for note in left_out(tabs)] == ["Add-ons!2", "FAQ!2", "FAQ!3"]


def test_a_tab_of_treatments_that_is_hidden_is_a_menu_that_is_put_away():
    tabs = workbook()
    tabs["Facials"] = Sheet(tabs["Facials"], is_hidden=True)
    assert {treatment.category for treatment in read(tabs).treatments} == {"Massages", "Barber", "Mani_Pedi", "Private"}
    assert len(left_out(tabs)) == 2


@pytest.mark.parametrize("tab", ["Hours", "Policies", "Tax", "Membership Tiers"])
def test_a_tab_of_rules_may_be_out_of_sight(tab):
    tabs = workbook()
    tabs[tab] = Sheet(tabs[tab], is_hidden=True)
    assert (read(tabs), left_out(tabs)) == (read(workbook()), ())


@pytest.mark.parametrize(("tab", "row"), [("Hours", 2), ("Policies", 4), ("Tax", 1), ("Membership Tiers", 2)])
def test_a_rule_of_the_house_that_nobody_sees_is_a_mistake(tab, row):
    assert f"{tab}!{row + 1}: is hidden; show the row, or delete it" in problems(hidden(tab, row))


def test_what_is_wrong_in_a_hidden_row_of_the_menu_is_nobody_s_matter():
    tabs = typed("Massages", "C3", "abc")
    tabs["Massages"] = Sheet(tabs["Massages"], hidden=[2])
    assert problems(tabs) == []


def test_a_hidden_heading_is_read_and_blank_rows_that_are_hidden_are_not_told():
    tabs = workbook()
    tabs["Massages"] = Sheet([*tabs["Massages"], [""] * 11], hidden=[0, 8])
    assert problems(tabs) == []
    assert left_out(tabs) == ()
