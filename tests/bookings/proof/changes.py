"""The same life with everything that may change in it: moves, guests who leave or come late, no-shows, a waitlist."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import multiple, rule

from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.contact import Contact
from shared_lib.waitlist.join import join_waitlist
from shared_lib.waitlist.leave import leave_waitlist
from shared_lib.waitlist.offer import offer_waitlist
from tests.booking_requests import request_for
from tests.bookings.proof.life import REFUSED, STARTS, Life
from tests.change_house import came_after_all, complete, move, no_show, receive, take_out
from tests.snapshots import at
from tests.spa_house import SWEDISH

INSTEAD = ["sports-massage", "reflexology", "gentlemans-facial"]
"""Dearer, cheaper, and somebody else's work."""
AROUND = [-2000, -30, 5, 200]
"""Minutes before and after the start of a visit at which something may happen to it."""


class LifeWithChanges(Life):
    """A life in which nothing stays as it was agreed."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[object] = []

    @rule(booking=Life.bookings, start=STARTS)
    def move(self, booking, start):
        """Move it; the same key again changes nothing more."""
        days, clock = start
        begins = at(self.house.spa.today(self.house.now) + timedelta(days=days), clock)
        with REFUSED:
            moved = move(self.house, self.house.bookings.get(booking), begins, key=f"m{begins}")
            again = move(self.house, moved.booking, begins, key=f"m{begins}")
            assert (again.refund_cents, again.booking) == (moved.refund_cents, moved.booking)

    @rule(booking=Life.bookings, treatment=st.sampled_from(INSTEAD))
    def have_something_else(self, booking, treatment):
        now = self.house.bookings.get(booking)
        request = [RequestedItem(treatment, visit.guest) for visit in now.visits]
        with REFUSED:
            moved = move(self.house, now, now.starts_at, items=request)
            assert {line.item_id for line in moved.booking.treatments} == {treatment}

    @rule(booking=Life.bookings, guest=st.integers(1, 2))
    def leave_the_group(self, booking, guest):
        with REFUSED:
            left = take_out(self.house, self.house.bookings.get(booking), guest)
            assert guest not in left.booking.guests

    @rule(booking=Life.bookings, minutes=st.sampled_from(AROUND))
    def wait_for_the_visit(self, booking, minutes):
        then = self.house.bookings.get(booking).starts_at + timedelta(minutes=minutes)
        self.house.now = max(self.house.now, then)

    @rule(booking=Life.bookings)
    def arrive(self, booking):
        with REFUSED:
            receive(self.house, self.house.bookings.get(booking))

    @rule(booking=Life.bookings)
    def stay_away(self, booking):
        """Nobody has come when the grace is over."""
        then = self.house.bookings.get(booking).starts_at + timedelta(minutes=16)
        self.house.now = max(self.house.now, then)
        with REFUSED:
            no_show(self.house, self.house.bookings.get(booking))

    @rule(booking=Life.bookings)
    def turn_out_to_have_come(self, booking):
        with REFUSED:
            came_after_all(self.house, self.house.bookings.get(booking))

    @rule()
    def complete_visits(self):
        assert complete(self.house).failures == []

    @rule(booking=Life.bookings, tier=st.sampled_from(["Premium", "Base"]))
    def wait_for_a_place(self, booking, tier):
        """Wait for the time at which somebody else has a place."""
        begins, name = self.house.bookings.get(booking).starts_at, f"Waiting {len(self.waiting)}"
        with REFUSED:
            entry = join_waitlist(
                request_for(SWEDISH, ((begins, begins + timedelta(hours=1)),), tier=tier),
                Contact(name, f"waiting{len(self.waiting)}@example.com"),
                key=name,
                source="chat",
                waitlist=self.house.waitlist,
                context=self.house.context,
                now=self.house.now,
            )
            self.waiting.append(entry.id)

    @rule(target=Life.bookings)
    def offer_what_is_free(self):
        offered = offer_waitlist(waitlist=self.house.waitlist, context=self.house.context, now=self.house.now)
        assert offered.failures == []
        return multiple(*(held.id for held in offered.bookings))

    @rule(number=st.integers(0, 3))
    def wait_no_longer(self, number):
        for entry in self.waiting[number : number + 1]:
            ports = {"waitlist": self.house.waitlist, "bookings": self.house.bookings}
            leave_waitlist(entry, actor="guest", now=self.house.now, **ports)

    def teardown(self):
        super().teardown()
        self.complete_visits()
        self.all_is_as_it_must_be()
