"""Other times of the same day, for a guest whom none of those on the table suits."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.offering import wish_of
from shared_lib.agent.dialogue.table import day_buttons, lay_out
from shared_lib.agent.dialogue.times import whole_day
from shared_lib.agent.dialogue.wording import day_of
from shared_lib.agent.replies import say
from shared_lib.domain.availability.offers import Offer
from shared_lib.domain.booking import Booking
from shared_lib.domain.wording import say_zone

ALL_OF_A_DAY = 40
MOST = 6
"""How many times are laid out at most."""


def more_times(memory: Memory, desk: Desk, *, direction: str = "", mine: Booking | None = None) -> Reply:
    """Return other times of the day on the table, `earlier` or `later` ones where that was said; else ask the day."""
    shown = memory.offered or ((mine.starts_at,) if mine else (desk.now,))
    day = desk.spa.wall(shown[0]).date()
    wish = dataclasses.replace(
        wish_of(memory, desk), windows=(whole_day(day, desk.spa.tz),), wanted=None, limit=ALL_OF_A_DAY
    )
    others = _others(desk.find(wish, without=mine).offers, shown, direction)
    said = {"day": day_of(shown[0], desk), "zone": say_zone(desk.spa)}
    if others:
        return lay_out(memory, others, say("offer_more", **said), desk, proposed=False)
    memory.clear_table("day")
    return Reply(say(f"no_more_{direction or 'other'}", **said), day_buttons(desk))


def _others(offers: Sequence[Offer], shown: Sequence[datetime], direction: str) -> Sequence[Offer]:
    if direction == "earlier":
        return [offer for offer in offers if offer.starts_at < min(shown)][-MOST:]
    if direction == "later":
        return [offer for offer in offers if offer.starts_at > max(shown)][:MOST]
    others = [offer for offer in offers if offer.starts_at not in shown]
    step = max(1, -(-len(others) // MOST))
    return others[::step]
