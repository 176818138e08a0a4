"""A whole house in memory for conversations: the demo spa's floor and prices, bookings that can't overlap."""

import dataclasses
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from infra.local.demo.facts import facts
from infra.local.demo.workbook import workbook
from shared_lib.agent.dialogue.conversation import take_turn
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialoguePorts, DialogueServices
from shared_lib.agent.replies.sentences import sentences
from shared_lib.availability.snapshot import Occupancy, OccupancySnapshot
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.lifecycle import WAITING, Status, status_after
from shared_lib.kernel.errors import NotFound, TooMany
from shared_lib.kernel.events import Event
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.spa import Room, Spa, Technician
from shared_lib.payments.payment import Payment
from shared_lib.pricing.reading import read
from shared_lib.pricing.reading.clock import parse_time, parse_weekdays, span

SPA = Spa("new-york", "CoreSync", "America/New_York", "1 Example Street, New York", "+1 555 010 0142")
BOOK = dataclasses.replace(read(workbook()), version=1)
TAKES_ITS_PLACE = WAITING | {Status.CONFIRMED, Status.COMPLETED}
WEDNESDAY = datetime(2026, 11, 25, 15, tzinfo=UTC)
"""10 AM in New York, the day before Thanksgiving."""


def _rooms():
    return tuple(Room(n, *row) for n, row in enumerate(facts()["rooms"], 1))


def _technicians():
    return tuple(
        Technician(n, name, gender, frozenset(specialties), _week(shifts))
        for n, (name, gender, specialties, shifts) in enumerate(facts()["technicians"], 1)
    )


def _week(shifts):
    week: dict[int, tuple[tuple[int, int], ...]] = {}
    for days, begins, ends in shifts:
        opens, closes = parse_time(begins) or 0, parse_time(ends) or 0
        week |= dict.fromkeys(parse_weekdays(days) or (), (span(opens, closes),))
    return WeeklyHours(week)


class House:
    """The ports of one desk; `looks` counts how often the floor was read, `attempts` how often a hold was asked for."""

    def __init__(self, now=WEDNESDAY):
        self.now = now
        self.kept = {}
        self.answers = {}
        self.keys = {}
        self.looks = 0
        self.attempts = 0
        self.attempts_left = 100
        self.busy = []

    def services(self, session="s1"):
        every: Any = self
        ports = DialoguePorts(
            context=BookingContext(SPA, every, every, every),
            rate_limits=every,
            signer=every,
            public_url="https://spa.test",
            attempts_per_hour=100,
        )
        return DialogueServices(ports, session_id=session, address="203.0.113.7", now=self.now)

    # floors
    def read(self, spa_id, begins, ends, *, now):
        self.looks += 1
        taken = [
            Occupancy.between(
                allocation.kind, allocation.id, allocation.begins, allocation.ends, self._gives_way(booking)
            )
            for booking in self.kept.values()
            if booking.status in TAKES_ITS_PLACE
            for allocation in booking.allocations
        ]
        return OccupancySnapshot(1, begins, ends, _rooms(), _technicians(), (*taken, *self.busy))

    def _gives_way(self, booking):
        return booking.id if booking.status == Status.HELD and booking.held_until <= self.now else None

    # price books
    def version(self, spa_id, version):
        return BOOK

    def current(self, spa_id):
        return BOOK

    # rates
    def count(self, limits, *, window, now):
        self.attempts += 1
        if self.attempts > self.attempts_left:
            raise TooMany(60)

    # signer
    def sign(self, payload, *, purpose):
        return f"{purpose}.{payload}"

    # bookings
    def hold(self, draft, assignments, *, now):
        if draft.idempotency_key in self.keys:
            return self.by_key(draft.idempotency_key)
        for assignment in assignments:
            for ended in assignment.expired_holds:
                self.become(self.kept[ended], Status.EXPIRED)
            if all(self._free(allocation) for allocation in assignment.allocations):
                return self._keep(draft, assignment)
        return None

    def is_free(self, assignment, *, but):
        return all(self._free(allocation, but=but) for allocation in assignment.allocations)

    def _free(self, allocation, but=None):
        others = (other for booking in self.living if booking.id != but for other in booking.allocations)
        return not any(
            (other.kind, other.id) == (allocation.kind, allocation.id)
            and other.begins < allocation.ends
            and allocation.begins < other.ends
            for other in others
        )

    def _keep(self, draft, assignment):
        booking = draft.held(uuid4(), f"CS-{draft.year}-{len(self.kept) + 1:06}", assignment)
        self.keys[draft.idempotency_key] = booking.id
        self.kept[booking.id] = booking
        return booking

    def by_key(self, key):
        return self.kept[self.keys[key]] if key in self.keys else None

    def get(self, booking_id):
        if booking_id not in self.kept:
            raise NotFound("no such booking")
        return self.kept[booking_id]

    def change(self, booking_id, steps, *, now):
        return steps(Change(self, booking_id))

    # what happens outside
    def become(self, booking, status, **changes):
        self.kept[booking.id] = dataclasses.replace(self.kept[booking.id], status=status, **changes)

    def pay(self, booking):
        paid = Payment(uuid4(), 1, "paid", booking.total_cents, self.now, payment_intent_id="pi_1")
        self.become(booking, Status.CONFIRMED, payments=(paid,))

    def later(self, **span):
        self.now += timedelta(**span)

    zone = SPA.tz

    one_day = timedelta(days=1)

    def zone_hour(self, slot):
        return SPA.wall(datetime.fromisoformat(slot.removeprefix("slot:").partition("~")[0])).hour

    def spa_hour(self, booking):
        return SPA.wall(booking.starts_at).hour

    @property
    def living(self):
        return [booking for booking in self.kept.values() if booking.status in TAKES_ITS_PLACE]


