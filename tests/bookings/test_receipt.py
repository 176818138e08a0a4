"""A receipt says what was sold, paid, returned and kept, in sums that add up."""

import dataclasses
from datetime import timedelta
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.adapters.receipt_pdf import ReceiptPdf
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import STANDING
from shared_lib.bookings.receipt import receipt_of
from shared_lib.kernel.errors import NotFound
from shared_lib.payments.payment import PaidAmount, PaymentHistory
from tests.change_house import REFLEXOLOGY, SPORTS, move, no_show, take_out
from tests.snapshots import FRIDAY, at
from tests.spa_house import SWEDISH, THREE, pay_house
from tests.visits import NOW, SPA, a_visit

NOON = at(FRIDAY, "12:00")
PAID = PaymentHistory((PaidAmount(21736, NOW),))


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def read(file: bytes) -> list[str]:
    (page,) = PdfReader(BytesIO(file)).pages
    return page.extract_text().splitlines()


def receipt(house, booking) -> list[str]:
    """What stands on the receipt of a booking as it is now, its sums checked."""
    now = house.again(booking)
    told = receipt_of(now, house.payment_history.history(booking.id))
    here = sum(one.cents for one in told.paid) - sum(one.cents for one in told.refunded)
    sold = told.total_cents if told.status in STANDING else 0
    assert here == sold + told.kept_cents - told.balance_cents
    return read(house.receipt_file(now))


def amount(lines: list[str], words: str) -> str:
    """The amount beside a line that begins with these words."""
    return next(after for line, after in pairwise(lines) if line.startswith(words))


def test_a_visit_that_is_paid(house):
    booking = house.confirmed(NOON, tier="Base", add_on_ids=("hot-stone",))
    lines = receipt(house, booking)
    assert lines[lines.index("Guest") :][:-1] == [
        "Guest",
        "Daniel Example",
        "Date of sale",
        "Wednesday 18 November 2026",
        "Visit",
        "Friday 20 November 2026, 12:00 PM to 1:15 PM New York time",
        "Swedish Massage, 60 minutes",
        "$126.00",
        "Hot Stone, 15 minutes",
        "$28.00",
        "Subtotal",
        "$154.00",
        "Sales tax",
        "$6.93",
        "Total",
        "$160.93",
        "Paid by card, Wednesday 18 November 2026",
        "$160.93",
    ]
    assert booking.reference in lines
    assert not [line for line in lines if "@" in line or "0199" in line or "lavender" in line]


def test_what_went_back_and_what_was_kept_of_a_cancelled_visit(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=30)
    house.cancel(booking)
    assert amount(receipt(house, booking), "On its way back") == "-$94.05"
    house.relay_outbox()
    lines = receipt(house, booking)
    assert "Cancelled visit" in lines
    assert amount(lines, "Returned, Thursday 19 November 2026, cancelled") == "-$94.05"
    assert amount(lines, "Kept for the cancellation, sales tax included") == "$94.05"


def test_a_group_that_one_guest_leaves(house):
    booking = house.confirmed(THREE, also=(RequestedItem(SWEDISH, guest=2),))
    assert amount(receipt(house, booking), "2 \N{MULTIPLICATION SIGN} Swedish Massage") == "$360.00"
    house.now = THREE - timedelta(hours=30)
    take_out(house, booking, 2)
    lines = receipt(house, booking)
    assert amount(lines, "Swedish Massage, 60 minutes") == "$180.00"
    assert amount(lines, "On its way back") == "-$94.05"
    assert amount(lines, "Kept for changes, sales tax included") == "$94.05"


def test_something_dearer_leaves_a_balance_and_something_cheaper_a_refund(house):
    dearer, cheaper = house.confirmed(NOON), house.confirmed(THREE)
    more = move(house, dearer, NOON, items=(RequestedItem(SPORTS),)).booking.balance_cents
    move(house, cheaper, THREE, items=(RequestedItem(REFLEXOLOGY),))
    assert amount(receipt(house, dearer), "Still to be paid at the front desk") == f"${more / 100:.2f}"
    assert any(line.endswith("difference in price") for line in receipt(house, cheaper))


def test_a_visit_that_was_missed(house):
    booking = house.confirmed(NOON)
    house.now = NOON + timedelta(minutes=20)
    no_show(house, booking)
    lines = receipt(house, booking)
    assert "Missed visit" in lines
    assert amount(lines, "Kept for the missed visit") == "$188.10"


def test_a_payment_keeps_its_day_when_money_goes_back_later(house):
    booking = house.confirmed(THREE)
    paid_at = house.now
    house.wait(24 * 60)
    house.cancel(booking)
    house.relay_outbox()
    history = house.payment_history.history(booking.id)
    assert [(one.cents, one.at) for one in history.paid] == [(18810, paid_at)]
    assert [(one.at, one.sent) for one in history.refunded] == [(house.now, True)]


def test_where_nothing_was_paid_there_is_no_receipt(house):
    with pytest.raises(NotFound):
        house.receipt_file(house.hold())
    booking, _ = house.paying()
    with pytest.raises(NotFound):
        house.receipt_file(house.again(booking))


def on_paper(**changes) -> bytes:
    return ReceiptPdf(SPA).write(receipt_of(a_visit(**changes), PAID))


def test_the_same_receipt_is_the_same_file():
    assert on_paper() == on_paper()
    assert on_paper() != on_paper(reference="CS-2026-000124")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Олександра Ґалаґан", "Олександра Ґалаґан"),
        ("Renée O\u2019Connor-Ñúñez", "Renée O\u2019Connor-Ñúñez"),
        ("Αλέξης", "Αλέξης"),
        ("Anna \U0001f338 李\nExample", "Anna Example"),
    ],
)
def test_a_name_is_written_in_its_own_letters(name, shown):
    lines = read(on_paper(contact=Contact(name, "x@example.com")))
    after = "".join(lines[lines.index("Guest") + 1 : lines.index("Date of sale")])
    assert after == shown


@pytest.mark.parametrize("name", ["李小龍", "\U0001f338", "", "   "])
def test_a_name_that_our_fonts_can_not_write_is_left_out(name):
    assert "Guest" not in read(on_paper(contact=Contact(name, "x@example.com")))


def test_whatever_is_sold_fits_on_one_page():
    name = "Wolfeschlegelsteinhausenbergerdorff " * 9
    line = a_visit().lines[0]
    lines = tuple(dataclasses.replace(line, name=f"{n} {name}") for n in range(40))
    shown = read(on_paper(lines=lines, contact=Contact(name, "x@example.com"), tax_cents=0))
    assert amount(shown, "Sales tax") == "$0.00"
    assert sum(one.endswith("…") for one in shown) == 41
    assert "Total" in shown
