"""The weekday that today is: `Friday at 3`, said on a Friday morning, means today."""

import dataclasses
import re
from datetime import timedelta

from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.house_facts import WEEK
from shared_lib.agent.dialogue.times import merge, names_hour, settled, wanted_instant, windows
from shared_lib.agent.language import When

A_WEEK = timedelta(days=7)
ANOTHER_WEEK = re.compile(
    r"\b(next|weeks?|coming|following|after|\d+(st|nd|rd|th)|\d+[/-]\d+|may \d+|\d+ may"
    r"|(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b",
    re.IGNORECASE,
)
"""Words by which a day in a week is meant, or a date."""


def nearest(when: When, text: str, *, known: When | None, desk: Desk) -> When:
    """Return today instead of the same weekday in a week, where that was named and today can still be meant.

    `known` is what was said of the time before: its hour counts where the text has none.
    """
    today = desk.spa.today(desk.now)
    named = re.search(rf"\b{WEEK[today.weekday()][:3]}", text, re.IGNORECASE)
    if when.date != today + A_WEEK or when.end_date or not named or ANOTHER_WEEK.search(text):
        return when
    here = dataclasses.replace(when, date=today)
    return here if _lies_ahead(settled(merge(known, here), desk.book.hours.values()), desk) else when


def _lies_ahead(when: When, desk: Desk) -> bool:
    """Return whether the hour is still to come; without one, today is meant where a week from now can't be booked."""
    instant = wanted_instant(when, desk.spa.tz)
    if instant is not None:
        return instant > desk.now
    if names_hour(when):
        return any(ends > desk.now for _, ends in windows(when, desk.spa.tz))
    today = desk.spa.today(desk.now)
    return today + A_WEEK > desk.last_day and _still_open(desk)


def _still_open(desk: Desk) -> bool:
    wall = desk.wall_now
    minute = wall.hour * 60 + wall.minute
    return any(ends > minute for hours in desk.book.hours.values() for _, ends in hours.spans_on(wall.date()))
