"""Times are looked up and laid on the table."""

import dataclasses
from datetime import date, datetime, timedelta

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.times import wanted_instant, whole_days, windows
from shared_lib.agent.dialogue.wording import say_reason, with_whom
from shared_lib.agent.language import When
from shared_lib.agent.replies import say
from shared_lib.domain.availability.offers import APART, Offer
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.hours import resolve
from shared_lib.domain.wording import say_day, say_moment, say_time
from shared_lib.usecases.find_times import Found, Wish

SPREAD = timedelta(hours=2)
"""How far apart offers are where a guest left the hour open."""
MORE_DAYS = 3
"""How many further days are looked at when the wished one has nothing."""


def offer_times(memory: Memory, desk: Desk) -> Reply:
    """Return an offer for the wish in memory: the wanted time, else the nearest ones with the reason in front."""
    wish = wish_of(memory, desk)
    found = desk.find(wish)
    if found.offers:
        return _lay_out(memory, desk, found, _intro(found, wish, desk))
    return _elsewhere(memory, desk, wish, found)


def wish_of(memory: Memory, desk: Desk) -> Wish:
    """Return what the guest would like, as the engine takes it."""
    when = memory.when or When()
    wanted = wanted_instant(when, desk.spa.tz)
    return Wish(
        memory.treatment or "",
        windows(when, desk.spa.tz),
        wanted,
        technician=memory.technician,
        gender=memory.gender,
        apart=APART if wanted else SPREAD,
    )


def _intro(found: Found, wish: Wish, desk: Desk) -> str:
    first = found.offers[0]
    if wish.wanted is None:
        return say("offer_some", treatment=found.treatment.name, minutes=found.treatment.minutes)
    if first.starts_at != wish.wanted:
        return say("offer_near", sorry=say_reason(found.reason, desk))
    moment = say_moment(first.starts_at, desk.spa, now=desk.now)
    return say("offer_exact", moment=moment, with_whom=with_whom(first.technicians))


def _elsewhere(memory: Memory, desk: Desk, wish: Wish, found: Found) -> Reply:
    """Look on the following days, then with anybody, before saying that there is nothing."""
    sorry = say_reason(found.reason, desk)
    for other in _wider(memory, desk, wish, found.reason):
        if (more := desk.find(other)).offers:
            return _lay_out(memory, desk, more, say("offer_near", sorry=sorry))
    memory.asked, memory.offered, memory.when = "day", (), None
    return Reply(say("offer_none", sorry=sorry), day_buttons(desk))


def _wider(memory: Memory, desk: Desk, wish: Wish, reason: Reason | None) -> list[Wish]:
    """Return where else to look: the days that may be booked, or some days more; then with anybody."""
    days, wanted = whole_days(memory.when or When(), desk.spa.tz, more=MORE_DAYS), wish.wanted
    if reason is not None and reason.last_day:
        days = ((desk.now, desk.spa.midnight(reason.last_day + timedelta(days=1))),)
        wanted = _same_hour(wish.windows[0][0] if wanted is None else wanted, reason.last_day, desk)
    elif reason is not None and reason.why == Why.PAST:
        days, wanted = ((desk.now, desk.now + timedelta(days=MORE_DAYS)),), None
    wider = dataclasses.replace(wish, windows=days, wanted=wanted)
    return [wider, dataclasses.replace(wider, technician=None, gender=None)]


def _same_hour(instant: datetime, day: date, desk: Desk) -> datetime:
    wall = desk.spa.wall(instant)
    return resolve(day, wall.hour * 60 + wall.minute, desk.spa.tz)


def _lay_out(memory: Memory, desk: Desk, found: Found, text: str) -> Reply:
    memory.asked = "slot"
    memory.offered = tuple(offer.starts_at for offer in found.offers)
    several_days = len({desk.spa.wall(start).date() for start in memory.offered}) > 1
    buttons = [_button(offer, desk, with_day=several_days) for offer in found.offers]
    more = (Button("other_times", say("button_other_times")), Button("pricing", say("button_pricing")))
    return Reply(text, (*buttons, *more))


def _button(offer: Offer, desk: Desk, *, with_day: bool) -> Button:
    label = slot_label(offer.starts_at, desk, with_day=with_day)
    return Button(slot_id(offer.starts_at), label + with_whom(offer.technicians))


def slot_id(start: datetime) -> str:
    """Return what comes back when a time is pressed."""
    return f"slot:{start.isoformat()}"


def slot_label(start: datetime, desk: Desk, *, with_day: bool) -> str:
    """Return `3:00 PM`, or `Friday 27 November, 3:00 PM`."""
    clock = say_time(start, desk.spa)
    return f"{say_day(start, desk.spa, now=desk.now)}, {clock}" if with_day else clock


def slot_buttons(memory: Memory, desk: Desk) -> tuple[Button, ...]:
    """Return the times that are on the table."""
    return tuple(Button(slot_id(start), slot_label(start, desk, with_day=True)) for start in memory.offered)


def day_buttons(desk: Desk) -> tuple[Button, ...]:
    """Return today, tomorrow and the two days after it."""
    today = desk.spa.midnight(desk.spa.today(desk.now))
    days = [desk.spa.midnight(desk.spa.today(today + timedelta(days=n, hours=12))) for n in range(4)]
    labels = [say("button_today"), say("button_tomorrow"), *(say_day(day, desk.spa, now=desk.now) for day in days[2:])]
    return tuple(Button(f"day:{desk.spa.wall(day).date()}", label) for day, label in zip(days, labels, strict=True))
