"""Other times of the same day, for a guest whom none of those on the table suits."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.offering import request_of
from shared_lib.agent.dialogue.options import day_buttons, show_options
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import whole_day
from shared_lib.agent.dialogue.wording import day_of
from shared_lib.availability.slots import Slot
from shared_lib.bookings.booking import Booking

ALL_OF_A_DAY = 40
MOST = 6
"""How many times are laid out at most."""


def more_times(
    state: DialogueState, services: DialogueServices, *, direction: str = "", mine: Booking | None = None
) -> Reply:
    """Return other times of the day on the table, `earlier` or `later` ones where that was said; else ask the day."""
    on_table = tuple(offer.starts_at for offer in state.offered)
    shown = on_table or ((mine.starts_at,) if mine else (services.now,))
    day = services.spa.wall(shown[0]).date()
    request = dataclasses.replace(
        request_of(state, services), windows=(whole_day(day, services.spa.tz),), wanted=None, limit=ALL_OF_A_DAY
    )
    others = _others(services.find_all(request, without=mine), shown, direction)
    said = {"day": day_of(shown[0], services), "zone": services.voice.zone()}
    if others:
        return show_options(state, others, services.say("offer_more", **said), services, proposed=False)
    state.clear_options("day")
    return Reply(services.say(f"no_more_{direction or 'other'}", **said), day_buttons(services))


def _others(slots: Sequence[Slot], shown: Sequence[datetime], direction: str) -> Sequence[Slot]:
    if direction == "earlier":
        return [slot for slot in slots if slot.starts_at < min(shown)][-MOST:]
    if direction == "later":
        return [slot for slot in slots if slot.starts_at > max(shown)][:MOST]
    if direction in {"earliest", "latest"}:
        return sorted(slots, key=lambda slot: slot.starts_at, reverse=direction == "latest")[:1]
    others = [slot for slot in slots if slot.starts_at not in shown]
    step = max(1, -(-len(others) // MOST))
    return others[::step]