class Change:
    """What a use case does to one booking."""

    def __init__(self, house, booking_id):
        self.house, self.id, self.events = house, booking_id, []
        self.payments = self.refunds = self.idempotency = self

    @property
    def booking(self):
        return self.house.kept[self.id]

    def transition(self, event, **_):
        self.house.become(self.booking, status_after(self.booking.status, event))
        self.events.append(Event(UUID(int=len(self.events)), event, self.id, 2, self.house.now))

    def update(self, **changes):
        self.house.kept[self.id] = dataclasses.replace(self.booking, **changes)

    def evict_oldest_holds(self, limits):
        assert limits == ()

    def record_event(self, event, **_):
        self.events.append(Event(UUID(int=len(self.events)), event, self.id, 2, self.house.now))

    def reallocate_to(self, assignments, *, sale=None):
        taken = next((assignment for assignment in assignments if self.house.is_free(assignment, but=self.id)), None)
        if taken:
            times = {"starts_at": taken.visits[0].starts_at, "ends_at": taken.visits[0].ends_at}
            self.house.become(
                self.booking, self.booking.status, allocations=taken.allocations, visits=taken.visits, **times
            )
        return taken is not None

    def run_once(self, key, work, *, asked=""):
        if key not in self.house.answers:
            self.house.answers[key] = work()
        return self.house.answers[key]

    def owe(self, payment, **_):
        return uuid4()

    def post(self, entry, payment):
        assert sum(posting.cents for posting in entry) == 0


def _ways():
    for said in sentences("en").values():
        first, *others = said if isinstance(said, list | tuple) else [said]
        for other in others:
            pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>(?:(?![.?] ).)+?)", re.escape(other))
            yield re.compile(rf"(?:^|(?<=\s)){pattern}(?=\s|$)"), first


WAYS = tuple(_ways())


def in_first_words(text):
    for pattern, first in WAYS:
        text = pattern.sub(lambda match, first=first: first.format(**match.groupdict()), text)
    return text


class Guest:
    """Talks to a house; what was answered last is in `heard`, `buttons` and `replies`."""

    def __init__(self, house, session="s1"):
        self.house, self.session, self.state, self.replies = house, session, DialogueState(), []

    def says(self, *lines):
        for line in lines:
            self._turn(text=line, choice=None)
        return self.heard

    def presses(self, label):
        choice = next(key for key, shown in self.buttons.items() if shown.startswith(label))
        return self.chooses(choice)

    def chooses(self, choice):
        self._turn(text=None, choice=choice)
        return self.heard

    def _turn(self, **said):
        self.state = DialogueState.from_json(self.state.to_json())
        self.replies = take_turn(self.state, services=self.house.services(self.session), **said)
        assert self.replies, said

    @property
    def heard(self):
        """What was said; of several ways to say something always the first, as a story does not depend on them."""
        return in_first_words("\n".join(reply.text for reply in self.replies))

    @property
    def buttons(self):
        return {button.id: button.label for reply in self.replies for button in reply.choices}

    @property
    def booking(self):
        return self.house.get(UUID(self.state.booking_id)) if self.state.booking_id else None
