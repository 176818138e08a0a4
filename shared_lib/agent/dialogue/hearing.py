"""What was said becomes memory: facts only, no decisions."""

from collections.abc import Sequence
from datetime import datetime

from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.times import merge, names_hour
from shared_lib.agent.language import Choice, Meaning
from shared_lib.domain.price_book import Treatment

LONGEST_NAME = 80


def hear(memory: Memory, meaning: Meaning, desk: Desk) -> bool:
    """Take in what a sentence says of the visit; return whether the wish for it changed."""
    changed = _hear_treatment(memory, meaning, desk)
    if meaning.when is not None:
        memory.when = merge(memory.when, meaning.when)
        changed = True
    if meaning.anyone or meaning.technician or meaning.gender:
        memory.technician = None if meaning.anyone else meaning.technician
        memory.gender = None if meaning.anyone else meaning.gender
        changed = True
    if meaning.email:
        memory.email = meaning.email
    return changed


def _hear_treatment(memory: Memory, meaning: Meaning, desk: Desk) -> bool:
    named = [row for row in desk.book.treatments if row.name in meaning.treatments]
    if meaning.party and len(named) != 1:
        named = [row for row in named or desk.book.treatments if row.party >= meaning.party] or named
    if not named:
        return False
    return choose_treatment(memory, named)


def choose_treatment(memory: Memory, named: Sequence[Treatment]) -> bool:
    """Note one treatment as chosen, several as candidates; return whether that is news."""
    chosen = named[0].id if len(named) == 1 else None
    if chosen is not None and chosen == memory.treatment:
        return False
    memory.treatment = chosen
    memory.candidates = tuple(row.id for row in named) if chosen is None else ()
    return True


def hear_name(text: str, meaning: Meaning) -> str:
    """Return the name in an answer to the question for it, "" if there is none."""
    name = " ".join((meaning.name or text).split())[:LONGEST_NAME]
    return name if any(letter.isalpha() for letter in name) and "@" not in name else ""


def chosen_start(memory: Memory, meaning: Meaning, desk: Desk) -> datetime | None:
    """Return which of the offered times was meant, None if it was none of them."""
    if not memory.offered:
        return None
    if meaning.choice is not None:
        return _by_choice(memory.offered, meaning.choice)
    if meaning.when is not None:
        return _by_time(memory, meaning, desk)
    return memory.offered[0] if "affirm" in meaning.intents or "select" in meaning.intents else None


def _by_choice(offered: tuple[datetime, ...], choice: Choice) -> datetime | None:
    if choice.number is not None:
        place = choice.number - 1 if choice.number > 0 else choice.number
        return offered[place] if -len(offered) <= place < len(offered) else None
    in_time = sorted(offered)
    picks = {"earlier": in_time[0], "earliest": in_time[0], "later": in_time[-1], "latest": in_time[-1]}
    return picks.get(choice.by or "", offered[0] if choice.by == "any" else None)


def _by_time(memory: Memory, meaning: Meaning, desk: Desk) -> datetime | None:
    """Return the offered time that the words name: its hour, and its day where one was said."""
    when = meaning.when
    if when is None or when.time is None or when.end_time or when.open or not names_hour(when):
        return None
    for start in memory.offered:
        wall = desk.spa.wall(start)
        hours = {when.time.hour, (when.time.hour + 12) % 24} if when.either_half else {when.time.hour}
        same_day = when.date is None or when.date == wall.date()
        if same_day and wall.hour in hours and wall.minute == when.time.minute:
            return start
    return None
