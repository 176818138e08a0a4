"""What would help somebody whose wish can't be met: another time, another technician, the day that they are back."""

import dataclasses
from datetime import datetime

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.groups import Group, possible_starts, seat
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import Window, offers
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.timeline import bits
from shared_lib.domain.availability.visit import Visit

NEVER = frozenset({Why.OUTSIDE_HORIZON, Why.NOBODY_FOR_IT, Why.PARTY_TOO_LARGE})
"""Reasons that no other time in reach would mend."""
OF_A_TECHNICIAN = frozenset({Why.NOT_THEIR_WORK, Why.AWAY, Why.BUSY})


def with_help(reason: Reason, diary: Diary, group: Group, window: Window, limits: Limits) -> Reason:
    """Return the reason with what would help; the diary reaches as far as the help is looked for."""
    reason = dataclasses.replace(reason, nearest=_nearest(diary, group, window, limits))
    if reason.why in OF_A_TECHNICIAN and (visit := _named(diary, group, reason)):
        back, others = _back(diary, visit, window, limits), _others(diary, group, visit, window, limits)
        reason = dataclasses.replace(reason, back=back, others=others)
    return reason


def _nearest(diary: Diary, group: Group, window: Window, limits: Limits) -> datetime | None:
    begins, ends = diary.floor.begins, diary.floor.ends
    found = offers(diary, group, limits, [(begins, ends)], wanted=max(window[0], limits.earliest), limit=1)
    return found[0].starts_at if found else None


def _named(diary: Diary, group: Group, reason: Reason) -> Visit | None:
    """Return the visit for which the technician of the reason was wished."""
    names = {technician.id: technician.name for technician in diary.floor.technicians}
    visits = (step.visit for step in group.steps if step.visit.technician)
    return next((visit for visit in visits if names.get(visit.technician or 0) == reason.technician), None)


def _back(diary: Diary, visit: Visit, window: Window, limits: Limits) -> datetime | None:
    """Return when somebody can do it for the first time after the window began."""
    line = diary.timeline
    later = line.starts(max(window[0], limits.earliest), min(diary.floor.ends, limits.horizon))
    wished = next(who for who in diary.floor.technicians if who.id == visit.technician)
    able = diary.technician_starts(wished, visit) & later if diary.can_serve(wished, visit) else 0
    return line.at(next(bits(able))) if able else None


def _others(diary: Diary, group: Group, visit: Visit, window: Window, limits: Limits) -> tuple[str, ...]:
    """Return who could do it at the time that was asked for, those with the least to do first."""
    anyone = dataclasses.replace(visit, technician=None)
    steps = tuple(dataclasses.replace(s, visit=anyone) if s.visit is visit else s for s in group.steps)
    freed = Group(steps)
    asked = diary.timeline.starts(max(window[0], limits.earliest), min(window[1], limits.horizon))
    for bit in bits(possible_starts(diary, freed) & asked):
        start = diary.timeline.at(bit)
        if seat(diary, freed, start, most=1):
            places = [place for team in diary.teams_at(anyone, start) for place in team]
            return tuple(dict.fromkeys(place.name for place in places))
    return ()
