"""A whole house in memory for conversations: the demo spa's floor and prices, bookings that can't overlap."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from infra.local.demo.facts import facts
from infra.local.demo.workbook import workbook
from shared_lib.agent.dialogue.conversation import take_turn
from shared_lib.agent.dialogue.desk import Desk, Ports
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.domain.availability.floor import Floor, Taken
from shared_lib.domain.booking import WAITING, Payment, Status
from shared_lib.domain.errors import NotFound, TooMany
from shared_lib.domain.events import Event
from shared_lib.domain.hours import WeeklyHours
from shared_lib.domain.price_book_reading import read
from shared_lib.domain.price_book_reading.clock import parse_time, parse_weekdays, span
from shared_lib.domain.spa import Room, Spa, Technician

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

    def desk(self, session="s1"):
        every: Any = self
        ports = Ports(
            spa=SPA,
            bookings=every,
            floors=every,
            books=every,
            rates=every,
            signer=every,
            public_url="https://spa.test",
            attempts_per_hour=100,
        )
        return Desk(ports, session_id=session, address="203.0.113.7", now=self.now)

    # floors
    def read(self, spa_id, begins, ends, *, now):
        self.looks += 1
        taken = [
            Taken.between(place.kind, place.id, place.begins, place.ends, self._gives_way(booking))
            for booking in self.kept.values()
            if booking.status in TAKES_ITS_PLACE
            for place in booking.places
        ]
        return Floor(1, begins, ends, _rooms(), _technicians(), (*taken, *self.busy))

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
    def hold(self, draft, seatings, *, now):
        if draft.idempotency_key in self.keys:
            return self.by_key(draft.idempotency_key)
        for seating in seatings:
            for ended in seating.ended_holds:
                self.become(self.kept[ended], Status.EXPIRED)
            if all(self._free(place) for place in seating.places):
                return self._keep(draft, seating)
        return None

    def is_free(self, seating, *, but):
        return all(self._free(place, but=but) for place in seating.places)

    def _free(self, place, but=None):
        others = (other for booking in self.living if booking.id != but for other in booking.places)
        return not any(
            (other.kind, other.id) == (place.kind, place.id) and other.begins < place.ends and place.begins < other.ends
            for other in others
        )

    def _keep(self, draft, seating):
        booking = draft.held(uuid4(), f"CS-{draft.year}-{len(self.kept) + 1:06}", seating)
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
        return SPA.wall(datetime.fromisoformat(slot.removeprefix("slot:"))).hour

    def spa_hour(self, booking):
        return SPA.wall(booking.starts_at).hour

    @property
    def living(self):
        return [booking for booking in self.kept.values() if booking.status in TAKES_ITS_PLACE]


class Change:
    """What a use case does to one booking."""

    def __init__(self, house, booking_id):
        self.house, self.id, self.told, self.till = house, booking_id, [], self

    @property
    def booking(self):
        return self.house.kept[self.id]

    def to(self, status, event, **_):
        self.house.become(self.booking, status)
        self.told.append(Event(UUID(int=len(self.told)), event, self.id, 2, self.house.now))

    def amend(self, **changes):
        self.house.kept[self.id] = dataclasses.replace(self.booking, **changes)

    def tell(self, event, **_):
        self.told.append(Event(UUID(int=len(self.told)), event, self.id, 2, self.house.now))

    def retake(self, seatings, *, sale=None):
        taken = next((seating for seating in seatings if self.house.is_free(seating, but=self.id)), None)
        if taken:
            times = {"starts_at": taken.visits[0].starts_at, "ends_at": taken.visits[0].ends_at}
            self.house.become(self.booking, self.booking.status, places=taken.places, visits=taken.visits, **times)
        return taken is not None

    def once(self, key, work, *, asked=""):
        if key not in self.house.answers:
            self.house.answers[key] = work()
        return self.house.answers[key]

    def owe_refund(self, payment, **_):
        return uuid4()

    def post(self, entry, payment):
        assert sum(posting.cents for posting in entry) == 0


class Guest:
    """Talks to a house; what was answered last is in `heard`, `buttons` and `replies`."""

    def __init__(self, house, session="s1"):
        self.house, self.session, self.memory, self.replies = house, session, Memory(), []

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
        self.memory = Memory.from_json(self.memory.to_json())
        self.replies = take_turn(self.memory, desk=self.house.desk(self.session), **said)
        assert self.replies, said

    @property
    def heard(self):
        return "\n".join(reply.text for reply in self.replies)

    @property
    def buttons(self):
        return {button.id: button.label for reply in self.replies for button in reply.choices}

    @property
    def booking(self):
        return self.house.get(UUID(self.memory.booking_id)) if self.memory.booking_id else None
