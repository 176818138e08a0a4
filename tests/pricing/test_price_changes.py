"""Which changes of prices wait for the owner's yes, and which do not."""

import dataclasses

import pytest

from infra.local.demo import workbook
from shared_lib.pricing.price_changes import doubts
from shared_lib.pricing.reading import read

BOOK = dataclasses.replace(read(workbook()), version=7)


def edited(*edits):
    """Return the demo's price book with cells of its workbook changed: `("Massages", "C2", 18)`."""
    tabs = workbook()
    for tab, cell, value in edits:
        tabs[tab][int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value
    return read(tabs)


def asked(*edits, before=BOOK):
    return list(doubts(before, edited(*edits)).sentences)


@pytest.mark.parametrize("price", [18, 1800, 234.01, 125.99])
def test_a_price_that_changes_by_more_than_30_percent_waits(price):
    others = [("Massages", "D2", 20), ("Massages", "E2", 20)] if price < 126 else []
    said = f"${price:,.2f}"
    assert f"Swedish Massage, Non-Member: $180.00 -> {said}" in asked(("Massages", "C2", price), *others)


@pytest.mark.parametrize("price", [180, 185, 234, 126])
def test_one_that_changes_by_less_does_not(price):
    assert asked(("Massages", "C2", price)) == []


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (("Massages", "E2", 10.80), "Swedish Massage, Premium: $108.00 -> $10.80"),
        (("Add-ons", "B2", 500), "LED Light Therapy: $50.00 -> $500.00"),
        (("Membership Tiers", "B3", 37.5), "Base, a month: $375.00 -> $37.50"),
        (("Membership Tiers", "D4", "4%"), "Premium, of an add-on's price: 60 % -> 96 %"),
        (("Tax", "C2", "0.45%"), "tax on personal_service: 4.5 % -> 0.45 %"),
        (("Policies", "B6", "5%"), "given back from 24 hours on: 50 % -> 5 %"),
        (("Policies", "B10", "10%"), "charged of who does not come: 100 % -> 10 %"),
    ],
)
def test_so_does_every_number_that_decides_what_somebody_pays(edit, sentence):
    assert asked(edit) == [sentence]


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        (["2026-11-30", "personal_service", "30%"], ["tax on personal_service: 4.5 % -> 30 %"]),
        (["2026-11-30", "personal_service", "4.75%"], []),
        (["2026-11-30", "airport", "30%"], []),
    ],
)
def test_a_tax_that_a_new_row_brings_is_held_against_the_one_before_it(row, sentences):
    tabs = workbook()
    tabs["Tax"].append(row)
    assert list(doubts(BOOK, read(tabs)).sentences) == sentences
    assert list(doubts(read(tabs), BOOK).sentences) == [
        "tax on personal_service: 30 % -> 4.5 %" for _ in sentences
    ]  # the row is gone again


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Refund 480 h", "given back from 48 hours on: 100 % -> 50 %"),
        ("Refund 30 h", "given back from 30 hours on: 50 % -> 100 %"),
    ],
)
def test_a_step_of_refunds_that_moves_is_held_against_what_held_there(label, sentence):
    assert asked(("Policies", "A5", label)) == [sentence]


def test_words_hours_and_what_is_new_or_gone_do_not_wait():
    tabs = workbook()
    tabs["Massages"].append(["Head Massage", 20, 60, 42, 36, "treatment", "massage", 10, 1, "Massage", ""])
    tabs["Facials"].pop()
    tabs["FAQ"][1][1] = "Somewhere else."
    tabs["Hours"][1][2] = "11:00"
    assert doubts(BOOK, read(tabs)).sentences == ()


def test_a_member_never_pays_more_than_a_guest_without_being_asked():
    dearer = edited(("Massages", "D2", 150), ("Massages", "C2", 140))
    sentence = "Swedish Massage, Base: $150.00 is more than a guest pays ($140.00)"
    assert list(doubts(BOOK, dearer).sentences) == [sentence]
    assert doubts(dataclasses.replace(dearer, version=8), dearer).sentences == ()
    assert asked(("Massages", "D2", 150), ("Massages", "C2", 139), before=dearer) == [
        "Swedish Massage, Base: $150.00 is more than a guest pays ($139.00)"
    ]


def test_of_the_first_version_only_members_and_small_amounts_are_asked_about():
    assert doubts(None, BOOK).sentences == ()
    first = edited(("Massages", "C2", 180), ("Massages", "D2", 200), ("Add-ons", "B3", 1.18))
    assert list(doubts(None, first).sentences) == [
        "Aromatherapy: $1.18 is new; if more is meant, write it without a point",
        "Swedish Massage, Base: $200.00 is more than a guest pays ($180.00)",
    ]


def test_a_new_amount_that_may_have_been_typed_with_a_point_for_thousands_waits():
    """Sheets takes 1.180 for the number 1.18, and nobody can see afterwards what was typed."""
    new = ["Golden Massage", 60, 1.18, 1.1, 1, "treatment", "massage", 10, 1, "Massage", ""]
    tabs = workbook()
    tabs["Massages"].append(new)
    told = doubts(BOOK, read(tabs)).sentences
    assert "Golden Massage, Non-Member: $1.18 is new; if more is meant, write it without a point" in told
    assert len(told) == 3


def test_the_code_belongs_to_these_values_over_this_version():
    change = edited(("Massages", "C2", 1800))
    code = doubts(BOOK, change).code
    assert doubts(BOOK, change).code == code
    others = {
        doubts(BOOK, edited(("Massages", "C2", 1801))).code,
        doubts(BOOK, edited(("Massages", "C2", 1800), ("Massages", "C3", 2400))).code,
        doubts(dataclasses.replace(BOOK, version=8), change).code,
    }
    assert len({code, *others}) == 4
    assert doubts(BOOK, BOOK).code == ""
