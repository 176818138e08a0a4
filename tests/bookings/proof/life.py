"""Bookings live in any order that chance can think of, step by step, while the clock moves on."""

import contextlib
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.search import load_search
from shared_lib.bookings.cancel import cancel_booking
from shared_lib.bookings.expire import expire_holds
from shared_lib.bookings.give_contact import give_contact
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.record_payment import PaymentSource, record_failed_try, record_payment
from shared_lib.bookings.send_refunds import send_refunds
from shared_lib.kernel.errors import ExternalServiceError, NotBookable, Refusal, SlotTaken, TryAgain
from tests.booking_requests import request_at
from tests.bookings.proof.always import KEPT, broken, clean
from tests.bookings.proof.bank import Bank, Page
from tests.snapshots import MINUTE, NOW, at
from tests.spa_house import COUPLES, GUEST, SWEDISH, PayHouse, SpaHouse

CLOCKS = ("12:00", "13:00", "13:30", "14:00")
STARTS = st.tuples(st.sampled_from([1, 2, 4]), st.sampled_from(CLOCKS))
"""How many days ahead a visit is wished for, and at what time: few enough to be in each other's way."""
FRIENDS: tuple[str, dict[str, object]] = (SWEDISH, {"also": (RequestedItem(SWEDISH, 2),)})
WISHES: list[tuple[str, dict[str, object]]] = [
    FRIENDS,
    (SWEDISH, {}),
    (SWEDISH, {"technician": "Anna"}),
    ("sports-massage", {"gender": "m", "add_on_ids": ("hot-stone",)}),
    (COUPLES, {}),
    ("gentlemans-facial", {"also": (RequestedItem(SWEDISH, 1),), "longest_wait": 15}),
    ("ai-massage-bed", {}),
]
MINUTES = [1, 9, 11, 300, 1440]
REFUSED = contextlib.suppress(Refusal, ExternalServiceError, TryAgain)


