"""A bank in memory that keeps its own books: what was charged, and what went back."""

import dataclasses
from collections.abc import Iterator
from uuid import UUID

from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.payments.payment import Checkout, CheckoutOrder, RefundDue


@dataclasses.dataclass
class Page:
    """A page to pay on, and the events that it gave rise to."""

    order: CheckoutOrder
    status: str = "open"

    @property
    def id(self) -> str:
        return f"cs_{self.order.payment_id}"

    @property
    def cents(self) -> int:
        return sum(cents for _, cents in self.order.lines)

    @property
    def checkout(self) -> Checkout:
        paid = self.status == "complete"
        intent = f"pi_{self.order.payment_id}" if paid else None
        url = f"https://pay.example/{self.id}"
        return Checkout(self.id, url, self.status, paid, intent, self.order.booking_id, self.order.payment_id)


class Bank:
    """Takes money and gives it back, once for each id; while it is `down` it answers nobody."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.refunds: dict[UUID, RefundDue] = {}
        self.down = False

    def open(self, order: CheckoutOrder) -> Checkout:
        self._answer()
        page = self.pages.setdefault(f"cs_{order.payment_id}", Page(order))
        assert page.order.lines == order.lines
        return page.checkout

    def get_checkout(self, checkout_id: str) -> Checkout:
        self._answer()
        return self.pages[checkout_id].checkout

    def expire(self, checkout_id: str) -> Checkout:
        self._answer()
        page = self.pages[checkout_id]
        page.status = "expired" if page.status == "open" else page.status
        return page.checkout

    def refund(self, due: RefundDue) -> str:
        self._answer()
        assert self.refunds.setdefault(due.id, due) == due
        for page in self.pages.values():
            assert self.returned(page) <= page.cents, "more went back than came"
        return f"re_{due.id}"

    def returned(self, page: Page) -> int:
        intent = page.checkout.payment_intent_id
        return sum(due.amount_cents for due in self.refunds.values() if due.payment_intent_id == intent)

    def of(self, booking_id: UUID) -> Iterator[Page]:
        """Yield the pages of a booking, oldest first."""
        return (page for page in self.pages.values() if page.order.booking_id == booking_id)

    def kept(self, booking_id: UUID) -> int:
        """Return what the house has of a booking's money."""
        return sum(page.cents - self.returned(page) for page in self.of(booking_id) if page.status == "complete")

    def _answer(self) -> None:
        if self.down:
            raise VendorUnavailable("bank", "down")
