"""Whether a conversation came to the end that its task has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from tests.score.answer import LIVING
from tests.score.book import BOOK
from tests.score.guest import CONTACT, Conversation, Guest
from tests.score.house import ZONE, Body
from tests.score.tasks import Visit, clock, found

GAP = 30
"""Minutes that may lie between two treatments of one visit that are booked one by one."""
_TREATMENTS = {treatment.name for treatment in BOOK.treatments}
_MINUTES = {treatment.name: treatment.minutes for treatment in BOOK.treatments}
_MINUTES |= {add_on.name: add_on.minutes for add_on in BOOK.add_ons}


@dataclass(frozen=True)
class Standing:
    """A booking that stands: what the chat showed of it, and its payment page."""

    begins: datetime
    ends: datetime
    names: tuple[str, ...]
    technician: str
    status: str
    cents: int | None

    @classmethod
    def read(cls, booking: Body, page: str, payment: Body | None) -> "Standing":
        """Read a booking; without a payment page it is what the chat shows."""
        begins, ends = (datetime.fromisoformat(booking[end]).astimezone(ZONE) for end in ("starts_at", "ends_at"))
        sold = page.partition("Subtotal")[0] or booking["treatment"]
        places = sorted((place.start(), name) for name in BOOK.names for place in re.finditer(re.escape(name), sold))
        names = tuple(name for _, name in places)
        cents = payment["amount_cents"] if payment else None
        return cls(begins, ends, names, f"{booking['technician']}", booking["status"], cents)

    def apart(self) -> Iterator["Standing"]:
        """Yield each treatment with its add-ons as a booking of its own; the price is the first's."""
        begins, cents = self.begins, self.cents
        for names in _items(self.names):
            ends = begins + timedelta(minutes=sum(_MINUTES[name] for name in names))
            yield replace(self, begins=begins, ends=ends, names=names, cents=cents)
            begins, cents = ends, None

    def __str__(self) -> str:
        return f"{' + '.join(self.names)} {self.begins:%a %H:%M}-{self.ends:%H:%M} {self.technician} {self.status}"


def _items(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the names of each treatment and of what is added to it."""
    begins = [at for at, name in enumerate(names) if name in _TREATMENTS]
    yield from (tuple(names[at:end]) for at, end in pairwise([*begins, len(names)]))


def missed(guest: Guest, earlier: Guest | None) -> Iterator[str]:
    """Yield what is not as the task has it, as `cause: detail`."""
    task, talk = guest.task, guest.talk
    stand = sorted(standing(guest), key=lambda one: one.begins)
    seen = "; ".join(map(str, stand)) or "nothing stands"
    yield from (f"end: {wrong} ({seen})" for wrong in _visits(task.ends or (), stand, talk))
    if task.says and not found(task.says, talk.text):
        yield f"unsaid: {task.says!r}"
    if not task.ends and _held_in_silence(talk):
        yield "end: a place is held"
    if earlier and task.before_ends and not found(task.before_ends, " ".join(map(str, earlier_page(earlier)))):
        yield f"end: the earlier visit is {earlier_page(earlier)[0]}"
    if task.mail and not guest.house.mail_to(guest.email, task.mail):
        yield f"mail: none with {task.mail!r}"


def standing(guest: Guest) -> Iterator[Standing]:
    """Yield the bookings of a talk that stand, by their payment pages."""
    pages = dict(guest.standing())
    own = {reference: booking for reference, booking in guest.talk.bookings.items() if reference != guest.ref}
    for reference, booking in own.items():
        payment = guest.talk.payments.get(reference)
        if reference in pages or (payment is None and booking["status"] in LIVING):
            yield Standing.read(booking, pages.get(reference, ""), payment)


def earlier_page(earlier: Guest) -> tuple[int, str]:
    """Return status and text of the payment page of an earlier visit."""
    payment = next(iter(earlier.talk.payments.values()), {"url": "/"})
    return earlier.house.page(payment["url"])


def _visits(wanted: Sequence[Visit], stand: list[Standing], talk: Conversation) -> Iterator[str]:
    """Compare what stands with what is wanted: one visit may be several bookings, and several one that follow on."""
    left = list(stand)
    for want in wanted:
        if left and len(want.treatments) < len(_treatments(left[0])):
            left[:1] = left[0].apart()
        mine = _taken(want, left)
        yield from _differences(want, mine, talk)
        left = left[len(mine) :]
    if left:
        yield f"{len(left)} more than wanted"


def _taken(want: Visit, left: list[Standing]) -> list[Standing]:
    """Return as many of the next bookings as the visit has treatments that they sell."""
    mine: list[Standing] = []
    for one in left:
        if sum(len(_treatments(each)) for each in mine) >= len(want.treatments):
            break
        mine.append(one)
    return mine


def _treatments(one: Standing) -> list[str]:
    return [name for name in one.names if name in _TREATMENTS]


def _differences(want: Visit, mine: list[Standing], talk: Conversation) -> Iterator[str]:
    if not mine:
        yield f"no {want.items}"
        return
    first, sold = mine[0], [name for one in mine for name in one.names]
    same = Counter(sold) == Counter(want.lines) and (
        want.side_by_side or [name for one in mine for name in _treatments(one)] == want.treatments
    )
    apart = [(after.begins - before.ends).total_seconds() / 60 for before, after in pairwise(mine)]
    begun = {one.begins for one in mine}
    rules = {
        "what": same,
        "day": (first.begins.date() - talk.today).days == want.day,
        "hour": want.begins <= clock(first.begins) <= want.until,
        "order": len(begun) == 1 if want.side_by_side else all(0 <= gap <= GAP for gap in apart),
        "technician": set(re.findall(r"\w+", want.technician)) - {"and"} <= set(re.findall(r"\w+", first.technician)),
        "price": want.cents is None or sum(one.cents or 0 for one in mine) == want.cents,
        "status": all(one.status == want.status for one in mine),
    }
    yield from (f"wrong {name}, wanted {want.items}" for name, right in rules.items() if not right)


def _held_in_silence(talk: Conversation) -> bool:
    """Whether times were offered, and a name or an address is still asked for one of them."""
    offered = any(each.answer.times for each in talk.exchanges)
    return bool(offered and talk.last and set(talk.last.asks.split()) & CONTACT)
