"""Times are looked up: the wish itself, what is near it, what else there is."""

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.reasons import night_of, say_reason
from shared_lib.agent.dialogue.table import day_buttons, lay_out
from shared_lib.agent.dialogue.times import settled, wanted_instant, whole_day, windows
from shared_lib.agent.dialogue.wording import day_of, moment_of, with_whom
from shared_lib.agent.language import When
from shared_lib.agent.replies import say
from shared_lib.domain.availability.offers import Offer
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.booking import Booking
from shared_lib.domain.hours import resolve
from shared_lib.domain.wording import say_zone
from shared_lib.usecases.find_times import Found, Wish

SPREADS = (timedelta(hours=4), timedelta(hours=2), timedelta(minutes=30))
"""How far apart offers are where a guest left the hour open: over the whole day, closer where that gives too few."""
SPREADS_OVER_DAYS = (timedelta(hours=20), *SPREADS)
NEAREST_DAYS = 7
"""On how many days, the nearest first, other times are looked for."""
NEVER = frozenset({Why.NOT_THEIR_WORK, Why.NOBODY_FOR_IT})
"""Reasons that no other day changes: somebody else is looked for at once."""


def offer_times(memory: Memory, desk: Desk, *, mine: Booking | None = None, sorry: str | None = None) -> Reply:
    """Return an offer for the wish in memory: the wanted time, else the nearest ones with the reason in front.

    `mine` is the hold that this guest has meanwhile; it is kept, and in nobody's way. `sorry` is said instead of the
    reason that the house would give.
    """
    wish = wish_of(memory, desk)
    found = _find(wish, desk, mine)
    why = sorry or say_reason(found.reason, found.treatment, _asked_day(wish, found, desk), desk)
    if not found.offers:
        reply = _elsewhere(memory, desk, wish, found, mine=mine, sorry=why)
    elif wish.wanted is None:
        reply = lay_out(memory, found.offers, _these(found, desk), desk, proposed=False)
    elif found.offers[0].starts_at == wish.wanted:
        reply = _propose(memory, found.offers, "offer_exact", desk).after(sorry or "")
    else:
        reply = _propose(memory, found.offers, "offer_near", desk, sorry=why)
    return reply.after(say("kept_meanwhile", moment=moment_of(mine.starts_at, desk)) if mine else "")


def wish_of(memory: Memory, desk: Desk) -> Wish:
    """Return what the guest would like, as the engine takes it."""
    when = settled(memory.when or When(), desk.book.hours.values())
    return Wish(
        memory.treatment or "",
        windows(when, desk.spa.tz),
        wanted_instant(when, desk.spa.tz),
        add_on_ids=memory.add_ons,
        technician=memory.technician,
        gender=memory.gender,
    )


def exact_start(memory: Memory, desk: Desk, *, mine: Booking) -> datetime | None:
    """Return the wanted instant if it is free for this guest."""
    wish = wish_of(memory, desk)
    if wish.wanted is None:
        return None
    offers = desk.find(dataclasses.replace(wish, limit=1), without=mine).offers
    return wish.wanted if offers and offers[0].starts_at == wish.wanted else None


def _find(wish: Wish, desk: Desk, mine: Booking | None) -> Found:
    """Look for the wanted instant and what is near it, or for times spread over the wished stretch."""
    if wish.wanted is not None or not wish.windows:
        return desk.find(wish, without=mine)
    found = None
    for apart in SPREADS_OVER_DAYS if len(wish.windows) > 1 else SPREADS:
        found = desk.find(dataclasses.replace(wish, apart=apart), without=mine)
        if not found.offers or len(found.offers) == wish.limit:
            break
    return found  # type: ignore[return-value]  # there is at least one spread


def _propose(memory: Memory, offers: Sequence[Offer], key: str, desk: Desk, **facts: str) -> Reply:
    """Propose the first time in words: the wanted one, or the nearest with the reason in front."""
    first = offers[0]
    said = facts | {"moment": moment_of(first.starts_at, desk), "with_whom": with_whom(first.technicians)}
    return lay_out(memory, offers, say(key, **said), desk, proposed=True)


def _these(found: Found, desk: Desk) -> str:
    days = {desk.spa.wall(offer.starts_at).date() for offer in found.offers}
    treatment = found.treatment
    return say(
        "offer_some" if len(days) == 1 else "offer_some_days",
        treatment=treatment.name,
        minutes=treatment.minutes,
        day=day_of(found.offers[0].starts_at, desk),
        zone=say_zone(desk.spa),
    )


def _asked_day(wish: Wish, found: Found, desk: Desk) -> date | None:
    return night_of(wish.wanted, found.treatment, desk) if wish.wanted else _wished_day(wish, desk)


def _wished_day(wish: Wish, desk: Desk) -> date | None:
    begins = wish.wanted or (wish.windows[0][0] if wish.windows else None)
    return desk.spa.wall(begins).date() if begins else None


def _elsewhere(memory: Memory, desk: Desk, wish: Wish, found: Found, *, mine: Booking | None, sorry: str) -> Reply:
    """Look at the wished day whole, then at that hour on the nearest days, then with anybody."""
    for other in _wider(wish, found.reason):
        if offers := _on_the_nearest_days(other, desk, mine):
            memory.technician, memory.gender = other.technician, other.gender
            return _propose(memory, offers, "offer_near", desk, sorry=sorry)
    memory.clear_table("day")
    memory.when = None
    return Reply(say("offer_none", sorry=sorry), day_buttons(desk))


def _wider(wish: Wish, reason: Reason | None) -> list[Wish]:
    anybody = dataclasses.replace(wish, technician=None, gender=None)
    if wish == anybody or (reason is not None and reason.why in NEVER):
        return [anybody]
    return [wish, anybody]


def _on_the_nearest_days(wish: Wish, desk: Desk, mine: Booking | None) -> tuple[Offer, ...]:
    wished = _wished_day(wish, desk) or desk.spa.today(desk.now)
    hour = desk.spa.wall(wish.wanted or wish.windows[0][0])
    minute = hour.hour * 60 + hour.minute
    offers: list[Offer] = []
    for day in _nearest_days(wished, desk):
        limit = wish.limit if day == wished else 1
        wanted = resolve(day, minute, desk.spa.tz) if wish.wanted or minute else None
        there = dataclasses.replace(wish, windows=(whole_day(day, desk.spa.tz),), wanted=wanted, limit=limit)
        offers += desk.find(there, without=mine).offers
        if len(offers) >= wish.limit or (offers and day == wished):
            break
    return tuple(offers)


def _nearest_days(wished: date, desk: Desk) -> list[date]:
    today = desk.spa.today(desk.now)
    days = [today + timedelta(days=n) for n in range((desk.last_day - today).days + 1)]
    return sorted(days, key=lambda day: (abs(day - wished), day))[:NEAREST_DAYS]