class Life(RuleBasedStateMachine):
    """One house and its bank; after every step the tables are asked whether all is as it must be."""

    house: ClassVar[SpaHouse]
    bookings = Bundle("bookings")

    def __init__(self) -> None:
        super().__init__()
        clean(self.house.database)
        self.bank = Bank()
        self.house.__dict__["payments"] = self.bank
        self.house.now = NOW
        self.known: dict[UUID, tuple[str, int]] = {}
        self.keys: dict[UUID, str] = {}
        self.slipped: set[UUID] = set()
        self.told = 0

    @initialize(target=bookings, request=st.sampled_from(WISHES))
    def begin(self, request):
        """Begin with two friends who have paid, somebody who is paying and somebody who has a place on hold."""
        asked = [(FRIENDS, 2), ((SWEDISH, {}), 1), (request, 4)]
        held = [found for about, day in asked if (found := self.hold_at(about, (day, "14:00"), named=True))]
        self.open_payment(held[0])
        self.pay(held[0], tells=True)
        self.open_payment(held[1])
        return multiple(*held)

    @rule(target=bookings, request=st.sampled_from(WISHES), start=STARTS, named=st.booleans())
    def hold(self, request, start, named):
        held = self.hold_at(request, start, named=named)
        return multiple() if held is None else held

    @rule(target=bookings, request=st.sampled_from(WISHES), start=STARTS)
    def book_and_pay(self, request, start):
        held = self.hold_at(request, start, named=True)
        if held is None:
            return multiple()
        self.open_payment(held)
        self.pay(held, tells=True)
        return held

    def hold_at(self, request, start, *, named: bool) -> UUID | None:
        """Hold a place, or be refused; find and hold never disagree, since nobody else is at work."""
        (treatment, more), (days, clock) = request, start
        key, contact = f"k{len(self.keys)}", GUEST if named else None
        begins = at(self.house.spa.today(self.house.now) + timedelta(days=days), clock)
        reason = self.rejection_for(request_at(treatment, begins, tier="Premium", **more))
        try:
            held = self.house.hold(begins, treatment, key=key, contact=contact, tier="Premium", **more)
        except (SlotTaken, NotBookable):
            assert reason is not None
            return None
        assert reason is None
        self.keys[held.id] = key
        return held.id

    def rejection_for(self, request: BookingRequest):
        search = load_search(request, context=self.house.context, now=self.house.now)
        return search.rejection_for(request.windows)

    @rule(booking=bookings)
    def ask_for_the_same_again(self, booking):
        if booking in self.keys:
            assert self.house.hold(key=self.keys[booking]).id == booking

    @rule(booking=bookings)
    def give_contact(self, booking):
        with REFUSED:
            give_contact(booking, GUEST, bookings=self.house.bookings, now=self.house.now)

    @rule(booking=bookings)
    def open_payment(self, booking):
        with REFUSED:
            self.house.open_payment(self.house.bookings.get(booking))

    @rule(booking=bookings, tells=st.booleans())
    def pay(self, booking, tells):
        """The guest pays on any page that is open; the bank tells us now, later, or never."""
        for page in self.bank.of(booking):
            if page.status == "open":
                page.status = "complete"
                if tells:
                    self.tell(page)

    @rule(booking=bookings, again=st.booleans())
    def hear_of_all_pages(self, booking, again):
        """Events come late, in any order, twice."""
        for page in reversed(list(self.bank.of(booking))):
            self.tell(page)
            if again:
                self.tell(page, anew=False)

    def tell(self, page: Page, *, anew: bool = True) -> None:
        self.told += anew
        source = PaymentSource("stripe", f"evt_{self.told}")
        record_payment(page.checkout, source, context=self.house.context, now=self.house.now)

    @rule(booking=bookings)
    def decline(self, booking):
        self.told += 1
        record_failed_try(booking, f"evt_{self.told}", bookings=self.house.bookings, now=self.house.now)

    @rule(booking=bookings)
    def let_the_page_end(self, booking):
        for page in self.bank.of(booking):
            if page.status == "open":
                page.status = "expired"
                self.tell(page)

    @rule(booking=bookings, pays=st.booleans())
    def let_go(self, booking, pays):
        """End it as if the bank had said that its page expired, while the guest types on: what is paid is late."""
        if self.house.bookings.get(booking).status in WAITING:
            self.open_payment(booking)
            PayHouse.let_go(self.house, self.house.bookings.get(booking))
            self.slipped.add(booking)
            if pays:
                self.pay(booking, tells=True)

    @rule(minutes=st.sampled_from(MINUTES))
    def wait(self, minutes):
        self.house.wait(minutes)

    @rule()
    def expire_holds(self):
        house = self.house
        ports = {
            "gateway": self.bank,
            "pending_payments": house.pending_payments,
            "context": house.context,
        }
        expire_holds(**ports, now=house.now)

    @rule()
    def send_refunds(self):
        house = self.house
        send_refunds(
            bookings=house.bookings,
            gateway=self.bank,
            pending_payments=house.pending_payments,
            alerts=house.manager_alerts,
            now=house.now,
        )

    @rule(down=st.booleans())
    def bank_goes_down_or_comes_back(self, down):
        self.bank.down = down

    @rule(booking=bookings)
    def cancel(self, booking):
        before = self.house.bookings.get(booking)
        kept = self.kept_in_tables(booking)
        with REFUSED:
            gone = cancel_booking(booking, actor="guest", bookings=self.house.bookings, now=self.house.now)
            assert gone.booking.status == Status.CANCELLED
            if before.status == Status.CONFIRMED:
                assert self.kept_in_tables(booking) == kept - self.by_policy(before, kept - before.fees_cents)

    def by_policy(self, before, kept: int) -> int:
        """Return what goes back: all of it two days ahead, half of it one day ahead, else nothing; a move caps it."""
        notice = before.starts_at - self.house.now
        percent = 100 if notice >= timedelta(hours=48) else 50 if notice >= timedelta(hours=24) else 0
        return (kept * min(percent, before.refund_at_most) + 50) // 100

    def kept_in_tables(self, booking: UUID) -> int:
        [row] = self.house.rows(KEPT + "select cents from kept where booking_id = %s", booking)
        return int(row["cents"])

    @invariant()
    def all_is_as_it_must_be(self):
        assert broken(self.house.database) == set()

    @invariant()
    def a_change_of_state_is_a_new_version_and_none_goes_back(self):
        for row in self.house.rows("select id, status, version from coresync.bookings"):
            status, version = self.known.get(row["id"], (row["status"], 0))
            assert row["version"] >= version
            assert row["version"] > version or row["status"] == status
            self.known[row["id"]] = row["status"], row["version"]

    def teardown(self):
        """In the end, when all jobs have run, the bank has what the tables say, and nothing is owed."""
        for row in self.house.rows("select distinct status from coresync.bookings"):
            event(f"somebody is {row['status']} in the end")
        self.bank.down = False
        for page in list(self.bank.pages.values()):
            self.tell(page)
        self.house.wait(24 * 60)
        self.expire_holds()
        self.send_refunds()
        self.all_is_as_it_must_be()
        for booking in self.known:
            assert self.bank.kept(booking) == self.kept_in_tables(booking)
        assert self.house.count("refunds", "status = 'due'") == 0
        assert self.house.count("bookings", "status in ('held', 'paying')") == 0
        assert {page.order.booking_id for page in self.bank.pages.values() if page.status == "open"} <= self.slipped
        assert self.house.now > NOW + 5 * MINUTE
