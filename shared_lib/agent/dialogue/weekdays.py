"""The weekday that today is: `Friday at 3`, said on a Friday morning, means today."""

import dataclasses
from collections.abc import Collection
from datetime import timedelta

from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import in_open_half, merge, names_hour, wanted_instant, windows
from shared_lib.agent.language import When

A_WEEK = timedelta(days=7)


def nearest(when: When, cues: Collection[str], *, known: When | None, services: DialogueServices) -> When:
    """Return today instead of the same weekday in a week, where that was named and today can still be meant.

    `cues` are those of the sentence; `known` is what was said of the time before, whose hour counts where it has none.
    """
    today = services.spa.today(services.now)
    other = when.end_date or "another_week" in cues or today in when.not_dates
    if when.date != today + A_WEEK or not when.either_week or other:
        return when
    here = dataclasses.replace(when, date=today)
    return here if _lies_ahead(in_open_half(merge(known, here), services.book.hours.values()), services) else when


def _lies_ahead(when: When, services: DialogueServices) -> bool:
    """Return whether the hour is still to come; without one, today is meant where a week from now can't be booked."""
    instant = wanted_instant(when, services.spa.tz)
    if instant is not None:
        return instant > services.now
    if names_hour(when):
        return any(ends > services.now for _, ends in windows(when, services.spa.tz))
    today = services.spa.today(services.now)
    return today + A_WEEK > services.last_day and _still_open(services)


def _still_open(services: DialogueServices) -> bool:
    wall = services.wall_now
    minute = wall.hour * 60 + wall.minute
    return any(ends > minute for hours in services.book.hours.values() for _, ends in hours.spans_on(wall.date()))
